import { text } from '../../../schema/text.js';
import { statuses } from '../../../schema/vocabularies.js';
import { labelOf } from '../../../schema/vocabulary.js';
import { formatPrice } from '../../format.js';
import { found, nothing, type Rule } from '../rule.js';

export const standingRules: readonly Rule[] = [
  {
    // A price alone may be the one agreed; a price beside “idle since” is an offer that was not taken down.
    code: 'taken-still-offered', level: 'doubt', label: text('已签约或出租，仍作推介', 'Taken, yet still offered'),
    find: (asset) => {
      if (asset.status !== 'signed' && asset.status !== 'leased') return nothing;
      if (!asset.price || asset.price.yuan === null || asset.idleSince === undefined || asset.cooperation.length === 0) return nothing;
      const status = labelOf(statuses, asset.status)!;
      return found('status', `状态是「${status.zh}」，却仍写着 ${asset.idleSince} 起闲置、参考价 ${formatPrice(asset.price, 'zh')}，请核实现状。`, `The status is “${status.en}”, yet it says idle since ${asset.idleSince} at ${formatPrice(asset.price, 'en')}; check how it stands.`);
    },
  },
  {
    code: 'photo-missing', level: 'note', label: text('在招商，还没有照片', 'On offer without a photo'),
    find: (asset) => ((asset.status === 'available' || asset.status === 'negotiating') && asset.photos.length === 0
      ? found('photos', '正在招商，却一张照片也没有。', 'It is on offer without a single photo.') : nothing),
  },
];

import { stands } from '../../data/rules/quality/check-asset.js';
import { matchesSearch, searchText } from '../../data/rules/search.js';
import type { Asset } from '../../data/schema/asset.js';
import { FailureError } from '../../data/schema/failure.js';
import type { LedgerData } from '../../data/schema/ledger.js';
import type { CheckedAsset } from '../../data/schema/quality.js';
import { eachPaced } from '../storage/slices.js';
import type { Handlers } from './program.js';
import { createLiveCheck } from './quality/live-check.js';

type Calls = Pick<Handlers, 'quality.summary' | 'quality.list' | 'quality.ofAsset'>;

/** The check-up of the ledger: sums, the assets worst first, and one asset. */
export function qualityCalls(ledger: () => { readonly data: LedgerData }, today: () => string): Calls {
  const check = createLiveCheck(() => ledger().data, today);
  const prepared = new WeakMap<Asset, string>();
  const preparedOf = (asset: Asset) => {
    const text = prepared.get(asset) ?? searchText(asset, 'desk');
    prepared.set(asset, text);
    return text;
  };
  return {
    'quality.summary': async () => (await check()).summary,
    'quality.list': async ({ category, finding, gap, standing, query, offset, limit }) => {
      const { worstFirst } = await check();
      const rows: CheckedAsset[] = [];
      let total = 0;
      await eachPaced(worstFirst, ({ asset, checked }) => {
        if (category && checked.category !== category) return;
        if (finding && !checked.findings.some((one) => one.code === finding)) return;
        if (gap && !checked.gaps.some((one) => one.path === gap)) return;
        if (standing && !stands[standing](checked)) return;
        if (query && !matchesSearch(preparedOf(asset), query)) return;
        if (total >= offset && rows.length < limit) rows.push(checked);
        total += 1;
      });
      return { total, rows };
    },
    'quality.ofAsset': async ({ id }) => {
      const found = (await check()).byId.get(id);
      if (!found) throw new FailureError('not-found', { zh: '这宗资产已不在账本里，可能已被删除；可在历史里找回。', en: 'This asset is no longer in the ledger; it can be brought back from the history.' });
      return found.checked;
    },
  };
}

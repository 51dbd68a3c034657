import type { PublicAsset } from '../../../../data/rules/projection.js';
import type { Stop } from '../../../../data/schema/tour.js';
import { text } from '../../../../data/schema/text.js';
import { useClient } from '../../../client/current-client.js';
import { useSay } from '../../../state/language.js';
import { Button } from '../../../ui/button.js';
import { Icon } from '../../../ui/icon.js';
import type { TourEdits } from './use-tour-edits.js';

type AssetStop = Extract<Stop, { kind: 'asset' }>;

/** Which photos of the asset fill the screen, in which order, and which two are laid over each other as before and after. */
export function PhotoFields({ stop, asset, edits }: { stop: AssetStop; asset: PublicAsset | undefined; edits: TourEdits }) {
  const say = useSay();
  const client = useClient();
  const photos = asset?.photos ?? [];
  if (photos.length === 0) return <p className="help">{say('这宗资产还没有照片；可在一本账里添加。', 'This asset has no photo yet; add some in the ledger.')}</p>;
  const chosen = stop.photos ?? photos.slice(1, 3).map(({ id }) => id);
  const put = (next: string[]) => edits.set(stop.id, (now) => ({ ...now, photos: next }) as Stop, text('改这一站的照片', 'Change the photos of a stop'));
  const turn = (id: string) => put(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  const move = (id: string, by: number) => {
    const at = chosen.indexOf(id);
    const next = chosen.toSpliced(at, 1);
    put(next.toSpliced(Math.max(0, at + by), 0, id));
  };
  const pair = (side: 'before' | 'after', id: string) => {
    const other = side === 'before' ? stop.change?.after : stop.change?.before;
    const rest = photos.find((photo) => photo.id !== id)?.id ?? id;
    const whole = { before: side === 'before' ? id : other ?? rest, after: side === 'after' ? id : other ?? rest };
    edits.set(stop.id, (now) => ({ ...now, change: whole }) as Stop, text('设前后对比', 'Set before and after'));
  };
  const unpair = () => edits.set(stop.id, (now) => { const { change: _gone, ...rest } = now as AssetStop; return rest; }, text('取消前后对比', 'Take before and after away'));
  return (
    <fieldset className="photo-fields" disabled={edits.readOnly}>
      <legend className="label">{say('照片：点选要放的，数字是先后', 'Photos: press those to show; numbers are the order')}</legend>
      <ul>
        {photos.map((photo) => {
          const at = chosen.indexOf(photo.id);
          const caption = photo.caption?.[say.language] || photo.caption?.zh || '';
          return (
            <li key={photo.id}>
              <button type="button" className="photo-pick" aria-pressed={at >= 0} aria-label={caption || say('照片', 'Photo')} onClick={() => turn(photo.id)}>
                <img src={client.address(`media/${photo.id}/small`)} alt="" loading="lazy" />{at >= 0 && <b className="figures">{at + 1}</b>}
              </button>
              <span className="photo-tools">
                {at > 0 && <Button small tone="quiet" icon="left" label={say('提前', 'Earlier')} onPress={() => move(photo.id, -1)} />}
                <button type="button" className="photo-side" aria-pressed={stop.change?.before === photo.id} onClick={() => pair('before', photo.id)}>{say('前', 'Before')}</button>
                <button type="button" className="photo-side" aria-pressed={stop.change?.after === photo.id} onClick={() => pair('after', photo.id)}>{say('后', 'After')}</button>
              </span>
            </li>
          );
        })}
      </ul>
      {stop.change && <p className="help"><Icon name="swap" size={15} />{say('最后一幕是前后对比滑块。', 'The last scene is a slider between before and after.')} <Button small tone="quiet" onPress={unpair}>{say('不要对比', 'No slider')}</Button></p>}
    </fieldset>
  );
}

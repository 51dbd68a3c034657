import type { Stop } from '../../../../data/schema/tour.js';
import { useSay } from '../../../state/language.js';
import type { StageContent } from '../../../stage/stage-content.js';
import { Button } from '../../../ui/button.js';
import { Select } from '../../../ui/select.js';
import type { ChangeFields } from './stop-form.js';

/** The photos of an asset that fill the screen, in the order they are pressed, and the pair for before and after. */
export function PhotosField({ stop, content, readOnly, onChange }: { stop: Extract<Stop, { kind: 'asset' }>; content: StageContent; readOnly: boolean; onChange: ChangeFields }) {
  const say = useSay();
  const photos = content.asset(stop.assetId)?.photos ?? [];
  const there = new Set(photos.map(({ id }) => id));
  const chosen = stop.photos?.filter((id) => there.has(id));
  const turn = (id: string) => { const now = chosen ?? []; onChange({ photos: now.includes(id) ? now.filter((one) => one !== id) : [...now, id] }); };
  const options = photos.map(({ id, caption }, at) => ({ value: id, label: `${at + 1} · ${caption?.[say.language] || caption?.zh || say('照片', 'Photo')}` }));
  const pair = stop.change;
  const [first, second] = photos;
  if (photos.length === 0) return <div className="stop-field"><span className="label">{say('照片', 'Photos')}</span><p className="help">{say('这宗资产还没有照片，可在一本账里添加。', 'This asset has no photos yet; add some in the ledger.')}</p></div>;
  return (
    <>
      <div className="stop-field"><span className="label">{say('铺满屏幕的照片', 'Photos that fill the screen')}{chosen && <Button small tone="quiet" isDisabled={readOnly} onPress={() => onChange({ photos: undefined })}>{say('自动', 'By itself')}</Button>}</span>
        <ul className="stop-photos">
          {photos.map(({ id, caption }, at) => {
            const order = chosen?.indexOf(id) ?? -1;
            const name = caption?.[say.language] || caption?.zh || say(`第 ${at + 1} 张`, `Photo ${at + 1}`);
            return <li key={id}><button type="button" aria-pressed={order >= 0} disabled={readOnly} aria-label={name} title={name} onClick={() => turn(id)}><img src={content.media(id, true)} alt="" loading="lazy" />{order >= 0 && <b className="figures">{order + 1}</b>}</button></li>;
          })}
        </ul>
        <p className="help">{chosen ? say('按的先后就是放的次序。', 'They are shown in the order pressed.') : say('不选则放前几张。', 'Left open, the first few are shown.')}</p>
      </div>
      {first && second && (
        <div className="stop-field"><span className="label">{say('前后对比', 'Before and after')}</span>
          {pair ? (
            <div className="stop-pair">
              <Select label={say('改造前', 'Before')} value={pair.before} options={options} onChange={(before) => onChange({ change: { ...pair, before } })} />
              <Select label={say('改造后', 'After')} value={pair.after} options={options} onChange={(after) => onChange({ change: { ...pair, after } })} />
              <Button small tone="quiet" icon="close" isDisabled={readOnly} onPress={() => onChange({ change: undefined })}>{say('不对比', 'No comparison')}</Button>
            </div>
          ) : <Button small icon="compare" isDisabled={readOnly} onPress={() => onChange({ change: { before: first.id, after: second.id } })}>{say('加一组前后对比', 'Add a comparison')}</Button>}
        </div>
      )}
    </>
  );
}

import type { Asset } from '../../../../data/schema/asset.js';
import { useSay } from '../../../state/language.js';
import { Button } from '../../../ui/button.js';
import { Icon } from '../../../ui/icon.js';
import { Progress } from '../../../ui/progress.js';
import type { MediaEdits } from './use-media-edits.js';
import type { IntakeState } from './intakes.js';

/** How the taking in stands: its progress, what was refused and why, and the place that a photo brought along. */
export function IntakeNotes({ state, record, edits, onCancel, onDismiss, onPlaceTaken }: {
  state: IntakeState; record: Asset; edits: MediaEdits; onCancel: () => void; onDismiss: () => void; onPlaceTaken: () => void;
}) {
  const say = useSay();
  const { running, refused, place } = state;
  return (
    <>
      {running && (
        <div className="media-running">
          <span role="status">{say(running.step)}</span>
          <Button small icon="stop" onPress={onCancel}>{say('取消', 'Cancel')}</Button>
          <Progress label={say(running.step)} done={running.done} total={running.total} />
        </div>
      )}
      {refused.length > 0 && (
        <div className="media-refused" role="alert">
          <div className="media-line"><b><Icon name="warning" size={17} />{say(`${refused.length} 个没有添加`, `${refused.length} not added`)}</b><Button small tone="quiet" icon="close" label={say('知道了', 'Dismiss')} onPress={onDismiss} /></div>
          <ul>{refused.map(({ file, message }, order) => <li key={`${file} ${order}`}><b>{file}</b><span>{say(message)}</span></li>)}</ul>
        </div>
      )}
      {place && !record.location && (
        <div className="media-place">
          <Icon name="pin" size={18} />
          <span>{say('这宗资产还没有坐标，照片里有：', 'This asset has no location; the photo has one: ')}<b className="figures">{place.location.lng.toFixed(6)}, {place.location.lat.toFixed(6)}</b></span>
          <Button small tone="primary" onPress={() => { void edits.takePlace(place.location, `${place.file} GPS ${place.location.lng},${place.location.lat}`).then((ok) => { if (ok) onPlaceTaken(); }); }}>{say('用作坐标', 'Use it')}</Button>
        </div>
      )}
    </>
  );
}

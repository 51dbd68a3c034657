import { clockText } from '../../../data/rules/stage/clock.js';
import { scenesOf } from '../../../data/rules/stage/scenes.js';
import { tourSeconds } from '../../../data/rules/tour/draft-tour.js';
import type { Tour } from '../../../data/schema/tour.js';
import { StageThumb } from '../../stage/stage-thumb.js';
import type { StageContent } from '../../stage/stage-content.js';
import { useSay } from '../../state/language.js';
import { useProgram } from '../../state/program-store.js';
import { Button } from '../../ui/button.js';
import { Icon } from '../../ui/icon.js';

/** The tours of the ledger, each by its first picture. */
export function TourList({ tours, content, readOnly, onOpen, onStart, onBooth, onCopy, onRemove }: {
  tours: readonly Tour[]; content: StageContent; readOnly: boolean; onOpen: (id: string) => void; onStart: (id: string) => void; onBooth: (id: string) => void; onCopy: (tour: Tour) => void; onRemove: (tour: Tour) => void;
}) {
  const say = useSay();
  const theme = useProgram((state) => state.settings.stageTheme);
  const language = useProgram((state) => state.settings.stageLanguage);
  return (
    <ul className="tour-list" aria-label={say('讲解路线', 'Tours')}>
      {tours.map((tour) => {
        const first = tour.stops.find((stop) => !stop.hidden && scenesOf(stop, content.facts).length > 0);
        const scene = first && scenesOf(first, content.facts)[0];
        return (
          <li key={tour.id} className="panel tour-card">
            <button type="button" className="tour-card-picture" aria-label={say(`编辑「${tour.name}」`, `Edit “${tour.name}”`)} onClick={() => onOpen(tour.id)}>
              {first && scene ? <StageThumb content={content} stop={first} scene={scene} theme={theme} language={language} /> : <Icon name="roadshow" size={40} />}
            </button>
            <div className="tour-card-words"><h2>{tour.name}</h2><p className="soft figures">{say(`${tour.stops.length} 站`, `${tour.stops.length} stops`)} · {clockText(tourSeconds(tour.stops))}</p></div>
            <div className="tour-card-foot">
              <Button tone="primary" icon="roadshow" isDisabled={!first} onPress={() => onStart(tour.id)}>{say('开始路演', 'Start the show')}</Button>
              <Button icon="turn" isDisabled={!first} onPress={() => onBooth(tour.id)}>{say('展台循环', 'Run at a booth')}</Button>
              <span className="spacer" />
              <Button icon="edit" label={say('编辑', 'Edit')} onPress={() => onOpen(tour.id)} />
              {!readOnly && <><Button icon="copy" label={say('复制路线', 'Duplicate the tour')} onPress={() => onCopy(tour)} /><Button icon="remove" label={say('删除路线', 'Delete the tour')} onPress={() => onRemove(tour)} /></>}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

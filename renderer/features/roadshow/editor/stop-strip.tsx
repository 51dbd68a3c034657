import { GridList, GridListItem, useDragAndDrop, type Selection } from 'react-aria-components';
import { clockText } from '../../../../data/rules/stage/clock.js';
import { stopKinds, type Stop } from '../../../../data/schema/tour.js';
import { useSay } from '../../../state/language.js';
import type { StageContent } from '../../../stage/stage-content.js';
import { Button } from '../../../ui/button.js';
import { Icon } from '../../../ui/icon.js';
import { nameOfStop, scenesOfStop } from '../tours/stop-words.js';
import { Thumb } from '../tours/thumb.js';

/** The stops in their order. Dragged by mouse or finger, moved by the handle's keys; several are chosen with Shift, Ctrl or Ctrl+A. */
export function StopStrip({ stops, content, chosen, readOnly, onChoose, onMove, onRemove }: {
  stops: readonly Stop[]; content: StageContent; chosen: ReadonlySet<string>; readOnly: boolean;
  onChoose: (ids: Iterable<string>) => void; onMove: (ids: ReadonlySet<string>, beside: string, side: 'before' | 'after') => void; onRemove: () => void;
}) {
  const say = useSay();
  const { dragAndDropHooks } = useDragAndDrop({
    isDisabled: readOnly,
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': String(key) })),
    onReorder: ({ keys, target }) => { if (target.dropPosition !== 'on') onMove(new Set([...keys].map(String)), String(target.key), target.dropPosition); },
  });
  const take = (selection: Selection) => onChoose(selection === 'all' ? stops.map(({ id }) => id) : [...selection].map(String));
  return (
    <div className="stop-strip" onKeyDown={(event) => { if (event.key === 'Delete' && !readOnly && chosen.size > 0) { event.preventDefault(); onRemove(); } }}>
      <GridList aria-label={say('站点，可拖动排序', 'Stops; drag to order')} items={stops.map((stop, at) => ({ id: stop.id, stop, at }))} selectionMode="multiple" selectionBehavior="replace" disallowEmptySelection
        selectedKeys={chosen} onSelectionChange={take} dragAndDropHooks={dragAndDropHooks} dependencies={[say, content, stops, readOnly]}
        renderEmptyState={() => <p className="console-none">{say('还没有站点，点上面的「添加站点」。', 'No stop yet: press “Add a stop” above.')}</p>}>
        {({ stop, at }) => {
          const name = nameOfStop(stop, content, say);
          const scenes = scenesOfStop(stop, content);
          return (
            <GridListItem id={stop.id} textValue={name} className="stop-item" data-hidden={stop.hidden || undefined}>
              {!readOnly && <Button slot="drag" className="stop-handle" tone="quiet" small icon="grip" label={say(`移动第 ${at + 1} 站 ${name}`, `Move stop ${at + 1}, ${name}`)} />}
              <span className="stop-number figures">{at + 1}</span>
              <Thumb content={content} stop={stop} scene={scenes[0]} />
              <span className="stop-words">
                <b>{name}</b>
                <small className="figures">{say.word(stopKinds, stop.kind)} · {clockText(stop.seconds)}</small>
                {stop.hidden ? <small className="stop-mark"><Icon name="hidden" size={14} />{say('已隐藏', 'Hidden')}</small> : scenes.length === 0 ? <small className="stop-mark stop-gone"><Icon name="warning" size={14} />{say('略过', 'Passed over')}</small> : null}
              </span>
            </GridListItem>
          );
        }}
      </GridList>
    </div>
  );
}

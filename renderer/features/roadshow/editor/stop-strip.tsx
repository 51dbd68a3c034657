import { Button as AriaButton, GridList, GridListItem, useDragAndDrop, type Selection } from 'react-aria-components';
import { scenesOf } from '../../../../data/rules/stage/scenes.js';
import { clockText } from '../../../../data/rules/stage/clock.js';
import type { Stop } from '../../../../data/schema/tour.js';
import { StageThumb } from '../../../stage/stage-thumb.js';
import type { StageContent } from '../../../stage/stage-content.js';
import type { StageLanguage, StageTheme } from '../../../../data/schema/stage.js';
import { useSay } from '../../../state/language.js';
import { Icon } from '../../../ui/icon.js';
import { isGone, stopIcons, stopKinds, stopTitle } from './stop-words.js';

/** The stops of a tour from first to last, each as a small picture; dragged into another order by mouse, finger or keyboard. */
export function StopStrip({ stops, content, theme, language, selected, readOnly, onSelect, onMove, onRemove, onOpen }: {
  stops: readonly Stop[]; content: StageContent; theme: StageTheme; language: StageLanguage; selected: ReadonlySet<string>; readOnly: boolean;
  onSelect: (ids: Set<string>) => void; onMove: (ids: readonly string[], target: string, where: 'before' | 'after') => void; onRemove: () => void; onOpen: () => void;
}) {
  const say = useSay();
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': String(key) })),
    onReorder: ({ keys, target }) => onMove([...keys].map(String), String(target.key), target.dropPosition === 'before' ? 'before' : 'after'),
    ...(readOnly ? { isDisabled: true } : {}),
  });
  const take = (keys: Selection) => onSelect(keys === 'all' ? new Set(stops.map(({ id }) => id)) : new Set([...keys].map(String)));
  return (
    <div className="stop-strip-keys" onKeyDown={(event) => { if (event.key === 'Delete' && !readOnly) { event.preventDefault(); onRemove(); } }}>
    <GridList
      className="stop-strip" aria-label={say('站点，依次讲解', 'Stops, in their order')} items={stops.map((stop, at) => ({ ...stop, at }))} selectionMode="multiple" selectionBehavior="replace" disallowEmptySelection
      selectedKeys={selected} onSelectionChange={take} onAction={onOpen} dragAndDropHooks={dragAndDropHooks} dependencies={[content, theme, language, say]}
    >
      {(stop) => {
        const gone = isGone(stop, content);
        const [scene] = scenesOf(stop, content.facts);
        const name = stopTitle(stop, content, say.language);
        return (
          <GridListItem id={stop.id} textValue={`${stop.at + 1} ${name}`} className={`stop-row ${stop.hidden ? 'stop-row-hidden' : ''}`}>
            <AriaButton slot="drag" className="stop-grip" aria-label={say(`拖动第 ${stop.at + 1} 站`, `Drag stop ${stop.at + 1}`)}><Icon name="grip" size={16} /></AriaButton>
            <span className="stop-number figures">{stop.at + 1}</span>
            <span className="stop-thumb">{scene ? <StageThumb content={content} stop={stop} scene={scene} theme={theme} language={language} /> : <Icon name="warning" size={22} />}</span>
            <span className="stop-words">
              <b>{name}</b>
              <small><Icon name={stopIcons[stop.kind]} size={14} />{say.word(stopKinds, stop.kind)}<span className="figures">{clockText(stop.seconds)}</span></small>
            </span>
            {stop.hidden && <span className="stop-mark" title={say('已隐藏', 'Hidden')}><Icon name="hidden" size={17} /><span className="visually-hidden">{say('已隐藏', 'Hidden')}</span></span>}
            {gone && !stop.hidden && <span className="stop-mark stop-mark-gone" title={say('上台时略过', 'Passed over on stage')}><Icon name="warning" size={17} /><span className="visually-hidden">{say('上台时略过', 'Passed over on stage')}</span></span>}
          </GridListItem>
        );
      }}
    </GridList>
    </div>
  );
}

import { useDeferredValue, type RefObject } from 'react';
import { activeFacets, type AssetFilter } from '../../../../data/rules/filter.js';
import type { StageCommand, StageShow } from '../../../../data/schema/stage.js';
import { useSay } from '../../../state/language.js';
import { Button } from '../../../ui/button.js';
import { AssetLine } from './asset-line.js';
import { FilterFields } from '../tours/filter-fields.js';
import { useAnswer } from '../tours/use-answer.js';

export interface Question { readonly filter: AssetFilter; readonly query: string }
/** More lines than this nobody reads out. */
const linesShown = 60;

/** 答问: a question from the room as a filter. What it finds stands here at once, and on the audience screen when it is sent. */
export function ConsoleFilter({ show, question, field, marked, onQuestion, onCommand, onMark, onClear }: {
  show: StageShow; question: Question; field: RefObject<HTMLInputElement | null>; marked: ReadonlySet<string>;
  onQuestion: (question: Question) => void; onCommand: (command: StageCommand) => void; onMark: (id: string) => void; onClear: () => void;
}) {
  const say = useSay();
  const found = useAnswer(useDeferredValue(question.filter), useDeferredValue(question.query));
  const asks = question.query.trim() !== '' || activeFacets(question.filter).length > 0;
  const sent = show.finding !== null && JSON.stringify(show.finding) === JSON.stringify({ filter: question.filter, query: question.query });
  const send = () => { if (asks) onCommand({ do: 'find', finding: { filter: structuredClone(question.filter) as never, query: question.query } }); };
  return (
    <div className="console-panel">
      <input ref={field} className="input" type="search" aria-label={say('找资产', 'Find an asset')} placeholder={say('名称、村、业态或拼音首字母', 'Name, village, use or pinyin')} value={question.query} maxLength={100}
        onChange={(event) => onQuestion({ ...question, query: event.target.value })}
        onKeyDown={(event) => { if (event.nativeEvent.isComposing) return; if (event.key === 'Enter') { send(); event.currentTarget.blur(); } if (event.key === 'Escape') event.currentTarget.blur(); }} />
      <FilterFields brief filter={question.filter} onChange={(filter) => onQuestion({ ...question, filter })} />
      <div className="console-send">
        <b className="figures" role="status">{say(`${found.length} 宗`, `${found.length} found`)}</b>
        {sent && <span className="tag tag-good">{say('观众屏上', 'On screen')}</span>}
        <span className="spacer" />
        {asks && <Button small tone="quiet" icon="close" onPress={onClear}>{say('清除', 'Clear')}</Button>}
        <Button small tone="primary" icon="roadshow" isDisabled={!asks} onPress={send}>{say('投到观众屏', 'Send to screen')}</Button>
      </div>
      <ul className="console-list">
        {found.slice(0, linesShown).map((entry) => <li key={entry.id}><AssetLine entry={entry} open={show.assetId === entry.id} marked={marked.has(entry.id)} onOpen={() => onCommand({ do: 'open', assetId: entry.id })} onMark={() => onMark(entry.id)} /></li>)}
        {found.length > linesShown && <li className="console-none">{say(`另有 ${found.length - linesShown} 宗，请再收窄条件。`, `${found.length - linesShown} more; narrow the filter.`)}</li>}
        {found.length === 0 && <li className="console-none">{say('没有符合的资产。去掉一个条件试试。', 'No asset fits; drop one condition.')}</li>}
      </ul>
    </div>
  );
}

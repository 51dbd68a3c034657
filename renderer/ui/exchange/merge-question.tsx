import { useCallback, useState, type ReactNode } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import type { MergeRow, MergeRowCell } from '../../../data/contract/exchange.js';
import { cellWords } from '../../../data/rules/changes/cell-words.js';
import { fieldOfCell } from '../../../data/rules/changes/cells.js';
import type { Category } from '../../../data/schema/vocabularies.js';
import { useSay } from '../../state/language.js';
import { useProgram } from '../../state/program-store.js';
import { Button } from '../button.js';
import { isEditable } from '../fields/draft.js';
import { FieldEditor } from '../fields/field-editor.js';
import type { Decision } from './use-merge.js';

interface Answer { readonly take: Decision['take'] | null; readonly onTake: (take: 'mine' | 'theirs') => void }

/** Two answers side by side, chosen with the arrows, with a press, or with the keys 1 and 2. */
export function TwoSides({ label, mine, theirs, take, onTake, heads = true }: Answer & { label: string; mine: ReactNode; theirs: ReactNode; /** Whether each side says whose it is. */ heads?: boolean }) {
  const say = useSay();
  const side = (value: 'mine' | 'theirs', head: string, words: ReactNode) => <Radio value={value} className={`merge-side merge-side-${value}`}>{heads && <small>{head}</small>}<span>{words}</span></Radio>;
  return (
    <RadioGroup className="merge-sides" aria-label={label} orientation="horizontal" value={take === 'mine' || take === 'theirs' ? take : ''} onChange={(value) => onTake(value as 'mine' | 'theirs')}>
      {side('mine', say('这里', 'Here'), mine)}{side('theirs', say('对方', 'Theirs'), theirs)}
    </RadioGroup>
  );
}

/** One field that both desks changed: what it was, what each made of it, and the answer, one of the two or typed anew. */
export function CellQuestion({ row, cell, decision, onDecide }: { row: MergeRow; cell: MergeRowCell; decision: Decision | undefined; onDecide: (decision: Decision) => void }) {
  const say = useSay();
  const entries = useProgram((state) => state.deskEntries);
  const [isTyping, setIsTyping] = useState(false);
  const nameOf = useCallback((id: string) => entries?.find((entry) => entry.id === id)?.name, [entries]);
  const entry = fieldOfCell(row.noun, cell.path);
  if (!entry) return null;
  const words = (value: unknown) => cellWords(entry, value, { language: say.language, category: row.category, nameOf }) || <i className="change-none">{say('空', 'empty')}</i>;
  const about = { noun: row.noun, id: row.id, path: cell.path };
  const isTyped = decision?.take === 'typed';
  return (
    <div className={`merge-question ${decision ? '' : 'merge-question-open'}`} data-question="">
      <div className="merge-field">
        <b>{say(entry.label)}</b>
        {/* Two that were entered apart have no common beginning. */}
        {row.kind !== 'double' && <small>{say('原来', 'Before')} {words(cell.base)}</small>}
      </div>
      <div className="merge-answer">
        <TwoSides label={say(entry.label)} mine={words(cell.mine)} theirs={words(cell.theirs)} take={isTyping ? null : decision?.take ?? null} onTake={(take) => { setIsTyping(false); onDecide({ ...about, take }); }} />
        {isTyping && <div className="merge-typed"><FieldEditor entry={entry} value={isTyped ? decision.value : cell.mine} category={row.category as Category | undefined} save={async (value) => onDecide({ ...about, take: 'typed', ...(value === undefined ? {} : { value }) })} /></div>}
      </div>
      {isEditable(entry.kind) ? <Button small tone="quiet" icon="edit" label={say(`另写「${entry.label.zh}」`, `Type ${entry.label.en}`)} aria-pressed={isTyping} onPress={() => setIsTyping(!isTyping)} /> : <span />}
    </div>
  );
}

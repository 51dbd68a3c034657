import { fieldOfCell } from '../../../data/rules/changes/cells.js';
import { nounWords } from '../../../data/rules/changes/change-words.js';
import type { MergeRow } from '../../../data/contract/exchange.js';
import { text } from '../../../data/schema/text.js';
import type { Category } from '../../../data/schema/vocabularies.js';
import { useSay } from '../../state/language.js';
import { CategoryBadge } from '../category-badge.js';
import { CellQuestion, TwoSides } from './merge-question.js';
import { keyOf, type Decision, type Decisions } from './use-merge.js';

const reasons = { code: text('编号相同', 'the same code'), name: text('同村同名', 'the same name in one village'), place: text('在同一个点上', 'on the same spot') } as const;

/** A record that a person is asked about, with its questions. */
export function MergeRecord({ row, decisions, onDecide }: { row: MergeRow; decisions: Decisions; onDecide: (decision: Decision) => void }) {
  const say = useSay();
  const whole = decisions.get(keyOf(row))?.take;
  const takeWhole = (take: 'mine' | 'theirs') => onDecide({ noun: row.noun, id: row.id, take });
  const asked = row.cells.filter((cell) => cell.asked);
  const bySelf = row.cells.flatMap((cell) => { const entry = cell.asked || cell.state === 'mine' ? undefined : fieldOfCell(row.noun, cell.path); return entry ? [say(entry.label)] : []; });
  const isJoined = row.kind === 'double' && whole === 'theirs';
  const place = [row.code, row.village].filter(Boolean).join(' · ');
  return (
    <article className="merge-record" aria-label={row.name || say(nounWords[row.noun])}>
      <header>
        {row.category ? <CategoryBadge category={row.category as Category} size={24} /> : <span className="tag">{say(nounWords[row.noun])}</span>}
        <b>{row.name || say(nounWords[row.noun])}</b><span className="soft figures">{place}</span>
      </header>
      {row.kind === 'removal' && (
        <div className={`merge-question ${whole ? '' : 'merge-question-open'}`} data-question="">
          <div className="merge-field"><b>{row.removedBy === 'theirs' ? say('对方删了，这里改过', 'Removed there, changed here') : say('这里删了，对方改过', 'Removed here, changed there')}</b></div>
          <TwoSides label={say(`「${row.name}」留不留`, `Whether “${row.name}” stays`)} heads={false} take={whole ?? null} onTake={takeWhole}
            mine={row.removedBy === 'theirs' ? say('留着，用这里的', 'Keep it, as it is here') : say('还是删了', 'Leave it removed')} theirs={row.removedBy === 'theirs' ? say('照对方的，删掉', 'Remove it, as they did') : say('找回来，用对方的', 'Bring it back, as it is there')} />
          <span />
        </div>
      )}
      {row.kind === 'double' && row.double && (
        <div className="merge-question" data-question="">
          <div className="merge-field"><b>{say('可能是同一宗', 'May be one asset')}</b><small>{say('对方的', 'Theirs:')} {[row.double.name, row.double.code, row.double.village].filter(Boolean).join(' · ')}{say('，', ', ')}{say(reasons[row.double.reason])}</small></div>
          <TwoSides label={say(`「${row.name}」是不是同一宗`, `Whether “${row.name}” is one asset`)} heads={false} take={whole ?? 'mine'} onTake={takeWhole} mine={say('是两宗，都留着', 'Two assets: keep both')} theirs={say('是一宗，合成一条', 'One asset: join them')} />
          <span />
        </div>
      )}
      {(row.kind === 'clash' || isJoined) && asked.map((cell) => <CellQuestion key={cell.path} row={row} cell={cell} decision={decisions.get(keyOf(row, cell.path))} onDecide={onDecide} />)}
      {bySelf.length > 0 && (row.kind === 'clash' || isJoined) && <p className="merge-by-self help">{say(`自动合上：${bySelf.join('、')}`, `Merged by themselves: ${bySelf.join(', ')}`)}</p>}
      {isJoined && asked.length === 0 && <p className="help">{say('两边没有冲突的栏目，照片和列表合在一起。', 'No field is in conflict; photos and lists go together.')}</p>}
    </article>
  );
}

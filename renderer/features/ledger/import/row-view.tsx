import { useState } from 'react';
import { Checkbox } from 'react-aria-components';
import type { ImportRow } from '../../../../data/schema/import-plan.js';
import { useSay } from '../../../state/language.js';
import { CategoryBadge } from '../../../ui/category-badge.js';
import { Icon } from '../../../ui/icon.js';
import { isStored } from './leaving.js';
import { cellWords } from './row-words.js';
import type { RowGroup } from './use-rows.js';

const shownCells = 8;

/** One row: what it is, what it would do, and what about it is doubtful; a tick taken away leaves it out. */
export function RowView({ row, file, group, taken, active, onTurn }: { row: ImportRow; file: string | undefined; group: RowGroup; taken: boolean; active: boolean; onTurn: (taken: boolean) => void }) {
  const say = useSay();
  const [open, setOpen] = useState(false);
  const stored = isStored(row);
  const changed = row.outcome === 'changed';
  const cells = cellWords(row, say.language);
  const most = group === 'doubtful' ? (changed ? 4 : 0) : changed ? Infinity : shownCells;
  const visible = open ? cells : cells.slice(0, most);
  const name = row.name || say('（没有名称）', '(no name)');
  const outcome = { new: say('新增', 'New'), changed: say('修改', 'Changed'), same: say('相同', 'Same'), refused: say('拒绝', 'Refused') }[row.outcome];
  return (
    <div className={`import-row ${stored && !taken ? 'import-row-left' : ''} ${active ? 'import-row-active' : ''}`}>
      {stored ? (
        <Checkbox className="import-tick" isSelected={taken} onChange={onTurn} aria-label={say(`导入「${name}」`, `Import “${name}”`)}><span className="import-box"><Icon name="check" size={15} /></span></Checkbox>
      ) : <span className="import-tick" />}
      <div className="import-row-main">
        <p className="import-row-name">
          {row.category ? <CategoryBadge category={row.category} size={20} /> : row.noun === 'project' && <span className="import-rail-sign"><Icon name="projects" size={14} /></span>}
          <b>{name}</b>{row.code && <span className="figures soft">{row.code}</span>}
          {group === 'doubtful' && <span className={`tag import-tag-${row.outcome}`}>{outcome}</span>}
          {stored && !taken && <span className="tag">{say('留下，不导入', 'Left out')}</span>}
          <span className="import-where figures">{[file, row.sheet === file ? '' : row.sheet, say(`第 ${row.row} 行`, `row ${row.row}`)].filter(Boolean).join(' · ')}</span>
        </p>
        {row.reason && <p className="import-reason"><Icon name="close" size={15} />{say(row.reason)}</p>}
        {row.doubts.toSorted((one, other) => Number(one.level === 'note') - Number(other.level === 'note')).map((doubt, at) => <p key={at} className={doubt.level === 'note' ? 'import-note soft' : 'import-doubt'}><Icon name={doubt.level === 'note' ? 'info' : 'warning'} size={15} /><span>{say(doubt.reason)}{doubt.text && !say(doubt.reason).includes(doubt.text) && <q>{doubt.text}</q>}</span></p>)}
        {visible.length > 0 && (
          <dl className={`import-cells ${changed ? 'import-diff' : ''}`}>
            {visible.map((cell) => (
              <div key={cell.path}>
                <dt>{cell.label}</dt>
                {changed ? <dd>{cell.before ? <del>{cell.before}</del> : <span className="import-empty">{say('空', 'empty')}</span>}<Icon name="right" size={14} />{cell.after ? <ins>{cell.after}</ins> : <span className="import-empty">{say('空', 'empty')}</span>}</dd> : <dd>{cell.after}</dd>}
              </div>
            ))}
          </dl>
        )}
        {cells.length > visible.length && <button type="button" className="import-more" onClick={() => setOpen(true)}>{visible.length === 0 ? say(`看全部 ${cells.length} 项`, `Show its ${cells.length} values`) : say(`还有 ${cells.length - visible.length} 项`, `${cells.length - visible.length} more`)}</button>}
      </div>
    </div>
  );
}

import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useRef, useState } from 'react';
import { Checkbox } from 'react-aria-components';
import type { Failure } from '../../../../data/schema/failure.js';
import type { ImportRow } from '../../../../data/schema/import-plan.js';
import { assetFields, fieldAt, projectFields, type FieldDefinition } from '../../../../data/schema/fields.js';
import { failureOf } from '../../../client/call-failure.js';
import { useClient } from '../../../client/current-client.js';
import { useSay } from '../../../state/language.js';
import { CategoryBadge } from '../../../ui/category-badge.js';
import { valueText } from '../../../ui/fields/value-text.js';
import { Icon } from '../../../ui/icon.js';

export interface RowChoice { readonly outcome?: ImportRow['outcome']; readonly doubtfulOnly?: boolean }

const pageSize = 200;

/** Rows of one outcome, fetched page by page as they come into sight. */
function usePagedRows(planId: string, file: number, { outcome, doubtfulOnly }: RowChoice) {
  const client = useClient();
  const [total, setTotal] = useState<number | null>(null);
  const [rows, setRows] = useState<ReadonlyMap<number, ImportRow>>(new Map());
  const [failure, setFailure] = useState<Failure | null>(null);
  const asked = useRef(new Set<number>());
  const need = useCallback((index: number) => {
    const page = Math.floor(index / pageSize);
    if (asked.current.has(page)) return;
    asked.current.add(page);
    client.call('import.rows', { planId, file, ...(outcome ? { outcome } : {}), ...(doubtfulOnly ? { doubtfulOnly } : {}), offset: page * pageSize, limit: pageSize }).then(
      (reply) => {
        setTotal(reply.total);
        setRows((now) => { const next = new Map(now); reply.rows.forEach((row, at) => next.set(page * pageSize + at, row)); return next; });
      },
      (error: unknown) => { asked.current.delete(page); setFailure(failureOf(error)); },
    );
  }, [client, planId, file, outcome, doubtfulOnly]);
  useEffect(() => need(0), [need]);
  return { total, rows, failure, need };
}

/** The rows of one outcome with what each would do and why; a tick taken away leaves the row out. */
export function ImportRows({ planId, file, choice, skip, onSkip }: { planId: string; file: number; choice: RowChoice; skip: ReadonlySet<string>; onSkip: (skip: ReadonlySet<string>) => void }) {
  const say = useSay();
  const { total, rows, failure, need } = usePagedRows(planId, file, choice);
  const frame = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({ count: total ?? 0, getScrollElement: () => frame.current, estimateSize: () => 58, overscan: 6 });
  const items = virtual.getVirtualItems();
  const [first, last] = [items[0]?.index, items.at(-1)?.index];
  useEffect(() => { if (first !== undefined && last !== undefined) { need(first); need(last); } }, [first, last, need]);
  const turn = (key: string, taken: boolean) => { const next = new Set(skip); if (taken) next.delete(key); else next.add(key); onSkip(next); };
  if (failure) return <p className="fault" role="alert">{say(failure.message)}</p>;
  if (total === 0) return <p className="import-none">{say('没有这样的行。', 'There are no such rows.')}</p>;
  return (
    <div className="import-rows" ref={frame} tabIndex={0} role="list" aria-label={say('行', 'Rows')}>
      <div style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {items.map(({ index, start, key }) => {
          const row = rows.get(index);
          return (
            <div key={key} data-index={index} ref={virtual.measureElement} className="import-row-place" style={{ transform: `translateY(${start}px)` }} role="listitem">
              {row ? <RowView row={row} taken={!skip.has(row.key)} onTurn={turn} /> : <div className="import-row import-row-waiting" />}
            </div>
          );
        })}
      </div>
    </div>
  );
}

const shownCells = 9;

function RowView({ row, taken, onTurn }: { row: ImportRow; taken: boolean; onTurn: (key: string, taken: boolean) => void }) {
  const say = useSay();
  const [open, setOpen] = useState(false);
  const counts = row.outcome === 'new' || row.outcome === 'changed';
  const fields = row.noun === 'project' ? projectFields : assetFields;
  const all = row.cells.flatMap((cell) => {
    const field: FieldDefinition | null = fields.some((entry) => entry.path === cell.path) ? fieldAt(fields, cell.path) : null;
    const shown = (value: unknown) => (field ? valueText(field, value, say.language, row.category) : '');
    return field && cell.path !== 'name' && cell.path !== 'code' && cell.path !== 'category' ? [{ path: cell.path, own: field.kind !== 'system', label: say(field.label), before: shown(cell.before), after: shown(cell.after) }] : [];
  }).filter((cell) => row.outcome === 'changed' || cell.after !== '');
  // What was written, word for word, is told only where nothing else changes.
  const cells = all.some((cell) => cell.own) ? all.filter((cell) => cell.own) : all;
  const visible = open || row.outcome === 'changed' ? cells : cells.slice(0, shownCells);
  return (
    <div className={`import-row ${counts && !taken ? 'import-row-left' : ''}`}>
      {counts ? (
        <Checkbox className="import-tick" isSelected={taken} onChange={(now) => onTurn(row.key, now)} aria-label={say(`导入「${row.name}」`, `Import “${row.name}”`)}>
          <span className="import-box"><Icon name="check" size={15} /></span>
        </Checkbox>
      ) : <span className="import-tick" />}
      <div className="import-row-main">
        <p className="import-row-name">
          {row.category && <CategoryBadge category={row.category} size={18} />}
          <b>{row.name || say('（没有名称）', '(no name)')}</b>{row.code && <span className="figures soft">{row.code}</span>}
          <span className="import-where figures">{say(`${row.sheet} · 第 ${row.row} 行`, `${row.sheet} · row ${row.row}`)}</span>
        </p>
        {row.reason && <p className="import-reason">{say(row.reason)}</p>}
        {row.doubts.map((doubt, at) => <p key={at} className="import-doubt"><Icon name="warning" size={15} />{say(doubt.reason)}{doubt.text && !say(doubt.reason).includes(doubt.text) && <q>{doubt.text}</q>}</p>)}
        {visible.length > 0 && (
          <dl className="import-cells">
            {visible.map((cell) => (
              <div key={cell.path}><dt>{cell.label}</dt><dd>{row.outcome === 'changed' && <><del>{cell.before || say('空', 'empty')}</del><Icon name="right" size={13} /></>}<span>{cell.after || say('空', 'empty')}</span></dd></div>
            ))}
            {cells.length > visible.length && <button type="button" className="import-more" onClick={() => setOpen(true)}>{say(`还有 ${cells.length - visible.length} 项`, `${cells.length - visible.length} more`)}</button>}
          </dl>
        )}
      </div>
    </div>
  );
}

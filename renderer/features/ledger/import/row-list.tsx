import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useSay } from '../../../state/language.js';
import { isStored } from './leaving.js';
import { RowView } from './row-view.js';
import type { FiledRow, RowGroup } from './use-rows.js';

const usualHeight = 74;

/** The rows of a group. Arrow keys go from row to row, Space leaves one out or takes it in. */
export function RowList({ rows, total, need, group, active, onActive, isTaken, onTurn, fileName }: {
  rows: ReadonlyMap<number, FiledRow>; total: number; need: (index: number) => void; group: RowGroup; active: string | null; onActive: (key: string | null) => void;
  isTaken: (filed: FiledRow) => boolean; onTurn: (filed: FiledRow, taken: boolean) => void; fileName: (file: number) => string | undefined;
}) {
  const say = useSay();
  const frame = useRef<HTMLDivElement>(null);
  const wanted = useRef<number | null>(null);
  const virtual = useVirtualizer({ count: total, getScrollElement: () => frame.current, estimateSize: () => usualHeight, overscan: 5 });
  const items = virtual.getVirtualItems();
  const [first, last] = [items[0]?.index, items.at(-1)?.index];
  useEffect(() => { if (first !== undefined && last !== undefined) { need(first); need(last); } }, [first, last, need]);

  const focusRow = (index: number) => {
    const next = Math.min(total - 1, Math.max(0, index));
    wanted.current = next;
    virtual.scrollToIndex(next);
    reach();
  };
  /** Brings the cursor to the row that was asked for, once it is drawn. */
  const reach = () => {
    if (wanted.current === null) return;
    const element = frame.current?.querySelector<HTMLElement>(`[data-index="${wanted.current}"]`);
    if (element) { wanted.current = null; element.focus({ preventScroll: false }); }
  };
  useEffect(reach);

  const press = (event: KeyboardEvent) => {
    const at = (event.target as HTMLElement).closest<HTMLElement>('[data-index]');
    const index = at ? Number(at.dataset['index']) : -1;
    const steps: Record<string, number> = { ArrowDown: index + 1, ArrowUp: index - 1, PageDown: index + 8, PageUp: index - 8, Home: 0, End: total - 1 };
    const next = steps[event.key];
    if (next !== undefined) { event.preventDefault(); focusRow(next); return; }
    const filed = rows.get(index);
    if (event.key === ' ' && event.target === at && filed && isStored(filed.row)) { event.preventDefault(); onTurn(filed, !isTaken(filed)); }
  };

  return (
    <div className="import-rows" ref={frame} tabIndex={0} role="list" aria-label={say('行', 'Rows')} onKeyDown={press}>
      <div style={{ height: virtual.getTotalSize(), position: 'relative' }} role="presentation">
        {items.map(({ index, start, key }) => {
          const filed = rows.get(index);
          return (
            <div key={key} data-index={index} ref={virtual.measureElement} className="import-row-place" style={{ transform: `translateY(${start}px)` }} role="listitem" tabIndex={-1}
              onMouseEnter={() => onActive(filed?.row.key ?? null)} onMouseLeave={() => onActive(null)} onFocus={() => onActive(filed?.row.key ?? null)}>
              {filed ? <RowView row={filed.row} file={fileName(filed.file)} group={group} taken={isTaken(filed)} active={active === filed.row.key} onTurn={(taken) => onTurn(filed, taken)} /> : <div className="import-row import-row-waiting" />}
            </div>
          );
        })}
      </div>
    </div>
  );
}

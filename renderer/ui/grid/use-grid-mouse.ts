import { useRef, useState, type MouseEvent, type RefObject } from 'react';
import { stretched, type Block, type CellAt } from './cell-range.js';
import { cellUnder, footHeight, headHeight, rowHeight } from './grid-geometry.js';
import type { CellTable } from './use-cell-table.js';

interface MouseOptions {
  readonly root: RefObject<HTMLDivElement | null>;
  readonly edges: readonly number[];
  readonly frozen: number;
  readonly headWidth: number;
  readonly count: number;
  readonly hasFoot: boolean;
  readonly table: CellTable;
  readonly isRecord: (row: number) => boolean;
  /** A press on a row's head: its box, or with Shift all boxes from the last one. */
  readonly onHead: (row: number, extend: boolean) => void;
}

const edgeTickMs = 40;

/** Choosing cells with the mouse: press, pull, Shift; twice edits; the handle at the corner fills. At the edges the table moves on. */
export function useGridMouse({ root, edges, frozen, headWidth, count, hasFoot, table, isRecord, onHead }: MouseOptions) {
  const [filling, setFilling] = useState<Block | null>(null);
  const latest = useRef(table);
  latest.current = table;

  const cellOf = (event: { clientX: number; clientY: number }): CellAt | null => {
    const node = root.current;
    if (!node) return null;
    const rect = node.getBoundingClientRect();
    return cellUnder(Math.min(Math.max(event.clientX - rect.left, headWidth), node.clientWidth - 1), Math.min(Math.max(event.clientY - rect.top, headHeight), node.clientHeight - (hasFoot ? footHeight : 0) - 1), edges, frozen, { left: node.scrollLeft, top: node.scrollTop }, count);
  };

  /** Follows the pressed mouse; the table scrolls on while it is held beyond an edge. */
  const follow = (move: (at: CellAt) => void, end: () => void) => {
    let point: { clientX: number; clientY: number } | null = null;
    const run = () => { const at = point && cellOf(point); if (at) move(at); };
    const beyond = setInterval(() => {
      const node = root.current;
      if (!node || !point) return;
      const rect = node.getBoundingClientRect();
      const [left, right] = [rect.left + (edges[frozen] ?? 0), rect.left + node.clientWidth];
      const [top, bottom] = [rect.top + headHeight, rect.top + node.clientHeight - (hasFoot ? footHeight : 0)];
      const down = point.clientY > bottom ? rowHeight : point.clientY < top ? -rowHeight : 0;
      const across = point.clientX > right ? 40 : point.clientX < left && node.scrollLeft > 0 ? -40 : 0;
      if (down !== 0 || across !== 0) { node.scrollBy(across, down); run(); }
    }, edgeTickMs);
    const moved = (event: globalThis.MouseEvent) => { point = event; run(); };
    const up = () => { clearInterval(beyond); window.removeEventListener('mousemove', moved); window.removeEventListener('mouseup', up); end(); };
    window.addEventListener('mousemove', moved);
    window.addEventListener('mouseup', up);
  };

  const down = (event: MouseEvent) => {
    const target = event.target as HTMLElement;
    if (!root.current?.contains(target) || event.button !== 0 || count === 0 || target.closest('.grid-hand, .grid-head, .grid-foot, button')) return;
    const row = target.closest<HTMLElement>('[data-row]');
    if (!row) return;
    event.preventDefault();
    if (!latest.current.finish()) return;
    latest.current.hand.current?.focus();
    const at = cellOf(event);
    if (!at || !isRecord(at.row)) return;
    if (target.closest('.grid-row-head')) { onHead(at.row, event.shiftKey); return; }
    if (event.shiftKey && !event.ctrlKey) { latest.current.go(at, true); return; }
    latest.current.go(at, false, false);
    let before = at;
    follow((to) => { if ((to.row !== before.row || to.column !== before.column) && isRecord(to.row)) { before = to; latest.current.go(to, true, true); } }, () => undefined);
  };

  const twice = (event: MouseEvent) => {
    const target = event.target as HTMLElement;
    if (!root.current?.contains(target) || target.closest('.grid-hand, .grid-head, .grid-foot, .grid-row-head, button') || !target.closest('[data-row]')) return;
    const at = cellOf(event);
    if (at && isRecord(at.row)) latest.current.begin(false, at);
  };

  const pull = (event: MouseEvent) => {
    event.preventDefault();
    event.stopPropagation();
    const source = latest.current.block;
    if (event.button !== 0 || !source || !latest.current.finish()) return;
    let target = source;
    follow((to) => { target = stretched(source, to); setFilling(target === source ? null : target); }, () => {
      setFilling(null);
      if (target !== source) latest.current.fill(source, target, true);
    });
  };
  return { down, twice, pull, filling };
}

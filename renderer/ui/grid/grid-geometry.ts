import type { Block, CellAt } from './cell-range.js';
import type { ColumnWindow } from './grid-row.js';

export const rowHeight = 38;
export const headHeight = 42;
export const footHeight = 42;

/** Where columns stand: the left edge of each and of the end, in pixels from the left of the table, the rows' heads included. */
export function edgesOf(columns: readonly { readonly width: number }[], headWidth: number): number[] {
  const edges = [headWidth];
  for (const column of columns) edges.push((edges.at(-1) as number) + column.width);
  return edges;
}

/** The last column whose left edge is not beyond `x`. */
export function columnAt(edges: readonly number[], x: number): number {
  let [low, high] = [0, edges.length - 2];
  while (low < high) { const middle = (low + high + 1) >> 1; if ((edges[middle] as number) <= x) low = middle; else high = middle - 1; }
  return Math.max(0, low);
}

/** How many columns beside those in sight are drawn, so that a small move shows no gap. */
const spare = 2;
/** Tables up to this many columns are drawn whole: leaving some out costs more than it saves. */
const fewColumns = 20;

/** The columns that must exist at a scroll position; the frozen ones always do. */
export function windowAt(edges: readonly number[], frozen: number, scrollLeft: number, width: number): ColumnWindow {
  const count = edges.length - 1;
  if (count <= fewColumns) return { from: frozen, to: count, lead: 0 };
  const start = edges[frozen] ?? 0;
  const from = Math.max(frozen, columnAt(edges, scrollLeft + start) - spare);
  const to = Math.min(count, columnAt(edges, scrollLeft + width) + 1 + spare);
  return { from, to: Math.max(from, to), lead: (edges[from] ?? start) - start };
}
export const sameWindow = (one: ColumnWindow, other: ColumnWindow) => one.from === other.from && one.to === other.to && one.lead === other.lead;

/** A block as a box over the rows, in pixels from the top left of the rows. */
export const boxOf = (block: Block, edges: readonly number[]) => ({
  left: edges[block.left] ?? 0, top: block.top * rowHeight, width: (edges[block.right + 1] ?? 0) - (edges[block.left] ?? 0), height: (block.bottom - block.top + 1) * rowHeight,
});

/** The cell under a point of the table's window, or nearest to it. `x` and `y` are from its top left corner. */
export function cellUnder(x: number, y: number, edges: readonly number[], frozen: number, scroll: { readonly left: number; readonly top: number }, rows: number): CellAt {
  const frozenWidth = edges[frozen] ?? 0;
  const across = x < frozenWidth && frozen > 0 ? x : x + scroll.left;
  const row = Math.floor((y - headHeight + scroll.top) / rowHeight);
  return { row: Math.min(rows - 1, Math.max(0, row)), column: columnAt(edges, across) };
}

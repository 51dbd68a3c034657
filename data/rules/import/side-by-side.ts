import { columnLetters, isBlank, plain, textOf, type Grid, type GridRow } from './cell.js';
import { isHeaderCell } from './table-shape.js';

/** Columns from one to another, both included. */
interface Span { readonly from: number; readonly to: number }

/** A header stands within so many rows. */
const deepestHeader = 60;
/** Fewer columns are a key to something, or remarks, and no table. */
const fewestColumns = 3;
const namesThings = /(?:名称|姓名|编号|编码|^名字)$/;

/** The runs of filled cells of a row that head tables of their own: each with three headers or more, and one that names or numbers what it lists. */
function headedSpans({ cells }: GridRow): Span[] {
  const runs: Span[] = [];
  cells.forEach((cell, at) => {
    if (isBlank(cell)) return;
    const last = runs.at(-1);
    if (last && last.to === at - 1) runs[runs.length - 1] = { from: last.from, to: at };
    else runs.push({ from: at, to: at });
  });
  const isTable = ({ from, to }: Span) => {
    const headers = cells.slice(from, to + 1);
    return headers.filter(isHeaderCell).length >= Math.max(fewestColumns, headers.length * 0.5) && headers.some((cell) => namesThings.test(plain(textOf(cell)).replace(/[([].*$/, '')));
  };
  return runs.length > 1 && runs.every(isTable) ? runs : [];
}

/**
 * A sheet with tables side by side, parted by empty columns under one line of headers, as one grid for each; any other grid as it is.
 * Every cell stays in its row and column. Titles that stand over all tables go with each.
 */
export function sideBySide(grid: Grid): readonly Grid[] {
  if (grid.survey) return [grid];
  const head = grid.rows.find((row) => row.row <= deepestHeader && headedSpans(row).length > 1);
  if (!head) return [grid];
  const runs = headedSpans(head);
  // From one table's first column to the last before the next one's.
  const spans = runs.map(({ from }, at): Span => ({ from: at === 0 ? 0 : from, to: (runs[at + 1]?.from ?? Infinity) - 1 }));
  const gaps = runs.slice(0, -1).flatMap(({ to }, at) => Array.from({ length: (runs[at + 1] as Span).from - to - 1 }, (_, step) => to + 1 + step));
  const below = grid.rows.filter((row) => row.row > head.row);
  if (below.some((row) => gaps.some((gap) => !isBlank(row.cells[gap])))) return [grid];
  const within = (at: number, { from, to }: Span) => at >= from && at <= to;
  return spans.map((span, order) => ({
    ...grid,
    name: order === 0 ? grid.name : `${grid.name}（${columnLetters(span.from)} 列起）`,
    rows: grid.rows.flatMap(({ row, cells }): GridRow[] => {
      const filled = cells.filter((cell) => !isBlank(cell)).length;
      if (row < head.row && filled === 1) return [{ row, cells }];
      const own = cells.map((cell, at) => (within(at, span) ? cell : undefined));
      return own.some((cell) => !isBlank(cell)) ? [{ row, cells: own }] : [];
    }),
    merges: grid.merges.filter((merge) => (within(merge.left, span) && within(merge.right, span)) || merge.bottom < head.row),
  }));
}

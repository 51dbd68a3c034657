/** A cell by its place among the rows and columns shown, both from 0. */
export interface CellAt { readonly row: number; readonly column: number }
/** A rectangle of cells, ends included. */
export interface Block { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number }
/** How many rows and columns there are. */
export interface TableSize { readonly rows: number; readonly columns: number }

/** The rectangle between two opposite corners. */
export const blockBetween = (one: CellAt, other: CellAt): Block => ({
  top: Math.min(one.row, other.row), left: Math.min(one.column, other.column), bottom: Math.max(one.row, other.row), right: Math.max(one.column, other.column),
});
export const isInBlock = (block: Block, { row, column }: CellAt) => row >= block.top && row <= block.bottom && column >= block.left && column <= block.right;
export const isOneCell = (block: Block) => block.top === block.bottom && block.left === block.right;
export const rowsOf = (block: Block) => block.bottom - block.top + 1;
export const columnsOf = (block: Block) => block.right - block.left + 1;
const within = (at: number, count: number) => Math.min(count - 1, Math.max(0, at));
/** The cell itself, or the nearest one that there is. */
export const clampCell = ({ row, column }: CellAt, size: TableSize): CellAt => ({ row: within(row, size.rows), column: within(column, size.columns) });

/** Where Ctrl+arrow goes: to the last filled cell of a run, or over a gap to the next filled one, or to the end. */
export function jump(from: number, step: 1 | -1, count: number, isFilled: (at: number) => boolean): number {
  const inside = (at: number) => at >= 0 && at < count;
  let at = from + step;
  if (!inside(at)) return from;
  if (isFilled(from) && isFilled(at)) {
    while (inside(at + step) && isFilled(at + step)) at += step;
    return at;
  }
  while (inside(at) && !isFilled(at)) at += step;
  return inside(at) ? at : at - step;
}

/** The block that a fill by the handle covers: the source stretched towards the cell, along the direction that was pulled further. */
export function stretched(source: Block, to: CellAt): Block {
  const down = Math.max(to.row - source.bottom, source.top - to.row, 0);
  const across = Math.max(to.column - source.right, source.left - to.column, 0);
  if (down === 0 && across === 0) return source;
  return down >= across
    ? { ...source, top: Math.min(source.top, to.row), bottom: Math.max(source.bottom, to.row) }
    : { ...source, left: Math.min(source.left, to.column), right: Math.max(source.right, to.column) };
}

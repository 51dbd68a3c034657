import { clampCell, jump, type CellAt, type TableSize } from './cell-range.js';

/** What moving about needs to know of a table. */
export interface MoveTable {
  readonly size: TableSize;
  readonly pageRows: number;
  /** False for heads of groups, which are passed over. */
  isRecord(row: number): boolean;
  isFilled(at: CellAt): boolean;
}

/** The nearest record from a row on in a direction; when there is none, the nearest the other way. -1 without any. */
export function recordFrom({ size, isRecord }: Pick<MoveTable, 'size' | 'isRecord'>, row: number, step: 1 | -1): number {
  const start = Math.min(size.rows - 1, Math.max(0, row));
  for (let at = start; at >= 0 && at < size.rows; at += step) if (isRecord(at)) return at;
  for (let at = start; at >= 0 && at < size.rows; at -= step) if (isRecord(at)) return at;
  return -1;
}

/** Where a key leads from a cell, or nothing when the key is none that moves. Ctrl goes to the ends of what is filled. */
export function movedBy(key: string, ctrl: boolean, from: CellAt, table: MoveTable): CellAt | null {
  const { size, pageRows } = table;
  if (size.rows === 0 || size.columns === 0) return null;
  const toRow = (row: number, step: 1 | -1): CellAt | null => { const found = recordFrom(table, row, step); return found < 0 ? null : clampCell({ row: found, column: from.column }, size); };
  const toColumn = (column: number) => clampCell({ row: from.row, column }, size);
  const filledRow = (row: number) => !table.isRecord(row) || table.isFilled({ row, column: from.column });
  switch (key) {
    case 'ArrowDown': return ctrl ? toRow(jump(from.row, 1, size.rows, filledRow), -1) : toRow(from.row + 1, 1);
    case 'ArrowUp': return ctrl ? toRow(jump(from.row, -1, size.rows, filledRow), 1) : toRow(from.row - 1, -1);
    case 'ArrowLeft': return toColumn(ctrl ? jump(from.column, -1, size.columns, (column) => table.isFilled({ row: from.row, column })) : from.column - 1);
    case 'ArrowRight': return toColumn(ctrl ? jump(from.column, 1, size.columns, (column) => table.isFilled({ row: from.row, column })) : from.column + 1);
    case 'PageDown': return toRow(from.row + pageRows, 1);
    case 'PageUp': return toRow(from.row - pageRows, -1);
    case 'Home': { const row = ctrl ? recordFrom(table, 0, 1) : from.row; return row < 0 ? null : { row, column: 0 }; }
    case 'End': { const row = ctrl ? recordFrom(table, size.rows - 1, -1) : from.row; return row < 0 ? null : { row, column: size.columns - 1 }; }
    default: return null;
  }
}

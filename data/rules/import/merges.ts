import type { Cell, Grid, GridRow, Merge } from './cell.js';

/** Finds the cells of a sheet by row, seeing through merged blocks. */
export interface Sheet {
  readonly grid: Grid;
  readonly width: number;
  row(row: number): GridRow | undefined;
  /** The cell itself, nothing for the covered part of a merged block. */
  at(row: number, column: number): Cell;
  /** The cell, or the one whose merged block covers this place. */
  seen(row: number, column: number): Cell;
  /** True when a merged block touches the row. */
  isMerged(row: number): boolean;
  /** The merged block over a place. */
  mergeAt(row: number, column: number): Merge | undefined;
}

const widest = 512;

/** Prepares a grid for looking up; merged blocks are found by row, and only as far as rows go that hold something. */
export function sheetOf(grid: Grid): Sheet {
  const rows = new Map(grid.rows.map((row) => [row.row, row]));
  const lastRow = grid.rows.at(-1)?.row ?? 0;
  const byRow = new Map<number, Merge[]>();
  let budget = 2_000_000;
  for (const merge of grid.merges) {
    for (let row = merge.top; row <= Math.min(merge.bottom, lastRow) && budget > 0; row += 1, budget -= 1) {
      const list = byRow.get(row);
      if (list) list.push(merge);
      else byRow.set(row, [merge]);
    }
  }
  const mergeAt = (row: number, column: number) => byRow.get(row)?.find((merge) => column >= merge.left && column <= merge.right);
  const at = (row: number, column: number) => rows.get(row)?.cells[column];
  const width = Math.min(widest, grid.rows.reduce((most, row) => Math.max(most, Math.min(row.cells.length, widest)), 0));
  return {
    grid, width, at, mergeAt,
    isMerged: (row) => byRow.has(row),
    row: (row) => rows.get(row),
    seen(row, column) {
      const merge = mergeAt(row, column);
      return merge ? at(merge.top, merge.left) : at(row, column);
    },
  };
}

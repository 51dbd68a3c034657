import type { Cell, Grid } from '../../data/rules/import/cell.js';
import { understandFiles, type LedgerHints, type Understood } from '../../data/rules/import/understand-files.js';

export type GridCell = Exclude<Cell, undefined> | null;

const merge = (block: string) => {
  const [, left, top, right, bottom] = /^([A-Z])(\d+):([A-Z])(\d+)$/.exec(block) as unknown as [string, string, string, string, string];
  return { top: Number(top), bottom: Number(bottom), left: left.charCodeAt(0) - 65, right: right.charCodeAt(0) - 65 };
};

/** A sheet as the readers give it, from rows of cells and merged blocks written A1:C1. */
export function gridOf(rows: readonly (readonly GridCell[])[], options: { name?: string; merges?: readonly string[]; hidden?: boolean } = {}): Grid {
  return {
    name: options.name ?? 'Sheet1', hidden: options.hidden ?? false, merges: (options.merges ?? []).map(merge),
    rows: rows.map((cells, at) => ({ row: at + 1, cells: cells.map((cell) => cell ?? undefined) })).filter((row) => row.cells.some((cell) => cell !== undefined)),
  };
}

/** Sheets of one workbook, understood with what a ledger hints at. */
export const understandGrids = (grids: readonly Grid[], hints: Partial<LedgerHints> = {}): Understood =>
  understandFiles([{ file: '台账.xlsx', format: 'xlsx', grids }], { villages: [], villageCounts: {}, points: [], today: '2026-11-01', ...hints });

import { fieldOfColumn } from '../slice/slice-columns.js';
import { headerRow, issuedName, listSheet, markSheet, readIdentity, sliceFormat } from '../slice/slice-book.js';
import { isBlank, textOf, type Cell, type Grid, type GridRow } from './cell.js';
import type { Draft } from './draft.js';

/** What a workbook that was handed out to a village says of itself: of each sheet its columns' fields and the rows as they were handed out. */
export interface IssuedBook { readonly sheets: ReadonlyMap<string, { readonly paths: readonly string[]; readonly issued: ReadonlyMap<string, GridRow>; readonly rows: ReadonlyMap<number, GridRow> }> }

const cellText = (cell: Cell) => textOf(cell).trim();

/** The sheets of a file that hold records, and what was handed out, where it is such a workbook. Sheets that only the program reads are left out. */
export function issuedBook(grids: readonly Grid[]): { readonly grids: readonly Grid[]; readonly book?: IssuedBook } {
  const mark = grids.find((grid) => grid.name === markSheet && grid.rows[0]?.cells[0] === sliceFormat);
  if (!mark) return { grids };
  const sheets = new Map<string, { paths: string[]; issued: Map<string, GridRow>; rows: Map<number, GridRow> }>();
  for (const { cells } of mark.rows.slice(1)) {
    const [name = '', ...paths] = cells.map(cellText);
    const [grid, copy] = [grids.find((one) => one.name === name), grids.find((one) => one.name === issuedName(name))];
    if (!grid || !copy) continue;
    sheets.set(name, { paths, rows: new Map(grid.rows.map((row) => [row.row, row])), issued: new Map(copy.rows.filter(({ row }) => row > headerRow).map((row) => [cellText(row.cells[0]), row])) });
  }
  const own = new Set([markSheet, listSheet, ...[...sheets.keys()].map(issuedName)]);
  return { grids: grids.filter((grid) => !own.has(grid.name)), ...(sheets.size > 0 ? { book: { sheets } } : {}) };
}

/** True for the value of a field, what a file says beside it included. */
const belongsTo = (field: string, path: string) => path === field || path === `${field}Text`;

/**
 * Takes off the rows of such a workbook what nobody changed, so that only what the village wrote is left: a row knows its record by
 * identity, and each changed cell what it said when it was handed out. A row that was copied to make a new asset is read as any other.
 */
export function trimToChanges(drafts: readonly Draft[], books: readonly (IssuedBook | undefined)[]): void {
  const seen = new Set<string>();
  for (const draft of drafts) {
    const sheet = books[draft.file]?.sheets.get(draft.sheet);
    const cells = sheet?.rows.get(draft.row)?.cells;
    const words = cells ? cellText(cells[0]) : '';
    const identity = readIdentity(words);
    const before = sheet?.issued.get(words);
    const key = `${draft.file} ${identity?.id ?? ''}`;
    if (!sheet || !cells || !identity || !before || seen.has(key)) continue;
    seen.add(key);
    const issued: Record<string, string> = {};
    for (const [at, path] of sheet.paths.entries()) {
      const [then, now] = [before.cells[at + 1], cells[at + 1]];
      // An emptied cell takes nothing away: whoever clears a row by mistake has not cleared the ledger.
      if (!isBlank(now) && cellText(then) !== cellText(now)) issued[path] = cellText(then);
    }
    const changed = Object.keys(issued).map(fieldOfColumn);
    for (const path of Object.keys(draft.values)) if (!changed.some((field) => belongsTo(field, path))) delete draft.values[path];
    const kept = draft.doubts.filter(({ field }) => changed.some((one) => belongsTo(one, field)));
    draft.doubts.splice(0, draft.doubts.length, ...kept);
    draft.issued = { ...identity, cells: issued };
    delete draft.bare;
    delete draft.refused;
  }
}

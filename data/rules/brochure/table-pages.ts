import type { Words } from '../slides/slide-words.js';
import { linesOf } from '../slides/fit-words.js';

/** Ems of text that each column of the project table holds in one line; the head's order. */
const columnEms = [12.5, 6, 6, 6.2, 7, 4, 5.5] as const;
/** Lines of text on a page of the table, with a line of air for every row. */
const linesOnPage = 40;

/** How many lines a row takes: as many as its fullest cell. */
export const rowLines = (row: readonly Words[]): number =>
  Math.max(...row.map(({ main, second }, at) => linesOf(main, columnEms[at] ?? 6) + (second ? Math.ceil(linesOf(second, (columnEms[at] ?? 6) * 1.25) * 0.85) : 0))) + 1;

/** Rows on pages, about as many on each: a table of 17 rows is 9 and 8, not 16 and a lonely one. */
export function tablePages<R extends { readonly row: readonly Words[] }>(rows: readonly R[], room = linesOnPage): R[][] {
  if (rows.length === 0) return [];
  const heights = rows.map(({ row }) => rowLines(row));
  const fill = (most: number): R[][] => {
    const pages: R[][] = [[]];
    let used = 0;
    rows.forEach((one, at) => {
      if (used > 0 && used + heights[at]! > most) { pages.push([]); used = 0; }
      pages.at(-1)!.push(one);
      used += heights[at]!;
    });
    return pages;
  };
  const count = fill(room).length;
  const total = heights.reduce((sum, height) => sum + height, 0);
  for (let most = Math.ceil(total / count); most < room; most += 1) if (fill(most).length <= count) return fill(most);
  return fill(room);
}

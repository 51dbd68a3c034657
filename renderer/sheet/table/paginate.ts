import type { SheetRow } from '../../../data/rules/export/sheet.js';

/** A row with the height that it takes, in any unit. */
export interface MeasuredRow { readonly kind: SheetRow['kind']; readonly height: number }
/** Rows of a page, as positions: from the first to before the last. */
export interface PageRows { readonly from: number; readonly to: number }

/** Rows that stand by the one before them: sums under what they add up, notes under the table. */
const follows = (kind: SheetRow['kind'], before: SheetRow['kind']) => before === 'section' || kind === 'subtotal' || kind === 'total' || kind === 'note';

/**
 * Divides rows among pages, of which the first has less room than the others. A heading stays with its first row and a sum with the last row
 * that it adds up; only what is taller than a page is divided anyway.
 */
export function paginate(rows: readonly MeasuredRow[], room: { readonly first: number; readonly next: number }): PageRows[] {
  const pages: PageRows[] = [];
  let from = 0;
  let used = 0;
  const roomNow = () => (pages.length === 0 ? room.first : room.next);
  const turn = (at: number) => { if (at > from) { pages.push({ from, to: at }); from = at; used = 0; } };
  for (let at = 0; at < rows.length;) {
    let end = at + 1;
    while (end < rows.length && follows(rows[end]!.kind, rows[end - 1]!.kind)) end += 1;
    const height = heightOf(rows, at, end);
    if (used + height > roomNow()) {
      turn(at);
      if (height > roomNow()) {
        for (; at < end; at += 1) {
          if (used + rows[at]!.height > roomNow()) turn(at);
          used += rows[at]!.height;
        }
        continue;
      }
    }
    used += height;
    at = end;
  }
  turn(rows.length);
  return pages;
}

function heightOf(rows: readonly MeasuredRow[], from: number, to: number): number {
  let sum = 0;
  for (let at = from; at < to; at += 1) sum += rows[at]!.height;
  return sum;
}

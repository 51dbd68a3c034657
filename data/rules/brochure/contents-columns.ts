/** How much room a kind of line takes, in lines of the grid. */
const roomOf = { section: 2, category: 2, entry: 1 } as const;
export interface LineOfContents { readonly kind: keyof typeof roomOf }

/** Lines of the grid in one column of the contents, and its columns on a page. */
export const contentsRoom = 44;
export const contentsColumns = 2;

/** How many pages the contents take: known before any page number is. */
export function contentsPages(lines: readonly LineOfContents[]): number {
  let columns = 1;
  let used = 0;
  for (const [at, { kind }] of lines.entries()) {
    const needed = roomOf[kind] + (isHeading(kind) ? neededAfter(lines, at) : 0);
    if (used > 0 && used + needed > contentsRoom) { columns += 1; used = 0; }
    used += roomOf[kind];
  }
  return Math.ceil(columns / contentsColumns);
}

const isHeading = (kind: LineOfContents['kind']) => kind !== 'entry';
/** A heading stays with the headings right below it and the first two entries under them. */
function neededAfter(lines: readonly LineOfContents[], at: number): number {
  let room = 0;
  let entries = 0;
  for (const { kind } of lines.slice(at + 1)) {
    if (isHeading(kind) && entries > 0) break;
    room += roomOf[kind];
    if (!isHeading(kind)) entries += 1;
    if (entries === 2) break;
  }
  return room;
}

/** Lines stand at most so much wider apart than the grid. */
const widestStretch = 1.5;
/** How much wider apart the lines of a page may stand so that its columns fill it, as far as that still looks like a list. */
export function contentsStretch(columns: readonly (readonly LineOfContents[])[]): number {
  const longest = Math.max(1, ...columns.map(heightOf));
  return Math.round(Math.max(1, Math.min(widestStretch, contentsRoom / longest)) * 100) / 100;
}
const heightOf = (lines: readonly LineOfContents[]) => lines.reduce((sum, { kind }) => sum + roomOf[kind], 0);

/** The lines in columns of about the same height over all pages: no heading ends a column, and no page is left half empty. */
export function contentsInColumns<L extends LineOfContents>(lines: readonly L[]): L[][] {
  const count = contentsPages(lines) * contentsColumns;
  const total = heightOf(lines);
  const fill = (most: number): L[][] => {
    const columns: L[][] = [[]];
    let used = 0;
    for (const [at, line] of lines.entries()) {
      const needed = roomOf[line.kind] + (isHeading(line.kind) ? neededAfter(lines, at) : 0);
      if (used > 0 && used + needed > most) { columns.push([]); used = 0; }
      columns.at(-1)!.push(line);
      used += roomOf[line.kind];
    }
    return columns;
  };
  // The lowest columns that hold everything.
  for (let most = Math.ceil(total / count); most < contentsRoom; most += 1) {
    const columns = fill(most);
    if (columns.length <= count) return [...columns, ...Array.from({ length: count - columns.length }, () => [])];
  }
  const columns = fill(contentsRoom);
  return [...columns, ...Array.from({ length: Math.max(0, count - columns.length) }, () => [])];
}

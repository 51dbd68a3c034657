import { isDoubtful, type ImportFile, type ImportRow } from '../../../../data/schema/import-plan.js';

type Outcome = ImportRow['outcome'];
/** A row that a person left out, with what it would have counted as. */
export interface LeftRow { readonly file: number; readonly outcome: Outcome; readonly doubtful: boolean }
/** A whole group of a file: all rows of an outcome, or all with a doubt. */
export interface LeftGroup { readonly file: number; readonly outcome?: Outcome; readonly doubtfulOnly?: boolean }
/** What is left out of an import. */
export interface Leaving { readonly rows: ReadonlyMap<string, LeftRow>; readonly groups: readonly LeftGroup[] }
/** How many rows of a file would be stored and carry a doubt. */
export interface DoubtfulCounts { readonly new: number; readonly changed: number }

export const nothingLeft: Leaving = { rows: new Map(), groups: [] };
export const isNothingLeft = ({ rows, groups }: Leaving) => rows.size === 0 && groups.length === 0;

/** True for rows that an import stores: the others have nothing to leave out. */
export const isStored = (row: Pick<ImportRow, 'outcome'>) => row.outcome === 'new' || row.outcome === 'changed';

const holds = (group: LeftGroup, row: LeftRow) => group.file === row.file && (group.outcome === undefined || group.outcome === row.outcome) && (!group.doubtfulOnly || row.doubtful);
const isSame = (one: LeftGroup, other: LeftGroup) => one.file === other.file && one.outcome === other.outcome && Boolean(one.doubtfulOnly) === Boolean(other.doubtfulOnly);

export const leftRowOf = (row: ImportRow, file: number): LeftRow => ({ file, outcome: row.outcome, doubtful: isDoubtful(row) });

/** The group that a row is left out with, if any. */
export const groupOf = (leaving: Leaving, row: LeftRow): LeftGroup | undefined => leaving.groups.find((group) => holds(group, row));
export const isLeft = (leaving: Leaving, key: string, row: LeftRow) => leaving.rows.has(key) || groupOf(leaving, row) !== undefined;
export const isGroupLeft = (leaving: Leaving, group: LeftGroup) => leaving.groups.some((other) => isSame(other, group));

/** Leaves one row out, or takes it in again. */
export function withRow(leaving: Leaving, key: string, row: LeftRow, left: boolean): Leaving {
  const rows = new Map(leaving.rows);
  if (left) rows.set(key, row);
  else rows.delete(key);
  return { ...leaving, rows };
}

/** Leaves whole groups out, or takes them in again together with the single rows in them. */
export function withGroups(leaving: Leaving, groups: readonly LeftGroup[], left: boolean): Leaving {
  const others = leaving.groups.filter((group) => !groups.some((other) => isSame(group, other)));
  const rows = new Map([...leaving.rows].filter(([, row]) => !groups.some((group) => holds(group, row))));
  return { rows, groups: left ? [...others, ...groups] : others };
}

/** A group's rows left out one by one instead, so that one of them can be taken in again. */
export function withGroupApart(leaving: Leaving, group: LeftGroup, rows: ReadonlyMap<string, LeftRow>): Leaving {
  return { rows: new Map([...leaving.rows, ...rows]), groups: leaving.groups.filter((other) => !isSame(other, group)) };
}

export interface Standing { readonly added: number; readonly changed: number; readonly left: number }

/** How many rows would be stored, and how many of those that could be are left out. */
export function standingOf(files: readonly Pick<ImportFile, 'counts'>[], leaving: Leaving, doubtful: readonly (DoubtfulCounts | undefined)[]): Standing {
  const sum = { added: 0, changed: 0, left: 0 };
  files.forEach(({ counts }, file) => {
    for (const outcome of ['new', 'changed'] as const) {
      const groups = leaving.groups.filter((group) => group.file === file && (group.outcome === undefined || group.outcome === outcome));
      const whole = groups.some((group) => !group.doubtfulOnly);
      const doubtfulLeft = groups.some((group) => group.doubtfulOnly);
      const single = [...leaving.rows.values()].filter((row) => row.file === file && row.outcome === outcome && !(doubtfulLeft && row.doubtful)).length;
      const left = whole ? counts[outcome] : Math.min(counts[outcome], single + (doubtfulLeft ? doubtful[file]?.[outcome] ?? 0 : 0));
      sum[outcome === 'new' ? 'added' : 'changed'] += counts[outcome] - left;
      sum.left += left;
    }
  });
  return sum;
}

/** What is left out after files were taken away or added; the keys of rows begin with the file's place. */
export function movedLeaving(leaving: Leaving, places: ReadonlyMap<number, number>): Leaving {
  const rows = [...leaving.rows].flatMap(([key, row]): [string, LeftRow][] => {
    const file = places.get(row.file);
    return file === undefined ? [] : [[key.replace(/^\d+/, String(file)), { ...row, file }]];
  });
  return { rows: new Map(rows), groups: leaving.groups.flatMap((group) => { const file = places.get(group.file); return file === undefined ? [] : [{ ...group, file }]; }) };
}

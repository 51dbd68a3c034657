/** The names of what lies in a ledger's `snapshots/` folder. */

/** A moment as it stands in file names: 20260314T101502Z. */
export const stampOf = (at: Date) => at.toISOString().replace(/[-:]|\.\d+/g, '');
const momentOf = (stamp: string) => Date.parse(stamp.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));

/** A restore point. `schema` is given for the copy made before a migration, which is never thinned out. */
export const snapshotName = (seq: number, at: Date, schema?: number) => `ledger-${seq}-${stampOf(at)}${schema === undefined ? '' : `-v${schema}`}.json`;
/** Journal lines that were moved out of journal.jsonl. */
export const journalName = (first: number, last: number) => `journal-${first}-${last}.jsonl`;
/** The folder for files that were found damaged. */
export const damagedName = (at: Date) => `damaged-${stampOf(at)}`;

export interface SnapshotFile { readonly name: string; readonly seq: number; /** Milliseconds since 1970. */ readonly at: number; readonly isKept: boolean }
export interface JournalFile { readonly name: string; readonly first: number; readonly last: number }

/** The restore points among the names, newest first. */
export function snapshotsAmong(names: readonly string[]): SnapshotFile[] {
  return names
    .flatMap((name) => {
      const found = /^ledger-(\d+)-(\d{8}T\d{6}Z)(-v\d+)?\.json$/.exec(name);
      return found ? [{ name, seq: Number(found[1]), at: momentOf(found[2] as string), isKept: found[3] !== undefined }] : [];
    })
    .sort((one, other) => other.seq - one.seq || other.at - one.at);
}

/** The moved journals among the names, oldest first. */
export function journalsAmong(names: readonly string[]): JournalFile[] {
  return names
    .flatMap((name) => {
      const found = /^journal-(\d+)-(\d+)\.jsonl$/.exec(name);
      return found ? [{ name, first: Number(found[1]), last: Number(found[2]) }] : [];
    })
    .sort((one, other) => one.first - other.first || one.last - other.last);
}

import { join, resolve } from 'node:path';
import { FailureError } from '../../data/schema/failure.js';
import { schemaVersion as currentSchema, type LedgerData } from '../../data/schema/ledger.js';
import { migrated, migrations as allMigrations, type Migration } from '../../data/schema/migrations.js';
import type { Text } from '../../data/schema/text.js';
import { checked, parsedRecords } from './checked-records.js';
import { diskFailure, isForbidden } from './disk-failure.js';
import { linkOrCopy, realDisk, type Disk } from './disk.js';
import { snapshotName } from './folder-names.js';
import { History } from './history.js';
import { Journal } from './journal.js';
import { LedgerFile } from './ledger-file.js';
import { LedgerIndex } from './ledger-index.js';
import { heldBy, joined, newer, noAccess, notFound, occupied } from './ledger-notices.js';
import { Lock, realProcesses, type Processes } from './lock.js';
import { damageNotice, keepAside, mendJournals } from './mend.js';
import { takeableAt, type JournalLimit, type LedgerWriter } from './ledger-state.js';
import { FolderLedger } from './opened-ledger.js';
import type { Ledger } from './kept-ledger.js';
import { readFolder, type FolderContent } from './read-folder.js';
import { keepRestorePoint, usualHours } from './restore-points.js';

export type { Ledger } from './kept-ledger.js';

/** What tests put in place of the machine and of the program's own version. */
export interface LedgerOptions {
  readonly disk?: Disk;
  readonly processes?: Processes;
  readonly now?: () => Date;
  readonly schemaVersion?: number;
  readonly migrations?: readonly Migration[];
  readonly longestJournal?: JournalLimit;
  /** How often a restore point is kept at most, in hours; asked each time. */
  readonly backupHours?: () => number;
}

/** Small enough to be read at opening in a fraction of a second. */
const usualJournal: JournalLimit = { lines: 3_000, bytes: 8 * 1024 * 1024 };

function settled({
  disk = realDisk, processes = realProcesses, now = () => new Date(), schemaVersion = currentSchema, migrations = allMigrations, longestJournal = usualJournal, backupHours = () => usualHours,
}: LedgerOptions) {
  return { disk, processes, now, schemaVersion, migrations, longestJournal, backupHours };
}
type Settled = ReturnType<typeof settled>;

/** True when a folder holds a ledger or what is left of one. */
async function hasLedger(folder: string, disk: Disk): Promise<boolean> {
  if (await disk.stat(join(folder, 'ledger.json'))) return true;
  if ((await disk.stat(join(folder, 'journal.jsonl')))?.size) return true;
  const snapshots = join(folder, 'snapshots');
  return ((await disk.stat(snapshots)) ? await disk.list(snapshots) : []).some((name) => /^(ledger|journal)-\d/.test(name));
}

/**
 * Opens the ledger in a folder. Damage is answered with the newest good restore point and every change after it, and named in the
 * ledger's `notice`; where somebody else has the ledger open, the folder cannot be written to, or a newer program wrote it, it is
 * open for reading only. Throws `not-found` where there is no ledger, `damaged` where nothing of it is good, `disk` where it cannot be read.
 */
export async function openLedger(folder: string, options: LedgerOptions = {}): Promise<Ledger> {
  const path = resolve(folder);
  const context = settled(options);
  let lock: Lock | undefined;
  try {
    if (!(await hasLedger(path, context.disk))) throw notFound(path);
    const taken = await takeLock(path, context);
    lock = taken.lock;
    return await openWith(path, context, lock, taken.notice);
  } catch (error) {
    await lock?.release().catch(() => undefined);
    throw error instanceof FailureError ? error : diskFailure(error, path, 'read');
  }
}

async function takeLock(folder: string, { disk, processes, now }: Settled): Promise<{ lock?: Lock; notice?: Text }> {
  try {
    const taken = await Lock.take(disk, folder, processes, now);
    return 'lock' in taken ? taken : { notice: heldBy(taken.heldBy) };
  } catch (error) {
    if (isForbidden(error)) return { notice: noAccess };
    throw error;
  }
}

async function openWith(folder: string, context: Settled, lock: Lock | undefined, lockNotice: Text | undefined): Promise<Ledger> {
  const { disk, now, schemaVersion, migrations, longestJournal, backupHours } = context;
  const notices = lockNotice ? [lockNotice] : [];
  let content = await read(folder, context);
  let writer: LedgerWriter | undefined;
  if (lock && content.schema <= schemaVersion) {
    try {
      const found = content.damage;
      if (found) {
        const { seq } = content;
        content = await mended(folder, context, content);
        notices.push(damageNotice(found, seq, true));
      }
      if (content.schema < schemaVersion) content = await upgraded(folder, context, content);
      const { scan } = content.journal;
      const journal = new Journal(disk, folder, scan.goodLength, scan.lines.length, scan.isUnfinished);
      await disk.makeFolder(join(folder, 'snapshots'));
      await journal.settle();
      writer = { journal, lock };
    } catch (error) {
      if (error instanceof FailureError) throw error;
      notices.push(isForbidden(error) ? noAccess : diskFailure(error, folder, 'mend').failure.message);
    }
  }
  if (!writer) await lock?.release().catch(() => undefined);
  if (!writer && content.damage) notices.push(damageNotice(content.damage, content.seq, false));
  const { data, skipped } = await trusted(content, context);
  if (content.schema > schemaVersion) notices.push(newer(content.schema, skipped));
  const history = new History(disk, folder, content.rotated, content.journal.scan.lines, schemaVersion);
  return new FolderLedger({
    folder, disk, now, schemaVersion, migrations, longestJournal, backupHours, data, index: await LedgerIndex.of(data), seq: content.seq, savedSeq: content.savedSeq, ledgerBytes: content.ledgerBytes, history, writer,
    reach: { undoable: await takeableAt(history, await history.undoableAt(content.seq)), redoable: await takeableAt(history, await history.redoableAt(content.seq)) }, notice: joined(notices),
  });
}

async function read(folder: string, context: Settled): Promise<FolderContent> {
  const content = await readFolder(folder, context);
  if (!content) throw notFound(folder);
  return content;
}

/** Puts a damaged folder in order: what was damaged aside, then the records as they were brought back, then the journals. */
async function mended(folder: string, context: Settled, content: FolderContent): Promise<FolderContent> {
  const { disk, now, schemaVersion } = context;
  if (!content.damage) return content;
  await keepAside(disk, folder, content.damage, now());
  const { schema, seq, data } = content;
  await new LedgerFile(disk, join(folder, 'ledger.json'), schemaVersion).write({ schema, seq, ...data });
  await mendJournals(disk, folder, content);
  return read(folder, context);
}

/** Takes an older ledger to this program's schema; ledger.json as it was is kept for good before. */
async function upgraded(folder: string, context: Settled, content: FolderContent): Promise<FolderContent> {
  const { disk, now, schemaVersion } = context;
  const snapshots = join(folder, 'snapshots');
  const path = join(folder, 'ledger.json');
  const data = await checked(migrated(content.data, content.schema, schemaVersion, context.migrations));
  await disk.makeFolder(snapshots);
  const copy = join(snapshots, snapshotName(content.savedSeq, now(), content.schema));
  if (!(await disk.stat(copy))) await linkOrCopy(disk, path, copy);
  await disk.syncFolder(snapshots);
  const file = new LedgerFile(disk, path, schemaVersion);
  await file.write({ schema: schemaVersion, seq: content.seq, ...data });
  return { ...content, data, schema: schemaVersion, savedSeq: content.seq, ledgerBytes: file.length };
}

/**
 * The records as this program may use them. Those of its own schema version are taken as they are: each satisfied its schema
 * before it was stored, and the checksums say that no byte has changed since; parsing 50,000 again would take seconds.
 */
async function trusted(content: FolderContent, { schemaVersion, migrations }: Settled): Promise<{ data: LedgerData; skipped: number }> {
  if (content.schema === schemaVersion) return { data: content.data as LedgerData, skipped: 0 };
  if (content.schema < schemaVersion) return { data: await checked(migrated(content.data, content.schema, schemaVersion, migrations)), skipped: 0 };
  const { data, refused } = await parsedRecords(content.data);
  return { data, skipped: refused.length };
}

/** Makes a new ledger with these records and opens it. Refuses a folder that already holds one. */
export async function createLedger(folder: string, data: LedgerData, options: LedgerOptions = {}): Promise<Ledger> {
  const path = resolve(folder);
  const { disk, now, schemaVersion } = settled(options);
  try {
    if (await hasLedger(path, disk)) throw occupied(path);
    const records = await checked(data);
    for (const part of ['media', 'maps', 'snapshots']) await disk.makeFolder(join(path, part));
    await new LedgerFile(disk, join(path, 'ledger.json'), schemaVersion).write({ schema: schemaVersion, seq: 0, ...records });
    // A first restore point: from now on there is always one for the journal to follow.
    await keepRestorePoint(disk, path, 0, now());
    await disk.syncFolder(resolve(path, '..'));
  } catch (error) {
    throw diskFailure(error, path, 'create');
  }
  return openLedger(path, options);
}

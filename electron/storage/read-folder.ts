import { join } from 'node:path';
import { migrated, type Migration, type RawLedger } from '../../data/schema/migrations.js';
import { FailureError } from '../../data/schema/failure.js';
import { profileId, type LedgerData } from '../../data/schema/ledger.js';
import { codeOf, type Disk } from './disk.js';
import { journalsAmong, snapshotsAmong, type JournalFile, type SnapshotFile } from './folder-names.js';
import { entriesOf, scanJournal, type JournalScan, type Line } from './journal-line.js';
import { DamagedFile, LedgerFile, type LedgerDocument } from './ledger-file.js';
import { applyPaced, LedgerIndex } from './ledger-index.js';

/** A journal file as read; `isThere` is false when there is none of that name. */
export interface JournalSource { readonly name: string; readonly bytes: Buffer; readonly scan: JournalScan; readonly isThere: boolean }

/** What was found wrong in a folder, and how far the records could be brought. */
export interface Damage {
  /** ledger.json: what is wrong with it, when anything is. */
  readonly ledger?: string;
  /** The restore point that stands in for ledger.json. */
  readonly base?: SnapshotFile;
  /** Changes that were once made and cannot be reached any more. */
  readonly lost: number;
  /** Journal files with bytes that are not as they were written, or lines that cannot be reached. */
  readonly journals: readonly JournalSource[];
}

/** A ledger as its folder tells it. The records are those of `schema`, not checked. */
export interface FolderContent {
  readonly data: RawLedger;
  readonly schema: number;
  readonly seq: number;
  /** The number of the last change that ledger.json holds. */
  readonly savedSeq: number;
  readonly ledgerBytes: number;
  readonly journal: JournalSource;
  readonly rotated: readonly JournalFile[];
  readonly snapshots: readonly SnapshotFile[];
  readonly damage?: Damage;
}

export interface ReadOptions { readonly disk: Disk; readonly schemaVersion: number; readonly migrations: readonly Migration[] }

const emptyScan: JournalScan = { lines: [], state: 'whole', goodLength: 0, isUnfinished: false };

async function readJournal(disk: Disk, folder: string, name: string): Promise<JournalSource> {
  try {
    const bytes = await disk.readFile(join(folder, name));
    return { name, bytes, scan: await scanJournal(bytes), isThere: true };
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return { name, bytes: Buffer.alloc(0), scan: emptyScan, isThere: false };
    // A bad sector: what stands in this file is lost, the rest of the ledger is not.
    if (codeOf(error) === 'EIO') return { name, bytes: Buffer.alloc(0), scan: { ...emptyScan, state: 'broken' }, isThere: true };
    throw error;
  }
}

async function readDocument(options: ReadOptions, path: string): Promise<{ document: LedgerDocument; length: number } | { reason: string | undefined }> {
  const file = new LedgerFile(options.disk, path, options.schemaVersion);
  try {
    const document = await file.read();
    return document ? { document, length: file.length } : { reason: 'missing' };
  } catch (error) {
    if (error instanceof DamagedFile) return { reason: error.reason };
    if (codeOf(error) === 'EIO') return { reason: 'unreadable' };
    throw error;
  }
}

/** Applies the lines that follow a document one by one, as far as they go without a gap and find what they expect. */
async function replayed(base: LedgerDocument, sources: readonly JournalSource[], options: ReadOptions) {
  const following = new Map<number, { line: Line; bytes: Buffer }>();
  for (const { scan, bytes } of sources) {
    for (const line of scan.lines) {
      if (line.seq > base.seq && !following.has(line.seq)) following.set(line.seq, { line, bytes });
    }
  }
  let { schema, seq } = base;
  let data = { profile: base.profile, assets: base.assets, projects: base.projects, tours: base.tours } as LedgerData;
  let index = await LedgerIndex.of(data);
  for (let next = following.get(seq + 1); next; next = following.get(seq + 1)) {
    if (next.line.schema > schema) {
      if (next.line.schema <= options.schemaVersion) {
        data = migrated(data, schema, next.line.schema, options.migrations) as LedgerData;
        index = await LedgerIndex.of(data);
      }
      schema = next.line.schema;
    }
    const entries = await entriesOf(next.bytes.subarray(next.line.offset, next.line.offset + next.line.length));
    try {
      const after = await applyPaced(data, entries, index);
      index.follow(after, entries);
      data = after;
    } catch (error) {
      // A line that does not fit what is there cannot be trusted, however good its checksum.
      if (error instanceof FailureError) return { data, schema, seq, isStopped: true };
      throw error;
    }
    seq += 1;
  }
  return { data, schema, seq, isStopped: false };
}

/** The ledger before its first change, for a folder that has nothing but the journal: it must begin at change 1. */
async function journalAlone(sources: readonly JournalSource[], schema: number): Promise<LedgerDocument | undefined> {
  const first = sources.flatMap(({ scan, bytes }) => scan.lines.filter((line) => line.seq === 1).map((line) => ({ line, bytes })))[0];
  if (!first) return undefined;
  let profile: unknown = { name: { zh: '未命名乡镇', en: 'Unnamed township' }, villages: [], sample: false };
  search: for (const { scan, bytes } of sources) {
    for (const line of scan.lines) {
      const found = (await entriesOf(bytes.subarray(line.offset, line.offset + line.length))).find((entry) => entry.noun === 'profile' && entry.id === profileId);
      if (!found) continue;
      profile = found.before;
      break search;
    }
  }
  return { schema: Math.min(first.line.schema, schema), seq: 0, profile, assets: [], projects: [], tours: [] };
}

/**
 * Reads a ledger folder: ledger.json and the journal lines after it, or, where that is damaged, the newest good restore point
 * and every line that follows it without a gap. Nothing is written. Answers with nothing when the folder holds no ledger;
 * throws `damaged` when it does and nothing of it is good.
 */
export async function readFolder(folder: string, options: ReadOptions): Promise<FolderContent | undefined> {
  const { disk } = options;
  const ledger = await readDocument(options, join(folder, 'ledger.json'));
  const journal = await readJournal(disk, folder, 'journal.jsonl');
  // Listed after the journal was read: a line that another process moves meanwhile is then found in one or the other.
  const names = (await disk.stat(join(folder, 'snapshots'))) ? await disk.list(join(folder, 'snapshots')) : [];
  const rotated = journalsAmong(names);
  const snapshots = snapshotsAmong(names);
  if ('reason' in ledger && ledger.reason === 'missing' && journal.bytes.length === 0 && rotated.length + snapshots.length === 0) return undefined;

  const read = new Map<string, JournalSource>();
  const sourcesAfter = async (seq: number) => {
    const sources: JournalSource[] = [];
    for (const file of rotated.filter((entry) => entry.last > seq)) {
      const source = read.get(file.name) ?? (await readJournal(disk, join(folder, 'snapshots'), file.name));
      read.set(file.name, source);
      sources.push(source);
    }
    return [...sources, journal];
  };
  const known = Math.max(0, ...rotated.map((file) => file.last), ...journal.scan.lines.map((line) => line.seq));
  type Candidate = Awaited<ReturnType<typeof replayed>> & { savedSeq: number; length: number; base?: SnapshotFile };
  let best: Candidate | undefined;
  const consider = async (document: LedgerDocument, length: number, base?: SnapshotFile) => {
    const result = await replayed(document, await sourcesAfter(document.seq), options);
    if (!best || result.seq > best.seq) best = { ...result, savedSeq: document.seq, length, ...(base ? { base } : {}) };
    return !result.isStopped;
  };
  let isDone = 'document' in ledger && (await consider(ledger.document, ledger.length));
  for (const snapshot of snapshots) {
    if (isDone) break;
    const found = await readDocument(options, join(folder, 'snapshots', snapshot.name));
    if ('document' in found) isDone = await consider(found.document, found.length, snapshot);
  }
  if (!best) {
    const alone = await journalAlone(await sourcesAfter(0), options.schemaVersion);
    if (alone) await consider(alone, 0);
    if ((best as Candidate | undefined)?.seq === 0) best = undefined;
  }
  if (!best) throw beyondRepair();

  const { data, schema, seq, savedSeq, length, base } = best as Candidate;
  const reason = 'reason' in ledger ? ledger.reason : base ? 'does not fit its journal' : undefined;
  // ledger.json never holds a change before its line is durable, and lines are moved, not thrown away: where the last ones are missing, bytes were lost.
  const isShort = known < seq && (journal.isThere || rotated.length > 0);
  const isSuspect = ({ scan, bytes, name }: JournalSource) => scan.state === 'broken' || scan.lines.some((line) => line.seq > seq) || (isShort && name === journal.name && bytes.length > scan.goodLength);
  const journals = [...read.values(), journal].filter(isSuspect);
  const isSound = reason === undefined && journals.length === 0 && known <= seq && !isShort;
  return {
    data, schema, seq, savedSeq, ledgerBytes: length, journal, rotated, snapshots,
    ...(isSound ? {} : { damage: { ...(reason ? { ledger: reason } : {}), ...(base ? { base } : {}), lost: Math.max(0, known - seq), journals } }),
  };
}

const beyondRepair = () => new FailureError('damaged', {
  zh: '账本文件已损坏，也没有可用的恢复点，所以没有打开，文件夹里的内容一点没有改动。请从备份（U 盘、另一台电脑）取回整个账本文件夹再打开。',
  en: 'The ledger is damaged and has no good restore point, so it was not opened and nothing in its folder was touched. Bring the whole ledger folder back from a copy (a stick, another computer) and open that.',
}, { file: 'ledger.json' });

import type { ChangeSummary, RestorePoint } from '../../data/contract.js';
import type { ServerStanding } from '../../data/contract/server.js';
import type { Asset } from '../../data/schema/asset.js';
import type { Change, ChangeDraft, ChangeEntry } from '../../data/schema/change.js';
import type { LedgerData } from '../../data/schema/ledger.js';
import type { Project } from '../../data/schema/project.js';
import type { Text } from '../../data/schema/text.js';
import type { Tour } from '../../data/schema/tour.js';
import type { ChangeTrail } from './change-trail.js';
import type { Disk } from './disk.js';
import type { LineHead } from './journal-line.js';

/** Where an entry stands: in the record of change `seq`; `at` and `length` are of that record's own making (bytes of a line, or a number). */
export interface EntryPlace { readonly seq: number; readonly at: number; readonly length: number }
export interface PlacedEntry { readonly entry: ChangeEntry; readonly place: EntryPlace }

/** Reads single entries of the changes on record, so that a long history need not be held in memory. Close it after use. */
export interface ChangeReader {
  /** So many entries of a change from one on; nothing when the change cannot be read. */
  page(seq: number, offset: number, limit: number): Promise<ChangeEntry[] | undefined>;
  /** The entries of a change, one after the other; false when it cannot be read. */
  eachEntry(seq: number, take: (placed: PlacedEntry) => void): Promise<boolean>;
  /** One entry again; nothing when it is gone by now. */
  entry(place: EntryPlace): Promise<ChangeEntry | undefined>;
  /** The changes below number `before` that touched a record, newest first, each with the entry about it. */
  about(noun: ChangeEntry['noun'], id: string, before?: number): AsyncGenerator<{ readonly line: LineHead; readonly entry: ChangeEntry }>;
  close(): Promise<void>;
}

/**
 * A ledger that is open, whatever keeps it: a folder (`FolderLedger`) or a server (`ServerLedger`). The records are in memory; every
 * change goes through `commit`, `restore`, `undo` or `redo`, and whoever asked is told only when it is durable.
 */
export interface Ledger {
  /** The folder in which its media and maps lie on this machine. */
  readonly folder: string;
  /** Where it is kept on a server: where and how; nothing for a folder. */
  readonly server?: ServerStanding | undefined;
  readonly readOnly: boolean;
  /** Why it is read-only, or what was mended at opening; nothing when all is well. */
  readonly notice: Text | undefined;
  /** The number of the last change. */
  readonly seq: number;
  /** The records now. A change puts a new value in its place and never alters this one. */
  readonly data: LedgerData;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** What undo and redo would take back, as its maker called it. */
  readonly undoLabel: Text | undefined;
  readonly redoLabel: Text | undefined;
  /** The changes on record. */
  readonly changes: ChangeTrail;
  asset(id: string): Asset | undefined;
  project(id: string): Project | undefined;
  tour(id: string): Tour | undefined;
  /** Numbers, dates and keeps a change. Rejects with a `FailureError`, nothing changed: `out-of-date`, `wrong-input`, `read-only`, `not-allowed` or `disk`. */
  commit(draft: ChangeDraft): Promise<Change>;
  /** Commits records that were stored before, as they were: a restore point, an earlier state. */
  restore(draft: ChangeDraft): Promise<Change>;
  undo(by: string): Promise<Change>;
  redo(by: string): Promise<Change>;
  /** The changes below number `before`, newest first. */
  history(limit: number, before?: number): Promise<readonly ChangeSummary[]>;
  change(seq: number): Promise<Change | undefined>;
  reader(): ChangeReader;
  /** The restore points, newest first. */
  points(): Promise<RestorePoint[]>;
  /** The records that a restore point holds. Throws `not-found` or `damaged`; nothing changes. */
  pointData(id: string): Promise<LedgerData>;
  /** Keeps a restore point of the records as they are now. Answers with its name. */
  keepPoint(): Promise<string>;
  /** Calls the listener after every change, in order, whoever made it. Answers with what stops it. */
  onChange(listener: (change: Change) => void): () => void;
  /** Calls the listener when it was found that changes cannot be kept, or can be again. Answers with what stops it. */
  onTrouble(listener: () => void): () => void;
  /** Brings the file of a medium onto this machine where only the server has it; answers whether it came. Nothing to do for a folder. */
  fetchFile?(id: string): Promise<boolean>;
  /** Its folder was found to be away. */
  lose(): void;
  /** Refuses edits, saying why, once those asked for are done; until the answer is called. */
  hold(why: Text): Promise<() => void>;
  /** Does something while no change is being written. */
  betweenChanges<T>(work: () => Promise<T>): Promise<T>;
  /**
   * Writes what lies beside the records on this machine (the leads) between two changes and by the rules of a change: refused while the
   * ledger may only be read, is held, or its folder is away. Rejects with a `FailureError`.
   */
  writeBeside<T>(work: (disk: Disk) => Promise<T>): Promise<T>;
  /** Reads what lies beside the records on this machine. */
  readBeside<T>(read: (disk: Disk) => Promise<T>): Promise<T>;
  /** Makes all that is acknowledged whole in one place. */
  flush(): Promise<void>;
  /** Waits for what is being written and gives the ledger free. */
  close(): Promise<void>;
}

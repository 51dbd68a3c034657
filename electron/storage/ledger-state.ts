import type { LedgerData } from '../../data/schema/ledger.js';
import type { Migration } from '../../data/schema/migrations.js';
import type { Text } from '../../data/schema/text.js';
import type { Disk } from './disk.js';
import type { ChangeTrail } from './change-trail.js';
import type { History } from './history.js';
import type { Journal } from './journal.js';
import type { LedgerIndex } from './ledger-index.js';
import type { Lock } from './lock.js';

/** What a ledger can be written with; absent when it is open for reading only. */
export interface LedgerWriter { readonly journal: Journal; readonly lock: Lock }

/** The journal is cut when it passes either. */
export interface JournalLimit { readonly lines: number; readonly bytes: number }

/** A ledger as opening found it. */
export interface LedgerState {
  readonly folder: string;
  readonly disk: Disk;
  readonly now: () => Date;
  readonly schemaVersion: number;
  readonly migrations: readonly Migration[];
  readonly longestJournal: JournalLimit;
  /** How often a restore point is kept at most, in hours. */
  readonly backupHours: () => number;
  readonly data: LedgerData;
  readonly index: LedgerIndex;
  readonly seq: number;
  readonly savedSeq: number;
  readonly ledgerBytes: number;
  readonly history: History;
  readonly reach: Reach;
  readonly writer: LedgerWriter | undefined;
  readonly notice: Text | undefined;
}

/** A change that can be taken back, and what its maker called it. */
export interface Takeable { readonly seq: number; readonly label: Text }
/** What undo and redo would take back. */
export interface Reach { readonly undoable: Takeable | undefined; readonly redoable: Takeable | undefined }

/** A change with its maker's words for it, for undo and redo to name. */
export async function takeableAt(changes: ChangeTrail, seq: number | undefined): Promise<Takeable | undefined> {
  const label = seq === undefined ? undefined : await changes.labelAt(seq);
  return seq === undefined || !label ? undefined : { seq, label };
}

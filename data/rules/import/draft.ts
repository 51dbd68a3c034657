import type { Doubt, ImportSheet } from '../../schema/import-plan.js';
import type { Text } from '../../schema/text.js';
import type { TableNoun } from './match-columns.js';

/** A row as understood by itself, before it is compared with the ledger. */
export interface Draft {
  /** Which of the files, counted from 0. */
  readonly file: number;
  readonly sheet: string;
  readonly row: number;
  readonly noun: TableNoun;
  /** Stored values by path of the record; a blank cell gives none. */
  readonly values: Record<string, unknown>;
  readonly doubts: Doubt[];
  /** How many fields of its category the table has columns for: the broader table is the better witness. */
  readonly breadth: number;
  /** The village cell as written. */
  readonly villageWritten?: string;
  /** Other words of the row that may bear a village out. */
  readonly beside?: string;
  /** The cell that names a project's assets, as written. */
  readonly links?: string;
  /** A fingerprint of the values, set once they are settled. */
  digest: string;
  /** Set when the row is refused. */
  readonly refused?: { readonly code: string; readonly reason: Text };
}

/** A sheet while it is being put together. */
export type SheetDraft = { -readonly [K in keyof ImportSheet]: ImportSheet[K] };

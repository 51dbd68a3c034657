import type { Doubt, ImportSheet } from '../../schema/import-plan.js';
import type { Text } from '../../schema/text.js';
import type { Location } from '../../schema/common.js';
import type { NamedDatum } from './datum.js';
import type { TableNoun } from './match-columns.js';
import type { Shape } from './survey.js';

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
  /** True when only the name tells the category: a record of the same name is not held against it. */
  readonly categoryGuessed?: boolean;
  /** The place as written, in degrees of the table's datum; absent where the cell names its own, or the numbers are plane metres. */
  raw?: Location;
  /** What a record of a survey file draws; taken off once it is placed. */
  shape?: Shape;
  /** A datum that the row itself names. */
  readonly ownDatum?: NamedDatum;
  /** A named point that says nothing else: it gives a place to a record that is there, and makes none. */
  bare?: boolean;
  /** The area of what is drawn, in ㎡, where the row states none. */
  drawnArea?: number;
  /** Set for a row of a workbook that was handed out to a village: its record, and of each column that was changed what it said then. */
  issued?: { readonly id: string; readonly revision: number; readonly cells: Readonly<Record<string, string>> };
  /** Set when the row is refused. */
  refused?: { readonly code: string; readonly reason: Text };
}

/** A sheet while it is being put together. */
export type SheetDraft = { -readonly [K in keyof ImportSheet]: ImportSheet[K] };

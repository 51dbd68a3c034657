import type { Language, Text } from '../../schema/text.js';

/** What a cell of an exported table holds: text, a number, or nothing. */
export type CellValue = string | number | null;

export interface TableColumn {
  /** The path of the field, with what part of it is shown: `name`, `siteArea/mu`, `contact/phone`. */
  readonly key: string;
  /** The header, with the unit. */
  readonly label: string;
  /** In Chinese characters of the body text. */
  readonly width: number;
  /** Figures stand in the middle too, as offices set them. */
  readonly align: 'left' | 'center';
  /** At most so many decimals are shown of a number; the cell itself holds the value unrounded. */
  readonly digits: number;
  readonly summed: boolean;
  /** Items of a list, which a sheet may set one to a line. */
  readonly listed?: boolean;
  /** A number that only names something (a year): no thousands separators. */
  readonly plain?: boolean;
}

/** What a column means to who reads or fills in the table. */
export interface ColumnNote {
  readonly label: string;
  readonly meaning: string;
  readonly unit: string;
  /** How it is written, or the words it is chosen from. */
  readonly values: string;
  /** Who may see it, in a word. */
  readonly audience: string;
}

/** A header over several columns; `from` and `to` are positions of columns, both included. */
export interface ColumnGroup { readonly label: string; readonly from: number; readonly to: number }

/** Everything of a sheet but its rows. */
export interface SheetHead {
  readonly language: Language;
  readonly sheetName: string;
  readonly title: string;
  readonly internal: boolean;
  /** 内部资料 or 公开, and 示例数据 where it is. */
  readonly marks: readonly string[];
  /** The word that marks the edition in file names and in the extra column of a CSV. */
  readonly edition: string;
  readonly dateLine: string;
  readonly unitLine: string;
  readonly groups: readonly ColumnGroup[];
  readonly columns: readonly TableColumn[];
  /** So many columns stay in view while scrolling sideways: up to the name. */
  readonly frozenColumns: number;
  /** `&P` and `&N` stand for the page and the number of pages, as spreadsheets write it. */
  readonly pageLine: string;
}

/** A sum and the rows that it covers, as positions among the sheet's rows from 0, both included. */
export interface RowSum { readonly value: number; readonly spans: readonly (readonly [number, number])[] }

/** How a record differs from an earlier day: all of it is new, or some of its cells, by position. */
export interface RowMark { readonly kind: 'added' | 'changed'; readonly columns: readonly number[] }

export type SheetRow =
  | { readonly kind: 'section'; readonly label: string }
  | { readonly kind: 'record'; readonly cells: readonly CellValue[]; readonly mark?: RowMark }
  /** A record that is no longer there: it is listed, and counts in nothing. */
  | { readonly kind: 'removed'; readonly cells: readonly CellValue[] }
  /** `sums` has one entry per column; null where the column is not summed. */
  | { readonly kind: 'subtotal' | 'total'; readonly label: string; readonly sums: readonly (RowSum | null)[] }
  | { readonly kind: 'note'; readonly label: string };

/** A table ready to be written in any format. Rows are made while they are asked for, as a ledger may have 50,000. */
export interface TableSheet {
  readonly head: SheetHead;
  readonly recordCount: number;
  /** What each of its columns means; none where that needs no telling. */
  readonly columnNotes?: readonly ColumnNote[];
  /** What the person should know of how it came out: columns left out, say. */
  readonly notices?: readonly Text[];
  rows(): Iterable<SheetRow>;
}

/** A table whose rows are read while they are asked for. */
export interface StreamedSheet extends Omit<TableSheet, 'rows'> {
  rows(): AsyncIterable<SheetRow>;
}

/** Tables that are being printed, one after the other: their heads, and how many rows are asked for afterwards. */
export interface TablePrint {
  readonly kind: 'table';
  readonly audience: 'internal' | 'public';
  readonly language: Language;
  readonly tables: readonly { readonly head: SheetHead; readonly rowCount: number }[];
}

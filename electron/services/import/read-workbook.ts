import { read, SSF, type WorkBook, type WorkSheet } from '@e965/xlsx';
import type { Cell, Grid, GridRow, Merge } from '../../../data/rules/import/cell.js';
import { dateOfSerial } from '../../../data/rules/import/parse-date.js';
import { decodeText } from './decode-text.js';
import { limits, refuse } from './refusals.js';

/** A cell as the reader library keeps it. */
interface RawCell { readonly t: 'b' | 'e' | 'n' | 'd' | 's' | 'z'; readonly v?: unknown; readonly w?: string; readonly z?: string | number }

/** The widest a table may be; what lies beyond is a stray cell. */
const columns = 512;
const errors: Readonly<Record<number, string>> = { 0: '#NULL!', 7: '#DIV/0!', 15: '#VALUE!', 23: '#REF!', 29: '#NAME?', 36: '#NUM!', 42: '#N/A' };

/** How far a date format shows a date: to the day, the month or the year; nothing when it is a time of day. */
function precisionOf(format: string): 'day' | 'month' | 'year' | undefined {
  const code = format.split(';')[0]?.replace(/\[[^\]]*\]|"[^"]*"|\\./g, '').toLowerCase() ?? '';
  if (/d/.test(code)) return 'day';
  if (!/[ye]/.test(code)) return /m/.test(code) && !/[hs]/.test(code) ? 'month' : undefined;
  return /m/.test(code) ? 'month' : 'year';
}

const precisions = new Map<string, ReturnType<typeof precisionOf>>();
const two = (value: number) => String(value).padStart(2, '0');

function dateOf(serial: number, format: string, date1904: boolean): { date: string } | undefined {
  let precision = precisions.get(format);
  if (precision === undefined && !precisions.has(format)) precisions.set(format, (precision = precisionOf(format)));
  if (!precision || serial < 1 || serial > 110_000) return undefined;
  const { year, month, day } = dateOfSerial(serial + (date1904 ? 1_462 : 0));
  return { date: precision === 'year' ? `${year}` : precision === 'month' ? `${year}-${two(month)}` : `${year}-${two(month)}-${two(day)}` };
}

const dateFormats = new Map<string, boolean>();
/** Number formats are few and cells many, so what a format is gets asked once. */
function isDateFormat(format: string): boolean {
  const known = dateFormats.get(format);
  if (known !== undefined) return known;
  const isDate = Boolean(SSF.is_date(format));
  dateFormats.set(format, isDate);
  return isDate;
}

function cellOf(raw: RawCell, date1904: boolean): Cell {
  switch (raw.t) {
    case 's':
      return typeof raw.v === 'string' && raw.v.trim() !== '' ? raw.v : undefined;
    case 'n': {
      const value = raw.v as number;
      if (!Number.isFinite(value)) return undefined;
      const format = raw.z === undefined || raw.z === 'General' ? undefined : String(raw.z);
      if (format && isDateFormat(format)) return dateOf(value, format, date1904) ?? value;
      // 0.1 + 0.2: the last binary digits are noise.
      return Number.isInteger(value) ? value : Number(value.toPrecision(15));
    }
    case 'b':
      return Boolean(raw.v);
    case 'e':
      return errors[raw.v as number] ?? '#N/A';
    default:
      return undefined;
  }
}

function gridOf(name: string, hidden: boolean, sheet: WorkSheet, date1904: boolean, file: string): Grid {
  const data = ((sheet as unknown as { '!data'?: (RawCell | undefined)[][] })['!data'] ?? []);
  const rows: GridRow[] = [];
  // Sparse on purpose: one stray cell in the last row must not cost a million steps.
  for (const key of Object.keys(data)) {
    const index = Number(key);
    const raw = data[index];
    if (!raw || raw.length === 0) continue;
    const cells: Cell[] = [];
    let filled = false;
    const take = (cell: RawCell | undefined, column: number) => {
      const value = cell ? cellOf(cell, date1904) : undefined;
      if (value === undefined) return;
      while (cells.length < column) cells.push(undefined);
      cells[column] = value;
      filled = true;
    };
    // Counted and not left to forEach, which goes through every place of a row that has one cell far away: a billion of them.
    for (let column = 0; column < Math.min(raw.length, columns); column += 1) take(raw[column], column);
    if (filled) rows.push({ row: index + 1, cells });
    if (rows.length > limits.rows) throw refuse.rows(file, name);
  }
  const merges = (sheet['!merges'] ?? []).map(({ s, e }): Merge => ({ top: s.r + 1, left: s.c, bottom: e.r + 1, right: e.c }));
  return { name, hidden, rows, merges };
}

/** The sheets of a workbook as grids. Throws a FailureError that names the file and the sheet. */
function gridsOf(book: WorkBook, file: string): Grid[] {
  const states = book.Workbook?.Sheets ?? [];
  const date1904 = Boolean(book.Workbook?.WBProps?.date1904);
  return book.SheetNames.map((name, index) => {
    const sheet = book.Sheets[name];
    // The library passes over a sheet that it cannot read; its rows would be missing without a word.
    if (!sheet) throw refuse.sheet(file, name);
    return gridOf(name, Boolean(states[index]?.Hidden), sheet, date1904, file);
  });
}

const options = { dense: true, cellNF: true, cellText: false, cellHTML: false, cellFormula: false, cellDates: false } as const;

/** Reads .xlsx and .xls, which have been told apart by their bytes and, being a zip, checked before. */
export function readWorkbook(bytes: Buffer, file: string): Grid[] {
  let book: WorkBook;
  try {
    book = read(bytes, { ...options, type: 'buffer' });
  } catch (error) {
    throw /password|encrypt/i.test((error as Error).message) ? refuse.locked(file) : refuse.damaged(file);
  }
  return gridsOf(book, file);
}

/** Reads a web page saved as .xls, and Excel's XML tables. Scripts are cut out; nothing in it is ever run. */
export function readMarkup(bytes: Uint8Array, file: string): Grid[] {
  const named = /charset\s*=\s*["']?([\w-]+)/i.exec(Buffer.from(bytes.subarray(0, 4_096)).toString('latin1'))?.[1]?.toLowerCase();
  const decoded = named && /^(gb2312|gbk|gb18030|big5|utf-16le)$/.test(named) ? new TextDecoder(named === 'big5' || named === 'utf-16le' ? named : 'gb18030').decode(bytes) : decodeText(bytes)?.text;
  if (decoded === undefined) throw refuse.unknown(file);
  if (/<!ENTITY/i.test(decoded.slice(0, 65_536))) throw refuse.entities(file, file);
  const plain = decoded.replace(/^\ufeff/, '').replace(/<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, '').replace(/<br\s*\/?>/gi, '\n');
  let book: WorkBook;
  try {
    book = read(plain, { ...options, type: 'string', raw: true });
  } catch {
    throw refuse.damaged(file);
  }
  return gridsOf(book, file);
}

import type { Survey } from './survey.js';
import { isTraditional, simplified } from './traditional.js';

/** A day, month or year that the file itself marks as a date, as far as the cell's number format shows it. */
export interface CellDate { readonly date: string }

/** What a cell holds, whatever the file format. Blank cells are `undefined`. */
export type Cell = string | number | boolean | CellDate | undefined;

/** A merged block; rows count from 1 as the person sees them, columns from 0. */
export interface Merge { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number }

/** One row that holds something. `cells` may be sparse. */
export interface GridRow { readonly row: number; readonly cells: readonly Cell[] }

/** One sheet, or the whole of a text table: rows in order, blank ones left out. */
export interface Grid {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: readonly GridRow[];
  readonly merges: readonly Merge[];
  /** What a survey file draws beside its rows. */
  readonly survey?: Survey;
}

/** True for a cell that the file itself marks as a date. */
export const isCellDate = (cell: Cell): cell is CellDate => typeof cell === 'object' && cell !== null && 'date' in cell;

/** The text of a cell as written, line feeds kept; numbers without binary noise. */
export function textOf(cell: Cell): string {
  if (cell === undefined) return '';
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number') return numberText(cell);
  if (typeof cell === 'boolean') return cell ? '是' : '否';
  return cell.date;
}

/** A number as an office would write it: 0.1 + 0.2 is 0.3, no exponent below 10^21. */
export function numberText(value: number): string {
  const text = String(value);
  return text.length <= 12 ? text : String(Number(value.toPrecision(12)));
}

/** Compared form: one width, no white space, lower case, simplified characters. */
export const plain = (value: string) => (isPlain(value) ? value : simplified(value.normalize('NFKC').replace(/[\s\u200b\ufeff]+/g, '').toLowerCase()));

/** By UTF-16 code unit: 1 where the compared form may differ. */
const changing = new Uint8Array(0x10000).fill(1);
changing.fill(0, 0x21, 0x41);
changing.fill(0, 0x5b, 0x7f);
changing.fill(0, 0x4e00, 0xa000);
for (let unit = 0x4e00; unit < 0xa000; unit += 1) if (isTraditional(unit)) changing[unit] = 1;
/** Most cells need no work; this is the hottest test of an import, so it looks every unit up. */
function isPlain(value: string): boolean {
  for (let at = 0; at < value.length; at += 1) if (changing[value.charCodeAt(at)] === 1) return false;
  return true;
}

/** One-line text: white space between Chinese characters goes, elsewhere it becomes one blank. */
export function oneLine(value: string): string {
  if (!/[\s\u3000\u200b\ufeff]/.test(value)) return value;
  return value
    .replace(/[\u200b\ufeff]/g, '')
    .replace(/[\s\u3000]+/g, ' ')
    .trim()
    .replace(/(?<=[\u3000-\u9fff\uff00-\uffef]) | (?=[\u3000-\u9fff\uff00-\uffef])/g, '');
}

/** Text that may have several lines: ends trimmed, line feeds kept. */
export const manyLines = (value: string) => value.replace(/\r\n?/g, '\n').replace(/[\u200b\ufeff]/g, '').split('\n').map((line) => line.replace(/^[\s\u3000]+|[\s\u3000]+$/g, '')).join('\n').trim();

const emptyMarks = new Set(['', '/', '\\', '-', '--', '—', '——', '－', '／', '无', '暂无', '没有', '空', '／／', '//', 'n/a', 'na', 'null', 'none', '*', '.', '、', '·', '～', '~']);

/** True for an empty cell and for the marks offices put in cells that have nothing to say: / — 无. */
export const isBlank = (cell: Cell): boolean => cell === undefined || (typeof cell === 'string' && !saysMore(cell) && emptyMarks.has(plain(cell)));
/** True for what begins like no mark of emptiness: a figure, or a Chinese character other than those of 无, 暂无, 没有 and 空. */
const saysMore = (cell: string) => { const first = cell.charCodeAt(0); return (first >= 0x30 && first <= 0x39) || (first >= 0x4e00 && first <= 0x9fff && first !== 0x65e0 && first !== 0x6682 && first !== 0x6ca1 && first !== 0x7a7a); };

/** With the white space that may stand around it. */
const longestDitto = 24;
/** True for the words that stand for the cell above. */
export const isDitto = (cell: Cell): boolean => typeof cell === 'string' && cell.length <= longestDitto && /^(同|同上|同前|同上行|上同|-同上-|↑|〃|″|"|''|“|”|〞|ditto)$/i.test(cell.replace(/[\s\u3000]/g, ''));

/** A, B, … Z, AA: the letters over a column counted from 0. */
export function columnLetters(index: number): string {
  let letters = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

import type { Doubt } from '../../schema/import-plan.js';
import { isBlank, isCellDate, oneLine, textOf, type Cell } from './cell.js';
import { doubt } from './doubts.js';
import { chineseFigures, chineseNumber } from './parse-number.js';

export interface ReadDate { readonly value?: string; readonly doubts: readonly Doubt[] }

const two = (value: number) => String(value).padStart(2, '0');
const daysIn = (year: number, month: number) => [31, year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] as number;

/** YYYY, YYYY-MM or YYYY-MM-DD when such a day can be, from 1000 to 2199. */
function iso(year: number, month?: number, day?: number): string | undefined {
  if (year < 1000 || year > 2199) return undefined;
  if (month === undefined) return String(year);
  if (month < 1 || month > 12) return undefined;
  if (day === undefined) return `${year}-${two(month)}`;
  return day >= 1 && day <= daysIn(year, month) ? `${year}-${two(month)}-${two(day)}` : undefined;
}

/** The day that an Excel serial number stands for (1900 system: serial 1 is 1 January 1900, with its false 29 February). */
export function dateOfSerial(serial: number): { year: number; month: number; day: number } {
  const days = Math.floor(serial) - (serial >= 61 ? 25_569 : 25_568);
  const date = new Date(days * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

function ofNumber(value: number): { value?: string; ambiguous?: boolean } {
  const whole = Math.floor(value);
  if (value >= 1000 && value < 2200) {
    if (value === whole) return { value: iso(whole) };
    const decimals = (value.toPrecision(10).split('.')[1] ?? '').replace(/0+$/, '');
    if (decimals === '1') return { value: iso(whole), ambiguous: true };
    return decimals.length <= 2 ? { value: iso(whole, Number(decimals)) } : decimals.length === 4 ? { value: iso(whole, Number(decimals.slice(0, 2)), Number(decimals.slice(2))) } : {};
  }
  if (value !== whole) return value > 20_000 && value < 80_000 ? ofNumber(whole) : {};
  if (whole >= 100_000 && whole <= 219_912) return { value: iso(Math.floor(whole / 100), whole % 100) };
  if (whole >= 10_000_101 && whole <= 21_991_231) return { value: iso(Math.floor(whole / 10_000), Math.floor(whole / 100) % 100, whole % 100) };
  if (whole > 14_000 && whole < 80_000) {
    const { year, month, day } = dateOfSerial(whole);
    return { value: iso(year, month, day) };
  }
  return {};
}

const separated = /(?<!\d)(\d{4})\s*[年./\-—,、·]\s*(\d{1,2})(?:\s*[月./\-—,、·]\s*(\d{1,2})\s*[日号]?)?(?!\d)/g;
const spoken = /([一二三四五六七八九〇零]{4})年(?:([一二三四五六七八九十]{1,3})月(?:([一二三四五六七八九十]{1,3})[日号])?)?/;
const approximately = /约|左右|前后|大概|大约|上下|许|估计|初$|底$|末$|春|夏|秋|冬|上半年|下半年|以前|之前/;

/**
 * Reads a date as far as it is stated. Of a span (2016.5.1—2026.4.30), `last` says that its end is meant.
 * Refuses 早年, 不详, 长期 and impossible days with a doubt.
 */
export function parseDate(cell: Cell, field: string, last = false): ReadDate {
  if (isBlank(cell)) return { doubts: [] };
  const written = oneLine(textOf(cell));
  const refused: ReadDate = { doubts: [doubt('date_unparsed', field, written)] };
  if (isCellDate(cell)) return /^\d{4}/.test(cell.date) ? { value: cell.date, doubts: [] } : refused;
  const words = written.normalize('NFKC').trim();
  const number = typeof cell === 'number' ? cell : /^\d{5}$|^\d{6}$|^\d{8}$/.test(words) ? Number(words) : undefined;
  if (number !== undefined) {
    const read = ofNumber(number);
    if (!read.value) return refused;
    return { value: read.value, doubts: read.ambiguous ? [doubt('date_ambiguous', field, written)] : [] };
  }
  const approximate = approximately.test(words) ? [doubt('date_approx', field, written)] : [];
  const found = [...words.matchAll(separated)];
  const chosen = last ? found.at(-1) : found[0];
  if (chosen) {
    const value = iso(Number(chosen[1]), Number(chosen[2]), chosen[3] === undefined ? undefined : Number(chosen[3]));
    return value ? { value, doubts: approximate } : refused;
  }
  const chinese = spoken.exec(words);
  if (chinese) {
    const month = chinese[2] === undefined ? undefined : chineseNumber(chinese[2]);
    const day = chinese[3] === undefined ? undefined : chineseNumber(chinese[3]);
    const value = iso(Number(chineseFigures(chinese[1] as string)), month, day);
    return value ? { value, doubts: approximate } : refused;
  }
  const years = [...words.matchAll(/(?<!\d)(1[5-9]\d\d|20\d\d|21\d\d)(?!\d)\s*年?(?!代)/g)];
  const year = last ? years.at(-1) : years[0];
  const leftover = year ? words.replace(year[0], '').replace(/[约自从起始于至今以来大概左右前后上下许年初底末春夏秋冬半以之估计()、，,~\-—.·\s]|闲置|空置|开始|停产|停用|到期|有效期|前|后/g, '') : words;
  if (year && !/[\d\u4e00-\u9fff]/.test(leftover)) return { value: year[1] as string, doubts: approximate };
  const short = /^(\d{2})\s*[年.]\s*(\d{1,2})\s*月?$/.exec(words);
  if (short) {
    const value = iso(Number(short[1]) + (Number(short[1]) > 60 ? 1900 : 2000), Number(short[2]));
    return value ? { value, doubts: [doubt('date_approx', field, written)] } : refused;
  }
  return refused;
}

/** Reads the year that something was built: 1979年, 1979, 1979.05, a date. 清代 and 80年代 are doubts. */
export function parseYear(cell: Cell, field: string): { value?: number; doubts: readonly Doubt[] } {
  if (isBlank(cell)) return { doubts: [] };
  const read = parseDate(cell, field);
  const year = read.value === undefined ? undefined : Number(read.value.slice(0, 4));
  return { ...(year === undefined ? {} : { value: year }), doubts: read.doubts };
}

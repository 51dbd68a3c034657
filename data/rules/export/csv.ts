import type { CellValue } from './sheet.js';

/** Blanks that spreadsheets may skip before a formula, and signs that start one: also full width, also after a line feed. */
const formulaStart = /(^|[\r\n])((?:[^\S\r\n]|[\u200B\uFEFF])*)(?=[=+\-@＝＋－＠])/g;
const leadingControl = /^[\t\r\n]/;
const plainNegative = /^-\d+(\.\d+)?$/;

/** True when a spreadsheet might take the text for a formula. A plain negative number is none. */
export function looksLikeFormula(text: string): boolean {
  if (plainNegative.test(text)) return false;
  formulaStart.lastIndex = 0;
  return leadingControl.test(text) || formulaStart.test(text);
}

/** The text with an apostrophe before whatever a spreadsheet might run, in every line; other text is returned as it is. */
export function neutralised(text: string): string {
  if (!looksLikeFormula(text)) return text;
  const safe = text.replace(formulaStart, "$1'$2");
  return leadingControl.test(safe) ? `'${safe}` : safe;
}

/** One field after RFC 4180: quoted where it holds a quote, a comma, a line end or a blank at either end. */
export function csvField(value: CellValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = neutralised(value);
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One record after RFC 4180, with its line end. */
export const csvLine = (cells: readonly CellValue[]) => `${cells.map(csvField).join(',')}\r\n`;

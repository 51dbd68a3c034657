import type { FieldDefinition } from '../../../data/schema/fields.js';
import type { Category } from '../../../data/schema/vocabularies.js';
import { areaUnitWord, cellFigure } from './cell-words.js';

/** A cell on its way to the clipboard: its words, and what it is when it is more than words. */
export interface CopiedCell { readonly words: string; readonly entry?: FieldDefinition | undefined; readonly value?: unknown; readonly category?: Category | undefined }
/** A block of words as rows of cells. */
export type WordBlock = readonly (readonly string[])[];

const needsQuotes = /["\t\n\r]/;
const quoted = (words: string) => (needsQuotes.test(words) ? `"${words.replaceAll('"', '""')}"` : words);

/** Rows of cells as tab-separated text in the way that Excel and WPS write and read it. */
export const toTsv = (block: WordBlock): string => block.map((row) => row.map(quoted).join('\t')).join('\r\n');

/** Reads tab-separated text: quoted cells may hold tabs, line feeds and doubled quotes; one line feed at the end belongs to the last row. */
export function fromTsv(given: string): string[][] {
  const source = given.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  const rows: string[][] = [[]];
  let at = 0;
  while (at <= source.length) {
    let words = '';
    if (source[at] === '"' && isQuotedCell(source, at)) {
      at += 1;
      while (at < source.length && !(source[at] === '"' && source[at + 1] !== '"')) { if (source[at] === '"') at += 1; words += source[at] ?? ''; at += 1; }
      at += 1;
    } else {
      const end = nextBreak(source, at);
      words = source.slice(at, end);
      at = end;
    }
    rows.at(-1)!.push(words);
    if (at >= source.length) break;
    if (source[at] === '\n') rows.push([]);
    at += 1;
    if (at === source.length) { rows.at(-1)!.push(''); break; }
  }
  return rows;
}

function nextBreak(source: string, from: number): number {
  let at = from;
  while (at < source.length && source[at] !== '\t' && source[at] !== '\n') at += 1;
  return at;
}

/** True when the quote opens a quoted cell: its closing quote stands before a tab, a line feed or the end. Else it is part of the words. */
function isQuotedCell(source: string, from: number): boolean {
  for (let at = from + 1; at < source.length; at += 1) {
    if (source[at] !== '"') continue;
    if (source[at + 1] === '"') { at += 1; continue; }
    return at + 1 >= source.length || source[at + 1] === '\t' || source[at + 1] === '\n';
  }
  return false;
}

const escaped = (words: string) => words.replace(/[&<>"]/g, (letter) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[letter] ?? letter).replaceAll('\n', '<br style="mso-data-placement:same-cell">');

/** Numbers stay numbers in Excel, an area with its unit as the number's format; everything else is marked as text, so that codes and phones keep their zeros. */
function htmlCell({ words, entry, value, category }: CopiedCell): string {
  const figure = entry ? cellFigure(entry, value, category) : null;
  if (entry && figure !== null) {
    const format = entry.kind === 'area' ? `0.####\\0022${areaUnitWord(entry, category)}\\0022` : 'General';
    return `<td align="right" x:num="${figure}" style='mso-number-format:"${format}"'>${escaped(words)}</td>`;
  }
  if (entry?.kind === 'date' && /^\d{4}-\d\d-\d\d$/.test(words)) return `<td style='mso-number-format:"yyyy\\-mm\\-dd"'>${words}</td>`;
  return `<td style='mso-number-format:"\\@"'>${escaped(words)}</td>`;
}

/** The block as an HTML table in the form that Excel and WPS take cells from. */
export const toHtml = (block: readonly (readonly CopiedCell[])[]): string =>
  `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"></head><body><table>${block.map((row) => `<tr>${row.map(htmlCell).join('')}</tr>`).join('')}</table></body></html>`;

/** The most that is taken from one clipboard. */
export const mostCells = 200_000;

/** Reads the first table of an HTML clipboard: merged cells fill the first of their places and leave the others empty. Nothing when there is no table. */
export function fromHtml(html: string): string[][] | undefined {
  const table = new DOMParser().parseFromString(html, 'text/html').querySelector('table');
  if (!table) return undefined;
  const rows: string[][] = [];
  const taken = new Map<number, Set<number>>();
  let cells = 0;
  [...table.rows].forEach((row, at) => {
    const line = (rows[at] ??= []);
    let column = 0;
    for (const cell of row.cells) {
      while (taken.get(at)?.has(column)) { line[column] = ''; column += 1; }
      const across = Math.min(Math.max(cell.colSpan, 1), 200);
      const down = Math.min(Math.max(cell.rowSpan, 1), 2_000);
      for (let y = 1; y < down; y += 1) for (let x = 0; x < across; x += 1) taken.set(at + y, (taken.get(at + y) ?? new Set()).add(column + x));
      line[column] = wordsOf(cell);
      for (let x = 1; x < across; x += 1) line[column + x] = '';
      column += across;
      if ((cells += across) > mostCells) return;
    }
  });
  const width = Math.max(0, ...rows.map((row) => row.length));
  return rows.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? ''));
}

/** The words of a cell as they are seen: white space of the source collapsed, line breaks kept. */
function wordsOf(cell: Element): string {
  let words = '';
  const walk = (node: Node) => {
    for (const child of node.childNodes) {
      if (child.nodeType === 3) words += (child.textContent ?? '').replace(/[ \t\r\n]+/g, ' ');
      else if (child.nodeName === 'BR') words += '\n';
      else if (child.nodeName !== 'STYLE' && child.nodeName !== 'SCRIPT') {
        if (/^(P|DIV)$/.test(child.nodeName) && words !== '') words += '\n';
        walk(child);
      }
    }
  };
  walk(cell);
  return words.replaceAll('\u00a0', ' ').replace(/ *\n */g, '\n').trim();
}

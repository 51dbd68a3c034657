import { columnLetters, isBlank, plain, textOf, type Cell } from './cell.js';
import { isHeaderWord } from './column-words.js';
import { readHeader, type HeaderPart } from './header-text.js';
import type { Sheet } from './merges.js';
import { priceUnitOf } from './parse-price.js';
import { unitOf } from './units.js';

/** One column of a table: the header cells above it, top down, each said once. */
export interface HeaderColumn {
  readonly index: number;
  readonly letters: string;
  /** The header as a person reads it: 面积（㎡） / 占地. */
  readonly title: string;
  readonly parts: readonly HeaderPart[];
}

/** A table found in a sheet. Rows count from 1. */
export interface Table {
  readonly headerTop: number;
  readonly headerBottom: number;
  readonly columns: readonly HeaderColumn[];
  /** Rows right below the header that number or explain the columns. */
  readonly guideRows: readonly number[];
  /** The first row below the header and the last row before the next table. */
  readonly firstRow: number;
  readonly lastRow: number;
  /** What stands above the header: titles, 单位 and 填报 lines. */
  readonly above: readonly { readonly row: number; readonly text: string }[];
  /** Rows that repeat the header further down (a new printed page). */
  readonly repeats: readonly number[];
}

const shortText = (cell: Cell): cell is string => typeof cell === 'string' && cell.length <= 60;
const tidy = (written: string) => written.replace(/\s+/g, '');

/** The nouns that column headers end in, whatever goes before them. */
const headNoun = /^[^\d，。；]{0,12}(?:名称|编号|编码|证号|面积|经度|纬度|坐标|电话|备注|联系人|投资|时间|日期|年份|情况|状态|现状|性质|类型|类别|方式|位置|地点|地址|价格|租金|金额|结构|层数|用途|容量|河流|流量|条件|规模|内容|领导|阶段|进度|进展|负责人|方向|业态|说明|树种|权属|等级|发电量|有效期|单位)$/;

/** True for a cell that could head a column. */
export function isHeaderCell(cell: Cell): boolean {
  if (!shortText(cell)) return false;
  const bare = plain(cell).replace(/^[*★☆●◆]+|[(\[【].*$/g, '');
  return bare !== '' && (isHeaderWord(bare) || isHeaderWord(plain(cell)) || headNoun.test(bare));
}

/** How many cells of a row are words that head columns, and how many say anything. */
function headerScore(sheet: Sheet, row: number): { words: number; filled: number } {
  let words = 0;
  let filled = 0;
  for (const cell of sheet.row(row)?.cells ?? []) {
    if (cell === undefined || (typeof cell === 'string' && cell.trim() === '')) continue;
    filled += 1;
    if (isHeaderCell(cell)) words += 1;
  }
  return { words, filled };
}

const isHeaderLike = ({ words, filled }: { words: number; filled: number }) => words >= 2 && words / filled >= 0.4;

/** True when a merged block that begins in the header reaches into the row. */
const reachesInto = (sheet: Sheet, top: number, row: number) =>
  sheet.grid.merges.some((merge) => merge.top >= top && merge.top < row && merge.bottom >= row && merge.right - merge.left < sheet.width - 1);

const filledColumns = (sheet: Sheet, row: number) => (sheet.row(row)?.cells ?? []).flatMap((cell, index) => (isNothing(cell) ? [] : [index]));
const isNothing = (cell: Cell) => cell === undefined || (typeof cell === 'string' && cell.trim() === '');

/** True when the row below a header goes on with it: sub-headers under groups, or a line of units. */
function continues(sheet: Sheet, top: number, row: number): boolean {
  const columns = filledColumns(sheet, row);
  if (columns.length === 0) return false;
  const cells = columns.map((column) => sheet.at(row, column));
  if (!cells.every(shortText)) return false;
  const words = cells as string[];
  if (reachesInto(sheet, top, row)) return true;
  if (words.every((word) => unitOf(plain(word)) || priceUnitOf(word))) return true;
  // A line that mostly gives units, under headers of one line: （平方米） … 年代 … （元）.
  const unitWords = words.filter((word) => /^[（(][^（()）一二三四五六七八九十]{1,8}[）)]$/.test(word.trim()) || unitOf(plain(word)) || priceUnitOf(word));
  if (columns.length >= 2 && unitWords.length * 2 >= words.length && words.every((word) => !/\d/.test(word) && word.length <= 10) && columns.length < filledColumns(sheet, row - 1).length) return true;
  // Sub-headers stand under a group only: a cell that spans columns, or has blanks to its right.
  const underGroup = (column: number) => {
    const merge = sheet.mergeAt(row - 1, column);
    if (merge) return merge.right > merge.left && merge.bottom < row;
    if (isNothing(sheet.at(row - 1, column))) return true;
    return column + 1 < sheet.width && isNothing(sheet.seen(row - 1, column + 1)) && columns.includes(column + 1);
  };
  const underMerged = (column: number) => {
    const merge = sheet.mergeAt(row - 1, column);
    return merge !== undefined && merge.right > merge.left && merge.bottom < row && merge.right - merge.left < sheet.width - 1;
  };
  if (columns.length >= 2 && columns.every(underMerged) && words.every((word) => !/\d{2}/.test(word))) return true;
  return columns.every(underGroup) && words.some((word) => isHeaderWord(plain(word).replace(/[(\[].*$/, '').replace(/^\*/, ''))) && columns.length < filledColumns(sheet, row - 1).length + 8;
}

/** True when the row above a header row belongs to it: it carries groups, not a title. */
function precedes(sheet: Sheet, row: number, below: number): boolean {
  const columns = filledColumns(sheet, row);
  if (columns.length === 0) return false;
  const covers = sheet.grid.merges.some((merge) => merge.top <= row && merge.bottom >= below && merge.right - merge.left < sheet.width - 1);
  const words = columns.map((column) => sheet.at(row, column));
  if (columns.length < 2 || !words.every(shortText) || (words as string[]).some((word) => /[:：]/.test(word) && !/^\*/.test(word))) return covers && columns.length >= 2;
  if (covers) return true;
  const grouping = sheet.grid.merges.some((merge) => merge.top === row && merge.bottom === row && merge.right > merge.left && merge.right - merge.left < sheet.width - 1);
  return grouping || (words as string[]).some((word) => isHeaderWord(plain(word).replace(/[(\[].*$/, '')));
}

/** Guide rows: 1 2 3 4 …, 甲 乙 1 2, 必填 选填 …, between the header and the data. */
function isGuide(sheet: Sheet, row: number): boolean {
  const words = (sheet.row(row)?.cells ?? []).filter((cell) => !isNothing(cell)).map((cell) => plain(textOf(cell)));
  if (words.length < 3) return false;
  const numbers = words.map((word) => (/^\(?\d{1,2}\)?$/.test(word) ? Number(word.replace(/\D/g, '')) : NaN));
  const rising = numbers.filter((value, index) => index > 0 && value === (numbers[index - 1] as number) + 1).length;
  if (rising >= 3 && rising >= words.length - 4) return true;
  if (words.every((word) => /^[a-z]{1,2}$|^[甲乙丙丁戊己\d]{1,2}$/.test(word)) && words.length >= 4) return true;
  const hints = words.filter((word) => /^(必填|选填|非必填|必填项|选填项|下拉|下拉选择|文本|文本型|数字|数值|数值型|日期|日期型|自动生成|自动计算|手工填写|填写说明|填报说明|.{0,6}填写.{0,12}|单选|多选)$/.test(word)).length;
  return hints / words.length >= 0.6;
}

function columnsOf(sheet: Sheet, top: number, bottom: number): HeaderColumn[] {
  const columns: HeaderColumn[] = [];
  for (let index = 0; index < sheet.width; index += 1) {
    const said: string[] = [];
    for (let row = top; row <= bottom; row += 1) {
      let word = textOf(sheet.seen(row, index));
      if (isNothing(word) && row < bottom && !sheet.mergeAt(row, index)) word = groupLeftOf(sheet, row, bottom, index);
      if (!isNothing(word) && said.at(-1) !== word) said.push(word);
    }
    if (said.length === 0) continue;
    columns.push({ index, letters: columnLetters(index), title: said.map(tidy).join(' / '), parts: said.map(readHeader) });
  }
  return columns;
}

/** A group that was not merged over its sub-headers: the nearest cell to the left that has a sub-header of its own. */
function groupLeftOf(sheet: Sheet, row: number, bottom: number, index: number): string {
  const below = (column: number) => {
    for (let next = row + 1; next <= bottom; next += 1) if (!isNothing(sheet.at(next, column))) return true;
    return false;
  };
  if (!below(index)) return '';
  for (let column = index - 1; column >= 0 && index - column < 12; column -= 1) {
    const cell = sheet.seen(row, column);
    if (!isNothing(cell)) return below(column) && !sheet.mergeAt(row, column) ? textOf(cell) : '';
  }
  return '';
}

const sameHeader = (one: readonly HeaderColumn[], sheet: Sheet, row: number) => {
  const words = new Set(one.flatMap((column) => column.title.split(' / ')));
  const cells = (sheet.row(row)?.cells ?? []).filter((cell) => !isNothing(cell));
  return cells.length >= 2 && cells.filter((cell) => words.has(tidy(textOf(cell)))).length / cells.length >= 0.6;
};

/** True when a line like 填报单位 … 联系人 … 电话 … stands above the real header: a row soon below says far more. */
function betterBelow(sheet: Sheet, rows: readonly { readonly row: number }[], index: number, words: number): boolean {
  const { row } = rows[index] as { row: number };
  for (const next of rows.slice(index + 1, index + 13)) {
    const score = headerScore(sheet, next.row);
    const far = next.row - row > 1 || !continues(sheet, row, row + 1) && !precedes(sheet, row, next.row);
    if (isHeaderLike(score) && score.words >= words + 3 && score.words >= words * 1.5 && far) return true;
  }
  return false;
}

/** The table of a survey file, whose header is made of its attributes' names; titles and descriptions stand above it. */
function surveyTable(sheet: Sheet): Table[] {
  const columns = columnsOf(sheet, 0, 0);
  const lastRow = sheet.grid.rows.at(-1)?.row ?? 0;
  const above = (sheet.grid.survey?.about ?? []).map((line) => ({ row: 0, text: line }));
  return [{ headerTop: 0, headerBottom: 0, columns, guideRows: [], firstRow: 1, lastRow, above, repeats: [] }];
}

/** Finds the tables of a sheet, one below the other, by the words of their headers, merged cells and what the rows look like. */
export function tablesOf(sheet: Sheet): Table[] {
  if (sheet.grid.survey) return sheet.grid.rows.length > 1 ? surveyTable(sheet) : [];
  const known = tablesFrom(sheet, (row) => isHeaderLike(headerScore(sheet, row)));
  return known.length > 0 ? known : tablesFrom(sheet, (row) => looksLikeHeader(sheet, row));
}

/** True for a row of short, distinct words without figures above several rows that fill its columns, some with figures. */
function looksLikeHeader(sheet: Sheet, row: number): boolean {
  const columns = filledColumns(sheet, row);
  const words = columns.map((column) => sheet.at(row, column));
  if (columns.length < 4 || !words.every((word) => shortText(word) && word.length <= 20 && !/\d{2}/.test(word)) || new Set(words).size < words.length) return false;
  const below = sheet.grid.rows.filter((next) => next.row > row).slice(0, 6).map((next) => columns.filter((column) => !isNothing(next.cells[column])));
  const alike = below.filter((filled) => filled.length >= columns.length * 0.6).length;
  const hasFigures = sheet.grid.rows.some((next) => next.row > row && columns.some((column) => /\d{2}/.test(textOf(next.cells[column]))));
  return below.length >= 3 && alike >= below.length * 0.7 && hasFigures;
}

function tablesFrom(sheet: Sheet, isHeader: (row: number) => boolean): Table[] {
  const rows = sheet.grid.rows;
  const lastRow = rows.at(-1)?.row ?? 0;
  const found: { top: number; bottom: number; columns: HeaderColumn[]; guides: number[]; repeats: number[]; first: number }[] = [];
  let index = 0;
  while (index < rows.length) {
    const { row } = rows[index] as { row: number };
    const current = found.at(-1);
    const score = headerScore(sheet, row);
    const atStart = !current && row <= 60;
    if ((current && score.words < 3) || (!current && !atStart) || !isHeader(row)) {
      index += 1;
      continue;
    }
    if (current && sameHeader(current.columns, sheet, row)) {
      let next = index;
      while (next < rows.length && (rows[next] as { row: number }).row - row <= current.bottom - current.top && (next === index || sameHeader(current.columns, sheet, (rows[next] as { row: number }).row))) {
        current.repeats.push((rows[next] as { row: number }).row);
        next += 1;
      }
      index = next;
      continue;
    }
    if (!current && betterBelow(sheet, rows, index, score.words)) {
      index += 1;
      continue;
    }
    let top = row;
    let bottom = row;
    while (top > 1 && (current === undefined || top - 1 > current.bottom) && precedes(sheet, top - 1, top) && row - top < 4) top -= 1;
    while (bottom - top < 5 && continues(sheet, top, bottom + 1)) bottom += 1;
    const columns = columnsOf(sheet, top, bottom);
    if (columns.length < 2) {
      index += 1;
      continue;
    }
    const guides: number[] = [];
    while (isGuide(sheet, bottom + guides.length + 1)) guides.push(bottom + guides.length + 1);
    const first = bottom + guides.length + 1;
    found.push({ top, bottom, columns, guides, repeats: [], first });
    while (index < rows.length && (rows[index] as { row: number }).row < first) index += 1;
  }
  return found.map((table, order) => {
    const next = found[order + 1];
    const previous = found[order - 1];
    const reach = previous ? Math.max(previous.first, table.top - 4) : 1;
    const above = rows.filter((row) => row.row < table.top && row.row >= reach && (!previous || filledColumns(sheet, row.row).length <= 2))
      .map((row) => ({ row: row.row, text: row.cells.filter((cell) => !isBlank(cell)).map(textOf).join(' ') }))
      .filter((line) => line.text.trim() !== '');
    // Columns of a further table of the sheet are told from those of the first: D/2.
    const columns = order === 0 ? table.columns : table.columns.map((column) => ({ ...column, letters: `${column.letters}/${order + 1}` }));
    return { headerTop: table.top, headerBottom: table.bottom, columns, guideRows: table.guides, firstRow: table.first, lastRow: next ? next.top - 1 : lastRow, above, repeats: table.repeats };
  });
}

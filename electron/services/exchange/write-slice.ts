import '../export/old-buffers.js';
import ExcelJS from 'exceljs';
import { looksLikeFormula } from '../../../data/rules/export/csv.js';
import { headerRow, identityTitle, issuedName, listSheet, markSheet, sliceFormat, type SliceBook, type SliceSheet } from '../../../data/rules/slice/slice-book.js';
import type { SliceColumn } from '../../../data/rules/slice/slice-columns.js';
import { columnLetters } from '../export/xlsx-sheet.js';
import { sliceStyles as styles } from './slice-styles.js';

/** The longest list of words that a check may hold itself; longer ones stand in a sheet of their own. */
const longestList = 250;
/** The lines of a cell that are seen without pulling the row taller. */
const tallestRow = 60;
const unitsPerCharacter = 1.6;

/** A day as the spreadsheet's own kind of date, so that its check and its calendar work; a month or a year stays text. */
const valueOf = (column: SliceColumn, value: string | number): ExcelJS.CellValue => (value === '' ? null : column.check === 'date' && typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? new Date(`${value}T00:00:00Z`) : value);

/** The check of a column, or nothing. Lists that are too long for it, or whose words have commas, come from `listAt`. */
function checkOf(column: SliceColumn, listAt: (words: readonly string[]) => string): ExcelJS.DataValidation | undefined {
  const prompt = { showInputMessage: true, promptTitle: column.title.slice(0, 30), prompt: (column.check === 'several' ? `可写几项，用顿号隔开：${column.options?.join('、') ?? ''}` : column.hint ?? '').slice(0, 250) };
  const refused = { showErrorMessage: true, errorTitle: '填得不对', allowBlank: true, ...(prompt.prompt ? prompt : {}) };
  if (column.check === 'one') {
    const inline = `"${column.options?.join(',') ?? ''}"`;
    return { type: 'list', formulae: [inline.length > longestList || column.options?.some((word) => word.includes(',')) ? listAt(column.options ?? []) : inline], errorStyle: 'stop', error: '请从下拉里选一项。', ...refused };
  }
  if (column.check === 'number') return { type: 'decimal', operator: 'greaterThanOrEqual', formulae: [0], errorStyle: 'stop', error: '请填数字，不写单位。', ...refused };
  // A year or a month is a good answer, too, so another form is asked about and not refused.
  if (column.check === 'date') return { type: 'date', operator: 'between', formulae: [new Date('1900-01-01T00:00:00Z'), new Date('2100-01-01T00:00:00Z')], errorStyle: 'warning', error: '请写成 2026-03-08；只知道年月的，写成文字 2026-03。', ...refused };
  return prompt.prompt ? { type: 'textLength', operator: 'lessThanOrEqual', formulae: [2_000], errorStyle: 'stop', error: '字数太多，请写短一些。', ...refused } : undefined;
}

function fillSheet(sheet: ExcelJS.Worksheet, { title, columns, rows, blankRows }: SliceSheet, instructions: string, listAt: (words: readonly string[]) => string): void {
  const last = columns.length + 1;
  const put = (row: number, column: number, value: ExcelJS.CellValue, style: Partial<ExcelJS.Style>) => { const cell = sheet.getCell(row, column); cell.value = value; cell.style = style; };
  sheet.columns = [{ width: 4, hidden: true }, ...columns.map((column) => ({ width: Math.round(column.width * unitsPerCharacter) + 2 }))];
  put(1, 2, title, styles.title);
  put(2, 2, instructions, styles.instructions);
  const across = Math.max(2, Math.min(last, 9));
  sheet.mergeCells(1, 2, 1, across);
  sheet.mergeCells(2, 2, 2, across);
  sheet.getRow(1).height = 34;
  sheet.getRow(2).height = 34;
  sheet.getRow(headerRow).height = 30;
  put(headerRow, 1, identityTitle, styles.header);
  for (const [at, column] of columns.entries()) put(headerRow, at + 2, column.title, styles.header);
  for (const [at, { identity, cells }] of rows.entries()) {
    const row = headerRow + 1 + at;
    put(row, 1, identity, styles.locked);
    for (const [place, column] of columns.entries()) {
      const value = cells[place] ?? '';
      put(row, place + 2, valueOf(column, value), column.locked ? styles.locked : typeof value === 'string' && looksLikeFormula(value) ? styles.text : styles[styleOf(column)]);
    }
    const lines = Math.max(1, ...columns.map((column, place) => Math.ceil(String(cells[place] ?? '').length / column.width)));
    sheet.getRow(row).height = Math.min(tallestRow, 8 + 14 * lines);
  }
  for (let row = headerRow + 1 + rows.length; row <= headerRow + rows.length + blankRows; row += 1) {
    for (const [place, column] of columns.entries()) put(row, place + 2, null, styles[styleOf(column)]);
    sheet.getRow(row).height = 22;
  }
  const bottom = headerRow + rows.length + blankRows;
  for (const [place, column] of columns.entries()) {
    const check = bottom > headerRow ? checkOf(column, listAt) : undefined;
    const letters = columnLetters(place + 2);
    // Given for a stretch at once; the library's types know of single cells alone.
    if (check) (sheet as unknown as { dataValidations: { add(range: string, check: ExcelJS.DataValidation): void } }).dataValidations.add(`${letters}${headerRow + 1}:${letters}${bottom}`, check);
  }
}

const styleOf = (column: SliceColumn) => (column.check === 'number' ? 'number' : column.check === 'date' ? 'date' : 'text');

/** The bytes of a workbook that a village fills in. */
export async function writeSlice(book: SliceBook, onProgress: (done: number, total: number) => void): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const made = new Date(`${book.today}T00:00:00Z`);
  Object.assign(workbook, { creator: '溪山 Xishan', lastModifiedBy: '溪山 Xishan', created: made, modified: made });
  const lists: string[][] = [];
  const listAt = (words: readonly string[]) => {
    let at = lists.findIndex((list) => list.join('\n') === words.join('\n'));
    if (at < 0) at = lists.push([...words]) - 1;
    const letters = columnLetters(at + 1);
    return `'${listSheet}'!$${letters}$1:$${letters}$${words.length}`;
  };
  const hidden: SliceSheet[] = [];
  for (const [at, part] of book.sheets.entries()) {
    onProgress(at, book.sheets.length);
    const sheet = workbook.addWorksheet(part.name, {
      views: [{ state: 'frozen', xSplit: Math.min(3, part.columns.length + 1), ySplit: headerRow, showGridLines: false, zoomScale: 100 }],
      pageSetup: { paperSize: 8 as ExcelJS.PaperSize, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: `${headerRow}:${headerRow}` },
    });
    fillSheet(sheet, part, book.instructions, listAt);
    // Without a password: it keeps hands off by mistake, not a person who knows what they do.
    await sheet.protect('', { selectLockedCells: true, selectUnlockedCells: true, formatColumns: true, formatRows: true, formatCells: true, sort: true, autoFilter: true });
    hidden.push(part);
  }
  const mark = workbook.addWorksheet(markSheet, { state: 'veryHidden' });
  mark.addRow([sliceFormat, 1, book.today]);
  for (const { name, columns } of book.sheets) mark.addRow([name, ...columns.map((column) => column.path)]);
  for (const part of hidden) {
    const copy = workbook.addWorksheet(issuedName(part.name), { state: 'veryHidden' });
    copy.getRow(headerRow).values = [identityTitle, ...part.columns.map((column) => column.title)];
    for (const [at, { identity, cells }] of part.rows.entries()) {
      const row = copy.getRow(headerRow + 1 + at);
      row.getCell(1).value = identity;
      for (const [place, column] of part.columns.entries()) {
        const value = valueOf(column, cells[place] ?? '');
        if (value === null) continue;
        row.getCell(place + 2).value = value;
        if (value instanceof Date) row.getCell(place + 2).numFmt = 'yyyy-mm-dd';
      }
    }
  }
  if (lists.length > 0) {
    const words = workbook.addWorksheet(listSheet, { state: 'veryHidden' });
    for (const [column, list] of lists.entries()) for (const [row, word] of list.entries()) words.getCell(row + 1, column + 1).value = word;
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

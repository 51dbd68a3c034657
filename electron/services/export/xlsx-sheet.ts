import type { Writable } from 'node:stream';
import ExcelJS from 'exceljs';
import { looksLikeFormula } from '../../../data/rules/export/csv.js';
import { headerLines, lineCount, listInLines } from '../../../data/rules/export/fit.js';
import { listSeparator } from '../../../data/rules/export/shown-text.js';
import type { RowSum, SheetHead, SheetRow } from '../../../data/rules/export/sheet.js';
import { bodySize, bodyStyles, styles } from './xlsx-styles.js';

/** Rows above the records: title, mark and unit line, group headers, headers. */
const titleRow = 1;
const lineRow = 2;
const groupRow = 3;
const headerRow = 4;
const firstRow = headerRow + 1;

/** A cell of a spreadsheet holds at most 32,767 characters. */
const longestText = 32_767;
/** Points a line of body text takes, and the tallest row that a spreadsheet allows. */
const lineHeight = 14;
const tallestRow = 400;

/** A Chinese character of body text in Excel's unit, the width of a figure at 11 pt: (10 pt at 96 dpi) ÷ 7 px. */
const unitsPerCharacter = (bodySize * 96) / 72 / 7;
const inch = 2.54;

/** 1 → A, 27 → AA. */
export function columnLetters(position: number): string {
  let letters = '';
  for (let rest = position; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** Text that XML can carry; a spreadsheet would read `_x0041_` as a character, so its underscore is written as such. */
const storable = (text: string) =>
  [...text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')].filter((character) => !/^[\uD800-\uDFFF\uFFFE\uFFFF]$/.test(character)).join('');
const isPlain = /^[\u0020-\u005E\u0060-\uD7FF\uE000-\uFFFD\n]*$/;

const inHeader = (text: string) => text.replaceAll('&', '&&').slice(0, 80);

/** A workbook being written to a stream, sheet after sheet and row by row, laid out as an office hands it to its leaders. */
export interface BookWriter {
  /** Begins the next sheet; the one before it is ended first. */
  begin(head: SheetHead): void;
  add(row: SheetRow): void;
  /** Ends the workbook; answers with the number of texts that were too long for a cell and were cut. */
  finish(): Promise<{ cut: number }>;
}

/** Begins a workbook; `today` (2026-11-23) dates its properties, which name no person. */
export function openBook(stream: Writable, today: string): BookWriter {
  const made = new Date(`${today}T00:00:00Z`);
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({
    stream, useStyles: true, useSharedStrings: true,
    ...{ creator: '溪山 Xishan', lastModifiedBy: '溪山 Xishan', created: made, modified: made },
  });
  workbook.views = [{ x: 0, y: 0, width: 24_000, height: 14_000, firstSheet: 0, activeTab: 0, visibility: 'visible' }];
  const body = bodyStyles();
  let sheet: SheetWriter | undefined;
  let cut = 0;
  const end = () => { cut += sheet?.end() ?? 0; };
  return {
    begin(head) {
      end();
      sheet = openSheet(workbook, head, body);
    },
    add: (row) => sheet?.add(row),
    async finish() {
      end();
      await workbook.commit();
      return { cut };
    },
  };
}

interface SheetWriter {
  add(row: SheetRow): void;
  /** Answers with the number of texts that were cut. */
  end(): number;
}

function openSheet(workbook: ExcelJS.stream.xlsx.WorkbookWriter, head: SheetHead, body: ReturnType<typeof bodyStyles>): SheetWriter {
  const { columns } = head;
  const last = columns.length;
  const lastLetters = columnLetters(last);
  const footer = `&L&"宋体,常规"&9 ${inHeader(head.title)}&C&"宋体,常规"&9${head.pageLine}&R&"宋体,常规"&9 ${inHeader(head.dateLine)}`;
  const sheet = workbook.addWorksheet(head.sheetName, {
    views: [{ state: 'frozen', xSplit: head.frozenColumns, ySplit: headerRow, showGridLines: false, zoomScale: 90 }],
    pageSetup: {
      paperSize: 8 as ExcelJS.PaperSize, // A3; the library's list of names ends at A5.
      orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0,
      horizontalDpi: 600, verticalDpi: 600,
      printTitlesRow: `${groupRow}:${headerRow}`,
      margins: { left: 1 / inch, right: 1 / inch, top: 1.6 / inch, bottom: 1.5 / inch, header: 0.8 / inch, footer: 0.8 / inch },
    },
    headerFooter: {
      // The first page has the marks under its title.
      differentFirst: true, firstHeader: '&L', firstFooter: footer, oddFooter: footer,
      oddHeader: `&L&"宋体,常规"&9${inHeader(head.marks.join('　　'))}`,
    },
  });
  sheet.columns = columns.map((column) => ({ width: Math.round(column.width * unitsPerCharacter * 100) / 100 + 0.72 }));

  const separator = listSeparator(head.language);
  let next = firstRow;
  let cut = 0;

  function put(row: number, column: number, value: ExcelJS.CellValue, style: Partial<ExcelJS.Style>): void {
    const cell = sheet.getCell(row, column);
    if (value !== null) cell.value = value;
    cell.style = style;
  }
  function merge(top: number, left: number, bottom: number, right: number): void {
    if (top !== bottom || left !== right) sheet.mergeCells(top, left, bottom, right);
  }
  /** Fills a stretch with one style, so that the borders of merged cells are whole, then merges it. */
  function band(top: number, left: number, bottom: number, right: number, value: string, style: Partial<ExcelJS.Style>): void {
    for (let row = top; row <= bottom; row += 1) for (let column = left; column <= right; column += 1) put(row, column, row === top && column === left ? value : null, style);
    merge(top, left, bottom, right);
  }
  function commit(row: number, height: number): void {
    const made = sheet.getRow(row);
    made.height = Math.min(tallestRow, Math.round(height * 4) / 4);
    made.commit();
  }
  function texts(value: string): string {
    const safe = isPlain.test(value) ? value : storable(value);
    if (safe.length <= longestText) return safe;
    cut += 1;
    return `${safe.slice(0, longestText - 1)}…`;
  }
  /** The height of a row whose texts stand in these columns. */
  const heightFor = (cells: readonly (readonly [content: string, width: number])[]) =>
    cells.reduce((most, [content, width]) => Math.max(most, lineCount(content, width)), 1) * lineHeight + 8;

  function writeHead(): void {
    band(titleRow, 1, titleRow, last, texts(head.title), styles.title);
    commit(titleRow, 40);
    const half = Math.max(1, Math.floor(last / 2));
    band(lineRow, 1, lineRow, half, texts(head.marks.join('　　')), head.internal ? styles.mark : styles.publicMark);
    if (half < last) band(lineRow, half + 1, lineRow, last, texts([head.dateLine, head.unitLine].filter(Boolean).join('　　')), styles.unit);
    commit(lineRow, 20);
    const grouped = new Set<number>();
    for (const { label, from, to } of head.groups) {
      if (from === to) continue; // A header over one column would say the same thing twice.
      band(groupRow, from + 1, groupRow, to + 1, texts(label), styles.group);
      for (let column = from; column <= to; column += 1) grouped.add(column);
    }
    const labels = columns.map(({ label, width }) => texts(headerLines(label, width)));
    for (const [index, label] of labels.entries()) {
      if (grouped.has(index)) put(headerRow, index + 1, label, styles.header);
      else band(groupRow, index + 1, headerRow, index + 1, label, styles.header);
    }
    const headerHeight = heightFor(labels.map((label, index) => [label, columns[index]?.width ?? 1] as const));
    sheet.getRow(groupRow).height = 20;
    commit(headerRow, headerHeight);
  }

  const firstSummed = Math.max(1, columns.findIndex((column) => column.summed));
  const formula = (column: number, { spans }: RowSum) => {
    const letters = columnLetters(column);
    const parts = spans.map(([from, to]) => (from === to ? `${letters}${from + firstRow}` : `${letters}${from + firstRow}:${letters}${to + firstRow}`));
    return `SUM(${parts.join(',')})`;
  };

  function add(row: SheetRow): void {
    const at = next;
    next += 1;
    if (row.kind === 'section') {
      band(at, 1, at, last, texts(row.label), styles.section);
      commit(at, 20);
    } else if (row.kind === 'note') {
      band(at, 1, at, last, texts(row.label), styles.note);
      commit(at, heightFor([[row.label, columns.reduce((sum, column) => sum + column.width, 0)]]));
    } else if (row.kind === 'record' || row.kind === 'removed') {
      const measured: [string, number][] = [];
      const changed = row.kind === 'record' && row.mark?.kind === 'changed' ? new Set(row.mark.columns) : null;
      const rest = row.kind === 'removed' ? 'removed' : row.mark?.kind === 'added' ? 'added' : 'plain';
      for (const [index, column] of columns.entries()) {
        const value = row.cells[index] ?? null;
        const tint = changed?.has(index) ? 'changed' : rest;
        if (typeof value === 'number') put(at, index + 1, value, body.number(column, value, tint));
        else if (value === null) put(at, index + 1, null, body.text(column, tint));
        else {
          const content = texts(column.listed ? listInLines(value, separator) : value);
          put(at, index + 1, content, looksLikeFormula(content) ? body.guarded(column, tint) : body.text(column, tint));
          measured.push([content, column.width]);
        }
      }
      commit(at, heightFor(measured));
    } else {
      const covered = row.sums.findIndex((sum) => sum !== null);
      band(at, 1, at, covered === -1 ? last : Math.min(firstSummed, covered), texts(row.label), styles[row.kind]);
      for (let index = covered === -1 ? last : covered; index < last; index += 1) {
        const sum = row.sums[index];
        const column = columns[index];
        if (!column) continue;
        if (!sum) put(at, index + 1, null, styles[row.kind]);
        else if (sum.spans.length === 0) put(at, index + 1, sum.value, body.sum(row.kind, column, sum.value));
        else put(at, index + 1, { formula: formula(index + 1, sum), result: sum.value }, body.sum(row.kind, column, sum.value));
      }
      commit(at, 20);
      if (row.kind === 'total') sheet.autoFilter = { from: { row: headerRow, column: 1 }, to: { row: Math.max(headerRow, at - 1), column: last } };
    }
  }

  writeHead();
  return {
    add,
    end() {
      sheet.pageSetup.printArea = `A$1:${lastLetters}$${next - 1}`;
      sheet.commit();
      return cut;
    },
  };
}

import type { SheetRow, StreamedSheet, TableSheet } from '../../../data/rules/export/sheet.js';
import { tablePage } from '../../../data/rules/map/sheet-size.js';
import { FailureError } from '../../../data/schema/failure.js';
import { text } from '../../../data/schema/text.js';
import { pace } from '../../storage/slices.js';
import { throwIfCancelled } from '../export/finished-file.js';
import type { Printer, PrintRun } from './printer.js';
import type { Sheets } from './sheets.js';

/** More records than this are no table for paper: some hundred pages of A3. */
export const mostPrinted = 10_000;

/** So many rows are tagged for screen readers. A longer table is printed in parts, which are joined without their tags; those of 5,000 rows took the engine to gigabytes. */
const mostTagged = 500;

export interface TablePrinting {
  readonly printer: Printer | undefined;
  readonly sheets: Sheets;
  readonly audience: 'internal' | 'public';
  readonly run: PrintRun;
}

/** Prints tables one after the other as one document of A3 pages. Fails with a FailureError, also when cancelled. */
export async function printTables(tables: readonly (TableSheet | StreamedSheet)[], { printer, sheets, audience, run }: TablePrinting): Promise<Uint8Array> {
  if (!printer) throw new FailureError('not-found', text('这个程序没有打印的能力，请从溪山的窗口里打印，或导出 Excel 后打印。', 'This program cannot print; print from the window of Xishan, or print the workbook.'));
  const rows: SheetRow[][] = [];
  for (const table of tables) rows.push(await rowsOf(table, run.signal));
  const [first] = tables;
  const request = { kind: 'table', audience, language: first?.head.language ?? 'zh', tables: tables.map(({ head }, at) => ({ head, rowCount: rows[at]?.length ?? 0 })) } as const;
  return sheets.during(request, (sheetId) => printer.pdf({ sheetId, circle: audience === 'public' ? 'public' : 'desk', page: tablePage, tagged: rows.flat().length <= mostTagged }, run), { rows });
}

async function rowsOf(table: TableSheet | StreamedSheet, signal: AbortSignal): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  const steps = pace();
  for await (const row of table.rows()) {
    if (rows.length > mostPrinted) {
      throw new FailureError('too-large', text(`这张表超过 ${mostPrinted} 行，不适合印在纸上。请先筛选，或导出 Excel。`, `This table has more than ${mostPrinted} rows, too many for paper. Filter it first, or export a workbook.`));
    }
    rows.push(row);
    if (!steps.isDue) continue;
    await steps.rest();
    throwIfCancelled(signal);
  }
  return rows;
}

import type { SheetRow, TablePrint } from '../../../data/rules/export/sheet.js';
import type { Client } from '../../client/client.js';

/** As many rows as one call brings. */
const rowsAtOnce = 500;

/** All rows of the tables that are printed, table by table; for a public print by public calls alone. */
export async function loadTables(client: Client, id: string, { tables, audience }: TablePrint, onStep: (done: number) => void): Promise<SheetRow[][]> {
  const call = audience === 'public' ? 'public.sheetRows' : 'output.sheetRows';
  const found: SheetRow[][] = [];
  for (const [table, { rowCount }] of tables.entries()) {
    const rows: SheetRow[] = [];
    while (rows.length < rowCount) {
      const part = (await client.call(call, { id, table, offset: rows.length, limit: rowsAtOnce })).rows;
      if (part.length === 0) break;
      rows.push(...part);
      onStep(rows.length);
    }
    found.push(rows);
  }
  return found;
}

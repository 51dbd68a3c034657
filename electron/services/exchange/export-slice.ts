import { join } from 'node:path';
import type { SliceRequest } from '../../../data/contract/exchange.js';
import { chosenRecords } from '../../../data/rules/merge/chosen-part.js';
import { sliceBook } from '../../../data/rules/slice/slice-book.js';
import type { LedgerData } from '../../../data/schema/ledger.js';
import { text, type Text } from '../../../data/schema/text.js';
import type { ExportedFile } from '../export/export-table.js';
import { makeFile } from '../export/finished-file.js';
import { folderName } from '../folders/folder-name.js';
import type { JobContext } from '../jobs.js';
import { refuseExchange } from './exchange-refusals.js';
import { runExchange } from './exchange-thread.js';

export interface SliceExport {
  readonly data: LedgerData;
  /** The folder that the finished file is put in; it must be there. */
  readonly folder: string;
  /** The day of making, 2026-11-23. */
  readonly today: string;
  readonly workerFile?: URL | string | undefined;
  readonly run: Pick<JobContext, 'signal' | 'progress'>;
}

const writing: Text = text('写出填报表', 'Writing the sheets');
/** More rows than anybody fills in by hand; a spreadsheet with checks in every cell of them would not open in time. */
const mostRows = 5_000;

/** The villages that the drop-down offers: those of the township, and those that assets lie in. */
const villagesOf = ({ profile, assets }: LedgerData) => [...new Set([...profile.villages, ...assets.flatMap(({ village }) => village ?? [])])];

/** Writes a workbook for village staff to fill in, which an import takes in again without being told anything. Fails with a FailureError and leaves no file then. */
export async function exportSlice({ audience, part, contacts, columns, blankRows }: SliceRequest, { data, folder, today, workerFile, run }: SliceExport): Promise<ExportedFile> {
  const { assets } = chosenRecords(data, part);
  if (assets.length === 0 && blankRows === 0) throw refuseExchange.nothing();
  if (assets.length > mostRows) throw refuseExchange.manyRows(assets.length, mostRows);
  const villages = part.villages ?? [];
  const book = sliceBook(assets, { internal: audience === 'internal', contacts, township: data.profile.name.zh, villages: villagesOf(data), chosenVillages: villages, columns, blankRows, today });
  const name = `${folderName(villages.length === 1 && villages[0] ? villages[0] : data.profile.name.zh)}-填报表-${today}.xlsx`;
  const file = join(folder, name);
  const bytes = await makeFile(file, async (temporary) => {
    await runExchange({ kind: 'slice', file: temporary, book }, { signal: run.signal, workerFile, stuck: () => refuseExchange.stuck(name), onProgress: (done, total) => run.progress(done, total, writing) });
  }, run.signal);
  return { file, name, bytes, notices: [] };
}

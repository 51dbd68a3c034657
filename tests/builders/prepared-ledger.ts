import { join } from 'node:path';
import type { LedgerData } from '../../data/schema/ledger.js';
import { createLedger } from '../../electron/storage/ledger.js';

/** Writes a ledger with the data into a folder below the one given; answers with its path. */
export async function preparedLedger(folder: string, data: LedgerData, name = '测试乡'): Promise<string> {
  const path = join(folder, name);
  await (await createLedger(path, data)).close();
  return path;
}

import { basename } from 'node:path';
import { FailureError } from '../../../data/schema/failure.js';
import type { NounName } from '../../../data/schema/ledger.js';
import type { Origin } from '../../../data/schema/origin.js';
import { text } from '../../../data/schema/text.js';
import { openLedger } from '../../storage/ledger.js';
import { originOf, revisionsOf } from '../folders/offline-copy.js';
import type { UploadedFile } from '../uploads.js';
import { exportExchange, type ExchangeExport } from './export-exchange.js';

const notOfThis = (folder: string, origin: Origin | undefined) => new FailureError('wrong-input', origin
  ? text(`「${basename(folder)}」取自另一本账（${origin.address}）。请先打开那本，再并回。`, `“${basename(folder)}” was taken from another ledger (${origin.address}). Open that one first, then bring it back.`)
  : text(`「${basename(folder)}」不是离线拷贝。请选用「取离线拷贝」取走的那个文件夹；别的账本请先导出交换件再合并。`, `“${basename(folder)}” is no offline copy. Choose a folder that was taken with “Take an offline copy”; of any other ledger, make an exchange file and merge that.`));

/** Writes what was changed in an offline copy since it was taken as an exchange file into `into`, for the ledger `id` on the server. Throws `wrong-input` where the folder is no copy of that one. */
export async function packOfflineCopy(folder: string, id: string, { into, ...means }: Omit<ExchangeExport, 'ledger' | 'folder' | 'by' | 'only'> & { readonly into: string }): Promise<UploadedFile> {
  const origin = await originOf(folder);
  if (origin?.ledger !== id) throw notOfThis(folder, origin);
  const copy = await openLedger(folder);
  try {
    const now = revisionsOf(copy.data);
    // Of the township's profile no revision is kept; comparing it costs nothing.
    const only = (noun: NounName, record: string) => noun === 'profile' || now[noun][record] !== origin.revisions[noun][record];
    const { file } = await exportExchange({ kind: 'exchange', format: 'xishanpart', audience: 'internal', part: {} }, { ...means, ledger: copy, folder: into, by: origin.takenBy, only });
    return { name: basename(folder), path: file };
  } finally {
    await copy.close();
  }
}

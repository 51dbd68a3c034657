import { join } from 'node:path';
import type { TableRequest } from '../../../data/contract.js';
import { fileNameOf } from '../../../data/rules/export/file-name.js';
import { ledgerTable, projectTable, type TableAsset, type TableOccasion, type TableProject } from '../../../data/rules/export/table-model.js';
import { changesTable, type TableChanges } from '../../../data/rules/export/changes-table.js';
import type { StreamedSheet, TableSheet } from '../../../data/rules/export/sheet.js';
import { FailureError } from '../../../data/schema/failure.js';
import { isPublished, publicAsset, publicProfile, publicProject } from '../../../data/rules/projection.js';
import type { LedgerData } from '../../../data/schema/ledger.js';
import { text, type Text } from '../../../data/schema/text.js';
import { eachPaced } from '../../storage/slices.js';
import { makeFile, throwIfCancelled } from './finished-file.js';
import { writeCsv } from './write-csv.js';
import { writeXlsx } from './write-xlsx.js';

export interface ExportOptions {
  /** The folder that the finished file is put in; it must be there. */
  readonly folder: string;
  /** The file's name, where a person chose one; else it is made from township, table, edition and day. */
  readonly name?: string | undefined;
  /** The day of making, 2026-11-23. */
  readonly today: string;
  /** What changed, for a table of kind `changes`. */
  readonly changes?: TableChanges | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  /** The built export worker, where it does not lie beside this bundle. */
  readonly workerFile?: URL | string | undefined;
}
export interface ExportedFile {
  readonly file: string;
  readonly name: string;
  readonly bytes: number;
  /** What the person should know of the file: characters lost, records that are gone. */
  readonly notices: readonly Text[];
}

/**
 * Writes 项目一张表, 资产一本账 or what changed in a period as a file. The public edition is made from public projections alone, without what was
 * taken off the shelf. Nothing lies under the file's name until it is whole; fails with a FailureError, also when cancelled.
 */
export async function exportTable(request: TableRequest, data: LedgerData, options: ExportOptions): Promise<ExportedFile> {
  const { onProgress, signal, today, workerFile } = options;
  throwIfCancelled(signal);
  const { sheet, missing } = await sheetFor(request, data, options);
  const name = options.name ?? fileNameOf(sheet.head, today, request.format);
  const file = join(options.folder, name);
  const notices: Text[] = missing === 0 ? [] : [text(`有 ${missing} 条记录已不在本账中或不公开，未列入。`, `${missing} records are no longer in the ledger or not public, and were left out.`)];
  const bytes = await makeFile(file, async (temporary) => {
    notices.push(...(request.format === 'xlsx'
      ? await writeXlsx(temporary, sheet, { today, workerFile, onProgress, signal })
      : await writeCsv(temporary, sheet, { encoding: request.encoding, onProgress, signal })));
  }, signal);
  return { file, name, bytes, notices };
}

/** The table that is asked for, made of what its readers may see. */
async function sheetFor(request: TableRequest, data: LedgerData, { today, signal, changes }: ExportOptions): Promise<{ sheet: TableSheet | StreamedSheet; missing: number }> {
  const internal = request.audience === 'internal';
  const township = publicProfile(data.profile);
  if (request.kind === 'changes') {
    if (!changes) throw new FailureError('wrong-input', text('请先选好比较的起止日期，再导出变化。', 'Choose the days to compare before exporting what changed.'), { field: 'period' });
    if (!internal) throw new FailureError('not-allowed', text('变化表含修改人和内部栏目，只有内部版。请选「内部」再导出。', 'What changed names people and internal columns, so it is for staff only. Choose the internal edition.'), { field: 'audience' });
    return { sheet: changesTable(changes, { language: request.language, internal, today, township }), missing: 0 };
  }
  const assets: readonly TableAsset[] = internal ? data.assets : await projected(data.assets.filter(isPublished), publicAsset, signal);
  const occasion = { language: request.language, internal, today, township };
  if (request.kind === 'ledger') {
    const { chosen, ...rest } = choose(assets, request.ids);
    return { sheet: ledgerTable(chosen, { ...occasion, keepOrder: rest.keepOrder }), missing: rest.missing };
  }
  const projects: readonly TableProject[] = internal ? data.projects : await projected(data.projects, publicProject, signal);
  const { chosen, ...rest } = choose(projects, request.ids);
  const assetById = new Map(assets.map((asset) => [asset.id, asset]));
  const detailed: TableOccasion = { ...occasion, keepOrder: rest.keepOrder };
  return { sheet: projectTable(chosen, assetById, detailed), missing: rest.missing };
}

/** The records asked for, in that order; `keepOrder` tells whether it differs from the ledger's own. */
function choose<R extends { readonly id: string }>(records: readonly R[], ids: readonly string[] | undefined) {
  if (!ids) return { chosen: records, missing: 0, keepOrder: false };
  const positions = new Map(records.map((record, index) => [record.id, index]));
  const asked = [...new Set(ids)];
  const found = asked.flatMap((id) => positions.get(id) ?? []);
  const keepOrder = found.some((position, index) => index > 0 && position < (found[index - 1] ?? 0));
  return { chosen: found.flatMap((position) => records[position] ?? []), missing: asked.length - found.length, keepOrder };
}

/** Projects many records without holding up the event loop. */
async function projected<From, To>(records: readonly From[], convert: (record: From) => To, signal: AbortSignal | undefined): Promise<To[]> {
  const result: To[] = [];
  await eachPaced(records, (record) => {
    throwIfCancelled(signal);
    result.push(convert(record));
  });
  return result;
}

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TableRequest } from '../../../data/contract.js';
import { fileNameOf } from '../../../data/rules/export/file-name.js';
import { toldChange, type ChangeMarks } from '../../../data/rules/export/change-marks.js';
import { fieldNotesTable } from '../../../data/rules/export/field-notes.js';
import { ledgerTable, projectTable } from '../../../data/rules/export/table-model.js';
import type { TableAsset, TableOccasion, TableProject } from '../../../data/rules/export/table-occasion.js';
import type { RecordChange } from '../../../data/schema/record-change.js';
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

export interface ChangesSince { readonly day: string; readonly notice?: Text | undefined; changes(): AsyncIterable<RecordChange> }
export interface ExportOptions {
  /** The folder that the finished file is put in; it must be there. */
  readonly folder: string;
  /** The file's name, where a person chose one; else it is made from township, table, edition and day. */
  readonly name?: string | undefined;
  /** The day of making, 2026-11-23. */
  readonly today: string;
  /** What changed, for a table of kind `changes`. */
  readonly changes?: TableChanges | undefined;
  /** What changed since a day, to be marked in the table. */
  readonly since?: ChangesSince | undefined;
  /** How many leads each project has, for the internal table. */
  readonly leads?: Readonly<Record<string, number>> | undefined;
  /** Prints tables as one document, where the host can. */
  readonly print?: ((tables: readonly AnySheet[]) => Promise<Uint8Array>) | undefined;
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
type AnySheet = TableSheet | StreamedSheet;

/**
 * Writes 项目一张表, 资产一本账 or what changed in a period as a file. The public edition is made from public projections alone, without what was
 * taken off the shelf. Nothing lies under the file's name until it is whole; fails with a FailureError, also when cancelled.
 */
export async function exportTable(request: TableRequest, data: LedgerData, options: ExportOptions): Promise<ExportedFile> {
  const { onProgress, signal, today, workerFile, print } = options;
  throwIfCancelled(signal);
  const { sheet, about, missing } = await sheetFor(request, data, options);
  const name = options.name ?? fileNameOf(sheet.head, today, request.format);
  const file = join(options.folder, name);
  const notices: Text[] = [
    ...(missing === 0 ? [] : [text(`有 ${missing} 条记录已不在本账中或不公开，未列入。`, `${missing} records are no longer in the ledger or not public, and were left out.`)]),
    ...('notices' in sheet && sheet.notices ? sheet.notices : []),
  ];
  const tables = about ? [sheet, about] : [sheet];
  const bytes = await makeFile(file, async (temporary) => {
    if (request.format === 'xlsx') notices.push(...await writeXlsx(temporary, tables, { today, workerFile, onProgress, signal }));
    else if (request.format === 'csv') notices.push(...await writeCsv(temporary, sheet, { encoding: request.encoding, onProgress, signal }));
    else await writeFile(temporary, await (print ?? cannotPrint)(tables));
  }, signal);
  return { file, name, bytes, notices };
}

const cannotPrint = (): Promise<Uint8Array> => Promise.reject(new FailureError('not-found', text('这个程序没有打印的能力，请从溪山的窗口里打印，或导出 Excel 后打印。', 'This program cannot print; print from the window of Xishan, or print the workbook.')));

/** The table that is asked for, made of what its readers may see, and the sheet that says what its columns mean. */
async function sheetFor(request: TableRequest, data: LedgerData, { today, signal, changes, since, leads }: ExportOptions): Promise<{ sheet: AnySheet; about?: TableSheet; missing: number }> {
  const internal = request.audience === 'internal';
  const township = publicProfile(data.profile);
  if (request.kind === 'changes') {
    if (!changes) throw new FailureError('wrong-input', text('请先选好比较的起止日期，再导出变化。', 'Choose the days to compare before exporting what changed.'), { field: 'period' });
    if (!internal) throw new FailureError('not-allowed', text('变化表含修改人和内部栏目，只有内部版。请选「内部」再导出。', 'What changed names people and internal columns, so it is for staff only. Choose the internal edition.'), { field: 'audience' });
    return { sheet: changesTable(changes, { language: request.language, internal, today, township }), missing: 0 };
  }
  const assets: readonly TableAsset[] = internal ? data.assets : await projected(data.assets.filter(isPublished), publicAsset, signal);
  const assetById = new Map(assets.map((asset) => [asset.id, asset]));
  const nameless = text('未公开的资产', 'an asset that is not public')[request.language];
  const marks = since && await marksOf(since, request, (id) => assetById.get(id)?.name ?? (internal ? id : nameless), signal);
  const occasion: TableOccasion = { language: request.language, internal, today, township, layout: { columns: request.columns, group: request.group }, marks: marks || undefined, leads: internal ? leads : undefined };
  const tableOf = async (): Promise<{ sheet: TableSheet; missing: number }> => {
    if (request.kind === 'ledger') {
      const { chosen, missing, keepOrder } = choose(assets, request.ids);
      return { sheet: ledgerTable(chosen, { ...occasion, keepOrder }), missing };
    }
    const projects: readonly TableProject[] = internal ? data.projects : await projected(data.projects, publicProject, signal);
    const { chosen, missing, keepOrder } = choose(projects, request.ids);
    return { sheet: projectTable(chosen, assetById, { ...occasion, keepOrder }), missing };
  };
  const { sheet, missing } = await tableOf();
  const withNotes = request.format !== 'csv' && (request.fieldNotes ?? request.format === 'xlsx');
  return { sheet, missing, ...(withNotes && sheet.columnNotes ? { about: fieldNotesTable(sheet.columnNotes, occasion) } : {}) };
}

/** What changed since a day, as these readers may hear of it. */
async function marksOf({ day, changes, notice }: ChangesSince, { kind, audience }: TableRequest, nameOf: (id: string) => string, signal: AbortSignal | undefined): Promise<ChangeMarks> {
  const noun = kind === 'ledger' ? 'asset' : 'project';
  const of = new Map<string, RecordChange>();
  const removed: RecordChange[] = [];
  for await (const change of changes()) {
    throwIfCancelled(signal);
    const told = change.noun === noun ? toldChange(change, audience === 'internal') : undefined;
    if (!told) continue;
    // Of what came or went only that is told: its values need no room.
    if (told.kind === 'changed') of.set(told.id, told);
    else if (told.kind === 'added') of.set(told.id, { ...told, cells: [] });
    else removed.push({ ...told, cells: [] });
  }
  return { since: day, of, removed, notice, nameOf };
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

import { createMatcher } from '../../data/rules/import/match-records.js';
import { understandFiles, type SourceFile } from '../../data/rules/import/understand-files.js';
import { FailureError } from '../../data/schema/failure.js';
import type { ImportRow } from '../../data/schema/import-plan.js';
import type { LedgerData } from '../../data/schema/ledger.js';
import { readSource } from '../../electron/services/import/read-file.js';
import { hintsOf, type ImportPlan } from '../../electron/services/import/run-import.js';
import { newId } from '../../electron/services/new-id.js';

/** Plans an import as the program does, but in this thread: a worker for each of many small files would take a second each. The first refusal is thrown. */
export async function planHere(files: readonly { readonly name: string; readonly path: string }[], data: LedgerData): Promise<ImportPlan> {
  const sources: SourceFile[] = [];
  for (const file of files) sources.push(await readSource(file.name, file.path));
  const now = new Date('2026-11-01T00:00:00Z');
  const understood = understandFiles(sources, await hintsOf(data, now, () => undefined));
  const matcher = createMatcher({ files: files.map((file) => ({ file: file.name })), newId, at: now.toISOString() });
  for (const asset of data.assets) matcher.know('asset', asset);
  const rows: ImportRow[][] = files.map(() => []);
  for (const draft of understood.drafts) rows[draft.file]?.push(matcher.take(draft));
  for (const list of rows) list.sort((one, two) => one.row - two.row);
  if (understood.drafts.length === 0) throw new FailureError('unreadable-file', { zh: '没有记录', en: 'no records' });
  const described = understood.files.map((file, at) => {
    const counts = { new: 0, changed: 0, same: 0, doubtful: 0, refused: 0 };
    for (const row of rows[at] ?? []) counts[row.outcome] += 1;
    return { ...file, sheets: [...file.sheets], counts };
  });
  return { files: described, rows, records: matcher.records, raws: [], photos: [], decisions: [] } as unknown as ImportPlan;
}

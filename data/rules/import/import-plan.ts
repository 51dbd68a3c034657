import type { Asset } from '../../schema/asset.js';
import type { ChangeEntry } from '../../schema/change.js';
import type { Location } from '../../schema/common.js';
import { isDoubtful, type Doubt, type ImportFile, type ImportPhoto, type ImportRow } from '../../schema/import-plan.js';
import type { Project } from '../../schema/project.js';
import { applied, type PlannedRecord } from './match-records.js';
import type { ShapeDecisions } from './understand-files.js';

/** What an import would do, before it is done. */
export interface ImportPlan {
  readonly files: readonly ImportFile[];
  /** The rows of each file, in its order. */
  readonly rows: readonly (readonly ImportRow[])[];
  readonly records: readonly PlannedRecord[];
  /** Of each row its degrees as written, where a choice of datum moves it. */
  readonly raws: readonly (readonly (Location | undefined)[])[];
  readonly photos: readonly ImportPhoto[];
  /** Photos, by their file, that are damaged and cannot be attached. */
  readonly unusablePhotos: ReadonlySet<number>;
  /** What a person chose about sheets of these shapes, beside what the program understood by itself. */
  readonly decisions: readonly ShapeDecisions[];
  /** The township that a title or 填报单位 line names. */
  readonly township?: string;
}

/** A group of rows that a person leaves out together. */
export interface LeftGroup { readonly file: number; readonly sheet?: string | undefined; readonly outcome?: ImportRow['outcome'] | undefined; readonly doubtfulOnly?: boolean | undefined }

/** The keys of the rows that groups mean. */
export function keysOf(plan: Pick<ImportPlan, 'rows'>, groups: readonly LeftGroup[]): Set<string> {
  const keys = new Set<string>();
  for (const { file, sheet, outcome, doubtfulOnly } of groups) {
    for (const row of plan.rows[file] ?? []) {
      if ((sheet === undefined || row.sheet === sheet) && (outcome === undefined || row.outcome === outcome) && (!doubtfulOnly || isDoubtful(row))) keys.add(row.key);
    }
  }
  return keys;
}

export interface Stamp { readonly at: string; readonly by: string }

const freshParts: readonly string[] = ['id', 'revision', 'updatedAt', 'source', 'constraints', 'cooperation', 'utilities', 'suggestedUses', 'photos', 'videos', 'documents'];

/** The record without the rows that were left out, or nothing when its first row was. */
function without(record: PlannedRecord, skip: ReadonlySet<string>): Asset | Project | null {
  const [first] = record.steps;
  const kept = record.steps.filter((step) => !skip.has(step.key));
  if (kept.length === record.steps.length) return record.after;
  if (kept.length === 0 || (record.before === null && first && skip.has(first.key))) return null;
  const after = record.after as unknown as Record<string, unknown>;
  const base: Record<string, unknown> = record.before
    ? { ...record.before, revision: after['revision'], updatedAt: after['updatedAt'], source: after['source'] }
    : { ...Object.fromEntries(freshParts.filter((key) => key in after).map((key) => [key, Array.isArray(after[key]) ? [] : after[key]])), ...(record.noun === 'asset' ? { category: after['category'], detail: {} } : { assetIds: [] }) };
  return applied(base, kept.flatMap((step) => step.cells)) as unknown as Asset | Project;
}

/** One record of the change, or nothing when rows that were left out leave it as it is. */
export function entryOf(record: PlannedRecord, skip: ReadonlySet<string>, gone: ReadonlySet<string>, stamp: Stamp): ChangeEntry | null {
  const made = skip.size === 0 ? record.after : without(record, skip);
  if (!made) return null;
  const links = gone.size > 0 && 'assetIds' in made ? { assetIds: made.assetIds.filter((id) => !gone.has(id)) } : {};
  // The record is the plan's own until the ledger takes it, which makes its own of it: it is stamped, not copied.
  const after = Object.assign(made, links, { updatedAt: stamp.at }, stamp.by ? { updatedBy: stamp.by } : {});
  return { noun: record.noun, id: record.id, before: record.before, after };
}

/** Records that are not made because their row was left out: no project may point at them. */
export function goneWith(plan: ImportPlan, skip: ReadonlySet<string>): Set<string> {
  const gone = new Set<string>();
  if (skip.size > 0) for (const record of plan.records) if (record.before === null && record.steps[0] && skip.has(record.steps[0].key)) gone.add(record.id);
  return gone;
}

/** What `import --json` prints of one file. */
export interface ImportFileReport {
  readonly file: string;
  readonly sheets: readonly { readonly name: string; readonly noun: 'asset' | 'project' | null; readonly reason: string }[];
  readonly new: number;
  readonly changed: number;
  readonly same: number;
  /** Notes and doubts alike. */
  readonly doubtful: readonly { readonly sheet: string; readonly row: number; readonly field: string; readonly level: Doubt['level']; readonly reason: string }[];
  readonly refused: readonly { readonly sheet: string; readonly row: number; readonly reason: string }[];
  readonly refusal?: string;
}

/** The report of a plan as the command line prints it, rows counted from 1. */
export function importReport(plan: ImportPlan, language: 'zh' | 'en' = 'zh'): { files: ImportFileReport[] } {
  return {
    files: plan.files.map((file, index) => {
      const rows = plan.rows[index] ?? [];
      return {
        file: file.file,
        sheets: file.sheets.map((sheet) => ({ name: sheet.name, noun: sheet.noun, reason: sheet.reason[language] })),
        new: file.counts.new, changed: file.counts.changed, same: file.counts.same,
        doubtful: rows.flatMap((row) => row.doubts.map((entry) => ({ sheet: row.sheet, row: row.row, field: entry.field, level: entry.level, reason: entry.reason[language] }))),
        refused: rows.flatMap((row) => (row.outcome === 'refused' ? [{ sheet: row.sheet, row: row.row, reason: row.reason?.[language] ?? '' }] : [])),
        ...(file.refusal ? { refusal: file.refusal.message[language] } : {}),
      };
    }),
  };
}

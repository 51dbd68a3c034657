import type { ImportPlanSummary } from '../../../../data/contract.js';
import type { ImportColumn, ImportSheet } from '../../../../data/schema/import-plan.js';
import { choiceOf, roleOf, shownSheet, type Choices } from './import-choices.js';
import { isOwnRole } from './role-options.js';

export const stepNames = ['files', 'tables', 'columns', 'places', 'rows', 'apply'] as const;
export type StepName = (typeof stepNames)[number];

/** A sheet of the plan with the choices on it, and where it stands. */
export interface PlacedSheet { readonly file: number; readonly fileName: string; readonly sheet: ImportSheet; readonly changed: boolean }

/** Every sheet of the plan, in the files' order, as it stands with the choices. */
export const sheetsOf = (plan: ImportPlanSummary, choices: Choices): PlacedSheet[] => plan.files.flatMap((file, index) => file.sheets.map((sheet) => {
  const choice = choiceOf(choices, index, sheet.name);
  return { file: index, fileName: file.file, sheet: shownSheet(sheet, choice), changed: choice !== undefined };
}));

/** Why a person should look at a column: it holds something and is not read, or it was told by less than its header. */
export function columnConcern(column: ImportColumn): 'unread' | 'doubtful' | null {
  if (column.chosen) return null;
  const role = roleOf(column);
  if (role === null) return (column.examples ?? []).some((words) => words.trim() !== '') ? 'unread' : null;
  return column.doubtful && !isOwnRole(role) ? 'doubtful' : null;
}

/** Columns that are to be looked at; none of a sheet whose columns a person has settled before. */
export const columnConcerns = (sheet: ImportSheet): number => (sheet.noun === null ? 0 : sheet.columns.filter((column) => columnConcern(column) !== null).length);

/** A sheet that gives places, whose datum nobody has stated or chosen. */
export const isDatumOpen = (sheet: ImportSheet) => sheet.noun === 'asset' && sheet.datum !== undefined && (sheet.datumFrom === 'proposed' || sheet.datumFrom === 'assumed');
export const hasPlaces = (sheet: ImportSheet) => sheet.noun === 'asset' && sheet.datum !== undefined;

/** A table of assets that neither names a category for all nor has a column for it. */
export const isCategoryOpen = (sheet: ImportSheet) => sheet.noun === 'asset' && sheet.category === undefined && !sheet.remembered && !sheet.columns.some((column) => roleOf(column) === 'category');

/** How much there is to decide at each step; `openPhotos` are those that neither the program nor a person is sure about. */
export function concernsOf(plan: ImportPlanSummary, choices: Choices, openPhotos: number): Record<StepName, number> {
  const sheets = sheetsOf(plan, choices).map(({ sheet }) => sheet);
  const sum = (count: (sheet: ImportSheet) => number) => sheets.reduce((total, sheet) => total + count(sheet), 0);
  return {
    files: plan.files.filter((file) => file.refusal).length,
    tables: sum((sheet) => Number(isCategoryOpen(sheet))),
    columns: sum(columnConcerns),
    places: sum((sheet) => Number(isDatumOpen(sheet))),
    rows: plan.files.reduce((total, file) => total + file.counts.doubtful + file.counts.refused, 0) + openPhotos,
    apply: 0,
  };
}

/** The next step after one at which something is to be decided; the last when nothing is. */
export function stepAfter(step: StepName, concerns: Readonly<Record<StepName, number>>): StepName {
  const rest = stepNames.slice(stepNames.indexOf(step) + 1);
  return rest.find((name) => concerns[name] > 0) ?? 'apply';
}

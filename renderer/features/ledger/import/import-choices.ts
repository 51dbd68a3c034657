import type { ImportChoice, ImportColumn, ImportSheet } from '../../../../data/schema/import-plan.js';

/** What a person decided, kept to what differs from the program's understanding. */
export type Choices = readonly ImportChoice[];
export type ColumnChoice = NonNullable<ImportChoice['columns']>[string];
type SheetPatch = { readonly [K in 'noun' | 'category' | 'datum']?: ImportChoice[K] | undefined };

/** What is decided about one sheet; nothing when all is left to the program. */
export const choiceOf = (choices: Choices, file: number, sheet: string): ImportChoice | undefined => choices.find((choice) => choice.file === file && choice.sheet === sheet);

const says = (choice: ImportChoice) => Object.keys(choice).some((key) => key !== 'file' && key !== 'sheet');

function put(choices: Choices, next: ImportChoice): Choices {
  const at = choices.findIndex((choice) => choice.file === next.file && choice.sheet === next.sheet);
  if (!says(next)) return choices.filter((_choice, index) => index !== at);
  return at < 0 ? [...choices, next] : choices.with(at, next);
}

/** The choices with something decided about a sheet; `undefined` leaves that to the program again. */
export function withSheetChoice(choices: Choices, file: number, sheet: string, patch: SheetPatch): Choices {
  const next: Record<string, unknown> = { ...(choiceOf(choices, file, sheet) ?? { file, sheet }), ...patch };
  for (const key of Object.keys(next)) if (next[key] === undefined) delete next[key];
  return put(choices, next as unknown as ImportChoice);
}

/** The choices with columns of a sheet decided; `undefined` for a column leaves it to the program again. */
export function withColumnChoices(choices: Choices, file: number, sheet: string, patch: Readonly<Record<string, ColumnChoice | undefined>>): Choices {
  const { columns: before, ...rest } = choiceOf(choices, file, sheet) ?? { file, sheet };
  const columns: Record<string, ColumnChoice> = { ...before };
  for (const [column, choice] of Object.entries(patch)) {
    if (choice === undefined) delete columns[column];
    else columns[column] = choice;
  }
  return put(choices, { ...rest, ...(Object.keys(columns).length > 0 ? { columns } : {}) });
}

/** All that is decided about a sheet's columns taken back. */
export function withoutColumnChoices(choices: Choices, file: number, sheet: string): Choices {
  const known = choiceOf(choices, file, sheet);
  if (!known) return choices;
  const { columns: _columns, ...rest } = known;
  return put(choices, rest);
}

/** What a column is read as: a path of the record or a part of one, or `null` when it is left out. */
export const roleOf = (column: Pick<ImportColumn, 'role' | 'path'>): string | null => (column.role === undefined ? column.path : column.role);

/** A sheet as it stands with the choices on it, before the plan that follows from them is there. */
export function shownSheet(sheet: ImportSheet, choice: ImportChoice | undefined): ImportSheet {
  if (!choice) return sheet;
  return {
    ...sheet,
    ...(choice.noun === undefined ? {} : { noun: choice.noun }),
    ...(choice.category === undefined ? {} : { category: choice.category }),
    ...(choice.datum === undefined ? {} : { datum: choice.datum, datumFrom: 'chosen' as const }),
    columns: choice.columns ? sheet.columns.map((column) => shownColumn(column, choice.columns?.[column.column])) : sheet.columns,
  };
}

function shownColumn(column: ImportColumn, choice: ColumnChoice | undefined): ImportColumn {
  if (!choice) return column;
  return { ...column, chosen: true, ...(choice.role === undefined ? {} : { role: choice.role }), ...(choice.unit === undefined ? {} : { unit: choice.unit }) };
}

/**
 * Gives a column a role. A role stands for one column only, so the one that had it before is left out.
 * `proposed` is the sheet as the program understood it by itself: going back to that is no choice at all.
 */
export function withRole(choices: Choices, file: number, sheet: ImportSheet, proposed: ImportSheet | undefined, letter: string, role: string | null): Choices {
  const patch: Record<string, ColumnChoice | undefined> = {};
  const decide = (column: string, next: string | null) => {
    const kept = choiceOf(choices, file, sheet.name)?.columns?.[column];
    const own = proposed?.columns.find((entry) => entry.column === column);
    const unit = kept?.unit;
    if (own && roleOf(own) === next) patch[column] = unit === undefined ? undefined : { unit };
    else patch[column] = { role: next };
  };
  decide(letter, role);
  const rival = role === null ? undefined : sheet.columns.find((column) => column.column !== letter && roleOf(column) === role);
  if (rival) decide(rival.column, null);
  return withColumnChoices(choices, file, sheet.name, patch);
}

/** The choices after files were taken away or added: `places` gives each old place its new one, or nothing. */
export const movedChoices = (choices: Choices, places: ReadonlyMap<number, number>): Choices =>
  choices.flatMap((choice) => { const file = places.get(choice.file); return file === undefined ? [] : [{ ...choice, file }]; });

import { assetFields, profileFields, projectFields, tourFields, valueAt, type FieldDefinition } from '../../schema/fields.js';
import type { NounName } from '../../schema/ledger.js';
import type { RecordChange } from '../../schema/record-change.js';
import { sameValue } from '../apply-change.js';

export type ChangedCell = RecordChange['cells'][number];

/** The fields of a noun that a person can see change; what the program keeps for itself (identity, revision, who and when) is left out. */
const watched: Readonly<Record<NounName, readonly FieldDefinition[]>> = {
  asset: assetFields.filter((entry) => entry.section !== 'system'),
  project: projectFields.filter((entry) => entry.section !== 'system'),
  tour: tourFields.filter((entry) => entry.section !== 'system'),
  profile: profileFields.filter((entry) => entry.section !== 'system'),
};

/** The field whose words, as they came from a file, stand at a path; nothing for a field of its own. */
const saidBy = (entry: FieldDefinition) =>
  entry.kind !== 'system' ? undefined : entry.path === 'locationSource' ? 'location' : entry.path.endsWith('Text') ? entry.path.slice(0, -'Text'.length) : undefined;

/** True for a value that says nothing: absent, empty words, an empty list, an object of such. */
export function isBlank(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && Object.values(value).every(isBlank);
}

/**
 * The cells in which two states of a record differ, in the order of the form; `null` stands for no record. What a file said
 * beside a field is told only where the field itself stayed: else the one edit would be told twice.
 */
export function changedCells(noun: NounName, before: object | null, after: object | null): ChangedCell[] {
  const cells: ChangedCell[] = [];
  const changed = new Set<string>();
  for (const entry of watched[noun]) {
    const old = before ? valueAt(before, entry.path) : undefined;
    const now = after ? valueAt(after, entry.path) : undefined;
    if (sameValue(old, now) || (isBlank(old) && isBlank(now))) continue;
    changed.add(entry.path);
    cells.push({ path: entry.path, ...(isBlank(old) ? {} : { before: old }), ...(isBlank(now) ? {} : { after: now }) });
  }
  return cells.filter(({ path }) => {
    const entry = watched[noun].find((one) => one.path === path);
    const field = entry && saidBy(entry);
    return field === undefined || !changed.has(field);
  });
}

/** The field that a cell of a noun's change is about; nothing for one that this program does not know. */
export const fieldOfCell = (noun: NounName, path: string): FieldDefinition | undefined => watched[noun].find((entry) => entry.path === path);

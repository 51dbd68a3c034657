import type { FieldDefinition } from '../../schema/fields.js';
import { valueAt, withValueAt } from '../../schema/fields.js';
import type { Category } from '../../schema/vocabularies.js';
import { sameValue } from '../apply-change.js';
import { isBlank } from '../changes/cells.js';
import { carriedFields, type Carried, type CarriedCircle, type ExchangedNoun } from './carried.js';
import { inBoth, mergeLists, type SetList } from './merge-lists.js';
import { canonical } from './trail.js';

/** What becomes of a field: one side's value, both together (lists), or a question to a person, whose answer is the later value until it is given. */
export type CellState = 'mine' | 'theirs' | 'both' | 'clash';
export interface MergeCell {
  readonly path: string;
  /** Every path that goes with it: what a file said beside a field, the details of a category. */
  readonly paths: readonly string[];
  readonly state: CellState;
  /** False for what the program keeps for itself, which nobody is asked about. */
  readonly isShown: boolean;
  readonly base: Carried;
  readonly mine: Carried;
  readonly theirs: Carried;
  /** What it will be unless a person decides otherwise. */
  readonly value: Carried;
}
export interface MergedRecord {
  /** The fields in which the two sides differ, in the order of the form. */
  readonly cells: readonly MergeCell[];
  readonly result: Carried;
}

interface Unit { readonly path: string; readonly paths: readonly string[]; readonly entry: FieldDefinition }

const setKinds: ReadonlySet<string> = new Set(['media', 'links', 'tags', 'choices', 'stops']);

/** The field that the words at a path were said beside, as they came from a file. */
const saidBeside = (entry: FieldDefinition) => (entry.kind !== 'system' ? undefined : entry.path === 'locationSource' ? 'location' : entry.path.endsWith('Text') ? entry.path.slice(0, -'Text'.length) : undefined);

/** The fields that are merged as one: each with what a file said beside it; the category with all its details where the two sides differ in it. */
function unitsOf(noun: ExchangedNoun, circle: CarriedCircle, mine: Carried, theirs: Carried): readonly Unit[] {
  const splits = mine['category'] === theirs['category'];
  const name = `${noun} ${circle} ${splits ? String(mine['category']) : '*'}`;
  const known = madeUnits.get(name);
  if (known) return known;
  const made = makeUnits(carriedFields(noun, circle).filter((entry) => !entry.categories || !splits || entry.categories.includes(mine['category'] as Category)), splits);
  madeUnits.set(name, made);
  return made;
}
/** A ledger has few kinds of records and many of each. */
const madeUnits = new Map<string, readonly Unit[]>();

function makeUnits(fields: readonly FieldDefinition[], splits: boolean): Unit[] {
  const paths = new Set(fields.map((entry) => entry.path));
  const units: Unit[] = [];
  for (const entry of fields) {
    const main = saidBeside(entry);
    if (main !== undefined && paths.has(main)) continue;
    const isDetail = entry.path.startsWith('detail.');
    if (isDetail && !splits) continue;
    const beside = fields.filter((other) => saidBeside(other) === entry.path).map((other) => other.path);
    units.push({ path: entry.path, entry, paths: [entry.path, ...beside, ...(entry.path === 'category' && !splits ? ['detail'] : [])] });
  }
  return units;
}

/** Absent, empty and blank say the same: nothing. */
const saidAt = (record: Carried | null | undefined, path: string) => { const value = record ? valueAt(record, path) : undefined; return isBlank(value) ? undefined : value; };
const partOf = (record: Carried | null | undefined, { paths }: Pick<Unit, 'paths'>): Carried => Object.fromEntries(paths.flatMap((path) => { const value = saidAt(record, path); return value === undefined ? [] : [[path, value]]; }));

/** Whether mine is the later of two states. When both are of one moment, their words decide, so that both desks judge alike. */
export function mineIsLater(mine: Carried, theirs: Carried): boolean {
  const [here, there] = [String(mine['updatedAt'] ?? ''), String(theirs['updatedAt'] ?? '')];
  return here === there ? canonical(mine) > canonical(theirs) : here > there;
}

function mergeUnit(unit: Unit, bases: readonly Carried[], mine: Carried, theirs: Carried, mineLeads: boolean): MergeCell | undefined {
  // Most fields of most records are alike.
  if (unit.paths.every((path) => sameValue(valueAt(mine, path), valueAt(theirs, path)))) return undefined;
  const [here, there] = [partOf(mine, unit), partOf(theirs, unit)];
  if (sameValue(here, there)) return undefined;
  const was = bases.map((base) => partOf(base, unit));
  const cell = { path: unit.path, paths: unit.paths, base: was[0] ?? {}, mine: here, theirs: there, isShown: unit.entry.kind !== 'system' };
  const list = (part: Carried) => (part[unit.path] ?? []) as SetList;
  const [iKept, theyKept] = [was.some((part) => sameValue(part, here)), was.some((part) => sameValue(part, there))];
  if (iKept !== theyKept) return { ...cell, state: iKept ? 'theirs' : 'mine', value: iKept ? there : here };
  if (setKinds.has(unit.entry.kind)) {
    const [first, second] = was;
    const base = first && second ? inBoth(list(first), list(second)) : first && list(first);
    const merged = mergeLists(base, list(here), list(there), mineLeads);
    const value = merged.value.length === 0 ? {} : { [unit.path]: merged.value };
    return { ...cell, state: merged.clashes ? 'clash' : sameValue(value, here) ? 'mine' : sameValue(value, there) ? 'theirs' : 'both', value };
  }
  // What they came from is not known: where one says nothing, the other is not lost.
  if (was.length === 0 && (isBlank(here) || isBlank(there))) return { ...cell, state: isBlank(here) ? 'theirs' : 'mine', value: isBlank(here) ? there : here };
  // What a file said beside a field follows the field: whoever changed the value itself is not contradicted by one who only confirmed it.
  const ownValue = (part: Carried) => part[unit.path];
  const [mineSame, theirsSame] = [was.some((part) => sameValue(ownValue(part), ownValue(here))), was.some((part) => sameValue(ownValue(part), ownValue(there)))];
  if (mineSame !== theirsSame) return { ...cell, state: mineSame ? 'theirs' : 'mine', value: mineSame ? there : here };
  if (sameValue(ownValue(here), ownValue(there))) return { ...cell, isShown: false, state: 'both', value: mineLeads ? here : there };
  return { ...cell, state: 'clash', value: mineLeads ? here : there };
}

/** A record with the parts of some cells in their places. */
export function withParts(record: Carried, cells: readonly { readonly paths: readonly string[]; readonly value: Carried }[]): Carried {
  let result = record;
  // The details of a category come after it, as a whole.
  for (const { paths, value } of cells) for (const path of paths) result = withValueAt(result, path, value[path] ?? (path === 'detail' ? {} : undefined));
  return result;
}

/** The stamp of a record that was merged by itself: after both, and the same at both desks. */
function stamped(record: Carried, mine: Carried, theirs: Carried, mineLeads: boolean): Carried {
  if (mine['revision'] === undefined) return record;
  const later = mineLeads ? mine : theirs;
  const { updatedBy: _, ...rest } = record as Record<string, unknown>;
  return { ...rest, revision: Math.max(Number(mine['revision']), Number(theirs['revision'])) + 1, updatedAt: later['updatedAt'], ...(later['updatedBy'] === undefined ? {} : { updatedBy: later['updatedBy'] }) };
}

/**
 * Merges two states of one record field by field, against the state that both came from: `bases` holds it, or nothing where it is not
 * known, or two where each desk took in the other's work and went on. Which side is called mine makes no difference to the result.
 */
export function mergeRecord(noun: ExchangedNoun, circle: CarriedCircle, bases: readonly Carried[], mine: Carried, theirs: Carried): MergedRecord {
  const mineLeads = mineIsLater(mine, theirs);
  const cells = unitsOf(noun, circle, mine, theirs).flatMap((unit) => mergeUnit(unit, bases, mine, theirs, mineLeads) ?? []);
  const [leading, other] = mineLeads ? [mine, theirs] : [theirs, mine];
  // From the same side at either desk, so that what is in no cell (an empty list against none) comes out alike.
  const filled = Object.fromEntries([...Object.entries(other).filter(([key]) => leading[key] === undefined && isBlank(other[key])), ...Object.entries(leading)]);
  return { cells, result: stamped(withParts(filled, cells), mine, theirs, mineLeads) };
}

/** The state of a record that one desk removed and the other changed, when it stays: after both, and the same at both desks. */
export const keptRecord = (record: Carried): Carried => (record['revision'] === undefined ? record : { ...record, revision: Number(record['revision']) + 1 });

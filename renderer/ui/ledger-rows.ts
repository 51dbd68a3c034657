import { isMeasuredInMu } from '../../data/rules/format.js';
import { createSearchIndex, type SearchIndex } from '../../data/rules/search-query.js';
import { assetFields, type FieldDefinition } from '../../data/schema/fields.js';
import type { SavedView } from '../../data/schema/view.js';
import type { Price } from '../../data/schema/common.js';
import type { Language } from '../../data/schema/text.js';
import type { DeskEntry, IndexEntry } from '../state/index-entries.js';
import { valueText } from './fields/value-text.js';
import { sortKeys, sortRows, type SortBy } from './grid/sort-order.js';

/** What is looked for; an empty set lets everything through. */
export interface LedgerFilter { readonly query: string; readonly category: ReadonlySet<string>; readonly village: ReadonlySet<string>; readonly status: ReadonlySet<string> }
export const noFilter: LedgerFilter = { query: '', category: new Set(), village: new Set(), status: new Set() };
export const isFiltered = (filter: LedgerFilter) => filter.query.trim() !== '' || filter.category.size + filter.village.size + filter.status.size > 0;

/** The positions of the entries that pass, in the ledger's order. */
export function findRows(entries: readonly IndexEntry[], search: SearchIndex | null, { query, category, village, status }: LedgerFilter): number[] {
  const flags = search?.find(query)?.flags;
  const rows: number[] = [];
  for (let at = 0; at < entries.length; at += 1) {
    if (flags && flags[at] === 0) continue;
    const entry = entries[at] as IndexEntry;
    if (category.size > 0 && !category.has(entry.category)) continue;
    if (village.size > 0 && !village.has(entry.village ?? '')) continue;
    if (status.size > 0 && !status.has(entry.status ?? '')) continue;
    rows.push(at);
  }
  return rows;
}

/** True when both lists hold the same records in the same order, whatever their values. */
export const sameRecords = (one: readonly IndexEntry[], other: readonly IndexEntry[]) => one === other || (one.length === other.length && one.every((entry, at) => entry.id === other[at]?.id));

/** What the found rows add up to: land (woods and fields) and built areas in ㎡, capacity in kW. */
export interface LedgerSums { readonly count: number; readonly landArea: number; readonly floorArea: number; readonly capacityKw: number }
export function sumRows(entries: readonly IndexEntry[], rows: readonly number[]): LedgerSums {
  let [landArea, floorArea, capacityKw] = [0, 0, 0];
  for (const row of rows) {
    const entry = entries[row] as IndexEntry;
    if (isMeasuredInMu(entry.category)) landArea += entry.siteArea ?? 0;
    floorArea += entry.floorArea ?? 0;
    capacityKw += entry.capacityKw ?? 0;
  }
  return { count: rows.length, landArea, floorArea, capacityKw };
}

/** How many entries there are of each value, most first. */
export function countBy(entries: readonly IndexEntry[], valueOf: (entry: IndexEntry) => string | null): { value: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const entry of entries) {
    const value = valueOf(entry) ?? '';
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].map(([value, count]) => ({ value, count })).sort((one, other) => other.count - one.count);
}

/** What a cell is sorted by: figures by size, words of a vocabulary in its order, the rest as read. */
export function sortValue(entry: FieldDefinition, value: unknown, language: Language): string | number | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number') return value;
  if (entry.kind === 'choice' && entry.vocabulary) return entry.vocabulary.values.indexOf(value as string);
  if (entry.kind === 'price') return (value as Price).yuan;
  if (entry.kind === 'text' || entry.kind === 'date' || entry.kind === 'system') return String(value);
  return valueText(entry, value, language) || null;
}

/** The positions found, in the order asked for; without an order that can be had, as they are. */
export function sortedRows(entries: readonly DeskEntry[], found: readonly number[], paths: readonly string[], language: Language, sort: SortBy | null): readonly number[] {
  const field = sort && assetFields.find((entry) => entry.path === sort.key);
  const at = field ? paths.indexOf(field.path) : -1;
  return field && sort && at >= 0 ? sortRows(found, sortKeys(entries.map((entry) => sortValue(field, entry.cells[at], language))), sort.descending) : found;
}

/** The assets that a saved view shows, in its order. */
export function idsOfView({ filter, sort }: SavedView, entries: readonly DeskEntry[], paths: readonly string[], language: Language): string[] {
  const wanted: LedgerFilter = filter ? { query: filter.query, category: new Set(filter.category), village: new Set(filter.village), status: new Set(filter.status) } : noFilter;
  const search = wanted.query.trim() === '' ? null : createSearchIndex(entries.map((entry) => entry.search));
  return sortedRows(entries, findRows(entries, search, wanted), paths, language, sort ?? null).flatMap((row) => entries[row]?.id ?? []);
}

import { leadCountPath } from '../../../data/rules/lead/counts.js';
import { latinSpellings } from '../../../data/rules/pinyin-readings.js';
import { isLatin, latinMark, matchesSearch, plainText } from '../../../data/rules/search-query.js';
import { fieldAt, isIn, projectFields, valueAt, type FieldDefinition } from '../../../data/schema/fields.js';
import type { Project } from '../../../data/schema/project.js';
import type { Language } from '../../../data/schema/text.js';
import { labelOf } from '../../../data/schema/vocabulary.js';
import type { DeskProjectRow } from '../../state/program-store.js';
import { sortKeys, sortRows, type SortBy } from '../../ui/grid/sort-order.js';
import { valueText } from '../../ui/fields/value-text.js';

/** The fields by which projects are filtered and grouped. */
export const sortings = ['horizon', 'scale', 'stage', 'sector'] as const;
export type Sorting = (typeof sortings)[number];
export type ProjectFilter = { readonly query: string } & Readonly<Record<Sorting, ReadonlySet<string>>>;
export const noFilter: ProjectFilter = { query: '', horizon: new Set(), scale: new Set(), stage: new Set(), sector: new Set() };
export const isFiltered = (filter: ProjectFilter) => filter.query.trim() !== '' || sortings.some((key) => filter[key].size > 0);

/** Figures derived from a project's assets; their columns stand beside the links. */
export const derived = ['totals.assetCount', 'totals.siteArea', 'totals.floorArea', 'totals.capacityKw'] as const;

const searched = projectFields.filter((entry) => isIn('search', entry) || entry.kind === 'choice');
/** What typed words are looked for in: the project's words, then the pinyin of those that are Chinese. */
export function projectSearchText(project: Project): string {
  const words = searched.flatMap((entry) => {
    const value = valueAt(project, entry.path);
    if (typeof value !== 'string' || value === '') return [];
    const label = entry.vocabulary && labelOf(entry.vocabulary, value);
    return label ? [label.zh, label.en] : [value];
  }).map(plainText);
  const latin = words.flatMap((word) => {
    if (isLatin(word)) return [word];
    // Long descriptions are found by their characters; their pinyin would find everything.
    if (word.length > 40) return [];
    const { full, initials } = latinSpellings(word);
    return [...full, ...initials];
  });
  return `${words.join(' ')}${latinMark}${latin.join(' ')}`;
}

export const valueOf = (row: DeskProjectRow, path: string): unknown => (path.startsWith('totals.') ? valueAt(row, path) : valueAt(row.project, path));

function sortValueOf(row: DeskProjectRow, path: string, language: Language): string | number | null {
  const value = valueOf(row, path);
  if (typeof value === 'number') return value;
  if (value === undefined || value === null) return null;
  const entry = fieldAt(projectFields, path);
  if (entry.kind === 'choice' && entry.vocabulary) return entry.vocabulary.values.indexOf(value as string);
  if (entry.kind === 'links') return (value as readonly unknown[]).length;
  return valueText(entry, value, language) || null;
}

/** The rows that pass, in the order asked for. */
export function findProjects(rows: readonly DeskProjectRow[], prepared: readonly string[], filter: ProjectFilter, sort: SortBy | null, language: Language, leads: Readonly<Record<string, number>> = {}): DeskProjectRow[] {
  const found: number[] = [];
  rows.forEach((row, at) => {
    if (!matchesSearch(prepared[at] ?? '', filter.query)) return;
    if (sortings.some((key) => filter[key].size > 0 && !filter[key].has(row.project[key] ?? ''))) return;
    found.push(at);
  });
  const order = sort ? sortRows(found, sortKeys(rows.map((row) => (sort.key === leadCountPath ? leads[row.project.id] ?? 0 : sortValueOf(row, sort.key, language)))), sort.descending) : found;
  return order.flatMap((at) => rows[at] ?? []);
}

/** What projects add up to: investment in 万元, areas in ㎡, capacity in kW. An asset linked to two projects counts for each. */
export interface ProjectSums { readonly count: number; readonly investment: number; readonly assetCount: number; readonly siteArea: number; readonly floorArea: number; readonly capacityKw: number }
export function sumProjects(rows: readonly DeskProjectRow[]): ProjectSums {
  const sum = { count: rows.length, investment: 0, assetCount: 0, siteArea: 0, floorArea: 0, capacityKw: 0 };
  for (const { project, totals } of rows) {
    sum.investment += project.investment ?? 0;
    sum.assetCount += totals.assetCount;
    sum.siteArea += totals.siteArea;
    sum.floorArea += totals.floorArea;
    sum.capacityKw += totals.capacityKw;
  }
  return sum;
}

export interface ProjectGroup { readonly value: string; readonly rows: readonly DeskProjectRow[] }
/** The rows by one field: in the vocabulary's order, or of first appearance; those without a value last. */
export function groupProjects(rows: readonly DeskProjectRow[], by: Sorting): ProjectGroup[] {
  const order = fieldAt(projectFields, by).vocabulary?.values ?? [];
  const groups = new Map<string, DeskProjectRow[]>(order.map((value) => [value, []]));
  for (const row of rows) {
    const value = row.project[by] ?? '';
    const known = groups.get(value);
    if (known) known.push(row); else groups.set(value, [row]);
  }
  const found = [...groups].filter(([, list]) => list.length > 0).map(([value, list]) => ({ value, rows: list }));
  return [...found.filter(({ value }) => value !== ''), ...found.filter(({ value }) => value === '')];
}

/** The columns of the table in order: what the registry places there, with the derived figures after the links. */
export const tableFields: readonly FieldDefinition[] = projectFields.filter((entry) => isIn('table', entry) && entry.kind !== 'system');

import type { Asset } from '../../schema/asset.js';
import { assetSchemas } from '../../schema/asset.js';
import type { Source } from '../../schema/common.js';
import { valueAt, withValueAt } from '../../schema/fields.js';
import type { Doubt, ImportRow } from '../../schema/import-plan.js';
import type { Project } from '../../schema/project.js';
import type { Category } from '../../schema/vocabularies.js';
import { text } from '../../schema/text.js';
import { sameValue } from '../apply-change.js';
import { squareMetresPerMu } from '../format.js';
import { compareAreas } from '../geometry/area.js';
import { numberText, plain } from './cell.js';
import { codeKey } from './codes.js';
import { doubt } from './doubts.js';
import type { Draft } from './draft.js';
import { readLinks, type Linkable } from './links.js';
import { mergeValues, type MergedCell } from './merge-values.js';
import { sliceText } from '../slice/slice-cells.js';
import { fieldOfColumn } from '../slice/slice-columns.js';
import { areaWords } from './place-shape.js';
import { bareName, compareFacts, nameKey, saysRepeat, similarNames, type Reader } from './same-thing.js';

/** What one row does to a record; a person may leave the row out. */
export interface PlannedStep { readonly key: string; readonly cells: readonly MergedCell[] }
/** A record that the plan makes or changes. `before` is what the ledger holds. */
export interface PlannedRecord {
  readonly noun: 'asset' | 'project';
  readonly id: string;
  readonly before: Asset | Project | null;
  /** The record once every row is taken. */
  after: Asset | Project;
  readonly steps: PlannedStep[];
}

export interface MatchOptions {
  readonly files: readonly { readonly file: string }[];
  /** The id of the record that the row of this key makes. */
  readonly newId: (key: string) => string;
  /** ISO time */
  readonly at: string;
}

/** A record that rows are compared with: of the ledger, or planned by an earlier row. */
interface Known {
  readonly id: string;
  readonly noun: 'asset' | 'project';
  record: Record<string, unknown>;
  planned?: PlannedRecord;
  /** Rows of this import that were taken for it. */
  claims: { readonly file: number; readonly sheet: string; readonly row: ImportRow; readonly breadth: number }[];
}

export interface Matcher {
  /** Enters a record of the ledger. All are entered before the first row is taken. */
  know(noun: 'asset' | 'project', record: Asset | Project): void;
  /** Decides what a row does. Rows come in the order of the files. */
  take(draft: Draft): ImportRow;
  /** Links a project's row with its assets; after all rows are taken. */
  link(draft: Draft, row: ImportRow): ImportRow;
  readonly records: readonly PlannedRecord[];
}

const villageOf = (record: Record<string, unknown>) => (record['village'] ?? (record['villageText'] ? plain(String(record['villageText'])) : undefined)) as string | undefined;
const placeOf = (noun: 'asset' | 'project', record: Record<string, unknown>) => (noun === 'asset' ? villageOf(record) : plain(String(record['location'] ?? ''))) ?? '';

const readerOf = (record: Record<string, unknown>): Reader => (path) => valueAt(record, path);
/** Values of a draft lie flat under their paths, except inside a contact. */
const flatReader = (values: Readonly<Record<string, unknown>>): Reader => (path) => values[path] ?? (path.startsWith('contact.') ? (values['contact'] as Record<string, unknown> | undefined)?.[path.slice(8)] : undefined);

/** A record with nothing in it yet; its keys stand in one order, which keeps tens of thousands of them cheap. */
const fresh = (noun: 'asset' | 'project', id: string, at: string, source: Source): Record<string, unknown> => (noun === 'asset'
  ? { id, revision: 1, updatedAt: at, source, category: 'other', detail: {}, constraints: [], cooperation: [], utilities: [], suggestedUses: [], photos: [], videos: [], documents: [] }
  : { id, revision: 1, updatedAt: at, source, cooperation: [], assetIds: [] });

const keyOf = (draft: Draft) => `${draft.file}:${draft.sheet}:${draft.row}`;
const named = (values: Readonly<Record<string, unknown>>) => String(values['name'] ?? '');

/** Compares rows with the ledger and with one another: by code, else by village and name. */
export function createMatcher(options: MatchOptions): Matcher {
  const codes = { asset: new Map<string, Known[]>(), project: new Map<string, Known[]>() };
  const names = { asset: new Map<string, Known[]>(), project: new Map<string, Known[]>() };
  const records: PlannedRecord[] = [];
  const rowTargets = new Map<string, Known>();
  const byId = new Map<string, Known>();

  const enter = (known: Known) => {
    const { noun, record } = known;
    byId.set(known.id, known);
    const code = typeof record['code'] === 'string' ? codeKey(record['code']) : '';
    if (code) push(codes[noun], code, known);
    const key = nameKey(named(record));
    const bare = noun === 'asset' ? bareName(key, villageOf(record)) : key;
    push(names[noun], key, known);
    if (bare !== key) push(names[noun], bare, known);
  };

  /** Whether a row and a record of the same code are one thing. */
  const isSame = (draft: Draft, known: Known): boolean => {
    const { values } = draft;
    const { record } = known;
    const [here, there] = [placeOf(draft.noun, values), placeOf(draft.noun, record)];
    const { agree, differ } = compareFacts(flatReader(values), readerOf(record));
    const samePlace = !here || !there || here === there;
    if (similarNames(named(values), villageOf(values), named(record), villageOf(record))) return samePlace || agree >= differ || saysRepeat(named(values));
    return samePlace && agree >= 2 && agree > differ;
  };

  /** A record of the same place and name, whatever its code. */
  const namesakes = (draft: Draft): Known[] => {
    const { values, noun } = draft;
    const key = nameKey(named(values));
    const [whole, bare] = [names[noun].get(key), noun === 'asset' ? names.asset.get(bareName(key, villageOf(values))) : undefined];
    if (!whole && !bare) return [];
    const place = placeOf(noun, values);
    return [...new Set([...(whole ?? []), ...(bare ?? [])])].filter((known) => {
      if (noun === 'asset' && known.record['category'] !== values['category'] && !draft.categoryGuessed && !draft.doubts.some((entry) => entry.code === 'category_unknown')) return false;
      const other = placeOf(noun, known.record);
      return place === other || (noun === 'project' && (!place || !other)) || (noun === 'asset' && !place && !draft.villageWritten);
    });
  };

  const claimedInTable = (draft: Draft, known: Known) => known.claims.some((claim) => claim.file === draft.file && claim.sheet === draft.sheet);

  /** The only record of a row's name, where its own village is not known and nothing speaks against it. */
  const unplaced = (draft: Draft): Known | undefined => {
    const { values, noun } = draft;
    if (noun !== 'asset' || !values['village']) return undefined;
    const found = names.asset.get(nameKey(named(values))) ?? [];
    const [only] = found;
    if (!only || found.length > 1 || only.record['village'] || claimedInTable(draft, only) || isAnother(draft, only)) return undefined;
    return draft.categoryGuessed || only.record['category'] === values['category'] ? only : undefined;
  };

  const rowOf = (draft: Draft, outcome: ImportRow['outcome'], more: Partial<ImportRow> = {}): ImportRow => ({
    key: keyOf(draft), sheet: draft.sheet, row: draft.row, outcome, noun: draft.noun, name: named(draft.values),
    ...(typeof draft.values['code'] === 'string' ? { code: draft.values['code'] } : {}),
    ...(draft.values['location'] && draft.noun === 'asset' ? { location: draft.values['location'] as { lng: number; lat: number } } : {}),
    ...(draft.values['category'] ? { category: draft.values['category'] as Category } : {}),
    cells: [], doubts: draft.doubts, ...more,
  });

  const sourceOf = (draft: Draft): Source => ({ file: options.files[draft.file]?.file ?? '', ...(draft.sheet ? { sheet: draft.sheet } : {}), row: draft.row, columns: draft.breadth, ...(draft.digest ? { digest: draft.digest } : {}) });

  const create = (draft: Draft, extra: readonly Doubt[]): ImportRow => {
    if (draft.bare) return rowOf(draft, 'refused', { reason: unmatchedReason, doubts: [...draft.doubts, ...extra] });
    const key = keyOf(draft);
    const id = options.newId(key);
    if (draft.drawnArea !== undefined) {
      const words = areaInUse(draft.drawnArea, draft.values['category'] as Category);
      Object.assign(draft.values, { siteArea: draft.drawnArea, siteAreaText: `${drawnAreaMark} ${words}` });
      draft.doubts.push(doubt('area_drawn', 'siteArea', words));
    }
    const cells = Object.entries(draft.values).map(([path, after]) => ({ path, after }));
    const record = fresh(draft.noun, id, options.at, sourceOf(draft));
    let detail: Record<string, unknown> | undefined;
    for (const { path, after } of cells) {
      if (path.startsWith('detail.')) (detail ??= {})[path.slice(7)] = after;
      else record[path] = after;
    }
    if (detail) record['detail'] = detail;
    const planned: PlannedRecord = { noun: draft.noun, id, before: null, after: record as unknown as Asset | Project, steps: [{ key, cells }] };
    const row = rowOf(draft, 'new', { cells, recordId: id, ...(extra.length > 0 ? { doubts: [...draft.doubts, ...extra] } : {}) });
    const known: Known = { id, noun: draft.noun, record, planned, claims: [{ file: draft.file, sheet: draft.sheet, row, breadth: draft.breadth }] };
    records.push(planned);
    enter(known);
    rowTargets.set(row.key, known);
    return row;
  };

  /** Whether a row that disagrees with a record is followed: the broader table is the better witness, and a table may correct itself. */
  const isBelieved = (draft: Draft, known: Known): boolean => {
    const earlier = known.claims.at(-1);
    if (earlier) return draft.breadth > earlier.breadth * 1.25;
    const source = known.record['source'] as Source | undefined;
    if (source?.columns === undefined) return false;
    const own = source.file === options.files[draft.file]?.file && source.sheet === (draft.sheet || undefined);
    return own || draft.breadth >= source.columns;
  };

  /** Plans cells of a record of the ledger, for the row of a key. */
  const change = (known: Known, key: string, cells: readonly MergedCell[], source?: Source) => {
    if (!known.planned) {
      const before = known.record as unknown as Asset | Project;
      const copy: Record<string, unknown> = { ...known.record, revision: ((known.record['revision'] as number | undefined) ?? 0) + 1, updatedAt: options.at };
      known.planned = { noun: known.noun, id: known.id, before, after: copy as unknown as Asset | Project, steps: [] };
      known.record = copy;
      records.push(known.planned);
    }
    known.record = applied(known.record, cells, source);
    known.planned.after = known.record as unknown as Asset | Project;
    known.planned.steps.push({ key, cells });
  };

  const merge = (draft: Draft, known: Known, extra: readonly Doubt[]): ImportRow => {
    const source = known.record['source'] as Source | undefined;
    const file = options.files[draft.file]?.file;
    const key = keyOf(draft);
    const claim = (row: ImportRow) => {
      known.claims.push({ file: draft.file, sheet: draft.sheet, row, breadth: draft.breadth });
      rowTargets.set(key, known);
      return row;
    };
    // The very row that the record was made from, unchanged: it says nothing new, and later edits stand.
    if (!known.claims.length && source?.digest !== undefined && source.file === file && source.digest === draft.digest) return claim(rowOf(draft, 'same', { recordId: known.id, doubts: [...draft.doubts, ...extra] }));
    const believed = isBelieved(draft, known);
    const told = drawnInto(draft, known.record);
    const allowed = draft.noun === 'asset' ? withinCategory(told, known.record['category'] as Category) : told;
    const merged = mergeValues(allowed, (path) => valueAt(known.record, path), believed, source?.file !== file);
    const doubts = [...draft.doubts, ...extra, ...merged.doubts, ...comparedAreas(draft, known.record)];
    if (merged.cells.length === 0) return claim(rowOf(draft, 'same', { recordId: known.id, doubts }));
    change(known, key, merged.cells, believed || source === undefined ? sourceOf(draft) : undefined);
    return claim(rowOf(draft, 'changed', { recordId: known.id, doubts, cells: merged.cells as ImportRow['cells'] }));
  };

  /** A row of a workbook that was handed out: what was changed in it, save where the ledger moved on since in the same field. */
  const takeIssued = (draft: Draft, known: Known): ImportRow => {
    const { record } = known;
    const issued = draft.issued as NonNullable<Draft['issued']>;
    const movedOn = record['revision'] !== issued.revision && !known.planned;
    const doubts = [...draft.doubts];
    const cells: MergedCell[] = [];
    for (const [path, value] of Object.entries(withinCategory(draft.values, record['category'] as Category))) {
      const now = valueAt(record, path);
      const column = Object.keys(issued.cells).find((one) => path === fieldOfColumn(one) || path === `${fieldOfColumn(one)}Text`);
      // Of a person or a text in two languages the sheet may say a part only.
      const after = isPlainObject(value) && isPlainObject(now) ? { ...now, ...value } : value;
      if (sameValue(now, after)) continue;
      if (movedOn && column !== undefined && sliceText(column, record as unknown as Asset) !== issued.cells[column]) {
        if (path === fieldOfColumn(column)) doubts.push(doubt('slice_stale', path, typeof value === 'object' ? JSON.stringify(value) : String(value)));
      } else cells.push({ path, ...(now === undefined ? {} : { before: now }), after });
    }
    const claim = (row: ImportRow) => {
      known.claims.push({ file: draft.file, sheet: draft.sheet, row, breadth: draft.breadth });
      rowTargets.set(keyOf(draft), known);
      return { ...row, name: named(record), ...(typeof record['code'] === 'string' ? { code: record['code'] } : {}), category: record['category'] as Category };
    };
    if (cells.length === 0) return claim(rowOf(draft, 'same', { recordId: known.id, doubts }));
    change(known, keyOf(draft), cells);
    return claim(rowOf(draft, 'changed', { recordId: known.id, doubts, cells: cells as ImportRow['cells'] }));
  };

  /** A row of the same table that reports a record once more: it makes and changes nothing. */
  const repeat = (draft: Draft, known: Known, code: 'duplicate_code' | 'duplicate_name', extra: readonly Doubt[]): ImportRow => {
    const words = code === 'duplicate_code' ? String(draft.values['code'] ?? '') : `${villageOf(draft.values) ?? ''}${named(draft.values)}`;
    return rowOf(draft, 'same', { recordId: known.id, doubts: [...draft.doubts, ...extra, doubt(code, code === 'duplicate_code' ? 'code' : 'name', words)] });
  };

  return {
    records,
    know: (noun, record) => enter({ id: record.id, noun, record: record as unknown as Record<string, unknown>, claims: [] }),
    take(draft) {
      if (draft.refused) return rowOf(draft, 'refused', { reason: draft.refused.reason });
      const known = draft.issued && byId.get(draft.issued.id);
      if (draft.issued) return known ? takeIssued(draft, known) : rowOf(draft, 'refused', { reason: goneReason });
      const { values, noun } = draft;
      const code = typeof values['code'] === 'string' ? codeKey(values['code']) : '';
      const sharing = code ? codes[noun].get(code) ?? [] : [];
      const same = best(sharing.filter((known) => isSame(draft, known)), draft);
      const others = sharing.filter((known) => known !== same);
      const conflict = others.length > 0 && others.some((known) => !isSame(draft, known)) ? [doubt('code_conflict', 'code', String(values['code']))] : [];
      if (conflict.length > 0) for (const known of others) for (const claim of known.claims) if (!claim.row.doubts.some((entry) => entry.code === 'code_conflict')) claim.row.doubts.push(...conflict);
      if (same) return claimedInTable(draft, same) ? repeat(draft, same, 'duplicate_code', conflict) : merge(draft, same, conflict);
      const alike = namesakes(draft);
      if (!code) {
        const chosen = alike.length > 1 ? best(alike.filter((known) => compareFacts(flatReader(values), readerOf(known.record)).agree > 0), draft) : alike[0];
        if (chosen) {
          if (!claimedInTable(draft, chosen)) return merge(draft, chosen, conflict);
          return isAnother(draft, chosen) ? create(draft, [...conflict, doubt('same_name', 'name', named(values))]) : repeat(draft, chosen, 'duplicate_name', conflict);
        }
        const stray = alike.length === 0 ? unplaced(draft) : undefined;
        if (stray) return merge(draft, stray, [...conflict, doubt('village_by_name', 'village', named(values))]);
        if (alike.length > 1) return rowOf(draft, 'same', { doubts: [...draft.doubts, doubt('name_ambiguous', 'name', named(values))] });
        return create(draft, conflict);
      }
      const codeless = alike.find((known) => !known.record['code']);
      if (codeless && !isAnother(draft, codeless)) return claimedInTable(draft, codeless) ? repeat(draft, codeless, 'duplicate_name', conflict) : merge(draft, codeless, conflict);
      const twin = alike.find((known) => !isAnother(draft, known));
      if (twin && !claimedInTable(draft, twin) && isRegisterNumber(values['code']) !== isRegisterNumber(twin.record['code'])) return merge(draft, twin, conflict);
      if (twin) return repeat(draft, twin, 'duplicate_name', conflict);
      return create(draft, alike.length > 0 ? [...conflict, doubt('same_name', 'name', named(values))] : conflict);
    },
    link(draft, row) {
      const known = rowTargets.get(row.key);
      if (!known || !draft.links || row.outcome === 'refused') return row;
      const place = `${String(draft.values['location'] ?? '')} ${named(draft.values)}`;
      const found = readLinks(draft.links, place, {
        byCode: (key) => (codes.asset.get(key) ?? []).map(linkable),
        byName: (key) => (names.asset.get(key) ?? []).map(linkable),
      });
      const doubts = [...row.doubts, ...found.unresolved.map((word) => doubt('link_unresolved', 'assetIds', word)), ...found.ambiguous.map((word) => doubt('link_ambiguous', 'assetIds', word)), ...found.byName.map((word) => doubt('link_by_name', 'assetIds', word))];
      const held = (known.record['assetIds'] as string[] | undefined) ?? [];
      // Links that a person made stay; the file's are added.
      const after = [...held, ...found.ids.filter((id) => !held.includes(id))];
      if (after.length === held.length) return { ...row, doubts };
      const cell: MergedCell = { path: 'assetIds', ...(held.length > 0 ? { before: held } : {}), after };
      if (!known.planned) {
        const before = known.record as unknown as Project;
        known.record = { ...known.record, revision: ((known.record['revision'] as number | undefined) ?? 0) + 1, updatedAt: options.at };
        known.planned = { noun: 'project', id: known.id, before, after: before, steps: [] };
        records.push(known.planned);
      }
      known.record = applied(known.record, [cell]);
      known.planned.after = known.record as unknown as Project;
      const step = known.planned.steps.find((entry) => entry.key === row.key);
      if (step) known.planned.steps[known.planned.steps.indexOf(step)] = { key: row.key, cells: [...step.cells, cell] };
      else known.planned.steps.push({ key: row.key, cells: [cell] });
      return { ...row, doubts, outcome: row.outcome === 'same' ? 'changed' : row.outcome, cells: [...row.cells, cell] };
    },
  };
}

const linkable = (known: Known): Linkable => {
  const { record } = known;
  const village = villageOf(record);
  return { id: known.id, name: named(record), ...(record['code'] ? { code: String(record['code']) } : {}), ...(village ? { village } : {}) };
};

function push(map: Map<string, Known[]>, key: string, known: Known): void {
  const list = map.get(key);
  if (list) list.push(known);
  else map.set(key, [known]);
}

/** True for a number of the land register (19 figures of a parcel, 28 of a unit), which stands beside a township's own code and not in its place. */
const isRegisterNumber = (code: unknown) => typeof code === 'string' && /^\d{12}/.test(code);

/** Of several records that a row may mean, the one that shares most with it; the first when none stands out. */
function best(found: readonly Known[], draft: Draft): Known | undefined {
  if (found.length <= 1) return found[0];
  const read = flatReader(draft.values);
  const score = (known: Known) => {
    const { agree, differ } = compareFacts(read, readerOf(known.record));
    const place = placeOf(draft.noun, known.record) === placeOf(draft.noun, draft.values) ? 3 : 0;
    return agree - differ + place + (nameKey(named(known.record)) === nameKey(named(draft.values)) ? 3 : 0);
  };
  return found.reduce((top, known) => (score(known) > score(top) ? known : top));
}

/** True when a namesake in the same place is plainly another thing: two facts or more differ, and most of those both state. */
function isAnother(draft: Draft, known: Known): boolean {
  if (saysRepeat(named(draft.values))) return false;
  const { agree, differ } = compareFacts(flatReader(draft.values), readerOf(known.record));
  return differ >= 2 && differ > agree;
}

const goneReason = text('这宗资产已从账本里删除，没有收下；要恢复它，请在「变化」里撤销那次删除', 'This asset was removed from the ledger and the row was not taken; undo the removal under Changes to have it back');
const isPlainObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const unmatchedReason = text('只有名称和位置，账本里没有这宗资产，未新增，请人工归类', 'A name and a place only, and no such asset in the ledger; not added, a person must say what it is');

/** Begins the written source of an area that was measured on a drawing. */
const drawnAreaMark = '图形';
const areaInUse = (squareMetres: number, category: Category) => (category === 'forest' || category === 'farmland' ? `${numberText(Number((squareMetres / squareMetresPerMu).toFixed(1)))}亩` : `${numberText(squareMetres)}㎡`);

/** The values of a row with the area that it draws, where neither it nor the record states one. */
function drawnInto(draft: Draft, record: Readonly<Record<string, unknown>>): Record<string, unknown> {
  if (draft.drawnArea === undefined || record['siteArea'] !== undefined || record['siteAreaText'] !== undefined) return draft.values;
  return { ...draft.values, siteArea: draft.drawnArea, siteAreaText: `${drawnAreaMark} ${areaInUse(draft.drawnArea, record['category'] as Category)}` };
}

/** A drawn area that is far from the one the record states. */
function comparedAreas(draft: Draft, record: Readonly<Record<string, unknown>>): Doubt[] {
  const stated = record['siteArea'];
  if (draft.drawnArea === undefined || typeof stated !== 'number' || !compareAreas(draft.drawnArea, stated)?.marked) return [];
  return [doubt('area_geometry_mismatch', 'siteArea', areaWords(stated, draft.drawnArea))];
}

/** Values without the fields that a record of this category does not have. */
function withinCategory(values: Readonly<Record<string, unknown>>, category: Category): Record<string, unknown> {
  if (values['category'] === category) return values as Record<string, unknown>;
  const shape = (assetSchemas[category].shape.detail as unknown as { shape: Record<string, unknown> }).shape;
  return Object.fromEntries(Object.entries(values).filter(([path]) => !path.startsWith('detail.') || path.slice(7) in shape));
}

/** The record with cells set; `source` when the row becomes its source. */
export function applied(record: Record<string, unknown>, cells: readonly MergedCell[], source?: Source): Record<string, unknown> {
  let result = source ? { ...record, source } : record;
  for (const { path, after } of cells) result = withValueAt(result, path, after);
  return result;
}

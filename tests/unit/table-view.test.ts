import { describe, expect, it } from 'vitest';
import { createSearchIndex } from '../../data/rules/search-query.js';
import { savedViewSchema } from '../../data/schema/view.js';
import type { Project } from '../../data/schema/project.js';
import { findRows, noFilter, sameRecords, sortValue, sumRows } from '../../renderer/ui/ledger-rows.js';
import { figuresOf } from '../../renderer/features/ledger/ledger-foot.js';
import { lookOf, sameLook, usualLook, viewOf } from '../../renderer/features/ledger/view-state.js';
import { findProjects, groupProjects, noFilter as noProjectFilter, projectSearchText, sumProjects } from '../../renderer/features/projects/project-view.js';
import type { DeskEntry } from '../../renderer/state/index-entries.js';
import type { DeskProjectRow } from '../../renderer/state/program-store.js';
import { nextSort, sortKeys, sortRows } from '../../renderer/ui/grid/sort-order.js';
import { movedBy, type MoveTable } from '../../renderer/ui/grid/grid-moves.js';
import { assetFields, fieldAt } from '../../data/schema/fields.js';

const all = (count: number) => Array.from({ length: count }, (_, at) => at);
const sorted = (values: (string | number | null)[], descending = false) => sortRows(all(values.length), sortKeys(values), descending).map((at) => values[at]);

describe('sorting', () => {
  it('puts codes in the order of their numbers, so that SD-9 stands before SD-10', () => expect(sorted(['SD-10', 'SD-9', 'LF-2'])).toEqual(['LF-2', 'SD-9', 'SD-10']));
  it('puts Chinese words in pinyin order', () => expect(sorted(['竹坞村', '白鹭畈村', '龙爪溪村'])).toEqual(['白鹭畈村', '龙爪溪村', '竹坞村']));
  it('keeps rows without a value last both ways', () => {
    expect(sorted([2, null, 1])).toEqual([1, 2, null]);
    expect(sorted([2, null, 1], true)).toEqual([2, 1, null]);
    expect(sorted(['', '乙', '甲'], true)).toEqual(['乙', '甲', '']);
  });
  it('keeps equal rows in their own order', () => expect(sortRows([0, 1, 2, 3], sortKeys([1, 0, 1, 0]), true)).toEqual([0, 2, 1, 3]));
  it('goes up, down, and back to the ledger’s order with three presses', () => {
    const up = nextSort(null, 'name');
    const down = nextSort(up, 'name');
    expect([up, down, nextSort(down, 'name')]).toEqual([{ key: 'name', descending: false }, { key: 'name', descending: true }, null]);
    expect(nextSort(down, 'code')).toEqual({ key: 'code', descending: false });
  });
  it('sorts a status in the order of its vocabulary and an open price as none', () => {
    expect(sortValue(fieldAt(assetFields, 'status'), 'available', 'zh')).toBe(2);
    expect(sortValue(fieldAt(assetFields, 'price'), { yuan: null, basis: 'negotiable' }, 'zh')).toBeNull();
  });
});

const entry = (given: Partial<DeskEntry>): DeskEntry => ({
  id: 'a', code: null, name: '', nameEn: null, category: 'house', village: null, status: 'idle', lng: null, lat: null, siteArea: null, floorArea: null, capacityKw: null,
  cooperation: [], utilities: [], price: null, cover: null, search: '', cells: [],
  uses: [], term: null, distanceKm: null, constraints: [], floors: null, seats: null, basicFarmland: null, protection: null, dangerGrade: null, treeSpecies: null, landType: null, river: null, structure: null, ...given,
});

describe('the ledger’s view', () => {
  const entries = [
    entry({ category: 'forest', village: '竹坞村', siteArea: 1000, search: '毛竹林\tmzl' }),
    entry({ category: 'house', village: '竹坞村', siteArea: 100, floorArea: 168, search: '老屋\tlw' }),
    entry({ category: 'hydropower', village: null, status: 'operating', capacityKw: 960, search: '电站\tdz' }),
  ];
  const search = createSearchIndex(entries.map((one) => one.search));
  it('finds by words and by every filter at once', () => {
    expect(findRows(entries, search, noFilter)).toEqual([0, 1, 2]);
    expect(findRows(entries, search, { ...noFilter, query: 'mz' })).toEqual([0]);
    expect(findRows(entries, search, { ...noFilter, village: new Set(['竹坞村']), category: new Set(['house']) })).toEqual([1]);
    expect(findRows(entries, search, { ...noFilter, village: new Set(['']) })).toEqual([2]);
  });
  it('adds up land, floors and capacity of what is found, and counts only woods and fields as land', () => {
    expect(sumRows(entries, [0, 1, 2])).toEqual({ count: 3, landArea: 1000, floorArea: 168, capacityKw: 960 });
    expect(sumRows(entries, [2])).toEqual({ count: 1, landArea: 0, floorArea: 0, capacityKw: 960 });
  });
});

const row = (given: Partial<Project>, totals = {}): DeskProjectRow => ({
  project: { id: given.name ?? '', revision: 1, updatedAt: '', name: '', cooperation: [], assetIds: [], ...given } as Project,
  totals: { assetCount: 0, siteArea: 0, floorArea: 0, capacityKw: 0, ...totals },
});

describe('the project table’s view', () => {
  const rows = [
    row({ name: '远期一', horizon: 'far', investment: 300, sector: '文旅' }, { assetCount: 2, siteArea: 500 }),
    row({ name: '近期一', horizon: 'near', investment: 100, sector: '农业' }),
    row({ name: '未定' }),
    row({ name: '近期二', horizon: 'near', investment: 200, sector: '文旅' }, { assetCount: 1, capacityKw: 960 }),
  ];
  const prepared = rows.map((one) => projectSearchText(one.project));
  const names = (list: readonly DeskProjectRow[]) => list.map((one) => one.project.name);
  it('groups in the vocabulary’s order, with what has no value last', () => {
    expect(groupProjects(rows, 'horizon').map(({ value, rows: own }) => [value, names(own)])).toEqual([['near', ['近期一', '近期二']], ['far', ['远期一']], ['', ['未定']]]);
    expect(groupProjects(rows, 'sector').map(({ value }) => value)).toEqual(['文旅', '农业', '']);
  });
  it('filters, searches by pinyin initials, and sorts within what is found', () => {
    expect(names(findProjects(rows, prepared, { ...noProjectFilter, horizon: new Set(['near']) }, { key: 'investment', descending: true }, 'zh'))).toEqual(['近期二', '近期一']);
    expect(names(findProjects(rows, prepared, { ...noProjectFilter, query: 'yq' }, null, 'zh'))).toEqual(['远期一']);
  });
  it('adds up investment and what follows from the assets', () => expect(sumProjects(rows)).toEqual({ count: 4, investment: 600, assetCount: 3, siteArea: 500, floorArea: 0, capacityKw: 960 }));
});

describe('keys in a table', () => {
  const records = [false, true, true, false, true];
  const filled = new Set(['1 0', '2 0', '4 0', '1 2']);
  const table: MoveTable = { size: { rows: 5, columns: 3 }, pageRows: 3, isRecord: (row) => records[row] ?? false, isFilled: ({ row, column }) => filled.has(`${row} ${column}`) };
  const press = (key: string, row: number, column = 0, ctrl = false) => { const to = movedBy(key, ctrl, { row, column }, table); return to && [to.row, to.column]; };
  it('passes over the heads of groups', () => {
    expect(press('ArrowDown', 2)).toEqual([4, 0]);
    expect(press('ArrowUp', 4)).toEqual([2, 0]);
    expect(press('PageDown', 1)).toEqual([4, 0]);
  });
  it('stays at the ends', () => {
    expect(press('ArrowUp', 1)).toEqual([1, 0]);
    expect(press('ArrowDown', 4)).toEqual([4, 0]);
    expect(press('ArrowLeft', 1, 0)).toEqual([1, 0]);
    expect(press('ArrowRight', 1, 2)).toEqual([1, 2]);
  });
  it('goes to the ends of the row, and with Ctrl of the table', () => {
    expect([press('Home', 4, 2), press('End', 2, 0)]).toEqual([[4, 0], [2, 2]]);
    expect([press('Home', 4, 2, true), press('End', 1, 0, true)]).toEqual([[1, 0], [4, 2]]);
  });
  it('jumps with Ctrl to the edge of what is filled', () => {
    expect(press('ArrowDown', 1, 0, true)).toEqual([4, 0]);
    expect(press('ArrowRight', 1, 0, true)).toEqual([1, 2]);
    expect(press('ArrowRight', 2, 0, true)).toEqual([2, 2]);
  });
  it('does not move for any other key', () => expect(press('x', 1)).toBeNull());
});

describe('the order of rows while values change', () => {
  const [one, other] = [entry({ id: 'a' }), entry({ id: 'b' })];
  it('is kept as long as the records are the same ones', () => expect([sameRecords([one, other], [entry({ id: 'a', status: 'signed' }), other]), sameRecords([one, other], [other, one]), sameRecords([one], [one, other])]).toEqual([true, false, false]));
});

describe('a saved view', () => {
  const look = { columns: ['name', 'notes'], widths: { name: 200 }, frozen: 1, sort: { key: 'village', descending: true }, filter: { ...noFilter, query: '竹', category: new Set(['forest']) } };
  it('gives back the look that it was made from, through the settings’ JSON', () => expect(lookOf(savedViewSchema.parse(JSON.parse(JSON.stringify(viewOf('例会', look)))))).toEqual(look));
  it('knows a changed look from the same one', () => expect([sameLook(usualLook, lookOf({ name: '空' })), sameLook(look, { ...look, frozen: 2 })]).toEqual([true, false]));
});

describe('the foot of the ledger', () => {
  const cells = [entry({ category: 'forest', cells: [1000] }), entry({ category: 'house', cells: [200] }), entry({ category: 'house', cells: [null] })];
  it('adds up what is known of the rows shown, and says the area in the unit of most of them', () => {
    expect(figuresOf(cells, [0, 1, 2], 0, { kind: 'area', path: 'siteArea' })).toEqual({ sum: 1200, count: 2, inMu: true });
    expect(figuresOf(cells, [1, 2], 0, { kind: 'area', path: 'siteArea' })).toEqual({ sum: 200, count: 1, inMu: false });
  });
});

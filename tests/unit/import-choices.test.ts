import { describe, expect, it } from 'vitest';
import { joinDecisions, type SheetDecisions } from '../../data/rules/import/choices.js';
import { understandFiles, type LedgerHints } from '../../data/rules/import/understand-files.js';
import type { ImportChoice } from '../../data/schema/import-plan.js';
import { gridOf, type GridCell } from '../builders/grids.js';

const hints: LedgerHints = { villages: [], villageCounts: {}, points: [], today: '2026-11-01' };
type Rows = readonly (readonly GridCell[])[];
const houses: Rows = [
  ['编号', '名称', '所在村', '占地', '建筑面积', '租金', '其他情形', '联系人', '经度', '纬度'],
  ['F-1', '东山1号农房', '东山村', 120, 240, 3000, '十年', '张某', 119.91, 29.81],
  ['F-2', '东山2号农房', '东山村', 90, 180, 2000, '八年', '李某', 119.92, 29.82],
  ['F-3', '里洋3号农房', '里洋村', 150, 300, 5000, '五年', '王某', 119.93, 29.83],
];
const projects: Rows = [['项目名称', '投资额', '选址'], ['茶园民宿', 300, '东山村'], ['研学营地', 1200, '里洋村']];

function understood(rows: Rows, choice: Partial<ImportChoice> = {}, remembered: Readonly<Record<string, SheetDecisions>> = {}, name = '农房') {
  const hasChoice = Object.keys(choice).length > 0;
  const result = understandFiles([{ file: '表.xlsx', format: 'xlsx', grids: [gridOf(rows, { name })] }], hints, undefined, { choices: hasChoice ? [{ file: 0, sheet: name, ...choice }] : [], remembered });
  const sheet = result.files[0]?.sheets[0];
  if (!sheet) throw new Error('no sheet');
  return { ...result, sheet, column: (letters: string) => sheet.columns.find((column) => column.column === letters), values: result.drafts.map((draft) => draft.values) };
}
const shapeOf = (rows: Rows) => understood(rows).sheet.shape as string;

describe('the description of a sheet', () => {
  it('says of every column its role, its unit, the units it could be in and what stands in it', () => {
    const { column, sheet } = understood(houses);
    expect(column('D')).toMatchObject({ header: '占地', path: 'siteArea', role: 'siteArea', unit: '㎡', units: ['㎡', '亩', '公顷'], examples: ['120', '90', '150'] });
    expect(column('I')).toMatchObject({ path: 'location', role: '#lng' });
    expect(column('F')).toMatchObject({ path: 'price', units: expect.arrayContaining(['万元/年', '元/亩·年']) as string[] });
    expect(column('B')?.units).toBeUndefined();
    expect(sheet).toMatchObject({ rows: 3, datumFrom: 'assumed', datum: 'WGS-84' });
    expect(sheet.columns.some((entry) => entry.chosen)).toBe(false);
  });
  it('gives no more than four examples', () => {
    const { column } = understood([houses[0] as GridCell[], ...Array.from({ length: 9 }, (_, at) => [`F-${at}`, `东山${at}号农房`, '东山村', 100 + at, 200, 3000, '', '', 119.9, 29.8])]);
    expect(column('D')?.examples).toEqual(['100', '101', '102', '103']);
  });
  it('tells the columns of a second table of the sheet from those of the first', () => {
    const { sheet } = understood([['编号', '名称', '所在村', '面积（亩）'], ['A-1', '东山林', '东山村', 3], ['A-2', '里洋林', '里洋村', 4], ['编码', '礼堂名称', '行政村', '建筑面积（㎡）', '建造年代'], ['B-1', '东山礼堂', '东山村', 300, 1980], ['B-2', '里洋礼堂', '里洋村', 200, 1990]], {}, {}, '台账');
    expect(sheet.columns.map((column) => column.column)).toEqual(['A', 'B', 'C', 'D', 'A/2', 'B/2', 'C/2', 'D/2', 'E/2']);
  });
});

describe('a choice', () => {
  it('of a field reads the column as it, and says that a person chose', () => {
    const { column, values } = understood(houses, { columns: { G: { role: 'term' } } });
    expect(column('G')).toMatchObject({ role: 'term', chosen: true, reason: { zh: expect.stringContaining('您选的') as string } });
    expect(values.map((entry) => entry['term'])).toEqual(['十年', '八年', '五年']);
  });
  it('of a field that another column has frees that column, which says why', () => {
    const { column, values } = understood(houses, { columns: { E: { role: 'siteArea' } } });
    expect(values[0]).toMatchObject({ siteArea: 240 });
    expect(values[0]).not.toHaveProperty('floorArea');
    expect(column('D')).toMatchObject({ role: null, path: null, reason: { zh: expect.stringContaining('E 列已作「占地面积」') as string } });
  });
  it('made later wins over an earlier one of the same field', () => {
    const { column } = understood(houses, { columns: { E: { role: 'siteArea' }, F: { role: 'siteArea' } } });
    expect([column('D')?.role, column('E')?.role, column('F')?.role]).toEqual([null, null, 'siteArea']);
  });
  it('of nothing leaves the column out', () => {
    const { column, values } = understood(houses, { columns: { F: { role: null } } });
    expect(column('F')).toMatchObject({ role: null, chosen: true });
    expect(values[0]).not.toHaveProperty('price');
  });
  it('of a unit turns the figures, and none is assumed any more', () => {
    const { column, values, drafts } = understood(houses, { columns: { D: { unit: '亩' }, F: { unit: '万元/年' } } });
    expect(values[0]).toMatchObject({ siteArea: 80_000, price: { yuan: 30_000_000, basis: 'year' } });
    expect(column('D')).toMatchObject({ unit: '亩', chosen: true });
    expect(drafts.flatMap((draft) => draft.doubts.map((entry) => entry.code))).not.toContain('unit_assumed');
  });
  it('of a unit that the field cannot be in changes nothing', () => {
    expect(understood(houses, { columns: { D: { unit: '万元' } } }).values).toEqual(understood(houses).values);
  });
  it('of a datum moves the places', () => {
    const { sheet, values } = understood(houses, { datum: 'GCJ-02' });
    expect(sheet).toMatchObject({ datum: 'GCJ-02', datumFrom: 'chosen' });
    const [before, after] = [understood(houses).values[0]?.['location'], values[0]?.['location']] as { lng: number; lat: number }[];
    expect(Math.abs((before?.lng ?? 0) - (after?.lng ?? 0))).toBeGreaterThan(0.002);
  });
  it('of longitude and latitude in one cell takes the place of two columns', () => {
    const rows = houses.map((row, at) => [...row, at === 0 ? '位置说明' : `119.95,29.9${at}`]);
    const { column, values } = understood(rows, { columns: { K: { role: '#pair' } } });
    expect([column('I')?.role, column('J')?.role, column('K')?.role]).toEqual([null, null, '#pair']);
    expect(values[0]?.['location']).toEqual({ lng: 119.95, lat: 29.91 });
  });
  it('of a category holds for all rows, whatever a column says', () => {
    const rows = [['名称', '所在村', '类别', '面积'], ['一号', '东山村', '山林', 3], ['二号', '东山村', '农田', 4]];
    const { values, column } = understood(rows, { category: 'hall' }, {}, '台账');
    expect(values.map((entry) => entry['category'])).toEqual(['hall', 'hall']);
    expect(column('C')).toMatchObject({ role: null });
  });
  it('of projects reads assets as projects, and the other way round', () => {
    expect(understood(projects, {}, {}, '清单').drafts.map((draft) => draft.noun)).toEqual(['project', 'project']);
    expect(understood(projects, { noun: 'asset' }, {}, '清单').drafts.map((draft) => draft.noun)).toEqual(['asset', 'asset']);
  });
  it('to leave a sheet out leaves it out and says so', () => {
    const { sheet, drafts } = understood(houses, { noun: null });
    expect(drafts).toEqual([]);
    expect(sheet).toMatchObject({ noun: null, reason: { zh: expect.stringContaining('不导入') as string } });
  });
  it('to read what the program passes over reads it', () => {
    const rows = [['村名', '宗数', '备注'], ['东山村', 3, '旧校舍'], ['里洋村', 2, '老粮站'], ['溪口村', 4, '茶厂']];
    expect(understood(rows, {}, {}, '统计').drafts).toEqual([]);
    const { drafts, sheet } = understood(rows, { noun: 'asset', columns: { C: { role: 'name' } } }, {}, '统计');
    expect(sheet.noun).toBe('asset');
    expect(drafts.map((draft) => draft.values['name'])).toEqual(['旧校舍', '老粮站', '茶厂']);
  });
  it('for a hidden sheet reads it too', () => {
    const grid = gridOf(houses, { name: '农房', hidden: true });
    const read = (choices: readonly ImportChoice[]) => understandFiles([{ file: '表.xlsx', format: 'xlsx', grids: [grid] }], hints, undefined, { choices, remembered: {} });
    expect(read([]).drafts).toEqual([]);
    expect(read([{ file: 0, sheet: '农房', noun: 'asset' }]).drafts).toHaveLength(3);
  });
});

describe('what was chosen before', () => {
  const taught = understood(houses, { columns: { G: { role: 'term' }, D: { unit: '亩' } } });
  const memory = Object.fromEntries(taught.decisions.map(({ shape, decisions }) => [shape, joinDecisions(undefined, decisions) as SheetDecisions]));

  it('holds for a sheet with the same headers in a file of another name, and is said', () => {
    const { sheet, column, values } = understood(houses, {}, memory);
    expect(sheet.remembered).toBe(true);
    expect(column('G')).toMatchObject({ role: 'term', chosen: true, reason: { zh: '上次这样的表您选的' } });
    expect(values).toEqual(taught.values);
  });
  it('does not hold for other headers, nor for another format', () => {
    const other = houses.map((row, at) => (at === 0 ? row.map((cell) => (cell === '其他情形' ? '情形' : cell)) : row));
    expect(understood(other, {}, memory).sheet.remembered).toBeUndefined();
    expect(shapeOf(other)).not.toBe(shapeOf(houses));
    const text = understandFiles([{ file: '表.csv', format: 'csv', grids: [gridOf(houses, { name: '' })] }], hints);
    expect(text.files[0]?.sheets[0]?.shape).not.toBe(shapeOf(houses));
  });
  it('gives way to what is chosen now', () => {
    const { column, sheet } = understood(houses, { columns: { G: { role: 'notes' } } }, memory);
    expect(column('G')).toMatchObject({ role: 'notes', reason: { zh: expect.not.stringContaining('上次') as string } });
    expect(sheet.remembered).toBe(true);
  });
  it('is dropped when the program’s own understanding is chosen again', () => {
    const own = understood(houses).column('G')?.role ?? null;
    const back = understood(houses, { columns: { G: { role: own }, D: { unit: '㎡' } } }, memory);
    expect(back.column('G')?.chosen).toBeUndefined();
    expect(joinDecisions(memory[shapeOf(houses)], back.decisions[0]?.decisions ?? {})).toBeUndefined();
  });
  it('of a category holds only where the program would understand what it did then', () => {
    const rows = [['名称', '所在村', '面积'], ['一号', '东山村', 3], ['二号', '东山村', 4]];
    const chosen = understood(rows, { category: 'farmland' }, {}, '山林');
    const remembered = Object.fromEntries(chosen.decisions.map(({ shape, decisions }) => [shape, decisions]));
    expect(understood(rows, {}, remembered, '山林').sheet).toMatchObject({ category: 'farmland', remembered: true });
    expect(understood(rows, {}, remembered, '农房').sheet).toMatchObject({ category: 'house' });
  });
  it('to leave a sheet out leaves it out again', () => {
    const left = understood(houses, { noun: null });
    const remembered = Object.fromEntries(left.decisions.map(({ shape, decisions }) => [shape, decisions]));
    expect(understood(houses, {}, remembered).drafts).toEqual([]);
  });
});

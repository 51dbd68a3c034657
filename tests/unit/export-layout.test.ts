import { describe, expect, it } from 'vitest';
import { fieldNotesTable } from '../../data/rules/export/field-notes.js';
import type { SheetRow, TableSheet } from '../../data/rules/export/sheet.js';
import { ledgerTable, projectTable } from '../../data/rules/export/table-model.js';
import type { TableLayout, TableOccasion } from '../../data/rules/export/table-occasion.js';
import { recordChange } from '../../data/rules/changes/record-change.js';
import { toldChange, type ChangeMarks } from '../../data/rules/export/change-marks.js';
import { assetFields } from '../../data/schema/fields.js';
import { statuses } from '../../data/schema/vocabularies.js';
import { anAsset, aProfile, aProject } from '../builders/export-records.js';

const occasion = (layout?: TableLayout, more: Partial<TableOccasion> = {}): TableOccasion => ({ language: 'zh', internal: true, today: '2026-11-23', township: aProfile(), ...(layout ? { layout } : {}), ...more });
const labels = (sheet: TableSheet) => sheet.head.columns.map(({ label }) => label);
const rowsOf = (sheet: TableSheet): SheetRow[] => [...sheet.rows()];
const headings = (sheet: TableSheet) => rowsOf(sheet).flatMap((row) => (row.kind === 'section' || row.kind === 'subtotal' ? [row.label] : []));

const wood = anAsset({ category: 'forest', name: '老鹰岩', code: 'SL-01', village: '竹坞村', siteArea: 57566.67, status: 'idle', owner: '某户' });
const house = anAsset({ category: 'house', name: '竹坞老屋', code: 'NF-01', village: '竹坞村', siteArea: 168, floorArea: 235.2, detail: { builtYear: 1978 } });
const hall = anAsset({ category: 'hall', name: '茶坪礼堂', village: '茶坪村', floorArea: 700 });

describe('the columns that a person chose', () => {
  it('stand in that order, with the headers of their groups over each run', () => {
    const sheet = ledgerTable([wood], occasion({ columns: ['name', 'status', 'siteArea', 'village', 'owner'] }));
    expect(labels(sheet)).toEqual(['序号', '名称', '状态', '占地面积（亩）', '占地面积（㎡）', '村', '权利人']);
    expect(sheet.head.groups).toEqual([{ label: '基本情况', from: 1, to: 1 }, { label: '招商信息', from: 2, to: 2 }, { label: '规模', from: 3, to: 4 }, { label: '基本情况', from: 5, to: 5 }, { label: '权属', from: 6, to: 6 }]);
    expect(sheet.notices).toEqual([]);
  });
  it('of a project may be figures that follow from its assets', () => {
    const sheet = projectTable([aProject({ name: '茶旅', assetIds: [wood.id, house.id] })], new Map([wood, house].map((asset) => [asset.id, asset])), occasion({ columns: ['name', 'totals.floorArea', 'assetIds'] }));
    expect(labels(sheet)).toEqual(['序号', '项目名称', '建筑面积（㎡）', '资产编号', '资产名称', '资产数（宗）']);
    expect(rowsOf(sheet).find((row) => row.kind === 'record')?.cells).toEqual([1, '茶旅', 235.2, 'SL-01、NF-01', '老鹰岩、竹坞老屋', 2]);
  });
  it('leave out, and say so, what the public may not see and what no cell can show', () => {
    const sheet = ledgerTable([wood], occasion({ columns: ['name', 'owner', 'contact', 'photos', 'village', 'frobnicate'] }, { internal: false }));
    expect(labels(sheet)).toEqual(['序号', '名称', '村']);
    expect(sheet.notices?.[0]?.zh).toContain('有 4 栏不公开或不能列在表里');
  });
  it('show a year as a year', () => {
    const sheet = ledgerTable([house], occasion({ columns: ['name', 'detail.builtYear'] }));
    expect(sheet.head.columns[2]).toMatchObject({ label: '建成年份', plain: true });
  });
});

describe('the grouping that a person chose', () => {
  it('puts rows under headings with sums, those without a value last', () => {
    const nowhere = anAsset({ category: 'house', name: '无村老屋' });
    expect(headings(ledgerTable([nowhere, hall, wood, house], occasion({ group: 'village' })))).toEqual(['一、茶坪村（1 宗）', '小计（1 宗）', '二、竹坞村（2 宗）', '小计（2 宗）', '三、未填村（1 宗）', '小计（1 宗）']);
  });
  it('keeps the order on screen within each group', () => {
    const sheet = ledgerTable([house, hall, wood], occasion({ group: 'village' }, { keepOrder: true }));
    expect(rowsOf(sheet).flatMap((row) => (row.kind === 'record' ? [row.cells[2]] : []))).toEqual(['竹坞老屋', '老鹰岩', '茶坪礼堂']);
  });
  it('can be none', () => {
    expect(headings(ledgerTable([wood, house], occasion({ group: 'none' })))).toEqual([]);
  });
  it('cannot be by what the public may not see, nor by what is no word', () => {
    for (const group of ['owner', 'siteArea', 'nothing']) {
      const sheet = ledgerTable([wood, house], occasion({ group }, { internal: false }));
      expect(headings(sheet)).toEqual([]);
      expect(sheet.notices?.[0]?.zh).toContain('不能按');
    }
  });
});

describe('the marks of change', () => {
  const before = { ...wood, status: 'idle' as const, owner: '旧户' };
  const after = { ...wood, status: 'available' as const, owner: '新户', notes: '很长的说明'.repeat(10) };
  const change = recordChange({ noun: 'asset', id: wood.id, before, after })!;
  const gone = recordChange({ noun: 'asset', id: hall.id, before: hall, after: null })!;
  const marks: ChangeMarks = { since: '2026-03-01', of: new Map([[wood.id, change], [house.id, { ...change, id: house.id, kind: 'added', cells: [] }]]), removed: [gone], nameOf: (id) => id };
  const sheet = ledgerTable([after, house], occasion({ columns: ['code', 'name', 'status', 'owner'] }, { marks }));
  const records = rowsOf(sheet).flatMap((row) => (row.kind === 'record' ? [row] : []));

  it('tell in words what changed, and mark the cells and the new rows', () => {
    expect(labels(sheet)).toEqual(['序号', '编号', '名称', '状态', '权利人', '变化']);
    expect(records.map(({ cells, mark }) => [cells[5], mark])).toEqual([
      ['权利人：旧户 → 新户；状态：闲置 → 可招商；备注有改动', { kind: 'changed', columns: [3, 4, 5] }], ['新增', { kind: 'added', columns: [5] }],
    ]);
  });
  it('list what is gone at the end, where it counts in nothing', () => {
    const rows = rowsOf(sheet);
    const total = rows.findIndex((row) => row.kind === 'total');
    expect(rows.slice(total + 1, total + 3)).toEqual([{ kind: 'section', label: '已移除（1 宗，不计入合计）' }, { kind: 'removed', cells: [null, null, '茶坪礼堂', null, null, '移除'] }]);
    expect(rows.find((row) => row.kind === 'total' && row.label.includes('2 宗'))).toBeDefined();
  });
  it('have a legend with their numbers and the day', () => {
    expect(rowsOf(sheet).flatMap((row) => (row.kind === 'note' ? [row.label] : [])).join()).toContain('与 2026 年 3 月 1 日相比，新增 1 条（整行绿底），修改 1 条（改动的格黄底），移除 1 条');
  });
  it('tell the public of public fields alone', () => {
    expect(toldChange(change, false)?.cells.map(({ path }) => path)).toEqual(['status']);
    expect(toldChange({ ...change, cells: change.cells.filter(({ path }) => path === 'owner') }, false)).toBeUndefined();
  });
  it('call new to the public what had been taken off the shelf, and say nothing of such that are gone', () => {
    const back = recordChange({ noun: 'asset', id: wood.id, before: { ...wood, status: 'withdrawn' }, after })!;
    expect(toldChange(back, false)).toMatchObject({ kind: 'added', cells: [] });
    expect(toldChange(recordChange({ noun: 'asset', id: wood.id, before: { ...wood, status: 'withdrawn' }, after: null })!, false)).toBeUndefined();
    expect(toldChange(back, true)).toEqual(back);
  });
});

describe('the field notes', () => {
  const notes = ledgerTable([], occasion()).columnNotes ?? [];
  it('say of every column what it means, its unit, its choices and its readers', () => {
    expect(notes).toHaveLength(ledgerTable([], occasion()).head.columns.length - 1);
    expect(notes.filter(({ meaning, values, audience }) => meaning === '' || values === '' || audience === '').map(({ label }) => label)).toEqual([]);
    expect(notes.find(({ label }) => label === '状态')).toMatchObject({ values: statuses.words.map(({ label }) => label.zh).join('、'), audience: '公开' });
    expect(notes.find(({ label }) => label === '权利人')?.audience).toBe('内部');
    expect(notes.find(({ label }) => label === '联系人')?.audience).toBe('内部（个人信息）');
    expect(notes.find(({ label }) => label === '装机容量')).toMatchObject({ unit: 'kW', meaning: expect.stringContaining('有小计、合计') });
  });
  it('are there in English too, for projects as well', () => {
    for (const sheet of [ledgerTable([], occasion(undefined, { language: 'en' })), projectTable([], new Map(), occasion(undefined, { language: 'en' }))]) {
      for (const note of sheet.columnNotes ?? []) expect(Object.values(note).join(''), note.label).not.toMatch(/[\u4e00-\u9fff]/);
      expect((sheet.columnNotes ?? []).filter(({ meaning }) => meaning === '').map(({ label }) => label)).toEqual([]);
    }
  });
  it('make a sheet with a row for each column, of the registry alone', () => {
    const rows = [...fieldNotesTable(notes, occasion()).rows()];
    expect(rows.map((row) => (row.kind === 'record' ? row.cells[1] : null))).toEqual(notes.map(({ label }) => label));
    expect(assetFields.find(({ path }) => path === 'village')?.meaning?.zh).toBe(notes.find(({ label }) => label === '村')?.meaning);
  });
});

import { describe, expect, it } from 'vitest';
import { smallestPrintWidth } from '../../data/rules/export/fit.js';
import type { SheetRow, TableSheet } from '../../data/rules/export/sheet.js';
import { ledgerTable, projectTable } from '../../data/rules/export/table-model.js';
import type { TableOccasion } from '../../data/rules/export/table-occasion.js';
import { assetFields, fieldAt, isIn, projectFields } from '../../data/schema/fields.js';
import { anAsset, aProfile, aProject } from '../builders/export-records.js';

const occasion = (fields: Partial<TableOccasion> = {}): TableOccasion => ({ language: 'zh', internal: true, today: '2026-11-23', township: aProfile(), ...fields });
const rowsOf = (sheet: TableSheet) => [...sheet.rows()];
const cellsOf = (sheet: TableSheet, key: string) => {
  const position = sheet.head.columns.findIndex((column) => column.key === key);
  return rowsOf(sheet).flatMap((row) => (row.kind === 'record' ? [row.cells[position]] : []));
};
const pathsOf = (sheet: TableSheet) => new Set(sheet.head.columns.slice(1).map((column) => column.key.split('/')[0] ?? ''));
const labels = (rows: readonly SheetRow[]) => rows.flatMap((row) => ('label' in row ? [row.label] : []));

const wood = anAsset({ category: 'forest', name: '老鹰岩', code: 'SL-01', siteArea: 57566.67 });
const house = anAsset({ category: 'house', name: '竹坞老屋', code: 'NF-01', siteArea: 168, floorArea: 235.2 });

describe('the columns of a table', () => {
  it.each([['ledger', assetFields, ledgerTable([], occasion())], ['projects', projectFields, projectTable([], new Map(), occasion())]] as const)(
    'hold, in the internal %s, every field that the registry places in tables', (_name, fields, sheet) => {
      expect([...pathsOf(sheet)]).toEqual(expect.arrayContaining(fields.filter((entry) => isIn('table', entry)).map((entry) => entry.path)));
      expect(pathsOf(sheet)).toContain('contact');
    });
  it.each([['ledger', assetFields, ledgerTable([], occasion({ internal: false }))], ['projects', projectFields, projectTable([], new Map(), occasion({ internal: false }))]] as const)(
    'are, in the public %s, all of public fields', (_name, fields, sheet) => {
      for (const path of pathsOf(sheet)) expect(fieldAt(fields, path).audience, path).toBe('public');
    });
  it('stand under group headers that follow one another without a gap', () => {
    for (const sheet of [ledgerTable([], occasion()), projectTable([], new Map(), occasion())]) {
      const { groups, columns } = sheet.head;
      expect(groups.map((group) => group.from)).toEqual([1, ...groups.slice(0, -1).map((group) => group.to + 1)]);
      expect(groups.at(-1)?.to).toBe(columns.length - 1);
    }
  });
  it('are squeezed so far that an A3 page still reads', () => {
    for (const language of ['zh', 'en'] as const) {
      for (const sheet of [ledgerTable([], occasion({ language })), projectTable([], new Map(), occasion({ language }))]) {
        expect(sheet.head.columns.reduce((sum, column) => sum + column.width, 0)).toBeLessThanOrEqual(smallestPrintWidth + 0.01);
      }
    }
  });
});

describe('the ledger as a table', () => {
  const sheet = ledgerTable([house, wood], occasion());
  it('shows each area in the unit its category is known by', () => {
    expect(cellsOf(sheet, 'siteArea/mu')).toEqual([86.35, null]);
    expect(cellsOf(sheet, 'siteArea/m2')).toEqual([null, 168]);
  });
  it('has sections by category in the order of the vocabulary, with 小计 and 合计', () => {
    expect(labels(rowsOf(sheet)).slice(0, 5)).toEqual(['一、山林（1 宗）', '小计（1 宗）', '二、老房（1 宗）', '小计（1 宗）', '合计（2 宗）']);
  });
  it('numbers records through all sections', () => {
    expect(cellsOf(sheet, 'number')).toEqual([1, 2]);
  });
  it('keeps an order that a person asked for, and leaves out headings where they would break it', () => {
    const other = anAsset({ category: 'house', name: '另一老屋' });
    const sorted = ledgerTable([house, wood, other], occasion({ keepOrder: true }));
    expect(cellsOf(sorted, 'name')).toEqual(['竹坞老屋', '老鹰岩', '另一老屋']);
    expect(labels(rowsOf(sorted))[0]).toBe('合计（3 宗）');
    expect(labels(rowsOf(ledgerTable([house, other, wood], occasion({ keepOrder: true }))))[0]).toBe('一、老房（2 宗）');
  });
});

describe('the projects as a table', () => {
  const byId = new Map([wood, house].map((asset) => [asset.id, asset]));
  const tea = aProject({ name: '茶旅', sector: '农文旅融合', investment: 1200, assetIds: [wood.id, house.id] });
  const mill = aProject({ name: '粮仓', investment: 80.5, assetIds: [house.id] });
  const sheet = projectTable([mill, tea], byId, occasion());
  it('has sections by sector, those without one last', () => {
    expect(labels(rowsOf(sheet)).slice(0, 5)).toEqual(['一、农文旅融合（1 个）', '小计（1 个）', '二、未分产业（1 个）', '小计（1 个）', '合计（2 个）']);
  });
  it('names the linked assets and adds them up', () => {
    expect(cellsOf(sheet, 'assetIds/code')).toEqual(['SL-01、NF-01', 'NF-01']);
    expect(cellsOf(sheet, 'assetIds/count')).toEqual([2, 1]);
    expect(cellsOf(sheet, 'assetIds/floorArea')).toEqual([235.2, 235.2]);
  });
  it('says that an asset of two projects counts for each', () => {
    expect(labels(rowsOf(sheet)).find((label) => label.startsWith('注：'))).toContain('有 1 宗资产关联多个项目');
  });
  it('adds 小计 rows up to 合计', () => {
    const position = sheet.head.columns.findIndex((column) => column.key === 'investment');
    const sums = rowsOf(sheet).flatMap((row) => (row.kind === 'total' || row.kind === 'subtotal' ? [row.sums[position]] : []));
    expect(sums).toEqual([
      { value: 1200, spans: [[1, 1]] }, { value: 80.5, spans: [[4, 4]] }, { value: 1280.5, spans: [[2, 2], [5, 5]] },
    ]);
  });
  it('speaks English where asked, with English names', () => {
    const english = projectTable([aProject({ name: '茶旅', nameEn: 'Tea valley', stage: 'talking' })], byId, occasion({ language: 'en' }));
    expect(english.head.title).toBe('Shili: Investment Projects');
    expect(cellsOf(english, 'name')).toEqual(['Tea valley']);
    expect(cellsOf(english, 'stage')).toEqual(['In talks']);
  });
});

describe('the marks of a table', () => {
  it('tell internal from public and own data from the sample', () => {
    expect(ledgerTable([], occasion()).head.marks).toEqual(['内部资料　注意保管']);
    const { head } = ledgerTable([], occasion({ internal: false, township: aProfile({ sample: true }) }));
    expect(head.marks).toEqual(['公开版', '示例数据']);
    expect(head.internal).toBe(false);
  });
  it('give units and the day of making', () => {
    const { head } = projectTable([], new Map(), occasion());
    expect(head.unitLine).toBe('单位：万元、亩、㎡、kW');
    expect(head.dateLine).toBe('制表日期：2026 年 11 月 23 日');
  });
});

import { describe, expect, it } from 'vitest';
import { importReport, entryOf, goneWith, type ImportPlan } from '../../data/rules/import/import-plan.js';
import { createMatcher } from '../../data/rules/import/match-records.js';
import { readLinks, type Linkable } from '../../data/rules/import/links.js';
import { ulid } from '../../data/rules/identity.js';
import { recordSchemas, type LedgerData } from '../../data/schema/ledger.js';
import type { Asset } from '../../data/schema/asset.js';
import type { ImportRow } from '../../data/schema/import-plan.js';
import type { Project } from '../../data/schema/project.js';
import { gridOf, understandGrids, type GridCell } from '../builders/grids.js';

let made = 0;
const newId = () => ulid(1_700_000_000_000 + (made += 1), Array.from({ length: 16 }, (_, at) => at));
const emptyLedger: LedgerData = { profile: { name: { zh: '某乡', en: 'A township' }, villages: [], maps: [], sample: false }, assets: [], projects: [], tours: [] };

/** Plans rows of one or several files against a ledger; each file is one sheet. */
function plan(files: readonly { file: string; sheet?: string; rows: readonly (readonly GridCell[])[] }[], ledger: LedgerData = emptyLedger): ImportPlan {
  const matcher = createMatcher({ files, newId, at: '2026-11-01T00:00:00.000Z' });
  for (const asset of ledger.assets) matcher.know('asset', asset);
  for (const project of ledger.projects) matcher.know('project', project);
  const drafts = files.flatMap((file, at) => understandGrids([gridOf(file.rows, { name: file.sheet ?? '山林' })]).drafts.map((draft) => ({ ...draft, file: at })));
  const rows: ImportRow[][] = files.map(() => []);
  for (const draft of drafts) rows[draft.file]?.push(matcher.take(draft));
  for (const draft of drafts.filter((entry) => entry.noun === 'project')) {
    const list = rows[draft.file] as ImportRow[];
    const place = list.findIndex((row) => row.row === draft.row);
    list[place] = matcher.link(draft, list[place] as ImportRow);
  }
  const counts = { new: 0, changed: 0, same: 0, doubtful: 0, refused: 0 };
  return { files: files.map((file) => ({ file: file.file, format: 'xlsx', sheets: [], counts })), rows, raws: [], records: matcher.records, photos: [], unusablePhotos: new Set(), decisions: [] };
}

function applied(done: ImportPlan, ledger: LedgerData = emptyLedger, skip: ReadonlySet<string> = new Set()): LedgerData {
  const entries = done.records.flatMap((record) => entryOf(record, skip, goneWith(done, skip), { at: '2026-11-02T00:00:00.000Z', by: '甲' }) ?? []);
  const replaced = <R extends { id: string }>(noun: string, list: readonly R[]) => [...list.filter((record) => !entries.some((entry) => entry.id === record.id)), ...entries.filter((entry) => entry.noun === noun).map((entry) => entry.after as R)];
  const data = { ...ledger, assets: replaced<Asset>('asset', ledger.assets), projects: replaced<Project>('project', ledger.projects) };
  for (const asset of data.assets) recordSchemas.asset.parse(asset);
  for (const project of data.projects) recordSchemas.project.parse(project);
  return data;
}
const outcomes = (done: ImportPlan, file = 0) => done.rows[file]?.map((row) => [row.row, row.outcome, ...row.doubts.map((entry) => entry.code)]);
const header = ['编号', '名称', '所在村', '面积（亩）', '权证编号', '现状', '联系人及电话', '备注'];

describe('rows compared with one another', () => {
  it('are not created twice under one code, nor under one name in one village', () => {
    const done = plan([{ file: 'a.xlsx', rows: [header,
      ['S-1', '后山杉木林', '大源村', 10, '证1', '闲置', '张某 19911110001', null],
      ['S-1', '后山杉木林（重报）', '大源村', 30, null, '闲置', '张某 19911110001', null],
      ['S-9', '后山杉木林', '大源村', 10, '证1', '闲置', '张某 19911110001', null],
      [null, '后山杉木林', '大源村', 10, null, '闲置', null, null]] }]);
    expect(outcomes(done)).toEqual([[2, 'new'], [3, 'same', 'duplicate_code'], [4, 'same', 'duplicate_name'], [5, 'same', 'code_missing', 'duplicate_name']]);
    expect(applied(done).assets).toMatchObject([{ code: 'S-1', siteArea: 6666.67 }]);
  });
  it('that share a code but are different things are both kept and both marked', () => {
    const done = plan([{ file: 'a.xlsx', rows: [header,
      ['Q-1', '旧村办公楼', '大源村', 10, '证1', '闲置', '张某 19911110001', null],
      ['Q-1', '旧小学校舍', '下坑村', 3, '证2', '闲置', '李某 19911110002', null],
      ['Q-2', '大源12号房', '大源村', 1, '证3', '闲置', '王某 19911110003', null],
      ['Q-2', '大源72号房', '大源村', 2, '证4', '闲置', '赵某 19911110004', null]] }]);
    expect(outcomes(done)).toEqual([[2, 'new', 'code_conflict'], [3, 'new', 'code_conflict'], [4, 'new', 'code_conflict'], [5, 'new', 'code_conflict']]);
    const ledger = applied(done);
    expect(outcomes(plan([{ file: 'a.xlsx', rows: [header, ['Q-1', '旧小学校舍', '下坑村', 3, '证2', '闲置', '李某 19911110002', null]] }], ledger))).toEqual([[2, 'same', 'code_conflict']]);
  });
  it('of the same name in other villages, or plainly of other land, are kept apart', () => {
    const done = plan([{ file: 'a.xlsx', rows: [header,
      ['S-1', '毛竹林', '大源村', 10, '证1', '闲置', '张某 19911110001', null],
      ['S-2', '毛竹林', '下坑村', 10, '证2', '闲置', '李某 19911110002', null],
      ['S-3', '毛竹林', '大源村', 90, '证3', '闲置', '王某 19911110003', null]] }]);
    expect(outcomes(done)).toEqual([[2, 'new'], [3, 'new'], [4, 'new', 'same_name']]);
  });
  it('know a code however it is written', () => {
    const done = plan([{ file: 'a.xlsx', rows: [header, ['SL-2024-001', '甲山', '大源村', 1, null, '闲置', null, null], ['SL-2024-002', '乙山', '大源村', 1, null, '闲置', null, null], ['SL-2024-003', '丙山', '大源村', 1, null, '闲置', null, null]] },
      { file: 'b.xlsx', rows: [header, ['sl－2024－001', '甲山', '大源村', 1, null, '闲置', null, '近路']] }]);
    expect(outcomes(done, 1)).toEqual([[2, 'changed']]);
    expect(applied(done).assets).toHaveLength(3);
  });
});

describe('rows compared with the ledger', () => {
  const rows = [header, ['S-1', '后山', '大源村', 10, '证1', '闲置', '张某 19911110001', '近路'], ['S-2', '前山', '下坑村', '约20', '证2', '洽谈中', '李某 19911110002', null]] as const;
  const first = () => applied(plan([{ file: 'a.xlsx', rows }]));
  it('add nothing and change nothing when imported again', () => {
    const again = plan([{ file: 'a.xlsx', rows }], first());
    expect(again.rows[0]?.map((row) => row.outcome)).toEqual(['same', 'same']);
    expect(again.records).toEqual([]);
  });
  it('change what the same table now says differently, and no more; a blank cell never erases', () => {
    const ledger = first();
    const done = plan([{ file: 'a.xlsx', rows: [header, ['S-1', '后山', '大源村', null, '证1', '已出租', null, null]] }], ledger);
    expect(done.rows[0]?.[0]?.cells).toEqual([{ path: 'status', before: 'idle', after: 'leased' }, { path: 'statusText', before: '闲置', after: '已出租' }]);
    expect(applied(done, ledger).assets.find((asset) => asset.code === 'S-1')).toMatchObject({ siteArea: 6666.67, status: 'leased', contact: { name: '张某' }, notes: '近路' });
  });
  it('do not take back an edit when the row itself has not changed', () => {
    const ledger = first();
    const edited = { ...ledger, assets: ledger.assets.map((asset) => (asset.code === 'S-1' ? { ...asset, status: 'leased' as const } : asset)) };
    expect(plan([{ file: 'a.xlsx', rows }], edited).records).toEqual([]);
  });
  it('of a narrower table fill gaps, but where they disagree the broader table stands', () => {
    const ledger = first();
    const done = plan([{ file: 'b.xlsx', rows: [['编号', '名称', '所在村', '面积（亩）', '林种'], ['S-1', '后山', '大源村', 50, '杉木']] }], ledger);
    expect(outcomes(done)).toEqual([[2, 'changed', 'conflict']]);
    expect(applied(done, ledger).assets.find((asset) => asset.code === 'S-1')).toMatchObject({ siteArea: 6666.67, detail: { treeSpecies: '杉木' } });
  });
  it('of a broader table are believed, and the change is told', () => {
    const ledger = first();
    const broad = [...header, '林种', '小地名', '郁闭度', '坡度'];
    const done = plan([{ file: 'b.xlsx', rows: [broad, ['S-1', '后山', '大源村', 50, '证1', '闲置', '张某 19911110001', '近路', '杉木', '上屋', 0.7, '陡']] }], ledger);
    expect(outcomes(done)).toEqual([[2, 'changed', 'replaced']]);
    expect(applied(done, ledger).assets.find((asset) => asset.code === 'S-1')).toMatchObject({ siteArea: 33333.33 });
  });
});

describe('rows that a person leaves out', () => {
  it('are not made, and no project points at them', () => {
    const done = plan([
      { file: 'a.xlsx', rows: [header, ['S-1', '后山', '大源村', 10, null, '闲置', null, null], ['S-2', '前山', '大源村', 10, null, '闲置', null, null]] },
      { file: 'p.xlsx', sheet: '项目', rows: [['编号', '项目名称', '建设地点', '总投资（万元）', '关联资产编号'], ['P1', '民宿', '大源村', 100, 'S-1、S-2']] },
    ]);
    const ledger = applied(done, emptyLedger, new Set(['0:山林:2']));
    expect(ledger.assets.map((asset) => asset.code)).toEqual(['S-2']);
    expect(ledger.projects[0]?.assetIds).toEqual([ledger.assets[0]?.id]);
  });
});

describe('links of a project', () => {
  const assets: Linkable[] = [{ id: '1', code: 'NF-2024-001', name: '大源1号农房', village: '大源村' }, { id: '2', code: 'NF-2024-002', name: '原茶厂', village: '大源村' }, { id: '3', code: 'NF-2024-003', name: '原茶厂', village: '下坑村' }, { id: '4', code: 'QT-1', name: '旧校舍', village: '下坑村' }, { id: '5', code: 'QT-1', name: '旧粮站', village: '大源村' }];
  const plainCode = (code: string) => code.replace(/\W/g, '').toUpperCase();
  const index = { byCode: (key: string) => assets.filter((asset) => plainCode(asset.code ?? '') === key), byName: (key: string) => assets.filter((asset) => asset.name === key) };
  const ids = (words: string, place = '') => readLinks(words, place, index).ids;
  it.each(['NF-2024-001、NF-2024-002', 'NF-2024-001，NF-2024-002', 'NF-2024-001;NF-2024-002', 'NF-2024-001\nNF-2024-002', 'NF-2024-001 nf－2024－002', 'NF-2024-001/NF-2024-002', 'NF-2024-001和NF-2024-002', 'NF-2024-001~002', 'NF-2024-001大源1号农房、NF-2024-002（原茶厂）'])('are read from %j', (words) => {
    expect(ids(words)).toEqual(['1', '2']);
  });
  it('by name are told apart by the place of the project', () => {
    expect(readLinks('原茶厂', '下坑村、石门村', index)).toMatchObject({ ids: ['3'], byName: ['原茶厂'] });
    expect(readLinks('原茶厂', '石门村', index)).toMatchObject({ ids: [], ambiguous: ['原茶厂'] });
  });
  it('by a code that fits two assets are left open, unless the name stands beside it', () => {
    expect(readLinks('QT-1', '下坑村', index)).toMatchObject({ ids: [], ambiguous: ['QT-1'] });
    expect(ids('QT-1（旧粮站）')).toEqual(['5']);
  });
  it('that lead nowhere are told, and 无 is not one', () => {
    expect(readLinks('QT-099、无', '', index)).toMatchObject({ ids: [], unresolved: ['QT-099'] });
  });
});

describe('the report', () => {
  it('names sheet, row, field and reason of every doubt and refusal', () => {
    const done = plan([{ file: 'a.xlsx', rows: [header, ['S-1', '后山', '大源村', '待测', null, '再议', null, null], [null, null, null, 5, null, null, null, null]] }]);
    expect(importReport(done).files[0]).toMatchObject({
      file: 'a.xlsx',
      doubtful: [{ sheet: '山林', row: 2, field: 'siteArea', reason: expect.stringContaining('待测') }, { sheet: '山林', row: 2, field: 'status', reason: expect.stringContaining('再议') }],
      refused: [{ sheet: '山林', row: 3, reason: expect.stringContaining('无法识别') }],
    });
    expect(applied(done).assets[0]).toMatchObject({ name: '后山', statusText: '再议', siteAreaText: '待测' });
    expect(applied(done).assets[0]?.status).toBeUndefined();
  });
});

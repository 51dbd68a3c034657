import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applyChange } from '../../data/rules/apply-change.js';
import { FailureError } from '../../data/schema/failure.js';
import { recordSchemas, type LedgerData } from '../../data/schema/ledger.js';
import { changeOf, importReport, planImport, type ImportPlan, type PlanOptions } from '../../electron/services/import/run-import.js';
import { bundleForNode } from '../builders/bundle.js';
import { gbkBytes } from '../builders/encoded-text.js';
import { zipOf } from '../builders/zip-bytes.js';
import { streamProjects, streamTownship, workbookBytes } from '../builders/workbooks.js';

const emptyLedger: LedgerData = { profile: { name: { zh: '溪源镇', en: 'Xiyuan' }, villages: [], maps: [], sample: false }, assets: [], projects: [], tours: [] };
let folder = '';
let workerFile = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xishan-import-'));
  workerFile = await bundleForNode('electron/services/import/import-worker.ts');
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await rm(workerFile, { force: true });
});

async function saved(name: string, bytes: Uint8Array | string) {
  const path = join(folder, createHash('sha1').update(name).digest('hex'));
  await writeFile(path, bytes);
  return { name, path };
}
const plan = (files: readonly { name: string; path: string }[], data = emptyLedger, more: Partial<PlanOptions> = {}) => planImport(files, { data }, { now: new Date('2026-11-01T00:00:00Z'), workerFile, ...more });
async function applied(done: ImportPlan, data = emptyLedger): Promise<LedgerData> {
  const after = applyChange(data, { entries: await changeOf(done, new Set(), { at: '2026-11-01T00:00:00.000Z', by: '甲' }) });
  for (const asset of after.assets) recordSchemas.asset.parse(asset);
  for (const project of after.projects) recordSchemas.project.parse(project);
  return after;
}
async function failureOf(promise: Promise<unknown>) {
  const error = await promise.then(() => undefined, (reason: unknown) => reason);
  expect(error).toBeInstanceOf(FailureError);
  return (error as FailureError).failure;
}

describe('a ledger workbook and a project list', () => {
  const files = async () => [await saved('闲置资产.xlsx', workbookBytes(streamTownship)), await saved('项目.xlsx', workbookBytes(streamProjects))];
  it('are read as an office means them', async () => {
    const done = await plan(await files());
    const ledger = await applied(done);
    expect(done.files.map((file) => file.counts)).toMatchObject([{ new: 8, same: 1, refused: 2 }, { new: 4, same: 1, refused: 0 }]);
    expect(ledger.assets.map((asset) => [asset.code, asset.name, asset.category, asset.village])).toEqual([
      ['XY-LD-001', '后山杉木林', 'forest', '大源村'], ['XY-LD-002', '岙里毛竹林', 'forest', '大源村'], ['XY-LD-003', '屏风山松木林', 'forest', '下坑村'], ['XY-LD-004', '石壁油茶林', 'forest', '下坑村'],
      ['XY-LD-006', '枫树湾阔叶林', 'forest', '上塘村'], ['XY-LT-001', '大源文化礼堂', 'hall', '大源村'], ['XY-LT-002', '下坑祠堂', 'hall', '下坑村'], ['XY-LT-002', '上塘老年活动室', 'hall', '上塘村'],
    ].map((row) => (row[0] === 'XY-LD-006' ? [undefined, ...row.slice(1)] : row)));
    expect(ledger.assets[0]).toMatchObject({
      siteArea: 388666.67, siteAreaText: '583亩', detail: { treeSpecies: '杉木' }, location: { lng: 119.923655, lat: 29.835438 }, status: 'negotiating', statusText: '洽谈中', idleSince: '2017-09',
      price: { yuan: 290, basis: 'mu-year' }, priceText: '290元/亩·年', contact: { name: '大源村经济合作社', phone: '19911110001' }, notes: '近村道\n可通小车', source: { file: '闲置资产.xlsx', sheet: '林地', row: 8 },
    });
    expect(ledger.assets[1]).toMatchObject({ siteArea: 240000, idleSince: '2016-05' });
    expect(ledger.assets[2]?.siteArea).toBeUndefined();
    expect(ledger.assets[3]).toMatchObject({ siteArea: 249670, status: 'leased', price: { yuan: 200, basis: 'mu-year' } });
    expect(ledger.assets[5]).toMatchObject({ siteArea: 673, floorArea: 333.33, status: 'operating', price: { yuan: 46000, basis: 'year' }, detail: { builtYear: 1979 } });
    expect(ledger.assets[6]).toMatchObject({ detail: { protection: '县级文保点' }, price: { yuan: 5000, basis: 'year' } });
    expect(ledger.projects.map((project) => [project.name, project.sector, project.horizon, project.stage, project.investment, project.assetIds.length])).toEqual([
      ['大源研学营地项目', '农文旅融合', 'near', 'talking', 2300, 2], ['下坑山房项目', '农文旅融合', undefined, 'signed', 480, 1], ['礼堂改造项目', '公共服务', 'far', 'planning', undefined, 0], ['老年食堂项目', '公共服务', 'far', 'building', undefined, 0],
    ]);
  });
  it('are reported row by row with every reason', async () => {
    const report = importReport(await plan(await files())).files;
    const rows = (at: number, kind: 'doubtful' | 'refused') => [...new Set(report[at]?.[kind].map((entry) => `${entry.sheet} ${entry.row}`))];
    expect(rows(0, 'refused')).toEqual(['林地 13', '林地 14']);
    expect(rows(0, 'doubtful')).toEqual(['林地 9', '林地 10', '林地 11', '林地 12', '林地 15', '公共用房 4', '公共用房 5', '公共用房 6']);
    expect(rows(1, 'doubtful')).toEqual(['Sheet1 5', 'Sheet1 6', 'Sheet1 9', 'Sheet1 10', 'Sheet1 11']);
    expect(report[0]?.sheets.map((sheet) => [sheet.name, sheet.noun])).toEqual([['统计表', null], ['选项', null], ['林地', 'asset'], ['公共用房', 'asset']]);
  });
  it('add and change nothing the second time, alone or together', async () => {
    const named = await files();
    const ledger = await applied(await plan(named));
    const again = await plan(named, ledger);
    expect(again.records).toEqual([]);
    expect(again.files.map((file) => file.counts.new + file.counts.changed)).toEqual([0, 0]);
    expect((await plan([named[1] as { name: string; path: string }], ledger)).records).toEqual([]);
  });
  it('read the same from .xls', async () => {
    const done = await plan([await saved('老格式.xlsx', workbookBytes(streamTownship, 'biff8'))]);
    expect(done.files[0]).toMatchObject({ format: 'xls', counts: { new: 8, same: 1, refused: 2 } });
  });
});

describe('text tables', () => {
  const lines = '编号,房屋名称,所在村,宅基地面积(㎡),招商状态,租金(元/年),联系电话,"坐标(经度,纬度)",备注\r\nF-1,大源1号农房,大源村,169,可招商,面议,19911110001,"119.889351,29.827633","长租，""整栋""优先\n近路"\r\n,,,,,,,,\r\n合计,,,169,,,,,\r\n';
  it('are read as GBK, as UTF-8 and as UTF-8 with a mark, and are one record', async () => {
    const gbk = Buffer.from(lines, 'utf8');
    const encoded = await saved('gbk.csv', gbkBytes(lines));
    const done = await plan([encoded, await saved('utf8.csv', gbk), await saved('bom.csv', `\ufeff${lines}`)]);
    expect(done.files.map((file) => [file.format, file.counts.new, file.counts.same])).toEqual([['csv', 1, 0], ['csv', 0, 1], ['csv', 0, 1]]);
    expect((await applied(done)).assets[0]).toMatchObject({ code: 'F-1', category: 'house', siteArea: 169, status: 'available', notes: '长租，"整栋"优先\n近路', location: { lng: 119.889351, lat: 29.827633 } });
  });
  it('keep what looks like a formula as text, and flag an area below 0', async () => {
    const done = await plan([await saved('公式.csv', '"资产名称","所在村","面积(亩)","备注"\n"=HYPERLINK(""http://example.invalid"")","大源村","12.5","=1+1"\n"+SUM(1,2)","下坑村","-5","@SUM(1)"\n')]);
    const { assets } = await applied(done);
    expect(assets.map((asset) => [asset.name, asset.notes])).toEqual([['=HYPERLINK("http://example.invalid")', '=1+1'], ['+SUM(1,2)', '@SUM(1)']]);
    expect(done.rows[0]?.[1]?.doubts.map((entry) => entry.code)).toEqual(expect.arrayContaining(['area_invalid', 'formula_text']));
  });
  it('of web pages saved as .xls lose their scripts', async () => {
    const done = await plan([await saved('网页.xls', '<html><head><meta charset="utf-8"></head><body><table><tr><th>资产名称</th><th>所在村</th><th>面积（亩）</th></tr><tr><td>某地<script>window.x=1</script></td><td>大源村</td><td>8.6</td></tr></table></body></html>')]);
    expect(done.files[0]?.format).toBe('html');
    expect((await applied(done)).assets[0]).toMatchObject({ name: '某地', siteArea: 5733.33 });
  });
  it('of sixty thousand rows come whole, with progress', async () => {
    const rows = Array.from({ length: 60_000 }, (_, at) => `DL-${String(at + 1).padStart(5, '0')},大表地块${at + 1},${['大源村', '下坑村'][at % 2]},${(at % 90) + 1},${119.9 + (at % 100) / 1000},${29.8 + (at % 77) / 1000}`);
    const steps = new Set<string>();
    const done = await plan([await saved('大表.csv', `编号,资产名称,所在村,面积(亩),经度,纬度\n${rows.join('\n')}\n`)], emptyLedger, { onProgress: (_done, _total, step) => steps.add(step.en) });
    expect(done.files[0]?.counts).toMatchObject({ new: 60_000, refused: 0 });
    expect([...steps]).toEqual(expect.arrayContaining(['Comparing with the ledger']));
  });
});

describe('a file that cannot be read', () => {
  it.each([
    ['空.xlsx', () => Buffer.alloc(0), '空文件'],
    ['图.kml', () => Buffer.from('<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"></kml>'), '没有记录'],
    ['点.geojson', () => Buffer.from('{"type":"FeatureCollection","features":[]}'), '没有记录'],
    ['乱.xlsx', () => Buffer.from([1, 2, 3, 0, 5, 6]), '不是认识的格式'],
    ['断.xlsx', () => workbookBytes(streamTownship).subarray(0, 2_000), '损坏'],
    ['文字.txt', () => Buffer.from('今天天气很好\n明天也好\n'), '没有可导入的明细'],
    ['越界.zip', () => zipOf([{ name: '../../outside.txt', bytes: Buffer.from('x') }]), '../../outside.txt'],
    ['炸弹.zip', () => zipOf([{ name: 'xl/workbook.xml', bytes: Buffer.from('x'), claimed: 600 * 2 ** 20 }]), '512 MB'],
    ['撒谎.xlsx', () => zipOf([{ name: 'xl/workbook.xml', bytes: Buffer.alloc(100_000), claimed: 10 }]), '声明的大小'],
    ['实体.xlsx', () => zipOf([{ name: 'xl/workbook.xml', bytes: Buffer.from('<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>') }]), '实体'],
    ['表格.docx', () => zipOf([{ name: 'word/document.xml', bytes: Buffer.from('<x/>') }]), 'Word'],
  ])('%s is refused with a sentence that names it', async (name, bytes, why) => {
    const failure = await failureOf(plan([await saved(name, bytes())]));
    expect(['unreadable-file', 'too-large']).toContain(failure.code);
    expect(failure.message.zh).toContain(name);
    expect(failure.message.zh).toContain(why);
    expect(failure.place?.file).toBe(name);
  });
  it('does not keep the others from being planned', async () => {
    const done = await plan([await saved('空.xlsx', Buffer.alloc(0)), await saved('闲置资产.xlsx', workbookBytes(streamTownship))]);
    expect(done.files[0]?.refusal?.code).toBe('unreadable-file');
    expect(done.files[1]?.counts.new).toBe(8);
  });
  it('with one cell in the last corner is read all the same', async () => {
    const sheet = `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>名称</t></is></c><c r="B1" t="inlineStr"><is><t>所在村</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>后山</t></is></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>`;
    const done = await plan([await saved('远.xlsx', bareWorkbook(sheet))]);
    expect(done.rows[0]?.map((row) => row.name)).toEqual(['后山']);
  });
  it('leaves its own bytes alone', async () => {
    const file = await saved('空表.csv', '甲,乙\n');
    await failureOf(plan([file]));
    expect(await readFile(file.path, 'utf8')).toBe('甲,乙\n');
  });
});

describe('an import under way', () => {
  it('can be cancelled', async () => {
    const control = new AbortController();
    const running = plan([await saved('闲置资产.xlsx', workbookBytes(streamTownship))], emptyLedger, { signal: control.signal });
    control.abort();
    expect((await failureOf(running)).code).toBe('cancelled');
  });
  it('is stopped when the worker says nothing any more', async () => {
    const idle = join(folder, 'idle.mjs');
    await writeFile(idle, 'setInterval(() => {}, 1000);');
    const failure = await failureOf(plan([await saved('闲置资产.xlsx', workbookBytes(streamTownship))], emptyLedger, { workerFile: idle, patience: 200 }));
    expect(failure).toMatchObject({ code: 'too-large', place: { file: '闲置资产.xlsx' } });
  });
});

/** A workbook whose one sheet is this XML. */
function bareWorkbook(sheet: string): Buffer {
  const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  return zipOf(Object.entries({
    '[Content_Types].xml': '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
    '_rels/.rels': `<?xml version="1.0"?><Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<?xml version="1.0"?><workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="林地" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<?xml version="1.0"?><Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': sheet,
  }).map(([name, words]) => ({ name, bytes: Buffer.from(words) })));
}

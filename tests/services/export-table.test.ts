import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as XLSX from '@e965/xlsx';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TableRequest } from '../../data/contract.js';
import { formatArea, formatNumber } from '../../data/rules/format.js';
import { projectTotals } from '../../data/rules/totals.js';
import type { LedgerData } from '../../data/schema/ledger.js';
import { FailureError, type Failure } from '../../data/schema/failure.js';
import { exportTable } from '../../electron/services/export/export-table.js';
import { bundleForNode } from '../builders/bundle.js';
import { aLedger, anAsset, aProfile, aProject } from '../builders/export-records.js';
import { unpacked } from '../builders/unpacked.js';

let workerFile: string;
let folder: string;
beforeAll(async () => { workerFile = await bundleForNode(fileURLToPath(new URL('../../electron/services/export/export-worker.ts', import.meta.url))); });
afterAll(() => rm(workerFile, { force: true }));
beforeEach(async () => { folder = await mkdtemp(join(tmpdir(), 'xishan-export-')); });
afterEach(() => rm(folder, { recursive: true, force: true }));

const request = (fields: Partial<TableRequest> = {}): TableRequest => ({ kind: 'projects', format: 'xlsx', audience: 'internal', language: 'zh', encoding: 'utf-8', ...fields });
const run = (data: LedgerData, fields: Partial<TableRequest> = {}, more: Partial<Parameters<typeof exportTable>[2]> = {}) =>
  exportTable(request(fields), data, { folder, today: '2026-11-23', workerFile, ...more });
const failureOf = async (work: Promise<unknown>): Promise<Failure> => {
  const error = await work.then(() => undefined, (reason: unknown) => reason);
  if (!(error instanceof FailureError)) throw new Error(`expected a failure, got ${String(error)}`);
  return error.failure;
};

const wood = anAsset({ code: 'SL-01', name: '老鹰岩杉木林', village: '竹坞村', category: 'forest', siteArea: 57612.35, status: 'available', price: { yuan: 290, basis: 'mu-year' }, idleSince: '2017-09', cooperation: ['lease', 'equity'] });
const station = anAsset({ code: 'SD-01', name: '青枫岭二级电站', category: 'hydropower', floorArea: 120.5, status: 'idle', detail: { capacityKw: 1010 } });
const hidden = anAsset({ code: 'LT-09', name: '已撤回的会堂', category: 'hall', status: 'withdrawn', floorArea: 700 });
const camp = aProject({ code: 'XM-001', name: '稻田研学营地', sector: '农文旅融合', content: '利用连片水田开展农耕研学', investment: 2300, stage: 'talking', horizon: 'near', assetIds: [wood.id, hidden.id], officer: '何某（乡长）', progress: '对接中', contact: { name: '陈某', phone: '19900001210' } });
const mill = aProject({ code: 'XM-002', name: '粮仓书屋', sector: '农文旅融合', investment: 80.5, assetIds: [station.id] });
const grid = aProject({ code: 'XM-003', name: '小水电增效', sector: '清洁能源', investment: 12000, assetIds: [station.id] });
const ledger = aLedger({ assets: [wood, station, hidden], projects: [camp, mill, grid], tours: [] });

/** A workbook as another library reads it: rows of raw values by header, and whatever else tests ask for. */
async function opened(file: string) {
  const book = XLSX.read(await readFile(file), { cellFormula: true, cellNF: true, cellText: true });
  const sheet = book.Sheets[book.SheetNames[0] ?? ''] as XLSX.WorkSheet;
  const grid = XLSX.utils.sheet_to_json<unknown[]>(sheet, { header: 1, defval: null });
  const headers = (grid[3] ?? []).map((label, index) => String(label ?? grid[2]?.[index] ?? '').replace(/\n/g, ''));
  const records = grid.flatMap((cells, row) => (row > 3 && typeof cells[0] === 'number'
    ? [{ row, cells: Object.fromEntries(headers.map((header, index) => [header, cells[index]])) as Record<string, unknown> }] : []));
  const shown = (row: number, header: string) => (sheet[XLSX.utils.encode_cell({ r: row, c: headers.indexOf(header) })] as XLSX.CellObject | undefined)?.w;
  const rowOf = (label: string) => grid.findIndex((cells) => String(cells[0] ?? '').startsWith(label));
  return { sheet, grid, headers, records, shown, rowOf };
}

describe('the project table as a workbook', () => {
  it('holds, for another reader, exactly the values of the records as they are shown', async () => {
    const { records, shown } = await opened((await run(ledger)).file);
    expect(records.map(({ cells }) => cells['项目名称'])).toEqual(['稻田研学营地', '粮仓书屋', '小水电增效']);
    expect(records[0]?.cells).toMatchObject({
      项目编号: 'XM-001', '建设内容及规模': '利用连片水田开展农耕研学', '总投资（万元）': 2300, '近期/远期': '近期可落地', 产业: '农文旅融合', 阶段: '洽谈',
      资产编号: 'SL-01\nLT-09', 资产名称: '老鹰岩杉木林\n已撤回的会堂', '资产数（宗）': 2, '建筑面积（㎡）': 700,
      责任领导: '何某（乡长）', 进展: '对接中', 联系人: '陈某', 联系人电话: '19900001210',
    });
    expect(shown(records[0]?.row ?? 0, '占地面积（亩）')).toBe(formatArea(57612.35, 'forest', 'zh').value);
    expect(shown(records[2]?.row ?? 0, '总投资（万元）')).toBe(formatNumber(12000));
  });

  it('adds up in live formulas, with results equal to the totals of the rules', async () => {
    const { sheet, headers, rowOf, records } = await opened((await run(ledger)).file);
    const total = rowOf('合计');
    const cell = (row: number, header: string) => sheet[XLSX.utils.encode_cell({ r: row, c: headers.indexOf(header) })] as XLSX.CellObject;
    const invested = cell(total, '总投资（万元）');
    expect(invested.v).toBe(2300 + 80.5 + 12000);
    // Each formula, worked out from the cells it names, gives the result that is stored with it.
    const sumOf = (formula: string): number => formula.replace(/^SUM\(|\)$/g, '').split(',').reduce((sum, part) => {
      const { s, e } = XLSX.utils.decode_range(part);
      let all = sum;
      for (let row = s.r; row <= e.r; row += 1) {
        const found = sheet[XLSX.utils.encode_cell({ r: row, c: s.c })] as XLSX.CellObject | undefined;
        if (found) all += found.f ? sumOf(found.f) : typeof found.v === 'number' ? found.v : 0;
      }
      return all;
    }, 0);
    const byId = new Map(ledger.assets.map((asset) => [asset.id, asset]));
    for (const header of ['总投资（万元）', '资产数（宗）', '占地面积（亩）', '建筑面积（㎡）', '装机容量（kW）']) {
      expect(sumOf(cell(total, header).f ?? ''), header).toBeCloseTo(cell(total, header).v as number, 6);
    }
    const floors = ledger.projects.reduce((sum, project) => sum + projectTotals(project, byId).floorArea, 0);
    expect(cell(total, '建筑面积（㎡）').v).toBe(floors);
    expect(records).toHaveLength(3);
  });

  it('has a merged title, merged group headers over their columns, and section headings', async () => {
    const { sheet, grid, headers, rowOf } = await opened((await run(ledger)).file);
    const merges = (sheet['!merges'] ?? []).map((range) => XLSX.utils.encode_range(range));
    const lastColumn = XLSX.utils.encode_col(headers.length - 1);
    expect(grid[0]?.[0]).toBe('示例乡招商项目一览表');
    expect(merges).toContain(`A1:${lastColumn}1`);
    for (const label of ['基本情况', '招商信息', '关联资产', '推进与联系']) {
      const column = grid[2]?.indexOf(label) ?? -1;
      expect(merges.some((range) => range.startsWith(`${XLSX.utils.encode_col(column)}3:`) && range.endsWith('3')), label).toBe(true);
    }
    expect(rowOf('一、农文旅融合（2 个）')).toBe(4);
    expect(rowOf('二、清洁能源（1 个）')).toBeGreaterThan(5);
    expect(grid[1]?.some((cell) => String(cell).includes('单位：万元、亩、㎡、kW') && String(cell).includes('制表日期：2026 年 11 月 23 日'))).toBe(true);
  });

  it('prints on A3 across, one page wide, with its headers on every page and page numbers', async () => {
    const parts = await unpacked((await run(ledger)).file);
    const sheet = parts.get('xl/worksheets/sheet1.xml')?.toString() ?? '';
    expect(sheet).toMatch(/<pageSetup [^>]*paperSize="8"[^>]*orientation="landscape"[^>]*fitToWidth="1"[^>]*fitToHeight="0"/);
    expect(sheet).toContain('<pageSetUpPr fitToPage="1"/>');
    expect(sheet).toContain('第 &amp;P 页 共 &amp;N 页');
    expect(sheet).toContain('state="frozen"');
    expect(sheet).toMatch(/<autoFilter ref="A4:/);
    const book = parts.get('xl/workbook.xml')?.toString() ?? '';
    expect(book).toMatch(/_xlnm\.Print_Titles"[^>]*>[^<]*\$3:\$4</);
    expect(book).toMatch(/_xlnm\.Print_Area"[^>]*>[^<]*\$A\$1:\$[A-Z]+\$\d+</);
    expect(parts.get('docProps/core.xml')?.toString()).toContain('<dc:creator>溪山 Xishan</dc:creator>');
  });

  it('marks the internal edition on the sheet, in its page header and in its name, and the sample too', async () => {
    const { file, name } = await run({ ...ledger, profile: aProfile({ sample: true }) });
    expect(name).toBe('示例乡招商项目一览表（内部资料）2026-11-23.xlsx');
    const { grid } = await opened(file);
    expect(grid[1]?.[0]).toBe('内部资料　注意保管　　示例数据');
    expect((await unpacked(file)).get('xl/worksheets/sheet1.xml')?.toString()).toMatch(/<oddHeader>[^<]*内部资料[^<]*示例数据/);
    expect((await opened((await run(ledger, { audience: 'public' })).file)).grid[1]?.[0]).toBe('公开版');
  });

  it('keeps text that looks like a formula as text, and odd signs as they are', async () => {
    const odd = ['=1+1', '+cmd', '-2+3', '@SUM(A1)', '＝1', '\t=1', '第一行\n=2', '_x0041_', '<b>&"\'', '😀𠮷'];
    const { sheet, records } = await opened((await run(aLedger({ projects: odd.map((name) => aProject({ name, location: name })) }))).file);
    expect(records.map(({ cells }) => cells['项目名称'])).toEqual(odd);
    for (const { row } of records) expect((sheet[XLSX.utils.encode_cell({ r: row, c: 2 })] as XLSX.CellObject).t).toBe('s');
    expect(Object.values(sheet).filter((cell: XLSX.CellObject) => cell.f && !cell.f.startsWith('SUM('))).toEqual([]);
  });

  it('can be made of a ledger without projects', async () => {
    const { records, rowOf } = await opened((await run(aLedger())).file);
    expect(records).toEqual([]);
    expect(rowOf('合计（0 个）')).toBe(4);
  });

  it('holds the records asked for in that order, and says how many are gone', async () => {
    const { file, notices } = await run(ledger, { ids: [grid.id, camp.id, 'gone'] });
    expect((await opened(file)).records.map(({ cells }) => cells['项目编号'])).toEqual(['XM-003', 'XM-001']);
    expect(notices[0]?.zh).toContain('有 1 条记录');
  });
});

describe('the ledger as a workbook', () => {
  it('shows land in 亩 and buildings in ㎡, in sections by category with sums', async () => {
    const { records, shown, sheet, headers, rowOf } = await opened((await run(ledger, { kind: 'ledger' })).file);
    expect(records.map(({ cells }) => [cells['编号'], cells['占地面积（亩）'], cells['建筑面积（㎡）'], cells['装机容量（kW）']])).toEqual([
      ['SL-01', 86.4185, null, null], ['SD-01', null, 120.5, 1010], ['LT-09', null, 700, null],
    ]);
    expect(records[0]?.cells).toMatchObject({ 状态: '可招商', 闲置起始: '2017 年 9 月', 合作方式: '租赁、入股', 参考价: '290 元/亩·年' });
    expect(shown(records[0]?.row ?? 0, '占地面积（亩）')).toBe('86.4');
    expect((sheet[XLSX.utils.encode_cell({ r: rowOf('合计'), c: headers.indexOf('建筑面积（㎡）') })] as XLSX.CellObject).v).toBe(820.5);
  });

  it('holds thousands of records in their order', async () => {
    const assets = Array.from({ length: 3000 }, (_, index) => anAsset({ name: `资产${index}`, category: 'house', floorArea: index + 1 }));
    const progress: number[] = [];
    const { file, bytes } = await run(aLedger({ assets }), { kind: 'ledger' }, { onProgress: (done) => progress.push(done) });
    const { records } = await opened(file);
    expect(records.map(({ cells }) => cells['名称'])).toEqual(assets.map((asset) => asset.name));
    expect(progress.at(-1)).toBe(3000);
    expect(progress).toEqual([...progress].sort((one, other) => one - other));
    expect(bytes).toBe((await readFile(file)).byteLength);
  });
});

describe('a table as CSV', () => {
  it('has one header row and one row a record, marked, in UTF-8 with a byte-order mark', async () => {
    const { file } = await run(ledger, { format: 'csv' });
    const bytes = await readFile(file);
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = bytes.toString('utf8').slice(1).split('\r\n');
    expect(lines).toHaveLength(5);
    expect(lines[0]).toMatch(/^序号,项目编号,项目名称,.*,版本$/);
    expect(lines[1]).toMatch(/^1,XM-001,稻田研学营地,.*,2300,.*,SL-01、LT-09,老鹰岩杉木林、已撤回的会堂,2,86\.4185,700,,对接中,何某（乡长）,陈某,19900001210,.*,内部资料$/);
  });

  it('in GBK decodes back to the same text, and counts the characters that GBK lacks', async () => {
    const projects = [aProject({ name: '丂狜齄、㎡·—《》', location: '𠮷田😀' })];
    const { file, notices } = await run(aLedger({ projects }), { format: 'csv', encoding: 'gbk' });
    const content = new TextDecoder('gbk', { fatal: true }).decode(await readFile(file));
    expect(content).toContain('丂狜齄、㎡·—《》,?田?');
    expect(content.startsWith('序号,项目编号')).toBe(true);
    expect(notices).toHaveLength(1);
    expect(notices[0]?.zh).toContain('有 2 个字不在 GBK 字库中');
  });

  it('disarms formulas but leaves negative figures numbers', async () => {
    const projects = [aProject({ name: '=cmd|calc', location: '第一行\n＝1', landUse: '-5' })];
    const content = (await readFile((await run(aLedger({ projects }), { format: 'csv' })).file)).toString('utf8');
    expect(content).toContain("'=cmd|calc");
    expect(content).toContain("\"第一行\n'＝1\"");
    expect(content).toContain(',-5,');
  });
});

describe('an export that does not come to its end', () => {
  const many = aLedger({ assets: Array.from({ length: 3000 }, (_, index) => anAsset({ name: `资产${index}` })) });

  it.each(['xlsx', 'csv'] as const)('leaves no file when a %s is cancelled on the way', async (format) => {
    const control = new AbortController();
    const failure = await failureOf(run(many, { kind: 'ledger', format }, { signal: control.signal, onProgress: () => control.abort() }));
    expect(failure.code).toBe('cancelled');
    expect(await readdir(folder)).toEqual([]);
  });

  it('leaves the older file of that name as it was when the writer breaks', async () => {
    const broken = join(folder, 'broken.mjs');
    await writeFile(broken, 'throw new Error("broken")');
    await writeFile(join(folder, 'table.xlsx'), 'older');
    expect((await failureOf(run(ledger, {}, { workerFile: broken, name: 'table.xlsx' }))).message.zh).toContain('「table.xlsx」没有写成');
    expect(await readFile(join(folder, 'table.xlsx'), 'utf8')).toBe('older');
    expect((await readdir(folder)).sort()).toEqual(['broken.mjs', 'table.xlsx']);
  });

  it('says that the disk is full, in words and with a next step', async () => {
    const full = join(folder, 'full.mjs');
    await writeFile(full, "import { parentPort } from 'node:worker_threads'; parentPort.on('message', () => parentPort.postMessage({ kind: 'failed', code: 'ENOSPC', message: 'x' }));");
    const failure = await failureOf(run(ledger, {}, { workerFile: full, name: 'table.xlsx' }));
    expect(failure).toMatchObject({ code: 'disk', place: { file: 'table.xlsx' } });
    expect(failure.message.zh).toContain('磁盘已满');
    expect(await readdir(folder)).toEqual(['full.mjs']);
  });

  it.each(['xlsx', 'csv'] as const)('says that the folder is missing, for %s', async (format) => {
    const failure = await failureOf(run(ledger, { format }, { folder: join(folder, 'gone') }));
    expect(failure.code).toBe('disk');
    expect(failure.message.zh).toContain('文件夹不存在');
  });

  it('keeps what cannot be replaced, and cleans up after itself', async () => {
    await mkdir(join(folder, 'table.csv', 'inside'), { recursive: true });
    expect((await failureOf(run(ledger, { format: 'csv' }, { name: 'table.csv' }))).code).toBe('disk');
    expect(await readdir(folder)).toEqual(['table.csv']);
  });
});

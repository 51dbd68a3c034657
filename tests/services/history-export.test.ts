import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ExcelJS from 'exceljs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { OutputFile, TableRequest } from '../../data/contract.js';
import { createOutputs, type Outputs } from '../../electron/services/output-calls.js';
import { createLedger, type Ledger } from '../../electron/storage/ledger.js';
import { bundleForNode } from '../builders/bundle.js';
import { addEntry, buildAsset, buildLedgerData, draftOf, removeEntry, setEntry, temporaryFolder } from '../builders/ledger.js';
import { ended, quietJobs, resultOf } from '../builders/run-job.js';

let workerFile: string;
beforeAll(async () => { workerFile = await bundleForNode(fileURLToPath(new URL('../../electron/services/export/export-worker.ts', import.meta.url))); });
afterAll(() => rm(workerFile, { force: true }));

let place: { path: string; remove: () => Promise<void> };
let ledger: Ledger;
let outputs: Outputs;
const jobs = quietJobs();
beforeEach(async () => {
  place = await temporaryFolder();
  ledger = await createLedger(join(place.path, 'ledger'), buildLedgerData({ assets: 12 }), { now: () => new Date('2026-03-05T12:00:00') });
  outputs = createOutputs({ ledger: () => ledger, jobs, by: () => '', today: () => '2026-03-31', workerFile, printer: () => undefined, shipped: '', uploads: { files: () => Promise.resolve([]) }, picture: () => Promise.resolve(undefined), layers: () => [] });
  const [first, second] = [ledger.data.assets[0]!, ledger.data.assets[1]!];
  await ledger.commit(draftOf(setEntry('asset', first, { ...first, name: '新名', status: 'signed' }), removeEntry('asset', second), addEntry('asset', buildAsset('house', { name: '新屋', code: 'LF-9', floorArea: 120, village: '茶坪村' }))));
});
afterEach(async () => {
  await outputs.close();
  await ledger.close();
  await place.remove();
});
const request = (more: Partial<TableRequest> = {}): TableRequest => ({ kind: 'changes', format: 'xlsx', audience: 'internal', language: 'zh', encoding: 'utf-8', period: { from: '2026-03-01', to: '2026-03-31' }, ...more });
const made = async (more?: Partial<TableRequest>) => {
  const { fileId, name } = await resultOf<OutputFile>(jobs, await outputs.calls['output.start'](request(more)));
  return { name, file: outputs.file(fileId)!.file };
};

describe('the table of what changed', () => {
  it('has a title, the period, and one row for each cell that changed', async () => {
    const { name, file } = await made();
    expect(name).toContain('变化表');
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(file);
    const sheet = workbook.worksheets[0]!;
    const rows: string[][] = [];
    sheet.eachRow((row) => rows.push(Array.from({ length: 10 }, (_, at) => String(row.getCell(at + 1).value ?? ''))));
    expect(rows[0]?.[0]).toBe('示例乡资产与项目变化表');
    expect(rows[1]?.join(' ')).toContain('期间：2026 年 3 月 1 日至 2026 年 3 月 31 日');
    const header = rows.find((row) => row.includes('原值'))!;
    expect([...new Set(header)]).toEqual(['序号', '类型', '编号', '名称', '村', '字段', '原值', '新值', '修改人', '时间']);
    const renamed = rows.filter((row) => row[3] === '新名');
    expect(renamed.map((row) => [row[1], row[5], row[7]])).toEqual([['修改', '名称', '新名'], ['修改', '状态', '已签约']]);
    expect(renamed[0]?.slice(8)).toEqual(['王小溪', '2026-03-05 12:00']);
    expect(rows.find((row) => row[3] === '新屋')?.slice(1, 8)).toEqual(['新增', 'LF-9', '新屋', '茶坪村', '整条', '', expect.stringContaining('120')]);
    expect(rows.some((row) => row[0]?.startsWith('合计　新增 1 条　修改 1 条　移除 1 条'))).toBe(true);
  });

  it('is also a CSV with one header row, in English where asked', async () => {
    const { file } = await made({ format: 'csv', language: 'en' });
    const [header, ...lines] = (await readFile(file, 'utf8')).replace('\uFEFF', '').trimEnd().split('\r\n');
    expect(header).toBe('No.,Kind,Code,Name,Village,Field,Before,After,Changed by,When,Edition');
    expect(lines.some((line) => line.includes('Status') && line.includes('Signed'))).toBe(true);
  });

  it('is for staff only, and needs its days', async () => {
    for (const wrong of [{ audience: 'public' as const }, { period: undefined as never }]) {
      const { jobId } = await outputs.calls['output.start'](request(wrong));
      expect(await ended(jobs, jobId)).toMatchObject({ state: 'failed', failure: { code: 'audience' in wrong ? 'not-allowed' : 'wrong-input' } });
    }
  });
});

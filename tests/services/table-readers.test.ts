import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as XLSX from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TableRequest } from '../../data/contract.js';
import { recordChange } from '../../data/rules/changes/record-change.js';
import { projectFields, assetFields, withValueAt } from '../../data/schema/fields.js';
import type { LedgerData } from '../../data/schema/ledger.js';
import { categories } from '../../data/schema/vocabularies.js';
import { exportTable, type ChangesSince } from '../../electron/services/export/export-table.js';
import { bundleForNode } from '../builders/bundle.js';
import { aLedger, anAsset, aProject } from '../builders/export-records.js';
import { unpacked } from '../builders/unpacked.js';

/** The office program that opens spreadsheets: one without Calc is none. */
const office = ['soffice', 'libreoffice'].find((name) => {
  const tried = mkdtempSync(join(tmpdir(), 'xishan-office-'));
  try {
    writeFileSync(join(tried, 'try.csv'), 'a,b\n');
    return spawnSync(name, [`-env:UserInstallation=file://${tried}/home`, '--headless', '--convert-to', 'xlsx', '--outdir', tried, join(tried, 'try.csv')], { timeout: 120_000 }).error === undefined && existsSync(join(tried, 'try.xlsx'));
  } finally {
    rmSync(tried, { recursive: true, force: true });
  }
});
const noOffice = office ? '' : ' (no LibreOffice Calc on this machine)';

let workerFile: string;
let folder: string;
beforeAll(async () => {
  workerFile = await bundleForNode(fileURLToPath(new URL('../../electron/services/export/export-worker.ts', import.meta.url)));
  folder = await mkdtemp(join(tmpdir(), 'xishan-readers-'));
});
afterAll(async () => { await rm(folder, { recursive: true, force: true }); await rm(workerFile, { force: true }); });

let made = 0;
const written = (data: LedgerData, fields: Partial<TableRequest> = {}, since?: ChangesSince) =>
  exportTable({ kind: 'ledger', format: 'xlsx', audience: 'internal', language: 'zh', encoding: 'utf-8', ...fields }, data, { folder, name: `table-${made += 1}.${fields.format ?? 'xlsx'}`, today: '2026-11-23', workerFile, since });
const sheetsOf = async (file: string) => XLSX.read(await readFile(file), { cellFormula: true, cellStyles: true });
const gridOf = (sheet: XLSX.WorkSheet) => XLSX.utils.sheet_to_json<unknown[]>(sheet, { header: 1, defval: null });

const assets = categories.values.flatMap((category, at) => Array.from({ length: 3 }, (_, index) => anAsset({
  category, code: `${category}-${index}`, name: `${category} ${index}`, village: index === 0 ? '竹坞村' : '茶坪村', siteArea: 1000 * (at + 1) + index * 0.37, ...(category === 'house' || category === 'hall' ? { floorArea: 80.25 * (index + 1) } : {}), ...(category === 'hydropower' ? { detail: { capacityKw: 125.5 * (index + 1) } } : {}),
})));
const data = aLedger({ assets });

describe.skipIf(!office)(`a workbook in LibreOffice${noOffice}`, () => {
  const inOffice = (file: string) => {
    const ran = spawnSync(office!, [`-env:UserInstallation=file://${folder}/office`, '--headless', '--convert-to', 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1', '--outdir', folder, file], { encoding: 'utf8', timeout: 180_000 });
    if (ran.status !== 0) throw new Error(`LibreOffice said: ${ran.stderr}`);
    return readFile(join(folder, `${basename(file, '.xlsx')}-闲置资产台账.csv`), 'utf8');
  };

  it('has the very values that were written, and sums that it works out to the very results stored', async () => {
    const { file } = await written(data, { group: 'village' });
    const stored = gridOf((await sheetsOf(file)).Sheets['闲置资产台账']!);
    const shown = XLSX.utils.sheet_to_json<unknown[]>(XLSX.read(await inOffice(file), { type: 'string', raw: true }).Sheets['Sheet1']!, { header: 1, defval: null, raw: true });
    const plain = (value: unknown) => (value === null || value === undefined || value === '' ? null : Number.isFinite(Number(value)) ? Math.round(Number(value) * 1e4) / 1e4 : String(value));
    const figures = stored.flatMap((row, at) => row.flatMap((value, column) => (typeof value === 'number' ? [[at, column, value] as const] : [])));
    expect(figures.length).toBeGreaterThan(50);
    expect(figures.filter(([at, column, value]) => plain(shown[at]?.[column]) !== plain(value))).toEqual([]);
    for (const { name } of assets) expect(shown.flat()).toContain(name);
  });

  it('takes nothing that looks like a formula for one', async () => {
    const odd = ['=1+1', '+1+1', '-1+1', '@SUM(A1)', '\t=1+1', '＝1+1'];
    const { file } = await written(aLedger({ assets: odd.map((name) => anAsset({ name, notes: name })) }));
    const shown = await inOffice(file);
    for (const word of odd) expect(shown).toContain(word.trim());
  });
});

describe('what looks like a formula', () => {
  const starts = ['=', '+', '-', '@', '\t', '\r'];
  const words = (start: string) => `${start}HYPERLINK("http://x","y")`;
  /** A record with such a word in every field that takes free text. */
  const planted = <R extends object>(record: R, fields: typeof assetFields, start: string): R => fields.reduce((copy, { path, kind, vocabulary }) => {
    if (path.startsWith('detail.') || vocabulary) return copy;
    if (kind === 'text' || kind === 'long-text') return withValueAt(copy, path, words(start));
    if (kind === 'tags') return withValueAt(copy, path, [words(start)]);
    if (kind === 'person') return withValueAt(copy, path, { name: words(start), phone: words(start) });
    return copy;
  }, record);
  const everything = (kind: 'ledger' | 'projects') => (kind === 'ledger' ? assetFields : projectFields).filter(({ kind: of }) => !['media', 'geometry', 'group'].includes(of)).map(({ path }) => path);

  it.each(['ledger', 'projects'] as const)('is text in every text column of the %s, however it begins', async (kind) => {
    const hostile = aLedger({ assets: starts.map((start) => planted(anAsset(), assetFields, start)), projects: starts.map((start) => planted(aProject(), projectFields, start)) });
    const { file } = await written(hostile, { kind, columns: everything(kind), group: 'none' });
    const book = await sheetsOf(file);
    let found = 0;
    for (const sheet of Object.values(book.Sheets)) for (const [at, cell] of Object.entries(sheet)) {
      if (at.startsWith('!')) continue;
      const { f, t, v } = cell as XLSX.CellObject;
      if (f) expect(f).toMatch(/^SUM\([A-Z0-9:,]+\)$/);
      if (typeof v === 'string' && v.includes('HYPERLINK')) { found += 1; expect(t).toBe('s'); }
    }
    expect(found).toBeGreaterThan(6 * starts.length);
    const csv = await readFile((await written(hostile, { kind, format: 'csv', columns: everything(kind) })).file, 'utf8');
    const fields = gridOf(XLSX.read(csv, { type: 'string', raw: true }).Sheets['Sheet1']!).slice(1).flat().filter((value): value is string => typeof value === 'string' && value.includes('HYPERLINK'));
    expect(fields.length).toBe(found);
    for (const field of fields) expect(field).toMatch(/^'/);
  });
});

describe('a workbook with marks of change', () => {
  const [first, second, third] = [assets[0]!, assets[1]!, assets[2]!];
  const gone = anAsset({ category: 'hall', name: '已拆的礼堂', code: 'LT-9' });
  const changes = [
    recordChange({ noun: 'asset', id: first.id, before: { ...first, status: 'operating' }, after: first })!,
    recordChange({ noun: 'asset', id: second.id, before: null, after: second })!,
    recordChange({ noun: 'asset', id: third.id, before: { ...third, owner: '机密旧户' }, after: third })!,
    recordChange({ noun: 'asset', id: gone.id, before: gone, after: null })!,
    recordChange({ noun: 'project', id: 'x', before: null, after: { name: '别的' } })!,
  ];
  const since: ChangesSince = { day: '2026-03-01', async *changes() { yield* changes; } };
  const rowsOf = async (fields: Partial<TableRequest>) => gridOf((await sheetsOf((await written(data, fields, since)).file)).Sheets['闲置资产台账']!);
  const lastOf = (grid: unknown[][], name: string) => grid.find((row) => row.includes(name))?.at(-1);

  it('tells the staff of every change, and lists what is gone', async () => {
    const grid = await rowsOf({});
    expect(lastOf(grid, first.name)).toBe('状态：在用 → 闲置');
    expect(lastOf(grid, second.name)).toBe('新增');
    expect(lastOf(grid, third.name)).toBe('权利人：机密旧户 → （空）');
    expect(lastOf(grid, gone.name)).toBe('移除');
    expect(grid.flat().join()).toContain('新增 1 条（整行绿底），修改 2 条');
  });
  it('tells the public of public fields alone', async () => {
    const { file } = await written(data, { audience: 'public' }, since);
    const content = [...(await unpacked(file)).values()].join('\n');
    expect(content).not.toContain('机密旧户');
    expect(lastOf(gridOf((await sheetsOf(file)).Sheets['闲置资产台账']!), third.name)).toBeNull();
    expect(content).toContain('状态：在用 → 闲置');
  });
  it('tints new rows and changed cells, and strikes out what is gone', async () => {
    const styles = (await unpacked((await written(data, {}, since)).file)).get('xl/styles.xml')?.toString() ?? '';
    expect(styles).toContain('FFDDEFE3');
    expect(styles).toContain('FFFBE7BD');
    expect(styles).toMatch(/<strike\/>|<strike val="1"/);
  });
  it('has a sheet of field notes beside the table, unless that is not wanted; a CSV has none', async () => {
    expect((await sheetsOf((await written(data)).file)).SheetNames).toEqual(['闲置资产台账', '栏目说明']);
    expect((await sheetsOf((await written(data, { fieldNotes: false })).file)).SheetNames).toEqual(['闲置资产台账']);
    const notes = gridOf((await sheetsOf((await written(data, { audience: 'public' })).file)).Sheets['栏目说明']!);
    expect(notes.flat()).toContain('状态');
    expect(notes.flat()).not.toContain('权利人');
  });
});

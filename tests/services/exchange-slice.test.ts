import ExcelJS from 'exceljs';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Asset } from '../../data/schema/asset.js';
import type { LedgerData } from '../../data/schema/ledger.js';
import { categories } from '../../data/schema/vocabularies.js';
import { fieldOfColumn, sliceColumns } from '../../data/rules/slice/slice-columns.js';
import { ledgerOfCanaries } from '../builders/canaries.js';
import { exchangeDesks, type ExchangeDesk } from '../builders/exchange-desk.js';
import { buildAsset, buildLedgerData, buildProfile } from '../builders/ledger.js';
import { unpacked } from '../builders/unpacked.js';

const cleanUps: (() => Promise<unknown>)[] = [];
afterEach(async () => { for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp(); });
async function deskOf(data: LedgerData): Promise<ExchangeDesk> {
  const { desks, close } = await exchangeDesks(1, data);
  cleanUps.push(close);
  return desks[0] as ExchangeDesk;
}
const wood = buildAsset('forest', { name: '松岭山林', code: 'SL-1', village: '上坞村', siteArea: 20_000.1, status: 'idle', priceText: '面议', utilities: ['water'], highlights: { zh: '林相好', en: 'Fine woods' }, surveyedAt: '2025-11-20', contact: { name: '李师傅', phone: '13800001234' } });
const house = buildAsset('house', { name: '溪边老宅', code: 'LF-1', village: '溪口村', floorArea: 180, notes: '钥匙在村委', detail: { floors: 2, builtYear: 1956 } });
const ledger = (): LedgerData => ({ profile: buildProfile({ villages: ['溪口村', '上坞村', '石桥村'] }), assets: [wood, house], projects: [], tours: [] });
const asset = async (desk: ExchangeDesk, id: string) => (await desk.ask('desk.assets', { ids: [id] }))[0] as Asset | undefined;

/** Opens a workbook as a village does, fills cells by sheet, row name and column title, and saves it under a name of its own. */
async function filledIn(file: string, fill: (cell: (sheet: string, row: string | number, title: string) => ExcelJS.Cell, book: ExcelJS.Workbook) => void): Promise<string> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(file);
  fill((name, wanted, title) => {
    const sheet = book.getWorksheet(name) as ExcelJS.Worksheet;
    const column = (sheet.getRow(3).values as unknown[]).findIndex((value) => String(value ?? '').startsWith(title));
    const named = (sheet.getRow(3).values as unknown[]).indexOf('名称');
    let row = typeof wanted === 'number' ? wanted : 0;
    if (typeof wanted === 'string') sheet.eachRow((_, at) => { if (sheet.getCell(at, named).value === wanted) row = at; });
    return sheet.getCell(row, column);
  }, book);
  const out = join(dirname(file), '村里填好.xlsx');
  await writeFile(out, Buffer.from(await book.xlsx.writeBuffer()));
  return out;
}

describe('sheets for a village', () => {
  it('come back through the import with every column known, and unchanged they change nothing', async () => {
    const desk = await deskOf(buildLedgerData({ assets: 24, projects: 0 }));
    const plan = await desk.plan(await desk.pack({ kind: 'slice', audience: 'internal', contacts: true }));
    const [file] = plan.files;
    expect(file?.counts).toEqual({ new: 0, changed: 0, same: 24, doubtful: 0, refused: 0 });
    expect(file?.sheets.map((sheet) => sheet.name)).toEqual(categories.words.map((word) => word.label.zh));
    for (const [at, category] of categories.values.entries()) {
      const found = file?.sheets[at]?.columns.map((column) => column.path) ?? [];
      const wanted = sliceColumns(category, { internal: true, contacts: true }, []).map((column) => fieldOfColumn(column.path));
      expect(found.filter((path) => path !== '#ignored' && path !== null), category).toEqual(wanted);
    }
  });

  it('hold drop-downs from the vocabularies, checks of figures and dates, and codes that are locked', async () => {
    const desk = await deskOf(ledger());
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(await desk.pack({ kind: 'slice', part: { villages: ['上坞村'] } }));
    const sheet = book.getWorksheet('山林') as ExcelJS.Worksheet;
    const at = (title: string, row = 4) => sheet.getCell(row, (sheet.getRow(3).values as unknown[]).findIndex((value) => String(value ?? '').startsWith(title)));
    expect(at('权属').dataValidation).toMatchObject({ type: 'list', formulae: ['"国有,集体,个人,混合"'] });
    expect(at('村').dataValidation).toMatchObject({ type: 'list', formulae: ['"溪口村,上坞村,石桥村"'] });
    expect(at('占地面积').dataValidation).toMatchObject({ type: 'decimal' });
    expect([at('编号').protection?.locked !== false, at('名称').protection?.locked !== false, at('编号', 5).value]).toEqual([true, false, null]);
    expect(at('占地面积').value).toBe(30);
    expect(book.worksheets.filter((one) => one.state === 'visible').map((one) => one.name)).toEqual(['山林']);
  });

  it('leave out what is internal or personal unless that is asked for', async () => {
    const planted = ledgerOfCanaries();
    const desk = await deskOf(planted.data);
    const words = async (more: object) => [...(await unpacked(await desk.pack({ kind: 'slice', ...more })))].map(([name, bytes]) => name + bytes.toString('utf8')).join('\n');
    const outer = await words({});
    expect(outer).toContain('公开forest');
    // A row's revision goes along, hidden, so that a sheet which went stale is known for one.
    expect(planted.canaries.filter(({ word }) => outer.includes(word)).map(({ path }) => path).filter((path) => !path.endsWith('.revision'))).toEqual([]);
    const phone = planted.canaries.find(({ path }) => path === 'forest.contact.phone')?.word ?? '';
    expect(await words({ audience: 'internal' })).not.toContain(phone);
    expect(await words({ contacts: true })).toContain(phone);
  });

  it('bring what was filled in to the very asset, whatever it is called now, and new ones from the empty rows', async () => {
    const desk = await deskOf(ledger());
    const file = await filledIn(await desk.pack({ kind: 'slice', contacts: true }), (cell) => {
      cell('山林', '松岭山林', '状态').value = '可招商';
      cell('山林', '松岭山林', '亮点').value = '林相好，有步道';
      cell('山林', '松岭山林', '联系电话').value = '13900005678';
      cell('山林', '松岭山林', '名称').value = '松岭公益林';
      cell('老房', '溪边老宅', '层数').value = null;
      cell('老房', 5, '名称').value = '石桥新屋';
      cell('老房', 5, '村').value = '石桥村';
      cell('老房', 5, '建筑面积').value = 96;
    });
    const plan = await desk.plan(file);
    expect(plan.files[0]?.counts).toMatchObject({ new: 1, changed: 1, same: 1, refused: 0 });
    const result = await desk.apply({ planId: plan.planId });
    expect(result).toMatchObject({ added: 1, changed: 1 });
    expect(await asset(desk, wood.id)).toMatchObject({ name: '松岭公益林', code: 'SL-1', status: 'available', siteArea: 20_000.1, highlights: { zh: '林相好，有步道', en: 'Fine woods' }, contact: { name: '李师傅', phone: '13900005678' } });
    expect((await asset(desk, house.id))?.detail).toMatchObject({ floors: 2 });
    expect((await desk.plan(file)).files[0]?.counts).toMatchObject({ new: 0, changed: 0 });
  });

  it('that went stale do not overwrite newer work: that field is told of and kept, the others are taken', async () => {
    const desk = await deskOf(ledger());
    const issued = await desk.pack({ kind: 'slice' });
    await desk.set(house.id, 'floorArea', 210);
    await desk.set(house.id, 'landUse', '宅基地');
    const file = await filledIn(issued, (cell) => { cell('老房', '溪边老宅', '建筑面积').value = 200; cell('老房', '溪边老宅', '坐落').value = '溪口 3 号'; });
    const plan = await desk.plan(file);
    const { rows } = await desk.ask('import.rows', { planId: plan.planId, file: 0, outcome: 'changed' });
    expect(rows[0]?.doubts).toEqual([expect.objectContaining({ field: 'floorArea', code: 'slice_stale' })]);
    await desk.apply({ planId: plan.planId });
    expect(await asset(desk, house.id)).toMatchObject({ floorArea: 210, landUse: '宅基地', address: '溪口3号' });
  });

  it('say so of an asset that was removed meanwhile', async () => {
    const desk = await deskOf(ledger());
    const file = await filledIn(await desk.pack({ kind: 'slice' }), (cell) => { cell('老房', '溪边老宅', '坐落').value = '溪口 3 号'; });
    await desk.ask('desk.apply', { edits: [{ kind: 'remove', noun: 'asset', id: house.id }] });
    const plan = await desk.plan(file);
    const { rows } = await desk.ask('import.rows', { planId: plan.planId, file: 0, outcome: 'refused' });
    expect(rows).toEqual([expect.objectContaining({ reason: expect.objectContaining({ zh: expect.stringContaining('已从账本里删除') as string }) as unknown })]);
  });
});

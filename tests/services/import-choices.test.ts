import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { toWgs84 } from '../../data/rules/import/datum.js';
import { metresBetween } from '../../data/rules/import/outliers.js';
import type { LedgerData } from '../../data/schema/ledger.js';
import { gbkBytes } from '../builders/encoded-text.js';
import { buildAsset, buildProfile } from '../builders/ledger.js';
import { importProgram, type ImportProgram } from '../builders/import-program.js';
import { layerOf } from '../builders/shapefile-bytes.js';
import { workbookBytes } from '../builders/workbooks.js';
import { zipOf } from '../builders/zip-bytes.js';

const empty: LedgerData = { profile: buildProfile({ villages: [] }), assets: [], projects: [], tours: [] };
const cleanUps: (() => Promise<unknown>)[] = [];
afterEach(async () => { for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp(); });
async function start(data: LedgerData = empty, again?: ImportProgram): Promise<ImportProgram> {
  const started = await importProgram(data, again);
  cleanUps.push(() => started.close());
  return started;
}

const header = ['编号', '名称', '所在村', '占地', '建筑面积', '情形', '经度', '纬度'];
const houses = (from = 1) => [header, ...Array.from({ length: 6 }, (_, at) => [`F-${from + at}`, `东山${from + at}号农房`, '东山村', 100 + at, 200 + at, ['十年', '八年'][at % 2] as string, 119.91 + at / 1000, 29.81 + at / 1000])];
const book = (rows: ReturnType<typeof houses> = houses(), name = '农房') => workbookBytes([{ name, rows }]);
const assetsOf = async ({ ask }: ImportProgram) => ask('desk.assets', { ids: (await ask('desk.index', {})).rows.map(([id]) => String(id)) });

describe('choosing anew how a table is read', () => {
  it('makes the plan anew with its choices in place of the old plan', async () => {
    const desk = await start();
    const first = await desk.plan(await desk.save('农房.xlsx', book()));
    const second = await desk.replan(first.planId, [{ file: 0, sheet: '农房', columns: { D: { unit: '亩' }, F: { role: 'term' } } }]);
    expect(second.files[0]?.sheets[0]?.columns.filter((column) => column.chosen).map((column) => column.column)).toEqual(['D', 'F']);
    await expect(desk.ask('import.rows', { planId: first.planId, file: 0 })).rejects.toThrow(/expired/);
    expect(await desk.apply({ planId: second.planId })).toMatchObject({ added: 6 });
    expect((await assetsOf(desk)).find((asset) => asset.code === 'F-1')).toMatchObject({ siteArea: 66_666.67, term: '十年' });
  });
  it('takes every choice away again when it is not made any more', async () => {
    const desk = await start();
    const first = await desk.plan(await desk.save('农房.xlsx', book()));
    const second = await desk.replan(first.planId, [{ file: 0, sheet: '农房', noun: null }]);
    expect(second.files[0]?.counts.new).toBe(0);
    const third = await desk.replan(second.planId, []);
    expect(third.files).toEqual(first.files);
  });
  it('keeps the old plan when it is cancelled', async () => {
    const desk = await start();
    const rows = [header, ...Array.from({ length: 20_000 }, (_, at) => [`F-${at}`, `东山${at}号农房`, '东山村', 100, 200, '', 119.91, 29.81])];
    const first = await desk.plan(await desk.save('大表.csv', rows.map((row) => row.join(',')).join('\n')));
    const { jobId } = await desk.ask('import.replan', { planId: first.planId, choices: [{ file: 0, sheet: '', datum: 'GCJ-02' }] });
    await desk.ask('job.cancel', { jobId });
    expect((await desk.finish(jobId)).state).toBe('cancelled');
    expect((await desk.ask('import.rows', { planId: first.planId, file: 0 })).total).toBe(20_000);
  });
  it('refuses a file that is not there and a field that does not exist, and keeps the plan', async () => {
    const desk = await start();
    const { planId } = await desk.plan(await desk.save('农房.xlsx', book()));
    await expect(desk.ask('import.replan', { planId, choices: [{ file: 3, sheet: '农房', noun: null }] })).rejects.toMatchObject({ failure: { code: 'wrong-input' } });
    await expect(desk.ask('import.replan', { planId, choices: [{ file: 0, sheet: '农房', columns: { A: { role: '__proto__' } } }] })).rejects.toMatchObject({ failure: { code: 'wrong-input' } });
    expect((await desk.ask('import.rows', { planId, file: 0 })).total).toBe(6);
  });
});

describe('what is remembered of a table', () => {
  const choices = [{ file: 0, sheet: '农房', columns: { F: { role: 'term' } } }];
  const taught = async (desk: ImportProgram) => {
    const first = await desk.plan(await desk.save('三月.xlsx', book()));
    return desk.replan(first.planId, choices);
  };
  it('is used for the next file of that shape, after a restart too', async () => {
    const desk = await start();
    await desk.apply({ planId: (await taught(desk)).planId });
    await desk.program.close();
    const later = await start(empty, desk);
    const { files } = await later.plan(await later.save('四月.xlsx', book(houses(20))));
    expect(files[0]?.sheets[0]).toMatchObject({ remembered: true });
    expect(files[0]?.sheets[0]?.columns.find((column) => column.column === 'F')).toMatchObject({ role: 'term', chosen: true, reason: { zh: '上次这样的表您选的' } });
  });
  it('is used for layers too: a KML and a shapefile of the same fields', async () => {
    const desk = await start();
    const placed = (at: number) => [119.91 + at / 1000, 29.81] as const;
    const layers = (from: number): Readonly<Record<string, () => Uint8Array | string>> => ({
      kml: () => `<kml xmlns="http://www.opengis.net/kml/2.2"><Document>${[0, 1].map((at) => `<Placemark><name>东山${from + at}号农房</name><ExtendedData><Data name="情形"><value>${at ? '十年' : '八年'}</value></Data></ExtendedData><Point><coordinates>${placed(from + at).join()}</coordinates></Point></Placemark>`).join('')}</Document></kml>`,
      zip: () => zipOf(layerOf('农房', [{ name: 'MC', type: 'C', length: 40 }, { name: '情形', type: 'C', length: 20 }],
        [0, 1].map((at) => ({ drawn: { point: placed(from + at) }, values: [`东山${from + at}号农房`, at ? '十年' : '八年'] })), { encode: gbkBytes })),
    });
    for (const [ending, from] of [['kml', 0], ['zip', 10]] as const) {
      const first = await desk.plan(await desk.save(`三月.${ending}`, layers(from)[ending]?.() ?? ''));
      const sheet = first.files[0]?.sheets[0];
      const column = sheet?.columns.find((entry) => entry.header.includes('情形'))?.column ?? '';
      const second = await desk.replan(first.planId, [{ file: 0, sheet: sheet?.name ?? '', category: 'house', datum: 'GCJ-02', columns: { [column]: { role: 'term' } } }]);
      await desk.apply({ planId: second.planId });
      const { files } = await desk.plan(await desk.save(`四月.${ending}`, layers(from + 5)[ending]?.() ?? ''));
      expect(files[0]?.sheets[0], ending).toMatchObject({ remembered: true, category: 'house', datum: 'GCJ-02' });
      expect(files[0]?.sheets[0]?.columns.find((entry) => entry.column === column), ending).toMatchObject({ role: 'term', chosen: true });
    }
  });
  it('is not remembered before the import is applied', async () => {
    const desk = await start();
    const { planId } = await taught(desk);
    await desk.ask('import.discard', { planId });
    const { files } = await desk.plan(await desk.save('四月.xlsx', book(houses(20))));
    expect(files[0]?.sheets[0]?.remembered).toBeUndefined();
  });
  it('is dropped when the program’s own understanding is chosen again', async () => {
    const desk = await start();
    const own = (await desk.plan(await desk.save('三月.xlsx', book()))).files[0]?.sheets[0]?.columns[5]?.role ?? null;
    await desk.apply({ planId: (await taught(desk)).planId });
    const again = await desk.plan(await desk.save('四月.xlsx', book(houses(20))));
    const back = await desk.replan(again.planId, [{ file: 0, sheet: '农房', columns: { F: { role: own } } }]);
    await desk.apply({ planId: back.planId });
    const { files } = await desk.plan(await desk.save('五月.xlsx', book(houses(40))));
    expect(files[0]?.sheets[0]?.remembered).toBeUndefined();
  });
  it('counts as nothing when the file that holds it is damaged', async () => {
    const desk = await start();
    await desk.apply({ planId: (await taught(desk)).planId });
    await desk.program.close();
    const file = join(desk.home, 'import-mappings.json');
    expect(existsSync(file)).toBe(true);
    await writeFile(file, (await readFile(file, 'utf8')).slice(0, 40));
    const later = await start(empty, desk);
    expect((await later.plan(await later.save('四月.xlsx', book(houses(20))))).files[0]?.sheets[0]?.remembered).toBeUndefined();
  });
});

describe('the places of a table', () => {
  it('are given under the datum asked for, as though they were WGS-84, and as the ledger has them', async () => {
    const known = buildAsset('house', { code: 'F-1', name: '东山1号农房', village: '东山村', location: { lng: 119.95, lat: 29.85 } });
    const desk = await start({ ...empty, assets: [known] });
    const { planId } = await desk.plan(await desk.save('农房.xlsx', book()));
    const { places, total } = await desk.ask('import.places', { planId, file: 0, sheet: '农房', datum: 'GCJ-02' });
    expect(total).toBe(6);
    expect(places[0]).toMatchObject({ name: '东山1号农房', plain: { lng: 119.91, lat: 29.81 }, before: { lng: 119.95, lat: 29.85 }, at: toWgs84(119.91, 29.81, 'GCJ-02') });
    expect(places[1]?.before).toBeNull();
    const own = await desk.ask('import.places', { planId, file: 0, sheet: '农房' });
    expect(own.places[0]?.at).toEqual({ lng: 119.91, lat: 29.81 });
  });
  it('of a table in GCJ-02 give back the degrees as written', async () => {
    const desk = await start();
    const first = await desk.plan(await desk.save('农房.xlsx', book()));
    const { planId } = await desk.replan(first.planId, [{ file: 0, sheet: '农房', datum: 'GCJ-02' }]);
    const { places } = await desk.ask('import.places', { planId, file: 0, sheet: '农房' });
    const [place] = places;
    expect(place?.at).toEqual(toWgs84(119.91, 29.81, 'GCJ-02'));
    expect(metresBetween(place?.plain ?? { lng: 0, lat: 0 }, { lng: 119.91, lat: 29.81 })).toBeLessThan(0.05);
  });
  it('are 2,000 at most, from the first row to the last', async () => {
    const desk = await start();
    const rows = ['编号,名称,所在村,面积（亩）,经度,纬度', ...Array.from({ length: 9_000 }, (_, at) => `D-${at},地块${at},东山村,3,${(119.9 + at / 100_000).toFixed(5)},29.8`)];
    const { planId } = await desk.plan(await desk.save('地块.csv', rows.join('\n')));
    const { places, total } = await desk.ask('import.places', { planId, file: 0, sheet: '' });
    expect([places.length, total]).toEqual([2_000, 9_000]);
    expect(places[0]?.name).toBe('地块0');
    expect(Number(places.at(-1)?.name.slice(2))).toBeGreaterThan(8_990);
  });
});

describe('leaving groups of rows out', () => {
  it('leaves out what has an outcome, and tells how many came', async () => {
    const known = buildAsset('house', { code: 'F-1', name: '东山1号农房', village: '东山村', siteArea: 100, location: { lng: 119.91, lat: 29.81 } });
    const desk = await start({ ...empty, assets: [known] });
    const { planId, files } = await desk.plan(await desk.save('农房.xlsx', book()));
    expect(files[0]?.counts).toMatchObject({ new: 5, changed: 1 });
    expect(await desk.apply({ planId, leaveOut: [{ file: 0, outcome: 'new' }] })).toMatchObject({ added: 0, changed: 1 });
    expect(await assetsOf(desk)).toHaveLength(1);
  });
  it('leaves out one sheet of several, or the doubtful rows alone', async () => {
    const desk = await start();
    const rows = houses();
    (rows[3] as (string | number)[])[6] = '不详';
    const file = await desk.save('农房.xlsx', workbookBytes([{ name: '农房', rows }, { name: '闲置房屋', rows: houses(50) }]));
    const { planId, files } = await desk.plan(file);
    expect(files[0]?.counts).toMatchObject({ new: 12 });
    const doubtful = (await desk.ask('import.rows', { planId, file: 0, doubtfulOnly: true })).rows.filter((row) => row.sheet === '农房').length;
    expect(doubtful).toBeGreaterThan(0);
    expect(await desk.apply({ planId, leaveOut: [{ file: 0, sheet: '闲置房屋' }, { file: 0, doubtfulOnly: true }] })).toMatchObject({ added: 6 - doubtful });
  });
  it('commits nothing when all is left out', async () => {
    const desk = await start();
    const { planId } = await desk.plan(await desk.save('农房.xlsx', book()));
    expect(await desk.apply({ planId, leaveOut: [{ file: 0 }] })).toEqual({ seq: 0, added: 0, changed: 0, photos: 0 });
    expect(await desk.ask('ledger.status', {})).toMatchObject({ seq: 0, canUndo: false });
  });
  it('lets the same plan be applied once only', async () => {
    const desk = await start();
    const { planId } = await desk.plan(await desk.save('农房.xlsx', book()));
    const both = await Promise.allSettled([desk.apply({ planId }), desk.apply({ planId })]);
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await assetsOf(desk)).toHaveLength(6);
  });
});

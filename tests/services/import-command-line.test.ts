import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { LedgerData } from '../../data/schema/ledger.js';
import { run, type Surroundings } from '../../electron/cli/run.js';
import { createProgram } from '../../electron/services/create-program.js';
import { createEmptyLedger } from '../../electron/services/ledgers.js';
import { builtWorkers, importProgram } from '../builders/import-program.js';
import { buildAsset, buildProfile, temporaryFolder } from '../builders/ledger.js';
import { paintedPixels, phoneJpeg } from '../builders/pictures.js';
import { workbookBytes } from '../builders/workbooks.js';

const cleanUps: (() => Promise<unknown>)[] = [];
afterEach(async () => { for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp(); });

/** Runs command lines in a folder of their own. */
async function commandLine(home = '') {
  const { path, remove } = await temporaryFolder();
  cleanUps.push(remove);
  const workerFiles = await builtWorkers();
  const type = async (...words: string[]) => {
    let out = '';
    const surroundings: Surroundings = {
      terminal: { out: async (text) => { out += text; }, say: async (line) => { out += line; }, step: () => undefined },
      env: { LANG: 'zh_CN.UTF-8', XISHAN_HOME: home }, folder: path, createProgram: (options) => createProgram({ ...options, workerFiles }), createEmptyLedger,
    };
    return { code: await run(words, surroundings), out };
  };
  return { path, type };
}
const rows = [['编号', '名称', '所在村', '占地', '情形'], ['F-1', '东山1号农房', '东山村', 120, '十年'], ['F-2', '东山2号农房', '东山村', 90, '八年'], ['F-3', '里洋3号农房', '里洋村', 150, '五年']];
const table = (above: readonly string[] = []) => workbookBytes([{ name: '农房', rows: [...above.map((line) => [line]), ...rows] }]);
interface Listed { readonly code: string; readonly name: string; readonly term?: string; readonly photos: readonly unknown[] }

describe('photos given to the command line', () => {
  it('are listed with what they may show, and attached only when that is asked for', async () => {
    const { path, type } = await commandLine();
    await writeFile(join(path, '农房.xlsx'), table());
    await writeFile(join(path, '东山1号农房正面.jpg'), await phoneJpeg(paintedPixels(32, 24), { lng: 0, lat: 0 }));
    const words = ['import', '农房.xlsx', '东山1号农房正面.jpg', '--ledger', 'L', '--json'];
    const listed = JSON.parse((await type(...words)).out) as { files: { photo?: { candidates: { name: string; sure: boolean }[]; notice?: string } }[] };
    expect(listed.files[1]?.photo).toMatchObject({ candidates: [{ name: '东山1号农房', sure: true }], notice: expect.stringContaining('没有位置') as string });
    const photosIn = async () => (JSON.parse((await type('list', 'assets', '--ledger', 'L', '--json')).out) as Listed[]).map((asset) => asset.photos.length);
    expect(await photosIn()).toEqual([0, 0, 0]);
    expect((await type(...words, '--attach-photos')).code).toBe(0);
    expect((await photosIn()).sort()).toEqual([0, 0, 1]);
  });
});

describe('what was chosen in the program', () => {
  const data: LedgerData = { profile: buildProfile({ villages: [] }), assets: [buildAsset('hall')], projects: [], tours: [] };
  it('is used by the command line only when that is asked for', async () => {
    const desk = await importProgram(data);
    cleanUps.push(() => desk.close());
    const first = await desk.plan(await desk.save('三月.xlsx', table()));
    const { planId } = await desk.replan(first.planId, [{ file: 0, sheet: '农房', columns: { E: { role: 'term' } } }]);
    await desk.apply({ planId });
    const before = await readFile(join(desk.home, 'import-mappings.json'));
    const { path, type } = await commandLine(desk.home);
    await writeFile(join(path, '四月.xlsx'), table());
    const terms = async (ledger: string, ...more: string[]) => {
      await type('import', '四月.xlsx', '--ledger', ledger, ...more);
      return (JSON.parse((await type('list', 'assets', '--ledger', ledger, '--json')).out) as Listed[]).map((asset) => asset.term);
    };
    expect(await terms('A')).toEqual([undefined, undefined, undefined]);
    expect(await terms('B', '--remembered')).toEqual(['十年', '八年', '五年']);
    expect((await readFile(join(desk.home, 'import-mappings.json'))).equals(before)).toBe(true);
  });
});

describe('a ledger that an import makes', () => {
  const nameOf = async (above: readonly string[], ledger: string) => {
    const { path, type } = await commandLine();
    await writeFile(join(path, '农房.xlsx'), table(above));
    await type('import', '农房.xlsx', '--ledger', ledger);
    return (JSON.parse((await type('call', 'desk.profile', '--ledger', ledger)).out) as { name: { zh: string } }).name.zh;
  };
  it('is named after the township that the files state', async () => {
    expect(await nameOf(['闲置农房登记表', '填报单位：青溪乡人民政府'], '账本')).toBe('青溪乡');
    expect(await nameOf(['某某县白岩镇闲置农房资源一览表'], '账本')).toBe('白岩镇');
  });
  it('is named after its folder where they state none, or where the folder names a township itself', async () => {
    expect(await nameOf(['各乡镇闲置农房登记表'], '账本')).toBe('账本');
    expect(await nameOf(['填报单位：青溪乡人民政府'], '白岩镇')).toBe('白岩镇');
  });
});

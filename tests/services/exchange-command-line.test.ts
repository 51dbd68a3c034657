import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { run, type Surroundings } from '../../electron/cli/run.js';
import { createProgram } from '../../electron/services/create-program.js';
import { createEmptyLedger } from '../../electron/services/ledgers.js';
import { builtWorkers } from '../builders/import-program.js';
import { buildAsset, buildProfile, temporaryFolder } from '../builders/ledger.js';
import { preparedLedger } from '../builders/prepared-ledger.js';

const cleanUps: (() => Promise<unknown>)[] = [];
afterEach(async () => { for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp(); });

it('an exchange file is known for one by the command line: looked at, refused while something is to be decided, and merged as told', async () => {
  const { path, remove } = await temporaryFolder();
  cleanUps.push(remove);
  const workerFiles = await builtWorkers();
  const type = async (...words: string[]) => {
    let [out, said] = ['', ''];
    const surroundings: Surroundings = {
      terminal: { out: async (text) => { out += text; }, say: async (line) => { said += line; }, step: () => undefined },
      env: { LANG: 'zh_CN.UTF-8' }, folder: path, createProgram: (options) => createProgram({ ...options, workerFiles }), createEmptyLedger,
    };
    return { code: await run(words, surroundings), out, said };
  };
  const house = buildAsset('house', { name: '溪边老宅', code: 'LF-1', village: '溪口村' });
  await preparedLedger(path, { profile: buildProfile(), assets: [house], projects: [], tours: [] }, '甲');
  await cp(join(path, '甲'), join(path, '乙'), { recursive: true });
  const set = (ledger: string, value: string) => type('call', 'desk.apply', JSON.stringify({ edits: [{ kind: 'set', noun: 'asset', id: house.id, path: 'notes', value }] }), '--ledger', ledger);
  const notes = async (ledger: string) => (JSON.parse((await type('list', 'assets', '--ledger', ledger, '--json')).out) as { notes: string }[])[0]?.notes;
  await set('甲', '甲写的');
  await set('乙', '乙写的');
  expect((await type('export', 'exchange', '--ledger', '乙', '--audience', 'internal', '--out', '乙.bin')).code).toBe(0);

  const looked = await type('import', '乙.bin', '--ledger', '甲', '--dry-run', '--json');
  expect(looked.code).toBe(0);
  expect(JSON.parse(looked.out)).toMatchObject({ merges: [{ questions: 1, counts: { clash: 1 }, open: [{ name: '溪边老宅' }], result: null }] });
  const refused = await type('import', '乙.bin', '--ledger', '甲');
  expect(refused).toMatchObject({ code: 1, out: '' });
  expect(refused.said).toMatch(/「溪边老宅」.*--take mine/);
  expect(await notes('甲')).toBe('甲写的');
  expect((await type('import', '乙.bin', '--ledger', '甲', '--take', 'theirs')).out).toContain('修改 1 条');
  expect(await notes('甲')).toBe('乙写的');
  expect((await type('import', '乙.bin', '--ledger', '甲', '--take', 'yours')).code).toBe(2);
  expect((await type('export', 'slice', '--ledger', '甲', '--out', '填报.xlsx', '--villages', '溪口村', '--blank-rows', '3')).code).toBe(0);
  expect((await type('import', '填报.xlsx', '--ledger', '甲', '--json')).out).toContain('"same":1');
});

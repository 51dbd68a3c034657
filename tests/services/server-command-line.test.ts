import { join } from 'node:path';
import { writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run, type Surroundings } from '../../electron/cli/run.js';
import { createProgram } from '../../electron/services/create-program.js';
import { createEmptyLedger } from '../../electron/services/ledgers.js';
import { builtWorkers } from '../builders/import-program.js';
import { temporaryFolder } from '../builders/ledger.js';
import { startPostgres, withoutPostgres, type TestServer } from '../builders/postgres.js';

const missing = withoutPostgres();

describe.skipIf(missing)(`the command line on a server${missing ? ` (skipped: ${missing})` : ''}`, () => {
  let server: TestServer;
  beforeAll(async () => { server = await startPostgres(); });
  afterAll(() => server.stop());

  it('lists, tries an import without writing, imports, and exports what a server keeps; a wrong address is a sentence', async () => {
    const { path, remove } = await temporaryFolder();
    try {
      const workerFiles = await builtWorkers();
      const database = await server.ledger();
      const address = server.address(database).connection;
      const type = async (...words: string[]) => {
        let [out, said] = ['', ''];
        const surroundings: Surroundings = {
          terminal: { out: async (text) => { out += text; }, say: async (line) => { said += line; }, step: () => undefined },
          env: { LANG: 'zh_CN.UTF-8' }, folder: path, createProgram: (options) => createProgram({ ...options, workerFiles }), createEmptyLedger,
        };
        return { code: await run(words, surroundings), out, said };
      };
      const assets = async () => JSON.parse((await type('list', 'assets', '--ledger', address, '--json')).out) as { name: string }[];
      expect(await assets()).toHaveLength(12);
      await writeFile(join(path, '新增.csv'), '编号,名称,类别,村\nXZ-1,新建茶室,闲置房屋,溪口村\n');
      expect((await type('import', '新增.csv', '--ledger', address, '--dry-run', '--json')).code).toBe(0);
      expect(await assets()).toHaveLength(12);
      const imported = await type('import', '新增.csv', '--ledger', address);
      expect(imported.said).toBe('');
      expect(imported.code).toBe(0);
      expect((await assets()).map(({ name }) => name)).toContain('新建茶室');
      expect(await server.run(database, `SELECT count(*)::int AS count FROM xishan.records WHERE noun = 'asset' AND body IS NOT NULL`)).toEqual([{ count: 13 }]);
      expect((await type('export', 'ledger', '--ledger', address, '--format', 'csv', '--audience', 'internal', '--out', '台账.csv')).code).toBe(0);
      const wrong = await type('list', 'assets', '--ledger', address.replace(`/${database}`, '/nowhere'));
      expect(wrong).toMatchObject({ code: 1, out: '' });
      expect(wrong.said).toMatch(/nowhere|数据库/);
      expect(`${wrong.said}${imported.out}`).not.toContain(new URL(address).password);
    } finally {
      await remove();
    }
  });
});

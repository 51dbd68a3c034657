import { join } from 'node:path';
import { buildAsset, buildProfile, draftOf, setEntry } from '../builders/ledger.js';
import { ownerPassword, startPostgres, withoutPostgres, type TestServer } from '../builders/postgres.js';
import { preparedLedger } from '../builders/prepared-ledger.js';
import { openServerLedger } from '../../electron/storage/server/open-server.js';
import { openLedger, type Ledger } from '../../electron/storage/ledger.js';
import { expect, RunningHost, test, watchPage } from './fixtures.js';

/** An edit made where this page is not. */
async function commit(ledger: Ledger, id: string, fields: object): Promise<void> {
  const before = ledger.asset(id)!;
  await ledger.commit(draftOf(setEntry('asset', before, { ...before, ...fields, revision: before.revision + 1, updatedAt: new Date().toISOString() })));
}

const missing = withoutPostgres();
const house = buildAsset('house', { name: '溪边老宅', code: 'LF-1', village: '溪口村', notes: '钥匙在村委' });
const wood = buildAsset('forest', { name: '松岭山林', code: 'SL-1', village: '上坞村', siteArea: 20_000 });

let server: TestServer | undefined;
test.beforeAll(async () => { if (!missing) server = await startPostgres(); });
test.afterAll(async () => { await server?.stop(); });

test('a ledger is put on a server, shared with a colleague whose edits appear, taken along, and brought back with a question answered', async ({ folder, page }) => {
  test.skip(missing !== undefined, missing);
  const first = await preparedLedger(folder, { profile: buildProfile({ name: { zh: '溪口县', en: 'Xikou' }, villages: ['溪口村', '上坞村'] }), assets: [house, wood], projects: [], tours: [] }, '县里');
  const address = server!.address(await server!.database()).shown;
  const host = await RunningHost.start(join(folder, 'home-a'), first);
  const check = await watchPage(page);
  await page.goto(host.address);
  await page.keyboard.press('Control+9');
  await page.getByRole('tab', { name: /^服务器/ }).click();

  // Made of the ledger that is open, then opened.
  await page.getByLabel('地址').fill(address);
  await page.getByLabel('密码').fill('not the password');
  await page.getByRole('button', { name: '试一试连接' }).click();
  await expect(page.getByRole('alert')).toContainText('密码');
  await page.getByLabel('密码').fill(ownerPassword);
  await page.getByRole('button', { name: '试一试连接' }).click();
  await page.getByRole('button', { name: '建账', exact: true }).click();
  await page.getByRole('button', { name: '再看一眼' }).click();
  await expect(page.getByText('连上了：「溪口县」，2 宗资产')).toBeVisible();
  await page.getByRole('button', { name: '打开这本账' }).click();
  await expect(page.getByText('已连上')).toBeVisible();

  // A colleague is let in; what they change appears here by itself.
  await page.getByRole('button', { name: '加一个人' }).click();
  const person = page.getByRole('dialog', { name: '加一个人' });
  await person.getByLabel('姓名').fill('小李');
  await person.getByLabel('登录名').fill('xiaoli');
  await person.getByLabel('密码').fill('eight letters');
  await person.getByRole('button', { name: '保存' }).click();
  await expect(page.getByRole('cell', { name: '小李' })).toBeVisible();
  const colleague = await openServerLedger(server!.address(new URL(address).pathname.slice(1), 'xiaoli', 'eight letters'), join(folder, 'home-b'));
  await page.keyboard.press('Control+2');
  await expect(page.getByRole('gridcell', { name: '松岭山林' })).toBeVisible();
  await commit(colleague, wood.id, { name: '松岭山林（已丈量）' });
  await expect(page.getByRole('gridcell', { name: '松岭山林（已丈量）' })).toBeVisible();
  await page.keyboard.press('Control+9');
  await page.getByRole('tab', { name: /^服务器/ }).click();

  // Taken along, and edited where there is no network.
  await page.getByRole('button', { name: '取一份…' }).click();
  const taking = page.getByRole('dialog', { name: '离线拷贝放到…' });
  await taking.getByRole('textbox', { name: '在那里叫' }).fill('路演拷贝');
  await taking.getByRole('textbox', { name: '所在文件夹' }).fill(folder);
  await taking.getByRole('textbox', { name: '所在文件夹' }).press('Enter');
  await taking.getByRole('button', { name: '取到这里' }).click();
  await page.getByRole('button', { name: '好', exact: true }).click();
  await expect(page.getByText('路演拷贝', { exact: true })).toBeVisible();
  const copy = await openLedger(join(folder, '路演拷贝'));
  await commit(copy, house.id, { notes: '路上写的', address: '溪口 3 号' });
  await copy.close();
  await commit(colleague, house.id, { notes: '小李写的' });
  await colleague.close();

  // Brought back: one question, answered by key, and one change that can be undone.
  await page.getByRole('button', { name: '并回来…' }).click();
  const dialog = page.getByRole('dialog', { name: '并回离线拷贝' });
  await expect(dialog.getByText('还有 1 处要您定')).toBeVisible();
  await page.keyboard.press('2');
  await dialog.getByRole('button', { name: '合并', exact: true }).click();
  await expect(dialog.getByText('新增 0 条，修改 1 条，删除 0 条')).toBeVisible();
  await dialog.getByRole('button', { name: '好', exact: true }).click();
  expect(await server!.run(new URL(address).pathname.slice(1), `SELECT body->>'notes' AS notes, body->>'address' AS address FROM xishan.records WHERE id = '${house.id}'`)).toEqual([{ notes: '路上写的', address: '溪口 3 号' }]);
  await page.keyboard.press('Control+z');
  await expect.poll(() => server!.run(new URL(address).pathname.slice(1), `SELECT body->>'notes' AS notes FROM xishan.records WHERE id = '${house.id}'`)).toEqual([{ notes: '小李写的' }]);
  check();
  await host.stop();
});

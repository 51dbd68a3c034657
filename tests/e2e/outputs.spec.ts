import { readFile } from 'node:fs/promises';
import { buildAsset, buildProfile, buildProject } from '../builders/ledger.js';
import { readPdf } from '../builders/pdf.js';
import { preparedLedger } from '../builders/prepared-ledger.js';
import { expect, RunningHost, test, watchPage } from './fixtures.js';

const wood = buildAsset('forest', { name: '老鹰岩杉木林', code: 'SL-1', village: '竹坞村', status: 'idle', siteArea: 200_000, owner: '某户' });
const house = buildAsset('house', { name: '竹坞老屋', code: 'NF-1', village: '竹坞村', status: 'available', floorArea: 240 });
const hall = buildAsset('hall', { name: '茶坪礼堂', code: 'LT-1', village: '茶坪村', status: 'idle', floorArea: 700 });
const data = { profile: buildProfile(), assets: [wood, house, hall], projects: [buildProject({ code: 'XM-1', name: '溪口营地', sector: '文旅康养', investment: 1200, assetIds: [wood.id] })], tours: [] };

test('what was chosen about an output is remembered, and its file comes out as chosen', async ({ folder, page }) => {
  const ledger = await preparedLedger(folder, data);
  const host = await RunningHost.start(folder, ledger);
  const check = await watchPage(page);
  await page.goto(host.address);
  await page.keyboard.press('Control+7');
  const cards = page.locator('[data-testid^=output-]');
  await expect(cards.first()).toBeVisible();
  const order = await cards.evaluateAll((all) => all.map((card) => card.getAttribute('data-testid')));
  expect(order.filter((name) => ['output-projects', 'output-ledger', 'output-web', 'output-slides', 'output-poster', 'output-geo'].includes(name ?? ''))).toEqual(['output-projects', 'output-ledger', 'output-web', 'output-slides', 'output-poster', 'output-geo']);
  const card = page.getByTestId('output-projects');
  await card.getByRole('radio', { name: '对外' }).click();
  await card.getByRole('radio', { name: 'CSV' }).click();
  await card.getByRole('radio', { name: 'GBK' }).click();
  await card.getByRole('button', { name: '生成' }).click();
  const download = page.waitForEvent('download');
  await card.getByTestId('output-file').click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/公开.*\.csv$/);
  const content = new TextDecoder('gbk', { fatal: true }).decode(await readFile(await file.path()));
  expect(content).toContain('溪口营地');
  await page.reload();
  for (const name of ['对外', 'CSV', 'GBK']) await expect(card.getByRole('radio', { name })).toBeChecked();
  await expect(page.getByTestId('output-ledger').getByRole('radio', { name: 'Excel' })).toBeChecked();
  check();
  await host.stop();
});

test('the ledger is taken along just as it stands on screen', async ({ folder, page }) => {
  const host = await RunningHost.start(folder, await preparedLedger(folder, data));
  const check = await watchPage(page);
  await page.goto(host.address);
  await page.keyboard.press('Control+2');
  const grid = page.getByRole('grid', { name: '资源一本账' });
  await page.getByRole('searchbox').fill('竹坞');
  await expect(grid).not.toContainText('茶坪礼堂');
  const shown = await grid.locator('[role=columnheader]').evaluateAll((heads) => heads.map((head) => (head as HTMLElement).innerText.split('\n')[0]!.trim()).filter(Boolean));
  await page.getByRole('button', { name: '导出', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: '导出资产一本账' });
  await dialog.getByRole('radio', { name: 'CSV' }).click();
  await dialog.getByRole('button', { name: '生成' }).click();
  const download = page.waitForEvent('download');
  await dialog.getByTestId('output-file').click();
  const [head, ...lines] = (await readFile(await (await download).path(), 'utf8')).replace('\uFEFF', '').trimEnd().split('\r\n');
  expect(lines).toHaveLength(2);
  expect(lines.join()).not.toContain('茶坪礼堂');
  const columns = head!.split(',').map((name) => name.replace(/（.*）$/, ''));
  const order = shown.filter((name) => columns.includes(name));
  expect(order.length).toBeGreaterThan(5);
  expect([...new Set(columns)].filter((name) => order.includes(name))).toEqual(order);
  check();
  await host.stop();
});

test('a brochure for one investor holds what was picked and for whom, is a book by itself, and only its looks are remembered', async ({ folder, page }) => {
  const host = await RunningHost.start(folder, await preparedLedger(folder, data));
  const check = await watchPage(page);
  await page.goto(host.address);
  await page.keyboard.press('Control+7');
  const card = page.getByTestId('output-brochure');
  await card.getByRole('radio', { name: '对外' }).click();
  await card.getByRole('radio', { name: '中文', exact: true }).click();
  await card.getByLabel('标题').fill('溪口招商手册');
  await card.getByRole('radio', { name: '专送' }).click();
  const make = card.getByRole('button', { name: '生成' });
  // A book of nothing is not made.
  await expect(make).toBeDisabled();
  await card.getByRole('searchbox', { name: '找资产' }).fill('laowu');
  await expect(card.getByRole('checkbox')).toHaveCount(1);
  await card.getByRole('checkbox', { name: '竹坞老屋' }).check();
  await card.getByLabel('敬呈').fill('山海文旅公司');
  await expect(card.locator('.output-options')).toContainText('已选 1 宗');

  await make.click();
  await card.getByRole('button', { name: '取消' }).click();
  await expect(card.getByRole('progressbar')).toHaveCount(0);
  await expect(card.getByTestId('output-file')).toHaveCount(0);

  await make.click();
  await expect(card.getByRole('progressbar')).toBeVisible();
  const file = card.getByTestId('output-file');
  await expect(file).toBeVisible({ timeout: 120_000 });
  const download = page.waitForEvent('download');
  await file.click();
  const saved = await download;
  expect(saved.suggestedFilename()).toMatch(/^溪口招商手册.*专送.*\.pdf$/);
  const { text, pages } = readPdf(await readFile(await saved.path()));
  const words = text.replace(/\s+/g, '');
  for (const there of ['溪口招商手册', '山海文旅公司', '竹坞老屋']) expect(words).toContain(there);
  for (const left of ['老鹰岩', '茶坪礼堂', '某户']) expect(words).not.toContain(left);
  expect(pages.length).toBeGreaterThan(5);

  await page.reload();
  await expect(card.getByLabel('标题')).toHaveValue('溪口招商手册');
  await expect(card.getByRole('radio', { name: '对外' })).toBeChecked();
  // The next investor is another one.
  await expect(card.getByRole('radio', { name: '全部' })).toBeChecked();
  check();
  await host.stop();
});

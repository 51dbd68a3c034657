import { existsSync } from 'node:fs';
import { officeWorkbook } from '../builders/office-workbook.js';
import { buildAsset, buildProfile } from '../builders/ledger.js';
import { preparedLedger } from '../builders/prepared-ledger.js';
import { expect, introduce, RunningHost, test, watchPage } from './fixtures.js';

const workbook = { name: '桃源镇农房.xlsx', mimeType: 'application/octet-stream', buffer: officeWorkbook() };

test('an office’s workbook is previewed, taken in as one change, and taken back', async ({ folder, page }) => {
  const host = await RunningHost.start(folder, await preparedLedger(folder, { profile: buildProfile({ villages: [] }), assets: [], projects: [], tours: [] }));
  const check = await watchPage(page);
  await page.goto(host.address);
  await page.keyboard.press('Control+2');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: '导入' }).first().click();
  await (await chooser).setFiles(workbook);

  const dialog = page.getByRole('dialog', { name: '导入', exact: true });
  await expect(dialog.getByText('张表可读')).toBeVisible();
  await dialog.getByRole('navigation', { name: '步骤' }).getByRole('button', { name: /核对/ }).click();
  await dialog.getByRole('tab', { name: /拒绝/ }).click();
  await expect(dialog.getByRole('list', { name: '行' })).toContainText('9');
  await dialog.getByRole('tab', { name: /存疑/ }).click();
  await expect(dialog.getByRole('list', { name: '行' })).toContainText('90-110');
  await dialog.getByRole('button', { name: '下一步：导入' }).click();
  await dialog.getByRole('button', { name: '导入 3 行' }).click();
  // The first change of all asks who makes it.
  await page.getByRole('textbox', { name: '姓名' }).fill('王小溪');
  await page.getByRole('button', { name: '记住' }).click();

  await expect(dialog.getByRole('heading', { name: '已记入账本' })).toBeVisible();
  await dialog.getByRole('button', { name: '关闭' }).last().click();
  const grid = page.getByRole('grid', { name: '资源一本账' });
  await expect(grid).toContainText('溪头两间屋');
  await expect(page.getByTestId('ledger-sums')).toContainText('3');
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(page.getByTestId('ledger-sums')).toContainText('0');
  await page.getByRole('button', { name: '重做' }).click();
  await expect(grid).toContainText('柳岸粮站');

  // The same file again adds nothing.
  const again = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: '导入' }).first().click();
  await (await again).setFiles(workbook);
  await dialog.getByRole('navigation', { name: '步骤' }).getByRole('button', { name: /导入/ }).click();
  await expect(dialog.getByRole('button', { name: '没有要导入的' })).toBeDisabled();
  check();
  await host.stop();
});

test('a file that is no table is refused by name, and the ledger stays as it was', async ({ folder, page }) => {
  const host = await RunningHost.start(folder, await preparedLedger(folder, { profile: buildProfile(), assets: [buildAsset('house', { name: '唯一的老屋' })], projects: [], tours: [] }));
  await page.goto(host.address);
  await page.keyboard.press('Control+2');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: '导入' }).first().click();
  await (await chooser).setFiles({ name: '空表.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.alloc(0) });
  const dialog = page.getByRole('dialog', { name: '导入', exact: true });
  await expect(dialog.getByRole('listitem').filter({ hasText: '空表.xlsx' })).toContainText('空文件');
  await dialog.getByRole('button', { name: '关闭' }).click();
  await expect(page.getByTestId('ledger-sums')).toContainText('1');
  await host.stop();
});

test('an edit in the form is on disk before it is confirmed: it outlives a killed program', async ({ folder, page }) => {
  const ledger = await preparedLedger(folder, { profile: buildProfile(), assets: [buildAsset('house', { name: '溪边老宅', code: 'LF-1' })], projects: [], tours: [] });
  const host = await RunningHost.start(folder, ledger);
  await page.goto(host.address);
  await introduce(page);
  await page.keyboard.press('Control+2');
  await page.getByRole('grid', { name: '资源一本账' }).getByText('溪边老宅').click();
  const form = page.getByTestId('asset-form');
  const name = form.getByRole('textbox', { name: '名称', exact: true });
  await name.fill('溪边大宅');
  await name.press('Enter');
  await expect(form.getByRole('heading', { name: '溪边大宅' })).toBeVisible();
  await host.kill();

  const next = await RunningHost.start(folder, ledger);
  await page.goto(next.address);
  await page.keyboard.press('Control+2');
  await expect(page.getByRole('grid', { name: '资源一本账' })).toContainText('溪边大宅');
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(page.getByRole('grid', { name: '资源一本账' })).toContainText('溪边老宅');
  await next.stop();
  expect(existsSync(`${ledger}/lock`)).toBe(false);
});

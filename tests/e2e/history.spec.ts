import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { buildAsset, buildProfile } from '../builders/ledger.js';
import { preparedLedger } from '../builders/prepared-ledger.js';
import { expect, introduce, RunningHost, test, watchPage } from './fixtures.js';
import type { Page } from '@playwright/test';

const records = () => ({ profile: buildProfile(), assets: [buildAsset('house', { name: '溪边老宅', code: 'LF-1' }), buildAsset('hall', { name: '文化礼堂', code: 'LT-1' })], projects: [], tours: [] });

async function editTownship(page: Page, hotline: string): Promise<void> {
  await page.keyboard.press('Control+9');
  await page.getByRole('tab', { name: /乡镇/ }).click();
  const phone = page.getByRole('textbox', { name: /电话/ }).first();
  await phone.fill(hotline);
  await phone.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: '已保存' }).first()).toBeVisible();
}

test('a change is on the timeline with its cells, since a day, and undo says what it takes back', async ({ folder, page }) => {
  const host = await RunningHost.start(folder, await preparedLedger(folder, records()));
  const check = await watchPage(page);
  await page.goto(host.address);
  await introduce(page);
  await editTownship(page, '0570-1234567');
  await page.keyboard.press('Control+4');
  const timeline = page.getByRole('listbox', { name: '修改记录' });
  await expect(timeline).toContainText('修改乡镇概况');
  await expect(timeline).toContainText('王小溪');
  const detail = page.getByRole('region', { name: '这次修改' });
  await expect(detail).toContainText('0570-1234567');
  await expect(page.getByText('现在撤销会收回：修改乡镇概况')).toBeVisible();

  await page.getByRole('tab', { name: '自某日以来的变化' }).click();
  const figures = page.getByTestId('compare-figures');
  await expect(figures.getByRole('button', { name: /修改/ })).toContainText('1');
  await expect(figures.getByRole('button', { name: /新增/ })).toContainText('0');
  await page.getByRole('button', { name: '导出' }).click();
  const dialog = page.getByRole('dialog', { name: '导出变化表' });
  await dialog.getByRole('button', { name: '导出' }).click();
  await expect(dialog.getByTestId('output-file')).toContainText('变化表');
  await dialog.getByRole('button', { name: '关闭' }).click();

  await page.getByRole('button', { name: '撤销', exact: true }).click();
  await expect(page.getByText('比较之后又有新的修改。')).toBeVisible();
  await page.getByRole('button', { name: '重新比较' }).click();
  await expect(page.getByText('这段时间没有变化')).toBeVisible();
  await page.getByRole('tab', { name: '修改记录' }).click();
  await expect(timeline.getByText('已撤销')).toBeVisible();
  check();
  await host.stop();
});

test('a restore point is made, compared and put back, and that can be undone', async ({ folder, page }) => {
  const host = await RunningHost.start(folder, await preparedLedger(folder, records()));
  const check = await watchPage(page);
  await page.goto(host.address);
  await introduce(page);
  await page.getByRole('tab', { name: /备份/ }).click();
  await page.getByRole('button', { name: '现在备份' }).click();
  await expect(page.getByRole('row').nth(1)).toContainText('没有');
  await editTownship(page, '0570-7654321');
  await page.getByRole('tab', { name: /备份/ }).click();
  await expect(page.getByRole('row').nth(1)).toContainText('1 次');
  await page.getByRole('row').nth(1).getByRole('button', { name: '比较' }).click();
  const dialog = page.getByRole('dialog', { name: /会怎样/ });
  await expect(dialog).toContainText('0570-7654321');
  await dialog.getByRole('button', { name: '恢复', exact: true }).click();
  await expect(page.getByText(/已恢复到/)).toBeVisible();
  await page.keyboard.press('Control+4');
  await expect(page.getByRole('listbox', { name: '修改记录' })).toContainText(/恢复到 .* 的备份/);
  await page.getByRole('button', { name: '撤销', exact: true }).click();
  await page.keyboard.press('Control+9');
  await page.getByRole('tab', { name: /乡镇/ }).click();
  await expect(page.getByRole('textbox', { name: /电话/ }).first()).toHaveValue('0570-7654321');
  check();
  await host.stop();
});

test('a stick that is pulled out is said on every page, refuses edits, and goes on when it is back', async ({ folder, page }) => {
  const ledger = await preparedLedger(folder, records());
  const host = await RunningHost.start(folder, ledger);
  await page.goto(host.address);
  await introduce(page);
  await rename(ledger, join(folder, 'pulled'));
  const banner = page.getByRole('alert').filter({ hasText: '不在' });
  await expect(banner).toBeVisible();
  await page.keyboard.press('Control+1');
  await expect(banner).toBeVisible();
  await banner.getByRole('button', { name: '插回后点继续' }).click();
  await expect(page.getByText(/还找不到/)).toBeVisible();
  await rename(join(folder, 'pulled'), ledger);
  await expect(banner).toBeHidden();
  await editTownship(page, '0570-1111111');
  await host.stop();
});

test('a ledger is found by walking through folders, and copied to another one', async ({ folder, page }) => {
  const ledger = await preparedLedger(folder, records(), '甲乡');
  await preparedLedger(folder, records(), '乙乡');
  const host = await RunningHost.start(folder, ledger);
  const check = await watchPage(page);
  await page.goto(host.address);
  await page.keyboard.press('Control+9');
  await page.getByRole('button', { name: '复制到…' }).click();
  const copying = page.getByRole('dialog', { name: '复制账本到…' });
  await copying.getByRole('textbox', { name: '所在文件夹' }).fill(folder);
  await copying.getByRole('textbox', { name: '所在文件夹' }).press('Enter');
  await expect(copying.getByRole('option', { name: /乙乡/ })).toBeVisible();
  await copying.getByRole('textbox', { name: '在那里叫' }).fill('甲乡备份');
  await copying.getByRole('button', { name: '复制到这里' }).click();
  await page.getByRole('dialog', { name: '复制好了' }).getByRole('button', { name: '好', exact: true }).click();

  await page.getByRole('button', { name: '打开别处的…' }).click();
  const opening = page.getByRole('dialog', { name: '打开账本' });
  await opening.getByRole('textbox', { name: '所在文件夹' }).fill(folder);
  await opening.getByRole('textbox', { name: '所在文件夹' }).press('Enter');
  await opening.getByRole('option', { name: /甲乡备份/ }).click();
  await opening.getByRole('button', { name: '打开这本账' }).click();
  await expect(page.getByRole('heading', { name: /甲乡备份/ })).toBeVisible();
  check();
  await host.stop();
});

test('a folder that answers late does not lead back to where nobody is any more', async ({ folder, page }) => {
  const ledger = await preparedLedger(folder, records(), '甲乡');
  await preparedLedger(folder, records(), '乙乡');
  const host = await RunningHost.start(folder, ledger);
  await page.goto(host.address);
  await page.keyboard.press('Control+9');
  // The folder that is shown first is on a slow drive.
  let answer = () => {};
  const late = new Promise<void>((given) => { answer = given; });
  let asked = 0;
  await page.route('**/call', async (route) => {
    if ((route.request().postDataJSON() as { name: string }).name === 'folder.list' && (asked += 1) === 1) await late;
    await route.fallback();
  });
  await page.getByRole('button', { name: '复制到…' }).click();
  const copying = page.getByRole('dialog', { name: '复制账本到…' });
  const path = copying.getByRole('textbox', { name: '所在文件夹' });
  await path.fill(folder);
  await path.press('Enter');
  await expect(copying.getByRole('option', { name: /乙乡/ })).toBeVisible();
  const answered = page.waitForResponse((response) => response.url().endsWith('/call') && (response.request().postDataJSON() as { name: string }).name === 'folder.list');
  answer();
  await answered;
  await expect(path).toHaveValue(folder);
  await expect(copying.getByRole('option', { name: /乙乡/ })).toBeVisible();
  await host.stop();
});

import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { filesHolding } from '../builders/lead-desk.js';
import { openAudience, openDesk } from './audience-window.js';
import { expect, test, watchPage } from './fixtures.js';

const passphrase = '青山绿水 2026';
const visitor = { name: '欧阳明轩', phone: '13812342046' } as const;

test('a booth visitor leaves a lead; the desk sees it masked, reveals it, follows up, makes the take-away, and deletes it for good', async ({ browser, folder, host, program: page }) => {
  test.setTimeout(300_000);
  const desk = await openDesk(browser, host);
  const { folder: ledger } = await desk.call('ledger.status', {});
  await desk.call('settings.set', { boothPin: '2468', operator: '王小溪' });

  // The passphrase is set first; nothing can be taken before.
  await page.keyboard.press('Control+8');
  await expect(page.getByRole('heading', { name: '先设一个口令，再收意向' })).toBeVisible();
  await page.getByLabel('新口令（至少 8 个字）').fill(passphrase);
  await page.getByLabel('再写一遍').fill('别的口令别的口令');
  await expect(page.getByText('两遍不一样。')).toBeVisible();
  await page.getByLabel('再写一遍').fill(passphrase);
  await page.getByRole('button', { name: '设好口令' }).click();
  await expect(page.getByRole('heading', { name: '还没有意向' })).toBeVisible();
  await page.getByRole('button', { name: '锁上' }).click();

  // At the booth: two assets are looked at, one of them is taken off the form again.
  const [tour] = await desk.call('desk.tours', {});
  await desk.call('stage.start', { tourId: tour!.id, booth: true });
  const screen = await openAudience(browser, desk, { reducedMotion: 'reduce' });
  const noFault = await watchPage(screen.page);
  await expect(screen.page.getByText('轻触屏幕，自己看看')).toBeVisible();
  await screen.page.touchscreen.tap(900, 400);
  const dock = screen.page.getByRole('navigation', { name: '看看有什么' });
  await dock.getByRole('radio', { name: /水电站/ }).tap();
  await dock.getByRole('group', { name: '资产' }).getByRole('button').filter({ hasText: '白鹭溪二级电站' }).tap();
  await dock.getByRole('button', { name: '看别的' }).tap();
  await dock.getByRole('radio', { name: /老房/ }).tap();
  const house = dock.getByRole('group', { name: '资产' }).getByRole('button').first();
  await house.tap();
  await dock.getByRole('button', { name: '留个电话' }).tap();
  const form = screen.page.getByRole('dialog', { name: '留下意向' });
  const send = form.getByRole('button', { name: '提交' });
  await expect(send).toBeDisabled();
  await form.getByLabel('怎么称呼您（姓名或单位）').fill(visitor.name);
  for (const digit of visitor.phone) await form.getByRole('group', { name: '电话号码的数字键' }).getByRole('button', { name: digit, exact: true }).tap();
  await expect(form.getByLabel('电话', { exact: true })).toHaveValue(visitor.phone);
  const liked = form.getByRole('group', { name: '对这些感兴趣' }).getByRole('button');
  await expect(liked).toHaveCount(2);
  await liked.nth(1).tap();
  await expect(liked.nth(1)).toHaveAttribute('aria-pressed', 'false');
  await expect(send).toBeDisabled();
  await form.getByText('我同意').tap();
  for (const target of [send, ...await liked.all(), ...await form.getByRole('group', { name: '电话号码的数字键' }).getByRole('button').all()]) {
    const box = (await target.boundingBox())!;
    expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(64);
  }
  await send.tap();
  await expect(screen.page.getByText('收到了，谢谢！')).toBeVisible();
  expect(await screen.page.content()).not.toContain(visitor.name);
  noFault();
  await screen.close();
  await desk.call('stage.act', { command: { do: 'end' } });

  // At the desk: locked, then masked, then revealed.
  await page.keyboard.press('Control+8');
  const line = page.getByRole('list', { name: '意向' }).getByRole('button');
  await expect(line).toHaveCount(1);
  await expect(line).toContainText('白鹭溪二级电站');
  await expect(line).toContainText('已锁');
  await page.getByRole('button', { name: '解锁' }).click();
  await page.getByLabel('口令', { exact: true }).fill('不是这个口令');
  await page.getByRole('dialog').getByRole('button', { name: '解锁' }).click();
  await expect(page.getByRole('alert').filter({ hasText: '口令不对' })).toBeVisible();
  await page.getByLabel('口令', { exact: true }).fill(passphrase);
  await page.getByRole('dialog').getByRole('button', { name: '解锁' }).click();
  await expect(line).toContainText('欧**');
  await expect(line).toContainText('138****2046');
  expect(await page.content()).not.toContain(visitor.phone);
  await line.click();
  const card = page.getByTestId('lead-card');
  await card.getByRole('button', { name: '显示姓名和电话' }).click();
  await expect(card.getByTestId('lead-person')).toContainText(visitor.name);
  await expect(card.getByTestId('lead-person')).toContainText(visitor.phone);

  // Followed up: noted, and planned for a day that is over.
  await card.getByRole('button', { name: '改或记一笔' }).click();
  await card.getByLabel('跟进记录').fill('电话里说要看现场');
  await card.getByRole('button', { name: '存好' }).click();
  await expect(card.getByTestId('lead-person')).toContainText('电话里说要看现场');
  await card.getByRole('button', { name: /下一步/ }).click();
  await page.getByRole('option', { name: '约看现场' }).click();
  await card.getByLabel('什么时候').fill('2020-01-02');
  await expect(line).toContainText('逾期');
  await expect(line).toContainText('约看现场');

  // The count stands in the project table and on the asset, as a plain figure.
  const [asset] = (await desk.call('leads.list', {}))[0]!.assetIds;
  expect((await desk.call('leads.counts', {})).assets).toEqual({ [asset!]: 1 });

  // The take-away: brochure, page and table in one folder.
  const shelf = join(folder, 'shelf');
  await mkdir(shelf);
  await desk.call('settings.set', { takeAway: { parts: ['brochure', 'web', 'table'], language: 'zh', parent: shelf } });
  await card.getByRole('button', { name: '做带走资料…' }).click();
  const dialog = page.getByRole('dialog', { name: '带走资料' });
  await expect(dialog).toContainText(shelf);
  await dialog.getByLabel('文件夹叫什么').fill('给一位投资人');
  await dialog.getByRole('button', { name: '一步做好' }).click();
  await expect(dialog.getByTestId('take-away-done')).toBeVisible({ timeout: 180_000 });
  const files = await readdir(join(shelf, '给一位投资人'));
  expect(files.map((name) => name.slice(name.lastIndexOf('.') + 1)).sort()).toEqual(['pdf', 'xlsx', 'zip']);
  expect(await filesHolding(shelf, [visitor.name, visitor.phone])).toEqual([]);
  await dialog.getByRole('button', { name: '关闭', exact: true }).last().click();

  // Deleted for good.
  await card.getByRole('button', { name: '彻底删除…' }).click();
  await page.getByRole('dialog', { name: '彻底删除这条意向？' }).getByRole('button', { name: '彻底删除' }).click();
  await expect(page.getByRole('heading', { name: '还没有意向' })).toBeVisible();
  expect(await filesHolding(ledger, [visitor.name, visitor.phone])).toEqual([]);
  expect(await page.content()).not.toContain(visitor.phone);
  await desk.close();
});

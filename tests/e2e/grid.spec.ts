import type { Page } from '@playwright/test';
import { buildAsset, buildProfile } from '../builders/ledger.js';
import { preparedLedger } from '../builders/prepared-ledger.js';
import { expect, RunningHost, test, watchPage } from './fixtures.js';

const names = ['竹坞毛竹林', '松阴油茶林', '溪口电站', '石桥老屋', '上梅礼堂'];
const assets = [
  buildAsset('forest', { name: names[0]!, code: 'XS-001', village: '竹坞村', status: 'idle', siteArea: 20_000 / 3 }),
  buildAsset('forest', { name: names[1]!, code: 'XS-002', village: '松阴村', status: 'idle', siteArea: 20_000 }),
  buildAsset('hydropower', { name: names[2]!, code: 'XS-003', village: '溪口村', status: 'operating', detail: { capacityKw: 480 } }),
  buildAsset('house', { name: names[3]!, code: 'XS-004', village: '石桥村', status: 'idle', floorArea: 168 }),
  buildAsset('hall', { name: names[4]!, code: 'XS-005', village: '上梅湾村', status: 'idle', floorArea: 300 }),
];
const data = { profile: buildProfile({ villages: ['竹坞村', '松阴村', '溪口村', '石桥村', '上梅湾村'] }), assets, projects: [], tours: [] };

const cell = (page: Page, name: string, column: string) => page.locator('[role=row]', { hasText: name }).locator(`[role=gridcell][data-column="${column}"]`);
const column = async (page: Page, path: string) => Promise.all(names.map(async (name) => (await cell(page, name, path).innerText()).replace(/\s/g, '')));

/** Pastes as the browser would: with text, and with the table that a spreadsheet puts beside it. */
const paste = (page: Page, words: string, html?: string) => page.evaluate(([given, table]) => {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', given ?? '');
  if (table) clipboardData.setData('text/html', table);
  document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
}, [words, html]);

/** The program on a ledger of five assets, at the ledger page, edited by somebody with a name. */
async function openGrid(folder: string, page: Page) {
  const host = await RunningHost.start(folder, await preparedLedger(folder, data));
  const check = await watchPage(page);
  await page.goto(host.address);
  await page.keyboard.press('Control+2');
  await expect(page.getByRole('grid', { name: '资源一本账' })).toContainText(names[0]!);
  return { host, check };
}
const skipName = (page: Page) => page.getByRole('button', { name: '先不填' }).click();

test('cells are typed over, pasted into, filled down and changed together, and undone to what they were', async ({ folder, page }) => {
  const { host, check } = await openGrid(folder, page);
  const before = { status: await column(page, 'status'), village: await column(page, 'village'), site: await column(page, 'siteArea') };

  // Typing takes the place of what stood there; the cursor goes on to the next row.
  await cell(page, names[0]!, 'village').click();
  await page.keyboard.type('青枫岭村');
  await page.keyboard.press('Enter');
  await skipName(page);
  await expect(cell(page, names[0]!, 'village')).toHaveText('青枫岭村');
  await expect(cell(page, names[1]!, 'village')).toHaveAttribute('aria-selected', 'true');

  // What cannot be stored stays in the editor with a sentence; Esc leaves the cell as it was.
  await cell(page, names[1]!, 'siteArea').click();
  await page.keyboard.type('三十来亩吧');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('面积要写成大于 0 的一个数');
  await page.keyboard.press('Escape');
  await expect(cell(page, names[1]!, 'siteArea')).toContainText('30');

  // A block from a spreadsheet: office words, units in cells, and one cell that cannot be read.
  await cell(page, names[0]!, 'siteArea').click();
  await paste(page, '', '<table><tr><td>12亩</td></tr><tr><td>1公顷</td></tr></table>');
  await expect(cell(page, names[0]!, 'siteArea')).toHaveText('12亩');
  await expect(cell(page, names[1]!, 'siteArea')).toHaveText('15亩');
  await cell(page, names[0]!, 'status').click();
  await paste(page, '洽谈\r\n瞎写\r\n已出租\r\n');
  await expect(cell(page, names[0]!, 'status')).toHaveText('洽谈中');
  await expect(cell(page, names[2]!, 'status')).toHaveText('已出租');
  await expect(cell(page, names[1]!, 'status')).toHaveText('闲置');
  await expect(page.getByRole('status').filter({ hasText: '瞎写' })).toContainText('1 格没有改');

  // Fill down repeats the first cell of the range; the status line adds up what is chosen.
  await cell(page, names[0]!, 'village').click();
  await cell(page, names[2]!, 'village').click({ modifiers: ['Shift'] });
  await page.keyboard.press('Control+d');
  await expect(cell(page, names[2]!, 'village')).toHaveText('青枫岭村');
  await cell(page, names[0]!, 'siteArea').click();
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByTestId('range-sums')).toContainText('27 亩');

  // Several rows at once: the box of each, one field, one change.
  for (const name of [names[3]!, names[4]!]) await page.locator('[role=row]', { hasText: name }).getByRole('checkbox').click();
  await page.getByRole('button', { name: '批量修改' }).click();
  const dialog = page.getByRole('dialog', { name: '批量修改 2 宗资产' });
  await expect(dialog).toContainText('1 种旧值');
  await dialog.getByRole('button', { name: /未填/ }).click();
  await page.getByRole('option', { name: '可招商' }).click();
  await dialog.getByRole('button', { name: '改 2 宗' }).click();
  await expect(cell(page, names[4]!, 'status')).toHaveText('可招商');

  // Five changes, taken back one by one in their turn.
  const backTo: [string, string, string][] = [[names[4]!, 'status', '闲置'], [names[2]!, 'village', '溪口村'], [names[0]!, 'status', '闲置'], [names[0]!, 'siteArea', '10亩'], [names[0]!, 'village', '竹坞村']];
  for (const [name, path, words] of backTo) {
    await page.getByRole('button', { name: '撤销' }).click();
    await expect(cell(page, name, path)).toHaveText(words);
  }
  await expect.poll(() => column(page, 'village')).toEqual(before.village);
  expect(await column(page, 'status')).toEqual(before.status);
  expect(await column(page, 'siteArea')).toEqual(before.site);
  check();
  await host.stop();
});

test('what is copied comes back from the clipboard unchanged, and a cell of the wrong kind of asset stays closed', async ({ folder, page }) => {
  const { host, check } = await openGrid(folder, page);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await cell(page, names[0]!, 'village').click();
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Control+c');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe('竹坞村\t10亩');
  await cell(page, names[1]!, 'village').click();
  await page.keyboard.press('Control+v');
  await skipName(page);
  await expect(cell(page, names[1]!, 'village')).toHaveText('竹坞村');
  await expect(cell(page, names[1]!, 'siteArea')).toHaveText('10亩');
  await page.keyboard.press('Control+z');
  await expect(cell(page, names[1]!, 'village')).toHaveText('松阴村');
  await page.keyboard.press('Control+y');
  await expect(cell(page, names[1]!, 'village')).toHaveText('竹坞村');

  const closed = cell(page, names[0]!, 'detail.capacityKw');
  await expect(closed).toHaveAttribute('aria-readonly', 'true');
  await closed.click();
  await page.keyboard.type('5');
  await expect(page.getByRole('status').filter({ hasText: '没有这一项' })).toBeVisible();
  check();
  await host.stop();
});

test('the keyboard alone reaches, edits and leaves the table', async ({ folder, page }) => {
  const { host, check } = await openGrid(folder, page);
  await cell(page, names[0]!, 'code').click();
  await page.keyboard.press('Control+End');
  await expect(page.locator('[role=row]', { hasText: names[4]! }).locator('[role=gridcell]').last()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('F2');
  await expect(page.getByRole('textbox', { name: '编号' })).toBeFocused();
  await page.keyboard.type('-A');
  await page.keyboard.press('Tab');
  await skipName(page);
  await expect(cell(page, names[0]!, 'code')).toHaveText('XS-001-A');
  await expect(cell(page, names[0]!, 'name')).toHaveAttribute('aria-selected', 'true');
  // A list: typed letters of the pinyin choose, Enter takes.
  await cell(page, names[0]!, 'status').click();
  await page.keyboard.type('qt');
  await page.keyboard.press('Escape');
  await page.keyboard.type('kzs');
  await expect(page.getByRole('option', { name: '可招商' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(cell(page, names[0]!, 'status')).toHaveText('可招商');
  // Space opens the form of the row under the cursor, and shuts it.
  await page.keyboard.press('Space');
  await expect(page.getByTestId('asset-form')).toBeVisible();
  await page.keyboard.press('Space');
  await expect(page.getByTestId('asset-form')).toHaveCount(0);
  await page.keyboard.press('Control+a');
  await expect(page.getByTestId('range-sums')).toContainText('5 × ');
  // The rows are there again when the page is come back to.
  await page.keyboard.press('Control+1');
  await page.keyboard.press('Control+2');
  await expect(cell(page, names[2]!, 'name')).toBeVisible();
  check();
  await host.stop();
});

test('a view that was saved is there after a reload, with its columns, order and filter', async ({ folder, page }) => {
  const { host, check } = await openGrid(folder, page);
  await page.getByRole('button', { name: '选择列' }).click();
  const choice = page.getByRole('dialog', { name: '选择列' });
  await choice.getByRole('textbox', { name: '找一列' }).fill('备注');
  await choice.getByRole('button', { name: '加上「备注」' }).click();
  await choice.getByRole('button', { name: '好' }).click();
  await page.getByRole('columnheader', { name: /^村/ }).getByRole('button', { name: /村/ }).first().click();
  await page.getByRole('searchbox').fill('村');
  await page.getByRole('button', { name: '视图：默认' }).click();
  await page.getByRole('menuitem', { name: '另存为新视图…' }).click();
  await page.getByRole('textbox', { name: '视图的名字' }).fill('例会');
  await page.getByRole('button', { name: '存下' }).click();
  await expect(page.getByRole('button', { name: '视图：例会' })).toBeVisible();

  await page.reload();
  await page.getByRole('button', { name: '视图：默认' }).click();
  await page.getByRole('menuitem', { name: '例会' }).click();
  await expect(page.getByRole('columnheader', { name: '备注' })).toBeAttached();
  await expect(page.getByRole('columnheader', { name: /^村/ })).toHaveAttribute('aria-sort', 'ascending');
  await expect(page.getByRole('searchbox')).toHaveValue('村');
  // A column that the index does not bring is edited all the same.
  await cell(page, names[0]!, 'notes').click();
  await expect(cell(page, names[0]!, 'notes')).toHaveText('·');
  await page.keyboard.type('要修路');
  await page.keyboard.press('Enter');
  await skipName(page);
  await expect(cell(page, names[0]!, 'notes')).toHaveText('要修路');
  check();
  await host.stop();
});

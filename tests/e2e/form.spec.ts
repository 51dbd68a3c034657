import type { Locator, Page } from '@playwright/test';
import { buildAsset, buildProfile } from '../builders/ledger.js';
import { preparedLedger } from '../builders/prepared-ledger.js';
import { expect, introduce, RunningHost, test, watchPage } from './fixtures.js';

const here = { lng: 119.93, lat: 29.83 };
const square = [[119.929, 29.829], [119.931, 29.829], [119.931, 29.831], [119.929, 29.831], [119.929, 29.829]];

/** Opens the ledger on its one asset, with the form on the tab named, as a person who has said who they are. */
async function openForm(page: Page, host: RunningHost, name: string, tab?: string): Promise<Locator> {
  await page.goto(host.address);
  await introduce(page);
  await page.keyboard.press('Control+2');
  await page.getByRole('grid', { name: '资源一本账' }).getByText(name, { exact: true }).click();
  const form = page.getByTestId('asset-form');
  if (!(await form.isVisible())) await page.keyboard.press('Enter');
  if (tab) await form.getByRole('tab', { name: tab }).click();
  return form;
}

const undo = async (page: Page) => page.getByRole('button', { name: '撤销', exact: true }).first().click();
/** The middle of the map, in pixels of the page. */
async function middleOf(map: Locator): Promise<{ x: number; y: number }> {
  const box = (await map.boundingBox())!;
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

test.describe('the form of an asset', () => {
  test('a pin that is dragged is stored where it was let go, and undo puts it back', async ({ folder, page }) => {
    const host = await RunningHost.start(folder, await preparedLedger(folder, { profile: buildProfile(), assets: [buildAsset('house', { name: '溪边老宅', location: here })], projects: [], tours: [] }));
    const check = await watchPage(page);
    const form = await openForm(page, host, '溪边老宅', '位置与边界');
    const place = form.getByTestId('site-place');
    await expect(place).toHaveText('119.930000, 29.830000');
    const pin = form.getByTestId('site-pin');
    const box = (await pin.boundingBox())!;
    await page.mouse.move(box.x + box.width / 2, box.y + 16);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2 + 40, box.y + 16, { steps: 4 });
    await page.mouse.move(box.x + box.width / 2 + 80, box.y + 16, { steps: 4 });
    await page.mouse.up();
    await expect(place).toHaveText(/^119\.931\d+, 29\.(8300|8299)/);
    await undo(page);
    await expect(place).toHaveText('119.930000, 29.830000');

    // By keyboard: ten metres to the north and one back, stored as one.
    await pin.focus();
    await page.keyboard.press('Shift+ArrowUp');
    await page.keyboard.press('ArrowDown');
    await expect(place).toHaveText('119.930000, 29.830081');
    await undo(page);
    await expect(place).toHaveText('119.930000, 29.830000');
    check();
    await host.stop();
  });

  test('coordinates typed in degrees and seconds of GCJ-02 are shown before they are stored, with the text as it came', async ({ folder, page }) => {
    const host = await RunningHost.start(folder, await preparedLedger(folder, { profile: buildProfile(), assets: [buildAsset('house', { name: '溪边老宅', location: here })], projects: [], tours: [] }));
    const check = await watchPage(page);
    const form = await openForm(page, host, '溪边老宅', '位置与边界');
    const words = form.getByRole('textbox', { name: '输入或粘贴坐标' });
    await words.fill('119°56′6.90″ 29°49′30.77″');
    await form.getByRole('radio', { name: 'GCJ-02' }).click();
    const preview = form.getByTestId('site-preview');
    await expect(preview).toContainText('距现在');
    await expect(form.getByTestId('site-place')).toHaveText('119.930000, 29.830000');
    await words.press('Enter');
    await expect(form.getByTestId('site-place')).toHaveText(/^119\.9307\d+, 29\.8278\d+/);
    await expect(form).toContainText('119°56′6.90″ 29°49′30.77″ · GCJ-02');

    // A wrong guess of the datum: the same text, read in another.
    await form.getByRole('button', { name: '换一个坐标系重算' }).click();
    await form.getByRole('radio', { name: 'WGS-84' }).click();
    await preview.getByRole('button', { name: '存为位置' }).click();
    await expect(form.getByTestId('site-place')).toHaveText('119.935250, 29.825214');
    await undo(page);
    await expect(form.getByTestId('site-place')).toHaveText(/^119\.9307/);
    await undo(page);
    await expect(form.getByTestId('site-place')).toHaveText('119.930000, 29.830000');
    await expect(form).not.toContainText('原文');
    check();
    await host.stop();
  });

  test('a triangle is drawn, its area is seen and stored with the stated one, and undo takes both back', async ({ folder, page }) => {
    const host = await RunningHost.start(folder, await preparedLedger(folder, { profile: buildProfile(), assets: [buildAsset('farmland', { name: '溪边田', location: here, siteArea: 1000 })], projects: [], tours: [] }));
    const check = await watchPage(page);
    const form = await openForm(page, host, '溪边田', '位置与边界');
    const map = form.getByRole('application');
    await form.getByRole('button', { name: '画范围' }).click();
    const { x, y } = await middleOf(map);
    for (const [dx, dy] of [[-90, 70], [90, 70], [0, -80]] as const) {
      await page.mouse.move(x + dx, y + dy, { steps: 3 });
      await page.mouse.click(x + dx, y + dy);
    }
    await page.keyboard.press('Enter');
    await expect(form.getByTestId('site-area')).toContainText('亩');
    await expect(form.getByTestId('site-difference')).toContainText('超过 20%');
    await form.getByRole('button', { name: '存范围，并用作占地面积' }).click();
    await expect(form.getByRole('button', { name: '修改范围' })).toBeVisible();
    await expect(form.getByTestId('site-difference')).not.toContainText('超过 20%');
    await undo(page);
    await expect(form.getByRole('button', { name: '画范围' })).toBeVisible();
    await expect(form).not.toContainText('图上面积');
    check();
    await host.stop();
  });

  test('a line that crosses itself is told while it is drawn and cannot be stored; Ctrl+Z takes back strokes, Esc does not close the form', async ({ folder, page }) => {
    const host = await RunningHost.start(folder, await preparedLedger(folder, { profile: buildProfile(), assets: [buildAsset('farmland', { name: '溪边田', location: here, boundary: { type: 'Polygon', coordinates: [square] } })], projects: [], tours: [] }));
    const check = await watchPage(page);
    const form = await openForm(page, host, '溪边田', '位置与边界');
    // The section stands still once the map above it is there.
    await expect(form.locator('.map-scale')).toBeVisible();
    await form.getByRole('button', { name: '修改范围' }).click();
    const map = form.getByRole('application');
    const store = form.getByRole('button', { name: '存范围', exact: true });
    await expect(store).toBeDisabled();
    // The first corner is carried across the opposite side.
    await map.focus();
    await page.keyboard.press('.');
    for (let step = 0; step < 21; step += 1) await page.keyboard.press('Shift+ArrowRight');
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('Shift+ArrowUp');
    await expect(form.getByRole('alert')).toContainText('交叉');
    await expect(store).toBeDisabled();
    for (let step = 0; step < 24; step += 1) await page.keyboard.press('Control+z');
    await expect(form.getByRole('alert')).toHaveCount(0);
    await page.keyboard.press('.');
    await page.keyboard.press('Delete');
    await expect(form).toContainText('3 个角点');
    await page.keyboard.press('Escape');
    await expect(form).toBeVisible();
    await store.click();
    await expect(form.getByRole('button', { name: '修改范围' })).toBeVisible();
    await expect(form).toContainText('3 个角点');
    await undo(page);
    await expect(form).toContainText('4 个角点');
    check();
    await host.stop();
  });

  test('the tab stays while going from asset to asset by Alt and an arrow, and a read-only ledger shows the place without tools', async ({ folder, page }) => {
    const assets = [buildAsset('farmland', { name: '上田', location: here, boundary: { type: 'Polygon', coordinates: [square] } }), buildAsset('farmland', { name: '下田', location: { lng: 119.935, lat: 29.835 } })];
    const ledger = await preparedLedger(folder, { profile: buildProfile(), assets, projects: [], tours: [] });
    const first = await RunningHost.start(folder, ledger);
    const check = await watchPage(page);
    const form = await openForm(page, first, '上田', '位置与边界');
    await expect(form.getByTestId('site-area')).toContainText('亩');
    await form.getByRole('textbox', { name: '输入或粘贴坐标' }).press('Alt+ArrowDown');
    await expect(form.getByRole('heading', { name: '下田' })).toBeVisible();
    await expect(form.getByTestId('site-place')).toHaveText('119.935000, 29.835000');

    // A second program on the same folder may only look.
    const second = await RunningHost.start(`${folder}/second`, ledger);
    await page.goto(second.address);
    await page.keyboard.press('Control+2');
    await page.getByRole('grid', { name: '资源一本账' }).getByText('上田', { exact: true }).click();
    await form.getByRole('tab', { name: '位置与边界' }).click();
    await expect(form.getByTestId('site-place')).toHaveText('119.930000, 29.830000');
    await expect(form.getByTestId('site-area')).toContainText('亩');
    await expect(form.getByTestId('site-pin')).toHaveRole('img');
    for (const name of ['在图上点选', '清除位置', '修改范围', '删除范围', '粘贴范围']) await expect(form.getByRole('button', { name })).toHaveCount(0);
    await expect(form.getByRole('textbox')).toHaveCount(0);
    check();
    await second.stop();
    await first.stop();
  });

  test('changing the category names what falls away, and undo brings it back', async ({ folder, page }) => {
    const host = await RunningHost.start(folder, await preparedLedger(folder, { profile: buildProfile(), assets: [buildAsset('hydropower', { name: '溪口电站', detail: { capacityKw: 320, builtYear: 1978 } })], projects: [], tours: [] }));
    const check = await watchPage(page);
    const form = await openForm(page, host, '溪口电站');
    await form.getByRole('button', { name: /水电站 类别/ }).click();
    await page.getByRole('option', { name: '老房' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('装机容量');
    await expect(dialog).not.toContainText('建成年份');
    await dialog.getByRole('button', { name: '改类别' }).click();
    await expect(form.getByRole('textbox', { name: '结构' })).toBeVisible();
    await expect(form.getByRole('textbox', { name: '建成年份' })).toHaveValue('1978');
    await undo(page);
    await expect(form.getByRole('textbox', { name: '装机容量' })).toHaveValue('320');
    check();
    await host.stop();
  });
});

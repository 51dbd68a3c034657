import { buildAsset, buildLedgerData, buildProfile, buildProject } from '../builders/ledger.js';
import { preparedLedger } from '../builders/prepared-ledger.js';
import { expect, RunningHost, test, watchPage } from './fixtures.js';

test('the sample township opens on its map, marked as sample, in Chinese and in English, light and dark', async ({ program: page }) => {
  await expect(page.getByRole('heading', { name: '示例乡' })).toBeVisible();
  await expect(page.getByText('示例数据').first()).toBeVisible();
  await expect(page.getByText('无审图号')).toBeVisible();
  const legend = page.getByRole('group', { name: /图例/ });
  for (const category of ['山林', '田地', '水电站', '老房', '文化礼堂', '其他']) await expect(legend).toContainText(category);
  await expect(page.locator('.leaflet-container canvas').first()).toBeVisible();
  await page.getByRole('button', { name: 'EN' }).click();
  await expect(legend.or(page.getByRole('group', { name: /Legend/ }))).toContainText('Hydropower');
  await expect(page.getByText('Sample data').first()).toBeVisible();
  await page.getByRole('button', { name: /light and dark/ }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.getByRole('button', { name: '中文' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('a question from the room is answered by typing and by filters; list, map and card follow each other', async ({ folder, page }) => {
  const wood = buildAsset('forest', { name: '老鹰岩杉木林', code: 'SL-1', village: '竹坞村', status: 'available', siteArea: 300_000, utilities: ['water', 'power'], photos: [] });
  const house = buildAsset('house', { name: '白鹭溪边老宅', code: 'LF-1', village: '白鹭畈村', status: 'idle', floorArea: 230, location: { lng: 119.918, lat: 29.806 } });
  const station = buildAsset('hydropower', { name: '溪口二级电站', code: 'SD-1', status: 'negotiating', location: { lng: 119.94, lat: 29.85 }, detail: { capacityKw: 960, annualOutputKwh: 1_920_000, headM: 54 } });
  const host = await RunningHost.start(folder, await preparedLedger(folder, {
    profile: buildProfile(), assets: [wood, house, station], projects: [buildProject({ name: '溪口水电增效', assetIds: [station.id] })], tours: [],
  }));
  const check = await watchPage(page);
  await page.goto(host.address);

  // By pinyin, by initials, and by the characters themselves.
  for (const typed of ['xikou', 'xkej', '二级电站']) {
    await page.getByRole('combobox').fill(typed);
    await expect(page.getByRole('option')).toHaveCount(1);
    await expect(page.getByRole('option').first()).toContainText('溪口二级电站');
  }
  await page.getByRole('combobox').press('Enter');
  const card = page.getByRole('complementary', { name: '溪口二级电站' });
  await expect(card).toContainText('960');
  await expect(card).toContainText('192');
  await expect(card).toContainText('54');
  await expect(card).toContainText('溪口水电增效');
  await page.getByRole('combobox').fill('');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(card).toBeHidden();

  await page.locator('.leaflet-container').click({ position: { x: 900, y: 780 } });
  await page.keyboard.press('l');
  const list = page.getByRole('grid', { name: '找到的资产' });
  await expect(list).toHaveAttribute('aria-rowcount', '4');
  await page.getByRole('button', { name: /水·电·路/ }).click();
  await page.getByRole('option', { name: /电/ }).click();
  await page.keyboard.press('Escape');
  await expect(list).toHaveAttribute('aria-rowcount', '2');
  await list.getByText('老鹰岩杉木林').click();
  await expect(page.getByRole('complementary', { name: '老鹰岩杉木林' })).toContainText('450');

  await page.getByRole('button', { name: '在一本账中打开' }).click();
  await expect(page.getByTestId('asset-form').getByRole('heading', { name: '老鹰岩杉木林' })).toBeVisible();
  check();
  await host.stop();
});

test('an empty ledger says what to do next', async ({ folder, page }) => {
  const host = await RunningHost.start(folder, await preparedLedger(folder, { profile: buildProfile(), assets: [], projects: [], tours: [] }));
  await page.goto(host.address);
  await page.getByRole('button', { name: /导入/ }).click();
  await expect(page.getByRole('heading', { name: '资源一本账' })).toBeVisible();
  await host.stop();
});

test('a ledger of 50,000 assets opens, is searched, and scrolls to its end', async ({ folder, page }) => {
  test.setTimeout(180_000);
  const host = await RunningHost.start(folder, await preparedLedger(folder, { ...buildLedgerData({ assets: 50_000 }), profile: buildProfile() }));
  const check = await watchPage(page);
  await page.goto(host.address);
  await expect(page.getByRole('group', { name: /图例/ })).toContainText('7,', { timeout: 60_000 });
  await page.keyboard.press('Control+2');
  await expect(page.getByTestId('ledger-sums')).toContainText('50,000', { timeout: 60_000 });
  const grid = page.getByRole('grid', { name: '资源一本账' });
  await grid.getByText('XS-000001', { exact: true }).click();
  await page.keyboard.press('Control+End');
  await expect(grid).toContainText('XS-050000');
  await page.getByRole('searchbox').fill('xs-033333');
  await expect(page.getByTestId('ledger-sums')).toContainText(/找到\s*1宗/);
  check();
  await host.stop();
});

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { ledgerSchema } from '../../data/schema/ledger.js';
import { preparedLedger } from '../builders/prepared-ledger.js';
import { unpacked } from '../builders/unpacked.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const sample = ledgerSchema.parse(JSON.parse(readFileSync(join(root, 'data/sample/ledger-data.json'), 'utf8')));
const named = (name: string) => sample.assets.find((asset) => asset.name === name)!;
/** Of several kinds, near each other, with the longest names: the page of one investor. */
const chosen = [named('白鹭溪二级电站'), named('竹坞毛竹林'), named('竹溪源笋竹两用林'), ...sample.assets.filter(({ category, village }) => ['house', 'hall', 'farmland'].includes(category) && (village === '白鹭畈村' || village === '竹坞村')).slice(0, 6)];

let folder: string;
let address: string;
test.beforeAll(async () => {
  test.setTimeout(400_000);
  folder = mkdtempSync(join(tmpdir(), 'xishan-web-page-'));
  const ledger = await preparedLedger(folder, sample);
  const zip = join(folder, 'page.zip');
  execFileSync(process.execPath, [join(root, 'electron/start.mjs'), 'cli', 'export', 'web', '--ledger', ledger, '--format', 'zip', '--audience', 'public', '--ids', chosen.map(({ id }) => id).join(','), '--out', zip], { stdio: ['ignore', 'pipe', 'pipe'] });
  for (const [name, bytes] of await unpacked(zip)) {
    mkdirSync(dirname(join(folder, 'site', name)), { recursive: true });
    writeFileSync(join(folder, 'site', name), bytes);
  }
  address = pathToFileURL(join(folder, 'site', 'index.html')).href;
});
test.afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

/** Opens the page out of its folder with the network cut; answers with what its console and its requests complain of. */
async function opened(page: Page, hash = ''): Promise<string[]> {
  const complaints: string[] = [];
  page.on('console', (message) => { if (message.type() === 'error') complaints.push(message.text()); });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('requestfailed', (request) => complaints.push(`${request.url()} failed`));
  page.on('request', (request) => { if (!/^(file|data|blob):/.test(request.url())) complaints.push(`${request.url()} was asked for`); });
  await page.context().setOffline(true);
  await page.context().route(/^https?:/, (route) => route.abort());
  await page.goto(address + hash);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('示例乡云招商');
  return complaints;
}
async function faultsOf(page: Page, where: string): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).options({ preload: false }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').flatMap(({ id, nodes }) => nodes.map((node) => `${where}: ${id} at ${node.target.join(' ')} — ${(node.failureSummary ?? '').replace(/\s+/g, ' ').slice(0, 200)}`));
}
const rows = (page: Page) => page.locator('.web-list .web-row');

for (const { name, viewport, colorScheme } of [{ name: 'a phone', viewport: { width: 390, height: 844 }, colorScheme: 'light' }, { name: 'a large screen at night', viewport: { width: 1440, height: 900 }, colorScheme: 'dark' }] as const) {
  test.describe(`the web page on ${name}`, () => {
    test.use({ viewport, colorScheme, reducedMotion: 'reduce' } as object);

    test('opens from its folder without a network: cover, map, list, projects, contact', async ({ page }) => {
      const complaints = await opened(page);
      await expect(rows(page)).toHaveCount(chosen.length);
      await page.locator('#map').scrollIntoViewIfNeeded();
      const tile = page.locator('.leaflet-tile-loaded').first();
      await expect(tile).toBeVisible();
      expect(await tile.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(512);
      await expect(page.getByRole('link', { name: /打电话/ }).last()).toHaveAttribute('href', /^tel:\d+$/);
      await expect(page.locator('.web-credits')).toContainText('无审图号');
      await expect(page.locator('.web-credits')).toContainText('示例数据');
      // Nothing is wider than the screen.
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(viewport.width);
      expect(complaints).toEqual([]);
    });

    test('answers by kind, words, pinyin and area, and says so when nothing fits', async ({ page }) => {
      await opened(page);
      await page.getByRole('button', { name: /^水电站/ }).click();
      await expect(rows(page)).toHaveCount(1);
      await page.getByRole('button', { name: '清除条件' }).click();
      await page.getByRole('searchbox').fill('zwmzl');
      await expect(rows(page)).toHaveCount(1);
      await expect(rows(page)).toContainText('竹坞毛竹林');
      await page.getByRole('searchbox').fill('');
      await page.getByRole('button', { name: '筛选' }).click();
      await page.getByRole('spinbutton', { name: '最小' }).fill('9000');
      await expect(page.getByText('没有符合的资产')).toBeVisible();
      await page.getByRole('button', { name: '看全部' }).click();
      await expect(rows(page)).toHaveCount(chosen.length);
    });

    test('opens an asset and its photos, and goes back by Esc and by the back key', async ({ page }) => {
      const complaints = await opened(page);
      await page.getByRole('button', { name: '白鹭溪二级电站' }).first().click();
      const view = page.getByRole('dialog', { name: '白鹭溪二级电站' }).first();
      await expect(view).toContainText('960');
      await expect(view.getByRole('link', { name: /打电话/ })).toBeVisible();
      await view.getByRole('button', { name: /^放大第 1 张/ }).click();
      await expect(page.locator('dialog.web-photos[open]')).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(page.locator('dialog.web-photos')).toHaveCount(0);
      await expect(view).toBeVisible();
      await page.goBack();
      await expect(page.getByRole('dialog')).toHaveCount(0);
      expect(complaints).toEqual([]);
    });

    test('is read in English at a press, and is without a serious fault of accessibility in either language', async ({ page }) => {
      const complaints = await opened(page);
      const faults = await faultsOf(page, '中文');
      await page.getByRole('button', { name: 'English' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Invest in Shili Township');
      faults.push(...await faultsOf(page, 'English'));
      await page.getByRole('button', { name: 'Zhuwu Moso Bamboo' }).first().click();
      await expect(page.getByRole('dialog')).toBeVisible();
      faults.push(...await faultsOf(page, 'asset'));
      expect(faults).toEqual([]);
      expect(complaints).toEqual([]);
    });
  });
}

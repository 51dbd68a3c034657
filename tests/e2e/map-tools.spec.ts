import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { buildAsset, buildProfile } from '../builders/ledger.js';
import { preparedLedger } from '../builders/prepared-ledger.js';
import { expect, RunningHost, test as base, watchPage } from './fixtures.js';

const secret = '底价一百万不可外传';
/** Four assets at the corners of a hundredth of a degree, about 967 m by 1,108 m, named by where they stand. */
const corners = [
  buildAsset('hydropower', { name: '西南电站', code: 'SD-1', village: '竹坞村', location: { lng: 119.93, lat: 29.83 }, siteArea: 2_600, reservePrice: secret, notes: secret, detail: { capacityKw: 960, builtYear: 1978 } }),
  buildAsset('hydropower', { name: '东南电站', code: 'SD-2', village: '竹坞村', location: { lng: 119.94, lat: 29.83 }, siteArea: 1_200, notes: secret, detail: { capacityKw: 320, builtYear: 1978 } }),
  buildAsset('forest', { name: '东北山林', code: 'SL-1', village: '松阴村', location: { lng: 119.94, lat: 29.84 }, siteArea: 20_000 }),
  buildAsset('house', { name: '西北老屋', code: 'LF-1', village: '松阴村', location: { lng: 119.93, lat: 29.84 }, floorArea: 230 }),
];

/** The program over the four assets, without motion: flights are over at once. */
const test = base.extend<{ readonly map: Page }>({
  map: async ({ folder, page }, use) => {
    const host = await RunningHost.start(folder, await preparedLedger(folder, { profile: buildProfile(), assets: corners, projects: [], tours: [] }));
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const check = await watchPage(page);
    await page.goto(host.address);
    await expect(page.getByRole('group', { name: /图例/ })).toContainText('2');
    // A machine that has much else to do opens a map slowly.
    await expect(page.locator('.showcase-unrolling')).toHaveCount(0, { timeout: 30_000 });
    await use(page);
    check();
    await host.stop();
  },
});

const card = (page: Page, name: string) => page.getByRole('complementary', { name });
const measurePanel = (page: Page) => page.getByTestId('measure-panel');
const nearbyPanel = (page: Page) => page.getByTestId('nearby-panel');
const sheet = (page: Page) => page.getByTestId('compare-sheet');
const surface = (page: Page) => page.locator('.leaflet-container');
const corner = (page: Page) => page.locator('.tool-corner');
const middleOf = async (part: Locator) => { const box = (await part.boundingBox())!; return { x: box.x + box.width / 2, y: box.y + box.height / 2 }; };
/** The scale of the map as it says itself: 53 000 of 1 : 53 000. */
const scaleOf = async (page: Page) => Number((await page.locator('.map-scale').innerText()).replace(/^[^]*1 : /, '').replace(/\D/g, ''));
const paneAt = (page: Page) => page.locator('.leaflet-map-pane').evaluate((pane) => new DOMMatrix(getComputedStyle(pane).transform).toJSON() as { m41: number; m42: number });

/** Chooses an asset by the clicker, which flies there, and answers with where its place is on the screen. */
async function flyTo(page: Page, name: string): Promise<{ x: number; y: number }> {
  for (let step = 0; step < corners.length && !(await card(page, name).isVisible()); step += 1) {
    await page.keyboard.press('PageDown');
    await expect(page.locator('.showcase-card')).toHaveCount(1);
  }
  await expect(card(page, name)).toBeVisible();
  // Aiming shows the cross in the middle of what the panels leave free, where a flight ends.
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowLeft');
  const cross = (await page.locator('.tool-cross').boundingBox())!;
  return { x: cross.x, y: cross.y };
}

test.describe('measuring', () => {
  test('by keys alone: corners on four assets give the sides, the length around and the area', async ({ map: page }) => {
    await page.keyboard.press('m');
    await expect(measurePanel(page)).toBeVisible();
    for (const { name } of corners) {
      await page.keyboard.press('PageDown');
      await expect(card(page, name)).toBeVisible();
      await page.keyboard.press('Enter');
    }
    await expect(corner(page)).toHaveCount(4);
    // 966.5 + 1,108.5 + 966.4 m
    await expect(measurePanel(page)).toContainText('3.04公里');
    await page.keyboard.press('PageDown');
    await expect(card(page, '西南电站')).toBeVisible();
    await page.keyboard.press('Enter');
    // 1,072,560 ㎡ between two meridians and two parallels.
    await expect(measurePanel(page)).toContainText('1,609亩');
    await expect(measurePanel(page)).toContainText('107.3 公顷');
    await expect(measurePanel(page)).toContainText('4.15公里');
    await page.keyboard.press('0');
    await expect(page.locator('.tool-label').filter({ hasText: /^967 米$|^966 米$/ })).toHaveCount(2);
    await expect(page.locator('.tool-label').filter({ hasText: '1.11 公里' })).toHaveCount(2);

    await page.keyboard.press('Backspace');
    await expect(measurePanel(page)).toContainText('3.04公里');
    await page.keyboard.press('Backspace');
    await expect(corner(page)).toHaveCount(3);
    await page.keyboard.press('Delete');
    await expect(corner(page)).toHaveCount(0);
    // One step back at a time: the tool, then the card.
    await page.keyboard.press('Escape');
    await expect(measurePanel(page)).toHaveCount(0);
    await expect(card(page, '西南电站')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.locator('.showcase-card')).toHaveCount(0);
  });

  test('by mouse: presses set corners and select nothing, twice ends, a corner is dragged, a press begins anew', async ({ map: page }) => {
    await flyTo(page, '西南电站');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '测量' }).click();
    const box = (await surface(page).boundingBox())!;
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.click(x - 60, y);
    await page.mouse.click(x + 140, y);
    await expect(corner(page)).toHaveCount(2);
    const kilometres = async () => { const text = (await measurePanel(page).innerText()).replace(/\s/g, ''); const [, value, unit] = /([\d.,]+)(公里|米)/.exec(text)!; return Number(value!.replace(',', '')) * (unit === '公里' ? 1_000 : 1); };
    const before = await kilometres();
    const last = await middleOf(corner(page).nth(1));
    await page.mouse.move(last.x, last.y);
    await page.mouse.down();
    await page.mouse.move(last.x + 100, last.y, { steps: 4 });
    await page.mouse.move(last.x + 200, last.y, { steps: 4 });
    await page.mouse.up();
    await expect.poll(kilometres).toBeGreaterThan(before * 1.95);
    expect(await kilometres()).toBeLessThan(before * 2.05);
    await page.mouse.dblclick(x, y + 120);
    await expect(corner(page)).toHaveCount(3);
    await page.mouse.click(x - 100, y + 160);
    await expect(corner(page)).toHaveCount(1);
    await expect(page.locator('.showcase-card')).toHaveCount(0);
    await page.getByRole('button', { name: '结束测量' }).click();
    await expect(corner(page)).toHaveCount(0);
  });
});

test.describe('what is nearby', () => {
  test('lists what lies within the distance of the selected asset, nearest first, with direction, and follows the distance', async ({ map: page }) => {
    await flyTo(page, '西南电站');
    await page.keyboard.press('n');
    const list = nearbyPanel(page).getByRole('option');
    await expect(list).toHaveCount(1);
    await expect(list.first()).toContainText('东南电站');
    await expect(list.first()).toContainText('东 967 米');
    await nearbyPanel(page).getByRole('radio', { name: '2 公里' }).click();
    await expect(list).toHaveCount(3);
    expect((await list.allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim())).toEqual(['东南电站 东 967 米', '西北老屋 北 1.11 公里', '东北山林 东北 1.47 公里']);
    await expect(nearbyPanel(page)).toContainText('30 亩山林田地');
    await nearbyPanel(page).getByRole('textbox').fill('1.2公里');
    await page.keyboard.press('Enter');
    await expect(list).toHaveCount(2);

    await list.filter({ hasText: '西北老屋' }).click();
    await expect(card(page, '西北老屋')).toBeVisible();
    await expect(list).toHaveCount(2);
    await page.keyboard.press('Escape');
    await expect(nearbyPanel(page)).toHaveCount(0);
    await expect(card(page, '西北老屋')).toBeVisible();
  });

  test('is asked of a place that the right button picks, or that the cross picks by keys', async ({ map: page }) => {
    const at = await flyTo(page, '西南电站');
    await page.keyboard.press('Escape');
    await page.mouse.click(at.x + 120, at.y + 60, { button: 'right' });
    await expect(nearbyPanel(page)).toContainText('图上选定的一处');
    await expect(nearbyPanel(page).getByRole('option').first()).toContainText(/西南电站.*西/s);
    await page.keyboard.press('Escape');
    await page.keyboard.press('n');
    await expect(nearbyPanel(page)).toContainText('在地图上点一处');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await expect(nearbyPanel(page).getByRole('option').first()).toBeVisible();
  });
});

test.describe('comparing', () => {
  test('sets two assets beside each other over their public fields, marks both on the map, swaps and closes', async ({ map: page }) => {
    await flyTo(page, '西南电站');
    await page.keyboard.press('c');
    await expect(page.getByText('再选一处来对比')).toBeVisible();
    await page.keyboard.press('PageDown');
    await expect(sheet(page)).toContainText('西南电站');
    await expect(sheet(page)).toContainText('东南电站');
    await expect(sheet(page)).toContainText('相距 967 米');
    await expect(sheet(page)).toContainText('东面');
    const line = (label: string) => sheet(page).getByRole('row', { name: new RegExp(`^${label}`) });
    await expect(line('装机容量')).toHaveAttribute('data-standing', 'different');
    await expect(line('装机容量')).toContainText('960 kW');
    await expect(line('装机容量')).toContainText('320 kW');
    await expect(line('建成年份')).toHaveAttribute('data-standing', 'same');
    await sheet(page).getByText('只看不同').click();
    await expect(line('建成年份')).toHaveCount(0);
    await expect(line('装机容量')).toHaveCount(1);
    expect(await page.content()).not.toContain(secret);

    const pins = page.locator('.tool-pin');
    await expect(pins).toHaveText(['A', 'B']);
    const [a, b] = [await middleOf(pins.nth(0)), await middleOf(pins.nth(1))];
    expect(b.x).toBeGreaterThan(a.x);
    const head = sheet(page).getByRole('columnheader');
    await expect(head.first()).toContainText('西南电站');
    await page.getByRole('button', { name: '互换' }).click();
    await expect(head.first()).toContainText('东南电站');
    await expect(head.nth(1)).toContainText('西南电站');
    await expect.poll(async () => (await middleOf(pins.nth(1))).x < (await middleOf(pins.nth(0))).x).toBe(true);
    // The clicker goes through the others while A stays.
    await page.keyboard.press('PageDown');
    await expect(head.first()).toContainText('东南电站');
    await expect(head.nth(1)).toContainText('东北山林');
    await page.keyboard.press('Escape');
    await expect(sheet(page)).toHaveCount(0);
    await expect(card(page, '东北山林')).toBeVisible();
    await expect(pins).toHaveCount(0);
  });

  test('begins from the card and goes on from the list', async ({ map: page }) => {
    await flyTo(page, '东北山林');
    await card(page, '东北山林').getByRole('button', { name: '对比' }).click();
    await page.keyboard.press('l');
    const list = page.getByRole('grid', { name: '找到的资产' });
    await list.getByRole('row', { name: /西北老屋/ }).hover();
    await list.getByRole('button', { name: '对比：西北老屋' }).click();
    await expect(sheet(page).getByRole('columnheader')).toHaveCount(2);
    await expect(sheet(page)).toContainText('20,000 ㎡（30 亩）');
    await sheet(page).getByRole('button', { name: '西北老屋', exact: true }).click();
    await expect(card(page, '西北老屋')).toBeVisible();
    await expect(sheet(page)).toHaveCount(0);
  });
});

test('heat, boundaries and the sheets of the map are changed for this screen only', async ({ map: page }) => {
  await page.keyboard.press('h');
  await expect(page.getByTestId('heat-legend')).toContainText('全部资产疏密');
  await page.getByRole('button', { name: '图层' }).click();
  const layers = page.getByRole('dialog', { name: '图层' });
  await layers.getByRole('radio', { name: '水电站' }).click();
  await expect(page.getByTestId('heat-legend')).toContainText('水电站疏密');
  await layers.getByRole('radio', { name: '按面积' }).click();
  await expect(page.getByTestId('heat-legend')).toContainText('水电站面积疏密');
  const [boundaries, sheetSwitch] = [layers.getByRole('switch', { name: '资产范围线' }), layers.getByRole('switch', { name: /示意图/ })];
  await layers.getByText('资产范围线').click();
  await expect(boundaries).not.toBeChecked();
  await layers.getByText('示例乡示意图').click();
  await expect(sheetSwitch).not.toBeChecked();
  await page.keyboard.press('Escape');
  await page.keyboard.press('h');
  await expect(page.getByTestId('heat-legend')).toHaveCount(0);
  await page.reload();
  await expect(page.locator('.map-locator, .map-scale').first()).toBeVisible();
  await expect(page.locator('.showcase-unrolling')).toHaveCount(0);
  await page.getByRole('button', { name: '图层' }).click();
  await expect(sheetSwitch).toBeChecked();
  await expect(boundaries).toBeChecked();
});

test.describe('keys', () => {
  test('pan, zoom, go home, open the nearest asset’s card, and are listed on a card', async ({ map: page }) => {
    const [before, scale] = [await paneAt(page), await scaleOf(page)];
    await page.keyboard.press('ArrowRight');
    await expect.poll(async () => (await paneAt(page)).m41).toBe(before.m41 - 140);
    await page.keyboard.press('+');
    await expect.poll(() => scaleOf(page)).toBeLessThan(scale);
    await page.keyboard.press('0');
    await expect.poll(() => scaleOf(page)).toBe(scale);
    await page.keyboard.press('-');
    await expect.poll(() => scaleOf(page)).toBeGreaterThan(scale);
    await page.keyboard.press('0');
    await page.keyboard.press('Enter');
    await expect(page.locator('.showcase-card')).toHaveCount(1);
    await page.keyboard.press('Escape');
    await page.keyboard.press('PageUp');
    await expect(card(page, '西北老屋')).toBeVisible();

    await page.keyboard.press('?');
    const keys = page.getByRole('dialog', { name: '按键' });
    for (const name of ['Page Down', 'Backspace', 'Esc', 'H', 'M', 'N', 'C', 'L', 'P']) await expect(keys.locator('kbd').filter({ hasText: new RegExp(`^${name}$`) })).toHaveCount(1);
    // Within a dialog the map's keys are not heard.
    await page.keyboard.press('m');
    await page.keyboard.press('Escape');
    await expect(keys).toHaveCount(0);
    await expect(measurePanel(page)).toHaveCount(0);
  });

  test('are not heard while somebody types', async ({ map: page }) => {
    await page.getByRole('combobox', { name: '找资产' }).fill('');
    await page.keyboard.type('mnch?0');
    await expect(page.getByRole('combobox', { name: '找资产' })).toHaveValue('mnch?0');
    await expect(measurePanel(page).or(nearbyPanel(page)).or(page.getByTestId('heat-legend')).or(page.getByRole('dialog'))).toHaveCount(0);
  });
});

test.describe('by touch', () => {
  test.use({ hasTouch: true });

  test('a tap selects, two fingers zoom and pan, a long press asks what is nearby, taps measure', async ({ map: page }) => {
    const at = await flyTo(page, '西南电站');
    await page.keyboard.press('Escape');
    await expect(page.locator('.showcase-card')).toHaveCount(0);
    // The head of the pin, above its place.
    await page.touchscreen.tap(at.x, at.y - 24);
    await expect(card(page, '西南电站')).toBeVisible();
    await page.keyboard.press('Escape');

    const touch = await page.context().newCDPSession(page);
    const fingers = async (type: 'touchStart' | 'touchMove' | 'touchEnd', ...spots: readonly (readonly [number, number])[]) => {
      await touch.send('Input.dispatchTouchEvent', { type, touchPoints: spots.map(([x, y], id) => ({ x, y, id })) });
      // A finger moves no faster than the screen draws.
      await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    };
    const [x, y] = [at.x, at.y + 40];
    const scale = await scaleOf(page);
    await fingers('touchStart', [x - 60, y], [x + 60, y]);
    for (const apart of [80, 100, 120]) await fingers('touchMove', [x - apart, y], [x + apart, y]);
    await fingers('touchEnd');
    // Twice as far apart: half the scale, to the nearest quarter of a zoom.
    await expect.poll(() => scaleOf(page)).toBeLessThan(scale * 0.6);
    expect(await scaleOf(page)).toBeGreaterThan(scale * 0.4);

    await fingers('touchStart', [x + 100, y + 100]);
    await expect(nearbyPanel(page)).toBeVisible();
    await fingers('touchEnd');
    await expect(nearbyPanel(page)).toContainText('图上选定的一处');
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: '测量' }).tap();
    await page.touchscreen.tap(x, y);
    await page.touchscreen.tap(x + 120, y + 60);
    await expect(corner(page)).toHaveCount(2);
    const [before, closer] = [await middleOf(corner(page).first()), await scaleOf(page)];
    await fingers('touchStart', [x - 60, y + 120], [x + 60, y + 120]);
    for (const right of [30, 60, 90, 120]) await fingers('touchMove', [x - 60 + right, y + 120], [x + 60 + right, y + 120]);
    await fingers('touchEnd');
    await expect.poll(async () => Math.round((await middleOf(corner(page).first())).x - before.x)).toBeGreaterThan(100);
    expect(await scaleOf(page)).toBe(closer);
    const size = (await corner(page).first().boundingBox())!;
    expect(Math.min(size.width, size.height)).toBeGreaterThanOrEqual(44);
    const small = await page.locator('.map-tools button, .tool-panel button').evaluateAll((buttons) => buttons.filter((button) => { const { width, height } = button.getBoundingClientRect(); return Math.min(width, height) < 44; }).map((button) => button.getAttribute('aria-label') ?? button.textContent));
    expect(small).toEqual([]);
  });
});

for (const theme of ['light', 'dark'] as const) {
  test(`every tool of the map in its ${theme} look is without a serious fault of accessibility, and no panel lies on another`, async ({ map: page }) => {
    test.setTimeout(180_000);
    if (theme === 'dark') await page.getByRole('button', { name: '切换到深色或浅色' }).click();
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    const faults: string[] = [];
    const check = async (where: string) => {
      await page.evaluate(() => Promise.all(document.getAnimations().filter((motion) => motion.effect?.getComputedTiming().iterations !== Infinity).map((motion) => motion.finished.catch(() => undefined))));
      const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
      faults.push(...violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').flatMap(({ id, nodes }) => nodes.map((node) => `${where}: ${id} at ${node.target.join(' ')} — ${(node.failureSummary ?? '').replace(/\s+/g, ' ').slice(0, 200)}`)));
      faults.push(...await page.evaluate((name) => {
        const parts = [...document.querySelectorAll('.showcase-top > *, .showcase-left > *, .showcase-dock, .showcase-corner > .map-tools, .showcase-card, .comparison')].map((part) => ({ part: part.className, box: part.getBoundingClientRect() })).filter(({ box }) => box.width > 0 && box.height > 0);
        return parts.flatMap((one, at) => parts.slice(at + 1).filter(({ box }) => box.left < one.box.right - 1 && one.box.left < box.right - 1 && box.top < one.box.bottom - 1 && one.box.top < box.bottom - 1).map((other) => `${name}: ${one.part} lies on ${other.part}`));
      }, where));
    };
    for (const [width, height] of [[1366, 768], [1920, 1080]] as const) {
      await page.setViewportSize({ width, height });
      const at = (where: string) => `${where} ${width}×${height}`;
      await flyTo(page, '西南电站');
      await page.keyboard.press('m');
      const box = (await surface(page).boundingBox())!;
      for (const [right, down] of [[0, 0], [120, -60], [160, 70]] as const) await page.mouse.click(box.x + box.width * 0.42 + right, box.y + box.height * 0.45 + down);
      await expect(corner(page)).toHaveCount(3);
      await check(at('测量'));
      await page.keyboard.press('Escape');
      await page.keyboard.press('n');
      await expect(nearbyPanel(page).getByRole('option').first()).toBeVisible();
      await check(at('附近'));
      await page.keyboard.press('Escape');
      await page.keyboard.press('c');
      await check(at('待比'));
      await page.keyboard.press('PageDown');
      await expect(sheet(page).getByRole('row').nth(4)).toBeVisible();
      await check(at('对比'));
      await page.keyboard.press('l');
      await check(at('对比与列表'));
      await page.keyboard.press('l');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await page.keyboard.press('h');
      await page.getByRole('button', { name: '图层' }).click();
      await expect(page.getByRole('dialog', { name: '图层' })).toBeVisible();
      await check(at('图层'));
      await page.keyboard.press('Escape');
      await page.keyboard.press('h');
      await page.keyboard.press('?');
      await expect(page.getByRole('dialog', { name: '按键' })).toBeVisible();
      await check(at('按键'));
      await page.keyboard.press('Escape');
    }
    expect(faults).toEqual([]);
  });
}

import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { openAudience, openDesk, settled } from './audience-window.js';
import { expect, test } from './fixtures.js';

test.use({ actionTimeout: 15_000 });
const panel = (page: Page) => page.getByTestId('match-panel');
const line = (page: Page) => page.getByRole('textbox', { name: '投资人的意向' });
const answers = (page: Page) => page.getByRole('list', { name: '匹配的资产，最合适的在前' });
const chips = (page: Page) => page.getByRole('list', { name: '读懂的条件' });
const wish = '想找200亩以上能通车的林地做露营，预算每年50万以内，最好有直升机坪';

test('a wish is read, answered with reasons, changed by its chips and its form, compared, and lit on the map', async ({ program: page }) => {
  test.setTimeout(180_000);
  await expect(page.locator('.showcase-legend')).toBeVisible();
  await page.keyboard.press('w');
  await expect(line(page)).toBeFocused();
  await line(page).fill(wish);

  // What was understood stands as chips, and what was not is said so.
  await expect(chips(page)).toContainText('≥ 200 亩');
  await expect(chips(page)).toContainText('≤ 50 万元/年');
  await expect(chips(page)).toContainText('没读懂');
  await expect(chips(page)).toContainText('直升机坪');
  const best = answers(page).getByRole('article').first();
  await expect(best).toContainText('大岩背混交林');
  await expect(best).toContainText('全部符合');
  await expect(best).toContainText('推荐业态有「露营地」');
  await expect(best).toContainText('参考价 5.04 万元/年，在预算之内');
  await expect(page.locator('.tool-pin').first()).toHaveText('1');

  // Near misses follow, with what is lacking; nothing is left out.
  await expect(panel(page).getByRole('status')).toContainText('64 宗都排了序，一宗没有筛掉');
  await expect(answers(page).getByText('差 1 项').first()).toBeVisible();
  await expect(panel(page).getByRole('button', { name: /再往下看（共 64 宗）/ })).toBeVisible();

  // A chip taken off, and the form gone on with.
  await chips(page).getByRole('button', { name: '去掉：≤ 50 万元/年' }).click();
  await expect(chips(page)).not.toContainText('万元');
  await panel(page).getByRole('button', { name: '用表格填意向' }).click();
  await panel(page).getByRole('group', { name: '配套' }).getByRole('button', { name: '停车' }).click();
  await expect(chips(page)).toContainText('能停车');
  await panel(page).getByRole('button', { name: '收起意向表' }).click();
  await chips(page).getByRole('button', { name: /^改：.*≥ 200 亩/ }).click();
  await page.getByRole('dialog', { name: '≥ 200 亩' }).getByRole('textbox', { name: '至少' }).fill('1000');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(chips(page)).toContainText('≥ 1,000 亩');
  await expect(answers(page).getByRole('article').first()).toContainText('松风岗松林');

  // Four beside each other, and back.
  for (const at of [0, 1, 2, 3]) await answers(page).locator('.match-tick').nth(at).click();
  await panel(page).getByRole('button', { name: '并排对比' }).click();
  await expect(page.getByTestId('compare-sheet').getByRole('columnheader')).toHaveCount(4);
  await expect(page.locator('.tool-pin')).toHaveText(['A', 'B', 'C', 'D']);
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('compare-sheet')).toHaveCount(0);

  // An answer opens as a card; Esc goes back to the answers, and then out.
  await answers(page).getByRole('button', { name: '松风岗松林' }).click();
  await expect(page.getByRole('complementary', { name: '松风岗松林' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('complementary', { name: '松风岗松林' })).toHaveCount(0);
  await expect(panel(page)).toBeVisible();

  // What needs two neighbours is put together.
  await line(page).fill('山林和老房一起要');
  await panel(page).getByRole('radio', { name: /^组合/ }).click();
  await expect(page.getByRole('list', { name: '合起来符合的组合' }).getByRole('article').first()).toContainText('山林、老房都有');
  await panel(page).getByRole('radio', { name: '项目' }).click();
  await expect(page.getByRole('list', { name: '匹配的项目，最合适的在前' }).getByRole('article')).toHaveCount(12);
  const { violations } = await new AxeBuilder({ page }).include('[data-testid=match-panel]').withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').flatMap(({ id, nodes }) => nodes.map((node) => `${id} at ${node.target.join(' ')}`))).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(panel(page)).toHaveCount(0);
});

test('what nothing can be made of is said so, with a way on', async ({ program: page }) => {
  await expect(page.locator('.showcase-legend')).toBeVisible();
  await page.keyboard.press('w');
  await line(page).fill('量子纠缠');
  await expect(panel(page).getByRole('alert')).toContainText('没有读懂的条件');
  await panel(page).getByRole('button', { name: '300 平左右的老房做民宿，租 15 年以上' }).click();
  await expect(answers(page).getByRole('article').first()).toContainText('老房');
});

test('on stage the ranking is the presenter’s own, and the room sees what is sent of it and no more', async ({ browser, host, program: page }) => {
  test.setTimeout(180_000);
  const desk = await openDesk(browser, host);
  const [tour] = await desk.call('desk.tours', {});
  await desk.call('stage.start', { tourId: tour!.id });
  const screen = await openAudience(browser, desk, { reducedMotion: 'reduce' });
  await expect(screen.page.locator('.audience-stage [data-scene]').first()).toBeVisible({ timeout: 60_000 });
  await page.keyboard.press('Control+6');
  await expect(page.getByTestId('console')).toBeVisible();
  await page.keyboard.press('w');
  await expect(line(page)).toBeFocused();
  await line(page).fill('张总说想找200亩以上的林地做露营，预算每年50万以内');
  await expect(answers(page).getByRole('article').first()).toContainText('大岩背混交林');
  await expect(page.getByRole('status').filter({ hasText: '宗全符合' })).toBeVisible();
  await settled(screen.page);
  expect((await screen.call('public.stage', {})).show).toMatchObject({ mode: 'tour', finding: null });
  expect(await screen.page.content()).not.toContain('大岩背混交林</span>');

  // The third is taken off before it goes out.
  await answers(page).locator('.match-tick').nth(2).click();
  await page.getByRole('button', { name: '投到观众屏' }).click();
  await expect(page.getByText('观众屏上', { exact: true })).toBeVisible();
  const shown = screen.page.locator('.map-match');
  await expect(shown).toContainText('照您的意向，看这 2 处');
  await expect(shown.getByRole('heading', { level: 2 })).toHaveText(['大岩背混交林', /.+/]);
  await expect(shown).toContainText('面积 720 亩');
  await expect(shown).toContainText('≥ 200 亩');
  // Neither points, nor who asked, nor how.
  await expect(shown).not.toContainText('/100');
  const { show } = await screen.call('public.stage', {});
  expect(JSON.stringify(show)).not.toContain('张总');
  expect(await screen.page.content()).not.toContain('张总');
  expect(show.finding!.match!.ids).toHaveLength(2);

  // It is read from the back of a room, in every language and both lights.
  for (const look of [{ theme: 'light', language: 'zh' }, { theme: 'dark', language: 'both' }, { theme: 'light', language: 'en' }] as const) {
    await desk.call('stage.act', { command: { do: 'present', ...look } });
    await expect(screen.page.locator('.stage').first()).toHaveAttribute('data-language', look.language);
    await settled(screen.page);
    const sizes = await shown.evaluate((node) => [...node.querySelectorAll('*')].filter((part) => [...part.childNodes].some((child) => child.nodeType === 3 && child.textContent!.trim() !== '') && getComputedStyle(part).display !== 'none').map((part) => ({ text: part.textContent!, size: Number.parseFloat(getComputedStyle(part).fontSize), name: part.closest('h2') !== null && part.closest('.words-second') === null })));
    expect(sizes.filter(({ size }) => size < 23.95)).toEqual([]);
    expect(sizes.filter(({ name, size }) => name && size < 63.9)).toEqual([]);
    expect(await shown.evaluate((node) => { const box = node.getBoundingClientRect(); return [...node.querySelectorAll('li, h1, h2, p')].filter((part) => getComputedStyle(part).display !== 'none').every((part) => part.getBoundingClientRect().bottom <= box.bottom + 1 && part.scrollWidth <= part.clientWidth + 2); })).toBe(true);
  }

  // Stepping on leads back to the tour, and nothing of the answer stays.
  await page.keyboard.press('PageDown');
  await expect.poll(async () => (await screen.call('public.stage', {})).show).toMatchObject({ mode: 'tour', finding: null });
  await expect(screen.page.locator('.map-match')).toHaveCount(0);
  await screen.close();
  await desk.close();
});

import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, introduce, test } from './fixtures.js';

const call = <T>(page: Page, name: string, input: object): Promise<T> => page.evaluate(async ([name, input]) => {
  const token = document.querySelector<HTMLMetaElement>('meta[name="xishan-token"]')!.content;
  const reply = await (await fetch('/call', { method: 'POST', headers: { 'content-type': 'application/json', 'x-xishan-token': token }, body: JSON.stringify({ name, input }) })).json() as { value: never };
  return reply.value;
}, [name, input] as const);

interface KeptStop { readonly id: string; readonly kind: string; readonly hidden: boolean; readonly assetId?: string; readonly camera?: object; readonly title?: object }
const kept = async (page: Page, name: RegExp) => (await call<{ name: string; stops: KeptStop[] }[]>(page, 'desk.tours', {})).find((tour) => name.test(tour.name))!;

/** Drafts a tour of its own and opens it. */
async function draft(page: Page): Promise<void> {
  await introduce(page);
  await page.keyboard.press('Control+6');
  await page.getByRole('button', { name: '起草路线' }).click();
  const dialog = page.getByRole('dialog', { name: '起草路线' });
  await dialog.getByRole('textbox', { name: '路线名称' }).fill('春天的路线');
  await dialog.getByRole('radio', { name: '8 分钟' }).click();
  await expect(dialog.getByRole('status')).toContainText('站');
  await dialog.getByRole('button', { name: '起草', exact: true }).click();
  await expect(page.getByRole('textbox', { name: '路线名称' })).toHaveValue('春天的路线');
}

test('a tour is drafted from a filter, its stops are reordered by keys and by dragging, duplicated, hidden, removed, and all of it is undone', async ({ program: page }) => {
  test.setTimeout(180_000);
  await draft(page);
  const first = await kept(page, /春天/);
  expect([first.stops[0]?.kind, first.stops.at(-1)?.kind]).toEqual(['cover', 'closing']);
  const strip = page.getByRole('grid', { name: '站点，可拖动排序' });
  await expect(strip.getByRole('row')).toHaveCount(first.stops.length);
  const kinds = async () => (await kept(page, /春天/)).stops.map(({ id }) => first.stops.findIndex((stop) => stop.id === id));

  // By the handle's keys: the cover goes behind the figures.
  await strip.getByRole('button', { name: /^移动第 1 站/ }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await kinds()).indexOf(0)).toBeGreaterThan(0);
  await page.getByRole('button', { name: '撤销' }).click();
  await expect.poll(async () => (await kinds()).indexOf(0)).toBe(0);
  // The strip follows the ledger a moment later; only then is there something to drag.
  for (const at of [0, 1, 2]) await expect(strip.getByRole('row').nth(at)).toHaveAttribute('data-key', first.stops[at]!.id);

  // By dragging: the figures go before the cover.
  await strip.getByRole('row').nth(1).dragTo(strip.getByRole('row').nth(0), { targetPosition: { x: 150, y: 3 } });
  await expect.poll(async () => (await kinds()).slice(0, 2)).toEqual([1, 0]);
  await expect(strip.getByRole('row').nth(1)).toHaveAttribute('data-key', first.stops[0]!.id);

  await strip.getByRole('row').nth(2).click();
  await page.getByRole('button', { name: '复制所选站点' }).click();
  await expect(strip.getByRole('row')).toHaveCount(first.stops.length + 1);
  await page.getByRole('button', { name: '隐藏所选站点' }).click();
  await expect(strip.getByRole('row').nth(3)).toContainText('已隐藏');
  await expect.poll(async () => (await kept(page, /春天/)).stops.filter(({ hidden }) => hidden).length).toBe(1);
  await page.getByRole('button', { name: '删除所选站点' }).click();
  await expect(strip.getByRole('row')).toHaveCount(first.stops.length);
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(strip.getByRole('row')).toHaveCount(first.stops.length + 1);
});

test('what is typed is kept when the page is left in the middle of a word, and a text never moves the camera', async ({ program: page }) => {
  test.setTimeout(120_000);
  await draft(page);
  const strip = page.getByRole('grid', { name: '站点，可拖动排序' });
  await strip.getByRole('row').filter({ hasText: '资产 ·' }).first().click();
  await page.getByRole('button', { name: '定画面' }).click();
  const dialog = page.getByRole('dialog', { name: '给这一站定画面' });
  await expect(dialog.locator('.leaflet-container canvas').first()).toBeVisible();
  await dialog.getByRole('button', { name: '看全这一站' }).click();
  await dialog.getByRole('button', { name: '用这个画面' }).click();
  await expect.poll(async () => (await kept(page, /春天/)).stops.filter(({ camera }) => camera).length).toBe(1);
  const { camera, id } = (await kept(page, /春天/)).stops.find((stop) => stop.camera)!;

  await page.getByRole('textbox', { name: '标题 · 中文' }).pressSequentially('溪边的家');
  await page.keyboard.press('Control+1');
  await expect.poll(async () => (await kept(page, /春天/)).stops.find((stop) => stop.id === id)).toMatchObject({ title: { zh: '溪边的家' }, camera: camera! });
  await page.keyboard.press('Control+6');
  await expect(strip).toContainText('溪边的家');
  await page.getByRole('button', { name: '自动取景' }).click();
  await expect.poll(async () => (await kept(page, /春天/)).stops.some((stop) => stop.camera)).toBe(false);
});

test('a stop whose asset is gone stays in the strip and says that it is passed over and how that is mended', async ({ program: page }) => {
  test.setTimeout(120_000);
  await draft(page);
  const stop = (await kept(page, /春天/)).stops.find(({ kind }) => kind === 'asset')!;
  await call(page, 'desk.apply', { edits: [{ kind: 'remove', noun: 'asset', id: stop.assetId }] });
  const strip = page.getByRole('grid', { name: '站点，可拖动排序' });
  const row = strip.getByRole('row').filter({ hasText: '略过' });
  await expect(row).toHaveCount(1);
  await row.click();
  await expect(page.getByRole('note')).toContainText('换一宗资产');
});

for (const theme of ['light', 'dark'] as const) {
  test(`the tours and their editor in the ${theme} look are without a serious fault of accessibility`, async ({ program: page }) => {
    test.setTimeout(120_000);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await call(page, 'settings.set', { theme });
    await page.keyboard.press('Control+6');
    // The words within a stop's picture belong to the picture; a row is named by the stop, not by all that its scene says.
    const faults = async () => (await new AxeBuilder({ page }).disableRules(['label-content-name-mismatch']).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).exclude('.tour-thumb').analyze()).violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical').flatMap(({ id, nodes }) => nodes.map((node) => `${id} at ${node.target.join(' ')}`));
    const card = page.getByRole('button', { name: /^编辑「/ });
    await expect(card).toBeVisible();
    expect(await faults()).toEqual([]);
    await card.click();
    await expect(page.getByTestId('tour-editor').getByRole('row').first()).toBeVisible();
    expect(await faults()).toEqual([]);
  });
}

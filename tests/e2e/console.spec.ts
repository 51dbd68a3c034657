import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, RunningHost, test, watchPage } from './fixtures.js';

const call = <T>(page: Page, name: string, input: object): Promise<T> => page.evaluate(async ([name, input]) => {
  const token = document.querySelector<HTMLMetaElement>('meta[name="xishan-token"]')!.content;
  const reply = await (await fetch('/call', { method: 'POST', headers: { 'content-type': 'application/json', 'x-xishan-token': token }, body: JSON.stringify({ name, input }) })).json() as { value: never };
  return reply.value;
}, [name, input] as const);

interface Show { readonly on: boolean; readonly stopId: string; readonly step: number; readonly mode: string; readonly black: boolean; readonly finding: object | null; readonly assetId: string | null }
const shown = async (page: Page) => (await call<{ show: Show }>(page, 'public.stage', {})).show;

/** Begins the sample's tour as a person does, with the audience's window. */
async function begin(page: Page): Promise<Page> {
  await page.keyboard.press('Control+6');
  const opened = page.waitForEvent('popup');
  await page.getByRole('button', { name: '开始路演' }).click();
  // The shipped schematic carries no 审图号, and that is asked about first.
  const asked = page.getByRole('button', { name: '仍然继续' });
  await expect(asked.or(page.getByTestId('console'))).toBeVisible();
  if (await asked.isVisible()) await asked.click();
  const audience = await opened;
  await expect(page.getByTestId('console')).toBeVisible();
  return audience;
}

test('the console’s keys lead the show, and an answer is on the audience screen only when it is sent', async ({ program: page }) => {
  test.setTimeout(180_000);
  const audience = await begin(page);
  await expect(audience.locator('.stage').first()).toBeVisible({ timeout: 60_000 });
  const first = await shown(page);
  await page.keyboard.press('PageDown');
  await expect.poll(async () => (await shown(page)).stopId).not.toBe(first.stopId);
  await page.keyboard.press('PageUp');
  await expect.poll(async () => (await shown(page)).stopId).toBe(first.stopId);
  await page.keyboard.press('b');
  await expect.poll(async () => (await shown(page)).black).toBe(true);
  await expect(page.getByText('观众屏已黑')).toBeVisible();
  await page.keyboard.press('b');
  await expect.poll(async () => (await shown(page)).black).toBe(false);

  // A question: found on the console at once, and nowhere else.
  await page.keyboard.press('/');
  const field = page.getByRole('searchbox', { name: '找资产' });
  await expect(field).toBeFocused();
  await field.fill('lin');
  await page.getByRole('group', { name: '类别' }).getByRole('button', { name: '山林' }).click();
  await expect(page.getByRole('status').filter({ hasText: '宗' })).toBeVisible();
  expect(await shown(page)).toMatchObject({ mode: 'tour', finding: null });
  await page.getByRole('button', { name: '投到观众屏' }).click();
  await expect.poll(async () => (await shown(page)).finding).toMatchObject({ query: 'lin', filter: { categories: ['forest'] } });
  await expect(page.getByText('观众屏上')).toBeVisible();

  // An asset of the answer is opened, marked, and the tour goes on where it was left.
  await page.getByRole('button', { name: /^标记 / }).first().click();
  await page.locator('.asset-line-open').first().click();
  await expect.poll(async () => (await shown(page)).assetId).not.toBeNull();
  await page.keyboard.press('e');
  await expect.poll(async () => await shown(page)).toMatchObject({ mode: 'tour', stopId: first.stopId, finding: null });

  // In a text field letters are letters, and the clicker still leads.
  await field.click();
  await page.keyboard.type('b');
  expect((await shown(page)).black).toBe(false);
  await page.keyboard.press('PageDown');
  await expect.poll(async () => (await shown(page)).stopId).not.toBe(first.stopId);
  await field.blur();

  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '接着讲' }).click();
  expect((await shown(page)).on).toBe(true);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '结束路演' }).click();
  await expect(page.getByRole('button', { name: /^编辑「/ })).toBeVisible();
});

test('a stop is found by pinyin and jumped to, and the notes stand beside it', async ({ program: page }) => {
  test.setTimeout(120_000);
  await begin(page);
  await expect(page.getByRole('document', { name: '讲解词' })).toContainText('白鹭溪');
  await page.getByRole('searchbox', { name: '找站点' }).fill('四季');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await shown(page)).stopId).toBe('seasons');
  await expect(page.getByRole('document', { name: '讲解词' })).toContainText('客流数字是示例');
});

test('marks and the stop survive a crash, and the desk offers to go on', async ({ folder, page }) => {
  test.setTimeout(180_000);
  let host = await RunningHost.start(folder);
  await page.goto(host.address);
  await begin(page);
  for (let turn = 0; turn < 40 && !(await page.getByRole('button', { name: '标记', exact: true }).isEnabled()); turn += 1) await page.keyboard.press('PageDown');
  const before = await shown(page);
  await page.keyboard.press('m');
  await expect(page.getByRole('button', { name: '已标记' })).toBeVisible();
  await host.kill();
  await page.goto('about:blank');

  host = await RunningHost.start(folder);
  const check = await watchPage(page);
  await page.goto(host.address);
  await expect(page.getByRole('alert')).toContainText('还没有结束');
  await page.getByRole('button', { name: '继续' }).click();
  await expect(page.getByTestId('console')).toBeVisible();
  expect(await shown(page)).toMatchObject({ stopId: before.stopId, on: true });
  await page.getByRole('radio', { name: /^标记/ }).click();
  await expect(page.locator('.asset-line')).toHaveCount(1);
  check();
  await host.stop();
});

test('the console is without a serious fault of accessibility', async ({ program: page }) => {
  test.setTimeout(120_000);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await begin(page);
  for (const name of [/^站点/, /^答问/, /^标记/]) {
    await page.getByRole('radio', { name }).click();
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).exclude('.tour-thumb').analyze();
    expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').flatMap(({ id, nodes }) => nodes.map((node) => `${id} at ${node.target.join(' ')}`))).toEqual([]);
  }
});

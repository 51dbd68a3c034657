import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.js';

/** What axe calls serious or critical on the page as it is, each with the element. */
async function faultsOf(page: Page, where: string): Promise<string[]> {
  // Colours are read where nothing is half faded in any more.
  await page.evaluate(() => Promise.all(document.getAnimations().filter((motion) => motion.effect?.getComputedTiming().iterations !== Infinity).map((motion) => motion.finished.catch(() => undefined))));
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${where}: ${id} at ${node.target.join(' ')} — ${(node.failureSummary ?? '').replace(/\s+/g, ' ').slice(0, 220)}`));
}
const call = (page: Page, name: string, input: object) => page.evaluate(async ([name, input]) => {
  const token = document.querySelector<HTMLMetaElement>('meta[name="xishan-token"]')!.content;
  await fetch('/call', { method: 'POST', headers: { 'content-type': 'application/json', 'x-xishan-token': token }, body: JSON.stringify({ name, input }) });
}, [name, input] as const);

/** Each page as it opens, and what waits there until it can be read. */
const pages = [
  ['总览', 'Control+1', '.leaflet-container canvas'],
  ['一本账', 'Control+2', '[role="grid"] [role="row"]'],
  ['体检', 'Control+3', '.quality-row-head'],
  ['变化', 'Control+4', 'h1'],
  ['一张表', 'Control+5', '[role="grid"] [role="row"]'],
  ['出品', 'Control+7', 'h1'],
  ['意向', 'Control+8', 'h1'],
  ['设置', 'Control+9', 'h1'],
] as const;

for (const theme of ['light', 'dark'] as const) {
  test(`every page in its ${theme} look is without a serious fault of accessibility`, async ({ program: page }) => {
    test.setTimeout(180_000);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await expect(page.locator('.rail')).toBeVisible();
    await call(page, 'settings.set', { theme });
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    const faults: string[] = [];
    for (const [name, key, ready] of pages) {
      await page.keyboard.press(key);
      await expect(page.locator(`main ${ready}`).first()).toBeVisible();
      faults.push(...await faultsOf(page, name));
    }
    expect(faults).toEqual([]);
  });

  test(`the asset form, each of its tabs, and the dialogs in their ${theme} look are without a serious fault of accessibility`, async ({ program: page }) => {
    test.setTimeout(180_000);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await expect(page.locator('.rail')).toBeVisible();
    await call(page, 'settings.set', { theme });
    const faults: string[] = [];
    // A finding opens the form with its field.
    await page.keyboard.press('Control+3');
    await expect(page.locator('.quality-row-head').first()).toBeVisible();
    await page.keyboard.press('n');
    await page.keyboard.press('Enter');
    const form = page.getByTestId('asset-form');
    await expect(form.getByRole('region', { name: '体检' })).toContainText('分');
    for (const tab of await form.getByRole('tab').all()) {
      await tab.click();
      await expect(form.getByRole('tabpanel')).toBeVisible();
      faults.push(...await faultsOf(page, `表单·${await tab.textContent()}`));
    }
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: '新增' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    faults.push(...await faultsOf(page, '新增资产'));
    // The first change of all asks who makes it.
    await page.getByRole('dialog').getByRole('textbox').first().fill('试用老屋');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog', { name: '您怎么称呼？' })).toBeVisible();
    faults.push(...await faultsOf(page, '您怎么称呼'));
    await page.getByRole('dialog', { name: '您怎么称呼？' }).getByRole('textbox').fill('王小溪');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toHaveCount(0);

    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: '导入' }).first().click();
    await (await chooser).setFiles({ name: '老房.csv', mimeType: 'text/csv', buffer: Buffer.from('编号,名称,所在村,建筑面积（㎡）,状态,经度,纬度\nLF-9,溪头老屋,竹坞村,180,闲置,119.9321,29.8312\nLF-10,,竹坞村,一百,闲置,119.9331,29.8322\n', 'utf8') });
    // The sample asks first whether a ledger of one's own is meant.
    faults.push(...await faultsOf(page, '导入到示例'));
    await page.getByRole('button', { name: '就放进示例里' }).click();
    const dialog = page.getByRole('dialog', { name: '导入' });
    await expect(dialog.getByRole('button', { name: /^下一步/ })).toBeEnabled();
    for (const step of await dialog.locator('.import-step:enabled').all()) {
      await step.click();
      await expect(step).toHaveAttribute('aria-current', 'step');
      faults.push(...await faultsOf(page, `导入·${await step.textContent()}`));
    }
    expect(faults).toEqual([]);
  });
}

/** Presses Tab until the cursor is at the thing, or within it; the way a person without a mouse goes. */
async function tabTo(page: Page, target: Locator, most = 60): Promise<void> {
  for (let step = 0; step < most; step += 1) {
    if (await target.evaluate((node) => node.contains(document.activeElement))) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never came to ${String(target)}`);
}

/** Presses an arrow within a group until the cursor is at one of its choices. */
async function arrowTo(page: Page, group: Locator, target: Locator, arrow: 'ArrowRight' | 'ArrowLeft' = 'ArrowRight'): Promise<void> {
  for (let step = 0; step < 6; step += 1) {
    if (await target.evaluate((node) => node === document.activeElement)) return;
    await expect(group.locator(':focus')).toHaveCount(1);
    await page.keyboard.press(arrow);
  }
  throw new Error(`The arrows never came to ${String(target)}`);
}

test('every page’s main task is done by Tab, arrows and Enter alone', async ({ program: page }) => {
  test.setTimeout(180_000);
  const rail = page.getByRole('navigation');
  const open = async (name: RegExp) => { await tabTo(page, rail.getByRole('button', { name })); await page.keyboard.press('Enter'); };
  const form = page.getByTestId('asset-form');

  // 总览: a search leads to an asset's card.
  await expect(page.locator('.leaflet-container canvas').first()).toBeVisible();
  await tabTo(page, page.getByRole('combobox').first());
  await page.keyboard.type('松阴书香宅');
  await expect(page.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('complementary', { name: '松阴书香宅' })).toBeVisible();

  // 一本账: the asset's form stands open; the arrows lead to the next one's, and the space bar shuts and opens it.
  await page.keyboard.press('Control+2');
  await expect(form).toContainText('松阴书香宅');
  await tabTo(page, page.locator('.grid-hand'));
  await page.keyboard.press('ArrowDown');
  await expect(form).toContainText('龙爪溪崖边老屋');
  await page.keyboard.press('Space');
  await expect(form).toHaveCount(0);
  await page.keyboard.press('Space');
  await expect(form).toBeVisible();

  // 体检: a finding leads to its field.
  await page.keyboard.press('Control+3');
  const list = page.getByRole('grid', { name: '资产，最要紧的在前' });
  await expect(list.getByRole('row').first()).toBeVisible();
  await tabTo(page, list);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(form.getByRole('textbox', { name: '危房等级' })).toBeFocused();

  // 变化: from the timeline to the comparison of two days.
  await page.keyboard.press('Control+4');
  await tabTo(page, page.getByRole('tab', { selected: true }));
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('tab', { name: /自某日以来的变化/ })).toHaveAttribute('aria-selected', 'true');

  // 一张表: a project opens from the table.
  await page.keyboard.press('Control+5');
  const projects = page.getByRole('grid').first();
  await expect(projects.getByRole('row').nth(2)).toBeVisible();
  await tabTo(page, page.locator('.grid-hand'));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByTestId('project-card')).toBeVisible();

  // 出品: a table is made into a file.
  await page.keyboard.press('Control+7');
  const output = page.getByTestId('output-ledger');
  await tabTo(page, output.getByRole('button', { name: '生成' }));
  await page.keyboard.press('Enter');
  await expect(output.getByRole('link')).toBeVisible({ timeout: 30_000 });

  // The rail leads to any page.
  await open(/^设置/);
  await expect(page.getByRole('heading', { level: 1, name: '设置' })).toBeVisible();

  // 设置: the look and the language are chosen by the arrows and Enter or Space.
  await tabTo(page, page.getByRole('tab', { selected: true }));
  await page.keyboard.press('End');
  await expect(page.getByRole('tab', { name: /^程序/ })).toHaveAttribute('aria-selected', 'true');
  const themes = page.getByRole('radiogroup', { name: '明暗' });
  await tabTo(page, themes);
  await expect(themes.locator(':focus')).toHaveCount(1);
  const dark = themes.getByRole('radio', { name: '深色' });
  await arrowTo(page, themes, dark);
  await page.keyboard.press('Space');
  await expect(dark).toBeChecked();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  const languages = page.getByRole('radiogroup', { name: /^(?:语言|Language)$/ });
  await page.keyboard.press('Shift+Tab');
  await arrowTo(page, languages, languages.getByRole('radio', { name: 'English' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
  await arrowTo(page, languages, languages.getByRole('radio', { name: '中文' }), 'ArrowLeft');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: '设置' })).toBeVisible();
  await open(/^总览/);
  await expect(page.locator('.leaflet-container canvas').first()).toBeVisible();
});

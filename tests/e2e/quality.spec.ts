import { buildAsset, buildProfile } from '../builders/ledger.js';
import { manyAssets } from '../builders/many-assets.js';
import { preparedLedger } from '../builders/prepared-ledger.js';
import { expect, RunningHost, test, watchPage } from './fixtures.js';

const station = buildAsset('hydropower', { name: '溪口二级电站', status: 'available', ownership: 'collective', location: { lng: 119.94, lat: 29.85 }, detail: { capacityKw: 960, annualOutputKwh: 1_920_000, waterPermitExpiry: '2020-05-01' } });
const house = buildAsset('house', { name: '白鹭溪边老宅', location: { lng: 119.918, lat: 29.806 }, floorArea: 230 });
const wood = buildAsset('forest', { name: '老鹰岩杉木林', location: { lng: 119.93, lat: 29.82 }, detail: { slope: '120°' } });
const photo = (digit: string) => ({ id: `${digit.repeat(64)}.jpg` });
const whole = buildAsset('house', {
  name: '样样齐全的老屋', nameEn: 'The whole house', address: '村口', status: 'available', ownership: 'collective', price: { yuan: null, basis: 'negotiable' }, cooperation: ['lease'], term: '10 年',
  utilities: ['water'], distanceToHighwayKm: 3, suggestedUses: ['民宿'], photos: [photo('a'), photo('b'), photo('c')], highlights: { zh: '临溪', en: 'By the stream' },
  publicContact: { phone: '0571-60000000' }, floorArea: 200, detail: { structure: '砖木', floors: 2, builtYear: 1950, dangerGrade: 'A 级', protection: '非文保' },
});
const checkUp = '资产，最要紧的在前';

test('one key leads from a finding to the field that mends it, and it is gone everywhere once mended', async ({ folder, page }) => {
  const host = await RunningHost.start(folder, await preparedLedger(folder, { profile: buildProfile(), assets: [house, station, wood], projects: [], tours: [] }));
  const check = await watchPage(page);
  await page.goto(host.address);
  await page.keyboard.press('Control+3');
  const list = page.getByRole('grid', { name: checkUp });
  await expect(list.getByRole('row').first()).toContainText('溪口二级电站');
  await expect(list.getByRole('row').first()).toContainText('2020-05-01');
  await expect(page.getByRole('button', { name: /^不可发布/ })).toContainText('1');
  await expect(page.getByRole('navigation').getByRole('button', { name: /1 宗不可发布/ })).toBeVisible();

  await page.keyboard.press('n');
  await page.keyboard.press('Enter');
  const form = page.getByTestId('asset-form');
  const field = form.getByRole('textbox', { name: '取水许可有效期至' });
  await expect(field).toBeFocused();
  await expect(form.getByRole('region', { name: '体检' })).toContainText('阻止发布');
  await field.fill('2099-05-01');
  await field.press('Tab');
  await page.getByRole('dialog').getByRole('textbox').fill('王小溪');
  await page.keyboard.press('Enter');
  await expect(form.getByRole('region', { name: '体检' })).not.toContainText('阻止发布');

  await page.keyboard.press('Control+3');
  await expect(page.getByRole('button', { name: /^不可发布/ })).toContainText('0');
  await expect(list).not.toContainText('2020-05-01');
  await expect(page.getByRole('navigation').getByRole('button', { name: /宗不可发布/ })).toHaveCount(0);
  check();
  await host.stop();
});

test('the strip in the form leads to what is missing, and the score rises as it is filled in', async ({ folder, page }) => {
  const host = await RunningHost.start(folder, await preparedLedger(folder, { profile: buildProfile(), assets: [house], projects: [], tours: [] }));
  await page.goto(host.address);
  await page.keyboard.press('Control+3');
  await expect(page.getByRole('grid', { name: checkUp }).getByRole('row')).toHaveCount(1);
  await page.keyboard.press('n');
  await page.keyboard.press('Enter');
  const strip = page.getByTestId('asset-form').getByRole('region', { name: '体检' });
  const before = Number((await strip.getByRole('img').getAttribute('aria-label'))?.replace(/\D/g, ''));
  await strip.getByRole('button', { name: /参考价/ }).press('Enter');
  await expect(page.locator(':focus')).toHaveCount(1);
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  // Another hand fills it in: the strip follows all the same.
  await page.evaluate(async (id) => {
    const token = document.querySelector<HTMLMetaElement>('meta[name="xishan-token"]')!.content;
    await fetch('/call', { method: 'POST', headers: { 'content-type': 'application/json', 'x-xishan-token': token }, body: JSON.stringify({ name: 'desk.apply', input: { edits: [{ kind: 'set', noun: 'asset', id, path: 'price', value: { yuan: 20_000, basis: 'year' } }] } }) });
  }, house.id);
  await expect(strip.getByRole('img')).toHaveAttribute('aria-label', `${before + 8} 分`);
  await host.stop();
});

test('the list is narrowed by pressing what was found and what is missing, and coming back is coming back to the same place', async ({ folder, page }) => {
  const host = await RunningHost.start(folder, await preparedLedger(folder, { profile: buildProfile(), assets: [...manyAssets(300), station], projects: [], tours: [] }));
  const check = await watchPage(page);
  await page.goto(host.address);
  await page.keyboard.press('Control+3');
  const list = page.getByRole('grid', { name: checkUp });
  await expect(page.getByText('301 宗')).toBeVisible();
  await page.getByRole('button', { name: /^取水许可已到期/ }).click();
  await expect(list.getByRole('row')).toHaveCount(1);
  await page.getByRole('button', { name: /去掉「取水许可已到期」/ }).click();
  await page.getByRole('searchbox').fill('没有这样的资产');
  await expect(page.getByRole('heading', { name: '没有符合的资产' })).toBeVisible();
  await page.getByRole('button', { name: '看全部' }).click();

  await page.getByRole('button', { name: /^权属 300/ }).click();
  await list.focus();
  for (let step = 0; step < 40; step += 1) await page.keyboard.press('ArrowDown');
  const row = list.locator('[data-cursor]');
  await expect(row).toBeInViewport();
  const name = await row.locator('b').first().textContent();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('asset-form')).toContainText(name!);
  await page.keyboard.press('Control+3');
  await expect(page.getByText('300 宗')).toBeVisible();
  await expect(row).toBeInViewport();
  await expect(row).toContainText(name!);
  await expect(list).toBeFocused();
  check();
  await host.stop();
});

test('a ledger without a fault is told so, and an empty one what to do, in both languages', async ({ folder, page }) => {
  const ledger = await preparedLedger(folder, { profile: buildProfile(), assets: [whole], projects: [], tours: [] });
  const host = await RunningHost.start(folder, ledger);
  await page.goto(host.address);
  await page.keyboard.press('Control+3');
  await expect(page.getByRole('heading', { name: '山清水秀' })).toBeVisible();
  await expect(page.getByRole('img', { name: /100 分/ }).first()).toBeVisible();
  await page.getByRole('button', { name: 'EN' }).click();
  await expect(page.getByRole('heading', { name: 'All clear' })).toBeVisible();
  await host.stop();
  const empty = await RunningHost.start(folder, await preparedLedger(folder, { profile: buildProfile(), assets: [], projects: [], tours: [] }, '空乡'));
  await page.goto(empty.address);
  await page.keyboard.press('Control+3');
  await page.getByRole('button', { name: 'To the ledger' }).click();
  await expect(page.getByRole('heading', { name: 'The Ledger', exact: true })).toBeVisible();
  await empty.stop();
});

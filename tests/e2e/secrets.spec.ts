import { ledgerOfCanaries } from '../builders/canaries.js';
import { preparedLedger } from '../builders/prepared-ledger.js';
import { expect, RunningHost, test } from './fixtures.js';

test('nothing internal or personal reaches the showcase: not its calls, its page, its storage, nor its title', async ({ folder, page }) => {
  const { data, canaries } = ledgerOfCanaries();
  const host = await RunningHost.start(folder, await preparedLedger(folder, data));
  const heard: string[] = [];
  page.on('response', async (response) => {
    const asked = response.request().postData() ?? '';
    if (response.url().endsWith('/call')) heard.push(asked, await response.text().catch(() => ''));
  });
  await page.goto(host.address);
  await expect(page.getByRole('group', { name: /图例/ })).toContainText('1');
  for (const asset of data.assets.filter((one) => one.status !== 'withdrawn')) {
    await page.getByRole('combobox').fill(asset.name);
    await page.getByRole('option').first().click();
    await expect(page.getByRole('complementary', { name: asset.name })).toBeVisible();
    const seen = await page.evaluate(() => [document.documentElement.outerHTML, document.title, JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })].join('\n'));
    expect(canaries.filter(({ word }) => seen.includes(word)).map(({ path }) => path)).toEqual([]);
    expect(seen).not.toContain('CANARY');
  }
  const everything = heard.join('\n');
  expect(everything).toContain('公开forest');
  expect(canaries.filter(({ word }) => everything.includes(word)).map(({ path }) => path)).toEqual([]);
  await host.stop();
});

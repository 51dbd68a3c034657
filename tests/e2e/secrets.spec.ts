import { ledgerOfCanaries } from '../builders/canaries.js';
import { personOfCanaries } from '../builders/lead-people.js';
import { preparedLedger } from '../builders/prepared-ledger.js';
import { openDesk } from './audience-window.js';
import { expect, RunningHost, test } from './fixtures.js';

test('nothing internal or personal reaches the showcase: not its calls, its page, its storage, nor its title', async ({ browser, folder, page }) => {
  const { data, canaries: ofLedger } = ledgerOfCanaries();
  const { person, canaries: ofLead } = personOfCanaries();
  const canaries = [...ofLedger, ...ofLead];
  const host = await RunningHost.start(folder, await preparedLedger(folder, data));
  const desk = await openDesk(browser, host);
  await desk.call('leads.setUp', { passphrase: 'a long passphrase' });
  await desk.call('leads.take', { way: 'desk', person, assetIds: [data.assets[0]!.id], consent: true });
  await desk.close();
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

import type { Page } from '@playwright/test';
import { ledgerOfCanaries } from '../builders/canaries.js';
import { personOfCanaries } from '../builders/lead-people.js';
import { preparedLedger } from '../builders/prepared-ledger.js';
import { openAudience, openDesk, settled } from './audience-window.js';
import { expect, RunningHost, test } from './fixtures.js';

/** Everything that a page can be read by from outside its own code: its document, what a screen reader hears, its storage, its name and address. */
async function readable(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const tree = JSON.stringify(await session.send('Accessibility.getFullAXTree'));
  await session.detach();
  const inside = await page.evaluate(async () => JSON.stringify([
    document.documentElement.outerHTML, document.title, window.location.href, { ...localStorage }, { ...sessionStorage },
    (await indexedDB.databases()).map(({ name }) => name), document.cookie, [...document.querySelectorAll('input')].map((input) => input.value),
  ]));
  return `${tree}\n${inside}\n${page.url()}`;
}

/** Records every answer and every event that a page hears. */
async function listenIn(page: Page, heard: string[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  session.on('Network.eventSourceMessageReceived', ({ data }) => heard.push(data));
  page.on('request', (request) => heard.push(request.url(), request.postData() ?? ''));
  page.on('response', async (response) => {
    const type = response.headers()['content-type'] ?? '';
    if (/json|html/.test(type)) heard.push(JSON.stringify(await response.allHeaders().catch(() => '')), await response.text().catch(() => ''));
  });
}

test('nothing internal or personal reaches the audience window: over a whole tour, exploring, its tools and a booth', async ({ browser, folder }) => {
  test.setTimeout(180_000);
  const { data, canaries: ofLedger } = ledgerOfCanaries();
  const { person, canaries: ofLead } = personOfCanaries();
  const canaries = [...ofLedger, ...ofLead];
  const host = await RunningHost.start(folder, await preparedLedger(folder, data));
  const desk = await openDesk(browser, host);
  const [tour] = await desk.call('desk.tours', {});
  // The presenter's own window does hold them: the test would see a leak.
  expect(canaries.filter(({ path }) => path.startsWith('stop.')).map(({ word }) => JSON.stringify(tour).includes(word))).not.toContain(false);
  // A lead that is unlocked, of assets that are shown: what could leak of leads is in the host's memory.
  await desk.call('leads.setUp', { passphrase: 'a long passphrase' });
  const { id: leadId } = await desk.call('leads.take', { way: 'desk', person, assetIds: [data.assets[0]!.id], tourId: tour!.id, consent: true });
  expect(await desk.call('leads.reveal', { id: leadId })).toEqual(person);
  await desk.call('stage.start', { tourId: tour!.id });
  const heard: string[] = [];
  const screen = await openAudience(browser, desk, { reducedMotion: 'reduce' }, (page) => listenIn(page, heard));
  const { page } = screen;
  const leaks: string[] = [];
  const look = async (where: string) => {
    await settled(page);
    const seen = await readable(page);
    leaks.push(...canaries.filter(({ word }) => seen.includes(word)).map(({ path }) => `${where}: ${path}`));
    if (seen.includes('CANARY')) leaks.push(`${where}: a canary`);
  };
  await expect(page.locator('.audience-stage [data-scene]').first()).toBeVisible();

  const stops = new Set<string>();
  for (let last = ''; ;) {
    const { show } = await screen.call('public.stage', {});
    const place = `${show.stopId} ${show.step}`;
    if (place === last) break;
    last = place;
    stops.add(show.stopId!);
    await look(place);
    await page.keyboard.press('PageDown');
    await expect.poll(async () => { const { show: now } = await screen.call('public.stage', {}); return `${now.stopId} ${now.step}`; }, { timeout: 1_500 }).not.toBe(place).catch(() => undefined);
  }
  // The video stop has no real film in this ledger, yet it is a stop as any other.
  expect([...stops]).toEqual(tour!.stops.map((stop) => stop.id));

  await page.keyboard.press('e');
  await expect.poll(async () => (await screen.call('public.stage', {})).show.mode).toBe('explore');
  await look('exploring');
  for (const asset of data.assets.filter((one) => one.status !== 'withdrawn')) {
    await screen.call('public.act', { command: { do: 'open', assetId: asset.id } });
    await look(`exploring ${asset.category}`);
  }
  await page.keyboard.press('c');
  const tools = page.getByRole('dialog', { name: '讲解工具' });
  await expect(tools.getByRole('option')).toHaveCount(tour!.stops.length);
  await look('tools');
  for (const typed of ['公开', 'CANARY', canaries.find(({ path }) => path === 'stop.asset.notes')!.word]) {
    await tools.getByRole('searchbox').first().fill(typed);
    // What was typed stands in the field itself, so only what was found is read.
    await expect(tools.getByRole('listbox')).toContainText(typed === '公开' ? '公开forest' : '没有找到');
    const found = await tools.getByRole('listbox').innerText();
    expect(canaries.filter(({ word }) => found.includes(word))).toEqual([]);
  }
  await tools.getByRole('searchbox').first().fill('');
  await tools.getByRole('button', { name: '投到屏上' }).click();
  await look('found');

  await desk.call('stage.start', { tourId: tour!.id, booth: true });
  await expect(page.getByText('轻触屏幕，自己看看')).toBeVisible();
  await look('booth asleep');
  await page.touchscreen.tap(900, 300);
  const cards = page.getByRole('navigation', { name: '看看有什么' }).getByRole('group', { name: '资产' }).getByRole('button');
  await expect(cards).toHaveCount(data.assets.length - 1);
  await look('booth awake');
  await cards.first().tap();
  await expect(page.getByRole('button', { name: '看别的' })).toBeVisible();
  await look('booth open');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: /退出展台/ })).toBeVisible();
  await look('PIN');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '留个电话' }).tap();
  await expect(page.getByRole('dialog', { name: '留下意向' })).toBeVisible();
  await look('a visitor’s form');
  // What changes at the desk of a lead is not even heard of.
  await desk.call('leads.change', { id: leadId, revision: 1, change: { nextStep: 'call', done: true } });
  await desk.call('leads.remove', { ids: [leadId] });
  await look('after a lead was changed');

  expect(leaks).toEqual([]);
  const everything = heard.join('\n');
  expect(everything).toContain('公开forest');
  expect(everything).toContain('"stage.shows"');
  expect(canaries.filter(({ word }) => everything.includes(word)).map(({ path }) => path)).toEqual([]);
  // The words typed into the search stay in the page: it has what it finds already.
  expect(everything).not.toContain('CANARY');
  expect(everything).not.toContain('leads.changed');
  await screen.close();
  await host.stop();
});

test('what belongs to the desk is refused to the audience window, whatever it asks', async ({ browser, folder }) => {
  const host = await RunningHost.start(folder);
  const desk = await openDesk(browser, host);
  const screen = await openAudience(browser, desk);
  const [tour] = await desk.call('desk.tours', {});
  for (const ask of [
    () => screen.call('desk.tours', {}), () => screen.call('stage.desk', {}), () => screen.call('stage.start', { tourId: tour!.id }), () => screen.call('stage.act', { command: { do: 'next' } }),
    () => screen.call('settings.get', {}), () => screen.call('stage.screen', { open: true }), () => screen.call('ledger.status', {}),
    () => screen.call('leads.list', {}), () => screen.call('leads.status', {}), () => screen.call('leads.counts', {}), () => screen.call('leads.reveal', { id: 'x' }),
  ]) await expect(ask()).rejects.toThrow('not-allowed');
  await screen.close();
  await host.stop();
});

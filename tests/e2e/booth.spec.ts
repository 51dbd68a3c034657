import type { Browser } from '@playwright/test';
import { held, openAudience, openDesk, settled, type Held } from './audience-window.js';
import { expect, RunningHost, test, watchPage } from './fixtures.js';

/** A booth whose minute is a quarter of one: it goes back to its loop fifteen seconds after the last sign of a visitor. */
const quick = ['--booth-second', '250'];
const pin = '2468';

async function openBooth(browser: Browser, folder: string, words: readonly string[] = []) {
  const host = await RunningHost.start(folder, undefined, words);
  const desk = await openDesk(browser, host);
  await desk.call('settings.set', { boothPin: pin });
  const [tour] = await desk.call('desk.tours', {});
  await desk.call('stage.start', { tourId: tour!.id, booth: true });
  const screen = await openAudience(browser, desk, { reducedMotion: 'reduce' });
  const { page } = screen;
  const invitation = page.getByText('轻触屏幕，自己看看');
  await expect(invitation).toBeVisible();
  return { host, desk, screen, page, invitation, dock: page.getByRole('navigation', { name: /看看有什么|What there is/ }) };
}

test.setTimeout(240_000);

test('a booth wakes to a finger and is browsed in big steps, in either language', async ({ browser, folder }) => {
  const { host, screen, page, invitation, dock } = await openBooth(browser, folder);
  const noFault = await watchPage(page);
  await expect(dock).toBeHidden();

  await page.touchscreen.tap(900, 400);
  await expect(dock).toBeVisible();
  await expect(invitation).toBeHidden();
  const cards = dock.getByRole('group', { name: '资产' }).getByRole('button');
  await dock.getByRole('radio', { name: /水电站/ }).tap();
  await expect(cards).toHaveCount(8);
  for (const target of [...await dock.getByRole('radio').all(), ...await cards.all()]) {
    const box = (await target.boundingBox())!;
    expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(64);
  }

  await cards.filter({ hasText: '白鹭溪二级电站' }).tap();
  const pictures = dock.getByRole('group', { name: '照片' }).getByRole('button');
  await pictures.first().tap();
  const picture = page.getByRole('dialog', { name: '照片' });
  await expect(picture).toContainText('白鹭溪二级电站');
  await picture.getByRole('button', { name: '下一张' }).tap();
  await expect(picture).toContainText('2 / ');
  await picture.getByRole('button', { name: '收起' }).tap();
  await expect(picture).toBeHidden();

  await dock.getByRole('button', { name: 'English' }).tap();
  await dock.getByRole('button', { name: 'See others' }).tap();
  await expect(dock.getByRole('radio', { name: /Hydropower/ })).toBeChecked();
  noFault();
  await screen.close();
  await host.stop();
});

test('a booth goes back to its loop when nobody is there, and a visitor\'s choices go with the visitor', async ({ browser, folder }) => {
  const { host, screen, page, invitation, dock } = await openBooth(browser, folder, quick);
  await page.touchscreen.tap(900, 400);
  await dock.getByRole('radio', { name: /水电站/ }).tap();
  await dock.getByRole('button', { name: 'English' }).tap();
  await expect(dock.getByRole('radio', { name: /Hydropower/ })).toBeChecked();

  await expect(invitation).toBeVisible({ timeout: 30_000 });
  await expect(dock).toBeHidden();
  await page.touchscreen.tap(900, 400);
  await expect(dock.getByRole('radio', { name: /水电站/ })).not.toBeChecked();
  await screen.close();
  await host.stop();
});

test('a visitor sends the booth back to its loop by a key, and what the loop is told is not a visitor\'s to tell', async ({ browser, folder }) => {
  const { host, screen, page, invitation, dock } = await openBooth(browser, folder);
  await page.mouse.move(200, 500);
  await page.mouse.move(420, 520);
  await expect(dock).toBeVisible();
  await dock.getByRole('button', { name: '回到展播' }).tap();
  await expect(invitation).toBeVisible();
  for (const command of [{ do: 'end' }, { do: 'next' }, { do: 'present', theme: 'dark' }] as const) await expect(screen.call('public.act', { command })).rejects.toThrow('not-allowed');
  expect((await screen.call('public.stage', {})).show).toMatchObject({ on: true, mode: 'booth', awake: false });
  await screen.close();
  await host.stop();
});

test('a booth is left by its PIN alone: a held corner or Esc asks for it, a wrong one is said in both languages', async ({ browser, folder }) => {
  const { host, desk, screen, page } = await openBooth(browser, folder);
  const pad = page.getByRole('dialog', { name: /退出展台/ });
  await page.mouse.move(20, 20);
  await page.mouse.down();
  await expect(pad).toBeVisible();
  await page.mouse.up();
  await pad.getByRole('button', { name: /不退出/ }).click();
  await expect(pad).toBeHidden();

  await page.keyboard.press('Escape');
  for (const digit of '1357') await pad.getByRole('button', { name: digit, exact: true }).click();
  await pad.getByRole('button', { name: /确定/ }).click();
  await expect(pad).toContainText('PIN 不对');
  await expect(pad).toContainText('That is not the PIN');
  expect((await desk.call('public.stage', {})).show.mode).toBe('booth');

  // After a wrong PIN the next is not looked at for a moment: who is too quick is told so, and types it once more.
  await expect(async () => {
    await page.keyboard.type(pin);
    await page.keyboard.press('Enter');
    await expect(pad).toBeHidden({ timeout: 1_000 });
  }).toPass();
  await expect(page.getByRole('heading', { name: '示例乡' })).toBeVisible();
  expect((await desk.call('public.stage', {})).show.on).toBe(false);
  await screen.close();
  await host.stop();
});

test('at a booth neither the browser\'s menu nor its shortcuts, its dragging nor its selection can be called up', async ({ browser, folder }) => {
  const { host, screen, page, dock } = await openBooth(browser, folder);
  await page.touchscreen.tap(900, 400);
  await expect(dock).toBeVisible();
  const allowed = await page.evaluate(() => {
    const events: Event[] = [
      new MouseEvent('contextmenu', { bubbles: true, cancelable: true }), new DragEvent('dragstart', { bubbles: true, cancelable: true }), new Event('selectstart', { bubbles: true, cancelable: true }),
      new WheelEvent('wheel', { bubbles: true, cancelable: true, ctrlKey: true }),
      ...['p', 's', 'f', 'r', 'w', '+'].map((key) => new KeyboardEvent('keydown', { key, ctrlKey: true, bubbles: true, cancelable: true })),
      ...['F5', 'F11', 'F12'].map((key) => new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })),
    ];
    return events.filter((event) => document.querySelector('.booth-dock button')!.dispatchEvent(event)).map((event) => (event instanceof KeyboardEvent ? event.key : event.type));
  });
  expect(allowed).toEqual([]);
  await screen.close();
  await host.stop();
});

test('hundreds of changes of scene leave neither nodes nor listeners behind', async ({ browser, folder }) => {
  test.setTimeout(600_000);
  const { host, desk, screen, page } = await openBooth(browser, folder);
  const session = await page.context().newCDPSession(page);
  const first = (await desk.call('stage.act', { command: { do: 'first' } })).stopId;
  const samples: Held[] = [];
  let changes = 0;
  // Once around fills what may be kept: pictures, sprites, the map's tiles.
  for (let round = 0; round < 7; round += 1) {
    for (let show = await desk.call('stage.act', { command: { do: 'next' } }); show.stopId !== first || show.step !== 0; show = await desk.call('stage.act', { command: { do: 'next' } })) {
      await settled(page);
      changes += 1;
    }
    await settled(page);
    samples.push(await held(session));
  }
  expect(changes).toBeGreaterThan(250);
  const mean = (part: readonly Held[], key: keyof Held) => part.reduce((sum, sample) => sum + sample[key], 0) / part.length;
  const [second, last] = [samples.slice(1, 4), samples.slice(4)];
  for (const key of ['nodes', 'listeners', 'documents'] as const) expect(mean(last, key) / mean(second, key), key).toBeLessThanOrEqual(1.05);
  await screen.close();
  await host.stop();
});

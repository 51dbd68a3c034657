import { readFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import type { LedgerData } from '../../data/schema/ledger.js';
import { findBrowser } from '../../electron/host/find-browser.js';
import { startHost } from './host-process.js';
import { median, type Figure } from './figure.js';

/** How often a key is pressed in each of the two windows. */
const presses = 24;
/** Longest wait for a scene to come to rest, in milliseconds; a film never does. */
const restMs = 6_000;
/** How long the empty page's frames are counted, in milliseconds. */
const ceilingMs = 4_000;

/** Notes when a key was pressed and when a frame with another scene was drawn, on one clock for both windows. */
function watchKeysAndFrames() {
  const now = () => performance.timeOrigin + performance.now();
  const noted = { pressed: 0, drawn: 0 };
  Object.assign(window, { noted });
  addEventListener('keydown', () => { noted.pressed = now(); }, { capture: true });
  addEventListener('DOMContentLoaded', () => {
    new MutationObserver((changes) => {
      if (!changes.some(({ target }) => (target as Element).matches('main .stage'))) return;
      // The change is on the screen once the frame that holds it is over.
      requestAnimationFrame(() => { const channel = new MessageChannel(); channel.port1.onmessage = () => { noted.drawn ||= now(); }; channel.port2.postMessage(0); });
    }).observe(document.documentElement, { subtree: true, attributes: true, attributeFilter: ['data-stop', 'data-step', 'data-scene'] });
  });
}
type Noted = { noted: { pressed: number; drawn: number } };

/** Milliseconds from a key pressed in one window to the first frame of another scene on the audience screen. */
async function fromKeyToFrame(pressedIn: Page, audience: Page, key: string): Promise<number> {
  await audience.evaluate(() => { (window as unknown as Noted).noted.drawn = 0; });
  await pressedIn.keyboard.press(key);
  await audience.waitForFunction(() => (window as unknown as Noted).noted.drawn > 0, undefined, { timeout: 10_000, polling: 20 });
  const pressed = await pressedIn.evaluate(() => (window as unknown as Noted).noted.pressed);
  return await audience.evaluate(() => (window as unknown as Noted).noted.drawn) - pressed;
}
const atRest = (page: Page) => page.locator('main .stage[data-settled]').first().waitFor({ state: 'attached', timeout: restMs }).catch(() => undefined);

/** The times of all frames until `until` holds, or for so long. */
const framesOf = (page: Page, milliseconds: number, until: string | null) => page.evaluate(async ([longest, selector]) => {
  const times: number[] = [];
  const begun = performance.now();
  await new Promise<void>((done) => {
    const frame = (time: number) => {
      times.push(time);
      if (performance.now() - begun > longest || (selector !== null && times.length > 3 && document.querySelector(selector) !== null)) done();
      else requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  return times;
}, [milliseconds, until] as const);

const pace = (times: readonly number[]) => (times.length - 1) / ((times.at(-1)! - times[0]!) / 1_000);

/** Keys and flights of the sample's roadshow, in two windows of one browser. */
export default async function stageBench(): Promise<readonly Figure[]> {
  const data = JSON.parse(await readFile(resolve('data/sample/ledger-data.json'), 'utf8')) as LedgerData;
  const tour = data.tours[0]!;
  const home = await mkdtemp(join(tmpdir(), 'xishan-bench-'));
  const host = await startHost(home);
  const executablePath = findBrowser();
  const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
  try {
    const context = await browser.newContext({ viewport: { width: 1920, height: 1080 }, locale: 'zh-CN' });
    await context.addInitScript(watchKeysAndFrames);
    const desk = await context.newPage();
    await desk.goto(host.address);
    await desk.keyboard.press('Control+4');
    const ask = (name: string, input: object) => desk.evaluate(async ([call, given]) => {
      const token = document.querySelector<HTMLMetaElement>('meta[name="xishan-token"]')!.content;
      const reply = await fetch('/call', { method: 'POST', headers: { 'content-type': 'application/json', 'x-xishan-token': token }, body: JSON.stringify({ name: call, input: given }) });
      return (await reply.json() as { value: unknown }).value;
    }, [name, input] as const);
    const { address } = await ask('stage.screen', { open: true }) as { address: string };
    const audience = await context.newPage();
    await audience.goto(address);
    await ask('stage.start', { tourId: tour.id });
    await desk.locator('.console').waitFor();
    await atRest(audience);

    const times: Record<'desk' | 'audience', number[]> = { desk: [], audience: [] };
    for (let turn = 0; turn < presses; turn += 1) {
      for (const [name, page] of [['desk', desk], ['audience', audience]] as const) {
        times[name].push(await fromKeyToFrame(page, audience, 'PageDown'));
        await atRest(audience);
      }
      if (turn === presses / 2 - 1) await ask('stage.act', { command: { do: 'first' } });
    }

    // The console is left out of the flights: on a machine with a display of each it draws beside them, not in their frames.
    const empty = await context.newPage();
    await empty.goto('about:blank');
    await empty.bringToFront();
    const ceiling = pace(await framesOf(empty, ceilingMs, null));
    await empty.close();
    await audience.bringToFront();
    const flights: number[] = [];
    for (const stop of tour.stops.filter(({ kind }) => kind === 'asset' || kind === 'project' || kind === 'overview')) {
      await ask('stage.act', { command: { do: 'go', stopId: stop.id } });
      flights.push(pace(await framesOf(audience, restMs, 'main .stage[data-settled]')));
      await atRest(audience);
    }
    const middle = median(flights);
    const rounded = (value: number) => Math.round(value * 10) / 10;
    return [
      { name: 'key in the console to the first frame on the audience screen, median', value: rounded(median(times.desk)), unit: 'ms', peer: null, ratio: null, wanted: '≤ 100' },
      { name: 'key on the audience screen to its first frame, median', value: rounded(median(times.audience)), unit: 'ms', peer: null, ratio: null, wanted: '≤ 100' },
      { name: 'flights of the sample tour, beside an empty page', value: rounded(middle), unit: 'frames/s', peer: rounded(ceiling), ratio: middle / ceiling, wanted: `≥ ${rounded(ceiling * 0.95)}` },
    ];
  } finally {
    await browser.close();
    await host.stop();
    await rm(home, { recursive: true, force: true });
  }
}

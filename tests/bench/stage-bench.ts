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
/** Longest wait for pictures of the next flight. */
const aheadMs = 8_000;
/** A flight begins and ends within so long. */
const flightMs = 2_600;
/** Scenes of the tour that are gone through for their flights. */
const mostScenes = 34;
/** How long the empty page's frames are counted, in milliseconds. */
const ceilingMs = 4_000;

/** Notes when a key was pressed, when the first frame after it was drawn in which the stage differs, and the first with another scene; on one clock for both windows. */
function watchKeysAndFrames() {
  const now = () => performance.timeOrigin + performance.now();
  const noted = { pressed: 0, changed: 0, drawn: 0 };
  Object.assign(window, { noted });
  addEventListener('keydown', () => { noted.pressed = now(); }, { capture: true });
  addEventListener('DOMContentLoaded', () => {
    new MutationObserver((changes) => {
      const names = changes.filter(({ target }) => (target as Element).matches('main .stage')).map(({ attributeName }) => attributeName);
      if (names.length === 0) return;
      const isNew = names.some((name) => name !== 'data-left');
      // The change is on the screen once the frame that holds it is over.
      requestAnimationFrame(() => { const channel = new MessageChannel(); channel.port1.onmessage = () => { noted.changed ||= now(); if (isNew) noted.drawn ||= now(); }; channel.port2.postMessage(0); });
    }).observe(document.documentElement, { subtree: true, attributes: true, attributeFilter: ['data-left', 'data-stop', 'data-step', 'data-scene'] });
  });
}
type Noted = { noted: { pressed: number; changed: number; drawn: number } };
/** Milliseconds from a key to the first frame in which the stage differs, and to the first with the scene that it leads to. */
interface Answered { readonly changed: number; readonly drawn: number }

/** Presses a key in one window and waits for the audience screen's answer. */
async function fromKeyToFrame(pressedIn: Page, audience: Page, key: string): Promise<Answered> {
  await audience.evaluate(() => { Object.assign((window as unknown as Noted).noted, { changed: 0, drawn: 0 }); });
  await pressedIn.keyboard.press(key);
  await audience.waitForFunction(() => (window as unknown as Noted).noted.drawn > 0, undefined, { timeout: 10_000, polling: 20 });
  const pressed = await pressedIn.evaluate(() => (window as unknown as Noted).noted.pressed);
  const { changed, drawn } = await audience.evaluate(() => (window as unknown as Noted).noted);
  return { changed: changed - pressed, drawn: drawn - pressed };
}
const atRest = (page: Page) => page.locator('main .stage[data-settled]').first().waitFor({ state: 'attached', timeout: restMs }).catch(() => undefined);

/** The times of all frames for so long; only those while `selector` is on the page, where it is given, and no longer than until it is gone again. */
const framesOf = (page: Page, milliseconds: number, selector: string | null) => page.evaluate(async ([longest, wanted]) => {
  const times: number[] = [];
  const begun = performance.now();
  await new Promise<void>((done) => {
    const frame = (time: number) => {
      const isThere = wanted === null || document.querySelector(wanted) !== null;
      if (isThere) times.push(time);
      if (performance.now() - begun > longest || (times.length > 0 && !isThere)) done();
      else requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  return times;
}, [milliseconds, selector] as const);

/** Frames a second over several runs of frames together. */
const pace = (runs: readonly (readonly number[])[]) => runs.reduce((sum, times) => sum + times.length - 1, 0) / (runs.reduce((sum, times) => sum + times.at(-1)! - times[0]!, 0) / 1_000);
/** A presenter stays with a scene for longer than the next flight takes to be drawn ahead. */
const drawnAhead = (page: Page) => page.locator('main [data-ahead]').first().waitFor({ state: 'attached', timeout: aheadMs }).catch(() => undefined);

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
    await desk.getByRole('button', { name: '路演' }).click();
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

    const times: Record<'desk' | 'audience', Answered[]> = { desk: [], audience: [] };
    for (let turn = 0; turn < presses; turn += 1) {
      const inTurn = [['desk', desk], ['audience', audience]] as const;
      // The second time through, each window leads to the scenes that the other one led to.
      for (const [name, page] of turn < presses / 2 ? inTurn : inTurn.toReversed()) {
        await drawnAhead(audience);
        times[name].push(await fromKeyToFrame(page, audience, 'PageDown'));
        await atRest(audience);
      }
      if (turn === presses / 2 - 1) await ask('stage.act', { command: { do: 'first' } });
    }

    // The console is left out of the flights: on a machine with a display of each it draws beside them, not in their frames.
    await desk.keyboard.press('Control+8');
    await desk.locator('.console').waitFor({ state: 'detached' });
    const empty = await context.newPage();
    await empty.goto('about:blank');
    await empty.bringToFront();
    const ceiling = pace([await framesOf(empty, ceilingMs, null)]);
    await empty.close();
    await audience.bringToFront();
    await ask('stage.act', { command: { do: 'first' } });
    const flights: (readonly number[])[] = [];
    for (let press = 0; press < mostScenes; press += 1) {
      await atRest(audience);
      await drawnAhead(audience);
      const flown = framesOf(audience, flightMs, 'main [data-flying]');
      await ask('stage.act', { command: { do: 'next' } });
      const frames = await flown;
      if (frames.length > 1) flights.push(frames);
    }
    const flightPace = pace(flights);
    const rounded = (value: number) => Math.round(value * 10) / 10;
    return [
      ...([['desk', 'key in the console'], ['audience', 'key on the audience screen']] as const).flatMap(([window, name]): Figure[] => [
        { name: `${name} to the first changed frame of that screen, median`, value: rounded(median(times[window].map(({ changed }) => changed))), unit: 'ms', peer: null, ratio: null, wanted: '≤ 100' },
        { name: `${name} to the first frame of the next scene, median`, value: rounded(median(times[window].map(({ drawn }) => drawn))), unit: 'ms', peer: null, ratio: null, wanted: 'told' },
      ]),
      { name: `${flights.length} flights of the sample tour, beside an empty page`, value: rounded(flightPace), unit: 'frames/s', peer: rounded(ceiling), ratio: flightPace / ceiling, wanted: `≥ ${rounded(ceiling * 0.95)}` },
    ];
  } finally {
    await browser.close();
    await host.stop();
    await rm(home, { recursive: true, force: true });
  }
}

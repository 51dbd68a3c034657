import { chromium, type Page } from '@playwright/test';
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from '../../electron/host/find-browser.js';
import { buildProfile } from '../builders/ledger.js';
import { manyAssets } from '../builders/many-assets.js';
import { preparedLedger } from '../builders/prepared-ledger.js';
import { median, type Figure } from './figure.js';

const assetCount = 50_000;
const runs = 3;
const commits = 7;

/** The program as a person starts it, on the ledger given. */
async function startHost(home: string, ledger: string) {
  const child = spawn(process.execPath, ['dist/node/serve.js', '--no-open', '--home', home, '--ledger', ledger], { stdio: ['ignore', 'pipe', 'inherit'] });
  const address = await new Promise<string>((found, failed) => {
    let text = '';
    child.stdout.on('data', (bytes: Buffer) => { text += bytes.toString('utf8'); const match = /http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]+/.exec(text); if (match) found(match[0]); });
    child.once('exit', (code) => failed(new Error(`The host ended with ${code} before it served.`)));
  });
  return { address, stop: () => new Promise<void>((ended) => { child.once('exit', () => ended()); child.kill('SIGTERM'); }) };
}

interface Scrolled { readonly framesPerSecond: number; readonly longest: number }
/** Scrolls what fits the selector down by 90 pixels a frame for three seconds, and counts the frames. Runs in the page. */
const scroll = (page: Page, selector: string, left: number) => page.evaluate(async ([wanted, sideways]): Promise<Scrolled> => {
  const node = document.querySelector(wanted as string) as HTMLElement;
  node.scrollLeft = sideways as number;
  node.scrollTop = 0;
  await new Promise((rested) => setTimeout(rested, 300));
  const frames: number[] = [];
  const start = performance.now();
  await new Promise<void>((done) => {
    const step = (now: number) => {
      frames.push(now);
      if (now - start > 3_000) { done(); return; }
      node.scrollTop += 90;
      requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  });
  const gaps = frames.slice(1).map((frame, at) => frame - (frames[at] as number));
  return { framesPerSecond: (1000 * gaps.length) / ((frames.at(-1) as number) - (frames[0] as number)), longest: Math.max(...gaps) };
}, [selector, left] as const);

/** The browser's own ceiling: a page of the same size that scrolls over nothing. */
async function emptyPage(page: Page): Promise<void> {
  await page.setContent('<!doctype html><style>html,body{margin:0;height:100%}#empty{height:100%;overflow:auto}#empty div{height:1900000px;width:2400px}</style><div id="empty"><div></div></div>');
}

interface Committed { readonly frames: number; readonly milliseconds: number; readonly longestAfter: number }
/** Types a value into a cell and presses Enter: how many frames until the frame that shows it, and how long to its paint. */
async function commit(page: Page, row: number, value: string): Promise<Committed> {
  const cell = page.locator(`[role=row][aria-rowindex="${row + 2}"] [role=gridcell][data-column=village]`);
  await cell.click();
  await page.keyboard.type(value);
  await page.evaluate(([wanted, at]) => {
    const shown = () => document.querySelector(`[role=row][aria-rowindex="${at}"] [role=gridcell][data-column=village]`)?.textContent === wanted;
    (window as unknown as { measured: Promise<Committed> }).measured = new Promise((done) => {
      window.addEventListener('keydown', () => {
        const start = performance.now();
        let frames = 0;
        const seen = (milliseconds: number, found: number) => {
          // What the host's answer costs afterwards is no part of the commit, but a person would feel it.
          let [last, longestAfter] = [performance.now(), 0];
          const watch = (now: number) => { longestAfter = Math.max(longestAfter, now - last); last = now; if (now - start < 1_500) requestAnimationFrame(watch); else done({ frames: found, milliseconds, longestAfter }); };
          requestAnimationFrame(watch);
        };
        const look = () => {
          frames += 1;
          if (!shown()) { requestAnimationFrame(look); return; }
          const found = frames;
          const channel = new MessageChannel();
          channel.port1.onmessage = () => seen(performance.now() - start, found);
          channel.port2.postMessage(null);
        };
        requestAnimationFrame(look);
      }, { capture: true, once: true });
    });
  }, [value, row + 2] as const);
  await page.keyboard.press('Enter');
  return page.evaluate(() => (window as unknown as { measured: Promise<Committed> }).measured);
}

const rounded = (value: number) => Math.round(value * 10) / 10;

/** The ledger's table with 50,000 assets in the real program: scrolling beside an empty scrolling page, and the paint of an edited cell. */
export async function gridBench(): Promise<Figure[]> {
  const executablePath = findBrowser();
  if (!executablePath) {
    console.error('grid-bench: no Chromium, Chrome or Edge on this machine; nothing measured.');
    return [];
  }
  const folder = await mkdtemp(join(tmpdir(), 'xishan-grid-'));
  const ledger = await preparedLedger(folder, { profile: buildProfile(), assets: manyAssets(assetCount), projects: [], tours: [] });
  const host = await startHost(join(folder, 'home'), ledger);
  const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
  try {
    const size = { viewport: { width: 1920, height: 1080 } };
    const empty = await browser.newPage(size);
    await emptyPage(empty);
    const page = await browser.newPage(size);
    await page.goto(host.address);
    await page.getByRole('button', { name: '一本账', exact: true }).click();
    await page.locator('[role=row][aria-rowindex="3"]').waitFor({ timeout: 60_000 });
    const found: Record<'empty' | 'grid' | 'sideways', Scrolled[]> = { empty: [], grid: [], sideways: [] };
    for (let run = 0; run < runs; run += 1) {
      await empty.bringToFront();
      found.empty.push(await scroll(empty, '#empty', 0));
      await page.bringToFront();
      found.grid.push(await scroll(page, '.grid', 0));
      found.sideways.push(await scroll(page, '.grid', 240));
    }
    await page.evaluate(() => { const node = document.querySelector('.grid') as HTMLElement; node.scrollTop = 0; node.scrollLeft = 0; });
    // The first edit of all asks who is editing.
    await page.locator('[role=row][aria-rowindex="2"] [role=gridcell][data-column=village]').click();
    await page.keyboard.type('试改村');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '先不填' }).click();
    await page.keyboard.press('Escape');
    const painted: Committed[] = [];
    for (let turn = 0; turn < commits; turn += 1) painted.push(await commit(page, turn + 2, `试改${turn}村`));

    const middle = (list: readonly Scrolled[], key: keyof Scrolled) => rounded(median(list.map((one) => one[key])));
    const ceiling = middle(found.empty, 'framesPerSecond');
    const speed = (name: string, list: readonly Scrolled[]): Figure[] => [
      { name: `scrolling ${name}`, value: middle(list, 'framesPerSecond'), unit: 'frames/s', peer: ceiling, ratio: Math.round((middle(list, 'framesPerSecond') / ceiling) * 100) / 100, wanted: '≥ 55, or the empty page’s' },
      { name: `longest frame while scrolling ${name}`, value: middle(list, 'longest'), unit: 'ms', peer: middle(found.empty, 'longest'), ratio: null, wanted: '≤ 50' },
    ];
    return [
      ...speed('a table of 50,000 assets', found.grid), ...speed('it moved sideways', found.sideways),
      { name: 'cell commit to its paint, worst of 7', value: Math.max(...painted.map((one) => one.frames)), unit: 'frames', peer: null, ratio: null, wanted: '1' },
      { name: 'the key that commits to the paint, median', value: rounded(median(painted.map((one) => one.milliseconds))), unit: 'ms', peer: null, ratio: null, wanted: '–' },
      { name: 'longest frame after a commit, median', value: rounded(median(painted.map((one) => one.longestAfter))), unit: 'ms', peer: null, ratio: null, wanted: '≤ 200' },
    ];
  } finally {
    await browser.close();
    await host.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

export default gridBench;

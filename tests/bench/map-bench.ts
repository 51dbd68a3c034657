import { median, type Figure } from './figure.js';
import { createServer } from 'node:http';
import { readFile, rm } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';
import { chromium, type Browser } from '@playwright/test';
import { build } from 'vite';
import { findBrowser } from '../../electron/host/find-browser.js';
import type { Moved } from './map-pages/shared.js';

const pages = resolve('tests/bench/map-pages');
const built = resolve('dist/bench/map');
const names = ['ours', 'peer', 'empty'] as const;
type PageName = (typeof names)[number];
const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.png': 'image/png' };

/** How often each page is opened for a number of assets: seldom where the peer takes long. */
const plan = [{ count: 10_000, ours: 3, peer: 3 }, { count: 50_000, ours: 3, peer: 2 }, { count: 100_000, ours: 2, peer: 1 }] as const;
const boundaries = { count: 5_000, corners: 60, runs: 3 } as const;
/** Frames per second that panning must reach, unless the browser itself does not. */
const wantedFrames = 55;
/** The longest that a page may take for one measure: a peer slower than this is said to have taken so long. */
const patienceMs = 90_000;

const rounded = (value: number) => Math.round(value * 10) / 10;

async function buildPages(): Promise<void> {
  await rm(built, { recursive: true, force: true });
  await build({
    root: pages, base: './', configFile: false, logLevel: 'error',
    build: { outDir: built, emptyOutDir: true, target: 'chrome120', rollupOptions: { input: Object.fromEntries(names.map((name) => [name, join(pages, `${name}.html`)])) } },
  });
}

function servePages() {
  const server = createServer((request, response) => {
    const file = join(built, new URL(request.url ?? '/', 'http://here').pathname);
    readFile(file).then(
      (bytes) => response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' }).end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  return new Promise<{ address: string; close: () => void }>((ready) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      ready({ address: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`, close: () => server.close() });
    });
  });
}

interface Run { readonly first: number; readonly pan: Moved; readonly zoom: Moved }

/** Opens a page on so many assets, and pans and zooms it by the script that is the same for all. */
async function runPage(browser: Browser, address: string, name: PageName, query: string): Promise<Run> {
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  page.setDefaultTimeout(patienceMs);
  try {
    await page.goto(`${address}/${name}.html?${query}`);
    await page.waitForFunction(() => typeof window.measure === 'function');
    const first = await page.evaluate(() => window.measure());
    const pan = await page.evaluate(() => window.pan());
    const zoom = await page.evaluate(() => window.zoom());
    return { first, pan, zoom };
  } finally {
    await page.close();
  }
}

const middleOf = (runs: readonly Run[], of: (run: Run) => number) => rounded(median(runs.map(of)));
const longest = ({ pan, zoom }: Run) => Math.max(pan.longest, zoom.longest);
const ratioOf = (one: number, other: number) => Math.round((one / other) * 100) / 100;
const grouped = (count: number) => count.toLocaleString('en-US');

/**
 * Our layers against a bare Leaflet + leaflet.markercluster page, with the same points, the same drags and the same zooms, turn about in one
 * browser; and against the empty map, which shows as many frames as this browser has to give on this machine. Medians; the first paint is
 * from the points in hand to the painted frame, the longest frame that of panning and zooming together.
 */
export async function mapBench(): Promise<Figure[]> {
  const executablePath = findBrowser();
  if (!executablePath) {
    console.error('map-bench: no Chromium, Chrome or Edge on this machine; nothing measured.');
    return [];
  }
  await buildPages();
  const { address, close } = await servePages();
  const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
  try {
    const run = (name: PageName, query: string) => runPage(browser, address, name, query);
    // One unmeasured run each, so that none pays for the browser's own start.
    for (const name of names) await run(name, 'count=1000');
    const empty: Run[] = [];
    const figures: Figure[] = [];
    let frames = { pan: 0, zoom: 0 };
    for (const { count, ours: oursRuns, peer: peerRuns } of plan) {
      const [ours, peer]: [Run[], Run[]] = [[], []];
      for (let turn = 0; turn < Math.max(oursRuns, peerRuns); turn += 1) {
        if (turn < oursRuns) ours.push(await run('ours', `count=${count}`));
        if (turn < peerRuns) peer.push(await run('peer', `count=${count}`));
        if (count === 50_000) empty.push(await run('empty', 'count=1'));
      }
      const [first, peerFirst] = [middleOf(ours, (one) => one.first), middleOf(peer, (one) => one.first)];
      const [frame, peerFrame] = [middleOf(ours, longest), middleOf(peer, longest)];
      figures.push(
        { name: `first paint, ${grouped(count)} assets, beside markercluster`, value: first, unit: 'ms', peer: peerFirst, ratio: ratioOf(first, peerFirst), wanted: 'ratio ≤ 0.5' },
        { name: `longest frame, panning and zooming ${grouped(count)}, beside markercluster`, value: frame, unit: 'ms', peer: peerFrame, ratio: ratioOf(frame, peerFrame), wanted: 'ratio ≤ 0.5' },
      );
      if (count === 50_000) frames = { pan: middleOf(ours, (one) => one.pan.framesPerSecond), zoom: middleOf(ours, (one) => one.zoom.framesPerSecond) };
    }
    const drawn: Run[] = [];
    for (let turn = 0; turn < boundaries.runs; turn += 1) {
      drawn.push(await run('ours', `count=${boundaries.count}&boundaries=${boundaries.count}`));
      empty.push(await run('empty', 'count=1'));
    }
    const ceiling = { pan: middleOf(empty, (one) => one.pan.framesPerSecond), zoom: middleOf(empty, (one) => one.zoom.framesPerSecond) };
    // A twentieth below the ceiling is the noise between two runs of the empty map itself.
    const wanted = (best: number) => `≥ ${rounded(Math.min(wantedFrames, best * 0.95))}`;
    const pace = (name: string, value: number, best: number, goal = wanted(best)): Figure => ({ name: `${name}, beside the empty map`, value, unit: 'frames/s', peer: best, ratio: ratioOf(value, best), wanted: goal });
    figures.push(
      pace('panning 50,000 assets', frames.pan, ceiling.pan),
      pace('zooming 50,000 assets', frames.zoom, ceiling.zoom),
      pace(`panning ${grouped(boundaries.count)} boundaries of ${boundaries.corners} corners`, middleOf(drawn, (one) => one.pan.framesPerSecond), ceiling.pan),
      pace(`zooming ${grouped(boundaries.count)} boundaries of ${boundaries.corners} corners`, middleOf(drawn, (one) => one.zoom.framesPerSecond), ceiling.zoom, 'told'),
      { name: `longest frame, panning ${grouped(boundaries.count)} boundaries, beside the empty map`, value: middleOf(drawn, (one) => one.pan.longest), unit: 'ms', peer: middleOf(empty, (one) => one.pan.longest), ratio: null, wanted: 'told' },
    );
    return figures;
  } finally {
    await browser.close();
    close();
  }
}

export default mapBench;

import { median } from './figure.js';
import { createServer } from 'node:http';
import { readFile, rm } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';
import { chromium } from '@playwright/test';
import { build } from 'vite';
import { findBrowser } from '../../electron/host/find-browser.js';

const pages = resolve('tests/bench/map-pages');
const built = resolve('dist/bench/map');
const runs = 7;
const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.png': 'image/png' };

const rounded = (value: number) => Math.round(value * 10) / 10;

async function buildPages(): Promise<void> {
  await rm(built, { recursive: true, force: true });
  await build({
    root: pages, base: './', configFile: false, logLevel: 'error',
    build: { outDir: built, emptyOutDir: true, target: 'chrome120', rollupOptions: { input: { ours: join(pages, 'ours.html'), peer: join(pages, 'peer.html') } } },
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

/**
 * First paint of 10,000 assets on our layer against a bare Leaflet + leaflet.markercluster page with the same points,
 * alternating in one browser; and panning with 50,000. Medians; milliseconds from the points in hand to the painted frame.
 */
export async function mapBench() {
  const executablePath = findBrowser();
  if (!executablePath) {
    console.error('map-bench: no Chromium, Chrome or Edge on this machine; nothing measured.');
    return [];
  }
  await buildPages();
  const { address, close } = await servePages();
  const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
  try {
    const open = async (name: string, count: number) => {
      const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
      await page.goto(`${address}/${name}.html?count=${count}`);
      await page.waitForFunction(() => typeof window.measure === 'function');
      const first = await page.evaluate(() => window.measure());
      return { page, first };
    };
    const times: Record<'ours' | 'peer', number[]> = { ours: [], peer: [] };
    // One unmeasured run each, so that neither pays for the browser's own start.
    for (let run = -1; run < runs; run += 1) {
      for (const name of run % 2 === 0 ? (['ours', 'peer'] as const) : (['peer', 'ours'] as const)) {
        const { page, first } = await open(name, 10_000);
        if (run >= 0) times[name].push(first);
        await page.close();
      }
    }
    const [ours, peer] = [median(times.ours), median(times.peer)];
    const pans: { framesPerSecond: number; longest: number }[] = [];
    const firsts: number[] = [];
    for (let run = 0; run < 3; run += 1) {
      const { page, first } = await open('ours', 50_000);
      firsts.push(first);
      pans.push(await page.evaluate(() => window.pan()));
      await page.close();
    }
    return [
      { name: 'first map paint, 10,000 assets', value: rounded(ours), unit: 'ms', peer: rounded(peer), ratio: Math.round((ours / peer) * 100) / 100, wanted: 'ratio ≤ 1' },
      { name: 'first map paint, 50,000 assets', value: rounded(median(firsts)), unit: 'ms', peer: null, ratio: null, wanted: null },
      { name: 'panning 50,000 assets', value: rounded(median(pans.map((pan) => pan.framesPerSecond))), unit: 'frames/s', peer: null, ratio: null, wanted: '≥ 50' },
      { name: 'longest frame while panning 50,000 assets', value: rounded(median(pans.map((pan) => pan.longest))), unit: 'ms', peer: null, ratio: null, wanted: '≤ 50' },
    ];
  } finally {
    await browser.close();
    close();
  }
}

export default mapBench;

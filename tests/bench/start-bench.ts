import { chromium, type Browser } from '@playwright/test';
import { spawn } from 'node:child_process';
import { readdir, readFile, mkdtemp, rm, stat } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { findBrowser } from '../../electron/host/find-browser.js';
import { readPage } from '../../electron/host/page-files.js';
import { serveHttp, type HttpHost } from '../../electron/host/serve-http.js';
import { createProgram } from '../../electron/services/create-program.js';
import { buildProfile } from '../builders/ledger.js';
import { manyAssets } from '../builders/many-assets.js';
import { preparedLedger } from '../builders/prepared-ledger.js';
import { median, type Figure } from './figure.js';

const runs = 7;
const memoryRuns = 3;
const manyCount = 10_000;
const startRuns = 5;
const mostCodeBytes = 1_048_576;
const emptyPage = resolve('dist/bench/start');
const viewport = { width: 1440, height: 900 };
const workers = { media: resolve('dist/node/media-worker.js'), pack: resolve('dist/node/pack-worker.js') };

const launch = (executablePath: string) => chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });

async function buildEmptyPage(): Promise<void> {
  await build({
    root: resolve('tests/bench/start-page'), base: './', configFile: false, logLevel: 'error',
    build: { outDir: emptyPage, emptyOutDir: true, target: 'chrome120', modulePreload: { polyfill: false } },
  });
}

/** Our page counts as usable when the note that the map is being unrolled is gone: the assets are known and the ground is laid. The empty page says so itself. */
const usable = { ours: () => document.querySelector('.leaflet-container') !== null && document.querySelector('.showcase-unrolling') === null, empty: () => document.documentElement.hasAttribute('data-usable') };
type PageName = keyof typeof usable;
interface Opened { readonly there: number; readonly map: number; readonly panels: number }
/** What comes after the map: search, filters, legend, figures and tools. */
const panelsSelector: Record<PageName, string> = { ours: '[data-page-search]', empty: 'html' };

/** Opens a page in a fresh profile; answers with milliseconds from the start of the navigation until its map is there to be moved, and to the free frame in which that map shows what it has and can be used, and until the panels over it are there, too. */
async function openPage(browser: Browser, http: HttpHost, name: PageName): Promise<Opened> {
  const context = await browser.newContext({ viewport });
  try {
    const page = await context.newPage();
    await page.addInitScript(`(() => {
      const usable = ${usable[name].toString()};
      const look = () => { if (!('thereAt' in window) && document.querySelector('.leaflet-container')) window.thereAt = performance.now(); if (document.documentElement && usable()) requestAnimationFrame(() => setTimeout(() => { window.mapAt = performance.now(); })); else requestAnimationFrame(look); };
      look();
    })()`);
    await page.goto(http.entrance('desk'));
    await page.waitForFunction(() => 'mapAt' in window);
    const panels = await (await page.waitForFunction((selector) => (document.querySelector(selector) ? performance.now() : 0), panelsSelector[name])).jsonValue();
    return await page.evaluate((panelsAt) => { const { thereAt, mapAt } = window as unknown as { thereAt: number; mapAt: number }; return { there: thereAt, map: mapAt, panels: Math.max(mapAt, panelsAt) }; }, panels);
  } finally {
    await context.close();
  }
}

/** Bytes of memory that a process of Linux has for itself, its share of what it shares included. */
const ownBytes = (pid: number) => Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? NaN) * 1024;

interface Memory { readonly page: number; readonly heap: number }
/** What a page holds at rest: of its process in all, and of that its script's objects, after everything that can be let go of was. */
async function restingMemory(executablePath: string, http: HttpHost, name: PageName): Promise<Memory> {
  const browser = await launch(executablePath);
  try {
    const page = await browser.newPage({ viewport });
    await page.goto(http.entrance('desk'));
    await page.waitForFunction(usable[name]);
    await page.waitForTimeout(4_000);
    const session = await page.context().newCDPSession(page);
    await session.send('HeapProfiler.collectGarbage');
    await session.send('Performance.enable');
    const { metrics } = await session.send('Performance.getMetrics');
    const whole = await browser.newBrowserCDPSession();
    const { processInfo } = await whole.send('SystemInfo.getProcessInfo');
    const renderers = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => ownBytes(id));
    return { page: Math.max(...renderers), heap: metrics.find(({ name: metric }) => metric === 'JSHeapUsedSize')?.value ?? NaN };
  } finally {
    await browser.close();
  }
}

interface Start { readonly services: number; readonly load: number; readonly map: number; readonly code: number }
/** The built program in a process of its own: milliseconds from its start to each phase, and the bytes of code that its main thread has loaded when the map can be used. */
async function coldStart(browser: Browser, folder: string): Promise<Start> {
  const coverage = await mkdtemp(join(folder, 'coverage-'));
  const begun = performance.now();
  const child = spawn(process.execPath, ['dist/node/serve.js', '--no-open', '--home', await mkdtemp(join(folder, 'home-'))], { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, NODE_V8_COVERAGE: coverage } });
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  const address = await new Promise<string>((found) => {
    let said = '';
    child.stdout.on('data', (bytes: Buffer) => { said += bytes.toString('utf8'); const match = /http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]+/.exec(said); if (match) found(match[0]); });
  });
  const services = performance.now() - begun;
  const context = await browser.newContext({ viewport });
  const page = await context.newPage();
  await page.goto(address);
  const load = performance.now() - begun;
  await page.waitForFunction(usable.ours);
  const map = performance.now() - begun;
  await context.close();
  child.kill('SIGTERM');
  await ended;
  return { services, load, map, code: await loadedBytes(coverage) };
}

/** The sizes of all files whose code a process's main thread loaded, as V8 itself lists them. */
async function loadedBytes(coverage: string): Promise<number> {
  const lists = await Promise.all((await readdir(coverage)).filter((name) => name.endsWith('-0.json')).map(async (name) => JSON.parse(await readFile(join(coverage, name), 'utf8')) as { result: { url: string }[] }));
  const files = new Set(lists.flatMap(({ result }) => result.flatMap(({ url }) => (url.startsWith('file:') ? [fileURLToPath(url)] : []))));
  const sizes = await Promise.all([...files].map(async (file) => (await stat(file)).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}

const rounded = (value: number) => Math.round(value);
const megabytes = (bytes: number) => Math.round(bytes / 104_857.6) / 10;

/**
 * How fast the program is there: phases of a cold start; the page with the sample beside an empty React and Leaflet page that the same
 * doors serve; code loaded; and what the page holds with 10,000 assets. Memory is the renderer's proportional set size: the script's heap
 * alone leaves out pictures and canvases, which are most of a map, and the resident size counts the browser's own code in every process.
 */
export default async function startBench(): Promise<Figure[]> {
  const executablePath = findBrowser();
  if (!executablePath) {
    console.error('start-bench: no Chromium, Chrome or Edge on this machine; nothing measured.');
    return [];
  }
  await buildEmptyPage();
  const folder = await mkdtemp(join(tmpdir(), 'xishan-bench-'));
  const browser = await launch(executablePath);
  const shipped = resolve('data');
  const common = { shipped, host: 'bench', version: '0.0.0', workerFiles: workers };
  const sample = await createProgram({ ...common, home: join(folder, 'sample-home') });
  const ledger = await preparedLedger(folder, { profile: buildProfile(), assets: manyAssets(manyCount), projects: [], tours: [] });
  const many = await createProgram({ ...common, home: join(folder, 'many-home'), ledger });
  const ours = await serveHttp({ program: sample, page: readPage(resolve('dist/page')) });
  const oursOfMany = await serveHttp({ program: many, page: readPage(resolve('dist/page')) });
  const empty = await serveHttp({ program: sample, page: readPage(emptyPage) });
  try {
    // One unmeasured run each, so that neither pays for the browser's own start or for the first thumbnails.
    for (const [http, name] of [[ours, 'ours'], [empty, 'empty']] as const) await openPage(browser, http, name);
    const opened = { ours: [] as Opened[], empty: [] as Opened[] };
    for (let turn = 0; turn < runs; turn += 1) {
      opened.ours.push(await openPage(browser, ours, 'ours'));
      opened.empty.push(await openPage(browser, empty, 'empty'));
    }
    const middle = (list: readonly Opened[], of: (one: Opened) => number) => rounded(median(list.map(of)));
    const memory = { ours: [] as Memory[], empty: [] as Memory[] };
    if (process.platform === 'linux') for (let turn = 0; turn < memoryRuns; turn += 1) {
      memory.ours.push(await restingMemory(executablePath, oursOfMany, 'ours'));
      memory.empty.push(await restingMemory(executablePath, empty, 'empty'));
    }
    const starts: Start[] = [];
    for (let turn = 0; turn < startRuns; turn += 1) starts.push(await coldStart(browser, folder));
    const beside = (name: string, value: number, peer: number, unit: string, wanted: string): Figure => ({ name, value, unit, peer, ratio: Math.round((value / peer) * 100) / 100, wanted });
    const told = (name: string, of: (start: Start) => number): Figure => ({ name: `cold start: ${name}`, value: rounded(median(starts.map(of))), unit: 'ms', peer: null, ratio: null, wanted: 'told' });
    const code = median(starts.map((start) => start.code));
    return [
      told('services ready', (start) => start.services), told('page loaded', (start) => start.load), told('map usable', (start) => start.map),
      { name: 'code loaded by the main thread until the map is usable', value: Math.round(code / 1024), unit: 'KB', peer: mostCodeBytes / 1024, ratio: Math.round((code / mostCodeBytes) * 100) / 100, wanted: '≤ 1024' },
      beside('map there to be moved, beside an empty React and Leaflet page', middle(opened.ours, (one) => one.there), middle(opened.empty, (one) => one.there), 'ms', 'told'),
      beside('map usable with the sample, beside the empty page', middle(opened.ours, (one) => one.map), middle(opened.empty, (one) => one.map), 'ms', 'ratio ≤ 1.5'),
      { name: 'and search, legend, figures and tools over it, too', value: middle(opened.ours, (one) => one.panels), unit: 'ms', peer: null, ratio: null, wanted: 'told' },
      ...(memory.ours.length > 0 ? [
        beside(`memory of the page at rest, ${manyCount.toLocaleString('en-US')} assets, beside the empty page`, megabytes(median(memory.ours.map(({ page }) => page))), megabytes(median(memory.empty.map(({ page }) => page))), 'MB', 'ratio ≤ 1.5'),
        beside('of that, objects of its script', megabytes(median(memory.ours.map(({ heap }) => heap))), megabytes(median(memory.empty.map(({ heap }) => heap))), 'MB', 'told'),
      ] : []),
    ];
  } finally {
    await browser.close();
    await Promise.all([ours.close(), oursOfMany.close(), empty.close()]);
    await Promise.all([sample.close(), many.close()]);
    await rm(folder, { recursive: true, force: true });
  }
}

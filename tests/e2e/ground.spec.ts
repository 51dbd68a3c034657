import { expect, test, type Page } from '@playwright/test';
import gcoord from 'gcoord';
import { createServer, type Server } from 'node:http';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';
import { build } from 'vite';
import type { MapPack, PackDatum } from '../../data/schema/map-pack.js';
import type { Sheet } from '../../renderer/map/ground/ground.js';
import { colouredPng } from '../builders/map-packs.js';
import { pictureOf } from '../builders/painted-tile.js';

const pages = resolve(import.meta.dirname, 'ground-page');
const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };
/** Where every pack has its cross, in WGS-84. */
const place: readonly [number, number] = [119.931234, 29.834321];
const pack: MapPack = {
  name: '试验底图', container: 'folder', format: 'png', bounds: [119.6, 29.55, 120.25, 30.1], minZoom: 9, maxZoom: 17, tileSize: 256, scheme: 'xyz', datum: 'WGS-84', attribution: '', approvalNumber: '', licence: '',
};

let folder: string;
let server: Server;
let address: string;
/** Every tile that was asked for since the test began. */
let asked: string[] = [];

/** The cross of a pack in a tile: its column and row in the tile's pixels. */
function crossIn(datum: PackDatum, z: number, x: number, y: number): readonly [number, number] {
  const [lng, lat] = datum === 'GCJ-02' ? gcoord.transform([...place], gcoord.WGS84, gcoord.GCJ02) as [number, number] : place;
  const sine = Math.sin((lat * Math.PI) / 180);
  return [((lng / 360 + 0.5) * 2 ** z - x) * 256, ((0.5 - (0.25 * Math.log((1 + sine) / (1 - sine))) / Math.PI) * 2 ** z - y) * 256];
}

/** Packs by name: the whole one, one that lacks and one that has damaged fine tiles, one in GCJ-02. */
function tileOf(name: string, z: number, x: number, y: number): Buffer | null {
  if (name === 'holes' && z > 13) return null;
  if (name === 'damaged' && z === 15) return Buffer.from('not a picture');
  const [column, row] = crossIn(name === 'shifted' ? 'GCJ-02' : 'WGS-84', z, x, y);
  if ((column < -2 || column > 258) && (row < -2 || row > 258)) return colouredPng([40, 120, 80]);
  // A pixel's middle is half a pixel from its edge: the cross is two pixels wide around its true place.
  return pictureOf(256, (px, py) => (Math.abs(px + 0.5 - column) < 1.5 || Math.abs(py + 0.5 - row) < 1.5 ? [255, 0, 255] : [40, 120, 80]));
}

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xishan-ground-'));
  await build({ root: pages, base: './', configFile: false, logLevel: 'error', build: { outDir: folder, emptyOutDir: true, target: 'chrome120', reportCompressedSize: false, rollupOptions: { input: join(pages, 'ground-page.html') } } });
  server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://here').pathname;
    const [, name, z, x, y] = /^\/maps\/(\w+)\/tiles\/xyz\/(\d+)\/(\d+)\/(\d+)$/.exec(path) ?? [];
    if (name) {
      asked.push(path);
      const bytes = tileOf(name, Number(z), Number(x), Number(y));
      // As slow as a stick: what is drawn only from what is there at once shows here.
      setTimeout(() => { if (bytes) response.writeHead(200, { 'content-type': 'image/png' }).end(bytes); else response.writeHead(404).end(); }, 40);
      return;
    }
    readFile(join(folder, path)).then((bytes) => response.writeHead(200, { 'content-type': types[extname(path)] ?? 'application/octet-stream' }).end(bytes), () => response.writeHead(404).end());
  });
  await new Promise<void>((ready) => { server.listen(0, '127.0.0.1', ready); });
  const at = server.address();
  address = `http://127.0.0.1:${typeof at === 'object' && at ? at.port : 0}`;
});
test.beforeEach(() => { asked = []; });
test.afterAll(async () => {
  await new Promise((closed) => { server.close(closed); server.closeAllConnections(); });
  await rm(folder, { recursive: true, force: true });
});

const sheet = (name: string, change: Partial<Sheet> = {}, packChange: Partial<MapPack> = {}): Sheet => ({ id: name, kind: 'pictures', shown: true, opacity: 1, address: `${address}/maps/${name}`, pack: { ...pack, ...packChange }, ...change });
async function lay(page: Page, sheets: readonly Sheet[], zoom: number, centre = place): Promise<void> {
  await page.goto(`${address}/ground-page.html`);
  await page.evaluate(([all, at, level]) => window.lay(all, at, level), [sheets, centre, zoom] as const);
}

/** What is on the screen: the cross's middle in CSS pixels, and how much of the window is neither pack nor cross. */
async function look(page: Page): Promise<{ readonly column: number; readonly row: number; readonly bare: number }> {
  const picture = (await page.screenshot()).toString('base64');
  return page.evaluate(async (bytes) => {
    const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${bytes}`)).blob());
    const { width, height } = bitmap;
    const context = new OffscreenCanvas(width, height).getContext('2d')!;
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 0, width, height);
    const weigh = (x: number, y: number) => { const at = (y * width + x) * 4; return Math.max(0, Math.min(data[at]!, data[at + 2]!) - data[at + 1]!); };
    // Away from the crossing each arm is by itself; its middle is weighed, so that it is found to a part of a pixel.
    const middle = (length: number, weight: (at: number) => number) => { let [sum, all] = [0, 0]; for (let at = 0; at < length; at += 1) { sum += weight(at) * (at + 0.5); all += weight(at); } return sum / all; };
    const rows = [0.25, 0.3, 0.7, 0.75].map((share) => Math.floor(height * share));
    const columns = [0.25, 0.3, 0.7, 0.75].map((share) => Math.floor(width * share));
    const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    let bare = 0;
    for (let at = 0; at < data.length; at += 4) if (data[at]! > 200 && data[at + 2]! < 60) bare += 1;
    return {
      column: mean(rows.map((y) => middle(width, (x) => weigh(x, y)))) / window.devicePixelRatio,
      row: mean(columns.map((x) => middle(height, (y) => weigh(x, y)))) / window.devicePixelRatio,
      bare: bare / (width * height),
    };
  }, picture);
}
const viewport = { width: 800, height: 600 };
test.use({ viewport });

for (const [name, datum, zoom] of [['whole', 'WGS-84', 17], ['shifted', 'GCJ-02', 17], ['shifted', 'GCJ-02', 15.75], ['whole', 'CGCS2000', 14.25]] as const)
  test(`A cross in a ${datum} pack lies under its place in WGS-84 at zoom ${zoom}`, async ({ page }) => {
    await lay(page, [sheet(name, {}, { datum })], zoom);
    const { column, row, bare } = await look(page);
    expect(Math.abs(column - viewport.width / 2)).toBeLessThan(1);
    expect(Math.abs(row - viewport.height / 2)).toBeLessThan(1);
    expect(bare).toBe(0);
  });

test.describe('on a screen of high density', () => {
  test.use({ deviceScaleFactor: 2 });
  test('A cross in a GCJ-02 pack lies under its place, and the finer level is taken', async ({ page }) => {
    await lay(page, [sheet('shifted', {}, { datum: 'GCJ-02' })], 15);
    const { column, row } = await look(page);
    expect(Math.abs(column - viewport.width / 2)).toBeLessThan(1);
    expect(Math.abs(row - viewport.height / 2)).toBeLessThan(1);
    expect(asked.some((path) => path.includes('/xyz/16/'))).toBe(true);
  });
});

test('Beyond its deepest level, and where it lacks tiles, a pack is enlarged and never empty', async ({ page }) => {
  await lay(page, [sheet('whole')], 19.5);
  expect((await look(page)).bare).toBe(0);
  await lay(page, [sheet('holes')], 16);
  expect((await look(page)).bare).toBe(0);
  expect(await page.evaluate(() => window.ground.faults)).toEqual([]);
});

test('Tiles that cannot be read are replaced by coarser ones and told of in one sentence', async ({ page }) => {
  await lay(page, [sheet('damaged')], 15);
  expect((await look(page)).bare).toBe(0);
  const faults = await page.evaluate(() => window.ground.faults);
  expect(faults).toHaveLength(1);
  expect(faults[0]!.zh).toContain('试验底图');
});

test('Opacity, order and hiding change the map without any tile being asked for again', async ({ page }) => {
  const [lower, upper] = [sheet('whole'), sheet('shifted', { opacity: 0.5 }, { datum: 'GCJ-02' })];
  await lay(page, [lower, upper], 15);
  const before = asked.length;
  const panes = () => page.evaluate(() => [...document.querySelectorAll<HTMLElement>('.ground-pane')].map(({ style }) => [Number(style.zIndex), Number(style.opacity)]).sort((a, b) => a[0]! - b[0]!));
  expect(await panes()).toEqual([[1, 1], [2, 0.5]]);
  await page.evaluate((next) => window.ground.setSheets(next), [{ ...upper, opacity: 0.8 }, lower]);
  expect(await panes()).toEqual([[1, 0.8], [2, 1]]);
  await page.evaluate((next) => window.ground.setSheets(next), [{ ...upper, opacity: 0.8 }, { ...lower, shown: false }]);
  expect(await panes()).toEqual([[1, 0.8]]);
  expect(asked.length).toBe(before);
});

test('A flight shows a tile everywhere in every frame, though tiles are slow', async ({ page }) => {
  await lay(page, [sheet('whole')], 15);
  const seen = await page.evaluate(() => window.flyAbout([[119.99, 29.87, 16], [119.88, 29.78, 14], [119.95, 29.83, 17], [119.9, 29.86, 12]]));
  expect(seen.frames).toBeGreaterThan(4);
  expect(seen.bare).toBe(0);
});

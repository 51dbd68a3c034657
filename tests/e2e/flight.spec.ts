import { expect, test, type Page } from '@playwright/test';
import { createServer, type Server } from 'node:http';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';
import { build } from 'vite';

const pages = resolve(import.meta.dirname, 'map-page');
const pack = resolve(import.meta.dirname, '../../data/basemap');
const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.webp': 'image/webp', '.woff2': 'font/woff2' };
/** A tile takes so long, as from a slow stick: a map that relies on fast ones shows bare paper here. */
const tileMs = 60;

/** Assets of the sample from end to end of the township, near ones and far ones in turn, and one twice. */
const stops = ['SL-2026-001', 'TD-2026-007', 'LF-2026-004', 'SL-2026-007', 'LT-2026-001', 'TD-2026-013', 'QT-2026-005', 'LF-2026-010', 'SD-2026-006', 'LT-2026-007', 'SL-2026-001'];

// Every frame is looked at, and a busy machine draws few in a second.
test.setTimeout(240_000);

let folder: string;
let server: Server;
let address: string;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xishan-map-page-'));
  await build({
    root: pages, base: './', configFile: false, logLevel: 'error',
    build: { outDir: folder, emptyOutDir: true, target: 'chrome120', assetsInlineLimit: 0, reportCompressedSize: false, chunkSizeWarningLimit: 2000, rollupOptions: { input: join(pages, 'map-page.html') } },
  });
  server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://here').pathname);
    const file = path.startsWith('/basemap/') ? join(pack, path.slice('/basemap'.length)) : join(folder, path);
    const answer = () => readFile(file).then(
      (bytes) => response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' }).end(bytes),
      () => response.writeHead(404).end(),
    );
    if (path.endsWith('.webp')) setTimeout(() => void answer(), tileMs);
    else void answer();
  });
  await new Promise<void>((ready) => { server.listen(0, '127.0.0.1', ready); });
  const at = server.address();
  address = `http://127.0.0.1:${typeof at === 'object' && at ? at.port : 0}`;
});

test.afterAll(async () => {
  await new Promise((closed) => { server.close(closed); server.closeAllConnections(); });
  await rm(folder, { recursive: true, force: true });
});

async function open(page: Page, query: string): Promise<void> {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.goto(`${address}/map-page.html?${query}`);
  await page.evaluate(() => window.ready.then(() => window.settled()));
}

for (const [name, query] of [['in Chinese, on paper', 'style=paper&language=zh'], ['in English, at night', 'style=night&language=en']] as const) {
  test(`A tour over the sample shows no name over another or over a mark, and no bare ground, in any frame: ${name}`, async ({ page }) => {
    await open(page, query);
    const seen = await page.evaluate((codes) => window.tour(codes), stops);
    expect(seen.frames).toBeGreaterThan(stops.length * 2);
    expect(seen.mostNames).toBeGreaterThan(5);
    expect(seen.mostAssets).toBeGreaterThan(5);
    expect(seen.overlaps).toEqual([]);
    expect(seen.blanks).toEqual([]);
  });
}

test('Zooming in and out by steps shows no name over another or over a mark, and no bare ground, in any frame', async ({ page }) => {
  await open(page, 'style=paper&language=zh');
  const seen = await page.evaluate(() => window.zoomAbout('TD-2026-001', [0.75, 0.75, 1, -2, -2, 0.75, 2]));
  expect(seen.frames).toBeGreaterThan(8);
  expect(seen.mostNames).toBeGreaterThan(5);
  expect(seen.overlaps).toEqual([]);
  expect(seen.blanks).toEqual([]);
});

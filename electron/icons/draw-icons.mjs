// npm run icons: draws the pictures of this folder's SVG files anew, for every system, with the machine's own Chromium and no network.
// Small sizes come from a drawing of their own, since a landscape of sixteen pixels is a smudge.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ensureBuilt, root } from '../build.mjs';
import { icnsOf, icoOf } from './icon-containers.mjs';

const folder = dirname(fileURLToPath(import.meta.url));
const windowsSizes = [16, 20, 24, 32, 40, 48, 64, 128, 256];
const linuxSizes = [16, 24, 32, 48, 64, 128, 256, 512];
const macSizes = [16, 32, 64, 128, 256, 512, 1024];
/** Up to this size the small drawing is used. */
const mostSmall = 48;
const kinds = { program: ['program.svg', 'program-small.svg'], ledger: ['ledger.svg', 'ledger.svg'] };

/** Draws SVG files at sizes in pixels; answers with a function from file and size to the PNG's bytes. */
async function openDrawer() {
  await ensureBuilt({ quiet: true, only: ['node'] });
  const { findBrowser } = await import(pathToFileURL(join(root, 'dist/node/serve.js')).href);
  const { chromium } = await import('@playwright/test');
  const executablePath = findBrowser();
  const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
  const page = await browser.newPage();
  return {
    async draw(file, size) {
      await page.setViewportSize({ width: size, height: size });
      const svg = Buffer.from(readFileSync(join(folder, file))).toString('base64');
      await page.setContent(`<style>html,body{margin:0;background:transparent}img{display:block;width:${size}px;height:${size}px}</style><img src="data:image/svg+xml;base64,${svg}">`);
      await page.locator('img').evaluate((image) => image.decode());
      return page.screenshot({ omitBackground: true, type: 'png' });
    },
    close: () => browser.close(),
  };
}

const drawer = await openDrawer();
try {
  for (const [kind, [large, small]] of Object.entries(kinds)) {
    const sizes = [...new Set([...windowsSizes, ...linuxSizes, ...macSizes])];
    const pictures = new Map();
    for (const size of sizes) pictures.set(size, await drawer.draw(size <= mostSmall ? small : large, size));
    const of = (wanted) => wanted.map((size) => ({ size, png: pictures.get(size) }));
    writeFileSync(join(folder, `${kind}.ico`), icoOf(of(windowsSizes)));
    writeFileSync(join(folder, `${kind}.icns`), icnsOf(of(macSizes)));
    writeFileSync(join(folder, `${kind}.png`), pictures.get(512));
    if (kind === 'program') {
      rmSync(join(folder, 'linux'), { recursive: true, force: true });
      mkdirSync(join(folder, 'linux'));
      for (const { size, png } of of(linuxSizes)) writeFileSync(join(folder, 'linux', `${size}x${size}.png`), png);
    } else writeFileSync(join(folder, `${kind}-64.png`), pictures.get(64));
  }
} finally {
  await drawer.close();
}

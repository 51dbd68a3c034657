// Builds dist/web: the program, look and letters of the page that 云招商 hands out. It is one classic script, because a browser
// loads no modules from a folder, and its style holds its own pictures.
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the page is made of besides our own files. */
const packages = ['react', 'react-dom', 'scheduler', 'leaflet', 'supercluster', 'kdbush', 'uqr', 'zod'];
const brush = 'lxgw-wenkai-webfont';

/** The bold brush face as it is installed: parts, each with the code points that it writes. */
function brushParts(folder) {
  const css = readFileSync(join(folder, 'lxgwwenkai-bold.css'), 'utf8');
  return [...css.matchAll(/url\('\.\/(files\/[^']+\.woff2)'\)[^}]*?unicode-range:([^;}]+)/g)].map(([, file, ranges]) => ({
    file: file.replace('files/', 'fonts/'), from: file,
    ranges: ranges.split(',').map((range) => { const [from, to = from] = range.trim().slice(2).split('-').map((sign) => Number.parseInt(sign, 16)); return [from, to]; }),
  }));
}

function licencesOf(root) {
  const texts = packages.map((name) => {
    const folder = join(root, 'node_modules', name);
    const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    return `${name} ${version} (${license})\n\n${file ? readFileSync(join(folder, file), 'utf8').trim() : ''}`;
  });
  const folder = join(root, 'node_modules', brush);
  const font = ['OFL.txt', 'LICENSE'].map((file) => join(folder, file)).find(existsSync);
  return [...texts, `LXGW WenKai (SIL Open Font License 1.1)\n\n${font ? readFileSync(font, 'utf8').trim() : ''}`].join(`\n\n${'-'.repeat(72)}\n\n`);
}

/** Builds into `target`, which is emptied first. */
export async function buildWeb(root, target) {
  const [{ build }, { default: react }] = await Promise.all([import('vite'), import('@vitejs/plugin-react')]);
  await build({
    configFile: false, root: join(root, 'renderer'), base: './', publicDir: false, logLevel: 'warn', plugins: [react()],
    build: {
      outDir: target, emptyOutDir: true, target: ['chrome100', 'safari15.4', 'firefox100'], assetsInlineLimit: () => true, cssCodeSplit: false, reportCompressedSize: false, chunkSizeWarningLimit: 1000,
      rollupOptions: { input: join(root, 'renderer/web-page/main.tsx'), output: { format: 'iife', entryFileNames: 'page.js', assetFileNames: 'page[extname]' } },
    },
  });
  const folder = join(root, 'node_modules', brush);
  const parts = brushParts(folder);
  mkdirSync(join(target, 'fonts'), { recursive: true });
  for (const { file, from } of parts) copyFileSync(join(folder, from), join(target, file));
  writeFileSync(join(target, 'brush.json'), JSON.stringify(parts.map(({ file, ranges }) => ({ file, ranges }))));
  writeFileSync(join(target, 'licences.txt'), licencesOf(root));
}

import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { webRequestSchema, type WebRequest } from '../../data/contract.js';
import type { WebContent } from '../../data/rules/web/web-content.js';
import { createSheets } from '../../electron/services/print/sheets.js';
import { exportWeb, type WebMeans } from '../../electron/services/web/export-web.js';
import { pictureAllowance } from '../../electron/services/web/page-photos.js';
import { bundleForNode } from '../builders/bundle.js';
import { ledgerOfCanaries } from '../builders/canaries.js';
import { buildAsset, buildProfile } from '../builders/ledger.js';
import { cameraCanary, paintedPixels, phoneJpeg } from '../builders/pictures.js';
import { unpacked } from '../builders/unpacked.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const { data, canaries, withdrawn } = ledgerOfCanaries();

let folder: string;
let workerFile: string;
let photo: string;
beforeAll(async () => {
  const build = await import(pathToFileURL(join(root, 'electron/build.mjs')).href) as { ensureBuilt(options: object): Promise<void> };
  await build.ensureBuilt({ quiet: true, only: ['web'] });
  workerFile = await bundleForNode(join(root, 'electron/services/web/web-picture-worker.ts'));
  folder = await mkdtemp(join(tmpdir(), 'xishan-web-'));
  photo = join(folder, 'photo.jpg');
  await writeFile(photo, await phoneJpeg(paintedPixels(900, 600)));
}, 240_000);
afterAll(async () => { await rm(folder, { recursive: true, force: true }); await rm(workerFile, { force: true }); });

const meansOf = (more: Partial<WebMeans> = {}): WebMeans => ({
  printer: undefined, sheets: createSheets(), layers: [{ id: 'shili', kind: 'schematic', shown: true, opacity: 1 }], data, picture: () => Promise.resolve(photo), shipped: join(root, 'data'), folder,
  today: '2026-11-28', signal: new AbortController().signal, progress: () => undefined, pageFolder: join(root, 'dist/web'), workerFile, ...more,
});
const request = (fields: Partial<WebRequest> = {}): WebRequest => webRequestSchema.parse({ kind: 'web', format: 'zip', ...fields });
async function pageOf(fields: Partial<WebRequest> = {}, more: Partial<WebMeans> = {}) {
  const made = await exportWeb(request(fields), meansOf(more));
  const parts = await unpacked(made.file);
  const content = JSON.parse(parts.get('data.js')!.toString('utf8').replace(/^window\.xishanPage = /, '').replace(/;\s*$/, '')) as WebContent;
  return { ...made, parts, content };
}

describe('a web page', () => {
  it('holds nothing of any internal or personal field, in the bytes of no file', async () => {
    const { parts, name, content } = await pageOf();
    const all = name + [...parts].map(([part, bytes]) => part + bytes.toString('utf8') + bytes.toString('latin1')).join('\n');
    expect(content.assets.map((asset) => asset.name.zh)).toContain('公开forest');
    expect(canaries.filter(({ word }) => all.includes(word)).map(({ path }) => path)).toEqual([]);
    expect(all).not.toContain('CANARY');
    expect(content.assets.map(({ id }) => id)).not.toContain(withdrawn.id);
    expect(content.projects.flatMap(({ assetIds }) => assetIds)).not.toContain(withdrawn.id);
  });

  it('shows photos without anything that the camera wrote into them', async () => {
    expect((await readFile(photo)).toString('latin1')).toContain(cameraCanary);
    const { parts, content } = await pageOf();
    const photos = [...parts].filter(([part]) => part.startsWith('photos/'));
    expect(photos.map(([part]) => part).sort()).toEqual([content.assets[0]!.photos[0]!.address, content.assets[0]!.thumbnail].sort());
    for (const [, bytes] of photos) {
      expect(bytes.toString('latin1', 8, 12)).toBe('WEBP');
      expect(bytes.toString('latin1')).not.toMatch(/CANARY|EXIF|XMP /);
    }
  });

  it('loads nothing from any other address than its own folder', async () => {
    const { parts } = await pageOf();
    const document = parts.get('index.html')!.toString('utf8');
    const styles = ['page/page.css', 'page/fonts.css'].map((part) => parts.get(part)!.toString('utf8')).join('\n');
    const loaded = [...document.matchAll(/(?:src|href)="([^"]*)"/g), ...styles.matchAll(/url\(["']?([^"')]+)/g)].map(([, address]) => address!);
    expect(loaded.filter((address) => /^(?:[a-z]+:)?\/\/|^[a-z]+:(?!image)/i.test(address) && address !== 'data:,')).toEqual([]);
    for (const address of ['data.js', 'page/page.js', 'page/page.css', 'page/fonts.css']) expect(loaded).toContain(address);
    // A browser loads no modules from a folder.
    expect(document).not.toContain('type="module"');
  });

  it('is the same bytes when it is made of the same ledger twice', async () => {
    const one = await readFile((await pageOf()).file);
    const other = await readFile((await pageOf()).file);
    expect(one.equals(other)).toBe(true);
  });

  it('for one investor holds the chosen assets alone, and the projects that they belong to', async () => {
    const chosen = data.assets[1]!;
    const { content, name } = await pageOf({ ids: [chosen.id, withdrawn.id], title: '给王先生的一份' });
    expect(content.assets.map(({ id }) => id)).toEqual([chosen.id]);
    expect(content.projects.map(({ assetIds }) => assetIds)).toEqual([[chosen.id]]);
    expect(content).toMatchObject({ chosen: true, title: { zh: '给王先生的一份' } });
    expect(name).toBe('给王先生的一份（专送）2026-11-28.zip');
  });

  it('keeps what is written from ending its script or its document', async () => {
    const name = '</script><script>alert(1)</script> & "老屋"';
    const { parts, content } = await pageOf({ title: '<b>"溪"</b>' }, { data: { profile: buildProfile(), assets: [buildAsset('house', { name })], projects: [], tours: [] } });
    expect(parts.get('data.js')!.toString('utf8')).not.toContain('<');
    expect(content.assets[0]!.name.zh).toBe(name);
    expect(parts.get('index.html')!.toString('utf8')).not.toContain('<b>');
  });

  it('says what it lacks: a place, a photo, an engine that draws the map', async () => {
    const { notices, content } = await pageOf({}, { data: { profile: buildProfile(), assets: [buildAsset('house', { location: { lng: 119.93, lat: 29.83 }, photos: [{ id: `${'b'.repeat(64)}.jpg` }] }), { ...buildAsset('hall'), location: undefined }], projects: [], tours: [] } as never, picture: () => Promise.resolve(undefined) });
    const said = notices.map(({ zh }) => zh).join('\n');
    expect(said).toMatch(/1 宗资产没有坐标/);
    expect(said).toMatch(/1 张照片的文件没有找到/);
    expect(said).toMatch(/没有找到可画底图的浏览器/);
    expect(content.map).toMatchObject({ styles: [] });
  });

  it('is refused where no asset is public, and leaves no file behind when it is cancelled', async () => {
    await expect(exportWeb(request({ ids: [withdrawn.id] }), meansOf())).rejects.toMatchObject({ failure: { code: 'wrong-input' } });
    const before = await readdir(folder);
    const control = new AbortController();
    await expect(exportWeb(request({ title: '取消的一份' }), meansOf({ signal: control.signal, progress: () => control.abort() }))).rejects.toMatchObject({ failure: { code: 'cancelled' } });
    expect(await readdir(folder)).toEqual(before);
  });
});

describe('the pictures of a page', () => {
  it('share the room, so that a hundred assets with photos stay below 15 MB', () => {
    for (const count of [1, 30, 100, 280]) expect([count, pictureAllowance(count).bytes * count <= 7_000_000]).toEqual([count, true]);
    expect(pictureAllowance(12).edge).toBeGreaterThan(pictureAllowance(200).edge);
  });
});

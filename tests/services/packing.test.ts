import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve, sep } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { icnsOf, icoOf } from '../../electron/icons/icon-containers.mjs';
import { faultsOf, inArchive, mostArchiveBytes } from '../../electron/packing/allowed-files.mjs';
import { filesOfArchive, fusesOf, packUnpacked } from '../../electron/packing/unpacked.mjs';

const icons = resolve(import.meta.dirname, '../../electron/icons');
let folder: string;
let packed: Awaited<ReturnType<typeof packUnpacked>>;
const filesBelow = (root: string) => readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'));

describe('the packed program', () => {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'xishan-pack-'));
    packed = await packUnpacked(folder);
  }, 180_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('holds what it needs and nothing that is not on the list', () => {
    const archived = filesOfArchive(packed.archive).map(({ path }) => path);
    expect(archived.length).toBeGreaterThan(100);
    expect(faultsOf(archived, filesBelow(packed.resources))).toEqual([]);
  });
  it('has an archive of at most 25 MB, the map, the sample’s pictures and the fonts beside it', () => {
    expect(statSync(packed.archive).size).toBeLessThanOrEqual(mostArchiveBytes);
    for (const part of ['data/basemap/relief', 'data/sample/media', 'fonts']) expect([part, readdirSync(join(packed.resources, part)).length > 0]).toEqual([part, true]);
  });
  it('has its fuses set in the binary: no Node, no debugging, code from the checked archive alone', async () => {
    expect(await fusesOf(packed.binary)).toMatchObject({
      RunAsNode: false, EnableCookieEncryption: false, EnableNodeOptionsEnvironmentVariable: false, EnableNodeCliInspectArguments: false,
      EnableEmbeddedAsarIntegrityValidation: true, OnlyLoadAppFromAsar: true, GrantFileProtocolExtraPrivileges: false,
    });
  });
  it('names no place of the machine that it was packed on', () => {
    const bytes = readFileSync(packed.archive).toString('latin1');
    for (const place of [resolve(import.meta.dirname, '../..'), tmpdir() + sep + 'xishan']) expect(bytes.includes(place)).toBe(false);
  });
});

describe('the list of what may be packed', () => {
  it('lets no source, test, map file, secret or stray folder in', () => {
    for (const path of ['electron/main.ts', 'dist/node/main.js.map', 'dist/node/main.d.ts', 'tests/run.mjs', 'dist/bench/x.mjs', '.env', 'node_modules/exceljs/package.json', 'node_modules/@jsquash/jpeg/README.md', 'dist/page/assets/x.ts', 'dist/page/fonts/a.woff2', 'data/sample/ledger-data.json', 'package-lock.json', '../package.json']) {
      expect([path, inArchive.some((pattern: RegExp) => pattern.test(path))]).toEqual([path, false]);
    }
  });
  it('says what is missing, too', () => {
    expect(faultsOf([], []).length).toBeGreaterThan(10);
    expect(faultsOf([], ['readme.txt'])).toContain('resources holds readme.txt, which is not on the list.');
  });
});

describe('the program’s icons', () => {
  const isPng = (bytes: Buffer) => bytes.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
  const widthOf = (png: Buffer) => png.readUInt32BE(16);
  it('are in one .ico from 16 to 256 pixels, each entry the picture that it says', () => {
    for (const name of ['program', 'ledger']) {
      const ico = readFileSync(join(icons, `${name}.ico`));
      expect([ico.readUInt16LE(0), ico.readUInt16LE(2)]).toEqual([0, 1]);
      const entries = Array.from({ length: ico.readUInt16LE(4) }, (_, at) => {
        const entry = 6 + 16 * at;
        const picture = ico.subarray(ico.readUInt32LE(entry + 12), ico.readUInt32LE(entry + 12) + ico.readUInt32LE(entry + 8));
        expect(isPng(picture)).toBe(true);
        expect(widthOf(picture)).toBe(ico.readUInt8(entry) || 256);
        return widthOf(picture);
      });
      expect(entries).toEqual([16, 20, 24, 32, 40, 48, 64, 128, 256]);
    }
  });
  it('are in one .icns from 16 to 1024 pixels, whose lengths add up', () => {
    for (const name of ['program', 'ledger']) {
      const icns = readFileSync(join(icons, `${name}.icns`));
      expect([icns.toString('ascii', 0, 4), icns.readUInt32BE(4)]).toEqual(['icns', icns.length]);
      const found: string[] = [];
      for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4)) {
        expect(isPng(icns.subarray(at + 8, at + 16))).toBe(true);
        found.push(`${icns.toString('ascii', at, at + 4)} ${widthOf(icns.subarray(at + 8))}`);
      }
      expect(found).toEqual(['icp4 16', 'icp5 32', 'ic11 32', 'icp6 64', 'ic12 64', 'ic07 128', 'ic08 256', 'ic13 256', 'ic09 512', 'ic14 512', 'ic10 1024']);
    }
  });
  it('are for Linux a picture of every size, named by it', () => {
    for (const name of readdirSync(join(icons, 'linux'))) expect(`${widthOf(readFileSync(join(icons, 'linux', name)))}x`).toBe(name.split('x')[0] + 'x');
    expect(readdirSync(join(icons, 'linux'))).toContain('256x256.png');
  });
  it('are containers that hold pictures as they are', () => {
    const pictures = [{ size: 16, png: Buffer.from('one') }, { size: 256, png: Buffer.from('other') }];
    expect(icoOf(pictures).subarray(6 + 32).toString()).toBe('oneother');
    expect(icnsOf(pictures).length).toBe(8 + (8 + 3) + 2 * (8 + 5));
  });
});

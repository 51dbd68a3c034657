import { execFileSync } from 'node:child_process';
import { mkdir, open, readdir, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { zxyToTileId } from 'pmtiles';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { northOf } from '../../data/rules/map/tile-scheme.js';
import { canInflateZstd } from '../../electron/services/maps/tile-bytes.js';
import { createPackThread } from '../../electron/services/maps/pack-thread.js';
import { builtWorkers } from '../builders/import-program.js';
import { failureOf } from '../builders/ledger-place.js';
import { mapDesk, type MapDesk } from '../builders/map-desk.js';
import { directoryBytes, pmtilesHeader, pmtilesOf, tilePng, tilesOver, usualTables, writeMbtiles, writeTileFolder, type DirectoryEntry, type PackedTile } from '../builders/map-packs.js';

let desk: MapDesk;
beforeAll(async () => { desk = await mapDesk(); });
afterAll(() => desk.close());

const tiles = tilesOver([10, 12]);
const [firstTile, lastTile] = [tiles[0], tiles.at(-1)] as [PackedTile, PackedTile];
const whole = pmtilesOf(tiles);
const saved = async (name: string, bytes: Uint8Array | string) => { const file = join(desk.packs, name); await writeFile(file, bytes); return file; };
const at = (name: string) => join(desk.packs, name);
const changed = (bytes: Buffer, change: (bytes: Buffer) => void) => { const copy = Buffer.from(bytes); change(copy); return copy; };

/** A PMTiles archive made of directories that are given as they are: the root, and what lies where leaves do. */
function archiveOf(root: Buffer, leaves: Buffer = Buffer.alloc(0)): Buffer {
  const header = pmtilesHeader({
    root: [127, root.length], metadata: [127 + root.length, 0], leaves: [127 + root.length, leaves.length], tiles: [127 + root.length + leaves.length, 10],
    addressed: 10, entries: 10, contents: 10, internal: 2, compression: 1, type: 2, minZoom: 0, maxZoom: 12, bounds: [119, 29, 120, 30],
  });
  return Buffer.concat([header, root, leaves, Buffer.alloc(10)]);
}
const entry = (id: number, offset: number, length: number, run: number): DirectoryEntry => ({ id, offset, length, run });
/** A leaf that leads to itself, over and over. */
function loop(): Buffer {
  const many = Array.from({ length: 50 }, (_, n) => entry(n * 100, 0, 0, 0));
  let leaf = Buffer.alloc(0);
  // Its own length stands in it: a few rounds until both agree.
  for (let round = 0; round < 8; round += 1) leaf = gzipSync(directoryBytes(many.map((one) => ({ ...one, length: leaf.length }))));
  return archiveOf(gzipSync(directoryBytes([entry(0, 0, leaf.length, 0)])), leaf);
}

/** Tiles over the ledger's assets, counted as Baidu does: from 0°, 0° to the north-east, 256 m wide at level 18. */
function baiduTiles(): PackedTile[] {
  const size = 256 * 2 ** (18 - 14);
  const x = Math.floor((119.93 * (Math.PI / 180) * 6_370_996.81) / size);
  const y = Math.floor((Math.asinh(Math.tan((29.83 * Math.PI) / 180)) * 6_370_996.81) / size);
  return [-1, 0, 1].flatMap((step) => [-1, 0, 1].map((other) => ({ z: 14, x: x + step, y: y + other, bytes: tilePng({ z: 14, x: step + 5, y: other + 5 }) })));
}

const refused: readonly (readonly [what: string, words: RegExp, make: () => Promise<string>])[] = [
  ['an empty file', /空文件/, () => saved('empty.pmtiles', '')],
  ['nothing at all', /找不到/, async () => at('nowhere.pmtiles')],
  ['a text file named .mbtiles', /不是认识的底图/, () => saved('text.mbtiles', '这不是底图')],
  ['a zip archive', /压缩包/, () => saved('packed.zip', Buffer.from('PK\x03\x04 and so on', 'latin1'))],
  ['a single picture', /一张图片/, () => saved('tile.png', tilePng(firstTile))],
  ['PMTiles of version 1', /第 1 版/, () => saved('one.pmtiles', Buffer.concat([Buffer.from([0x50, 0x4d, 1, 0]), Buffer.alloc(600)]))],
  ['PMTiles of version 2', /第 2 版/, () => saved('two.pmtiles', Buffer.concat([Buffer.from([0x50, 0x4d, 2, 0]), Buffer.alloc(600)]))],
  ['PMTiles of a version to come', /第 4 版/, () => saved('four.pmtiles', changed(whole, (bytes) => { bytes[7] = 4; }))],
  ['PMTiles cut within the header', /不完整.*文件头/, () => saved('header.pmtiles', whole.subarray(0, 60))],
  ['PMTiles cut within the root directory', /不完整.*根目录/, () => saved('root.pmtiles', whole.subarray(0, 140))],
  ['PMTiles whose root directory is scrambled', /损坏.*目录/, () => saved('scrambled.pmtiles', changed(whole, (bytes) => { bytes.fill(0x55, 140, 170); }))],
  ['PMTiles whose sections lie far beyond the file', /不完整/, () => saved('beyond.pmtiles', changed(whole, (bytes) => { bytes.writeBigUInt64LE(2n ** 60n, 40); bytes.writeBigUInt64LE(2n ** 40n, 48); }))],
  ['PMTiles with a directory that counts more entries than it has', /损坏/, () => saved('count.pmtiles', archiveOf(gzipSync(Buffer.from([0xff, 0xff, 0xff, 0xff, 0xff, 0x1f]))))],
  ['PMTiles whose directories lead to themselves', /损坏.*目录/, () => saved('loop.pmtiles', loop())],
  ['PMTiles with a directory that swells when inflated', /损坏/, () => saved('bomb.pmtiles', archiveOf(gzipSync(Buffer.alloc(64 * 2 ** 20, 1), { level: 9 }).subarray(0, 16_000)))],
  ['PMTiles of an unknown compression', /压缩方式（9）/, () => saved('nine.pmtiles', changed(whole, (bytes) => { bytes[97] = 9; }))],
  ['PMTiles of tiles that are neither pictures nor MVT', /不是图片/, () => saved('mlt.pmtiles', changed(whole, (bytes) => { bytes[99] = 6; }))],
  ['PMTiles cut right behind its directories', /抽查的瓦片都读不出来/, () => saved('bare.pmtiles', whole.subarray(0, Number(whole.readBigUInt64LE(56))))],
  ['MBTiles without tables', /没有 tiles 表/, async () => writeMbtiles(at('tables.mbtiles'), [], { schema: 'CREATE TABLE places (name text)' })],
  ['MBTiles whose table has other columns', /没有 tiles 表/, async () => writeMbtiles(at('columns.mbtiles'), [], { schema: 'CREATE TABLE tiles (z integer, x integer)' })],
  ['MBTiles without a row', /没有一张瓦片/, async () => writeMbtiles(at('rows.mbtiles'), [])],
  ['MBTiles whose numbers are words', /不是数字/, async () => writeMbtiles(at('types.mbtiles'), [], { schema: `CREATE TABLE tiles (zoom_level blob, tile_column blob, tile_row blob, tile_data blob); INSERT INTO tiles VALUES ('twelve', 'a', 'b', x'00')` })],
  ['MBTiles whose tiles are words', /都读不出来/, async () => writeMbtiles(at('words.mbtiles'), [], { schema: `${usualTables} INSERT INTO tiles VALUES (3, 6, 4, 'a picture')` })],
  ['MBTiles cut in the middle', /不完整/, async () => { const file = writeMbtiles(at('cut.mbtiles'), tiles); await truncate(file, 20_000); return file; }],
  ['a GeoPackage', /GeoPackage/, async () => writeMbtiles(at('a.gpkg'), [], { schema: 'CREATE TABLE gpkg_contents (table_name text)' })],
  ['MBTiles that another program is writing', /正在被别的程序写入/, async () => { const file = writeMbtiles(at('busy.mbtiles'), []); await saved('busy.mbtiles-journal', Buffer.alloc(1024, 1)); return file; }],
  ['tiles of Baidu', /BD-09/, () => writeTileFolder(at('百度地图卫星'), tiles)],
  ['tiles cut in degrees', /经纬度直投/, async () => writeMbtiles(at('geodetic.mbtiles'), tiles, { metadata: { crs: 'EPSG:4490' } })],
  ['tiles cut in degrees that do not say so', /经纬度直投/, () => writeTileFolder(at('degrees'), tiles, ({ z, x, y }) => `${z}/${x}/${Math.floor(((90 - northOf(z, y)) / 360) * 2 ** z)}.png`)],
  ['tiles of Baidu that do not say so', /BD-09/, () => writeTileFolder(at('unnamed'), baiduTiles())],
  ['numbers beyond every grid', /超出了/, () => writeTileFolder(at('beyond'), [{ ...firstTile, z: 3 }])],
  ['an empty folder', /没有以级别命名/, async () => { await mkdir(at('void')); return at('void'); }],
  ['a folder without numbers', /没有以级别命名/, async () => { await mkdir(at('letters/a/b'), { recursive: true }); await mkdir(at('letters/c')); return at('letters'); }],
  ['levels with nothing in them', /没有一张瓦片/, async () => { await mkdir(at('hollow/12'), { recursive: true }); await mkdir(at('hollow/13/5'), { recursive: true }); return at('hollow'); }],
  ['levels with files of other names', /名看不懂.*readme/, async () => { await mkdir(at('named/12'), { recursive: true }); await writeFile(at('named/12/readme.txt'), ''); return at('named'); }],
  ['the inside of a level', /里面的文件夹/, async () => { await writeTileFolder(at('inside'), tiles); return at('inside/12'); }],
  ['a folder that holds a pack', /直接选那个文件/, async () => { await mkdir(at('holder')); await writeFile(at('holder/map.mbtiles'), 'x'); return at('holder'); }],
  ['an ArcGIS cache', /ArcGIS/, () => writeTileFolder(at('arcgis'), tiles, ({ z, x, y }) => `_alllayers/L${z}/R${y.toString(16).padStart(8, '0')}/C${x.toString(16).padStart(8, '0')}.png`)],
  ['an ArcGIS cache from inside', /ArcGIS/, () => writeTileFolder(at('levels'), tiles, ({ z, x, y }) => `L${z}/R${y.toString(16).padStart(8, '0')}/C${x.toString(16).padStart(8, '0')}.png`)],
  ['web pages instead of tiles', /都读不出来/, () => writeTileFolder(at('pages'), tiles.map((tile) => ({ ...tile, bytes: Buffer.from('<html>403 Forbidden</html>') })))],
];

describe('what is no sound pack', () => {
  it.each(refused)('is refused in a sentence that names it: %s', async (_, words, make) => {
    const path = await make();
    const { message, place } = await desk.refusal(path);
    expect(message.zh).toMatch(words);
    expect(message.zh).toContain(`「${place?.file}」`);
    expect(path).toContain(String(place?.file));
    expect(message.zh).toMatch(/。$/);
    expect(message.en).toMatch(/^“.+\.$/s);
    expect(message.zh).not.toContain(desk.packs);
  });

  it.skipIf(canInflateZstd)('is refused where this Node cannot inflate zstd, and says what to do', async () => {
    for (const at of [97, 98]) expect((await desk.refusal(await saved(`zstd-${at}.pmtiles`, changed(whole, (bytes) => { bytes[at] = 4; })))).message.zh).toMatch(/zstd.*gzip/);
  });

  it('is refused when a path does not begin at the root of a disk', async () => {
    expect((await desk.refusal('../../etc/passwd')).code).toBe('not-found');
  });
});

describe('a pack with something wrong', () => {
  it('gives the tiles that a PMTiles archive cut short still has', async () => {
    const many = tilesOver([12, 13]);
    const full = pmtilesOf(many);
    const found = await desk.inspect(await saved('half.pmtiles', full.subarray(0, Math.floor(full.length * 0.7))));
    expect(found.faults.map(({ zh }) => zh).join()).toContain('文件不完整');
    const sorted = many.toSorted((one, other) => zxyToTileId(one.z, one.x, one.y) - zxyToTileId(other.z, other.x, other.y));
    const [first, last] = [sorted[0], sorted.at(-1)] as [PackedTile, PackedTile];
    expect((await desk.tile(found.inspectionId, 'xyz', first))?.bytes).toEqual(first.bytes);
    expect(await desk.tile(found.inspectionId, 'xyz', last)).toBeUndefined();
    expect((await desk.tile(found.inspectionId, 'xyz', first))?.bytes).toEqual(first.bytes);
  });

  it('reads MBTiles past a lock that was left behind, in WAL mode, and leaves nothing beside it', async () => {
    await mkdir(at('media'));
    const locked = writeMbtiles(at('media/locked.mbtiles'), tiles);
    await mkdir(`${locked}.lock`);
    const wal = writeMbtiles(at('media/wal.mbtiles'), tiles);
    const file = await open(wal, 'r+');
    await file.write(Buffer.from([2, 2]), 0, 2, 18);
    await file.close();
    const before = await readdir(at('media'));
    for (const path of [locked, wal]) {
      const found = await desk.inspect(path);
      expect((await desk.tile(found.inspectionId, 'tms', lastTile))?.bytes).toEqual(lastTile.bytes);
    }
    expect(await readdir(at('media'))).toEqual(before);
    await writeFile(`${wal}-wal`, Buffer.alloc(4096, 1));
    expect((await desk.inspect(wal)).faults.map(({ zh }) => zh).join()).toContain('-wal');
  });

  it('gives each tile of a folder as what it is, whatever its ending', async () => {
    const mixed = tiles.map((tile, n) => (n % 2 ? tile : { ...tile, bytes: Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xc0, 0, 11, 8, 1, 0, 1, 0, 1, 1, 0x11, 0]), Buffer.from([0xff, 0xd9])]) }));
    const path = await writeTileFolder(at('mixed'), mixed, ({ z, x, y }) => `${z}/${x}/${y}.${(x + y) % 2 ? 'jpg' : 'png'}`);
    const found = await desk.inspect(path);
    for (const tile of mixed.slice(0, 6)) expect(await desk.tile(found.inspectionId, 'xyz', tile)).toEqual({ bytes: Buffer.from(tile.bytes), type: tile.bytes[0] === 0xff ? 'image/jpeg' : 'image/png' });
  });

  it('follows no link out of a folder of tiles, waits for no pipe and reads no giant', async () => {
    const folder = await writeTileFolder(at('linked'), tiles);
    const outside = await writeTileFolder(at('outside'), [{ z: 12, x: 3000, y: 1500, bytes: tilePng(firstTile) }]);
    await symlink(join(outside, '12', '3000'), join(folder, '12', '3000'));
    await symlink(join(outside, '12', '3000', '1500.png'), join(folder, '12', String(lastTile.x), '5.png'));
    await symlink(folder, join(folder, '14'));
    execFileSync('mkfifo', [join(folder, '12', String(lastTile.x), '6.png')]);
    await writeFile(join(folder, '12', String(lastTile.x), '7.png'), Buffer.concat([tilePng(firstTile), Buffer.alloc(9 * 2 ** 20)]));
    const found = await desk.inspect(folder);
    expect(found.proposal.maxZoom).toBe(12);
    for (const place of [{ z: 12, x: 3000, y: 1500 }, { z: 12, x: lastTile.x, y: 5 }, { z: 12, x: lastTile.x, y: 6 }, { z: 12, x: lastTile.x, y: 7 }]) expect(await desk.tile(found.inspectionId, 'xyz', place)).toBeUndefined();
    expect((await desk.tile(found.inspectionId, 'xyz', lastTile))?.bytes).toEqual(lastTile.bytes);
    await rm(join(folder, '12', String(lastTile.x), '6.png'));
  });

  it('gives nothing for absurd numbers and unknown schemes', async () => {
    const { inspectionId } = await desk.inspect(await saved('sound.pmtiles', whole));
    for (const address of ['xyz/99/1/1', 'xyz/12/99999999/1', 'xyz/3/8/0', 'tms/0/0/1', 'abc/1/1/1', 'xyz/1/-1/0', 'xyz/1/1/1.png']) expect(await desk.program.resource(`maps/${inspectionId}/tiles/${address}`)).toBeUndefined();
    expect(await desk.program.resource('maps/pnosuchpack/tiles/xyz/1/1/1')).toBeUndefined();
  });
});

describe('the thread that reads packs', () => {
  const endless = `CREATE TABLE metadata (name text, value text); CREATE VIEW tiles AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i % 5 AS zoom_level, i % 7 AS tile_column, i % 11 AS tile_row, x'00' AS tile_data FROM n;`;

  it('ends a request that hangs, and answers the next', async () => {
    const thread = createPackThread((await builtWorkers()).pack);
    try {
      const bad = writeMbtiles(at('endless.mbtiles'), [], { schema: endless });
      const good = await saved('good.pmtiles', whole);
      const ask = (path: string, container: 'pmtiles' | 'mbtiles') => thread.ask({ kind: 'tile', source: { path, container }, level: lastTile.z, column: lastTile.x, row: lastTile.y }, { limit: 1_500 });
      const answers = await Promise.allSettled([ask(good, 'pmtiles'), ask(bad, 'mbtiles'), ask(good, 'pmtiles')]);
      expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
      expect((await failureOf(ask(bad, 'mbtiles'))).message.zh).toContain('读得太慢');
    } finally {
      await thread.close();
    }
  });

  it('is cancelled at once while it looks into a pack', async () => {
    const thread = createPackThread((await builtWorkers()).pack);
    try {
      const control = new AbortController();
      const asked = thread.ask({ kind: 'inspect', path: at('endless.mbtiles'), places: [] }, { signal: control.signal, limit: 60_000 });
      setTimeout(() => control.abort(), 300);
      expect((await failureOf(asked)).code).toBe('cancelled');
    } finally {
      await thread.close();
    }
  });

  it('says that a file is another one when its length has changed', async () => {
    const thread = createPackThread((await builtWorkers()).pack);
    try {
      const path = await saved('grown.pmtiles', whole);
      expect((await failureOf(thread.ask({ kind: 'tile', source: { path, container: 'pmtiles', bytes: 5 }, level: 1, column: 1, row: 1 }))).message.zh).toContain('不是同一个文件');
    } finally {
      await thread.close();
    }
  });
});

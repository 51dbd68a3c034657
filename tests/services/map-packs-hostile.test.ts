import { execFileSync } from 'node:child_process';
import { mkdir, open, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { zxyToTileId } from 'pmtiles';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canInflateZstd } from '../../electron/services/maps/tile-bytes.js';
import { createPackThread } from '../../electron/services/maps/pack-thread.js';
import { builtWorkers } from '../builders/import-program.js';
import { failureOf } from '../builders/ledger-place.js';
import { mapDesk, type MapDesk } from '../builders/map-desk.js';
import { pmtilesOf, tilePng, tilesOver, writeMbtiles, writeTileFolder, type PackedTile } from '../builders/map-packs.js';
import { badPacks } from '../prove/readers/bad-packs.js';

let desk: MapDesk;
beforeAll(async () => { desk = await mapDesk(); });
afterAll(() => desk.close());

const tiles = tilesOver([10, 12]);
const [firstTile, lastTile] = [tiles[0], tiles.at(-1)] as [PackedTile, PackedTile];
const whole = pmtilesOf(tiles);
const saved = async (name: string, bytes: Uint8Array | string) => { const file = join(desk.packs, name); await writeFile(file, bytes); return file; };
const at = (name: string) => join(desk.packs, name);
const changed = (bytes: Buffer, change: (bytes: Buffer) => void) => { const copy = Buffer.from(bytes); change(copy); return copy; };

describe('what is no sound pack', () => {
  it.each(badPacks)('is refused in a sentence that names it: %s', async (_, words, make) => {
    const path = await make(desk.packs);
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
      // Only the bad one is to run into its limit: how long a good one takes, its thread's start included, is the machine's affair.
      const ask = (path: string, container: 'pmtiles' | 'mbtiles') => thread.ask({ kind: 'tile', source: { path, container }, level: lastTile.z, column: lastTile.x, row: lastTile.y }, { limit: path === bad ? 1_500 : 30_000 });
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

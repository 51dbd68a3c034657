import { existsSync, readdirSync, readlinkSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fromStored, toStored, type TilePlace } from '../../data/rules/map/tile-scheme.js';
import type { MapSheet } from '../../data/contract.js';
import { createDispatch } from '../../electron/host/dispatch.js';
import { storePack } from '../../electron/services/maps/store-pack.js';
import { openMaps } from '../../electron/services/maps/map-store.js';
import { createEventHub } from '../../electron/services/event-hub.js';
import { createJobs } from '../../electron/services/jobs.js';
import { profileId } from '../../data/schema/ledger.js';
import { createLedger, openLedger } from '../../electron/storage/ledger.js';
import { builtWorkers } from '../builders/import-program.js';
import { realDisk } from '../../electron/storage/disk.js';
import { faultyDisk } from '../builders/faulty-disk.js';
import { failureOf } from '../builders/ledger-place.js';
import { buildLedgerData } from '../builders/ledger.js';
import { mapDesk, type MapDesk } from '../builders/map-desk.js';
import { fromOneLettered, fromOnePlain, fromSouth, packBounds, pmtilesOf, tilePng, tilesOver, vectorTile, writeMbtiles, writeTileFolder, type PackedTile } from '../builders/map-packs.js';

let desk: MapDesk;
beforeAll(async () => { desk = await mapDesk(); });
afterAll(() => desk.close());

const tiles = tilesOver([8, 10, 12, 13]);
const one = tiles.at(-5) as (typeof tiles)[number];
const saved = async (name: string, bytes: Uint8Array) => { const file = join(desk.packs, name); await writeFile(file, bytes); return file; };
const bareTables = 'CREATE TABLE metadata (name text, value text); CREATE TABLE tiles (zoom_level integer, tile_column integer, tile_row integer, tile_data blob);';
const asView = `CREATE TABLE images (tile_id integer primary key, tile_data blob); CREATE TABLE map (zoom_level integer, tile_column integer, tile_row integer, tile_id integer);
  INSERT INTO images SELECT rowid, tile_data FROM tiles; INSERT INTO map SELECT zoom_level, tile_column, tile_row, rowid FROM tiles; DROP TABLE tiles; CREATE UNIQUE INDEX map_index ON map (zoom_level, tile_column, tile_row);
  CREATE VIEW tiles AS SELECT map.zoom_level AS zoom_level, map.tile_column AS tile_column, map.tile_row AS tile_row, images.tile_data AS tile_data FROM map JOIN images ON images.tile_id = map.tile_id;`;

/** The files that this process holds open, where the system tells (Linux); elsewhere none are known of. */
const heldOpen = () => (existsSync('/proc/self/fd') ? readdirSync('/proc/self/fd').flatMap((file) => { try { return [readlinkSync(`/proc/self/fd/${file}`)]; } catch { return []; } }) : []);

/** Every kind of pack, of the same tiles. */
const kinds: readonly (readonly [string, string, string, () => Promise<string>])[] = [
  ['a PMTiles archive under another ending', 'pmtiles', 'xyz', () => saved('a.bin', pmtilesOf(tiles))],
  ['a PMTiles archive with leaf directories', 'pmtiles', 'xyz', () => saved('leaves.pmtiles', pmtilesOf(tiles, { leaf: 40 }))],
  ['a PMTiles archive that does not say where it lies', 'pmtiles', 'xyz', () => saved('nowhere.pmtiles', pmtilesOf(tiles, { bounds: [-180, -85, 180, 85] }))],
  ['MBTiles', 'mbtiles', 'tms', async () => writeMbtiles(join(desk.packs, 'b.mbtiles'), tiles)],
  ['MBTiles whose rows are counted from the north', 'mbtiles', 'xyz', async () => writeMbtiles(join(desk.packs, 'north.mbtiles'), tiles, { fromNorth: true })],
  ['MBTiles whose tiles are a view', 'mbtiles', 'tms', async () => writeMbtiles(join(desk.packs, 'view.mbtiles'), tiles, { after: asView })],
  ['MBTiles without an index', 'mbtiles', 'tms', async () => writeMbtiles(join(desk.packs, 'bare.mbtiles'), tiles, { schema: bareTables })],
  ['folders z/x/y', 'folder', 'xyz', () => writeTileFolder(join(desk.packs, 'xyz'), tiles)],
  ['folders counted from the south', 'folder', 'tms', () => writeTileFolder(join(desk.packs, 'tms'), tiles, fromSouth)],
  ['lettered folders counted from one', 'folder', 'from-one', () => writeTileFolder(join(desk.packs, 'lettered'), tiles, fromOneLettered)],
  ['folders of level, row and column from one', 'folder', 'from-one', () => writeTileFolder(join(desk.packs, 'rows'), tiles, fromOnePlain)],
  ['one name for column and row', 'folder', 'xyz', () => writeTileFolder(join(desk.packs, 'joint'), tiles, ({ z, x, y }) => `${z}/${x}_${y}.png`)],
  ['folders within a folder', 'folder', 'xyz', async () => { await writeTileFolder(join(desk.packs, 'deep', '影像', '瓦片'), tiles); return join(desk.packs, 'deep'); }],
];

describe('a pack of any kind', () => {
  it.each(kinds)('is known for what it is, and gives its tiles copied and linked: %s', async (_, container, scheme, make) => {
    const path = await make();
    for (const how of ['copy', 'link'] as const) {
      const found = await desk.inspect(path);
      expect(found.proposal).toMatchObject({ container, scheme, format: 'png', tileSize: 256, minZoom: 8, maxZoom: 13 });
      expect(found.schemes).toEqual([scheme]);
      expect(found.faults.map(({ zh }) => zh)).toEqual(['中间缺第 9、11 级，放大到那里会用粗一级的图。']);
      found.proposal.bounds.forEach((degrees, at) => expect(Math.abs(degrees - (packBounds[at] as number))).toBeLessThan(0.05));
      expect(found.samples.length).toBeGreaterThan(3);
      for (const sample of found.samples) expect((await desk.tile(found.inspectionId, scheme, sample))?.bytes).toEqual(tilePng(sample));
      const id = await desk.add(found, how);
      const { pack: taken } = (await desk.ask('public.maps', {})).at(-1) as MapSheet;
      expect(taken).toMatchObject(how === 'copy' && container === 'folder' ? { container: 'mbtiles', scheme: 'tms' } : { container, scheme });
      const counted = taken?.scheme ?? '';
      for (const tile of [tiles[0], one, tiles.at(-1)] as PackedTile[]) expect(await desk.tile(id, counted, tile)).toEqual({ bytes: tile.bytes, type: 'image/png' });
      expect(await desk.tile(id, counted, { z: 13, x: 1, y: 1 })).toBeUndefined();
      expect(await desk.tile(id, counted, { z: 22, x: 1, y: 1 })).toBeUndefined();
      await desk.ask('desk.undo', {});
      await desk.ask('maps.remove', { id });
    }
  });

  it.each([
    ['PMTiles', 'pmtiles', () => saved('features.pmtiles', pmtilesOf(tilesOver([10, 12], () => gzipSync(vectorTile())), { type: 1, compression: 2 }))],
    ['PMTiles by brotli', 'pmtiles', () => saved('brotli.pmtiles', pmtilesOf(tilesOver([10, 12], () => brotliCompressSync(vectorTile())), { type: 1, compression: 3 }))],
    ['MBTiles', 'mbtiles', async () => writeMbtiles(join(desk.packs, 'features.mbtiles'), tilesOver([10, 12], () => gzipSync(vectorTile())))],
    ['a folder', 'folder', () => writeTileFolder(join(desk.packs, 'features'), tilesOver([10, 12], () => gzipSync(vectorTile())), ({ z, x, y }) => `${z}/${x}/${y}.pbf`)],
  ])('gives vector tiles inflated: %s', async (_, container, make) => {
    const found = await desk.inspect(await make());
    expect(found.proposal).toMatchObject({ container, format: 'mvt' });
    expect(await desk.tile(found.inspectionId, found.proposal.scheme, found.samples[0] as never)).toEqual({ bytes: vectorTile(), type: 'application/x-protobuf' });
  });

  it('tells tiles of 512 pixels, and what its own words say of datum, 审图号 and licence', async () => {
    const file = writeMbtiles(join(desk.packs, 'words.mbtiles'), tilesOver([12], (place) => tilePng(place, 512)), {
      metadata: { name: '天地图影像', attribution: '<a href="x">天地图</a> 审图号：GS（2024）0568号', license: '仅供内部使用' },
    });
    const found = await desk.inspect(file);
    expect(found.proposal).toMatchObject({ name: '天地图影像', tileSize: 512, datum: 'CGCS2000', approvalNumber: 'GS（2024）0568号', attribution: '天地图 审图号：GS（2024）0568号', licence: '仅供内部使用' });
    expect(found.tiles).toBe(tilesOver([12]).length);
    expect(found.datums[0]?.evidence?.zh).toContain('天地图');
  });

  it('leaves the scheme to a person where nothing tells it, and takes their choice for the bounds, too', async () => {
    const bare = buildLedgerData({ assets: 0, projects: 0 });
    const far = await mapDesk({ ...bare, profile: { ...bare.profile, centre: undefined } });
    try {
      const found = await far.inspect(await writeTileFolder(join(far.packs, 'abroad'), tilesOver([4, 6], tilePng, [9, 47, 11, 49])));
      expect(found.schemes.slice(0, 2)).toEqual(['xyz', 'tms']);
      expect(found.proposal.bounds[1]).toBeGreaterThan(40);
      const id = await far.add(found, 'link', { scheme: 'tms' });
      const sheet = (await far.ask('public.maps', {})).at(-1);
      expect(sheet?.pack?.bounds[3]).toBeLessThan(-40);
      const [sample] = found.samples as [TilePlace];
      expect((await far.tile(id, 'tms', fromStored('tms', toStored('xyz', sample))))?.bytes).toEqual(tilePng(sample));
    } finally {
      await far.close();
    }
  });

  it('says which tiles are broken and which are all the same picture', async () => {
    const same = tilePng({ z: 1, x: 1, y: 1 });
    const blocked = await desk.inspect(await saved('blocked.pmtiles', pmtilesOf(tilesOver([11, 12], () => same))));
    expect(blocked.faults.map(({ en }) => en).join()).toContain('Access blocked');
    const torn = tilesOver([12, 13]).map((tile, at) => (at % 3 === 0 ? { ...tile, bytes: at % 2 ? tile.bytes.subarray(0, 40) : Buffer.from('<html>403</html>') } : tile));
    const broken = await desk.inspect(await writeTileFolder(join(desk.packs, 'broken'), torn));
    expect(broken.faults[0]?.zh).toMatch(/抽查的 \d+ 张瓦片里有 \d+ 张坏了/);
    const webPage = torn[0] as (typeof torn)[number];
    expect(await desk.tile(broken.inspectionId, 'xyz', webPage)).toBeUndefined();
  });

  it('says so when it lies elsewhere than the ledger’s assets', async () => {
    const found = await desk.inspect(await saved('elsewhere.pmtiles', pmtilesOf(tilesOver([10], tilePng, [100, 25, 102, 27]), { bounds: [100, 25, 102, 27] })));
    expect(found.faults.map(({ zh }) => zh).join()).toContain('资产都不在');
  });
});

describe('a pack that is taken in', () => {
  const pack = () => saved('taken.pmtiles', pmtilesOf(tiles));

  it('lies on top as one change that can be undone and redone', async () => {
    const before = (await desk.ask('public.maps', {})).length;
    const id = await desk.add(await desk.inspect(await pack()), 'copy', { name: '航拍' });
    const sheets = await desk.ask('public.maps', {});
    expect(sheets.at(-1)).toMatchObject({ id, shown: true, opacity: 1, kind: 'pictures', pack: { name: '航拍', container: 'pmtiles' } });
    expect((await desk.ask('desk.history', { limit: 1 }))[0]?.label.zh).toBe('添加底图「航拍」');
    await desk.ask('desk.undo', {});
    expect(await desk.ask('public.maps', {})).toHaveLength(before);
    expect(await desk.ask('maps.list', {})).toMatchObject([{ id, how: 'copied', inUse: false }]);
    await desk.ask('desk.redo', {});
    expect((await desk.tile(id, 'xyz', one))?.bytes).toEqual(one.bytes);
    expect((await failureOf(desk.ask('maps.remove', { id }))).code).toBe('not-allowed');
    await desk.ask('desk.undo', {});
    await desk.ask('maps.remove', { id });
    expect(await desk.ask('maps.list', {})).toEqual([]);
    expect(await readdir(join(desk.folder, 'maps'))).toEqual([]);
  });

  it('is copied byte for byte, and of a folder nothing but its tiles, into one MBTiles file', async () => {
    const file = await pack();
    const id = await desk.add(await desk.inspect(file), 'copy');
    expect(await readFile(join(desk.folder, 'maps', id, 'tiles.pmtiles'))).toEqual(await readFile(file));
    const folder = await writeTileFolder(join(desk.packs, 'with-more'), tiles);
    await writeFile(join(folder, 'notes.txt'), '内部');
    const other = await desk.add(await desk.inspect(folder), 'copy');
    expect((await readdir(join(desk.folder, 'maps', other))).toSorted()).toEqual(['pack.json', 'tiles.mbtiles']);
    const again = await desk.inspect(join(desk.folder, 'maps', other, 'tiles.mbtiles'));
    expect(again).toMatchObject({ tiles: tiles.length, schemes: ['tms'], proposal: { name: 'with-more', minZoom: 8, maxZoom: 13 } });
    for (const used of [other, id]) { await desk.ask('desk.undo', {}); await desk.ask('maps.remove', { id: used }); }
  });

  it('keeps the place of a linked file from every public screen', async () => {
    const file = await pack();
    const id = await desk.add(await desk.inspect(file), 'link');
    expect(await desk.ask('maps.list', {})).toMatchObject([{ id, how: 'linked', path: file, inUse: true }]);
    const publicly = createDispatch(desk.program.handlers);
    for (const name of ['public.maps', 'public.overview'] as const) expect(JSON.stringify(await publicly(name, {}, 'public'))).not.toContain('packs');
    await rename(file, `${file}.away`);
    const sheet = (await desk.ask('public.maps', {})).find((entry) => entry.id === id);
    expect(sheet?.fault?.zh).toContain('找不到');
    expect(JSON.stringify(sheet)).not.toContain('packs');
    expect(await desk.program.resource(`maps/${id}/link.json`)).toBeUndefined();
    await desk.ask('desk.undo', {});
    await desk.ask('maps.remove', { id });
    expect(await readFile(`${file}.away`)).toHaveLength(pmtilesOf(tiles).length);
  });

  it('is told of as soon as its stick is out, and again when it is back, though nobody asks for a tile', async () => {
    const path = join(desk.packs, 'watched');
    const ledger = await createLedger(path, buildLedgerData({ assets: 3, projects: 0 }));
    const hub = createEventHub();
    const maps = openMaps({ ledger: () => ledger, jobs: createJobs(hub), hub, by: () => '', now: () => new Date(), workerFile: (await builtWorkers()).pack, watchMilliseconds: 20 });
    try {
      const file = await pack();
      await storePack(path, 'pwatched', 'link', { source: { path: file, container: 'pmtiles' }, print: 'x', bytes: 1 }, { signal: new AbortController().signal, progress: () => undefined }, () => Promise.resolve(), new Set());
      const { profile } = ledger.data;
      await ledger.commit({ by: '', label: { zh: '加图', en: 'Add' }, entries: [{ noun: 'profile', id: profileId, before: profile, after: { ...profile, maps: [...profile.maps, { id: 'pwatched', shown: true, opacity: 1 }] } }] });
      const change = () => new Promise<void>((told) => { const stop = hub.on('ledger.changed', () => { stop(); told(); }); });
      const fault = async () => (await maps.calls['public.maps']({})).at(-1)?.fault;
      expect(await fault()).toBeUndefined();
      const out = change();
      await rename(file, `${file}.out`);
      await out;
      expect((await fault())?.zh).toContain('找不到');
      const back = change();
      await rename(`${file}.out`, file);
      await back;
      expect(await fault()).toBeUndefined();
    } finally {
      await maps.close();
      await ledger.close();
    }
  });

  it('is found again after it was moved, and no other pack in its place', async () => {
    const file = await pack();
    const id = await desk.add(await desk.inspect(file), 'link');
    const moved = join(desk.packs, 'moved.pmtiles');
    await rename(file, moved);
    const other = await saved('other.pmtiles', pmtilesOf(tilesOver([12], (place) => tilePng({ ...place, z: 3 }))));
    expect((await failureOf(desk.relink(id, other))).message.zh).toContain('不是同一份');
    await desk.relink(id, moved);
    expect((await desk.ask('public.maps', {})).at(-1)).not.toHaveProperty('fault');
    expect((await desk.tile(id, 'xyz', one))?.bytes).toEqual(one.bytes);
    await desk.ask('desk.undo', {});
    await desk.ask('maps.remove', { id });
  });

  it('has a fault and no tile once its file is damaged, and none any more when it is whole again', async () => {
    const file = await pack();
    const whole = `${file}.whole`;
    await copyFile(file, whole);
    const id = await desk.add(await desk.inspect(file), 'link');
    await truncate(file, 300);
    let told = 0;
    const stop = desk.program.on('ledger.changed', ({ profile }) => { if (profile) told += 1; });
    expect(await desk.tile(id, 'xyz', one)).toBeUndefined();
    expect(await desk.tile(id, 'xyz', one)).toBeUndefined();
    stop();
    expect(told).toBe(1);
    expect((await desk.ask('public.maps', {})).at(-1)?.fault?.zh).toContain('损坏');
    await copyFile(whole, file);
    await desk.relink(id, file);
    expect((await desk.tile(id, 'xyz', one))?.bytes).toEqual(one.bytes);
    expect((await desk.ask('public.maps', {})).at(-1)).not.toHaveProperty('fault');
    await desk.ask('desk.undo', {});
    await desk.ask('maps.remove', { id });
  });

  it('leaves nothing behind when copying it is cancelled or the disk is full', async () => {
    const folder = await writeTileFolder(join(desk.packs, 'cancelled'), tiles);
    const found = await desk.inspect(folder);
    const { jobId } = await desk.ask('maps.add', { inspectionId: found.inspectionId, how: 'copy', pack: found.proposal });
    await desk.ask('job.cancel', { jobId });
    expect((await desk.finish(jobId)).state).toBe('cancelled');
    expect(await readdir(join(desk.folder, 'maps'))).toEqual([]);
    expect(await desk.ask('public.maps', {})).toHaveLength(1);
    const report = { source: { path: await pack(), container: 'pmtiles' as const }, print: 'x', bytes: 1 };
    const running = { signal: new AbortController().signal, progress: () => undefined };
    for (const [code, words] of [['ENOSPC', '盘满了'], ['EROFS', '写不进']] as const) {
      const failure = await failureOf(storePack(desk.folder, 'pfull', 'copy', report, running, () => Promise.resolve(), new Set(), faultyDisk(realDisk, { code }, 1, 1, (name) => name === 'write')));
      expect(failure.message.zh).toContain(words);
      expect(await readdir(join(desk.folder, 'maps'))).toEqual([]);
    }
  });

  it('goes along when the ledger is copied', async () => {
    const id = await desk.add(await desk.inspect(await pack()), 'copy');
    const parent = join(desk.packs, 'copies');
    await mkdir(parent);
    const job = await desk.finish((await desk.ask('ledger.copy', { parent, name: '拷贝' })).jobId);
    expect(job.state).toBe('done');
    expect(await readFile(join(parent, '拷贝', 'maps', id, 'tiles.pmtiles'))).toEqual(await readFile(join(desk.folder, 'maps', id, 'tiles.pmtiles')));
    await desk.ask('desk.undo', {});
    await desk.ask('maps.remove', { id });
  });

  it('is served from the new place once the ledger was moved, and no file of the old one is held open', async () => {
    const moving = await mapDesk();
    try {
      const id = await moving.add(await moving.inspect(await pack()), 'copy');
      expect(await moving.tile(id, 'xyz', one)).toBeDefined();
      const parent = join(moving.packs, 'elsewhere');
      await mkdir(parent);
      expect((await moving.finish((await moving.ask('ledger.move', { parent, name: '搬家' })).jobId)).state).toBe('done');
      expect((await moving.tile(id, 'xyz', one))?.bytes).toEqual(one.bytes);
      expect((await moving.ask('maps.list', {}))[0]?.path).toBe(join(parent, '搬家', 'maps', id, 'tiles.pmtiles'));
      expect(heldOpen().filter((file) => file.startsWith(moving.folder))).toEqual([]);
    } finally {
      await moving.close();
    }
  });

  it('keeps only a few packs open at once', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 8; n += 1) ids.push((await desk.inspect(await saved(`many-${n}.pmtiles`, pmtilesOf(tiles)))).inspectionId);
    for (const id of [...ids, ...ids]) expect((await desk.tile(id, 'xyz', one))?.bytes).toEqual(one.bytes);
    expect(heldOpen().filter((file) => file.includes('many-')).length).toBeLessThanOrEqual(6);
  });

  it('is refused by a ledger that can only be read', async () => {
    const second = await mapDesk();
    try {
      const found = await second.inspect(await pack());
      const holder = await openLedger(desk.folder);
      await holder.close();
      await second.ask('ledger.open', { folder: desk.folder });
      expect((await second.ask('ledger.status', {})).readOnly).toBe(true);
      expect((await failureOf(second.ask('maps.add', { inspectionId: found.inspectionId, how: 'link', pack: found.proposal }))).code).toBe('read-only');
    } finally {
      await second.close();
    }
  });

  it('clears away what an earlier addition left half done', async () => {
    const left = join(desk.folder, 'maps', 'pabandoned.tmp');
    await mkdir(left, { recursive: true });
    await writeFile(join(left, 'tiles.pmtiles'), 'half');
    const id = await desk.add(await desk.inspect(await pack()), 'link');
    expect(await readdir(join(desk.folder, 'maps'))).toEqual([id]);
    await desk.ask('desk.undo', {});
    await rm(join(desk.folder, 'maps', id), { recursive: true });
  });
});

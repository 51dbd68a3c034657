import { mkdir, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { northOf } from '../../../data/rules/map/tile-scheme.js';
import { directoryBytes, pmtilesHeader, pmtilesOf, tilePng, tilesOver, usualTables, writeMbtiles, writeTileFolder, type DirectoryEntry, type PackedTile } from '../../builders/map-packs.js';

/** A bad pack: what it is, the words that its refusal holds, and how it is made in a folder; the last answers with its path. */
export type BadPack = readonly [what: string, words: RegExp, make: (folder: string) => Promise<string>];

const tiles = tilesOver([10, 12]);
const firstTile = tiles[0] as PackedTile;
const whole = pmtilesOf(tiles);
const changed = (bytes: Buffer, change: (bytes: Buffer) => void) => { const copy = Buffer.from(bytes); change(copy); return copy; };
const save = async (folder: string, name: string, bytes: Uint8Array | string) => { const file = join(folder, name); await writeFile(file, bytes); return file; };

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

/** Packs that are refused, each with words that its refusal says. */
export const badPacks: readonly BadPack[] = [
  ['an empty file', /空文件/, (folder) => save(folder, 'empty.pmtiles', '')],
  ['nothing at all', /找不到/, async (folder) => join(folder, 'nowhere.pmtiles')],
  ['a text file named .mbtiles', /不是认识的底图/, (folder) => save(folder, 'text.mbtiles', '这不是底图')],
  ['a zip archive', /压缩包/, (folder) => save(folder, 'packed.zip', Buffer.from('PK\x03\x04 and so on', 'latin1'))],
  ['a single picture', /一张图片/, (folder) => save(folder, 'tile.png', tilePng(firstTile))],
  ['PMTiles of version 1', /第 1 版/, (folder) => save(folder, 'one.pmtiles', Buffer.concat([Buffer.from([0x50, 0x4d, 1, 0]), Buffer.alloc(600)]))],
  ['PMTiles of version 2', /第 2 版/, (folder) => save(folder, 'two.pmtiles', Buffer.concat([Buffer.from([0x50, 0x4d, 2, 0]), Buffer.alloc(600)]))],
  ['PMTiles of a version to come', /第 4 版/, (folder) => save(folder, 'four.pmtiles', changed(whole, (bytes) => { bytes[7] = 4; }))],
  ['PMTiles cut within the header', /不完整.*文件头/, (folder) => save(folder, 'header.pmtiles', whole.subarray(0, 60))],
  ['PMTiles cut within the root directory', /不完整.*根目录/, (folder) => save(folder, 'root.pmtiles', whole.subarray(0, 140))],
  ['PMTiles whose root directory is scrambled', /损坏.*目录/, (folder) => save(folder, 'scrambled.pmtiles', changed(whole, (bytes) => { bytes.fill(0x55, 140, 170); }))],
  ['PMTiles whose sections lie far beyond the file', /不完整/, (folder) => save(folder, 'beyond.pmtiles', changed(whole, (bytes) => { bytes.writeBigUInt64LE(2n ** 60n, 40); bytes.writeBigUInt64LE(2n ** 40n, 48); }))],
  ['PMTiles with a directory that counts more entries than it has', /损坏/, (folder) => save(folder, 'count.pmtiles', archiveOf(gzipSync(Buffer.from([0xff, 0xff, 0xff, 0xff, 0xff, 0x1f]))))],
  ['PMTiles whose directories lead to themselves', /损坏.*目录/, (folder) => save(folder, 'loop.pmtiles', loop())],
  ['PMTiles with a directory that swells when inflated', /损坏/, (folder) => save(folder, 'bomb.pmtiles', archiveOf(gzipSync(Buffer.alloc(64 * 2 ** 20, 1), { level: 9 }).subarray(0, 16_000)))],
  ['PMTiles of an unknown compression', /压缩方式（9）/, (folder) => save(folder, 'nine.pmtiles', changed(whole, (bytes) => { bytes[97] = 9; }))],
  ['PMTiles of tiles that are neither pictures nor MVT', /不是图片/, (folder) => save(folder, 'mlt.pmtiles', changed(whole, (bytes) => { bytes[99] = 6; }))],
  ['PMTiles cut right behind its directories', /抽查的瓦片都读不出来/, (folder) => save(folder, 'bare.pmtiles', whole.subarray(0, Number(whole.readBigUInt64LE(56))))],
  ['MBTiles without tables', /没有 tiles 表/, async (folder) => writeMbtiles(join(folder, 'tables.mbtiles'), [], { schema: 'CREATE TABLE places (name text)' })],
  ['MBTiles whose table has other columns', /没有 tiles 表/, async (folder) => writeMbtiles(join(folder, 'columns.mbtiles'), [], { schema: 'CREATE TABLE tiles (z integer, x integer)' })],
  ['MBTiles without a row', /没有一张瓦片/, async (folder) => writeMbtiles(join(folder, 'rows.mbtiles'), [])],
  ['MBTiles whose numbers are words', /不是数字/, async (folder) => writeMbtiles(join(folder, 'types.mbtiles'), [], { schema: `CREATE TABLE tiles (zoom_level blob, tile_column blob, tile_row blob, tile_data blob); INSERT INTO tiles VALUES ('twelve', 'a', 'b', x'00')` })],
  ['MBTiles whose tiles are words', /都读不出来/, async (folder) => writeMbtiles(join(folder, 'words.mbtiles'), [], { schema: `${usualTables} INSERT INTO tiles VALUES (3, 6, 4, 'a picture')` })],
  ['MBTiles cut in the middle', /不完整/, async (folder) => { const file = writeMbtiles(join(folder, 'cut.mbtiles'), tiles); await truncate(file, 20_000); return file; }],
  ['a GeoPackage', /GeoPackage/, async (folder) => writeMbtiles(join(folder, 'a.gpkg'), [], { schema: 'CREATE TABLE gpkg_contents (table_name text)' })],
  ['MBTiles that another program is writing', /正在被别的程序写入/, async (folder) => { const file = writeMbtiles(join(folder, 'busy.mbtiles'), []); await save(folder, 'busy.mbtiles-journal', Buffer.alloc(1024, 1)); return file; }],
  ['tiles of Baidu', /BD-09/, (folder) => writeTileFolder(join(folder, '百度地图卫星'), tiles)],
  ['tiles cut in degrees', /经纬度直投/, async (folder) => writeMbtiles(join(folder, 'geodetic.mbtiles'), tiles, { metadata: { crs: 'EPSG:4490' } })],
  ['tiles cut in degrees that do not say so', /经纬度直投/, (folder) => writeTileFolder(join(folder, 'degrees'), tiles, ({ z, x, y }) => `${z}/${x}/${Math.floor(((90 - northOf(z, y)) / 360) * 2 ** z)}.png`)],
  ['tiles of Baidu that do not say so', /BD-09/, (folder) => writeTileFolder(join(folder, 'unnamed'), baiduTiles())],
  ['numbers beyond every grid', /超出了/, (folder) => writeTileFolder(join(folder, 'beyond'), [{ ...firstTile, z: 3 }])],
  ['an empty folder', /没有以级别命名/, async (folder) => { await mkdir(join(folder, 'void')); return join(folder, 'void'); }],
  ['a folder without numbers', /没有以级别命名/, async (folder) => { await mkdir(join(folder, 'letters/a/b'), { recursive: true }); await mkdir(join(folder, 'letters/c')); return join(folder, 'letters'); }],
  ['levels with nothing in them', /没有一张瓦片/, async (folder) => { await mkdir(join(folder, 'hollow/12'), { recursive: true }); await mkdir(join(folder, 'hollow/13/5'), { recursive: true }); return join(folder, 'hollow'); }],
  ['levels with files of other names', /名看不懂.*readme/, async (folder) => { await mkdir(join(folder, 'named/12'), { recursive: true }); await writeFile(join(folder, 'named/12/readme.txt'), ''); return join(folder, 'named'); }],
  ['the inside of a level', /里面的文件夹/, async (folder) => { await writeTileFolder(join(folder, 'inside'), tiles); return join(folder, 'inside/12'); }],
  ['a folder that holds a pack', /直接选那个文件/, async (folder) => { await mkdir(join(folder, 'holder')); await writeFile(join(folder, 'holder/map.mbtiles'), 'x'); return join(folder, 'holder'); }],
  ['an ArcGIS cache', /ArcGIS/, (folder) => writeTileFolder(join(folder, 'arcgis'), tiles, ({ z, x, y }) => `_alllayers/L${z}/R${y.toString(16).padStart(8, '0')}/C${x.toString(16).padStart(8, '0')}.png`)],
  ['an ArcGIS cache from inside', /ArcGIS/, (folder) => writeTileFolder(join(folder, 'levels'), tiles, ({ z, x, y }) => `L${z}/R${y.toString(16).padStart(8, '0')}/C${x.toString(16).padStart(8, '0')}.png`)],
  ['web pages instead of tiles', /都读不出来/, (folder) => writeTileFolder(join(folder, 'pages'), tiles.map((tile) => ({ ...tile, bytes: Buffer.from('<html>403 Forbidden</html>') })))],
];

import { rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { deflateSync, gzipSync } from 'node:zlib';
import sqlite from 'node-sqlite3-wasm';
import { zxyToTileId } from 'pmtiles';
import { tileAt, type TilePlace } from '../../data/rules/map/tile-scheme.js';

/** A tile as it is put into a pack; counted from the north. */
export interface PackedTile extends TilePlace { readonly bytes: Uint8Array }

const crcTable = Array.from({ length: 256 }, (_, n) => { let c = n; for (let k = 0; k < 8; k += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1; return c >>> 0; });
const crc = (bytes: Buffer) => { let c = 0xffffffff; for (const byte of bytes) c = (crcTable[(c ^ byte) & 255] as number) ^ (c >>> 8); return (c ^ 0xffffffff) >>> 0; };
const u32 = (value: number) => { const bytes = Buffer.alloc(4); bytes.writeUInt32BE(value >>> 0); return bytes; };
const chunk = (type: string, data: Buffer) => { const body = Buffer.concat([Buffer.from(type, 'latin1'), data]); return Buffer.concat([u32(data.length), body, u32(crc(body))]); };

/** A square PNG of one colour. */
export function colouredPng([red, green, blue]: readonly [number, number, number], size = 256): Buffer {
  const row = Buffer.alloc(1 + size * 3);
  for (let x = 0; x < size; x += 1) row.set([red, green, blue], 1 + x * 3);
  const rows = Buffer.concat(Array.from({ length: size }, () => row));
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), chunk('IHDR', Buffer.concat([u32(size), u32(size), Buffer.from([8, 2, 0, 0, 0])])), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]);
}

/** A PNG whose colour tells which tile it is: no two near each other are alike. */
export const tilePng = ({ z, x, y }: TilePlace, size = 256) => colouredPng([(x * 7 + z) % 256, (y * 11 + z) % 256, (z * 13) % 256], size);

/** A vector tile with one layer of this name and nothing in it (Mapbox vector tile specification 2.1). */
export function vectorTile(layer = 'water'): Buffer {
  const name = Buffer.from(layer);
  const body = Buffer.concat([Buffer.from([0x0a, name.length]), name, Buffer.from([0x28, 0x80, 0x20, 0x78, 0x02])]);
  return Buffer.concat([Buffer.from([0x1a, body.length]), body]);
}

/** Where the builders' packs lie: over the assets of `buildLedgerData`. */
export const packBounds = [119.82, 29.74, 120.04, 29.92] as const;

/** All tiles over a rectangle for some levels. */
export function tilesOver(levels: readonly number[], bytesOf: (place: TilePlace) => Uint8Array = tilePng, [west, south, east, north]: readonly [number, number, number, number] = packBounds): PackedTile[] {
  return levels.flatMap((z) => {
    const [first, last] = [tileAt(z, west, north), tileAt(z, east, south)];
    const tiles: PackedTile[] = [];
    for (let x = first.x; x <= last.x; x += 1) for (let y = first.y; y <= last.y; y += 1) tiles.push({ z, x, y, bytes: bytesOf({ z, x, y }) });
    return tiles;
  });
}

function varint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  while (rest >= 128) { bytes.push((rest % 128) | 128); rest = Math.floor(rest / 128); }
  return [...bytes, rest];
}
export interface DirectoryEntry { readonly id: number; readonly offset: number; readonly length: number; readonly run: number }
/** A directory of a PMTiles archive (specification 3, section 4), before it is compressed. */
export function directoryBytes(entries: readonly DirectoryEntry[]): Buffer {
  let last = 0;
  const bytes = varint(entries.length);
  for (const { id } of entries) { bytes.push(...varint(id - last)); last = id; }
  for (const { run } of entries) bytes.push(...varint(run));
  for (const { length } of entries) bytes.push(...varint(length));
  entries.forEach(({ offset }, at) => {
    const before = entries[at - 1];
    bytes.push(...varint(before && offset === before.offset + before.length ? 0 : offset + 1));
  });
  return Buffer.from(bytes);
}

/** What the header of a PMTiles archive says; sections in bytes from the start of the file. */
export interface PmtilesHeader {
  readonly root: readonly [number, number]; readonly metadata: readonly [number, number]; readonly leaves: readonly [number, number]; readonly tiles: readonly [number, number];
  readonly addressed: number; readonly entries: number; readonly contents: number;
  readonly internal: number; readonly compression: number; readonly type: number; readonly minZoom: number; readonly maxZoom: number; readonly bounds: readonly [number, number, number, number];
}
/** The 127 bytes of a header (specification 3, section 3). */
export function pmtilesHeader(header: PmtilesHeader): Buffer {
  const bytes = Buffer.alloc(127);
  bytes.write('PMTiles', 0, 'latin1');
  bytes[7] = 3;
  [...header.root, ...header.metadata, ...header.leaves, ...header.tiles, header.addressed, header.entries, header.contents].forEach((value, at) => bytes.writeBigUInt64LE(BigInt(value), 8 + at * 8));
  bytes.set([1, header.internal, header.compression, header.type, header.minZoom, header.maxZoom], 96);
  header.bounds.forEach((degrees, at) => bytes.writeInt32LE(Math.round(degrees * 1e7), 102 + at * 4));
  return bytes;
}

export interface PmtilesOptions { readonly type?: number; readonly compression?: number; readonly metadata?: object; readonly bounds?: readonly [number, number, number, number]; /** Entries of a leaf; without it all are in the root. */ readonly leaf?: number }
/** A PMTiles archive of version 3, directories compressed by gzip. Equal tiles are stored once, as the format wants. */
export function pmtilesOf(tiles: readonly PackedTile[], { type = 2, compression = 1, metadata = {}, bounds = packBounds, leaf }: PmtilesOptions = {}): Buffer {
  const sorted = tiles.map((tile) => ({ ...tile, id: zxyToTileId(tile.z, tile.x, tile.y) })).sort((one, other) => one.id - other.id);
  const entries: DirectoryEntry[] = [];
  const data: Uint8Array[] = [];
  let length = 0;
  for (const { id, bytes } of sorted) {
    const last = entries.at(-1);
    if (last && data.at(-1) === bytes && last.id + last.run === id) { entries[entries.length - 1] = { ...last, run: last.run + 1 }; continue; }
    entries.push({ id, offset: length, length: bytes.length, run: 1 });
    data.push(bytes);
    length += bytes.length;
  }
  const packed = (list: readonly DirectoryEntry[]) => gzipSync(directoryBytes(list));
  const leaves: Buffer[] = [];
  let root = packed(entries);
  if (leaf !== undefined) {
    const pointers: DirectoryEntry[] = [];
    let offset = 0;
    for (let at = 0; at < entries.length; at += leaf) {
      const bytes = packed(entries.slice(at, at + leaf));
      pointers.push({ id: (entries[at] as DirectoryEntry).id, offset, length: bytes.length, run: 0 });
      leaves.push(bytes);
      offset += bytes.length;
    }
    root = packed(pointers);
  }
  const words = gzipSync(JSON.stringify(metadata));
  const leafBytes = Buffer.concat(leaves);
  const zooms = tiles.map(({ z }) => z);
  const at = { root: 127, metadata: 127 + root.length, leaves: 127 + root.length + words.length, tiles: 127 + root.length + words.length + leafBytes.length };
  const header = pmtilesHeader({
    root: [at.root, root.length], metadata: [at.metadata, words.length], leaves: [at.leaves, leafBytes.length], tiles: [at.tiles, length],
    addressed: tiles.length, entries: entries.length, contents: data.length, internal: 2, compression, type, minZoom: Math.min(...zooms), maxZoom: Math.max(...zooms), bounds,
  });
  return Buffer.concat([header, root, words, leafBytes, ...data]);
}

export interface MbtilesOptions {
  readonly metadata?: Readonly<Record<string, string>>;
  /** Rows counted from the north, against the specification. */
  readonly fromNorth?: boolean;
  /** Statements in place of the usual ones that make the tables. */
  readonly schema?: string;
  /** Statements after all tiles are in. */
  readonly after?: string;
}
export const usualTables = 'CREATE TABLE metadata (name text, value text); CREATE TABLE tiles (zoom_level integer, tile_column integer, tile_row integer, tile_data blob); CREATE UNIQUE INDEX tile_index ON tiles (zoom_level, tile_column, tile_row);';
/** Writes MBTiles 1.3. */
export function writeMbtiles(file: string, tiles: readonly PackedTile[], { metadata = {}, fromNorth = false, schema = usualTables, after }: MbtilesOptions = {}): string {
  rmSync(file, { force: true });
  const database = new sqlite.Database(file);
  database.exec(schema);
  database.exec('BEGIN');
  for (const [name, value] of Object.entries(metadata)) database.run('INSERT INTO metadata VALUES (?, ?)', [name, value]);
  for (const { z, x, y, bytes } of tiles) database.run('INSERT INTO tiles VALUES (?, ?, ?, ?)', [z, x, fromNorth ? y : 2 ** z - 1 - y, new Uint8Array(bytes)]);
  database.exec('COMMIT');
  if (after) database.exec(after);
  database.close();
  return file;
}

/** Writes tiles as files; `nameOf` gives the path of each below the folder. */
export async function writeTileFolder(folder: string, tiles: readonly PackedTile[], nameOf: (place: TilePlace) => string = ({ z, x, y }) => `${z}/${x}/${y}.png`): Promise<string> {
  for (const tile of tiles) {
    const file = join(folder, nameOf(tile));
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, tile.bytes);
  }
  return folder;
}
export const fromSouth = ({ z, x, y }: TilePlace) => `${z}/${x}/${2 ** z - 1 - y}.png`;
const filled = (number: number, digits: number) => String(number).padStart(digits, '0');
/** As 水经注 may name them: level, row and column from 1, with letters. */
export const fromOneLettered = ({ z, x, y }: TilePlace) => `L${filled(z + 1, 2)}/R${filled(y + 1, 6)}/C${filled(x + 1, 6)}.png`;
export const fromOnePlain = ({ z, x, y }: TilePlace) => `${z + 1}/${y + 1}/${x + 1}.png`;

import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { Compression, PMTiles, SharedPromiseCache, tileIdToZxy, zxyToTileId, type DecompressFunc, type Entry, type Header, type Source } from 'pmtiles';
import { deepestLevel } from '../../../data/schema/map-pack.js';
import { FailureError } from '../../../data/schema/failure.js';
import { text, type Text } from '../../../data/schema/text.js';
import { isOnGrid, tileAt } from '../../../data/rules/map/tile-scheme.js';
import { sayingsOf, noSayings, type LevelRange, type PackReader, type PackSayings } from './pack-reader.js';
import { refusePack } from './pack-refusals.js';
import { canInflateZstd, inflate, largestTile } from './tile-bytes.js';

/** Read at once when a pack is opened; the root directory must lie within (specification 3, section 3). In bytes. */
const firstBytes = 16_384;
const headerBytes = 127;
/** No directory and no tile is larger as stored, in bytes. */
const largestPiece = largestTile;
/** Directories that are kept at hand; each usually holds some 4,000 entries (0.4 MB). */
const keptDirectories = 40;
/** Packs with more entries are not gone through; their header is believed. */
const mostWalked = 400_000;
/** Directories that lead to one another would be gone through without end. */
const mostDirectories = 5_000;

const parts = {
  header: text('文件头', 'header'), root: text('根目录', 'root directory'), directory: text('目录', 'directory'), tile: text('瓦片数据', 'tile data'), metadata: text('说明', 'metadata'),
} satisfies Record<string, Text>;

const cutShort = text('文件不完整，后面的瓦片缺失，缺的地方会显示为空白或放大的粗图；建议重新拷贝或下载。', 'The file is not whole: its last tiles are missing and are drawn from coarser ones or left blank. Copy or download it again.');

/** One tile that cannot be read, in a pack that is sound otherwise. */
class BrokenTile extends Error {}

/** Inflates what the header says is compressed. */
const decompressor = (path: string, broken: () => Error, check: (bytes: Uint8Array) => void = () => undefined): DecompressFunc => (stored, compression) => {
  const bytes = new Uint8Array(stored);
  const run = () => {
    if (compression === Compression.Gzip) return inflate.gzip(bytes);
    if (compression === Compression.Brotli) return inflate.brotli(bytes);
    if (compression === Compression.Zstd) {
      if (!canInflateZstd) throw refusePack.noZstd(path);
      return inflate.zstd(bytes);
    }
    if (compression === Compression.None || compression === Compression.Unknown) return bytes;
    throw refusePack.compression(path, compression);
  };
  try {
    const made = run();
    check(made);
    // What zlib gives may be a part of a larger piece of memory; the library wants all of one.
    const own = made.byteLength === made.buffer.byteLength ? made : new Uint8Array(made);
    return Promise.resolve(own.buffer as ArrayBuffer);
  } catch (error) {
    return Promise.reject(error instanceof FailureError ? error : broken());
  }
};

/** Throws when a directory says that it has more entries than its bytes can hold (each takes four): the library would believe it. */
function checkDirectory(bytes: Uint8Array): void {
  let count = 0;
  let at = 0;
  for (let scale = 1; ; scale *= 128, at += 1) {
    const byte = bytes[at];
    if (byte === undefined || at > 7) throw new Error('No count of entries.');
    count += (byte & 0x7f) * scale;
    if (byte < 0x80) break;
  }
  if (count * 4 > bytes.length - at - 1) throw new Error('More entries than bytes.');
}

/** A file as the library reads it, some bytes at a time. `tilesAt` is where its tiles begin. */
function sourceOf(file: number, path: string, size: number, tilesAt: number): Source {
  const cut = (offset: number) => Promise.reject(offset >= tilesAt ? new BrokenTile() : refusePack.cut(path, parts.directory));
  return {
    getKey: () => path,
    getBytes(offset, length) {
      const isStart = offset === 0;
      const wanted = isStart ? Math.min(length, size) : length;
      if (!Number.isSafeInteger(offset) || !Number.isSafeInteger(wanted) || wanted < 0 || wanted > largestPiece || offset + wanted > size) return cut(offset);
      const bytes = new Uint8Array(wanted);
      let done = 0;
      while (done < wanted) {
        const read = readSync(file, bytes, done, wanted - done, offset + done);
        if (read === 0) return cut(offset);
        done += read;
      }
      return Promise.resolve({ data: bytes.buffer });
    },
  };
}

/** Refuses what is no whole PMTiles of version 3, before the library sees it. */
function checkHeader(first: Uint8Array, path: string, size: number): void {
  const version = first[7] ?? 0;
  if (first[0] === 0x50 && first[1] === 0x4d && (first[2] !== 0x54 || version < 3)) throw refusePack.oldPmtiles(path, first[2] === 0x54 ? version : first[2] ?? 1);
  if (version > 3) throw refusePack.newPmtiles(path, version);
  if (first.length < headerBytes) throw refusePack.cut(path, parts.header);
  const view = new DataView(first.buffer, first.byteOffset, first.byteLength);
  const numberAt = (at: number) => Number(view.getBigUint64(at, true));
  const sections: readonly (readonly [number, Text])[] = [[8, parts.root], [24, parts.metadata], [40, parts.directory], [56, parts.tile]];
  for (const [at, part] of sections) {
    const [offset, length] = [numberAt(at), numberAt(at + 8)];
    // A file that breaks off within its tiles still has those before; they are served, and the sample tells.
    if (part !== parts.tile && offset + length > size) throw refusePack.cut(path, part);
  }
  if (numberAt(16) === 0 || numberAt(8) < headerBytes || numberAt(8) + numberAt(16) > firstBytes) throw refusePack.damaged(path, parts.root);
}

const zoomsOf = ({ minZoom, maxZoom }: Header) => ({ from: Math.min(minZoom, deepestLevel), to: Math.min(maxZoom, deepestLevel) });

/** Opens a PMTiles archive of version 3 and reads its root directory. */
export async function openPmtiles(path: string): Promise<PackReader> {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    const first = new Uint8Array(Math.min(firstBytes, size));
    readSync(file, first, 0, first.length, 0);
    checkHeader(first, path, size);
    const source = sourceOf(file, path, size, Number(new DataView(first.buffer).getBigUint64(56, true)));
    const cache = new SharedPromiseCache(keptDirectories, false, decompressor(path, () => refusePack.damaged(path, parts.directory), checkDirectory));
    const archive = new PMTiles(source, cache, decompressor(path, () => new BrokenTile()));
    const header = await archive.getHeader();
    // 1 is vector tiles; 0 may be anything, and is told by its bytes; above 5 is nothing that a map here draws.
    if (header.tileType > 5) throw refusePack.otherTiles(path);
    if (header.tileCompression === Compression.Zstd && !canInflateZstd) throw refusePack.noZstd(path);
    const sayings = await metadataOf(archive, header);
    return readerOf({ file, path, size, source, cache, archive, header, sayings });
  } catch (error) {
    closeSync(file);
    throw error;
  }
}

/** A pack whose metadata is damaged is a pack without words. */
async function metadataOf(archive: PMTiles, header: Header): Promise<PackSayings> {
  const { minLon: west, minLat: south, maxLon: east, maxLat: north } = header;
  const said = header.jsonMetadataLength === 0 ? {} : await archive.getMetadata().catch(() => ({}));
  const sayings = said && typeof said === 'object' ? sayingsOf({ ...said, bounds: [west, south, east, north] }) : noSayings;
  // The format itself counts from the north; a word inherited from MBTiles says nothing here.
  const { scheme: _scheme, ...rest } = sayings;
  return rest;
}

interface Opened { readonly file: number; readonly path: string; readonly size: number; readonly source: Source; readonly cache: SharedPromiseCache; readonly archive: PMTiles; readonly header: Header; readonly sayings: PackSayings }

function readerOf({ file, path, size, source, cache, archive, header, sayings }: Opened): PackReader {
  const directory = (offset: number, length: number) => cache.getDirectory(source, offset, length, header);

  /** Calls with every entry of tiles in order, until it answers false. */
  async function walk(visit: (entry: Entry) => boolean, from = 0): Promise<void> {
    let visited = 0;
    const go = async (offset: number, length: number, depth: number): Promise<boolean> => {
      if (depth > 3 || ++visited > mostDirectories) throw refusePack.damaged(path, parts.directory);
      const entries = await directory(offset, length);
      let last = -1;
      for (const [at, entry] of entries.entries()) {
        if (!(entry.tileId > last)) throw refusePack.damaged(path, parts.directory);
        last = entry.tileId;
        const next = entries[at + 1];
        if (entry.runLength === 0) {
          if (next && next.tileId <= from) continue;
          if (!(await go(header.leafDirectoryOffset + entry.offset, entry.length, depth + 1))) return false;
        } else if (entry.tileId + entry.runLength > from && !visit(entry)) return false;
      }
      return true;
    };
    await go(header.rootDirectoryOffset, header.rootDirectoryLength, 0);
  }

  /** The levels as the entries have them, where these are few enough to go through; and how many tiles they address. */
  let walked: Promise<{ ranges: LevelRange[]; tiles: number } | undefined> | undefined;
  const isWalkable = header.numTileEntries > 0 && header.numTileEntries <= mostWalked;
  const gone = () => (walked ??= isWalkable ? (async () => {
    const found = new Map<number, { level: number; minColumn: number; maxColumn: number; minRow: number; maxRow: number }>();
    let [seen, tiles] = [0, 0];
    await walk(({ tileId, runLength }) => {
      tiles += runLength;
      // A long run is one picture over a square of the sea; its ends say enough.
      for (const id of runLength === 1 ? [tileId] : [tileId, tileId + runLength - 1]) {
        const [level, column, row] = tileIdToZxy(id);
        const range = found.get(level);
        if (!range) found.set(level, { level, minColumn: column, maxColumn: column, minRow: row, maxRow: row });
        else {
          range.minColumn = Math.min(range.minColumn, column); range.maxColumn = Math.max(range.maxColumn, column);
          range.minRow = Math.min(range.minRow, row); range.maxRow = Math.max(range.maxRow, row);
        }
      }
      return ++seen < mostWalked;
    });
    return { ranges: [...found.values()], tiles };
  })() : Promise.resolve(undefined));

  return {
    source: { path, container: 'pmtiles', bytes: size }, bytes: size, sayings, schemes: ['xyz'], isOrderOpen: false, remarks: size < header.tileDataOffset + (header.tileDataLength ?? 0) ? [cutShort] : [],
    async levels() {
      const known = await gone();
      if (known) return known.ranges;
      const { from, to } = zoomsOf(header);
      const [west, south, east, north] = sayings.bounds ?? [-180, -85, 180, 85];
      const ranges: LevelRange[] = [];
      for (let level = from; level <= to; level += 1) {
        const [first, last] = [tileAt(level, west, north), tileAt(level, east - 1e-9, south + 1e-9)];
        ranges.push({ level, minColumn: first.x, maxColumn: last.x, minRow: first.y, maxRow: last.y });
      }
      return ranges;
    },
    count: async () => header.numAddressedTiles || ((await gone())?.tiles ?? null),
    async near({ level, column, row }) {
      if (!isOnGrid({ z: level, x: column, y: row })) return undefined;
      const wanted = zxyToTileId(level, column, row);
      const [start, end] = [zxyToTileId(level, 0, 0), zxyToTileId(level + 1, 0, 0)];
      let found: number | undefined;
      for (const from of [wanted, start]) {
        await walk((entry) => { found = Math.max(from, entry.tileId); return false; }, from);
        if (found !== undefined && found < end) break;
        found = undefined;
      }
      if (found === undefined) return undefined;
      const [, x, y] = tileIdToZxy(found);
      return { level, column: x, row: y };
    },
    async tile({ level, column, row }) {
      if (level > deepestLevel || !isOnGrid({ z: level, x: column, y: row })) return undefined;
      const found = await archive.getZxyAttempt(level, column, row).catch((error: unknown) => {
        if (error instanceof BrokenTile) return undefined;
        throw error;
      });
      return found && found.data.byteLength <= 4 * largestTile ? new Uint8Array(found.data) : undefined;
    },
    close: () => closeSync(file),
  };
}

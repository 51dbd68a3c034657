import * as zlib from 'node:zlib';
import type { TileFormat } from '../../../data/schema/map-pack.js';
import { readHeader } from '../media/picture-header.js';

/** Larger tiles are none, in bytes: as stored, and inflated. */
export const largestTile = 8 * 2 ** 20;
const largestInflated = 32 * 2 ** 20;

export const tileTypes: Readonly<Record<TileFormat, string>> = {
  png: 'image/png', jpeg: 'image/jpeg', webp: 'image/webp', avif: 'image/avif', gif: 'image/gif', mvt: 'application/x-protobuf',
};

const asBuffer = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const isGzip = (bytes: Uint8Array) => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** True when bytes are layers of a Mapbox vector tile (specification 2.1): nothing but fields 3 with a length, up to the end. */
function isLayers(bytes: Uint8Array): boolean {
  let at = 0;
  while (at < bytes.length) {
    if (bytes[at] !== 0x1a) return false;
    let length = 0;
    let shift = 0;
    for (at += 1; ; at += 1, shift += 7) {
      const byte = bytes[at];
      if (byte === undefined || shift > 28) return false;
      length += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) break;
    }
    at += 1 + length;
  }
  return at === bytes.length && bytes.length > 0;
}

/** What the bytes of a tile are, whatever their name; nothing when they are none of the known formats. */
export function formatOf(bytes: Uint8Array): TileFormat | undefined {
  const buffer = asBuffer(bytes);
  if (bytes[0] === 0x89 && buffer.toString('latin1', 1, 4) === 'PNG') return 'png';
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg';
  if (buffer.toString('latin1', 0, 4) === 'GIF8') return 'gif';
  if (buffer.toString('latin1', 0, 4) === 'RIFF' && buffer.toString('latin1', 8, 12) === 'WEBP') return 'webp';
  if (buffer.toString('latin1', 4, 8) === 'ftyp' && /^avi[fs]$/.test(buffer.toString('latin1', 8, 12))) return 'avif';
  return isLayers(bytes) ? 'mvt' : undefined;
}

/** Width of a picture tile in pixels; nothing when its header makes no sense. */
export function widthOf(bytes: Uint8Array, format: TileFormat): number | undefined {
  const buffer = asBuffer(bytes);
  if (format === 'gif') return bytes.length >= 10 ? buffer.readUInt16LE(6) : undefined;
  if (format === 'avif') {
    const at = buffer.indexOf('ispe', 0, 'latin1');
    return at > 0 && at + 12 <= buffer.length ? buffer.readUInt32BE(at + 8) : undefined;
  }
  return readHeader(buffer)?.width;
}

/** True when a picture has its end: a download that was cut short has none. */
export function isWhole(bytes: Uint8Array, format: TileFormat): boolean {
  const buffer = asBuffer(bytes);
  if (format === 'png') return buffer.lastIndexOf('IEND', undefined, 'latin1') > 0;
  if (format === 'jpeg') return buffer.lastIndexOf(Buffer.from([0xff, 0xd9])) > 0;
  if (format === 'webp') return buffer.length >= 12 && buffer.readUInt32LE(4) + 8 <= buffer.length;
  return true;
}

type Inflate = (bytes: Uint8Array, options: { maxOutputLength: number }) => Buffer;
/** There in Node from 22.15 on. */
const inflateZstd = (zlib as { zstdDecompressSync?: Inflate }).zstdDecompressSync;
export const canInflateZstd = inflateZstd !== undefined;
export const inflate = {
  gzip: (bytes: Uint8Array): Uint8Array => zlib.gunzipSync(bytes, { maxOutputLength: largestInflated }),
  brotli: (bytes: Uint8Array): Uint8Array => zlib.brotliDecompressSync(bytes, { maxOutputLength: largestInflated }),
  zstd: (bytes: Uint8Array): Uint8Array => (inflateZstd as Inflate)(bytes, { maxOutputLength: largestInflated }),
};

/** A tile as it is shown: features are inflated. Nothing when the bytes are no tile. */
export function readTile(stored: Uint8Array): { readonly bytes: Uint8Array; readonly format: TileFormat } | undefined {
  let bytes = stored;
  if (isGzip(stored)) {
    try { bytes = inflate.gzip(stored); } catch { return undefined; }
    // Features may be none: that is a sound tile, unlike one that is missing.
    if (bytes.length === 0) return { bytes, format: 'mvt' };
  }
  const format = formatOf(bytes);
  return format && { bytes, format };
}

import { deflateSync } from 'node:zlib';
import { jpegOf, webpOf } from '../../electron/services/media/codecs.js';
import type { Pixels } from '../../electron/services/media/pixels.js';

/** Words that a camera put into a photo, and that nobody outside may ever read. */
export const cameraCanary = 'CANARY-CAMERA';

type Colour = readonly [number, number, number, number?];
export const red: Colour = [220, 30, 30];
export const green: Colour = [30, 180, 40];
export const blue: Colour = [30, 40, 220];
export const grey: Colour = [128, 128, 128];

/** A picture in grey whose upper left quarter is red, upper right green and lower left blue: which way is up can be told. */
export function paintedPixels(width: number, height: number, corner: Colour = grey): Pixels {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [r, g, b, a] = y < height / 2 ? (x < width / 2 ? red : green) : x < width / 2 ? blue : corner;
      data.set([r, g, b, a ?? 255], (y * width + x) * 4);
    }
  }
  return { data, width, height };
}

const u16 = (value: number) => Buffer.from([value >> 8, value & 255]);
const u32 = (value: number) => { const bytes = Buffer.alloc(4); bytes.writeUInt32BE(value); return bytes; };
const ascii = (words: string) => Buffer.from(`${words}\0`, 'latin1');

/** An entry of a TIFF directory; values of more than four bytes go behind the directory. */
interface Entry { readonly tag: number; readonly type: number; readonly count: number; readonly value: Buffer }
const short = (tag: number, value: number): Entry => ({ tag, type: 3, count: 1, value: Buffer.concat([u16(value), u16(0)]) });
const long = (tag: number, value: number): Entry => ({ tag, type: 4, count: 1, value: u32(value) });
const words = (tag: number, text: string): Entry => ({ tag, type: 2, count: text.length + 1, value: ascii(text) });
const degrees = (tag: number, value: number): Entry => ({ tag, type: 5, count: 3, value: Buffer.concat([u32(Math.round(value * 1e6)), u32(1e6), u32(0), u32(1), u32(0), u32(1)]) });

function directory(entries: readonly Entry[], at: number): Buffer {
  let behind = at + 2 + entries.length * 12 + 4;
  const heads: Buffer[] = [];
  const values: Buffer[] = [];
  for (const { tag, type, count, value } of entries) {
    const isInline = value.length <= 4;
    heads.push(Buffer.concat([u16(tag), u16(type), u32(count), isInline ? Buffer.concat([value, Buffer.alloc(4 - value.length)]) : u32(behind)]));
    if (!isInline) { values.push(value); behind += value.length; }
  }
  return Buffer.concat([u16(entries.length), ...heads, u32(0), ...values]);
}

export interface CameraNotes { readonly orientation?: number; readonly lng?: number; readonly lat?: number; readonly takenAt?: string }

/** A TIFF block as cameras write it (CIPA DC-008), most significant byte first. */
export function exifBlock({ orientation = 1, lng = 119.93, lat = 29.83, takenAt = '2024:03:08 10:11:12' }: CameraNotes = {}): Buffer {
  const first = (exifAt: number, gpsAt: number) => directory([words(0x010f, cameraCanary), short(0x0112, orientation), long(0x8769, exifAt), long(0x8825, gpsAt)], 8);
  const exifAt = 8 + first(0, 0).length;
  const exif = directory([words(0x9003, takenAt)], exifAt);
  const gpsAt = exifAt + exif.length;
  const gps = directory([words(1, lat < 0 ? 'S' : 'N'), degrees(2, Math.abs(lat)), words(3, lng < 0 ? 'W' : 'E'), degrees(4, Math.abs(lng))], gpsAt);
  return Buffer.concat([Buffer.from('MM\0*', 'latin1'), u32(8), first(exifAt, gpsAt), exif, gps]);
}

const segment = (marker: number, content: Buffer) => Buffer.concat([Buffer.from([0xff, marker]), u16(content.length + 2), content]);

/** A JPEG as a phone hands it over: EXIF with place, time and maker, an XMP block, a comment. */
export async function phoneJpeg(pixels: Pixels, notes: CameraNotes = {}): Promise<Buffer> {
  const plain = Buffer.from(await jpegOf(pixels, 92));
  return Buffer.concat([
    plain.subarray(0, 2),
    segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), exifBlock(notes)])),
    segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>${cameraCanary}</x:xmpmeta>`, 'latin1')),
    segment(0xfe, Buffer.from(cameraCanary, 'latin1')),
    plain.subarray(2),
  ]);
}

const crcTable = Array.from({ length: 256 }, (_, byte) => { let crc = byte; for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1; return crc >>> 0; });
const crcOf = (bytes: Buffer) => (bytes.reduce((crc, byte) => (crcTable[(crc ^ byte) & 255] as number) ^ (crc >>> 8), 0xffffffff) ^ 0xffffffff) >>> 0;
const chunk = (type: string, content: Buffer) => { const body = Buffer.concat([Buffer.from(type, 'latin1'), content]); return Buffer.concat([u32(content.length), body, u32(crcOf(body))]); };

/** A PNG with alpha, and a camera's notes in it. `claim` is the size that its header states, where it lies about it. */
export function pngOf({ data, width, height }: Pixels, claim: { width: number; height: number } = { width, height }): Buffer {
  const rows = Array.from({ length: height }, (_, y) => Buffer.concat([Buffer.from([0]), Buffer.from(data.buffer, y * width * 4, width * 4)]));
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', Buffer.concat([u32(claim.width), u32(claim.height), Buffer.from([8, 6, 0, 0, 0])])),
    chunk('eXIf', exifBlock()), chunk('tEXt', Buffer.from(`Author\0${cameraCanary}`, 'latin1')), chunk('IDAT', deflateSync(Buffer.concat(rows))), chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A plain WebP. */
export const plainWebp = async (pixels: Pixels) => Buffer.from(await webpOf(pixels, 90));

const box = (type: string, ...content: Buffer[]) => { const all = Buffer.concat(content); return Buffer.concat([u32(all.length + 8), Buffer.from(type, 'latin1'), all]); };

/** The bones of a phone's film held upright: its size, its place and maker in its notes, and bytes that stand for the film itself. */
export function phoneFilm(lng = 119.93, lat = 29.83): Buffer {
  const iso = `+${lat.toFixed(4)}+${lng.toFixed(4)}/`;
  const movieHead = Buffer.alloc(100);
  movieHead.writeUInt32BE(2_082_844_800 + Date.UTC(2024, 2, 8, 2, 11, 12) / 1000, 4);
  const trackHead = Buffer.alloc(84);
  // A quarter turn: a = d = 0, b = 1, c = -1 (16.16).
  trackHead.writeInt32BE(0x10000, 44);
  trackHead.writeInt32BE(-0x10000, 52);
  trackHead.writeUInt32BE(1920 << 16, 76);
  trackHead.writeUInt32BE(1080 << 16, 80);
  return Buffer.concat([
    box('ftyp', Buffer.from('isom\0\0\0\0isomavc1', 'latin1')),
    box('mdat', Buffer.from('the film itself '.repeat(64), 'latin1')),
    box('moov', box('mvhd', movieHead), box('trak', box('tkhd', trackHead), box('udta', Buffer.from(cameraCanary, 'latin1'))),
      box('udta', box('\xa9xyz', u16(iso.length), u16(0x15c7), Buffer.from(iso, 'latin1'))), box('meta', Buffer.from(cameraCanary, 'latin1'))),
  ]);
}

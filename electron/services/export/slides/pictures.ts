import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { encode } from 'uqr';
import { decode, jpegOf, scaled } from '../../media/codecs.js';
import { readHeader } from '../../media/picture-header.js';
import { mostPixels } from '../../media/media-work.js';
import type { Pixels } from '../../media/pixels.js';
import { dotsToInch } from './look.js';
import type { Box } from './pen.js';

const quality = 84;

/** Pictures for slides, as data that pptxgenjs embeds. Whatever a camera wrote into a file stays out: all of them are written anew. */
export interface Pictures {
  /** A photo cut to a box, as a JPEG of no more pixels than a screen shows; null where it is missing or broken. */
  photo(media: string, box: Box): Promise<string | null>;
  /** A map of the deck, cut to a box. */
  map(index: number, box: Box): Promise<string | null>;
  /** How many photos could not be had. */
  readonly missing: number;
}

/** Cuts the middle out of a picture so that it has a box's shape. */
export function covering(pixels: Pixels, aspect: number): Pixels {
  const { width, height, data } = pixels;
  const [w, h] = width / height > aspect ? [Math.max(1, Math.round(height * aspect)), height] : [width, Math.max(1, Math.round(width / aspect))];
  if (w === width && h === height) return pixels;
  const [left, top] = [Math.floor((width - w) / 2), Math.floor((height - h) / 2)];
  const cut = new Uint8ClampedArray(w * h * 4);
  for (let row = 0; row < h; row += 1) cut.set(data.subarray(((top + row) * width + left) * 4, ((top + row) * width + left + w) * 4), row * w * 4);
  return { data: cut, width: w, height: h };
}

async function jpegFor(bytes: Buffer, box: Box): Promise<string | null> {
  const header = readHeader(bytes);
  if (!header || header.special || header.width * header.height > mostPixels) return null;
  const edge = Math.round(Math.max(box.w, box.h) * dotsToInch);
  const shown = await scaled(covering(onPaper(await decode(bytes, header.format)), box.w / box.h), edge);
  return `image/jpeg;base64,${Buffer.from(await jpegOf(shown, quality)).toString('base64')}`;
}

/** Lays what lets something through on the colour of the slides' ground; a JPEG would make it black. */
function onPaper(pixels: Pixels): Pixels {
  const ground = [0xf6, 0xf1, 0xe5] as const;
  for (let at = 0; at < pixels.data.length; at += 4) {
    const alpha = pixels.data[at + 3] as number;
    if (alpha === 255) continue;
    for (let part = 0; part < 3; part += 1) pixels.data[at + part] = ((pixels.data[at + part] as number) * alpha + (ground[part] as number) * (255 - alpha)) / 255;
    pixels.data[at + 3] = 255;
  }
  return pixels;
}

/** Pictures out of the folders of shown media, and maps as they were printed. */
export function openPictures(folders: readonly string[], maps: readonly Uint8Array[]): Pictures {
  const known = new Map<string, Promise<string | null>>();
  let missing = 0;
  const once = (key: string, box: Box, bytes: () => Promise<Buffer | null>) => {
    const name = `${key} ${box.w.toFixed(3)} ${box.h.toFixed(3)}`;
    const found = known.get(name) ?? bytes().then((content) => content && jpegFor(content, box)).catch(() => null).then((made) => { if (made === null && !key.startsWith('map ')) missing += 1; return made; });
    known.set(name, found);
    return found;
  };
  const read = async (media: string) => {
    for (const folder of folders) { const bytes = await readFile(join(folder, media)).catch(() => null); if (bytes) return bytes; }
    return null;
  };
  return {
    photo: (media, box) => once(media, box, () => read(media)),
    map: (index, box) => once(`map ${index}`, box, () => Promise.resolve(maps[index] ? Buffer.from(maps[index]) : null)),
    get missing() { return missing; },
  };
}

/** A code that phones read, holding a text, as a PNG of one bit to a dot. */
export function codePicture(text: string): string {
  const { data, size } = encode(text, { ecc: 'M', border: 2 });
  const scale = 12;
  const side = size * scale;
  const stride = Math.ceil(side / 8);
  const rows = Buffer.alloc(side * (stride + 1));
  for (let y = 0; y < side; y += 1) {
    const line = data[Math.floor(y / scale)]!;
    // White is 1.
    for (let x = 0; x < side; x += 1) if (!line[Math.floor(x / scale)]) rows[y * (stride + 1) + 1 + (x >> 3)]! |= 0x80 >> (x & 7);
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head[8] = 1;
  const png = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), pngPart('IHDR', head), pngPart('IDAT', deflateSync(rows)), pngPart('IEND', Buffer.alloc(0))]);
  return `image/png;base64,${png.toString('base64')}`;
}
function pngPart(kind: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), content]);
  const part = Buffer.alloc(body.length + 8);
  part.writeUInt32BE(content.length, 0);
  body.copy(part, 4);
  part.writeUInt32BE(crc32(body), body.length + 4);
  return part;
}

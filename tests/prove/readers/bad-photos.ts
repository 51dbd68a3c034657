import { exifBlock, paintedPixels, phoneJpeg, plainWebp, pngOf } from '../../builders/pictures.js';
import type { Corpus } from './corpus.js';

const pixels = paintedPixels(64, 48);
const good = () => phoneJpeg(pixels);
/** A phone's photo with something altered after its EXIF mark. */
const withNotes = async (change: (bytes: Buffer, tiff: number) => void) => {
  const bytes = Buffer.from(await good());
  change(bytes, bytes.indexOf('Exif\0\0', 0, 'latin1') + 6);
  return bytes;
};
/** Where the value of a tag of the GPS directory stands, in bytes from the TIFF mark. */
function gpsValue(bytes: Buffer, tiff: number, tag: number): number {
  const first = tiff + bytes.readUInt32BE(tiff + 4);
  for (let entry = 0; entry < bytes.readUInt16BE(first); entry += 1) {
    const at = first + 2 + entry * 12;
    if (bytes.readUInt16BE(at) !== 0x8825) continue;
    const gps = tiff + bytes.readUInt32BE(at + 8);
    for (let inner = 0; inner < bytes.readUInt16BE(gps); inner += 1) if (bytes.readUInt16BE(gps + 2 + inner * 12) === tag) return tiff + bytes.readUInt32BE(gps + 2 + inner * 12 + 8);
  }
  throw new Error('The photo has no such tag.');
}

/** Bad photos: cut, with broken notes, lying about their size. */
export const badPhotos: Corpus = {
  'cut.jpg': async () => { const bytes = await good(); return bytes.subarray(0, bytes.length - 200); },
  'cut-in-notes.jpg': async () => (await good()).subarray(0, 120),
  'signature-alone.jpg': () => Buffer.from([0xff, 0xd8, 0xff]),
  'padding-alone.jpg': () => Buffer.concat([Buffer.from([0xff, 0xd8]), Buffer.alloc(200_000, 0xff)]),
  'segment-of-no-length.jpg': async () => withNotes((bytes, tiff) => bytes.writeUInt16BE(0, tiff - 8)),
  'notes-scrambled.jpg': async () => withNotes((bytes, tiff) => bytes.fill(0xee, tiff, tiff + 60)),
  'notes-in-a-ring.jpg': async () => withNotes((bytes, tiff) => { const first = tiff + bytes.readUInt32BE(tiff + 4); bytes.writeUInt32BE(8, first + 2 + bytes.readUInt16BE(first) * 12); }),
  'notes-count-absurd.jpg': async () => withNotes((bytes, tiff) => bytes.writeUInt32BE(0xffffffff, tiff + 8 + 2 + 4)),
  'notes-offset-absurd.jpg': async () => withNotes((bytes, tiff) => bytes.writeUInt32BE(0xfffffff0, tiff + 4)),
  'place-of-nothing.jpg': async () => withNotes((bytes, tiff) => bytes.fill(0, gpsValue(bytes, tiff, 2), gpsValue(bytes, tiff, 2) + 24)),
  'place-beyond-earth.jpg': async () => withNotes((bytes, tiff) => bytes.writeUInt32BE(400_000_000, gpsValue(bytes, tiff, 4))),
  'place-of-zero.jpg': () => phoneJpeg(pixels, { lng: 0, lat: 0 }),
  'sideways.jpg': () => phoneJpeg(pixels, { orientation: 99 }),
  'clock-never-set.jpg': () => phoneJpeg(pixels, { takenAt: '0000:00:00 00:00:00' }),
  'size-lies.jpg': async () => { const bytes = Buffer.from(await good()); for (let at = 2; at < bytes.length;) { const marker = bytes[at + 1] as number; if (marker === 0xc0 || marker === 0xc2) { bytes.writeUInt16BE(65_500, at + 5); bytes.writeUInt16BE(65_500, at + 7); break; } at += 2 + bytes.readUInt16BE(at + 2); } return bytes; },
  'size-of-nothing.png': () => pngOf(pixels, { width: 0, height: 0 }),
  'size-absurd.png': () => pngOf(pixels, { width: 100_000, height: 100_000 }),
  'chunk-absurd.png': () => { const bytes = Buffer.from(pngOf(pixels)); bytes.writeUInt32BE(0xfffffff0, 33); return bytes; },
  'cut.png': () => pngOf(pixels).subarray(0, 200),
  'cut.webp': async () => (await plainWebp(pixels)).subarray(0, 40),
  'length-absurd.webp': async () => { const bytes = Buffer.from(await plainWebp(pixels)); bytes.writeUInt32LE(0xfffffff0, 4); return bytes; },
  'notes-alone.jpg': () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe1]), Buffer.from([0, 8]), Buffer.from('Exif\0\0', 'latin1'), exifBlock()]),
};

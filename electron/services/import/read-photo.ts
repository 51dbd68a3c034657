import { open, readFile, stat } from 'node:fs/promises';
import type { ReadPhoto } from '../../../data/rules/import/match-photos.js';
import { text } from '../../../data/schema/text.js';
import { headLength, kindOf } from '../media/file-kind.js';
import { readNotes } from '../media/photo-notes.js';
import { readHeader } from '../media/picture-header.js';
import { largestPhotoMb } from '../media/store-media.js';

const notices = {
  cut: text('照片不完整，后半截缺失，可能是传输中断，请重新取得原图。', 'The photo is cut off, perhaps while it was sent; get the original again.'),
  damaged: text('照片损坏，读不出画面，请重新取得原图。', 'The photo is damaged and no picture can be read; get the original again.'),
  large: text(`照片超过 ${largestPhotoMb} MB，请缩小后再试。`, `The photo is over ${largestPhotoMb} MB; make it smaller.`),
  brokenNotes: text('照片里的拍摄信息损坏，没有位置，请按画面选择资产。', 'What the camera noted in the photo is damaged, so there is no place; choose the asset by looking.'),
  noPlace: text('照片里没有位置，只能按文件名找资产。', 'The photo holds no place; only its file name can tell the asset.'),
};

/** The first bytes of a file; nothing when it cannot be read. */
async function headOf(path: string): Promise<Buffer | undefined> {
  const file = await open(path, 'r').catch(() => undefined);
  if (!file) return undefined;
  try {
    const head = Buffer.alloc(headLength);
    return head.subarray(0, (await file.read(head, 0, headLength, 0)).bytesRead);
  } catch {
    return undefined;
  } finally {
    await file.close();
  }
}

/** True when the picture's end is there: a JPEG's end mark after its data, a PNG's last chunk, a WebP's stated length. */
function isWhole(bytes: Buffer, format: 'jpeg' | 'png' | 'webp'): boolean {
  if (format === 'png') return bytes.lastIndexOf('IEND', undefined, 'latin1') > 0;
  if (format === 'webp') return bytes.readUInt32LE(4) + 8 <= bytes.length;
  // The end mark of a thumbnail lies in the header, before the scan.
  const scan = firstScan(bytes);
  return scan > 0 && bytes.lastIndexOf(Buffer.from([0xff, 0xd9])) > scan;
}

/** Where a JPEG's first scan begins (ITU-T T.81, annex B), past the segments that may hold a thumbnail; 0 when there is none. */
function firstScan(bytes: Buffer): number {
  for (let at = 2; at + 4 <= bytes.length;) {
    if (bytes[at] !== 0xff) return 0;
    const marker = bytes[at + 1] as number;
    if (marker === 0xda) return at;
    if (marker === 0xff) at += 1;
    else at += 2 + bytes.readUInt16BE(at + 2);
  }
  return 0;
}

/** True when the camera's block of notes is there, whatever can be read of it. */
const hasNotes = (bytes: Buffer) => bytes.indexOf('Exif\0\0', 0, 'latin1') >= 0 && bytes.indexOf('Exif\0\0', 0, 'latin1') < 65_536;

/**
 * Reads where and when a photo was taken; nothing for a file that is no JPEG, PNG or WebP. A photo that is cut off, damaged or
 * without a place is told in its notice and never an error.
 */
export async function readPhoto(path: string): Promise<ReadPhoto | undefined> {
  const head = await headOf(path);
  const kind = head ? kindOf(head, '') : undefined;
  if (kind?.kind !== 'photo') return undefined;
  const { size } = await stat(path);
  const format = kind.ending === 'jpg' ? 'jpeg' : kind.ending;
  if (size > largestPhotoMb * 2 ** 20) return { format, usable: false, notice: notices.large };
  try {
    const bytes = await readFile(path);
    const header = readHeader(bytes);
    if (!isWhole(bytes, format)) return { format, usable: false, notice: notices.cut };
    if (!header) return { format, usable: false, notice: notices.damaged };
    const { takenAt, location } = await notesOf(bytes, header.notes, format);
    const notice = location ? undefined : format === 'jpeg' && !takenAt && hasNotes(bytes) ? notices.brokenNotes : notices.noPlace;
    return { format, usable: true, ...(takenAt ? { takenAt } : {}), ...(location ? { location } : {}), ...(notice ? { notice } : {}) };
  } catch {
    return { format, usable: false, notice: notices.damaged };
  }
}

async function notesOf(bytes: Buffer, block: Uint8Array | undefined, format: 'jpeg' | 'png' | 'webp') {
  const notes = format === 'jpeg' ? bytes : block;
  return notes ? readNotes(notes) : { takenAt: undefined, location: undefined };
}

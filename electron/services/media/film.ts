import type { Location } from '../../../data/schema/common.js';
import type { ByteSource } from './media-folder.js';

export interface FilmFacts {
  /** As it is shown, in pixels. */
  readonly width?: number;
  readonly height?: number;
  /** 2024-03-08T10:11:12, UTC as films state it. */
  readonly takenAt?: string;
  readonly location?: Location;
}

/** What a phone notes beside the film: titles, place, device. `uuid` boxes carry XMP. */
const noteBoxes = new Set(['udta', 'meta', 'uuid']);
const containers = new Set(['moov', 'trak', 'mdia', 'minf', 'moof', 'traf', 'edts']);
/** A film's table of contents; a real one is far smaller. In bytes. */
const largestTable = 64 * 2 ** 20;
const mostBoxes = 10_000;

interface Box { readonly type: string; readonly start: number; readonly content: number; readonly end: number }

/** The boxes from `start` to `end` (ISO/IEC 14496-12, section 4.2); nothing when their lengths make no sense. */
function boxesIn(bytes: Buffer, start: number, end: number): Box[] | undefined {
  const boxes: Box[] = [];
  for (let at = start; at + 8 <= end;) {
    const short = bytes.readUInt32BE(at);
    const long = short === 1 && at + 16 <= end;
    const size = long ? Number(bytes.readBigUInt64BE(at + 8)) : short === 0 ? end - at : short;
    const content = at + (long ? 16 : 8);
    // A user-data list may end in four zero bytes.
    if (size < content - at || at + size > end || boxes.length > mostBoxes) return undefined;
    boxes.push({ type: bytes.toString('latin1', at + 4, at + 8), start: at, content, end: at + size });
    at += size;
  }
  return boxes;
}

/** Turns every box of notes into free space of the same length, so that no position in the file moves; answers with what they said. */
function blankNotes(bytes: Buffer, start: number, end: number, notes: Buffer[]): boolean {
  const boxes = boxesIn(bytes, start, end);
  if (!boxes) return false;
  return boxes.every((box) => {
    if (noteBoxes.has(box.type)) {
      notes.push(Buffer.from(bytes.subarray(box.content, box.end)));
      bytes.write('free', box.start + 4, 'latin1');
      bytes.fill(0, box.content, box.end);
      return true;
    }
    return !containers.has(box.type) || blankNotes(bytes, box.content, box.end, notes);
  });
}

/** The size of the first track that has one, turned as the track's matrix says. */
function sizeIn(bytes: Buffer, table: Box): { width: number; height: number } | undefined {
  for (const track of boxesIn(bytes, table.content, table.end)?.filter((box) => box.type === 'trak') ?? []) {
    const head = boxesIn(bytes, track.content, track.end)?.find((box) => box.type === 'tkhd');
    if (!head || head.end - head.content < 84) continue;
    const [width, height] = [bytes.readUInt32BE(head.end - 8) >>> 16, bytes.readUInt32BE(head.end - 4) >>> 16];
    const isTurned = bytes.readInt32BE(head.end - 44) === 0 && bytes.readInt32BE(head.end - 40) !== 0;
    if (width > 0 && height > 0) return isTurned ? { width: height, height: width } : { width, height };
  }
  return undefined;
}

/** Seconds between 1904, from which films count, and 1970. */
const epoch1904 = 2_082_844_800;

function timeIn(bytes: Buffer, table: Box): string | undefined {
  const head = boxesIn(bytes, table.content, table.end)?.find((box) => box.type === 'mvhd');
  if (!head || head.end - head.content < 20) return undefined;
  const seconds = bytes[head.content] === 1 ? Number(bytes.readBigUInt64BE(head.content + 4)) : bytes.readUInt32BE(head.content + 4);
  const at = new Date((seconds - epoch1904) * 1000);
  return seconds > epoch1904 && at.getUTCFullYear() < 2100 ? at.toISOString().slice(0, 19) : undefined;
}

/** A place written as ISO 6709: +30.1234+120.5678/ */
function placeIn(notes: readonly Buffer[]): Location | undefined {
  for (const note of notes) {
    const [, lat, lng] = /([+-]\d{1,2}\.\d{2,8})([+-]\d{1,3}\.\d{2,8})/.exec(note.toString('latin1')) ?? [];
    const place = { lng: Number(lng), lat: Number(lat) };
    if (lat && lng && Math.abs(place.lat) <= 90 && Math.abs(place.lng) <= 180 && (place.lat !== 0 || place.lng !== 0)) return place;
  }
  return undefined;
}

/**
 * Reads an MP4 or QuickTime film: its facts, and its bytes with every note of place, device and title blanked, of the same
 * length. Nothing when it has no readable table of contents. What lies in tracks (an action camera's own data) is left.
 */
export async function readFilm(source: ByteSource, size: number): Promise<{ facts: FilmFacts; source: ByteSource } | undefined> {
  const patches: { readonly start: number; readonly bytes: Buffer }[] = [];
  const notes: Buffer[] = [];
  let facts: FilmFacts | undefined;
  for (let at = 0, count = 0; at + 8 <= size; count += 1) {
    const head = Buffer.from(await source.read(at, 16));
    const short = head.readUInt32BE(0);
    const length = short === 1 && head.length === 16 ? Number(head.readBigUInt64BE(8)) : short === 0 ? size - at : short;
    const type = head.toString('latin1', 4, 8);
    if (length < 8 || at + length > size || count > mostBoxes) return undefined;
    if (noteBoxes.has(type) || type === 'moov' || type === 'moof') {
      if (length > largestTable) return undefined;
      const bytes = Buffer.from(await source.read(at, length));
      const [table] = boxesIn(bytes, 0, bytes.length) ?? [];
      if (!table) return undefined;
      if (type === 'moov') facts = { ...sizeIn(bytes, table), ...withTime(timeIn(bytes, table)) };
      if (!blankNotes(bytes, 0, bytes.length, notes)) return undefined;
      patches.push({ start: at, bytes });
    }
    at += length;
  }
  if (!facts) return undefined;
  const location = placeIn(notes);
  return { facts: { ...facts, ...(location ? { location } : {}) }, source: patched(source, patches) };
}

const withTime = (takenAt: string | undefined) => (takenAt ? { takenAt } : {});

/** A source in which stretches are replaced by others of the same length. */
function patched(source: ByteSource, patches: readonly { readonly start: number; readonly bytes: Buffer }[]): ByteSource {
  return {
    async read(position, length) {
      const bytes = Buffer.from(await source.read(position, length));
      for (const patch of patches) {
        const from = Math.max(position, patch.start);
        const to = Math.min(position + bytes.length, patch.start + patch.bytes.length);
        if (from < to) patch.bytes.copy(bytes, from - position, from - patch.start, to - patch.start);
      }
      return bytes;
    },
  };
}

/** What a picture says of itself before it is decoded. */
export interface PictureHeader {
  readonly format: 'jpeg' | 'png' | 'webp';
  readonly width: number;
  readonly height: number;
  /** The camera's notes (a TIFF block), where the format keeps them apart. */
  readonly notes?: Uint8Array;
  /** A JPEG's colour profile: its segments as they stand. Without it a phone's wide colours look dull. */
  readonly profile: readonly Uint8Array[];
  /** Whole, but of a kind that is not decoded here: four printing colours, or several pictures in motion. */
  readonly special?: 'print' | 'moving';
}

/** Longer colour profiles are none. In bytes. */
const largestProfile = 256 * 1024;
const sized = new Set([0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf]);

/** Goes from marker to marker (ITU-T T.81, annex B) up to the frame header. */
function jpegHeader(bytes: Buffer): PictureHeader | undefined {
  const profile: Uint8Array[] = [];
  let profileBytes = 0;
  for (let at = 2; at + 9 < bytes.length;) {
    if (bytes[at] !== 0xff) { at += 1; continue; }
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff || marker === 0x00 || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) { at += marker === 0xff ? 1 : 2; continue; }
    const length = bytes.readUInt16BE(at + 2);
    if (length < 2) return undefined;
    if (sized.has(marker)) {
      const size = { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
      return { format: 'jpeg', ...size, profile: profileBytes <= largestProfile ? profile : [], ...(bytes[at + 9] === 4 ? { special: 'print' } : {}) };
    }
    if (marker === 0xe2 && bytes.toString('latin1', at + 4, at + 16) === 'ICC_PROFILE\0') {
      profile.push(bytes.subarray(at, at + 2 + length));
      profileBytes += length;
    }
    if (marker === 0xd9 || marker === 0xda) return undefined;
    at += 2 + length;
  }
  return undefined;
}

function pngHeader(bytes: Buffer): PictureHeader | undefined {
  if (bytes.length < 33 || bytes.toString('latin1', 12, 16) !== 'IHDR') return undefined;
  let notes: Uint8Array | undefined;
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = bytes.readUInt32BE(at);
    if (at + 12 + length > bytes.length) break;
    if (bytes.toString('latin1', at + 4, at + 8) === 'eXIf') notes = bytes.subarray(at + 8, at + 8 + length);
    at += 12 + length;
  }
  return { format: 'png', width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20), profile: [], ...(notes ? { notes } : {}) };
}

/** WebP container, RFC 9649. */
function webpHeader(bytes: Buffer): PictureHeader | undefined {
  let size: { width: number; height: number } | undefined;
  let isMoving = false;
  let notes: Uint8Array | undefined;
  for (let at = 12; at + 8 <= bytes.length;) {
    const type = bytes.toString('latin1', at, at + 4);
    const length = bytes.readUInt32LE(at + 4);
    const start = at + 8;
    if (type === 'ANIM') isMoving = true;
    if (type === 'VP8X' && start + 10 <= bytes.length) size ??= { width: bytes.readUIntLE(start + 4, 3) + 1, height: bytes.readUIntLE(start + 7, 3) + 1 };
    if (type === 'VP8 ' && start + 10 <= bytes.length) size ??= { width: bytes.readUInt16LE(start + 6) & 0x3fff, height: bytes.readUInt16LE(start + 8) & 0x3fff };
    if (type === 'VP8L' && start + 5 <= bytes.length) {
      const bits = bytes.readUInt32LE(start + 1);
      size ??= { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    if (type === 'EXIF') {
      const block = bytes.subarray(start, start + length);
      notes = block.toString('latin1', 0, 6) === 'Exif\0\0' ? block.subarray(6) : block;
    }
    at = start + length + (length % 2);
  }
  return size ? { format: 'webp', ...size, profile: [], ...(notes ? { notes } : {}), ...(isMoving ? { special: 'moving' } : {}) } : undefined;
}

/** Reads a JPEG's, PNG's or WebP's size and notes without decoding it; nothing when the header makes no sense. */
export function readHeader(bytes: Buffer): PictureHeader | undefined {
  const read = bytes[0] === 0xff && bytes[1] === 0xd8 ? jpegHeader : bytes[0] === 0x89 ? pngHeader : bytes.toString('latin1', 0, 4) === 'RIFF' ? webpHeader : undefined;
  const header = read?.(bytes);
  return header && header.width > 0 && header.height > 0 ? header : undefined;
}

/** A freshly written JPEG with a colour profile put in behind its first segment. */
export function withProfile(jpeg: Uint8Array, profile: readonly Uint8Array[]): Uint8Array {
  if (profile.length === 0) return jpeg;
  const bytes = Buffer.from(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength);
  const cut = bytes[3] === 0xe0 ? 4 + bytes.readUInt16BE(4) : 2;
  return Buffer.concat([bytes.subarray(0, cut), ...profile, bytes.subarray(cut)]);
}

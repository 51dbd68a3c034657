import { decode, jpegOf, scaled, webpOf } from './codecs.js';
import { mostPixels, shownEdge, thumbnailEdge, type PictureAnswer, type PictureTask } from './media-work.js';
import { readNotes } from './photo-notes.js';
import { readHeader, withProfile } from './picture-header.js';
import { isOpaque, stanceOf, stood } from './pixels.js';

/** Good enough that nobody sees a difference on a projector, at about half a megabyte. */
const shownQuality = 82;
const thumbnailQuality = 76;

/**
 * Makes the picture that is shown and its thumbnail from a JPEG, PNG or WebP: upright, turned as wanted, scaled, without anything
 * that the camera noted. The size is looked at before a pixel is decoded. Writes JPEG, or WebP where something shows through.
 */
export async function pictureOf(bytes: Buffer, { quarterTurns, want }: Pick<PictureTask, 'quarterTurns' | 'want'>): Promise<PictureAnswer> {
  const header = readHeader(bytes);
  if (!header) return { kind: 'broken' };
  const { width, height, format } = header;
  if (width * height > mostPixels) return { kind: 'too-many-pixels', megapixels: (width * height) / 1e6 };
  if (header.special) return { kind: 'special', special: header.special };
  const notes = format === 'jpeg' ? await readNotes(bytes) : header.notes ? await readNotes(header.notes) : { orientation: 1 };
  const { mirrored, turns } = stanceOf(notes.orientation);
  const decoded = await decode(bytes, format);
  const upright = stood(await scaled(decoded, want === 'all' ? shownEdge : thumbnailEdge), { mirrored, turns: turns + quarterTurns });
  const thumbnail = await webpOf(await scaled(upright, thumbnailEdge), thumbnailQuality);
  const { orientation: _orientation, ...facts } = notes;
  if (want === 'thumbnail') return { kind: 'made', picture: { thumbnail, ...facts } };
  const opaque = format === 'jpeg' || isOpaque(upright);
  const shown = opaque
    ? { bytes: withProfile(await jpegOf(upright, shownQuality), header.profile), ending: 'jpg' as const }
    : { bytes: await webpOf(upright, shownQuality), ending: 'webp' as const };
  return { kind: 'made', picture: { shown: { ...shown, width: upright.width, height: upright.height }, thumbnail, ...facts } };
}

import type { WebPhoto } from '../../../data/rules/web/web-content.js';
import type { PublicAsset } from '../../../data/rules/projection.js';
import { text } from '../../../data/schema/text.js';
import { throwIfCancelled } from '../export/finished-file.js';
import type { PictureThread } from './picture-thread.js';
import type { ZipEntry } from './zip-file.js';

/** So many photos of an asset at most; who looks on a phone swipes no further. */
const mostOfAsset = 6;
/** What all large pictures may take together, in bytes, so that a hundred assets stay below 15 MB with map, letters and small pictures. */
const roomForAll = 6_800_000;
/** With more pictures than this none would be worth looking at: then each asset shows fewer. */
const mostInAll = 280;
const smallest = 24_000;
/** Bytes that a pixel of a photo usually takes at a good quality. */
const usualBytes = 0.11;
const edges = [1600, 1280, 1080, 900, 760, 640] as const;

/** How large pictures may be when so many of them share the room: their longest edge in pixels, and bytes. */
export function pictureAllowance(count: number): { readonly edge: number; readonly bytes: number } {
  const bytes = Math.max(smallest, Math.min(260_000, Math.floor(roomForAll / Math.max(1, count))));
  // A picture of 3 : 2.
  const edge = edges.find((wanted) => (wanted * wanted * usualBytes) / 1.5 <= bytes * 1.15) ?? edges.at(-1)!;
  return { edge, bytes };
}

export interface PagePhotos { readonly photosOf: (asset: PublicAsset) => readonly WebPhoto[]; readonly thumbnailOf: (asset: PublicAsset) => string | null; readonly entries: readonly ZipEntry[]; readonly missing: number }
export interface PhotoMeans {
  /** The file of a picture as it is shown, by its id. */
  readonly picture: (id: string) => Promise<string | undefined>;
  readonly thread: PictureThread;
  readonly signal: AbortSignal;
  readonly onStep: (done: number, total: number) => void;
}

const nameOf = (id: string, size: '' | '-small' = '') => `photos/${id.slice(0, 16)}${size}.webp`;

/** Makes the pictures of a page's assets, each once, however many assets show it. They are written anew and hold nothing of what a camera noted. */
export async function pagePhotos(assets: readonly PublicAsset[], { picture, thread, signal, onStep }: PhotoMeans): Promise<PagePhotos> {
  const countWith = (most: number) => new Set(assets.flatMap((asset) => asset.photos.slice(0, most).map(({ id }) => id))).size;
  let most = mostOfAsset;
  while (most > 1 && countWith(most) > mostInAll) most -= 1;
  const shown = (asset: PublicAsset) => asset.photos.slice(0, most);
  const covers = new Set(assets.flatMap((asset) => shown(asset)[0]?.id ?? []));
  const ids = [...new Set(assets.flatMap((asset) => shown(asset).map(({ id }) => id)))];
  const allowance = pictureAllowance(ids.length);
  const entries: ZipEntry[] = [];
  const sizes = new Map<string, { readonly width: number; readonly height: number }>();
  for (const [done, id] of ids.entries()) {
    throwIfCancelled(signal);
    onStep(done, ids.length);
    const path = await picture(id);
    const made = path === undefined ? null : await thread.make({ kind: 'photo', path, ...allowance, small: covers.has(id) });
    if (!made) continue;
    sizes.set(id, { width: made.width, height: made.height });
    entries.push({ name: nameOf(id), bytes: made.large });
    if (made.small) entries.push({ name: nameOf(id, '-small'), bytes: made.small });
  }
  return {
    entries, missing: ids.length - sizes.size,
    thumbnailOf: (asset) => { const [first] = shown(asset); return first && sizes.has(first.id) ? nameOf(first.id, '-small') : null; },
    photosOf: (asset) => shown(asset).flatMap(({ id, caption }) => {
      const size = sizes.get(id);
      return size ? [{ address: nameOf(id), ...size, caption: text(caption?.zh ?? '', caption?.en ?? '') }] : [];
    }),
  };
}

import type { BookAsset } from '../../data/rules/brochure/book.js';
import { unpackedRing } from '../../data/rules/map/boundary-rings.js';
import { extentOf, unionOf, type Extent } from '../map/extent.js';

/** A locator shows at least so much around its asset, in degrees: some 800 m, enough for the next village or road. */
const around = { lng: 0.0085, lat: 0.0062 };

/** The ground around one asset, with all of its area; null where its place is not known. */
export function extentAround({ place, rings }: Pick<BookAsset, 'place' | 'rings'>): Extent | null {
  if (!place) return null;
  const near: Extent = { west: place.lng - around.lng, east: place.lng + around.lng, south: place.lat - around.lat, north: place.lat + around.lat };
  const corners = rings.flatMap((packed) => { const ring = unpackedRing(packed); return Array.from({ length: ring.length >> 1 }, (_, at) => ({ lng: ring[2 * at]!, lat: ring[2 * at + 1]! })); });
  if (corners.length === 0) return near;
  const [lngs, lats] = [corners.map(({ lng }) => lng), corners.map(({ lat }) => lat)];
  return unionOf(near, { west: Math.min(...lngs), east: Math.max(...lngs), south: Math.min(...lats), north: Math.max(...lats) });
}

/** The ground that holds some assets; null where none of them has a place. */
export const extentOfAssets = (assets: readonly Pick<BookAsset, 'place'>[]): Extent | null => extentOf(assets.flatMap(({ place }) => place ?? []));

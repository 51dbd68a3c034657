import type { BookAsset } from '../../data/rules/brochure/book.js';
import { scaleOf, zoomOfScale } from '../../data/rules/map/paper-scale.js';
import type { PrintView } from '../map/print/print-view.js';
import { latitude, longitude, worldSize, worldX, worldY } from '../map/world.js';

/** The scales of a book's maps: few, so that neighbours are seen alike, and drawn from one another. */
const ladder = [10_000, 15_000, 20_000, 30_000, 40_000, 60_000, 80_000, 100_000, 150_000, 200_000, 300_000, 500_000, 1_000_000];

/** The scale as it is printed: the one of the ladder that it is within a hundredth of, or rounded. */
export const scaleOnLadder = (scale: number) => ladder.find((step) => Math.abs(scale / step - 1) < 0.01) ?? Math.round(scale / 100) * 100;

/**
 * A view at the next scale of the ladder that shows no less, by the same zoom for the whole book: Mercator's scale changes with latitude
 * by less than a thousandth over a township, and one zoom for all lets neighbouring maps share what is drawn.
 */
export function laddered(view: PrintView, { width, height }: { readonly width: number; readonly height: number }, assets: readonly Pick<BookAsset, 'place'>[]): PrintView {
  const lats = assets.flatMap(({ place }) => (place ? [place.lat] : [])).sort((one, other) => one - other);
  const middle = lats[lats.length >> 1] ?? view.lat;
  const step = ladder.find((one) => one >= view.scale * 0.995);
  if (step === undefined) return view;
  const zoom = Math.min(19, zoomOfScale(middle, step));
  const scale = worldSize(zoom);
  const corner = { scale, left: worldX(view.lng) * scale - width / 2, top: worldY(view.lat) * scale - height / 2 };
  return {
    ...view, zoom, scale: scaleOf(view.lat, zoom), view: corner,
    extent: { west: longitude(corner.left / scale), east: longitude((corner.left + width) / scale), north: latitude(corner.top / scale), south: latitude((corner.top + height) / scale) },
  };
}

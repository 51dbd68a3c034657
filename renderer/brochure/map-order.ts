import type { PrintView } from '../map/print/print-view.js';

export type MapPlace = Pick<PrintView, 'zoom' | 'lng' | 'lat'>;
/** Maps are drawn in bands so many degrees high, there and back, so that each lies near the one before. */
const band = 0.012;

/** Of two maps that which is drawn first: zoom by zoom, and within a zoom along the bands. */
export function compareMaps(one: MapPlace, other: MapPlace): number {
  const [row, otherRow] = [Math.floor(one.lat / band), Math.floor(other.lat / band)];
  return one.zoom - other.zoom || row - otherRow || (row % 2 === 0 ? one.lng - other.lng : other.lng - one.lng);
}

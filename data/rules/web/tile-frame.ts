import { extentOf } from '../map/extent.js';

/** A picture of the ground that is cut into tiles of the usual grid (EPSG:3857, 256 CSS pixels, rows from the north). */
export interface TileFrame {
  /** The closest level that is cut; the one above it is cut as well. */
  readonly zoom: number;
  /** Columns and rows at `zoom`: from, and to exclusively. All are even, so that the level above falls on the same edges. */
  readonly columns: readonly [number, number];
  readonly rows: readonly [number, number];
}
interface Place { readonly lng: number; readonly lat: number }

/** CSS pixels of a tile's side; a page on a phone shows each with twice as many dots. */
export const tileSide = 256;
/** The picture has at most so many CSS pixels on a side, which an engine can still draw at twice the density. */
const longestSide = 2560;
const closest = 16;
/** Ground around the outermost assets, as a share of what lies between them; at least so many units of the world (about 700 m). */
const around = 0.14;
const leastAround = 2.0e-5;

const worldX = (lng: number) => lng / 360 + 0.5;
function worldY(lat: number): number {
  const sine = Math.sin((lat * Math.PI) / 180);
  return 0.5 - (0.25 * Math.log((1 + sine) / (1 - sine))) / Math.PI;
}
const longitude = (x: number) => (x - 0.5) * 360;
const latitude = (y: number) => (360 * Math.atan(Math.exp((180 - y * 360) * (Math.PI / 180)))) / Math.PI - 90;

/** The frame that holds all places but slips of the pen, with some ground around them, as close as one picture can show; null for no place. */
export function tileFrame(places: readonly Place[]): TileFrame | null {
  const extent = extentOf(places);
  if (!extent) return null;
  const [left, right, top, bottom] = [worldX(extent.west), worldX(extent.east), worldY(extent.north), worldY(extent.south)];
  const margin = Math.max((right - left) * around, (bottom - top) * around, leastAround);
  for (let zoom = closest; zoom > 1; zoom -= 1) {
    const tiles = 2 ** zoom;
    const even = (from: number, to: number): readonly [number, number] => [Math.max(0, Math.floor((from - margin) * tiles / 2) * 2), Math.min(tiles, Math.ceil((to + margin) * tiles / 2) * 2)];
    const [columns, rows] = [even(left, right), even(top, bottom)];
    if (Math.max(columns[1] - columns[0], rows[1] - rows[0]) * tileSide <= longestSide) return { zoom, columns, rows };
  }
  return null;
}

/** West, south, east and north of a frame, in degrees. */
export function frameExtent({ zoom, columns, rows }: TileFrame): { readonly west: number; readonly south: number; readonly east: number; readonly north: number } {
  const tiles = 2 ** zoom;
  return { west: longitude(columns[0] / tiles), east: longitude(columns[1] / tiles), north: latitude(rows[0] / tiles), south: latitude(rows[1] / tiles) };
}

/** Where a place lies within a frame, in CSS pixels of its closest level from its north-west corner. */
export function placeInFrame({ zoom, columns, rows }: TileFrame, { lng, lat }: Place): { readonly x: number; readonly y: number } {
  const tiles = 2 ** zoom;
  return { x: (worldX(lng) * tiles - columns[0]) * tileSide, y: (worldY(lat) * tiles - rows[0]) * tileSide };
}

/** The address of a tile within the page's folder. */
export const tilePath = (style: 'paper' | 'night', zoom: number, column: number, row: number) => `map/${style}/${zoom}/${column}-${row}.webp`;

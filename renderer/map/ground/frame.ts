import type { MapPack } from '../../../data/schema/map-pack.js';
import type { Extent } from '../extent.js';
import { worldX, worldY } from '../world.js';

/** A picture to be painted: where in the world's unit square (WGS-84) its north-west corner lies, its pixels to the side of that square, its size in pixels, and its pixels to a CSS pixel. */
export interface Frame { readonly x: number; readonly y: number; readonly scale: number; readonly width: number; readonly height: number; readonly ratio: number }

/** A tile of a pack, counted from the north-west. */
export interface TileId { readonly z: number; readonly x: number; readonly y: number }

/** What painting needs to know of a pack. Bounds are of the pack's own datum. */
export type PackGrid = Pick<MapPack, 'minZoom' | 'maxZoom' | 'tileSize' | 'datum' | 'bounds'>;

/** How much a picture may be enlarged before the next level is taken, where there is one: by a quarter, which the eye does not mind. */
const enlargement = 0.3;
/** A pack may be seen from so many levels farther off than its coarsest tiles; beyond that too many would be needed. */
export const farther = 2;

/** The level whose tiles fill a frame crisply; null where even the coarsest are far too fine. `pixels` is a tile's side. */
export function levelFor(scale: number, pixels: number, { minZoom, maxZoom }: Pick<PackGrid, 'minZoom' | 'maxZoom'>): number | null {
  const exact = Math.log2(scale / pixels);
  if (exact < minZoom - farther - 0.6) return null;
  return Math.min(maxZoom, Math.max(minZoom, Math.ceil(exact - enlargement)));
}

export interface TileRange { readonly west: number; readonly north: number; readonly east: number; readonly south: number }

/** Columns and rows of a level that the pack's bounds touch. */
export function rangeOfPack({ bounds: [west, south, east, north] }: Pick<PackGrid, 'bounds'>, level: number): TileRange {
  const count = 2 ** level;
  const index = (place: number) => Math.min(count - 1, Math.max(0, Math.floor(place * count)));
  // A tile that only its neighbour's rim reaches is not there: bounds are written with few digits.
  const slack = 6e-9;
  return { west: index(worldX(west) + slack), north: index(worldY(north) + slack), east: index(worldX(east) - slack), south: index(worldY(south) - slack) };
}

export const isWithin = ({ west, north, east, south }: TileRange, x: number, y: number) => x >= west && x <= east && y >= north && y <= south;

/** The frame of a tile that Leaflet asks for: `size` CSS pixels wide at a whole zoom, painted with `ratio` pixels to each. One pixel more to the east and south leaves no seam. */
export function frameOfTile(tile: TileId, size: number, ratio: number): Frame {
  const world = 256 * 2 ** tile.z;
  const side = Math.ceil(size * ratio - 1e-6) + 1;
  return { x: (tile.x * size) / world, y: (tile.y * size) / world, scale: world * ratio, width: side, height: side, ratio };
}

/** The frame that shows an extent in a picture of some size in pixels, as large as it goes. */
export function frameOfExtent({ west, south, east, north }: Extent, width: number, height: number, ratio: number): Frame {
  const [x0, x1, y0, y1] = [worldX(west), worldX(east), worldY(north), worldY(south)];
  const scale = Math.min(width / Math.max(x1 - x0, 1e-9), height / Math.max(y1 - y0, 1e-9));
  return { x: (x0 + x1) / 2 - width / 2 / scale, y: (y0 + y1) / 2 - height / 2 / scale, scale, width, height, ratio };
}

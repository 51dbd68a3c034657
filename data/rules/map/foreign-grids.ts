import type { Bounds } from './tile-scheme.js';

/** A rectangle of tiles as a pack counts them, by a grid that may be another one than Web Mercator's. */
export interface CountedRange { readonly level: number; readonly minColumn: number; readonly maxColumn: number; readonly minRow: number; readonly maxRow: number }

/** Cut in degrees: level 0 has one tile (as 天地图 counts) or two beside each other, rows from the north or the south. */
function geodeticBounds({ level, minColumn, maxColumn, minRow, maxRow }: CountedRange, columnsAtZero: 1 | 2, isFromSouth: boolean): Bounds {
  const size = 360 / (columnsAtZero * 2 ** level);
  const [north, south] = [90 - minRow * size, 90 - (maxRow + 1) * size];
  return isFromSouth ? [minColumn * size - 180, -north, (maxColumn + 1) * size - 180, -south] : [minColumn * size - 180, south, (maxColumn + 1) * size - 180, north];
}

/** Baidu's plane: metres east and north of 0°, 0°; a tile of level 18 is 256 m wide. Good to some kilometres, which is enough to know it by. */
function baiduBounds({ level, minColumn, maxColumn, minRow, maxRow }: CountedRange): Bounds {
  const size = 256 * 2 ** (18 - level);
  const radius = 6_370_996.81;
  const lng = (column: number) => ((column * size) / radius) * (180 / Math.PI);
  const lat = (row: number) => (Math.atan(Math.sinh((row * size) / radius)) * 180) / Math.PI;
  return [lng(minColumn), lat(minRow), lng(maxColumn + 1), lat(maxRow + 1)];
}

const holdsSome = ([west, south, east, north]: Bounds, places: readonly (readonly [number, number])[], slack: number) => places.some(([lng, lat]) => lng >= west - slack && lng <= east + slack && lat >= south - slack && lat <= north + slack);

/**
 * Which other grid would put a pack's deepest tiles over known places (degrees of WGS-84), when Web Mercator does not. Tiles so
 * large that they would hold them by chance say nothing.
 */
export function foreignGrid(deepest: CountedRange, places: readonly (readonly [number, number])[]): 'geodetic' | 'baidu' | undefined {
  if (deepest.level < 8) return undefined;
  const geodetic = ([1, 2] as const).flatMap((columns) => [false, true].map((isFromSouth) => geodeticBounds(deepest, columns, isFromSouth)));
  if (geodetic.some((bounds) => holdsSome(bounds, places, 0.02))) return 'geodetic';
  return holdsSome(baiduBounds(deepest), places, 0.06) ? 'baidu' : undefined;
}

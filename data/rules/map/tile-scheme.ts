import type { TileScheme } from '../../schema/map-pack.js';

/** A tile of the Web Mercator grid, columns counted from 180° W and rows from the north, both from 0. */
export interface TilePlace { readonly z: number; readonly x: number; readonly y: number }
/** The same tile as a pack counts it. */
export interface StoredPlace { readonly level: number; readonly column: number; readonly row: number }
/** A rectangle of tiles of one level, both ends included. */
export interface TileRange { readonly z: number; readonly minX: number; readonly maxX: number; readonly minY: number; readonly maxY: number }
/** west, south, east, north in degrees. */
export type Bounds = [number, number, number, number];

/** Where the grid ends in the north and the south, in degrees. */
const mostLatitude = 85.0511287798;

/** How a pack of a scheme counts a tile. */
export function toStored(scheme: TileScheme, { z, x, y }: TilePlace): StoredPlace {
  if (scheme === 'tms') return { level: z, column: x, row: 2 ** z - 1 - y };
  if (scheme === 'from-one') return { level: z + 1, column: x + 1, row: y + 1 };
  return { level: z, column: x, row: y };
}

/** The tile that a pack of a scheme means; it may lie outside the grid when the scheme is not the pack's. */
export function fromStored(scheme: TileScheme, { level, column, row }: StoredPlace): TilePlace {
  if (scheme === 'tms') return { z: level, x: column, y: 2 ** level - 1 - row };
  if (scheme === 'from-one') return { z: level - 1, x: column - 1, y: row - 1 };
  return { z: level, x: column, y: row };
}

/** True for a tile that the grid has. */
export const isOnGrid = ({ z, x, y }: TilePlace) => [z, x, y].every((number) => Number.isInteger(number) && number >= 0) && x < 2 ** z && y < 2 ** z;

/** Longitude of a column's western edge, in degrees. */
export const westOf = (z: number, x: number) => (x / 2 ** z) * 360 - 180;
/** Latitude of a row's northern edge, in degrees. */
export const northOf = (z: number, y: number) => (Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / 2 ** z))) * 180) / Math.PI;

/** The tile that holds a place, given in degrees. */
export function tileAt(z: number, lng: number, lat: number): TilePlace {
  const size = 2 ** z;
  const slope = Math.asinh(Math.tan((Math.min(mostLatitude, Math.max(-mostLatitude, lat)) * Math.PI) / 180));
  const within = (number: number) => Math.min(size - 1, Math.max(0, Math.floor(number * size)));
  return { z, x: within((lng + 180) / 360), y: within((1 - slope / Math.PI) / 2) };
}

const rounded = (degrees: number) => Number(degrees.toFixed(6));
/** What a rectangle of tiles covers. */
export const boundsOf = ({ z, minX, maxX, minY, maxY }: TileRange): Bounds => [rounded(westOf(z, minX)), rounded(northOf(z, maxY + 1)), rounded(westOf(z, maxX + 1)), rounded(northOf(z, minY))];

/** The rectangle of tiles of another level that just covers what a rectangle covers. */
function atLevel({ z, minX, maxX, minY, maxY }: TileRange, level: number): TileRange {
  const step = 2 ** (z - level);
  const last = (number: number) => Math.ceil((number + 1) / step) - 1;
  return { z: level, minX: Math.floor(minX / step), maxX: last(maxX), minY: Math.floor(minY / step), maxY: last(maxY) };
}

const sameRange = (one: TileRange, other: TileRange) => one.minX === other.minX && one.maxX === other.maxX && one.minY === other.minY && one.maxY === other.maxY;
const around = (one: Bounds, other: Bounds): Bounds => [Math.min(one[0], other[0]), Math.min(one[1], other[1]), Math.max(one[2], other[2]), Math.max(one[3], other[3])];

/**
 * Where the tiles of several levels lie. A coarse level whose tiles only just cover what a finer one holds says nothing more: one
 * tile of level 5 is as wide as a province. Nothing for no levels.
 */
export function boundsOfLevels(ranges: readonly TileRange[]): Bounds | undefined {
  const [deepest, ...coarser] = ranges.toSorted((one, other) => other.z - one.z);
  if (!deepest) return undefined;
  let bounds = boundsOf(deepest);
  let known = [deepest];
  for (const range of coarser) {
    if (known.some((finer) => sameRange(atLevel(finer, range.z), range))) continue;
    known = [...known, range];
    bounds = around(bounds, boundsOf(range));
  }
  return bounds;
}

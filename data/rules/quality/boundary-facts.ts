import type { Boundary } from '../../schema/common.js';
import { areaOf } from '../geometry/area.js';
import { holds, signedArea } from '../geometry/inside.js';
import { polygonsOf, type Ring } from '../geometry/rings.js';

/** What comparisons need of a boundary, worked out once: its box and area in degrees, and its area in ㎡. */
export interface BoundaryFacts {
  readonly west: number; readonly south: number; readonly east: number; readonly north: number;
  /** Square degrees, for shares only. */
  readonly degrees: number;
  readonly squareMetres: number;
  readonly rings: readonly Ring[];
}

const known = new WeakMap<Boundary, BoundaryFacts>();

const ringDegrees = (ring: Ring) => Math.abs(signedArea(ring)) / 2;

/** The facts of a boundary; boundaries are values, so they hold for as long as it is the same one. */
export function boundaryFacts(boundary: Boundary): BoundaryFacts {
  const found = known.get(boundary);
  if (found) return found;
  const parts = polygonsOf(boundary);
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  let degrees = 0;
  for (const [outer, ...holes] of parts) {
    for (const [lng, lat] of outer ?? []) {
      west = Math.min(west, lng!); east = Math.max(east, lng!); south = Math.min(south, lat!); north = Math.max(north, lat!);
    }
    degrees += ringDegrees(outer ?? []) - holes.reduce((sum, hole) => sum + ringDegrees(hole), 0);
  }
  const facts = { west, south, east, north, degrees, squareMetres: areaOf(boundary), rings: parts.flat() };
  known.set(boundary, facts);
  return facts;
}

/** True inside the outer rings and outside their holes. */
const isWithin = (rings: readonly Ring[], lng: number, lat: number) => rings.reduce((inside, ring) => inside !== holds(ring, lng, lat), false);

/** The common part of two boxes as a share of the smaller boundary: the most that `overlapShare` can come to. Reads numbers alone, since millions of pairs pass here. */
export function boxShare(left: BoundaryFacts, right: BoundaryFacts): number {
  const width = Math.min(left.east, right.east) - Math.max(left.west, right.west);
  if (width <= 0) return 0;
  const height = Math.min(left.north, right.north) - Math.max(left.south, right.south);
  if (height <= 0) return 0;
  const smaller = Math.min(left.degrees, right.degrees);
  return smaller > 0 ? (width * height) / smaller : 0;
}

const samples = 14;

/** The share of the smaller boundary that the other covers, 0 to 1, from a raster of 14 × 14 points over their boxes' common part: good to a few per cent. */
export function overlapShare(left: BoundaryFacts, right: BoundaryFacts): number {
  const most = boxShare(left, right);
  if (most === 0) return 0;
  const [west, south] = [Math.max(left.west, right.west), Math.max(left.south, right.south)];
  const [width, height] = [Math.min(left.east, right.east) - west, Math.min(left.north, right.north) - south];
  let both = 0;
  for (let column = 0; column < samples; column += 1) {
    for (let row = 0; row < samples; row += 1) {
      const [lng, lat] = [west + ((column + 0.5) / samples) * width, south + ((row + 0.5) / samples) * height];
      if (isWithin(left.rings, lng, lat) && isWithin(right.rings, lng, lat)) both += 1;
    }
  }
  return Math.min(1, (both / samples ** 2) * most);
}

import type { Boundary } from '../../schema/common.js';
import { holds } from './inside.js';

/** A longitude and a latitude in degrees, WGS-84; a height behind them is kept nowhere. */
export type Position = readonly number[];
/** A closed ring: the first position stands again at the end. */
export type Ring = readonly Position[];

/** A boundary taken apart for drawing: what is in, and what is cut out of it. */
export interface Parts { readonly outers: readonly Ring[]; readonly holes: readonly Ring[] }
export const noParts: Parts = { outers: [], holes: [] };

/** The polygons of a boundary, each with its outer ring first. */
export const polygonsOf = (boundary: Boundary): readonly (readonly Ring[])[] => (boundary.type === 'Polygon' ? [boundary.coordinates] : boundary.coordinates);

/** Takes a boundary apart. */
export function partsOf(boundary: Boundary | undefined): Parts {
  if (!boundary) return noParts;
  const polygons = polygonsOf(boundary);
  return { outers: polygons.flatMap((rings) => rings.slice(0, 1)), holes: polygons.flatMap((rings) => rings.slice(1)) };
}

/** Puts a boundary together, each hole into the ring that holds it; nothing when there is no outer ring. A hole outside all of them is left out. */
export function boundaryOf({ outers, holes }: Parts): Boundary | undefined {
  if (outers.length === 0) return undefined;
  const polygons = outers.map((ring): Position[][] => [[...ring]]);
  for (const hole of holes) {
    const home = outers.findIndex((ring) => ringWithin(hole, ring));
    if (home >= 0) polygons[home]!.push([...hole]);
  }
  const plain = polygons.map((rings) => rings.map((ring) => ring.map((position) => [...position])));
  return plain.length === 1 ? { type: 'Polygon', coordinates: plain[0]! } : { type: 'MultiPolygon', coordinates: plain };
}

/** True when most corners of the first ring lie within the second: a corner may lie on the line. */
export function ringWithin(ring: Ring, other: Ring): boolean {
  const corners = ring.slice(0, -1);
  const inside = corners.filter(([lng, lat]) => holds(other, lng!, lat!)).length;
  return inside * 2 > corners.length;
}

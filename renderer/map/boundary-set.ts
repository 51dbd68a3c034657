import { unpackedRing } from '../../data/rules/map/boundary-rings.js';
import type { Category } from '../../data/schema/vocabularies.js';
import { createBoxGrid } from './box-grid.js';
import type { MapPoint } from './clusters.js';
import { cornerWeights, simplified } from './simplify-ring.js';
import { worldSize, worldX, worldY } from './world.js';

/** Boundaries as they were sent, by asset: rings packed in whole millionths of a degree. */
export type BoundaryTable = ReadonlyMap<string, readonly (readonly number[])[]>;

/** The form of a boundary on the map: rings of x, y in the unit square, and the box around them. */
export interface Shape {
  readonly rings: readonly Float64Array[];
  readonly left: number; readonly top: number; readonly right: number; readonly bottom: number;
  /** The rings with no more corners than can be seen at a zoom; kept once reckoned. */
  ringsAt(zoom: number): readonly Float64Array[];
}
export interface BoundaryItem { readonly id: string; readonly category: Category; readonly point: MapPoint; readonly shape: Shape }

/** The boundaries of the assets shown, larger ones first. */
export interface BoundarySet {
  readonly items: readonly BoundaryItem[];
  get(id: string): BoundaryItem | undefined;
  /** Those that meet a rectangle of the unit square, larger ones first. */
  within(left: number, top: number, right: number, bottom: number): BoundaryItem[];
  /** The smallest boundary around a place: a house within a wood can be reached. */
  at(x: number, y: number): BoundaryItem | undefined;
}

/** A corner that moves the line by less than this many pixels is left out. */
const unseen = 0.45;
const closest = 20;

const shapes = new WeakMap<readonly (readonly number[])[], Shape>();

/** The shape of a boundary as sent; the same one for the same rings. */
export function shapeOf(packed: readonly (readonly number[])[]): Shape {
  const known = shapes.get(packed);
  if (known) return known;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  const rings = packed.map((steps) => {
    const ring = unpackedRing(steps);
    for (let at = 0; at + 1 < ring.length; at += 2) {
      const [x, y] = [worldX(ring[at]!), worldY(ring[at + 1]!)];
      ring[at] = x;
      ring[at + 1] = y;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
    return ring;
  });
  let weights: readonly Float64Array[] | null = null;
  const levels = new Map<number, readonly Float64Array[]>();
  const shape: Shape = {
    rings, left, top, right, bottom,
    ringsAt(zoom) {
      const level = Math.min(closest, Math.ceil(zoom));
      if (level === closest) return rings;
      let lines = levels.get(level);
      if (!lines) {
        const heavy = weights ??= rings.map(cornerWeights);
        lines = rings.map((ring, at) => simplified(ring, heavy[at]!, unseen / worldSize(level)));
        levels.set(level, lines);
      }
      return lines;
    },
  };
  shapes.set(packed, shape);
  return shape;
}

/** True when a place lies in the rings, holes left out (even-odd). */
export function holdsPlace(rings: readonly Float64Array[], x: number, y: number): boolean {
  let inside = false;
  for (const ring of rings) {
    const { length } = ring;
    for (let at = 0, before = length - 2; at < length; before = at, at += 2) {
      const [y1, y2] = [ring[at + 1]!, ring[before + 1]!];
      if (y1 > y !== y2 > y && x < ((ring[before]! - ring[at]!) * (y - y1)) / (y2 - y1) + ring[at]!) inside = !inside;
    }
  }
  return inside;
}

const sizeOf = ({ left, top, right, bottom }: Shape) => (right - left) * (bottom - top);

/** The boundaries of those of the points that have one. */
export function createBoundarySet(points: readonly MapPoint[], table: BoundaryTable): BoundarySet {
  const items: BoundaryItem[] = [];
  if (table.size > 0) {
    for (const point of points) {
      const packed = table.get(point.id);
      if (packed) items.push({ id: point.id, category: point.category, point, shape: shapeOf(packed) });
    }
  }
  items.sort((one, other) => sizeOf(other.shape) - sizeOf(one.shape));
  const byId = new Map(items.map((item) => [item.id, item]));
  const grid = createBoxGrid(Float64Array.from(items.flatMap(({ shape: { left, top, right, bottom } }) => [left, top, right, bottom])));
  return {
    items,
    get: (id) => byId.get(id),
    within: (left, top, right, bottom) => grid.within(left, top, right, bottom).map((number) => items[number]!),
    at: (x, y) => grid.at(x, y).map((number) => items[number]!).findLast(({ shape }) => holdsPlace(shape.rings, x, y)),
  };
}

const scanLines = 9;

/** Places within a shape where a word may stand, widest first: the middles of the widest stretches across it. */
export function roomsWithin(rings: readonly Float64Array[], top: number, bottom: number): { readonly x: number; readonly y: number; readonly width: number }[] {
  const rooms: { x: number; y: number; width: number }[] = [];
  for (let line = 1; line <= scanLines; line += 1) {
    const y = top + ((bottom - top) * line) / (scanLines + 1);
    const crossings: number[] = [];
    for (const ring of rings) {
      for (let at = 0, before = ring.length - 2; at < ring.length; before = at, at += 2) {
        const [y1, y2] = [ring[at + 1]!, ring[before + 1]!];
        if (y1 > y !== y2 > y) crossings.push(((ring[before]! - ring[at]!) * (y - y1)) / (y2 - y1) + ring[at]!);
      }
    }
    crossings.sort((one, other) => one - other);
    for (let at = 0; at + 1 < crossings.length; at += 2) rooms.push({ x: (crossings[at]! + crossings[at + 1]!) / 2, y, width: crossings[at + 1]! - crossings[at]! });
  }
  return rooms.sort((one, other) => other.width - one.width);
}

const earth = 40_075_016.686;

/** The ground within a shape in ㎡, holes left out; on a sphere, true to about half a per cent within a county. */
export function groundArea({ rings, top, bottom }: Shape): number {
  const metres = earth / Math.cosh(Math.PI * (1 - (top + bottom)));
  let sum = 0;
  for (const ring of rings) {
    let twice = 0;
    // Reckoned from the first corner, or the figures of a small plot drown in those of its place.
    const [x0, y0] = [ring[0]!, ring[1]!];
    for (let at = 0, before = ring.length - 2; at < ring.length; before = at, at += 2) twice += (ring[before]! - x0) * (ring[at + 1]! - y0) - (ring[at]! - x0) * (ring[before + 1]! - y0);
    const others = rings.filter((other) => other !== ring && holdsPlace([other], x0, y0)).length;
    sum += (Math.abs(twice) / 2) * (others % 2 === 0 ? 1 : -1);
  }
  return sum * metres * metres;
}

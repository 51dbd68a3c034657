import { kinks } from '@turf/kinks';
import type { Location } from '../../schema/common.js';
import { text, type Text } from '../../schema/text.js';
import { areaOf } from './area.js';
import { crossingsOfMany } from './many-corners.js';
import { ringWithin, type Parts, type Position, type Ring } from './rings.js';

export const boundaryFaultCodes = ['too-few-corners', 'crosses-itself', 'parts-cross', 'parts-overlap', 'hole-outside', 'no-area', 'outside-china'] as const;
/** What keeps a boundary from being stored, in a sentence, and where it shows. */
export interface BoundaryFault { readonly code: (typeof boundaryFaultCodes)[number]; readonly message: Text; readonly places: readonly Location[] }

const sentences: Record<BoundaryFault['code'], Text> = {
  'too-few-corners': text('一块范围至少要三个角点。', 'An area needs at least three corners.'),
  'crosses-itself': text('边线自己交叉了，请把圈出的角点拖开。', 'The line crosses itself; drag the corners that are circled apart.'),
  'parts-cross': text('两块范围的边线互相交叉，请分开或合成一块。', 'The lines of two parts cross; keep them apart or make them one.'),
  'parts-overlap': text('两块范围叠在一起，请删去一块，或改成挖空。', 'One part lies on another; delete one, or cut it out as a hole.'),
  'hole-outside': text('挖空的地方不在任何一块范围之内。', 'A hole lies outside every part.'),
  'no-area': text('这块范围没有面积，角点在一条线上。', 'This part has no area: its corners lie in a line.'),
  'outside-china': text('范围不在中国境内，请核对坐标。', 'The area does not lie in China; please check the coordinates.'),
};

const fault = (code: BoundaryFault['code'], places: readonly Location[] = []): BoundaryFault => ({ code, message: sentences[code], places });
const placeOf = (position: Position): Location => ({ lng: position[0]!, lat: position[1]! });

const polygon = (ring: Ring) => ({ type: 'Polygon' as const, coordinates: [ring.map((position) => [...position])] });

/** Corners from which on comparing every pair of edges (@turf/kinks) takes longer than a moment. */
const manyCorners = 1_000;

/** Where a ring crosses or touches itself. */
export function crossingsOf(ring: Ring): readonly Location[] {
  if (ring.length > manyCorners) return crossingsOfMany(ring);
  return ring.length < 5 ? [] : kinks(polygon(ring)).features.map((feature) => placeOf(feature.geometry.coordinates));
}

const side = (a: Position, b: Position, c: Position) => (b[0]! - a[0]!) * (c[1]! - a[1]!) - (b[1]! - a[1]!) * (c[0]! - a[0]!);

/** Where the lines of two rings truly cross; sharing a corner or an edge is no crossing, as plots lie side by side. */
function crossingsBetween(one: Ring, other: Ring): readonly Location[] {
  const found: Location[] = [];
  for (let at = 0; at + 1 < one.length; at += 1) {
    const [a, b] = [one[at]!, one[at + 1]!];
    const [west, east, south, north] = [Math.min(a[0]!, b[0]!), Math.max(a[0]!, b[0]!), Math.min(a[1]!, b[1]!), Math.max(a[1]!, b[1]!)];
    for (let to = 0; to + 1 < other.length; to += 1) {
      const [c, d] = [other[to]!, other[to + 1]!];
      if (Math.min(c[0]!, d[0]!) > east || Math.max(c[0]!, d[0]!) < west || Math.min(c[1]!, d[1]!) > north || Math.max(c[1]!, d[1]!) < south) continue;
      const [s1, s2, s3, s4] = [side(a, b, c), side(a, b, d), side(c, d, a), side(c, d, b)];
      if (s1 * s2 < 0 && s3 * s4 < 0) {
        const share = s3 / (s3 - s4);
        found.push({ lng: a[0]! + share * (b[0]! - a[0]!), lat: a[1]! + share * (b[1]! - a[1]!) });
      }
    }
  }
  return found;
}

const inChina = ([lng, lat]: Position) => lng! >= 72 && lng! <= 137 && lat! >= 3 && lat! <= 55;
/** Below this, in ㎡, a part is a slip of the hand. */
const leastArea = 1;

/** All that is wrong with the parts of a boundary; nothing when it can be stored. */
export function faultsOf({ outers, holes }: Parts): readonly BoundaryFault[] {
  const rings = [...outers, ...holes];
  const faults: BoundaryFault[] = [];
  if (rings.some((ring) => ring.length < 4)) faults.push(fault('too-few-corners'));
  const own = rings.flatMap(crossingsOf);
  if (own.length > 0) faults.push(fault('crosses-itself', own));
  else if (rings.some((ring) => ring.length >= 4 && areaOf({ type: 'Polygon', coordinates: [ring.map((position) => [...position])] }) < leastArea)) faults.push(fault('no-area'));
  const between = rings.flatMap((ring, at) => rings.slice(at + 1).flatMap((other) => crossingsBetween(ring, other)));
  if (between.length > 0) faults.push(fault('parts-cross', between));
  else {
    if (outers.some((ring, at) => outers.some((other, to) => to !== at && ringWithin(ring, other)))) faults.push(fault('parts-overlap'));
    if (holes.some((hole) => !outers.some((ring) => ringWithin(hole, ring)))) faults.push(fault('hole-outside'));
  }
  if (rings.some((ring) => !ring.every(inChina))) faults.push(fault('outside-china'));
  return faults;
}

import type { Boundary, Location } from '../../schema/common.js';
import type { Ring } from './rings.js';

/** True when a ring goes round the place (ray casting, even-odd). */
export function holds(ring: Ring, lng: number, lat: number): boolean {
  let inside = false;
  for (let at = 0, before = ring.length - 1; at < ring.length; before = at, at += 1) {
    const [x1, y1] = ring[at] as [number, number];
    const [x2, y2] = ring[before] as [number, number];
    if (y1 > lat !== y2 > lat && lng < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1) inside = !inside;
  }
  return inside;
}

const polygons = (boundary: Boundary) => (boundary.type === 'Polygon' ? [boundary.coordinates] : boundary.coordinates);

/** True when the place lies in the boundary and not in one of its holes. */
export const isInside = ({ lng, lat }: Location, boundary: Boundary): boolean =>
  polygons(boundary).some((rings) => rings.reduce((inside, ring) => inside !== holds(ring, lng, lat), false));

/** Twice the signed area of a ring in square degrees; above nothing when it runs against the clock. */
export function signedArea(ring: Ring): number {
  let sum = 0;
  for (let at = 0; at + 1 < ring.length; at += 1) {
    const [x1, y1] = ring[at] as [number, number];
    const [x2, y2] = ring[at + 1] as [number, number];
    sum += x1 * y2 - x2 * y1;
  }
  return sum;
}

function centroid(ring: Ring): Location {
  const [x0, y0] = ring[0] as [number, number];
  // Reckoned from the first corner, or the figures of a small plot drown in those of its longitude.
  const near = ring.map(([x, y]) => [x! - x0, y! - y0]);
  const area = signedArea(near);
  if (area === 0) return { lng: x0, lat: y0 };
  let [x, y] = [0, 0];
  for (let at = 0; at + 1 < near.length; at += 1) {
    const [x1, y1] = near[at] as [number, number];
    const [x2, y2] = near[at + 1] as [number, number];
    const cross = x1 * y2 - x2 * y1;
    x += (x1 + x2) * cross;
    y += (y1 + y2) * cross;
  }
  return { lng: x0 + x / (3 * area), lat: y0 + y / (3 * area) };
}

const lines = 9;

/** A place that lies in the boundary for certain: the middle of its largest part, or, where that falls outside, of the widest stretch across it. */
export function centreOf(boundary: Boundary): Location {
  const rings = polygons(boundary).reduce((largest, one) => (Math.abs(signedArea(one[0]!)) > Math.abs(signedArea(largest[0]!)) ? one : largest));
  const own: Boundary = { type: 'Polygon', coordinates: rings };
  const middle = centroid(rings[0]!);
  if (isInside(middle, own)) return rounded(middle);
  const latitudes = rings[0]!.map(([, lat]) => lat!);
  const [low, high] = [Math.min(...latitudes), Math.max(...latitudes)];
  let best: { readonly width: number; readonly place: Location } = { width: -1, place: middle };
  for (let line = 1; line <= lines; line += 1) {
    const lat = low + ((high - low) * line) / (lines + 1);
    const crossings = rings.flatMap((ring) => ring.slice(1).flatMap(([x2, y2], at) => {
      const [x1, y1] = ring[at] as [number, number];
      return y1 > lat !== y2! > lat ? [x1 + ((x2! - x1) * (lat - y1)) / (y2! - y1)] : [];
    })).sort((one, other) => one - other);
    for (let at = 0; at + 1 < crossings.length; at += 2) {
      const width = crossings[at + 1]! - crossings[at]!;
      if (width > best.width) best = { width, place: { lng: crossings[at]! + width / 2, lat } };
    }
  }
  return rounded(best.place);
}

const rounded = ({ lng, lat }: Location): Location => ({ lng: Number(lng.toFixed(7)), lat: Number(lat.toFixed(7)) });

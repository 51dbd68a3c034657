import type { Boundary } from '../../schema/common.js';

/** A millionth of a degree, about 0.1 m: finer than any survey that is drawn here. */
export const ringUnit = 1e-6;

/** The rings of a boundary for sending: whole units, first the corner that it begins with, then the steps from each to the next. */
export const packedRings = (boundary: Boundary): number[][] =>
  (boundary.type === 'Polygon' ? boundary.coordinates : boundary.coordinates.flat()).map((ring) => {
    let [lastX, lastY] = [0, 0];
    return ring.flatMap(([lng, lat]) => {
      const [x, y] = [Math.round((lng as number) / ringUnit), Math.round((lat as number) / ringUnit)];
      const step = [x - lastX, y - lastY];
      [lastX, lastY] = [x, y];
      return step;
    });
  });

/** A ring as it was before sending: longitude and latitude of each corner in turn, in degrees. */
export function unpackedRing(steps: readonly number[]): Float64Array {
  const ring = new Float64Array(steps.length);
  let [x, y] = [0, 0];
  for (let at = 0; at + 1 < steps.length; at += 2) {
    x += steps[at] as number;
    y += steps[at + 1] as number;
    ring[at] = x * ringUnit;
    ring[at + 1] = y * ringUnit;
  }
  return ring;
}

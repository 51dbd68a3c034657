import { chance } from './brush.js';
import type { ContourStretch } from './features.js';
import type { SpatialIndex } from './spatial-index.js';

/** A height to be written on its contour: world coordinates, and the turn of the line in radians. */
export interface HeightMark { readonly text: string; readonly x: number; readonly y: number; readonly angle: number }

/** From this zoom on contours carry their heights. */
export const heightsFromZoom = 14;
/** Hundreds of metres are written. */
const written = 100;

/** Where the heavy contours of a box of the world run straight enough to carry a number; the same places at every zoom, in a scattered order. */
export function heightMarks(contours: SpatialIndex<ContourStretch>, box: readonly [number, number, number, number]): HeightMark[] {
  const marks: (HeightMark & { readonly luck: number })[] = [];
  for (const { points, height, clear } of contours.within(box)) {
    const count = points.length / 2;
    if (height % written !== 0 || height === 0 || clear < 0.6 || count < 12) continue;
    for (let k = 5; k + 5 < count; k += 9) {
      const at = (index: number) => [points[index * 2]!, points[index * 2 + 1]!] as const;
      const [a, b, c] = [at(k - 3), at(k), at(k + 3)];
      const bend = Math.atan2(b[1] - a[1], b[0] - a[0]) - Math.atan2(c[1] - b[1], c[0] - b[0]);
      if (Math.abs(Math.atan2(Math.sin(bend), Math.cos(bend))) > 0.3) continue;
      const turn = Math.atan2(c[1] - a[1], c[0] - a[0]);
      const angle = Math.cos(turn) < 0 ? turn + (turn > 0 ? -Math.PI : Math.PI) : turn;
      if (Math.abs(angle) > 1.2) continue;
      marks.push({ text: String(height), x: b[0], y: b[1], angle, luck: chance(Math.floor(b[0] * 1e8), Math.floor(b[1] * 1e8), 31) });
    }
  }
  return marks.sort((one, other) => one.luck - other.luck);
}

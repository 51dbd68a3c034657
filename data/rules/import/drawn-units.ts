import { areaOf } from '../geometry/area.js';
import { isBlank, type Cell } from './cell.js';
import { readNumber } from './parse-number.js';
import { unitOf, type Unit } from './units.js';
import type { Shape, Survey } from './survey.js';

/** The area that a shape encloses in its own numbers, in ㎡; holes are left out. Degrees need no datum: a shift of 500 m changes no area. */
export function drawnArea(shape: Shape | undefined): number | undefined {
  if (!shape || shape.polygons.length === 0) return undefined;
  const first = shape.polygons[0]?.[0]?.[0];
  if (!first) return undefined;
  if (Math.abs(first[0] as number) > 1_000) return shape.polygons.reduce((sum, rings) => sum + rings.reduce((rest, ring, at) => rest + (at === 0 ? 1 : -1) * planeArea(ring), 0), 0);
  const swapped = Math.abs(first[1] as number) > 90 || (Math.abs(first[1] as number) >= 72 && Math.abs(first[0] as number) <= 55);
  return areaOf({ type: 'MultiPolygon', coordinates: shape.polygons.map((rings) => rings.map((ring) => ring.map(([x, y]) => (swapped ? [y as number, x as number] : [x as number, y as number])))) });
}

function planeArea(ring: readonly (readonly number[])[]): number {
  const [x0, y0] = ring[0] as [number, number];
  let sum = 0;
  for (let at = 0; at + 1 < ring.length; at += 1) {
    const [x1, y1] = ring[at] as [number, number];
    const [x2, y2] = ring[at + 1] as [number, number];
    sum += (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0);
  }
  return Math.abs(sum) / 2;
}

const offered = (['㎡', '亩', '公顷'] as const).map((name) => unitOf(name === '㎡' ? 'm2' : name, 'area') as Unit);

/**
 * The unit in which the numbers of an area column come nearest to what their rows draw, or nothing when none does: by the median of
 * stated over drawn, which must lie within a third of 1.
 */
export function unitByDrawing(rows: readonly { readonly row: number; readonly cells: readonly Cell[] }[], index: number, survey: Survey): Unit | undefined {
  const ratios: number[] = [];
  for (const { row, cells } of rows) {
    const drawn = drawnArea(survey.shapes.get(row));
    const stated = isBlank(cells[index]) ? undefined : readNumber(cells[index]).value;
    if (drawn && stated && stated > 0) ratios.push(stated / drawn);
    if (ratios.length >= 300) break;
  }
  if (ratios.length === 0) return undefined;
  const middle = ratios.sort((one, two) => one - two)[Math.floor(ratios.length / 2)] as number;
  const best = offered.map((unit) => ({ unit, off: Math.abs(Math.log(middle * unit.factor)) })).sort((one, two) => one.off - two.off)[0];
  return best && best.off < Math.log(4 / 3) ? best.unit : undefined;
}

import { fromWgs84, intoWgs84 } from '../../../data/rules/map/datum-shift.js';
import type { PackDatum } from '../../../data/schema/map-pack.js';
import type { Extent } from '../extent.js';
import { latitude, longitude, worldX, worldY } from '../world.js';
import type { Frame } from './frame.js';

/** x and y in a unit square of the world. */
export type Place = readonly [number, number];

const isShifted = (datum: PackDatum) => datum === 'GCJ-02';

/** Where a pack has what lies at a place of the world in WGS-84; both in unit squares of Web Mercator. */
export function packPlace(x: number, y: number, datum: PackDatum): Place {
  if (!isShifted(datum)) return [x, y];
  const [lng, lat] = fromWgs84(longitude(x), latitude(y), datum);
  return [worldX(lng), worldY(lat)];
}

/** Where in the world in WGS-84 lies what a pack has at a place. */
export function truePlace(x: number, y: number, datum: PackDatum): Place {
  if (!isShifted(datum)) return [x, y];
  const [lng, lat] = intoWgs84(longitude(x), latitude(y), datum);
  return [worldX(lng), worldY(lat)];
}

/** The extent in WGS-84 of a pack's bounds: a shifted rectangle's corners and the middles of its sides. */
export function trueExtent([west, south, east, north]: readonly [number, number, number, number], datum: PackDatum): Extent {
  if (!isShifted(datum)) return { west, south, east, north };
  const places = [west, (west + east) / 2, east].flatMap((lng) => [south, (south + north) / 2, north].map((lat) => intoWgs84(lng, lat, datum)));
  const [lngs, lats] = [places.map(([lng]) => lng), places.map(([, lat]) => lat)];
  return { west: Math.min(...lngs), south: Math.min(...lats), east: Math.max(...lngs), north: Math.max(...lats) };
}

/** Part of a frame, in its pixels, with where the pack has it: u = uAtZero + uByX · x + uByY · y, and v alike. */
export interface Cell {
  readonly left: number; readonly top: number; readonly right: number; readonly bottom: number;
  readonly u: number; readonly uByX: number; readonly uByY: number;
  readonly v: number; readonly vByX: number; readonly vByY: number;
}

/** Parts to each side: over a tile of 512 pixels the shift bends by less than a hundredth of a pixel within a part at zoom 17. */
const usualParts = 4;

/**
 * How a frame is filled from a pack: one part where the datum is WGS-84 or as good as it, else parts small enough
 * that the shift of GCJ-02 is even across each. Edges of parts lie on whole pixels, so that no seam can show.
 */
export function cellsOf(frame: Frame, datum: PackDatum, parts = usualParts): readonly Cell[] {
  const { x, y, scale, width, height } = frame;
  if (!isShifted(datum)) return [{ left: 0, top: 0, right: width, bottom: height, u: x, uByX: 1 / scale, uByY: 0, v: y, vByX: 0, vByY: 1 / scale }];
  const edges = (length: number) => Array.from({ length: parts + 1 }, (_, k) => Math.round((length * k) / parts));
  const [columns, rows] = [edges(width), edges(height)];
  const corners = rows.map((row) => columns.map((column) => packPlace(x + column / scale, y + row / scale, datum)));
  const cells: Cell[] = [];
  for (let row = 0; row < parts; row += 1) {
    for (let column = 0; column < parts; column += 1) {
      const [left, right, top, bottom] = [columns[column]!, columns[column + 1]!, rows[row]!, rows[row + 1]!];
      if (right <= left || bottom <= top) continue;
      const [nw, ne, sw, se] = [corners[row]![column]!, corners[row]![column + 1]!, corners[row + 1]![column]!, corners[row + 1]![column + 1]!];
      const by = (axis: 0 | 1) => ({
        x: (ne[axis] - nw[axis] + se[axis] - sw[axis]) / 2 / (right - left),
        y: (sw[axis] - nw[axis] + se[axis] - ne[axis]) / 2 / (bottom - top),
        middle: (nw[axis] + ne[axis] + sw[axis] + se[axis]) / 4,
      });
      const [u, v] = [by(0), by(1)];
      const zero = (axis: typeof u) => axis.middle - (axis.x * (left + right)) / 2 - (axis.y * (top + bottom)) / 2;
      cells.push({ left, top, right, bottom, u: zero(u), uByX: u.x, uByY: u.y, v: zero(v), vByX: v.x, vByY: v.y });
    }
  }
  return cells;
}

/** Where the pack has what a cell shows at a pixel of its frame. */
export const placeInCell = (cell: Cell, x: number, y: number): Place => [cell.u + cell.uByX * x + cell.uByY * y, cell.v + cell.vByX * x + cell.vByY * y];

/** What the cells show of the pack: west, north, east, south in its unit square. */
export function spanOf(cells: readonly Cell[]): readonly [number, number, number, number] {
  let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const cell of cells)
    for (const [x, y] of [[cell.left, cell.top], [cell.right, cell.top], [cell.left, cell.bottom], [cell.right, cell.bottom]] as const) {
      const [u, v] = placeInCell(cell, x, y);
      [west, north, east, south] = [Math.min(west, u), Math.min(north, v), Math.max(east, u), Math.max(south, v)];
    }
  return [west, north, east, south];
}

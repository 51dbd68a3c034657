import type { Location } from '../../schema/common.js';
import type { Position, Ring } from './rings.js';

/** More crossings than anybody looks at, and pairs compared at most: a ring drawn to be slow is given up, not waited for. */
const mostFound = 200;
const mostWork = 20_000_000;

/** Where two edges meet, ends included; nothing for edges that lie side by side. */
function meeting(a: Position, b: Position, c: Position, d: Position): Location | undefined {
  const [ax, ay, bx, by, cx, cy, dx, dy] = [a[0]!, a[1]!, b[0]! - a[0]!, b[1]! - a[1]!, c[0]!, c[1]!, d[0]! - c[0]!, d[1]! - c[1]!];
  const cross = bx * dy - by * dx;
  if (cross === 0) return undefined;
  const along = ((cx - ax) * dy - (cy - ay) * dx) / cross;
  const other = ((cx - ax) * by - (cy - ay) * bx) / cross;
  return along >= 0 && along <= 1 && other >= 0 && other <= 1 ? { lng: ax + along * bx, lat: ay + along * by } : undefined;
}

/**
 * Where a ring of many corners crosses or touches itself. Only edges that pass through the same cell of a grid are compared, so that a
 * forest's outline of 60 000 corners takes a fraction of a second, where every pair would take minutes.
 */
export function crossingsOfMany(ring: Ring): readonly Location[] {
  const edges = ring.length - 1;
  const [xs, ys] = [ring.map((corner) => corner[0]!), ring.map((corner) => corner[1]!)];
  const least = (values: readonly number[]) => values.reduce((low, value) => Math.min(low, value), Infinity);
  const greatest = (values: readonly number[]) => values.reduce((high, value) => Math.max(high, value), -Infinity);
  const [west, south, side] = [least(xs), least(ys), Math.ceil(Math.sqrt(edges))];
  const [wide, high] = [(greatest(xs) - west) / side || 1, (greatest(ys) - south) / side || 1];
  const column = (x: number) => Math.min(side - 1, Math.floor((x - west) / wide));
  const row = (y: number) => Math.min(side - 1, Math.floor((y - south) / high));
  const cells = new Map<number, number[]>();
  const found = new Map<string, Location>();
  let work = 0;
  for (let edge = 0; edge < edges; edge += 1) {
    const [a, b] = [ring[edge]!, ring[edge + 1]!];
    const [left, right] = [column(Math.min(a[0]!, b[0]!)), column(Math.max(a[0]!, b[0]!))];
    const [bottom, top] = [row(Math.min(a[1]!, b[1]!)), row(Math.max(a[1]!, b[1]!))];
    for (let x = left; x <= right; x += 1) {
      for (let y = bottom; y <= top; y += 1) {
        const cell = cells.get(y * side + x);
        for (const other of cell ?? []) {
          if ((work += 1) > mostWork || found.size >= mostFound) return [...found.values()];
          const isNext = edge - other <= 1 || (other === 0 && edge === edges - 1);
          const place = isNext ? undefined : meeting(a, b, ring[other]!, ring[other + 1]!);
          if (place) found.set(`${place.lng},${place.lat}`, place);
        }
        work += 1;
        if (cell) cell.push(edge);
        else cells.set(y * side + x, [edge]);
      }
    }
  }
  return [...found.values()];
}

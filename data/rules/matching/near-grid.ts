import { metresBetween } from '../import/outliers.js';
import type { Facts } from './facts.js';

export type Placed = Facts & { readonly lng: number; readonly lat: number };

/** Farther apart nobody runs two places as one, in metres. */
export const nearEnough = 3_000;
const metresPerDegree = 111_000;

/** For each of some places the others that lie near enough, by squares of the ground: not each is measured against each. */
export function nearGrid(parts: readonly Placed[]): readonly (readonly number[])[] {
  const high = nearEnough / metresPerDegree;
  const wide = high / Math.max(0.1, Math.cos(((parts[0]?.lat ?? 0) * Math.PI) / 180));
  const squares = new Map<string, number[]>();
  const squareOf = ({ lng, lat }: Placed) => [Math.floor(lng / wide), Math.floor(lat / high)] as const;
  parts.forEach((part, at) => { const key = squareOf(part).join(' '); const list = squares.get(key); if (list) list.push(at); else squares.set(key, [at]); });
  return parts.map((part, at) => {
    const [x, y] = squareOf(part);
    const near: number[] = [];
    for (let dx = -1; dx <= 1; dx += 1) for (let dy = -1; dy <= 1; dy += 1) for (const other of squares.get(`${x + dx} ${y + dy}`) ?? []) if (other !== at && metresBetween(part, parts[other]!) <= nearEnough) near.push(other);
    return near;
  });
}

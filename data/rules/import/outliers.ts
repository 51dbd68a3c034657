import type { Location } from '../../schema/common.js';

/** Great-circle distance in metres (haversine, mean Earth radius 6 371 008.8 m). */
export function metresBetween(one: Location, two: Location): number {
  const rad = Math.PI / 180;
  const h = Math.sin(((two.lat - one.lat) * rad) / 2) ** 2 + Math.cos(one.lat * rad) * Math.cos(two.lat * rad) * Math.sin(((two.lng - one.lng) * rad) / 2) ** 2;
  return 2 * 6_371_008.8 * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Where a township lies, as far as its points show: nothing when there are too few to say. */
export interface Surroundings { readonly centre: Location; readonly radius: number }

const at = (sorted: readonly number[], share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] as number;
const fewest = 5;
/** No township is smaller than this for our purpose, in metres. */
const least = 12_000;

/**
 * The robust middle of the points (the median of each coordinate) and a radius of four times the distance within
 * which three quarters of them lie, at least 12 km. A known centre of the township stands in when points are few.
 */
export function surroundingsOf(points: readonly Location[], known?: Location): Surroundings | undefined {
  if (points.length < fewest) return known ? { centre: known, radius: 30_000 } : undefined;
  const centre = { lng: at(points.map((point) => point.lng).sort((one, two) => one - two), 0.5), lat: at(points.map((point) => point.lat).sort((one, two) => one - two), 0.5) };
  const distances = points.map((point) => metresBetween(centre, point)).sort((one, two) => one - two);
  return { centre, radius: Math.max(least, 4 * at(distances, 0.75)) };
}

/** True for a point that cannot belong to the township. */
export const isOutside = (point: Location, around: Surroundings | undefined) => around !== undefined && metresBetween(point, around.centre) > around.radius;

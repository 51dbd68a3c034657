import { metresBetween } from '../../../../data/rules/import/outliers.js';
import type { Location } from '../../../../data/schema/common.js';
import type { ImportPlace } from '../../../../data/schema/import-plan.js';

/** Medians in metres: how far the datum moves the points, and how far they then lie from the same assets' known places. */
export interface Shift { readonly points: number; readonly moved: number | null; readonly known: number; readonly fromKnown: number | null; readonly plainFromKnown: number | null }

const median = (values: readonly number[]) => (values.length === 0 ? null : values.toSorted((one, other) => one - other)[values.length >> 1] as number);
const between = (one: Location | null, other: Location | null) => (one && other ? [metresBetween(one, other)] : []);

/** Sums up what a datum does to the places of a table. */
export function shiftOf(places: readonly Pick<ImportPlace, 'at' | 'plain' | 'before'>[]): Shift {
  return {
    points: places.filter((place) => place.at ?? place.plain).length,
    moved: median(places.flatMap((place) => between(place.at, place.plain))),
    known: places.filter((place) => place.before).length,
    fromKnown: median(places.flatMap((place) => between(place.at, place.before))),
    plainFromKnown: median(places.flatMap((place) => between(place.plain, place.before))),
  };
}

/** Metres as people say them: under 10 m with a decimal, from 10 km on in kilometres. */
export function metresText(metres: number): { value: string; unit: 'm' | 'km' } {
  if (metres >= 10_000) return { value: (metres / 1000).toFixed(0), unit: 'km' };
  if (metres >= 1_000) return { value: (metres / 1000).toFixed(1), unit: 'km' };
  return { value: metres < 10 && metres >= 0.05 ? metres.toFixed(1) : metres.toFixed(0), unit: 'm' };
}

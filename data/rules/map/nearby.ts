import type { Location } from '../../schema/common.js';
import { text, type Text } from '../../schema/text.js';
import type { Category } from '../../schema/vocabularies.js';
import { headlineOf, type Counted, type Headline } from '../headline.js';
import { ellipsoid } from './measure.js';

/** What is asked about: rows of the index, the township's named places, anything with a position. */
export interface Placed { readonly lng: number | null; readonly lat: number | null }
/** Something within the distance: how far off, in metres, and in which direction, in degrees clockwise from north. */
export interface Near<Thing> { readonly thing: Thing; readonly metres: number; readonly bearing: number }

const radians = Math.PI / 180;
/** A degree of latitude, in metres, near enough for a first guess. */
const metresPerDegree = 111_000;

/**
 * Everything within `metres` of a place (the edge counts as within), nearest first; what has no position is left out.
 * Distances are taken on the plane that touches the ellipsoid halfway, with its two radii of curvature there (the meridian's M
 * and the prime vertical's N; Torge, Geodesy, 4.1.3): at 10 km this is within a millimetre of the geodesic, and quick.
 */
export function thingsNear<Thing extends Placed>(things: readonly Thing[], centre: Location, metres: number): Near<Thing>[] {
  const { a, f } = ellipsoid;
  const eSq = f * (2 - f);
  // A degree of latitude is never shorter than this; whatever is farther off is passed over unreckoned.
  const reach = metres / 110_500;
  const reachEast = reach / Math.max(0.01, Math.cos((Math.min(89, Math.abs(centre.lat) + reach)) * radians)) * 1.01;
  const near: Near<Thing>[] = [];
  for (const thing of things) {
    const { lng, lat } = thing;
    if (lng === null || lat === null || Math.abs(lat - centre.lat) > reach || Math.abs(lng - centre.lng) > reachEast) continue;
    const middle = ((lat + centre.lat) / 2) * radians;
    const w = Math.sqrt(1 - eSq * Math.sin(middle) ** 2);
    const north = ((a * (1 - eSq)) / w ** 3) * (lat - centre.lat) * radians;
    const east = (a / w) * Math.cos(middle) * (lng - centre.lng) * radians;
    const away = Math.hypot(north, east);
    if (away > metres) continue;
    near.push({ thing, metres: away, bearing: ((Math.atan2(east, north) / radians) + 360) % 360 });
  }
  return near.sort((one, other) => one.metres - other.metres);
}

export type NearbyEntry = Placed & Counted;
/** What lies around a place: the assets nearest first, how many of each category, and what they come to. */
export interface Surrounding<Entry extends NearbyEntry> {
  readonly rows: readonly Near<Entry>[];
  readonly counts: ReadonlyMap<Category, number>;
  readonly totals: Headline;
}

/** The assets within `metres` of a place, without the one that it is asked for. */
export function assetsNear<Entry extends NearbyEntry>(entries: readonly Entry[], centre: Location, metres: number, exceptId?: string): Surrounding<Entry> {
  const rows = thingsNear(entries, centre, metres).filter(({ thing }) => thing.id !== exceptId);
  const counts = new Map<Category, number>();
  for (const { thing } of rows) counts.set(thing.category, (counts.get(thing.category) ?? 0) + 1);
  return { rows, counts, totals: headlineOf(rows.map(({ thing }) => thing), [], true) };
}

const directions: readonly Text[] = [
  text('北', 'N'), text('东北', 'NE'), text('东', 'E'), text('东南', 'SE'), text('南', 'S'), text('西南', 'SW'), text('西', 'W'), text('西北', 'NW'),
];
/** One of the eight directions, by degrees clockwise from north. */
export const directionOf = (bearing: number): Text => directions[Math.round(bearing / 45) % directions.length]!;

/** The distances offered, in metres; any other may be typed. */
export const usualDistances = [500, 1_000, 2_000, 5_000, 10_000] as const;
export const leastDistance = 50;
export const greatestDistance = 100_000;

/** Reads a typed distance: 800, 800m, 800 米, 1.5km, 1.5 公里, 3里; a bare number below 50 is kilometres. Null for what is no distance, or out of bounds. */
export function readDistance(typed: string): number | null {
  const [, figure, unit] = /^\s*([\d.]+)\s*(公里|千米|km|里|米|m)?\s*$/i.exec(typed.replace(/[，,]/g, '').normalize('NFKC')) ?? [];
  const value = Number(figure);
  if (!figure || !Number.isFinite(value)) return null;
  const per = unit === undefined ? (value < leastDistance ? 1_000 : 1) : /^(公里|千米|km)$/i.test(unit) ? 1_000 : unit === '里' ? 500 : 1;
  const metres = value * per;
  return metres >= leastDistance && metres <= greatestDistance ? metres : null;
}

/** So many places on the circle of `metres` around a place, evenly spaced from north, on the same plane as `thingsNear`; the first is not repeated. */
export function circleAround(centre: Location, metres: number, count = 120): Location[] {
  const { a, f } = ellipsoid;
  const eSq = f * (2 - f);
  return Array.from({ length: count }, (_, at) => {
    const turn = (at / count) * 2 * Math.PI;
    const [north, east] = [metres * Math.cos(turn), metres * Math.sin(turn)];
    // The plane touches halfway, which the first guess finds closely enough.
    const middle = (centre.lat + north / metresPerDegree / 2) * radians;
    const w = Math.sqrt(1 - eSq * Math.sin(middle) ** 2);
    return { lng: centre.lng + east / ((a / w) * Math.cos(middle) * radians), lat: centre.lat + north / (((a * (1 - eSq)) / w ** 3) * radians) };
  });
}

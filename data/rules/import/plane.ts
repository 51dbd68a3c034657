import proj4 from 'proj4';
import type { Location } from '../../schema/common.js';

/** The central meridian, in degrees east, that words name: 中央子午线120°, CM 120E, 3度带40带. */
export function meridianIn(words: string): number | undefined {
  const text = words.normalize('NFKC').replace(/\s+/g, '');
  const named = /(?:中央(?:子午线|经线)|cm_?)[:为=]?(\d{2,3}(?:\.\d+)?)/i.exec(text) ?? /(\d{2,3})°?e?(?:中央子午线|中央经线)/i.exec(text);
  if (named) return Number(named[1]);
  const zone = /(?:第)?(\d{2})(?:号)?(?:带|zone)/i.exec(text) ?? /zone_?(\d{2})/i.exec(text);
  return zone ? meridianOfZone(Number(zone[1])) : undefined;
}

/** 3° zones 25–45 (meridian 3n) and 6° zones 13–23 (meridian 6n − 3) of the Gauss–Krüger grid of China. */
export const meridianOfZone = (zone: number) => (zone >= 25 && zone <= 45 ? 3 * zone : zone >= 13 && zone <= 23 ? 6 * zone - 3 : undefined);

const inverses = new Map<string, (plane: readonly [number, number]) => [number, number]>();
/** Turns plane metres of a projection (as proj4 takes it) into degrees on its own ellipsoid; kept, as a layer has many corners. */
export function inverseOf(projection: string): (plane: readonly [number, number]) => [number, number] {
  let inverse = inverses.get(projection);
  if (!inverse) {
    const converter = proj4(projection);
    inverse = (plane) => converter.inverse([...plane]) as [number, number];
    inverses.set(projection, inverse);
  }
  return inverse;
}

/** The false easting of a projection, in metres: what stands on its central meridian. */
export function falseEastOf(projection: string): number {
  const written = /\+x_0=([\d.]+)|False_Easting"\s*,\s*([\d.]+)/i.exec(projection);
  return Number(written?.[1] ?? written?.[2] ?? 500_000);
}

/**
 * Turns CGCS2000 Gauss–Krüger metres into degrees. The two may come in either order (Chinese X is north);
 * an easting of eight digits carries its zone, one of six needs `meridian`. Nothing when they are no such metres.
 */
export function fromPlane(one: number, other: number, meridian: number | undefined): (Location & { readonly zoneStated: boolean }) | undefined {
  const isNorth = (value: number) => value > 1_800_000 && value < 6_000_000;
  const isEast = (value: number) => (value > 100_000 && value < 900_000) || (value > 13_000_000 && value < 46_000_000);
  const [north, east] = isNorth(one) && isEast(other) ? [one, other] : isNorth(other) && isEast(one) ? [other, one] : [];
  if (north === undefined || east === undefined) return undefined;
  const zone = east > 1_000_000 ? Math.floor(east / 1_000_000) : undefined;
  const centre = zone === undefined ? meridian : meridianOfZone(zone);
  if (centre === undefined) return undefined;
  const [lng, lat] = inverseOf(`+proj=tmerc +lat_0=0 +lon_0=${centre} +k=1 +x_0=500000 +y_0=0 +ellps=GRS80 +units=m +no_defs`)([zone === undefined ? east : east - zone * 1_000_000, north]);
  return Number.isFinite(lng) && Number.isFinite(lat) ? { lng: Number(lng.toFixed(8)), lat: Number(lat.toFixed(8)), zoneStated: zone !== undefined } : undefined;
}

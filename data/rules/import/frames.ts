import type { Location } from '../../schema/common.js';
import { falseEastOf, fromPlane, inverseOf } from './plane.js';
import type { Position, Reference, Shape } from './survey.js';

/** How the numbers of a layer become degrees of its datum. */
export interface Frame {
  /** Degrees of the layer's datum; nothing where the numbers are none, or lie nowhere in China. */
  place(position: Position): Location | undefined;
  /** Metres of a plane (their datum is settled by it), or degrees. */
  readonly kind: 'degrees' | 'plane' | 'unknown-zone';
  /** True when latitude stood first throughout. */
  readonly swapped: boolean;
  /** The central meridian that was taken from where the township lies, in degrees east. */
  readonly assumedMeridian?: number;
}

/** China's land and seas, generously. */
const isLng = (value: number) => value >= 72 && value <= 137;
const isLat = (value: number) => value >= 3 && value <= 55;
const inChina = (place: Location | undefined) => place !== undefined && isLng(place.lng) && isLat(place.lat);

/** Some positions of a layer, evenly over its records. */
function sampleOf(shapes: Iterable<Shape>): Position[] {
  const found: Position[] = [];
  for (const shape of shapes) {
    const first = shape.points[0] ?? shape.polygons[0]?.[0]?.[0];
    if (first) found.push(first);
    if (found.length >= 500) break;
  }
  return found;
}

const most = (positions: readonly Position[], test: (x: number, y: number) => boolean) => positions.length > 0 && positions.filter(([x, y]) => test(x as number, y as number)).length * 2 > positions.length;
/** Web Mercator (EPSG:3857), which web maps export: x as large as an easting with a 6° zone, but not those of China's zones at these heights. */
const webMercator = '+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +no_defs';

const placeOf = ([lng, lat]: readonly [number, number]): Location | undefined => (Number.isFinite(lng) && Number.isFinite(lat) ? { lng: Number(lng.toFixed(8)), lat: Number(lat.toFixed(8)) } : undefined);

/**
 * Tells how a layer's numbers become degrees: degrees as they are (either order), the projection that the file states, or, where it
 * states none or one that does not fit the numbers, the Gauss–Krüger grid by the zone in the eastings or by `near`.
 */
export function frameOf(shapes: Iterable<Shape>, reference: Reference | undefined, near: Location | undefined): Frame {
  const sample = sampleOf(shapes);
  if (!most(sample, (x, y) => Math.abs(x) > 1_000 && Math.abs(y) > 1_000)) {
    const swapped = most(sample, (x, y) => isLng(y) && isLat(x));
    // One record may be swapped among others that are not; that is told of the record.
    return { kind: 'degrees', swapped, place: ([x, y]) => (swapped ? { lng: y as number, lat: x as number } : { lng: x as number, lat: y as number }) };
  }
  const fits = (place: (position: Position) => Location | undefined) => sample.filter((position) => inChina(place(position))).length * 2 > sample.length;
  const metresAway = (place: (position: Position) => Location | undefined) => {
    const found = sample[0] ? place(sample[0]) : undefined;
    return found && near ? Math.hypot(found.lng - near.lng, found.lat - near.lat) : 0;
  };
  if (reference?.projection) {
    const inverse = inverseOf(reference.projection);
    const stated = ([x, y]: Position) => placeOf(inverse([x as number, y as number]));
    const isTransverse = /tmerc|gauss|transverse|utm/i.test(reference.projection);
    // A false result lies zones away: more than 4° from the meridian no layer of these grids is drawn.
    const centre = isTransverse ? inverse([falseEastOf(reference.projection), 3_000_000])[0] : undefined;
    const isSane = centre === undefined || sample.filter((position) => Math.abs((stated(position)?.lng ?? 999) - centre) < 4).length * 2 > sample.length;
    if (fits(stated) && isSane) return { kind: 'plane', swapped: false, place: stated };
    const turned = ([x, y]: Position) => stated([y as number, x as number]);
    if (fits(turned) && sample.filter((position) => Math.abs((turned(position)?.lng ?? 999) - (centre ?? 999)) < 4).length * 2 > sample.length) return { kind: 'plane', swapped: true, place: turned };
    // The zone is in the eastings though the .prj knows none, or the other way round.
    const byNumbers = gaussKrueger(centre === undefined ? undefined : Math.round(centre));
    if (fits(byNumbers)) return { kind: 'plane', swapped: false, place: byNumbers };
  }
  const zoned = gaussKrueger(undefined);
  const mercator = ([x, y]: Position) => placeOf(inverseOf(webMercator)([x as number, y as number]));
  if (fits(zoned) && !(near && fits(mercator) && metresAway(mercator) < metresAway(zoned))) return { kind: 'plane', swapped: false, place: zoned };
  if (fits(mercator) && most(sample, (x) => x > 8_000_000)) return { kind: 'plane', swapped: false, place: mercator };
  if (!near) return { kind: 'unknown-zone', swapped: false, place: () => undefined };
  const meridian = Math.round(near.lng / 3) * 3;
  return { kind: 'plane', swapped: false, place: gaussKrueger(meridian), assumedMeridian: meridian };
}

const gaussKrueger = (meridian: number | undefined) => ([x, y]: Position): Location | undefined => {
  const found = fromPlane(x as number, y as number, meridian);
  return found && { lng: found.lng, lat: found.lat };
};

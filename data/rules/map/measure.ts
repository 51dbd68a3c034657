import type { Location } from '../../schema/common.js';
import type { Language } from '../../schema/text.js';
import { formatNumber, squareMetresPerMu } from '../format.js';
import { areaOf } from '../geometry/area.js';
import { crossingsOf } from '../geometry/boundary-faults.js';

/** The ellipsoid of WGS-84, in metres; CGCS2000's differs from it by a tenth of a millimetre at the poles. */
export const ellipsoid = { a: 6_378_137, f: 1 / 298.257_223_563 } as const;
const radians = Math.PI / 180;
const enough = 1e-12;
const mostRounds = 60;

/**
 * The length of the shortest line on the ellipsoid between two places, in metres (to 0.5 mm). T. Vincenty, "Direct and inverse
 * solutions of geodesics on the ellipsoid with application of nested equations", Survey Review XXIII (176), 1975.
 * Nearly opposite sides of the Earth, where the formula does not settle, give half of a great circle's length.
 */
export function geodesicDistance(from: Location, to: Location): number {
  const { a, f } = ellipsoid;
  const b = a * (1 - f);
  const L = (to.lng - from.lng) * radians;
  const [u1, u2] = [Math.atan((1 - f) * Math.tan(from.lat * radians)), Math.atan((1 - f) * Math.tan(to.lat * radians))];
  const [sinU1, cosU1, sinU2, cosU2] = [Math.sin(u1), Math.cos(u1), Math.sin(u2), Math.cos(u2)];
  let lambda = L;
  for (let round = 0; round < mostRounds; round += 1) {
    const [sinLambda, cosLambda] = [Math.sin(lambda), Math.cos(lambda)];
    const sinSigma = Math.hypot(cosU2 * sinLambda, cosU1 * sinU2 - sinU1 * cosU2 * cosLambda);
    if (sinSigma === 0) return 0;
    const cosSigma = sinU1 * sinU2 + cosU1 * cosU2 * cosLambda;
    const sigma = Math.atan2(sinSigma, cosSigma);
    const sinAlpha = (cosU1 * cosU2 * sinLambda) / sinSigma;
    const cosSqAlpha = 1 - sinAlpha ** 2;
    // Along the equator there is no middle to speak of.
    const cos2SigmaM = cosSqAlpha === 0 ? 0 : cosSigma - (2 * sinU1 * sinU2) / cosSqAlpha;
    const C = (f / 16) * cosSqAlpha * (4 + f * (4 - 3 * cosSqAlpha));
    const before = lambda;
    lambda = L + (1 - C) * f * sinAlpha * (sigma + C * sinSigma * (cos2SigmaM + C * cosSigma * (2 * cos2SigmaM ** 2 - 1)));
    if (Math.abs(lambda - before) > enough) continue;
    const uSq = (cosSqAlpha * (a ** 2 - b ** 2)) / b ** 2;
    const A = 1 + (uSq / 16_384) * (4096 + uSq * (-768 + uSq * (320 - 175 * uSq)));
    const B = (uSq / 1024) * (256 + uSq * (-128 + uSq * (74 - 47 * uSq)));
    const deltaSigma = B * sinSigma * (cos2SigmaM + (B / 4) * (cosSigma * (2 * cos2SigmaM ** 2 - 1) - (B / 6) * cos2SigmaM * (4 * sinSigma ** 2 - 3) * (4 * cos2SigmaM ** 2 - 3)));
    return b * A * (sigma - deltaSigma);
  }
  return Math.PI * a;
}

/** What a drawn line comes to. Lengths in metres, areas in ㎡. */
export interface Measured {
  /** One for each side; the last leads back to the first corner where the line is closed. */
  readonly sides: readonly number[];
  readonly length: number;
  /** Null while the line is open, has fewer than three corners, or crosses itself: then no area is meant. */
  readonly area: number | null;
  readonly crossesItself: boolean;
}

/** Measures corners in the order in which they were set; `closed` makes them an area. */
export function measured(corners: readonly Location[], closed: boolean): Measured {
  const round = closed && corners.length > 2;
  const ends = round ? [...corners, corners[0]!] : corners;
  const sides = ends.slice(1).map((corner, at) => geodesicDistance(ends[at]!, corner));
  const length = sides.reduce((sum, side) => sum + side, 0);
  if (!round) return { sides, length, area: null, crossesItself: false };
  const ring = ends.map(({ lng, lat }) => [lng, lat]);
  const crossesItself = crossingsOf(ring as [number, number][]).length > 0;
  return { sides, length, area: crossesItself ? null : areaOf({ type: 'Polygon', coordinates: [ring] }), crossesItself };
}

/** A number with its unit. */
export interface Quantity { readonly value: string; readonly unit: string }
const metresPerKilometre = 1_000;
const squareMetresPerHectare = 10_000;

/** A length for people: 86 米, 1.23 公里, 25.4 公里. */
export function lengthWords(metres: number, language: Language): Quantity {
  const chinese = language === 'zh';
  if (Math.round(metres) < metresPerKilometre) return { value: formatNumber(metres, metres < 10 ? 1 : 0), unit: chinese ? '米' : 'm' };
  const kilometres = metres / metresPerKilometre;
  return { value: formatNumber(kilometres, kilometres < 10 ? 2 : 1), unit: chinese ? '公里' : 'km' };
}

/** A measured area for people, in 亩 and beside it in ㎡, or in 公顷 from one hectare on. */
export function areaWords(squareMetres: number, language: Language): { readonly mu: Quantity; readonly metric: Quantity } {
  const chinese = language === 'zh';
  // As many digits as a hand on the map can mean.
  const digits = (value: number) => (value < 10 ? 2 : value < 1_000 ? 1 : 0);
  const [mu, hectares] = [squareMetres / squareMetresPerMu, squareMetres / squareMetresPerHectare];
  return {
    mu: { value: formatNumber(mu, digits(mu)), unit: chinese ? '亩' : 'mu' },
    metric: hectares < 1 ? { value: formatNumber(squareMetres, 0), unit: '㎡' } : { value: formatNumber(hectares, digits(hectares)), unit: chinese ? '公顷' : 'ha' },
  };
}

/** A quantity on one line. */
export const inWords = ({ value, unit }: Quantity) => `${value} ${unit}`;

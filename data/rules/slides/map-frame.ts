/** The part of a slide's width, from its left, that words cover; what a map shows lies right of it. */
export const coveredByWords = 0.36;
const aspect = 16 / 9;
/** A frame is at least so high, in degrees of latitude: about 1.5 km. */
const leastHeight = 0.014;

/** The frame of a map that fills a slide so that all points lie clear of its words; west, south, east, north. Null where there is no point. */
export function mapFrame(points: readonly { readonly lng: number; readonly lat: number }[]): readonly [number, number, number, number] | null {
  if (points.length === 0) return null;
  const [lngs, lats] = [points.map(({ lng }) => lng), points.map(({ lat }) => lat)];
  const [west, east, south, north] = [Math.min(...lngs), Math.max(...lngs), Math.min(...lats), Math.max(...lats)];
  // A degree of longitude is shorter than one of latitude by the cosine of the latitude.
  const squeeze = Math.cos(((south + north) / 2) * (Math.PI / 180));
  const free = 1 - coveredByWords;
  const height = Math.max((north - south) / 0.76, ((east - west) * squeeze) / (free * 0.84 * aspect), leastHeight);
  const width = (height * aspect) / squeeze;
  const left = (west + east) / 2 - width * (coveredByWords + free / 2);
  const bottom = (south + north) / 2 - height / 2;
  return [left, bottom, left + width, bottom + height];
}

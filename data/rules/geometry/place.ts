import type { Location } from '../../schema/common.js';
import { metresBetween } from '../import/outliers.js';

const metresPerDegree = (6_371_008.8 * Math.PI) / 180;

/** A place so many metres to the east and north, for steps that are small against the Earth. */
export const stepped = ({ lng, lat }: Location, east: number, north: number): Location => roundedPlace({
  lng: lng + east / (metresPerDegree * Math.cos((lat * Math.PI) / 180)), lat: lat + north / metresPerDegree,
});

/** Seven decimals of a degree are about a centimetre. */
export const roundedPlace = ({ lng, lat }: Location): Location => ({ lng: Number(lng.toFixed(7)), lat: Number(lat.toFixed(7)) });

/** Degrees, minutes and seconds to a hundredth: 119°56′6.90″E 29°49′30.77″N. */
export function sexagesimal({ lng, lat }: Location): string {
  const angle = (value: number, letters: readonly [string, string]) => {
    const hundredths = Math.round(Math.abs(value) * 360_000);
    const [degrees, minutes, seconds] = [Math.floor(hundredths / 360_000), Math.floor((hundredths % 360_000) / 6_000), (hundredths % 6_000) / 100];
    return `${degrees}°${String(minutes).padStart(2, '0')}′${seconds.toFixed(2).padStart(5, '0')}″${letters[value < 0 ? 1 : 0]}`;
  };
  return `${angle(lng, ['E', 'W'])} ${angle(lat, ['N', 'S'])}`;
}

const fewest = 3;
/** A village reaches at least so far, in metres. */
const leastReach = 3_000;

/**
 * How far a place lies from the middle of its neighbours, in metres, where that is farther than they themselves are spread
 * (four times the median distance, at least 3 km); nothing where it is not, or where fewer than three are known.
 */
export function strayDistance(place: Location, neighbours: readonly Location[]): number | undefined {
  if (neighbours.length < fewest) return undefined;
  const middle = (values: readonly number[]) => values.toSorted((one, other) => one - other)[values.length >> 1]!;
  const centre = { lng: middle(neighbours.map((one) => one.lng)), lat: middle(neighbours.map((one) => one.lat)) };
  const reach = Math.max(leastReach, 4 * middle(neighbours.map((one) => metresBetween(centre, one))));
  const distance = metresBetween(centre, place);
  return distance > reach ? distance : undefined;
}

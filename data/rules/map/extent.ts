/** West, south, east, north in degrees. */
export interface Extent { readonly west: number; readonly south: number; readonly east: number; readonly north: number }
interface Place { readonly lng: number; readonly lat: number }

/** Fewer points than this are all shown, however far apart: none can be called an outlier. */
const fewPoints = 8;
/** A point this many times farther from the middle than points usually are is taken for a slip of the pen. */
const farOut = 8;

const middle = (values: readonly number[]) => values.toSorted((one, other) => one - other)[values.length >> 1]!;

/** The extent of places without those few that lie far outside (median ± 8 median deviations); null for none. */
export function extentOf(places: readonly Place[]): Extent | null {
  if (places.length === 0) return null;
  const keep = (values: readonly number[]) => {
    if (values.length < fewPoints) return [Math.min(...values), Math.max(...values)] as const;
    const centre = middle(values);
    const reach = Math.max(middle(values.map((value) => Math.abs(value - centre))) * farOut, 0.005);
    let low = centre;
    let high = centre;
    for (const value of values) if (Math.abs(value - centre) <= reach) { if (value < low) low = value; if (value > high) high = value; }
    return [low, high] as const;
  };
  const [west, east] = keep(places.map(({ lng }) => lng));
  const [south, north] = keep(places.map(({ lat }) => lat));
  return { west, south, east, north };
}

/** The extent that holds both. */
export const unionOf = (one: Extent, other: Extent): Extent => ({ west: Math.min(one.west, other.west), south: Math.min(one.south, other.south), east: Math.max(one.east, other.east), north: Math.max(one.north, other.north) });

/** True when the two share any ground. */
export const overlaps = (one: Extent, other: Extent) => one.west <= other.east && other.west <= one.east && one.south <= other.north && other.south <= one.north;

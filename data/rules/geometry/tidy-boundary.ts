import type { Boundary } from '../../schema/common.js';
import { signedArea } from './inside.js';
import { boundaryOf, partsOf, type Parts, type Ring } from './rings.js';

/** Seven decimals of a degree are about a centimetre. */
const decimals = 7;
const round = (value: number) => Number(value.toFixed(decimals));

const same = (one: readonly number[], other: readonly number[]) => one[0] === other[0] && one[1] === other[1];

/** A ring rounded to a centimetre, without heights and repeated corners, closed, and turned as asked. */
export function tidyRing(ring: Ring, turn: 'outer' | 'hole'): Ring {
  const corners: (readonly number[])[] = [];
  for (const [lng, lat] of ring) {
    const corner = [round(lng!), round(lat!)];
    const last = corners.at(-1);
    if (!last || !same(last, corner)) corners.push(corner);
  }
  if (corners.length > 1 && same(corners[0]!, corners.at(-1)!)) corners.pop();
  if (corners.length === 0) return [];
  const closed = [...corners, corners[0]!];
  // RFC 7946, section 3.1.6: outer rings run against the clock, holes with it.
  return signedArea(closed) > 0 === (turn === 'outer') ? closed : closed.toReversed();
}

/** All parts tidied; rings that are left with fewer than three corners fall away. */
export const tidyParts = ({ outers, holes }: Parts): Parts => ({
  outers: outers.map((ring) => tidyRing(ring, 'outer')).filter((ring) => ring.length >= 4),
  holes: holes.map((ring) => tidyRing(ring, 'hole')).filter((ring) => ring.length >= 4),
});

/** A boundary as it is stored: see `tidyRing`. Nothing when no ring is left. */
export const tidyBoundary = (boundary: Boundary): Boundary | undefined => boundaryOf(tidyParts(partsOf(boundary)));

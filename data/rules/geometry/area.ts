import { area } from '@turf/area';
import type { Boundary } from '../../schema/common.js';

/**
 * The area of a boundary in ㎡, holes left out. On a sphere of the Earth's mean radius (6 371 008.8 m), as @turf/area
 * reckons it: about 0.1 % more than on the ellipsoid at 30° north.
 */
export const areaOf = (boundary: Boundary): number => area(boundary);

/** How a drawn area stands to the stated one. `share` is the difference as a part of the stated; `marked` when it is worth a question. */
export interface AreaComparison { readonly drawn: number; readonly stated: number; readonly share: number; readonly marked: boolean }

/** A drawn area may differ by a fifth before somebody should look: slopes, banks and rough corners come to so much. */
const worthAQuestion = 0.2;

/** Compares the drawn with the stated area, both in ㎡; nothing without a stated one. */
export function compareAreas(drawn: number, stated: number | undefined): AreaComparison | undefined {
  if (stated === undefined || stated <= 0) return undefined;
  const share = (drawn - stated) / stated;
  return { drawn, stated, share, marked: Math.abs(share) > worthAQuestion };
}

/** A drawn area as it is stored: to a tenth of a ㎡ below a thousand, above to one. */
export const storedArea = (squareMetres: number) => Number(squareMetres.toFixed(squareMetres < 1_000 ? 1 : 0));

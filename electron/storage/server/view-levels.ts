/** The levels for which cells are kept: the land is parted into 2^level by 2^level. */
export const levels = [6, 8, 10, 12, 14, 16] as const;
/** Up to so many assets a view shows one by one; above, as cells with counts. */
export const mostShown = 2_000;
/** Cells across a view at most. */
const mostAcross = 48;

/** The finest level at which a view of so many degrees has no more cells across than can be told apart. */
export function levelFor(degrees: number): number {
  return levels.findLast((level) => (degrees / 360) * 2 ** level <= mostAcross) ?? levels[0];
}

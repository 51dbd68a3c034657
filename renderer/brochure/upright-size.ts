import { emsOf } from '../../data/rules/slides/fit-words.js';

/** The height of the title's slip in millimetres, and the largest and smallest letters on it. */
const slip = { length: 128, most: 15.5, least: 7 } as const;
/** Smaller than this, two columns of larger letters are better. */
const leastInOneColumn = 9;
const spacing = 1.14;

/** The size of an upright title, in millimetres: one column where that leaves it large enough, else two. */
export function uprightSize(title: string): number {
  const length = Math.max(1, emsOf(title)) * spacing;
  const oneColumn = slip.length / length;
  return Math.min(slip.most, oneColumn >= leastInOneColumn ? oneColumn : Math.max(slip.least, Math.min(leastInOneColumn + 2, (2 * slip.length) / (length + 2))));
}

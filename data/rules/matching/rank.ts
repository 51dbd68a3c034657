import type { Facts } from './facts.js';
import { metFrom } from './judge.js';
import type { Scale } from './match.js';

/** More points than a wish can bring. */
const scores = 101;

/** How many rows meet every condition: what is not known meets none. */
export function countFull(columns: readonly Float64Array[], rows: number): number {
  let full = 0;
  for (let row = 0; row < rows; row += 1) {
    let met = true;
    for (let at = 0; at < columns.length && met; at += 1) met = columns[at]![row]! >= metFrom;
    if (met) full += 1;
  }
  return full;
}

/**
 * The rows of most points, best first; among equals what fits more exactly, then what stands first in the ledger. Only those that can be
 * among the first are put in order: of 50,000 mostly some hundreds.
 */
export function bestRows(all: readonly Facts[], total: Uint8Array, scale: Scale, limit: number, takes: (row: number) => boolean = () => true): number[] {
  const counts = new Uint32Array(scores);
  for (let row = 0; row < total.length; row += 1) if (takes(row)) counts[total[row]!]! += 1;
  let least = scores - 1;
  for (let kept = 0; least > 0; least -= 1) { kept += counts[least]!; if (kept >= limit) break; }
  const candidates: { readonly row: number; readonly points: number; readonly finer: number }[] = [];
  for (let row = 0; row < total.length; row += 1) if (total[row]! >= least && takes(row)) candidates.push({ row, points: total[row]!, finer: scale.finer(all[row]!) });
  candidates.sort((one, other) => other.points - one.points || other.finer - one.finer || one.row - other.row);
  return candidates.slice(0, limit).map(({ row }) => row);
}

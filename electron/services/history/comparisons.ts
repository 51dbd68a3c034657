import type { Comparison } from '../../../data/contract.js';
import { newKey } from '../new-id.js';
import { countOf, stale, type Compared } from './compared.js';
import type { Period } from './compare-days.js';

/** Comparisons that pages still read from. */
export interface Comparisons {
  /** Keeps one; answers with its figures and the id that its rows are asked for by. */
  keep(compared: Compared, period: Period): Comparison;
  /** Throws `not-found` for one that is no longer kept. */
  find(comparisonId: string): Compared;
}

/** A page looks at one at a time; a few more serve other windows. */
const keptComparisons = 4;

export function createComparisons(): Comparisons {
  const kept = new Map<string, Compared>();
  return {
    keep(compared, { from, to }) {
      const comparisonId = newKey();
      kept.set(comparisonId, compared);
      for (const old of kept.keys()) if (kept.size > keptComparisons) kept.delete(old);
      return {
        comparisonId, from, to, added: countOf(compared, 'added'), changed: countOf(compared, 'changed'), removed: countOf(compared, 'removed'),
        ...(compared.notice ? { notice: compared.notice } : {}),
      };
    },
    find(comparisonId) {
      const found = kept.get(comparisonId);
      if (!found) throw stale();
      return found;
    },
  };
}

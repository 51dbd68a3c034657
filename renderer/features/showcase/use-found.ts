import { useDeferredValue, useMemo } from 'react';
import { activeFacets, type AssetFilter } from '../../../data/rules/filter.js';
import { createFilterIndex, type FilterResult } from '../../../data/rules/filter-index.js';
import { createSearchIndex } from '../../../data/rules/search-query.js';
import type { IndexEntry } from '../../state/index-entries.js';
import { useProgram } from '../../state/program-store.js';
import { useShowcase } from './showcase-store.js';

/** What search and filter find among the assets. */
export interface FoundAssets {
  readonly entries: readonly IndexEntry[];
  readonly result: FilterResult;
  readonly query: string;
  readonly filter: AssetFilter;
  /** True when anything is searched or filtered for. */
  readonly narrowed: boolean;
  readonly found: readonly IndexEntry[];
  /** The best of what was found for the query, best first. */
  readonly best: readonly IndexEntry[];
}

const bestShown = 8;

/** Searches and filters; lags behind fast typing rather than holding it up. */
export function useFound(): FoundAssets {
  const entries = useProgram((state) => state.publicEntries);
  const query = useDeferredValue(useShowcase((state) => state.query));
  const filter = useDeferredValue(useShowcase((state) => state.filter));
  const search = useMemo(() => createSearchIndex(entries.map((entry) => entry.search)), [entries]);
  const filters = useMemo(() => createFilterIndex(entries), [entries]);
  return useMemo(() => {
    const searched = search.find(query);
    const result = filters.run(filter, searched?.flags ?? null);
    const entryAt = (row: number) => entries[row]!;
    return {
      entries, result, query, filter, narrowed: searched !== null || activeFacets(filter).length > 0,
      found: result.rows.length === entries.length ? entries : Array.from(result.rows, entryAt),
      best: searched ? search.best(query, result.rows, bestShown).map(entryAt) : [],
    };
  }, [entries, search, filters, query, filter]);
}

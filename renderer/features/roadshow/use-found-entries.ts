import { useMemo } from 'react';
import { matchesFilter, type AssetFilter } from '../../../data/rules/filter.js';
import { matchesSearch } from '../../../data/rules/search-query.js';
import type { IndexEntry } from '../../state/index-entries.js';
import { useProgram } from '../../state/program-store.js';

/** The published assets that a filter and a search find, in the ledger's order. */
export function useFoundEntries(filter: AssetFilter, query = ''): readonly IndexEntry[] {
  const entries = useProgram((state) => state.publicEntries);
  return useMemo(() => entries.filter((entry) => matchesFilter(entry, filter) && matchesSearch(entry.search, query)), [entries, filter, query]);
}

import { useMemo } from 'react';
import type { AssetFilter } from '../../../../data/rules/filter.js';
import { createFilterIndex } from '../../../../data/rules/filter-index.js';
import { createSearchIndex } from '../../../../data/rules/search-query.js';
import type { IndexEntry } from '../../../state/index-entries.js';
import { useProgram } from '../../../state/program-store.js';

/** The published assets that a filter and a search find; those that fit the search best first. */
export function useAnswer(filter: AssetFilter, query = ''): readonly IndexEntry[] {
  const entries = useProgram((state) => state.publicEntries);
  const search = useMemo(() => createSearchIndex(entries.map((entry) => entry.search)), [entries]);
  const index = useMemo(() => createFilterIndex(entries), [entries]);
  return useMemo(() => {
    const found = search.find(query);
    const { rows } = index.run(filter, found?.flags ?? null);
    return (found ? search.best(query, rows, rows.length) : [...rows]).map((row) => entries[row]!);
  }, [entries, search, index, filter, query]);
}

import { useDeferredValue, useMemo, useState } from 'react';
import { createSearchIndex } from '../../../data/rules/search-query.js';
import type { FieldDefinition } from '../../../data/schema/fields.js';
import type { Language } from '../../../data/schema/text.js';
import type { IndexEntry } from '../../state/index-entries.js';
import { nextSort, sortKeys, sortRows, type SortBy } from '../../ui/grid/sort-order.js';
import { findRows, noFilter, sortValue, sumRows, type LedgerFilter } from './ledger-view.js';

/** Keys are worked out once per column and ledger state. */
function useSortKeys(entries: readonly IndexEntry[], paths: readonly string[], fields: readonly FieldDefinition[], sort: SortBy | null, language: Language): Float64Array | null {
  const kept = useMemo(() => ({ entries, language, keys: new Map<string, Float64Array>() }), [entries, language]);
  return useMemo(() => {
    const field = sort && fields.find((entry) => entry.path === sort.key);
    if (!field) return null;
    const known = kept.keys.get(field.path);
    if (known) return known;
    const at = paths.indexOf(field.path);
    const keys = sortKeys(kept.entries.map((entry) => sortValue(field, entry.cells[at], kept.language)));
    kept.keys.set(field.path, keys);
    return keys;
  }, [kept, sort, fields, paths]);
}

/** What of the ledger is shown and in which order: the filter and the sorting, and what follows from them. */
export function useLedgerView(entries: readonly IndexEntry[], paths: readonly string[], fields: readonly FieldDefinition[], language: Language) {
  const [filter, setFilter] = useState<LedgerFilter>(noFilter);
  const [sort, setSort] = useState<SortBy | null>(null);
  // Typing goes before drawing: a long table follows the letters when it can.
  const settled = useDeferredValue(filter);
  const search = useMemo(() => createSearchIndex(entries.map((entry) => entry.search)), [entries]);
  const found = useMemo(() => findRows(entries, search, settled), [entries, search, settled]);
  const keys = useSortKeys(entries, paths, fields, sort, language);
  const rows = useMemo(() => (sort && keys ? sortRows(found, keys, sort.descending) : found), [found, sort, keys]);
  const sums = useMemo(() => sumRows(entries, found), [entries, found]);
  return { filter, setFilter, sort, turnSort: (key: string) => setSort((now) => nextSort(now, key)), rows, sums };
}

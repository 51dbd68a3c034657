import { useDeferredValue, useMemo, useRef } from 'react';
import { createSearchIndex, type SearchIndex } from '../../../data/rules/search-query.js';
import type { Language } from '../../../data/schema/text.js';
import type { DeskEntry } from '../../state/index-entries.js';
import type { SortBy } from '../../ui/grid/sort-order.js';
import { findRows, sameRecords, sortedRows, sumRows, type LedgerFilter } from '../../ui/ledger-rows.js';

interface Order { readonly entries: readonly DeskEntry[]; readonly filter: LedgerFilter; readonly sort: SortBy | null; readonly rows: readonly number[] }

/**
 * What of the ledger is shown and in which order. While only values change, rows stay where they are, as in a spreadsheet:
 * an edit must not make its own row jump away. A new filter, another sorting, or records added or removed order anew.
 */
export function useLedgerView(entries: readonly DeskEntry[], paths: readonly string[], language: Language, filter: LedgerFilter, sort: SortBy | null) {
  // Typing goes before drawing: a long table follows the letters when it can.
  const settled = useDeferredValue(filter);
  const kept = useRef<Order | null>(null);
  // Made when somebody first searches, and again only for other records.
  const search = useMemo(() => { let made: SearchIndex | null = null; return () => (made ??= createSearchIndex(entries.map((entry) => entry.search))); }, [entries]);
  const rows = useMemo(() => {
    const before = kept.current;
    if (before && before.filter === settled && before.sort === sort && sameRecords(before.entries, entries)) {
      kept.current = { ...before, entries };
      return before.rows;
    }
    const found = findRows(entries, settled.query.trim() === '' ? null : search(), settled);
    const ordered = sortedRows(entries, found, paths, language, sort);
    kept.current = { entries, filter: settled, sort, rows: ordered };
    return ordered;
  }, [entries, paths, language, settled, search, sort]);
  const sums = useMemo(() => sumRows(entries, rows), [entries, rows]);
  return { rows, sums };
}

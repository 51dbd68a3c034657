import { useMemo } from 'react';
import type { IndexEntry } from '../../state/index-entries.js';
import { inOrder } from './list-order.js';
import { useShowcase } from './showcase-store.js';
import type { FoundAssets } from './use-found.js';

/** What was found, in the order in which the list shows it and a clicker goes through it. */
export function useListRows(found: FoundAssets): readonly IndexEntry[] {
  const sort = useShowcase((state) => state.sort);
  const ordered = useMemo(() => (sort ? inOrder(found.entries, sort) : null), [found.entries, sort]);
  return useMemo(() => {
    if (!ordered || found.found === found.entries) return ordered ?? found.found;
    const kept = new Set(found.found);
    return ordered.filter((entry) => kept.has(entry));
  }, [ordered, found]);
}

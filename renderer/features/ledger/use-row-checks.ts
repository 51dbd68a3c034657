import { useCallback, useMemo, useState } from 'react';
import type { DeskEntry } from '../../state/index-entries.js';

/** The assets taken together by their boxes; those that are no longer in the ledger fall out. */
export function useRowChecks(entries: readonly DeskEntry[]) {
  const [checked, setChecked] = useState<ReadonlySet<string>>(new Set());
  const keys = useMemo(() => {
    if (checked.size === 0) return checked;
    const there = new Set<string>();
    for (const entry of entries) if (checked.has(entry.id)) there.add(entry.id);
    return there.size === checked.size ? checked : there;
  }, [checked, entries]);
  const onCheck = useCallback((given: readonly string[], on: boolean | 'turn') => setChecked((now) => {
    const next = new Set(now);
    // Several are turned together: taken unless all of them are.
    const take = on === 'turn' ? given.some((key) => !now.has(key)) : on;
    for (const key of given) if (take) next.add(key); else next.delete(key);
    return next;
  }), []);
  const clear = useCallback(() => setChecked(new Set()), []);
  return { keys, onCheck, clear };
}

import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Asset } from '../../../data/schema/asset.js';
import { withValueAt } from '../../../data/schema/fields.js';
import { failureOf } from '../../client/call-failure.js';
import type { Client } from '../../client/client.js';
import type { Patch } from '../../state/cell-edits.js';
import type { DeskEntry } from '../../state/index-entries.js';
import { tell } from '../../state/program-store.js';

/** So many assets are kept; those longest not asked for are dropped first. */
const mostKept = 6_000;
const perCall = 500;
const restMs = 80;

export interface AssetDetails {
  readonly known: ReadonlyMap<string, Asset>;
  /** Says which rows are in sight: what is missing of them is fetched once the table rests. */
  readonly inSight: (entries: readonly DeskEntry[]) => void;
  readonly load: (ids: readonly string[]) => Promise<void>;
}

/**
 * Whole assets for columns that the index does not bring. Only while `wanted`: the index is what keeps a ledger of 50,000
 * light. An asset counts as old, and is fetched again, when the index has a newer revision of it.
 */
export function useAssetDetails(client: Client, wanted: boolean, entries: readonly DeskEntry[], revisionOf: (entry: DeskEntry) => number, pending: ReadonlyMap<string, Patch>): AssetDetails {
  const [known, setKnown] = useState<ReadonlyMap<string, Asset>>(new Map());
  const newest = useRef(known);
  const asked = useRef(new Set<string>());
  const seen = useRef<readonly DeskEntry[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const byId = useMemo(() => (wanted ? new Map(entries.map((entry) => [entry.id, entry])) : null), [wanted, entries]);

  const fetch = useCallback(async (ids: readonly string[]) => {
    const missing = ids.filter((id) => !asked.current.has(id));
    missing.forEach((id) => asked.current.add(id));
    try {
      for (let from = 0; from < missing.length; from += perCall) {
        const assets = await client.call('desk.assets', { ids: missing.slice(from, from + perCall) });
        const next = new Map(newest.current);
        for (const asset of assets) { next.delete(asset.id); next.set(asset.id, asset); }
        for (const id of next.keys()) { if (next.size <= mostKept) break; next.delete(id); }
        newest.current = next;
        setKnown(next);
      }
    } finally {
      missing.forEach((id) => asked.current.delete(id));
    }
  }, [client]);
  const refresh = useCallback(() => {
    if (!byId) return;
    const old = seen.current.filter((entry) => { const asset = newest.current.get(entry.id); const now = byId.get(entry.id); return now !== undefined && (!asset || asset.revision < revisionOf(now)); });
    if (old.length > 0) fetch(old.map((entry) => entry.id)).catch((error: unknown) => { const failure = failureOf(error); tell(failure.message, failure); });
  }, [byId, fetch, revisionOf]);

  useEffect(() => { refresh(); }, [refresh]);
  useEffect(() => () => clearTimeout(timer.current), []);
  // What was edited here stands until the asset comes back with it, or without it; one revision back, it counts as old.
  useEffect(() => {
    if (!wanted) return;
    if (pending.size === 0) { refresh(); return; }
    const next = new Map(newest.current);
    for (const [id, patch] of pending) {
      const asset = next.get(id);
      if (asset) next.set(id, [...patch].reduce((copy, [path, value]) => withValueAt(copy, path, value), { ...asset, revision: asset.revision - 1 }));
    }
    newest.current = next;
    setKnown(next);
  }, [wanted, pending, refresh]);

  const inSight = useCallback((rows: readonly DeskEntry[]) => {
    seen.current = rows;
    clearTimeout(timer.current);
    timer.current = setTimeout(refresh, restMs);
  }, [refresh]);
  const load = useCallback((ids: readonly string[]) => fetch(ids.filter((id) => !newest.current.has(id)).slice(0, mostKept)), [fetch]);
  return { known, inSight, load };
}

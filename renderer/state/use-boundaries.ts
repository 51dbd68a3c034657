import { useEffect, useState } from 'react';
import type { Client } from '../client/client.js';
import { failureOf } from '../client/call-failure.js';
import { useClient } from '../client/current-client.js';
import { tell } from './program-store.js';

/** The boundaries of published assets by their identity, as sent: `unpackedRing` of data/rules/map/boundary-rings.ts reads a ring. */
export type Boundaries = ReadonlyMap<string, readonly (readonly number[])[]>;

const none: Boundaries = new Map();
const pageSize = 2_000;
/** More ids than this are not sent: all pages are fetched anew. */
const manyIds = 5_000;

/** What was fetched last stands until the next fetch has come: coming back to a page shows its boundaries at once. */
let last: { readonly client: Client; readonly boundaries: Boundaries } | null = null;

/**
 * All boundaries of published assets, in pages, once `ready` (the first picture is painted); those of changed assets are fetched again.
 * A new map at each change; rings that did not change are the same arrays.
 */
export function useBoundaries(ready: boolean): Boundaries {
  const client = useClient();
  const [boundaries, setBoundaries] = useState<Boundaries>(() => (last?.client === client ? last.boundaries : none));
  useEffect(() => {
    if (!ready) return;
    let stopped = false;
    let known: ReadonlyMap<string, readonly (readonly number[])[]> = last?.client === client ? last.boundaries : none;
    // One fetch after another: an answer never overtakes a later change.
    let queue: Promise<unknown> = Promise.resolve();
    const show = (next: Boundaries) => {
      if (stopped) return;
      known = next;
      last = { client, boundaries: next };
      setBoundaries(next);
    };
    const fetchAll = async () => {
      let from: number | null = 0;
      const all = new Map<string, readonly (readonly number[])[]>();
      while (from !== null && !stopped) {
        const page: Awaited<ReturnType<typeof fetchPage>> = await fetchPage(client, from);
        for (const { id, rings } of page.rows) all.set(id, sameOr(known.get(id), rings));
        from = page.next;
        // The first time, each page is shown as it comes.
        if (known.size < all.size) show(new Map(all));
      }
      if (!stopped) show(all);
    };
    const fetchSome = async (ids: readonly string[]) => {
      if (ids.length > manyIds) { await fetchAll(); return; }
      const { rows } = await client.call('public.boundaries', { from: 0, limit: pageSize, ids: [...ids] });
      const next = new Map(known);
      for (const id of ids) next.delete(id);
      for (const { id, rings } of rows) next.set(id, sameOr(known.get(id), rings));
      show(next);
    };
    const enqueue = (work: () => Promise<void>) => {
      queue = queue.then(() => (stopped ? undefined : work())).catch((error: unknown) => { if (!stopped) { const failure = failureOf(error); tell(failure.message, failure); } });
    };
    const stops = [
      client.on('ledger.opened', () => { show(none); enqueue(fetchAll); }),
      client.on('ledger.changed', ({ assets }) => { if (assets.length > 0) enqueue(() => fetchSome(assets)); }),
    ];
    enqueue(fetchAll);
    return () => { stopped = true; stops.forEach((stop) => stop()); };
  }, [client, ready]);
  return boundaries;
}

const fetchPage = (client: Client, from: number) => client.call('public.boundaries', { from, limit: pageSize });

/** The rings known before where nothing about them changed: what was reckoned from them stays good. */
function sameOr(before: readonly (readonly number[])[] | undefined, rings: readonly (readonly number[])[]) {
  const same = before?.length === rings.length && before.every((ring, at) => ring.length === rings[at]!.length && ring.every((step, corner) => step === rings[at]![corner]));
  return same ? before : rings;
}

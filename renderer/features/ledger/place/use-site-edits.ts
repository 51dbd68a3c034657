import { useCallback, useEffect, useRef } from 'react';
import type { Asset } from '../../../../data/schema/asset.js';
import type { Text } from '../../../../data/schema/text.js';
import { useClient } from '../../../client/current-client.js';
import { applyAndTell } from '../../../state/apply-edits.js';

/** One field of the asset and what is to stand there; without a value it is cleared. */
export interface SiteEdit { readonly path: 'location' | 'locationSource' | 'boundary' | 'siteArea'; readonly value?: unknown }
export type StoreSite = (edits: readonly SiteEdit[], done: Text, label: Text) => Promise<boolean>;

/** Stores what belongs to an asset's place, each time as one change that can be undone; one after the other, on the revision that the last one left. */
export function useSiteEdits(record: Asset, onReload: () => void): StoreSite {
  const client = useClient();
  const { id } = record;
  const revision = useRef(record.revision);
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  // Undo brings back a record with the revision it had: the one shown counts, not the highest seen.
  useEffect(() => { revision.current = record.revision; }, [record]);
  return useCallback((edits, done, label) => {
    const work = async () => {
      const on = revision.current;
      const ids = await applyAndTell(client, edits.map(({ path, value }) => ({ kind: 'set', noun: 'asset', id, path, revision: on, ...(value === undefined ? {} : { value }) })), done, label);
      if (ids) revision.current = on + 1;
      onReload();
      return ids !== undefined;
    };
    const mine = queue.current.then(work);
    queue.current = mine;
    return mine;
  }, [client, id, onReload]);
}

import { useCallback, useEffect, useState } from 'react';
import type { StoredPack } from '../../../data/contract.js';
import type { Failure } from '../../../data/schema/failure.js';
import { failureOf } from '../../client/call-failure.js';
import { useClient } from '../../client/current-client.js';
import { useProgram } from '../../state/program-store.js';

/** The packs that are kept in the ledger's folder or linked from it; looked for anew whenever the map's sheets change. */
export function useStoredPacks(): { readonly packs: readonly StoredPack[] | null; readonly failure: Failure | null; readonly reload: () => void } {
  const client = useClient();
  const maps = useProgram((state) => state.maps);
  const folder = useProgram((state) => state.status?.folder);
  const [packs, setPacks] = useState<readonly StoredPack[] | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const reload = useCallback(() => {
    client.call('maps.list', {}).then((list) => { setPacks(list); setFailure(null); }, (error: unknown) => setFailure(failureOf(error)));
  }, [client]);
  useEffect(reload, [reload, maps, folder]);
  return { packs, failure, reload };
}

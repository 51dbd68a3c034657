import { useCallback, useEffect, useState } from 'react';
import type { Failure } from '../../data/schema/failure.js';
import { failureOf } from '../client/call-failure.js';
import { useClient } from '../client/current-client.js';
import { loadDesk } from './follow-host.js';
import { useProgram } from './program-store.js';

/** Sees to it that the staff's view of the ledger is there, also after another ledger was opened. Answers with why it is not. */
export function useDesk(): { failure: Failure | null; retry: () => void } {
  const client = useClient();
  const missing = useProgram((state) => state.deskEntries === null && !state.loading);
  const [failure, setFailure] = useState<Failure | null>(null);
  const load = useCallback(() => {
    loadDesk(client).then(() => setFailure(null), (error: unknown) => setFailure(failureOf(error)));
  }, [client]);
  useEffect(() => { if (missing) load(); }, [missing, load]);
  return { failure, retry: load };
}

import { useCallback } from 'react';
import type { Settings } from '../../../data/contract.js';
import { failureOf } from '../../client/call-failure.js';
import { useClient } from '../../client/current-client.js';
import { tell } from '../../state/program-store.js';

/** Changes settings, saying so only when it cannot be done. */
export function useSettings(): (next: Partial<Settings>) => void {
  const client = useClient();
  return useCallback((next) => { client.call('settings.set', next).catch((error: unknown) => { const failure = failureOf(error); tell(failure.message, failure); }); }, [client]);
}

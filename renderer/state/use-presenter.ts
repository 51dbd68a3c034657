import { useEffect } from 'react';
import { useClient } from '../client/current-client.js';
import { followStage } from './stage-store.js';

/** Follows the show for the whole desk, so that the console is the same after another page was looked at. */
export function usePresenter(): void {
  const client = useClient();
  useEffect(() => followStage(client, true), [client]);
}

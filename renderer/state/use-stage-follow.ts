import { useEffect } from 'react';
import { useClient } from '../client/current-client.js';
import { openPage } from './program-store.js';
import { followStage, useStage } from './stage-store.js';

/** Follows the show for the whole desk, whatever page is open; a show that begins, or that a crash cut off, brings the console up. */
export function useStageFollow(): void {
  const client = useClient();
  const isOn = useStage((state) => state.known && state.show.on);
  useEffect(() => followStage(client, true), [client]);
  useEffect(() => { if (isOn) openPage('roadshow'); }, [isOn]);
}

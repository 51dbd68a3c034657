import { useEffect } from 'react';
import { useClient } from '../client/current-client.js';
import { loadPublic, takePublicChange } from '../state/follow-public.js';
import { followStage, loadStage } from '../state/stage-store.js';

/** How long to wait before asking again, in milliseconds: at first, and at most. */
const firstWaitMs = 400;
const longestWaitMs = 5_000;

/**
 * Keeps this window's public records and its show up with the host. Whatever cannot be asked for is asked again until it can: the
 * room sees the last good scene meanwhile, and never a word about it.
 */
export function usePublicLedger(): void {
  const client = useClient();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let wait = firstWaitMs;
    let left = false;
    const trouble = () => {
      if (left || timer !== undefined) return;
      timer = setTimeout(() => { timer = undefined; guard(refresh()); }, wait);
      wait = Math.min(longestWaitMs, wait * 2);
    };
    const guard = (work: Promise<unknown>) => { work.then(() => { wait = firstWaitMs; }, trouble); };
    const refresh = () => Promise.all([loadPublic(client), loadStage(client)]);
    guard(loadPublic(client));
    const stops = [
      followStage(client, false, trouble),
      client.onReturn(() => guard(loadPublic(client))),
      client.on('ledger.opened', () => guard(loadPublic(client))),
      client.on('ledger.changed', (change) => guard(takePublicChange(client, change))),
    ];
    return () => {
      left = true;
      clearTimeout(timer);
      stops.forEach((stop) => stop());
    };
  }, [client]);
}

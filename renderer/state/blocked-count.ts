import { useEffect, useState } from 'react';
import { useClient } from '../client/current-client.js';
import { useProgram } from './program-store.js';

/** Edits come in rows; the figure follows once they pause, in ms. */
const settle = 800;

/** How many assets may not be published as they are. Asked for only once the desk is used: a showcase needs no check-up. */
export function useBlockedCount(): number {
  const client = useClient();
  const [isAtDesk, setAtDesk] = useState(false);
  const isShowcase = useProgram((state) => state.page === 'showcase');
  const [count, setCount] = useState(0);
  useEffect(() => { if (!isShowcase) setAtDesk(true); }, [isShowcase]);
  useEffect(() => {
    if (!isAtDesk) return;
    let over = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    // A figure in the margin: when it cannot be had, the page itself says why.
    const take = () => { client.call('quality.summary', {}).then((summary) => { if (!over) setCount(summary.blocked); }, () => undefined); };
    const later = () => { clearTimeout(timer); timer = setTimeout(take, settle); };
    take();
    const stops = [client.on('ledger.changed', later), client.on('ledger.opened', () => { setCount(0); later(); })];
    return () => { over = true; clearTimeout(timer); stops.forEach((stop) => stop()); };
  }, [client, isAtDesk]);
  return count;
}

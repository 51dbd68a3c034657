import { useEffect, useState } from 'react';
import type { Client } from '../client/client.js';
import { useClient } from '../client/current-client.js';

/** What a host answered, asked once for all: it does not change while the page lives. */
const answers = new WeakMap<Client, Promise<boolean>>();

/** Whether the host has the system's own dialogs, dragging and file manager; false until it is known, and in a browser. */
export function useNative(): boolean {
  const client = useClient();
  const [native, setNative] = useState(false);
  useEffect(() => {
    let stale = false;
    const answer = answers.get(client) ?? client.call('desktop.offers', {}).then((offers) => offers.native, () => false);
    answers.set(client, answer);
    void answer.then((known) => { if (!stale) setNative(known); });
    return () => { stale = true; };
  }, [client]);
  return native;
}

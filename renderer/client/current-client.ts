import { createContext, useContext } from 'react';
import type { Client } from './client.js';

export const ClientContext = createContext<Client | null>(null);

/** The client of this page. Throws outside the app: nothing may be drawn before the transport is chosen. */
export function useClient(): Client {
  const client = useContext(ClientContext);
  if (!client) throw new Error('No client: the page was drawn outside the app.');
  return client;
}

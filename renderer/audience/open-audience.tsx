import type { Root } from 'react-dom/client';
import type { Client } from '../client/client.js';
import { ClientContext } from '../client/current-client.js';
import { AudiencePage } from './audience-page.js';

/** Draws the audience screen into a page that was opened at the public's address. */
export function openAudience(client: Client, root: Root): void {
  root.render(<ClientContext.Provider value={client}><AudiencePage /></ClientContext.Provider>);
}

import type { ComponentType } from 'react';
import { createRoot } from 'react-dom/client';
import { createClient } from './client/client.js';
import { ClientContext } from './client/current-client.js';
import type { EarlyCalls } from './client/early-calls.js';
import { createHttpTransport } from './client/http-transport.js';
import { createIpcTransport, type Bridge } from './client/ipc-transport.js';

export interface PageAsked {
  /** Electron's way to the host, where the page is opened by it; over HTTP the token is the way. */
  readonly bridge: Bridge | undefined;
  readonly token: string;
  readonly early: EarlyCalls | undefined;
  /** The sheet that is to be printed. */
  readonly sheetId: string | undefined;
  /** The desk's page; without it the audience looks on. */
  readonly Desk: ComponentType | undefined;
}

/** Draws what was asked for: a sheet to print, the audience screen, or the program. */
export function openPage({ bridge, token, early, sheetId, Desk }: PageAsked): void {
  const client = createClient(bridge ? createIpcTransport(bridge, early) : createHttpTransport(token, early));
  const root = createRoot(document.getElementById('root')!);
  if (sheetId !== undefined) void import('./sheet/open-sheet.js').then(({ openSheet }) => openSheet(client, sheetId, root));
  else if (Desk) root.render(<ClientContext.Provider value={client}><Desk /></ClientContext.Provider>);
  else void import('./audience/open-audience.js').then(({ openAudience }) => openAudience(client, root));
}

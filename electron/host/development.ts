import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { HttpHostOptions } from './serve-http.js';
import { developmentPolicy } from './security.js';

/** What is used of Vite's server; the program itself knows no Vite. */
export interface DevelopmentServer {
  readonly config: { readonly root: string };
  transformIndexHtml(address: string, html: string): Promise<string>;
  middlewares(request: IncomingMessage, response: ServerResponse): void;
}

/** Serves the page from a development server instead of the built files; the doors and all calls stay as they are. */
export const developmentServing = (server: DevelopmentServer): Pick<HttpHostOptions, 'page' | 'fallback'> => ({
  page: {
    index: (path) => server.transformIndexHtml(path, readFileSync(join(server.config.root, 'index.html'), 'utf8')),
    files: new Map(),
    policy: developmentPolicy(),
  },
  fallback: (request, response) => server.middlewares(request, response),
});

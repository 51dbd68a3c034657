import type { CreateScreens } from '../services/stage/screens.js';
import { serveHttp, type HttpHost, type HttpHostOptions } from './serve-http.js';

/**
 * The audience screen of the browser host: a door of its own on a port of its own, which lets the public in and nobody else. A browser
 * shares cookies between the ports of a machine, but the desk's cookie names another port and opens nothing here, and a page of one origin
 * may not read the other's. Opened at the first need; the desk's page opens the window itself, since only a press may.
 */
export const audienceDoor = (serving: () => Pick<HttpHostOptions, 'page' | 'fallback'>): CreateScreens => (program) => {
  let door: Promise<HttpHost> | undefined;
  const opened = () => { door ??= serveHttp({ program, ...serving(), circles: ['public'] }).catch((error: unknown) => { door = undefined; throw error; }); return door; };
  return {
    async open() {
      const http = await opened();
      // A screen that is open and listening is not opened a second time.
      return { address: http.listeners() > 0 ? null : http.entrance('public'), displays: 1 };
    },
    async close() {
      const open = await door?.catch(() => undefined);
      door = undefined;
      await open?.close();
    },
  };
};

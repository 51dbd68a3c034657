import type { EventName, Reply } from '../../data/contract.js';
import type { Transport } from './transport.js';
import { uploadTo } from './upload.js';

/** What the preload script puts on the window; nothing else crosses. */
export interface Bridge {
  call(name: string, input: unknown): Promise<Reply>;
  on(listener: (name: EventName, payload: unknown) => void): () => void;
}

/** The transport of Electron: calls and events over IPC, files over the `app` scheme that served the page. */
export const createIpcTransport = (bridge: Bridge): Transport => ({
  call: (name, input) => bridge.call(name, input),
  on: (listener) => bridge.on(listener),
  upload: (file, signal) => uploadTo('/upload', file, {}, signal),
  address: (resource) => `/${resource}`,
});

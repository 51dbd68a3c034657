import { replySchema, type EventName } from '../../data/contract.js';
import type { Transport } from './transport.js';
import { uploadTo } from './upload.js';

/** The transport of the browser host: calls by POST, events by server-sent events, both under the page's token. */
export function createHttpTransport(token: string): Transport {
  return {
    async call(name, input) {
      const response = await fetch('/call', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-xishan-token': token },
        body: JSON.stringify({ name, input }),
      });
      return replySchema.parse(await response.json()) as Awaited<ReturnType<Transport['call']>>;
    },
    on(listener) {
      const source = new EventSource(`/events?token=${encodeURIComponent(token)}`);
      source.onmessage = (message) => {
        const { name, payload } = JSON.parse(message.data as string) as { name: EventName; payload: unknown };
        listener(name, payload);
      };
      return () => source.close();
    },
    upload: (file, signal) => uploadTo('/upload', file, { 'x-xishan-token': token }, signal),
    address: (resource) => `/${resource}`,
  };
}

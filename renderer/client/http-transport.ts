import type { EventName } from '../../data/contract.js';
import { readReply } from '../../data/contract/read-reply.js';
import type { Transport } from './transport.js';
import { uploadTo } from './upload.js';

/** How long a host that refused the stream is left alone, in milliseconds. */
const refusedMs = 1_000;

/** The transport of the browser host: calls by POST, events by server-sent events, both under the page's token. */
export function createHttpTransport(token: string): Transport {
  return {
    async call(name, input) {
      const response = await fetch('/call', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-xishan-token': token },
        body: JSON.stringify({ name, input }),
      });
      return readReply(await response.json());
    },
    on(listener, returned) {
      let source: EventSource;
      let again: ReturnType<typeof setTimeout> | undefined;
      let lost = false;
      const open = () => {
        source = new EventSource(`/events?token=${encodeURIComponent(token)}`);
        source.onmessage = (message) => {
          const { name, payload } = JSON.parse(message.data as string) as { name: EventName; payload: unknown };
          listener(name, payload);
        };
        source.onopen = () => { if (lost) returned(); lost = false; };
        source.onerror = () => {
          lost = true;
          // The browser tries again by itself after a broken line, but never after an answer that was a refusal.
          if (source.readyState === EventSource.CLOSED) again = setTimeout(open, refusedMs);
        };
      };
      open();
      return () => { clearTimeout(again); source.close(); };
    },
    upload: (file, signal) => uploadTo('/upload', file, { 'x-xishan-token': token }, signal),
    address: (resource) => `/${resource}`,
  };
}

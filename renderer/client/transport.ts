import type { EventName, Reply } from '../../data/contract.js';

/** How the page reaches its host. Two exist; only `main.tsx` knows which one is in use. */
export interface Transport {
  call(name: string, input: unknown): Promise<Reply>;
  /** Hears every event of the host; answers with the way to stop. `returned` is told when the host is heard again after it was lost: what happened meanwhile was missed. */
  on(listener: (name: EventName, payload: unknown) => void, returned: () => void): () => void;
  /** Hands a file's bytes to the host; answers with its upload id. */
  upload(file: File, signal?: AbortSignal): Promise<string>;
  /** The address at which the host serves `media/…`, `maps/…` or `outputs/…`. */
  address(resource: string): string;
}

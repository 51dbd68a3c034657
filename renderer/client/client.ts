import type { CallInput, CallName, CallOutput, EventName, Events } from '../../data/contract.js';
import { CallFailure } from './call-failure.js';
import type { Transport } from './transport.js';

/** The page's side of the contract: every call by its name, typed from the one list. */
export interface Client {
  call<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>>;
  on<E extends EventName>(name: E, listener: (payload: Events[E]) => void): () => void;
  /** Tells when the host is heard again after its events were lost for a while; whoever must not miss one asks anew then. */
  onReturn(listener: () => void): () => void;
  upload(file: File, signal?: AbortSignal): Promise<string>;
  address(resource: string): string;
}

/** Builds the client on a transport. Calls throw CallFailure; one event stream serves all listeners. */
export function createClient(transport: Transport): Client {
  const listeners = new Map<EventName, Set<(payload: never) => void>>();
  const returns = new Set<() => void>();
  transport.on((name, payload) => listeners.get(name)?.forEach((listener) => listener(payload as never)), () => returns.forEach((listener) => listener()));
  return {
    async call(name, input) {
      const reply = await transport.call(name, input);
      if (!reply.ok) throw new CallFailure(reply.failure);
      return reply.value as never;
    },
    on(name, listener) {
      const set = listeners.get(name) ?? new Set();
      listeners.set(name, set.add(listener as (payload: never) => void));
      return () => void set.delete(listener as (payload: never) => void);
    },
    onReturn(listener) {
      returns.add(listener);
      return () => void returns.delete(listener);
    },
    upload: transport.upload,
    address: transport.address,
  };
}

import type { EventName, Events } from '../../data/contract.js';

/** Who listens to what; a listener that throws does not keep the others from hearing. */
export interface EventHub {
  on<E extends EventName>(name: E, listener: (payload: Events[E]) => void): () => void;
  emit<E extends EventName>(name: E, payload: Events[E]): void;
}

export function createEventHub(): EventHub {
  const listeners = new Map<EventName, Set<(payload: never) => void>>();
  return {
    on(name, listener) {
      const set = listeners.get(name) ?? new Set();
      listeners.set(name, set.add(listener as (payload: never) => void));
      return () => void set.delete(listener as (payload: never) => void);
    },
    emit(name, payload) {
      for (const listener of listeners.get(name) ?? []) {
        try { listener(payload as never); } catch (error) { console.error('A listener failed:', error); }
      }
    },
  };
}

import { createContext, useContext, useEffect } from 'react';

/** Keeps a scene from counting as at rest until what it waits for has come. */
export interface Settling { hold(): () => void }
export const SettlingContext = createContext<Settling | null>(null);

/** Holds the scene while `waiting`. */
export function useHold(waiting: boolean): void {
  const settling = useContext(SettlingContext);
  useEffect(() => (waiting ? settling?.hold() : undefined), [waiting, settling]);
}

import { useEffect, useRef } from 'react';
import { keyOf } from './map-keys.js';

/** Whether a key that nobody heard yet means the map: combinations belong to the program, which always hears them, and others to the button that has the focus. */
const isForMap = (event: KeyboardEvent) => !event.ctrlKey && !event.metaKey && !event.altKey && (event.key === '/' || keyOf(event) !== undefined) && !(event.target instanceof Element && event.target.closest('button, input, a[href]'));

/** Keeps the map's keys that are pressed before the panels are there, and presses them again once they are: whoever is quick loses none. */
export function useEarlyKeys(areThere: boolean): void {
  const early = useRef<KeyboardEvent[]>([]);
  useEffect(() => {
    if (areThere) {
      for (const { key, code, shiftKey } of early.current.splice(0)) document.body.dispatchEvent(new KeyboardEvent('keydown', { key, code, shiftKey, bubbles: true, cancelable: true }));
      return undefined;
    }
    const hear = (event: KeyboardEvent) => { if (isForMap(event)) early.current.push(event); };
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, [areThere]);
}

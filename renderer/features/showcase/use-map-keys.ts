import { useEffect, useEffectEvent } from 'react';
import { keyOf, type MapActions } from './map-keys.js';

const isTyping = (target: EventTarget | null) => target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable], [role="dialog"]') !== null;
/** What answers to Enter by itself. */
const isPressable = (target: EventTarget | null) => target instanceof HTMLElement && target.closest('button, a[href], [role="button"], [role="option"], [role="menuitem"], summary') !== null;

/** Hears the showcase's keys wherever the focus is, except while typing, in dialogs, and where the part that has the focus uses the key itself. */
export function useMapKeys(actions: MapActions): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (event.key === 'Enter' && isPressable(event.target)) return;
    const key = keyOf(event);
    if (key && actions[key.id](event) !== false) event.preventDefault();
  });
  useEffect(() => {
    const hear = (event: KeyboardEvent) => press(event);
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, []);
}

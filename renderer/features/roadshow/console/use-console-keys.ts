import { useEffect, useEffectEvent } from 'react';
import { consoleAction, type ConsoleAction } from './console-keys.js';

const isTyping = (target: EventTarget | null) => target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
/** A button or a list keeps Enter, the space bar and its arrows for itself. */
const isPressable = (target: EventTarget | null) => target instanceof Element && target.closest('button, [role="button"], [role="option"], [role="listbox"], [role="slider"], [role="menu"], [role="dialog"], a[href]') !== null;
const ownKeys = /^(Enter| |Arrow.*|Home|End|Escape)$/;

/** Hears the keys of the console; the clicker's whatever has the focus. */
export function useConsoleKeys(exploring: boolean, onAction: (action: ConsoleAction) => void): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented) return;
    if (ownKeys.test(event.key) && isPressable(event.target)) return;
    const action = consoleAction(event, exploring, isTyping(event.target));
    if (!action) return;
    event.preventDefault();
    event.stopPropagation();
    if (!event.repeat || action.startsWith('pan') || action.startsWith('zoom')) onAction(action);
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => press(event);
    window.addEventListener('keydown', listener, { capture: true });
    return () => window.removeEventListener('keydown', listener, { capture: true });
  }, []);
}

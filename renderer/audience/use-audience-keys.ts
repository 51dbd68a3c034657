import { useEffect, useEffectEvent } from 'react';
import { stageKeyAction, type StageKeyAction } from '../state/stage-keys.js';

/** What lies over the stage. */
export type Over = 'nothing' | 'keys' | 'console' | 'end' | 'pin';

const isTyping = (target: EventTarget | null): target is HTMLInputElement => target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
const isPressable = (target: EventTarget | null) => target instanceof Element && target.closest('button, a[href], [role="button"], [role="option"], [role="slider"]') !== null;
/** A clicker goes on through the tour whatever lies over it; none of these can be meant for a dialog. */
const clickerKeys = new Set(['PageDown', 'PageUp', 'F5']);
const mayRepeat = (action: StageKeyAction) => action.startsWith('pan') || action.startsWith('zoom');

/** True when a key press over a dialog is not the dialog's own. */
function passesDialog(event: KeyboardEvent, action: StageKeyAction, over: Over): boolean {
  if (clickerKeys.has(event.key)) return true;
  if (action === 'back') return !(isTyping(event.target) && event.target.value !== '');
  if (isTyping(event.target)) return false;
  return (action === 'console' && over === 'console') || (action === 'keys' && over === 'keys') || action === 'black';
}

/** Hears the keys of the audience screen before anything on it does. Away (`null`) it hears nothing. */
export function useAudienceKeys(over: Over, exploring: boolean, onAction: ((action: StageKeyAction) => void) | null): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const action = stageKeyAction(event, exploring);
    if (!onAction || !action) return;
    if (over !== 'nothing' && !passesDialog(event, action, over)) return;
    // In what is explored, Enter and the space bar press what has the focus.
    if (over === 'nothing' && exploring && (event.key === 'Enter' || event.key === ' ') && isPressable(event.target)) return;
    event.preventDefault();
    event.stopPropagation();
    if (!event.repeat || mayRepeat(action)) onAction(action);
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => press(event);
    window.addEventListener('keydown', listener, { capture: true });
    return () => window.removeEventListener('keydown', listener, { capture: true });
  }, []);
}

import { useEffect, useEffectEvent } from 'react';
import { consoleAction, type ConsoleAction, type KeyPlace } from './console-keys.js';

function placeOf(target: EventTarget | null): KeyPlace {
  if (!(target instanceof HTMLElement)) return 'page';
  if (target.isContentEditable || (/^(INPUT|TEXTAREA)$/.test(target.tagName) && (target as HTMLInputElement).type !== 'range')) return 'field';
  return target.closest('button, a, input, select, [role="option"], [role="row"], [role="tab"], [role="slider"], [role="radio"], [role="switch"]') ? 'control' : 'page';
}

/** Hears the console's keys wherever the cursor is, unless a dialog is open. */
export function useConsoleKeys(obey: (action: ConsoleAction) => void): void {
  const act = useEffectEvent(obey);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.isComposing || document.querySelector('[role="dialog"], [role="alertdialog"]')) return;
      const action = consoleAction(event, placeOf(event.target));
      if (!action) return;
      event.preventDefault();
      event.stopPropagation();
      act(action);
    };
    // A button that was pressed with the mouse must not keep the clicker's keys for itself; one reached by Tab does.
    const release = (event: PointerEvent) => {
      if (event.target instanceof HTMLElement && event.target.closest('button')) setTimeout(() => { if (document.activeElement instanceof HTMLElement && document.activeElement.matches('button')) document.activeElement.blur(); });
    };
    window.addEventListener('keydown', press, true);
    window.addEventListener('pointerup', release);
    return () => { window.removeEventListener('keydown', press, true); window.removeEventListener('pointerup', release); };
  }, []);
}

import { useEffect } from 'react';

const isTyped = (target: EventTarget | null) => target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;

/** The keys that browsers take for themselves and that have no business on a screen of strangers. */
const browserKeys = /^(F\d+|BrowserBack|BrowserForward|BrowserHome|ContextMenu)$/;

/**
 * Keeps the browser's own ways out of the room's sight: its menu, dragging, zooming of the page. `locked`, as at a booth, also keeps
 * what a keyboard could call up, as far as a page is asked about it at all.
 */
export function useScreenGuard(locked: boolean): void {
  useEffect(() => {
    const refuse = (event: Event) => event.preventDefault();
    const refuseZoom = (event: WheelEvent) => { if (event.ctrlKey) event.preventDefault(); };
    const refuseSelection = (event: Event) => { if (!isTyped(event.target)) event.preventDefault(); };
    const refuseKeys = (event: KeyboardEvent) => { if (locked && (event.ctrlKey || event.altKey || event.metaKey || browserKeys.test(event.key))) event.preventDefault(); };
    document.addEventListener('contextmenu', refuse);
    document.addEventListener('dragstart', refuse);
    document.addEventListener('selectstart', refuseSelection);
    document.addEventListener('gesturestart', refuse);
    window.addEventListener('wheel', refuseZoom, { passive: false });
    window.addEventListener('keydown', refuseKeys, { capture: true });
    return () => {
      document.removeEventListener('contextmenu', refuse);
      document.removeEventListener('dragstart', refuse);
      document.removeEventListener('selectstart', refuseSelection);
      document.removeEventListener('gesturestart', refuse);
      window.removeEventListener('wheel', refuseZoom);
      window.removeEventListener('keydown', refuseKeys, { capture: true });
    };
  }, [locked]);
}

import { useSyncExternalStore } from 'react';

/** Chromium's way to hear of Esc before it leaves full screen; other engines go without. */
interface KeyboardLock { lock?(codes: readonly string[]): Promise<void>; unlock?(): void }
const keyboard = () => (navigator as Navigator & { keyboard?: KeyboardLock }).keyboard;

/** True when the page fills the display, whether it or the window that holds it was made to. */
const fillsScreen = () => document.fullscreenElement !== null || (window.outerWidth >= window.screen.width && window.innerHeight >= window.screen.height);

function follow(changed: () => void): () => void {
  document.addEventListener('fullscreenchange', changed);
  window.addEventListener('resize', changed);
  return () => {
    document.removeEventListener('fullscreenchange', changed);
    window.removeEventListener('resize', changed);
  };
}

/** Whether the page fills the display now. */
export const useFillsScreen = (): boolean => useSyncExternalStore(follow, fillsScreen);

/** Fills the display; needs a key or a press that has just happened. A refusal leaves everything as it is. */
export async function enterFullScreen(): Promise<void> {
  try {
    await document.documentElement.requestFullscreen({ navigationUI: 'hide' });
    // With it, Esc is one step back at a time; held down it still leaves full screen.
    await keyboard()?.lock?.(['Escape']);
  } catch {
    // The show goes on in the window.
  }
}

/** Leaves full screen; false when the page was not in it by its own doing. */
export function leaveFullScreen(): boolean {
  if (document.fullscreenElement === null) return false;
  keyboard()?.unlock?.();
  void document.exitFullscreen().catch(() => undefined);
  return true;
}

export const toggleFullScreen = (): void => { if (!leaveFullScreen()) void enterFullScreen(); };

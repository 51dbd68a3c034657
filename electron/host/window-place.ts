import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isReachable } from './displays.js';
import type { BrowserWindow, ElectronParts, Rectangle } from './window.js';

/** Where the desk's window stood when the program was last closed. */
interface Place { readonly bounds: Rectangle; readonly maximized: boolean }

const fileIn = (home: string) => join(home, 'window-place.json');
const isWhole = (value: unknown): value is number => Number.isInteger(value) && Math.abs(value as number) < 100_000;

function read(home: string): Place | undefined {
  try {
    const { bounds, maximized } = JSON.parse(readFileSync(fileIn(home), 'utf8')) as Place;
    const { x, y, width, height } = bounds;
    return [x, y, width, height].every(isWhole) && width > 0 && height > 0 ? { bounds: { x, y, width, height }, maximized: maximized === true } : undefined;
  } catch {
    // Never closed yet, or not readable: the window opens where windows open.
    return undefined;
  }
}

/** Where the window is to open: where it stood, if enough of that lies on a display that is there now. */
export function rememberedPlace(home: string, { screen }: Pick<ElectronParts, 'screen'>): Partial<Place> {
  const place = read(home);
  return place && isReachable(place.bounds, screen.getAllDisplays()) ? place : {};
}

/** Writes down where the window stands when it is closed. */
export function rememberPlace(window: BrowserWindow, home: string): void {
  window.on('close', () => {
    try {
      writeFileSync(fileIn(home), JSON.stringify({ bounds: window.getNormalBounds(), maximized: window.isMaximized() } satisfies Place));
    } catch {
      // A convenience: a full disk must not keep the window from closing.
    }
  });
}

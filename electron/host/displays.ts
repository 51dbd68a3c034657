import type { Display, Rectangle } from './window.js';

/** As much of a display as its choice needs. */
export type Place = Pick<Display, 'id' | 'bounds' | 'workArea'> & { readonly internal?: boolean };

/**
 * The display that the audience looks at: one that the desk's window is not on, and the only one there is otherwise. `current` is the
 * one that the audience screen is on now, which it keeps while it may; of several, a projector goes before a built-in panel.
 */
export function audienceDisplay<P extends Place>(displays: readonly P[], deskDisplay: P, current?: number): P {
  const others = displays.filter(({ id }) => id !== deskDisplay.id);
  return others.find(({ id }) => id === current) ?? others.find(({ internal }) => !internal) ?? others[0] ?? deskDisplay;
}

/** True where enough of a window lies on some display for a hand to take hold of it. */
export function isReachable(window: Rectangle, displays: readonly Pick<Place, 'workArea'>[]): boolean {
  const hold = 80;
  return displays.some(({ workArea: { x, y, width, height } }) =>
    Math.min(window.x + window.width, x + width) - Math.max(window.x, x) >= hold && window.y >= y - hold && window.y <= y + height - hold);
}

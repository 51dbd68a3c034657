import type { Mark } from './clusters.js';
import { screenX, screenY, type View } from './world.js';

/** How a pin stands out. */
export type PinState = 'plain' | 'hovered' | 'selected';

/** The radius of a pin's head in CSS pixels; its point is `pinDrop` radii below the head's middle. */
export const pinRadius: Readonly<Record<PinState, number>> = { plain: 15, hovered: 17.5, selected: 36 };
export const pinDrop = 1.5;
/** The radius of a cluster's disc: it grows by 7 px for ten times as many. */
export const clusterRadius = (count: number) => Math.min(44, 20 + 7 * Math.log10(count));
/** The radius of a framed photo, its frame included. */
export const photoRadius = 30;

/** Where a mark stands on the screen. */
export const markX = (view: View, mark: Mark) => screenX(view, mark.x) + (mark.fan?.x ?? 0);
export const markY = (view: View, mark: Mark) => screenY(view, mark.y) + (mark.fan?.y ?? 0);

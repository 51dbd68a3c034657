import type { Arrangement } from './arrange.js';
import type { BoundarySet } from './boundary-set.js';
import type { MapPoint, Mark } from './clusters.js';
import { createHitGrid, type HitGrid } from './hit-grid.js';
import type { View } from './world.js';

/** Boundaries narrower than this on the screen, in pixels, are not pointed at. */
const leastPointed = 10;

/** Tells what lies under a place on the screen. */
export interface Pointing {
  /** What is drawn changed: its targets, as they lie in `view`. */
  take(scene: Arrangement, view: View): void;
  takeBoundaries(boundaries: BoundarySet): void;
  /** The mark under a place in pixels of the view; else the smallest boundary around it that can be made out. */
  at(view: View, x: number, y: number): Mark | MapPoint | undefined;
}

export function createPointing(): Pointing {
  let grid: HitGrid<Mark | MapPoint> | null = null;
  let gridView: View = { scale: 1, left: 0, top: 0 };
  let boundaries: BoundarySet | null = null;
  return {
    take(scene, view) {
      grid = createHitGrid(scene.targets);
      gridView = view;
    },
    takeBoundaries(next) { boundaries = next; },
    at(view, x, y) {
      const hit = grid?.at(x + view.left - gridView.left, y + view.top - gridView.top);
      if (hit) return hit;
      const item = boundaries?.at((x + view.left) / view.scale, (y + view.top) / view.scale);
      return item && (item.shape.right - item.shape.left) * view.scale >= leastPointed ? item.point : undefined;
    },
  };
}

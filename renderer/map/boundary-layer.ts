import type { BoundarySet } from './boundary-set.js';
import { createBoundaryPaint, createSmallBoundaryPaint, ornateFrom, type BoundaryPaint } from './boundary-paint.js';
import type { Category } from '../../data/schema/vocabularies.js';
import type { Look } from './look.js';
import type { Context2d } from './basemap/brush.js';
import { MovingCanvas, type Frame } from './moving-canvas.js';

/** Boundaries smaller than this on the screen, in pixels, are left to their markers. */
const leastSeen = 5;
/** So many corners are drawn before the clock is looked at. */
const cornersAtOnce = 240;
const cornersOfSmall = 900;

/** The boundaries of all assets shown, below names and markers. */
export class BoundaryLayer extends MovingCanvas {
  private set: BoundarySet | null = null;
  private paint: BoundaryPaint;
  private paintSmall: ReturnType<typeof createSmallBoundaryPaint>;

  constructor(look: Look) {
    super('boundaries', 420);
    this.paint = createBoundaryPaint(look);
    this.paintSmall = createSmallBoundaryPaint(look);
  }

  setBoundaries(set: BoundarySet): void {
    this.set = set;
    this.redraw();
  }

  setLook(look: Look): void {
    this.paint = createBoundaryPaint(look);
    this.paintSmall = createSmallBoundaryPaint(look);
    this.redraw();
  }

  protected override isEmpty(): boolean {
    return !this.set || this.set.items.length === 0;
  }

  protected override *drawn(context: Context2d, { view, width, height, zoom }: Frame): Generator<void, void, void> {
    const { set, paint, paintSmall } = this;
    if (!set) return;
    const { scale, left, top } = view;
    let corners = 0;
    const small = new Map<Category, { readonly rings: Float64Array[]; corners: number }>();
    for (const item of set.within(left / scale, top / scale, (left + width) / scale, (top + height) / scale)) {
      const size = Math.max(item.shape.right - item.shape.left, item.shape.bottom - item.shape.top) * scale;
      if (size < leastSeen) continue;
      const rings = item.shape.ringsAt(zoom);
      const count = rings.reduce((sum, ring) => sum + (ring.length >> 1), 0);
      if (size >= ornateFrom) {
        paint(context, item.category, rings, view, size, 'plain');
        corners += count;
        if (corners > cornersAtOnce) { corners = 0; yield; }
        continue;
      }
      const waiting = small.get(item.category) ?? { rings: [], corners: 0 };
      small.set(item.category, waiting);
      waiting.rings.push(...rings);
      waiting.corners += count;
      if (waiting.corners < cornersOfSmall) continue;
      small.delete(item.category);
      paintSmall(context, item.category, waiting.rings, view);
      yield;
    }
    for (const [category, { rings }] of small) { paintSmall(context, category, rings, view); yield; }
  }
}

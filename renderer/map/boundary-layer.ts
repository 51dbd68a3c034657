import type { BoundarySet } from './boundary-set.js';
import { createBoundaryPaint, type BoundaryPaint } from './boundary-paint.js';
import type { Look } from './look.js';
import { MovingCanvas, type Frame } from './moving-canvas.js';

/** Boundaries smaller than this on the screen, in pixels, are left to their markers. */
const leastSeen = 5;
/** So many corners are drawn before the clock is looked at. */
const cornersAtOnce = 240;

/** The boundaries of all assets shown, below names and markers. */
export class BoundaryLayer extends MovingCanvas {
  private set: BoundarySet | null = null;
  private paint: BoundaryPaint;

  constructor(look: Look) {
    super('boundaries', 420);
    this.paint = createBoundaryPaint(look);
  }

  setBoundaries(set: BoundarySet): void {
    this.set = set;
    this.redraw();
  }

  setLook(look: Look): void {
    this.paint = createBoundaryPaint(look);
    this.redraw();
  }

  protected override isEmpty(): boolean {
    return !this.set || this.set.items.length === 0;
  }

  protected override *drawn(context: CanvasRenderingContext2D, { view, width, height, zoom }: Frame): Generator<void, void, void> {
    const { set, paint } = this;
    if (!set) return;
    const { scale, left, top } = view;
    let corners = 0;
    for (const item of set.within(left / scale, top / scale, (left + width) / scale, (top + height) / scale)) {
      const size = Math.max(item.shape.right - item.shape.left, item.shape.bottom - item.shape.top) * scale;
      if (size < leastSeen) continue;
      const rings = item.shape.ringsAt(zoom);
      paint(context, item.category, rings, view, size, 'plain');
      for (const ring of rings) corners += ring.length >> 1;
      if (corners > cornersAtOnce) { corners = 0; yield; }
    }
  }
}

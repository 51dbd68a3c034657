import type { MapPoint } from '../clusters.js';
import type { Look } from '../look.js';
import { MovingCanvas, type Frame } from '../moving-canvas.js';
import { screenX, screenY, worldX, worldY, type View } from '../world.js';

/** So many dots are drawn before the clock is looked at. */
const dotsAtOnce = 600;
/** Dots up to which each is drawn round in every frame of a flight. */
const roundUpTo = 1_500;

/** The assets that a scene does not speak of: small dots in their category's colour, so that the valley stays whole. */
export class QuietLayer extends MovingCanvas {
  private points: readonly { readonly x: number; readonly y: number; readonly category: MapPoint['category'] }[] = [];

  /** `unit` is the stage's: CSS pixels of what is one on a screen 1920 wide. */
  constructor(private look: Look, private readonly unit: number) {
    super('quiet-assets', 440);
  }

  setPoints(points: readonly MapPoint[]): void {
    this.points = points.map(({ lng, lat, category }) => ({ x: worldX(lng), y: worldY(lat), category }));
    this.redraw();
  }

  setLook(look: Look): void {
    this.look = look;
    this.redraw();
  }

  /** Paints the dots on another canvas as they stand in a view under way; very many as plain squares, which cost a tenth. */
  paintUnderWay(context: CanvasRenderingContext2D, view: View, { x: width, y: height }: { readonly x: number; readonly y: number }): void {
    const radius = 7 * this.unit;
    const many = this.points.length > roundUpTo;
    context.globalAlpha = 0.78;
    context.lineWidth = 2.5 * this.unit;
    context.strokeStyle = this.look.raised;
    for (const { x, y, category } of this.points) {
      const [left, top] = [screenX(view, x), screenY(view, y)];
      if (left < -radius || top < -radius || left > width + radius || top > height + radius) continue;
      context.fillStyle = this.look.category[category];
      if (many) { context.fillRect(left - radius * 0.9, top - radius * 0.9, radius * 1.8, radius * 1.8); continue; }
      context.beginPath();
      context.arc(left, top, radius, 0, 2 * Math.PI);
      context.fill();
      context.stroke();
    }
    context.globalAlpha = 1;
  }

  protected override isEmpty(): boolean {
    return this.points.length === 0;
  }

  protected override *drawn(context: CanvasRenderingContext2D, { view }: Frame): Generator<void, void, void> {
    const { look, unit } = this;
    const radius = 7 * unit;
    context.lineWidth = 2.5 * unit;
    context.globalAlpha = 0.78;
    let count = 0;
    for (const { x, y, category } of this.points) {
      context.beginPath();
      context.arc(screenX(view, x), screenY(view, y), radius, 0, 2 * Math.PI);
      context.fillStyle = look.category[category];
      context.strokeStyle = look.raised;
      context.fill();
      context.stroke();
      if ((count += 1) % dotsAtOnce === 0) yield;
    }
  }
}

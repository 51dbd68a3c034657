import { zoomCurve, zoomMs } from './flight.js';
import { viewBetween, type View } from './world.js';

/** The time of the present frame, in milliseconds: the same for all that is drawn in it. */
const frameTime = () => Number(document.timeline.currentTime ?? performance.now());

/**
 * The way of a view through Leaflet's own zoom transition of the tiles. Layers that draw frame by frame each have one, made when the
 * transition is asked for: it sets off in the frame after that one, so that a layer which is drawn in that frame already is not ahead of
 * one that is not.
 */
export class ZoomTransition {
  private readonly asked = frameTime();
  private start: number | null = null;

  constructor(private readonly from: View, private readonly to: View) {}

  /** The share of its time that has passed, 0 to 1. */
  private share(): number {
    const now = frameTime();
    if (now > this.asked) this.start ??= now;
    return this.start === null ? 0 : Math.min(1, (now - this.start) / zoomMs);
  }

  /** The view of the present frame. */
  viewNow(): View {
    const share = this.share();
    return share === 0 ? this.from : viewBetween(this.from, this.to, zoomCurve(share));
  }

  /** Whether the view has come to its end. */
  isOver(): boolean {
    return this.share() === 1;
  }
}

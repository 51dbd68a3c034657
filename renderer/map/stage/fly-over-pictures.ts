import type { StageCamera } from '../../../data/schema/tour.js';
import { easeInOut, flightPath, type Camera } from '../flight.js';
import { worldSize, type View } from '../world.js';

/** The ground as it is seen from one camera, its edges faded out. */
export interface GroundPicture {
  /** A finished bitmap: a canvas would be copied once more whenever it is drawn from. */
  readonly image: ImageBitmap;
  /** The same with half the dots each way: where it is seen so small it costs less to draw, and does not flicker. */
  readonly half: ImageBitmap;
  /** CSS pixels to the side of the world's unit square. */
  readonly scale: number;
  /** Its north-west corner in the unit square. */
  readonly x: number; readonly y: number;
  /** In CSS pixels, with the edges that fade out, each so wide. */
  readonly width: number; readonly height: number;
  readonly faded: { readonly x: number; readonly y: number };
}
interface Size { readonly x: number; readonly y: number }

/** A picture that is seen smaller than this share of its size gives way to a coarser one, which says the same without flicker. */
const smallest = 0.42;
const whole = 0.68;
/** A picture is seen enlarged up to so many zooms before a coarser one is drawn beside it. */
const zoomsApart = 1.4;
/** One as near as this to the picture of all needs none of its own. */
const leastApart = 0.4;
/** So many places of a path are looked at to know that pictures cover all of it. */
const samples = 24;

/** The cameras whose pictures a flight to or from `camera` passes: its own, then from farther and farther off until all is in sight. */
export function camerasAbove(camera: StageCamera, all: StageCamera): readonly StageCamera[] {
  const above: StageCamera[] = [];
  for (let { zoom } = camera; zoom > all.zoom + leastApart; zoom -= zoomsApart) above.push({ ...camera, zoom });
  return above;
}

/** What is seen from a camera, the middle of the view, by a screen of a size in CSS pixels. */
export function viewFrom({ x, y, zoom }: Camera, size: Size): View {
  const scale = worldSize(zoom);
  return { scale, left: x * scale - size.x / 2, top: y * scale - size.y / 2 };
}

/** Where a picture lies in a view: left, top, right, bottom in CSS pixels, without what fades out where `sure`. */
function placeOf({ scale, x, y, width, height, faded }: GroundPicture, view: View, sure = false): readonly [number, number, number, number] {
  const share = view.scale / scale;
  const [inX, inY] = sure ? [faded.x * share, faded.y * share] : [0, 0];
  const [left, top] = [x * view.scale - view.left, y * view.scale - view.top];
  return [left + inX, top + inY, left + width * share - inX, top + height * share - inY];
}
const covers = (picture: GroundPicture, view: View, size: Size) => {
  const [left, top, right, bottom] = placeOf(picture, view, true);
  return left <= 0.5 && top <= 0.5 && right >= size.x - 0.5 && bottom >= size.y - 0.5;
};

/** How strongly a picture is drawn in a view, from 0 to 1. */
const strengthOf = ({ scale }: GroundPicture, view: View) => Math.min(1, Math.max(0, (view.scale / scale - smallest) / (whole - smallest)));

/** How many times larger than it was drawn a picture may be seen: where the map stands, and on the way. */
const enlarged = { standing: 1.6, moving: 6 } as const;

/** Whether pictures show the ground everywhere on the way between two cameras, and finely where it begins and ends. `pictures` from the coarsest to the finest. */
export function isCovered(pictures: readonly GroundPicture[], from: Camera, to: Camera, size: Size): boolean {
  const path = flightPath(from, to, size.x);
  return Array.from({ length: samples + 1 }, (_, at) => at).every((at) => {
    const view = viewFrom(path.at(at / samples), size);
    const most = at === 0 || at === samples ? enlarged.standing : enlarged.moving;
    return pictures.some((picture, order) => view.scale / picture.scale <= most && (order === 0 || strengthOf(picture, view) === 1) && covers(picture, view, size));
  });
}

/** Leaves out of what is drawn next what `hole`, in CSS pixels, covers; its sides at whole dots, since a cut through dots costs more than it spares. */
function cutOut(context: CanvasRenderingContext2D, [left, top, right, bottom]: readonly [number, number, number, number], size: Size, dots: number): void {
  const [x0, y0] = [Math.ceil(left * dots) / dots, Math.ceil(top * dots) / dots];
  context.beginPath();
  context.rect(0, 0, size.x, size.y);
  context.rect(x0, y0, Math.floor(right * dots) / dots - x0, Math.floor(bottom * dots) / dots - y0);
  context.clip('evenodd');
}

/** Draws the ground of a view from pictures, the coarsest first, leaving out what others hide; `dots` of the canvas to a CSS pixel. */
export function drawGround(context: CanvasRenderingContext2D, pictures: readonly GroundPicture[], view: View, size: Size, dots: number): void {
  const strengths = pictures.map((picture, at) => (at === 0 ? 1 : strengthOf(picture, view)));
  const first = Math.max(0, pictures.findLastIndex((picture, at) => strengths[at] === 1 && covers(picture, view, size)));
  const seen = pictures.flatMap((picture, at) => {
    const [left, top, right, bottom] = placeOf(picture, view);
    const isSeen = at >= first && strengths[at]! > 0 && right > 0 && bottom > 0 && left < size.x && top < size.y;
    return isSeen ? [{ picture, strength: strengths[at]!, left, top, width: right - left, height: bottom - top }] : [];
  });
  seen.forEach(({ picture: { image, half }, strength, left, top, width, height }, at) => {
    const above = seen.slice(at + 1).find((other) => other.strength === 1);
    context.save();
    if (above) cutOut(context, placeOf(above.picture, view, true), size, dots);
    context.globalAlpha = strength;
    context.drawImage(width * dots <= half.width ? half : image, left, top, width, height);
    context.restore();
  });
}

export interface PictureFlight {
  readonly canvas: HTMLCanvasElement;
  readonly pictures: readonly GroundPicture[];
  readonly from: Camera;
  readonly to: Camera;
  readonly size: Size;
  /** So many milliseconds pass before the map sets off: the scene that was left fades meanwhile. */
  readonly after: number;
  readonly pace: Pace;
  /** Draws what stands on the ground. */
  paint(context: CanvasRenderingContext2D, view: View, dots: number): void;
  /** The pictures are about to be shown, as the map stands. */
  covered(): void;
  /** The map sets off. */
  began(): void;
  landed(): void;
}

/** What a screen keeps up with: dots of a flight's picture to each of the screen's own, from 1 down. */
export interface Pace { fineness: number }
/** So many of a flight's first frames tell whether the machine keeps up. */
const trial = 8;
const coarse = 0.5;
/** A frame that took longer than this was one too late, in milliseconds. */
const lateMs = 25;

/**
 * Flies over pictures instead of a live map: each frame is a few pictures on one canvas, so that none is dropped where there is no
 * graphics card either. A machine that drops frames all the same gets coarser ones, which are as good while everything moves.
 * One that cannot be drawn any more lands at once. Answers with a way to stop, which tells where the flight had come to.
 */
export function flyOverPictures({ canvas, pictures, from, to, size, after, pace, paint, covered, began, landed }: PictureFlight): () => Camera {
  const path = flightPath(from, to, size.x);
  const context = canvas.getContext('2d', { alpha: false })!;
  let [frame, start, last, late, frames] = [0, 0, 0, 0, 0];
  let camera = from;
  const measure = () => {
    const dots = (window.devicePixelRatio || 1) * pace.fineness;
    const [width, height] = [Math.round(size.x * dots), Math.round(size.y * dots)];
    if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
    return dots;
  };
  let dots = measure();
  /** Draws the view; false where that cannot be done any more: another look or size of the stage gives all pictures back, also in the middle of a flight. */
  const draw = (): boolean => {
    if (pictures.some(({ image, half }) => image.width === 0 || half.width === 0)) return false;
    try {
      const view = viewFrom(camera, size);
      context.setTransform(dots, 0, 0, dots, 0, 0);
      drawGround(context, pictures, view, size, dots);
      paint(context, view, dots);
      return true;
    } catch (error) {
      // Whatever it was: a show must not stand still for it.
      console.error('[stage] a frame of a flight', error);
      return false;
    }
  };
  const step = (now: number) => {
    if (start === 0) start = now + after;
    if (now > start && frames < trial) {
      frames += 1;
      if (now - last > lateMs) late += 1;
      if (late > 1 && pace.fineness > coarse) { pace.fineness = coarse; dots = measure(); }
    }
    last = now;
    const share = Math.min(1, Math.max(0, (now - start) / (path.seconds * 1_000)));
    if (share > 0) {
      if (camera === from) began();
      camera = path.at(easeInOut(share));
      if (!draw()) { landed(); return; }
    }
    if (share < 1) frame = requestAnimationFrame(step);
    else landed();
  };
  const first = (now: number) => {
    if (!draw()) { landed(); return; }
    covered();
    step(now);
  };
  // The frame that answers a key press has enough to do: pictures come in the next.
  frame = requestAnimationFrame(() => { frame = requestAnimationFrame(first); });
  return () => { cancelAnimationFrame(frame); return camera; };
}

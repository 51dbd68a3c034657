import { afterEach, describe, expect, it, vi } from 'vitest';
import { camerasAbove, drawGround, flyOverPictures, isCovered, viewFrom, type GroundPicture } from '../../renderer/map/stage/fly-over-pictures.js';
import { worldSize, worldX, worldY } from '../../renderer/map/world.js';

const size = { x: 1920, y: 1080 };
const margin = { x: 134, y: 76 };
const at = (lng: number, lat: number, zoom: number) => ({ x: worldX(lng), y: worldY(lat), zoom });

/** A picture of what a camera sees, with edges that fade out beyond the view. */
function pictureFrom({ x, y, zoom }: { x: number; y: number; zoom: number }): GroundPicture {
  const scale = worldSize(zoom);
  const [width, height] = [size.x + 2 * margin.x, size.y + 2 * margin.y];
  const bitmap = (name: string, share: number) => ({ name, width: width * share, height: height * share }) as unknown as ImageBitmap;
  return { image: bitmap(`at ${zoom}`, 1), half: bitmap(`half of ${zoom}`, 0.5), scale, x: x - width / 2 / scale, y: y - height / 2 / scale, width, height, faded: margin };
}

interface Drawn { readonly name: string; readonly alpha: number }
/** A context that notes which pictures are drawn, how strongly, and what each leaves out. */
function noting() {
  const drawn: Drawn[] = [];
  const holes: (readonly number[] | null)[] = [];
  let rects: number[][] = [];
  let [alpha, hole]: [number, readonly number[] | null] = [1, null];
  const context = {
    save: () => undefined,
    restore() { [alpha, hole] = [1, null]; },
    set globalAlpha(next: number) { alpha = next; },
    beginPath() { rects = []; },
    rect(...rect: number[]) { rects.push(rect); },
    clip(rule: string) { if (rule === 'evenodd') hole = rects[1]!; },
    drawImage({ name }: { name: string }) { drawn.push({ name, alpha }); holes.push(hole); },
  };
  return { drawn, holes, context: context as unknown as CanvasRenderingContext2D };
}
/** What is drawn of pictures as a camera sees them. */
function drawnFrom(pictures: readonly GroundPicture[], camera: Parameters<typeof viewFrom>[0], dots = 1) {
  const { context, ...noted } = noting();
  drawGround(context, pictures, viewFrom(camera, size), size, dots);
  return noted;
}

const home = at(119.93, 29.83, 11.5);
const [here, there] = [at(119.93, 29.83, 15.4), at(119.96, 29.85, 15.2)];

describe('Flights over pictures of the ground', () => {
  it('are drawn ahead at the place itself and from farther and farther off, down to where all is in sight', () => {
    const above = camerasAbove({ lng: 119.93, lat: 29.83, zoom: 15.4 }, { lng: 119.9, lat: 29.8, zoom: 11.5 });
    expect(above.map(({ zoom }) => Number(zoom.toFixed(1)))).toEqual([15.4, 14, 12.6]);
    expect(above.every(({ lng, lat }) => lng === 119.93 && lat === 29.83)).toBe(true);
    expect(camerasAbove({ lng: 119.93, lat: 29.83, zoom: 11.7 }, { lng: 119.9, lat: 29.8, zoom: 11.5 })).toEqual([]);
  });

  it('are flown only where pictures show the ground on all of the way', () => {
    const drawn = [home, { ...here, zoom: 12.6 }, { ...here, zoom: 14 }, { ...there, zoom: 13.8 }, there, here].map(pictureFrom);
    expect(isCovered(drawn, here, there, size)).toBe(true);
    expect(isCovered(drawn, here, at(121.5, 29.83, 15), size)).toBe(false);
    // From far off alone the place would come out of a blur.
    expect(isCovered(drawn.slice(0, 3), here, there, size)).toBe(false);
    expect(isCovered([], here, there, size)).toBe(false);
    // One that is far too fine for the top of the way does not stand in for the whole.
    expect(isCovered([pictureFrom(here), pictureFrom(there)], here, there, size)).toBe(false);
  });

  it('draw nothing that another picture hides', () => {
    const { drawn } = drawnFrom([pictureFrom(home), pictureFrom({ ...here, zoom: 14 }), pictureFrom(here)], here);
    expect(drawn).toEqual([{ name: 'at 15.4', alpha: 1 }]);
  });

  it('leave out of a coarse picture what a finer one hides, along whole dots and never where that one fades out', () => {
    const view = viewFrom({ ...here, zoom: 15 }, size);
    const fine = pictureFrom(here);
    const { drawn, holes } = drawnFrom([pictureFrom(home), fine], { ...here, zoom: 15 }, 0.5);
    expect(drawn).toEqual([{ name: 'at 11.5', alpha: 1 }, { name: 'half of 15.4', alpha: 1 }]);
    expect(holes[1]).toBeNull();
    const [left, top, width, height] = holes[0]! as [number, number, number, number];
    for (const side of [left, top, width, height]) expect((side * 0.5) % 1).toBe(0);
    const share = view.scale / fine.scale;
    const sure = { left: (size.x - size.x * share) / 2, top: (size.y - size.y * share) / 2, width: size.x * share, height: size.y * share };
    expect(left - sure.left).toBeGreaterThanOrEqual(0);
    expect(left - sure.left).toBeLessThan(2);
    expect(sure.left + sure.width - left - width).toBeGreaterThanOrEqual(0);
    expect(sure.left + sure.width - left - width).toBeLessThan(2);
    expect(top + height).toBeLessThanOrEqual(sure.top + sure.height);
  });

  it('let a fine picture fade into the coarser one below as it grows small, and leave it out before it flickers', () => {
    const pictures = [pictureFrom(home), pictureFrom(here)];
    const { drawn, holes } = drawnFrom(pictures, { ...here, zoom: 14.6 });
    expect(drawn).toEqual([{ name: 'at 11.5', alpha: 1 }, { name: 'at 15.4', alpha: expect.closeTo(0.59, 1) as number }]);
    // What shines through is drawn below as well.
    expect(holes).toEqual([null, null]);
    expect(drawnFrom(pictures, { ...here, zoom: 14 }).drawn).toEqual([{ name: 'at 11.5', alpha: 1 }]);
  });

  it('draw from half the dots where no more of them are seen', () => {
    expect(drawnFrom([pictureFrom(here)], here, 0.5).drawn).toEqual([{ name: 'half of 15.4', alpha: 1 }]);
    expect(drawnFrom([pictureFrom(here)], { ...here, zoom: 15.6 }, 0.5).drawn).toEqual([{ name: 'at 15.4', alpha: 1 }]);
  });

  it('draw what is in sight alone', () => {
    const { drawn } = drawnFrom([pictureFrom(home), pictureFrom(here)], at(120.03, 29.86, 15.2));
    expect(drawn).toEqual([{ name: 'at 11.5', alpha: 1 }]);
  });
});

describe('A flight under way', () => {
  afterEach(() => { vi.unstubAllGlobals(); });
  /** A flight whose frames are turned by hand. */
  function flightOver(pictures: readonly GroundPicture[], paint: () => void = () => undefined) {
    let next: FrameRequestCallback | null = null;
    vi.stubGlobal('window', { devicePixelRatio: 1 });
    vi.stubGlobal('requestAnimationFrame', (frame: FrameRequestCallback) => { next = frame; return 1; });
    vi.stubGlobal('cancelAnimationFrame', () => { next = null; });
    const { drawn, context } = noting();
    const happened: string[] = [];
    const canvas = { width: 0, height: 0, getContext: () => Object.assign(context, { setTransform: () => undefined }) } as unknown as HTMLCanvasElement;
    flyOverPictures({
      canvas, pictures, from: here, to: there, size, after: 0, pace: { fineness: 1 }, paint,
      covered: () => happened.push('covered'), began: () => happened.push('began'), landed: () => happened.push('landed'),
    });
    let now = 0;
    const turn = (frames: number) => { for (let count = 0; count < frames && next; count += 1) { const frame = next; next = null; frame(now += 16); } };
    return { drawn, happened, turn, isOver: () => next === null };
  }
  const all = () => [pictureFrom(home), pictureFrom(there), pictureFrom(here)];

  it('covers the map, sets off and lands', () => {
    const { happened, turn, isOver, drawn } = flightOver(all());
    turn(3);
    expect(happened).toEqual(['covered', 'began']);
    turn(200);
    expect(happened).toEqual(['covered', 'began', 'landed']);
    expect(isOver()).toBe(true);
    expect(drawn.length).toBeGreaterThan(40);
  });

  it('lands at once when its pictures are given back, and draws none of them any more', () => {
    const pictures = all();
    const { happened, turn, isOver, drawn } = flightOver(pictures);
    turn(10);
    const before = drawn.length;
    Object.assign(pictures[1]!.image, { width: 0, height: 0 });
    turn(1);
    expect(happened.at(-1)).toBe('landed');
    expect(isOver()).toBe(true);
    expect(drawn.length).toBe(before);
  });

  it('that never got its pictures lands all the same', () => {
    const pictures = all();
    const { happened, turn } = flightOver(pictures);
    Object.assign(pictures[0]!.half, { width: 0, height: 0 });
    turn(5);
    expect(happened).toEqual(['landed']);
  });

  it('lands at once when a frame cannot be drawn, whatever the reason', () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    let painted = 0;
    const { happened, turn, isOver } = flightOver(all(), () => { if ((painted += 1) > 5) throw new Error('no such mark'); });
    turn(20);
    expect(happened).toEqual(['covered', 'began', 'landed']);
    expect([isOver(), painted, said.mock.calls.length]).toEqual([true, 6, 1]);
    said.mockRestore();
  });
});

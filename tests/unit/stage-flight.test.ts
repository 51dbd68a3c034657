import { describe, expect, it } from 'vitest';
import { camerasAbove, drawGround, isCovered, viewFrom, type GroundPicture } from '../../renderer/map/stage/fly-over-pictures.js';
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

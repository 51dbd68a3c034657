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
  return { image: { name: `at ${zoom}` } as unknown as ImageBitmap, scale, x: x - width / 2 / scale, y: y - height / 2 / scale, width, height, faded: margin };
}

/** A context that notes which pictures are drawn, and how strongly. */
function noting() {
  const drawn: { name: string; alpha: number }[] = [];
  const context = { globalAlpha: 1, drawImage(image: { name: string }) { drawn.push({ name: image.name, alpha: context.globalAlpha }); } };
  return { drawn, context: context as unknown as CanvasRenderingContext2D };
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
    const { drawn, context } = noting();
    drawGround(context, [pictureFrom(home), pictureFrom({ ...here, zoom: 14 }), pictureFrom(here)], viewFrom(here, size), size);
    expect(drawn).toEqual([{ name: 'at 15.4', alpha: 1 }]);
  });

  it('let a fine picture fade into the coarser one below as it grows small, and leave it out before it flickers', () => {
    const pictures = [pictureFrom(home), pictureFrom(here)];
    const seen = (zoom: number) => { const { drawn, context } = noting(); drawGround(context, pictures, viewFrom({ ...here, zoom }, size), size); return drawn; };
    expect(seen(14.6)).toEqual([{ name: 'at 11.5', alpha: 1 }, { name: 'at 15.4', alpha: expect.closeTo(0.59, 1) }]);
    expect(seen(14)).toEqual([{ name: 'at 11.5', alpha: 1 }]);
  });

  it('draw what is in sight alone', () => {
    const { drawn, context } = noting();
    drawGround(context, [pictureFrom(home), pictureFrom(here)], viewFrom(at(120.03, 29.86, 15.2), size), size);
    expect(drawn).toEqual([{ name: 'at 11.5', alpha: 1 }]);
  });
});

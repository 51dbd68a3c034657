import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FilmPlan } from '../../data/rules/film/film-plan.js';
import { fadeFrames } from '../../data/rules/film/timing.js';
import type { FilmLook } from '../../renderer/film/film-look.js';

/** A canvas that notes in words what was drawn on it last. */
class NotedCanvas {
  shows = '';
  readonly context = { scale: () => undefined, fillRect: () => undefined, drawImage: (other: unknown) => { if (other instanceof NotedCanvas) this.shows += ` under ${other.shows}`; }, note: (words: string) => { this.shows = words; } };
  constructor(readonly width: number, readonly height: number) {}
  getContext() { return this.context; }
}

const shotFrames = 100;
const shots = ['a', 'b', 'c'].map((id, at) => ({ id, from: at * shotFrames, frames: shotFrames, fade: at === 0 ? 0 : fadeFrames }));
const stillFrom = 60;
let drawn: string[];

async function drawing(canvases?: number) {
  // Letters are measured on a canvas from the moment they are loaded: not before there is one.
  const { createFilmDrawing } = await import('../../renderer/film/film-drawing.js');
  return createFilmDrawing({
    plan: { shots, frames: shots.length * shotFrames, internal: null, sample: null } as unknown as FilmPlan, width: 160, height: 90, scale: 1, ...(canvases ? { canvases } : {}), look: {} as FilmLook,
    prepare: (shot) => Promise.resolve({ stillFrom, draw: (context, frame) => { drawn.push(`${shot.id}${frame}`); (context as unknown as NotedCanvas['context']).note(`${shot.id}${frame}`); }, close: () => undefined }),
  });
}
const shownBy = (canvas: OffscreenCanvas) => (canvas as unknown as NotedCanvas).shows;

beforeEach(() => { drawn = []; vi.stubGlobal('OffscreenCanvas', NotedCanvas); });
afterEach(() => { vi.unstubAllGlobals(); });

describe('a film that is drawn on several canvases', () => {
  it('leaves the pictures of the frames before alone, as many as there are canvases', async () => {
    const film = await drawing(4);
    const given = [];
    for (let frame = 20; frame < 30; frame += 1) {
      given.push(await film.frame(frame));
      expect(given.slice(-4).map(shownBy)).toEqual([frame - 3, frame - 2, frame - 1, frame].filter((one) => one >= 20).map((one) => `a${one}`));
    }
    expect(new Set(given).size).toBe(4);
  });

  it('gives a picture that stands again, on the canvas that shows it, and draws nothing', async () => {
    const film = await drawing(4);
    await film.frame(stillFrom - 1);
    const standing = await film.frame(stillFrom);
    const count = drawn.length;
    for (let frame = stillFrom + 1; frame < shotFrames; frame += 1) expect(await film.frame(frame)).toBe(standing);
    expect([drawn.length, shownBy(standing)]).toEqual([count, `a${stillFrom}`]);
    expect(await film.frame(shotFrames)).not.toBe(standing);
    expect(shownBy(standing)).toBe(`a${stillFrom}`);
  });

  it('fades from one shot to the next within one of them', async () => {
    expect(shownBy(await (await drawing(3)).frame(shotFrames + 2))).toBe('a102 under b2');
  });
});

it('A film on one canvas shows every frame on it', async () => {
  const film = await drawing();
  expect(await film.frame(20)).toBe(await film.frame(21));
});

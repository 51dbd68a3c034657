import type { FilmPlan, Shot } from '../../data/rules/film/film-plan.js';
import { fadeFrames } from '../../data/rules/film/timing.js';
import type { FilmLook } from './film-look.js';
import type { PreparedShot } from './film-tools.js';
import { setWords, type Block } from './letters.js';
import { drawnOnce, easeInOut, type Context, type Sprite } from './sprites.js';

/** A film that can be drawn frame by frame. Frames may be asked for in any order; one after another is the fastest. */
export interface FilmDrawing {
  /** Draws a frame of the film, and answers with the canvas that shows it until the frame that is drawn on it next. */
  frame(number: number): Promise<OffscreenCanvas>;
  close(): void;
}

export interface FilmDrawingWishes {
  readonly plan: FilmPlan;
  /** Pixels of the drawing, which may be smaller than the plan's. */
  readonly width: number;
  readonly height: number;
  /** Pixels to a stage unit. */
  readonly scale: number;
  /**
   * On so many canvases the frames are drawn in turn; one if absent. A canvas of which a picture is still held by the encoder is copied to
   * fresh memory before it is drawn on, which takes longer than the drawing.
   */
  readonly canvases?: number;
  readonly look: FilmLook;
  readonly prepare: (shot: Shot) => Promise<PreparedShot>;
}

/** Prepares a drawing of a film. The shot after the one that is drawn is composed ahead, and those that are over are let go. */
export function createFilmDrawing({ plan, width, height, scale, canvases = 1, look, prepare }: FilmDrawingWishes): FilmDrawing {
  const newCanvas = () => {
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d', { alpha: false })!;
    context.scale(scale, scale);
    return { canvas, context };
  };
  const easels = Array.from({ length: canvases }, newCanvas);
  let turn = 0;
  const over = newCanvas();
  const marks = markSprite(scale, width / scale, look, plan);
  const { shots } = plan;
  const prepared = new Map<number, Promise<PreparedShot>>();
  const shotAt = (index: number): Promise<PreparedShot> => {
    let made = prepared.get(index);
    if (!made) {
      made = prepare(shots[index]!);
      // Whoever draws it hears of it; composed ahead, nobody may be listening yet.
      made.catch(() => undefined);
      prepared.set(index, made);
    }
    return made;
  };
  const letGo = (except: (index: number) => boolean) => {
    for (const [index, made] of prepared) if (!except(index)) { prepared.delete(index); void made.then((shot) => shot.close(), () => undefined); }
  };
  /** What the last canvas shows where nothing moves any more: the same is not drawn again. */
  let standing: PreparedShot | null = null;
  const drawShot = async (target: Context, index: number, frame: number) => {
    const shot = await shotAt(index);
    await shot.ready?.(frame);
    shot.draw(target, frame);
  };
  return {
    async frame(number) {
      const index = shots.findLastIndex(({ from }) => from <= number);
      const shot = shots[Math.max(0, index)]!;
      const within = number - shot.from;
      const isFading = index > 0 && within < shot.fade;
      const ahead = () => { if (index + 1 < shots.length) void shotAt(index + 1); };
      letGo((known) => known === index || known === index + 1 || (isFading && known === index - 1));
      const next = (turn + 1) % easels.length;
      const { canvas, context } = easels[next]!;
      if (isFading) {
        await drawShot(context, index - 1, number - shots[index - 1]!.from);
        await drawShot(over.context, index, within);
        context.globalAlpha = easeInOut((within + 1) / (shot.fade + 1));
        context.drawImage(over.canvas, 0, 0, width / scale, height / scale);
        context.globalAlpha = 1;
        standing = null;
      } else {
        const known = await shotAt(Math.max(0, index));
        const isStill = known.stillFrom !== undefined && within >= known.stillFrom && number < plan.frames - endFrames && number >= fadeFrames;
        if (isStill && standing === known) { ahead(); return easels[turn]!.canvas; }
        await drawShot(context, Math.max(0, index), within);
        standing = isStill ? known : null;
      }
      turn = next;
      curtain(context, look.pictureShade, number, plan.frames, width / scale, height / scale);
      // Over the curtain as well: no frame is without them.
      if (marks) context.drawImage(marks.sprite.image, marks.x, marks.y, marks.sprite.width, marks.sprite.height);
      // Composed while the encoder is busy.
      if (!isFading) ahead();
      return canvas;
    },
    close: () => letGo(() => false),
  };
}

/** So many frames before its end the film begins to go. */
const endFrames = Math.round(fadeFrames * 1.4);

/** The film rises out of the dark and goes back into it. */
function curtain(context: Context, dark: string, number: number, frames: number, width: number, height: number): void {
  const light = Math.min(easeInOut((number + 1) / fadeFrames), easeInOut((frames - number) / endFrames));
  if (light >= 1) return;
  context.globalAlpha = 1 - light;
  context.fillStyle = dark;
  context.fillRect(0, 0, width, height);
  context.globalAlpha = 1;
}

/** What stands on every frame: that it is for the staff alone, that it is sample data. */
function markSprite(scale: number, width: number, look: FilmLook, { internal, sample }: Pick<FilmPlan, 'internal' | 'sample'>): { readonly sprite: Sprite; readonly x: number; readonly y: number } | null {
  if (!internal && !sample) return null;
  const label = (words: string, size: number, colour: string, ground: string): Block => {
    const set = setWords(words, { family: 'text', weight: 600, size, colour, spacing: 2 }, { width: 600, lines: 1 });
    const [padX, padY] = [18, 4];
    return {
      width: set.width + 2 * padX, height: set.height + 2 * padY,
      paint(context, x, y) {
        context.fillStyle = ground;
        context.beginPath();
        context.roundRect(x, y, set.width + 2 * padX, set.height + 2 * padY, 8);
        context.fill();
        set.paint(context, x + padX, y + padY);
      },
    };
  };
  const blocks = [...(internal ? [label(internal, 32, look.sealInk, look.seal)] : []), ...(sample ? [label(sample, 24, look.ink, look.sheet)] : [])];
  const gap = 12;
  const wide = blocks.reduce((sum, block) => sum + block.width, 0) + gap * (blocks.length - 1);
  const high = Math.max(...blocks.map(({ height }) => height));
  const sprite = drawnOnce(scale, wide + 2, high + 2, (context) => {
    let x = 0;
    for (const block of blocks) { block.paint(context, x, (high - block.height) / 2); x += block.width + gap; }
  });
  return { sprite, x: Math.round(width - sprite.width - 36), y: 28 };
}

import { sayingBlock, titleBlock } from '../blocks.js';
import { figureRow, type FigureRow } from '../figure-row.js';
import type { Box, FilmTools, Prepare, PreparedShot } from '../film-tools.js';
import { setWords, stacked, type Block } from '../letters.js';
import { movingPicture, type MovingPicture } from '../moving-picture.js';
import { closeAll, drawLayers, drawnOnce, easeInOut, wordsLayer, type Layer, type Sprite } from '../sprites.js';
import type { SlideFigure } from '../../../data/rules/slides/slide.js';
import type { Words } from '../../../data/rules/slides/slide-words.js';

/** The whole of the film's frame. */
export const whole = ({ width, height }: FilmTools): Box => ({ x: 0, y: 0, width, height });
const margin = 84;

/** The shade that words at the foot of a picture stand on. */
function footShade({ scale, width, look }: FilmTools, height: number): Sprite {
  return drawnOnce(scale, width, height, (context) => {
    const fade = context.createLinearGradient(0, 0, 0, height);
    const dark = look.pictureShade.slice(0, 7);
    for (const [at, alpha] of [[0, '00'], [0.34, '70'], [0.66, 'c8'], [1, 'ec']] as const) fade.addColorStop(at, dark + alpha);
    context.fillStyle = fade;
    context.fillRect(0, 0, width, height);
  });
}

interface Foot { readonly title: Words; readonly line: Words | null; readonly figures?: readonly SlideFigure[]; readonly size: number }

/** Words at the foot of what fills the screen, and figures that count up, beside them or below. */
function foot(tools: FilmTools, { title, line, figures = [], size }: Foot) {
  const { scale, width, height, upright, look } = tools;
  const light = { colour: look.onPicture, soft: look.onPicture };
  const room = width - 2 * margin;
  const beside = !upright && figures.length > 0;
  const words = stacked([
    titleBlock(title, tools, { width: beside ? room * 0.5 : room * (upright ? 1 : 0.86), size, lines: upright ? 3 : 2, ...light }),
    sayingBlock(line, tools, { width: beside ? room * 0.5 : room, size: 36, lines: 2, ...light }),
  ], 16);
  const row: FigureRow | null = figureRow(tools, figures, beside ? room * 0.46 : room, { value: upright ? 92 : 82, unit: 30, label: 27, ...light });
  const bottom = height - (upright ? 200 : 100);
  const high = beside ? Math.max(words.height, row?.height ?? 0) : words.height + (row ? row.height + 40 : 0);
  const top = bottom - high;
  const shade = footShade(tools, height - top + 190);
  const layers: Layer[] = [wordsLayer(scale, words, margin, beside ? bottom - words.height : top, 8)];
  const [rowX, rowY] = beside ? [width - margin - (row?.width ?? 0), bottom - (row?.height ?? 0)] : [margin, bottom - (row?.height ?? 0)];
  return {
    draw(context: Parameters<PreparedShot['draw']>[0], frame: number) {
      context.drawImage(shade.image, 0, height - shade.height, shade.width, shade.height);
      drawLayers(context, layers, frame);
      row?.draw(context, Math.round(rowX), Math.round(rowY), frame - 14);
    },
    close: () => closeAll([shade, ...layers.map(({ sprite }) => sprite)]),
  };
}

const shotOf = (picture: MovingPicture, words: ReturnType<typeof foot>): PreparedShot => ({
  draw(context, frame) { picture.draw(context, frame); words.draw(context, frame); },
  close() { picture.close(); words.close(); },
});

/** A page of the township's own story. */
export const prepareStory: Prepare<'story'> = async ({ title, line, picture, figures }, tools, frames) =>
  shotOf(await movingPicture(tools, { media: picture, seed: title.main, box: whole(tools), frames }), foot(tools, { title, line, figures, size: 92 }));

/** A photo that fills the screen. */
export const preparePhoto: Prepare<'photo'> = async ({ asset, photo }, tools, frames) => shotOf(
  await movingPicture(tools, { media: photo.media, seed: asset.id, category: asset.category, box: whole(tools), frames }),
  foot(tools, { title: photo.caption ?? asset.name, line: photo.caption ? { main: asset.name.main, second: null } : null, size: 60 }),
);

/** The user's own film; a still picture where it cannot be decoded. */
export const prepareVideo: Prepare<'video'> = async ({ media, title, line, photo }, tools, frames) => {
  const words = foot(tools, { title: line ?? title, line: line ? { main: title.main, second: null } : null, size: 64 });
  const film = await tools.video(media);
  if (!film) return shotOf(await movingPicture(tools, { media: photo, seed: media, box: whole(tools), frames }), words);
  const { width, height } = tools;
  return {
    ready: (frame) => film.seek(frame),
    draw(context, frame) {
      film.draw(context, width, height);
      words.draw(context, frame);
    },
    close() { film.close(); words.close(); },
  };
};

/** How long what was there stands before what is to come wipes over it, and how long the wipe takes, as shares of the shot. */
const [wipeFrom, wipeTo] = [0.34, 0.62];
/** Before and after: one wipes over the other. */
export const prepareChange: Prepare<'change'> = async ({ title, line, before, after }, tools, frames) => {
  const { scale, width, height, look } = tools;
  const box = whole(tools);
  const [was, becomes] = await Promise.all([movingPicture(tools, { media: before.media, seed: title.main, box, frames }), movingPicture(tools, { media: after.media, seed: title.main, box, frames })]);
  const words = foot(tools, { title, line, size: 64 });
  const tag = ({ main }: Words, atRight: boolean): Layer => {
    const set = setWords(main, { family: 'text', weight: 400, size: 38, colour: look.onPicture }, { width: 500, lines: 1 });
    const block: Block = {
      width: set.width + 60, height: set.height + 20,
      paint(context, x, y) {
        context.fillStyle = look.pictureShade;
        context.beginPath();
        context.roundRect(x, y, set.width + 60, set.height + 20, 10);
        context.fill();
        set.paint(context, x + 30, y + 10);
      },
    };
    return wordsLayer(scale, block, atRight ? width - 72 - block.width : 72, 72, 0);
  };
  const tags = { before: [tag(before.caption ?? { main: '', second: null }, false)], after: [tag(after.caption ?? { main: '', second: null }, true)] };
  return {
    draw(context, frame) {
      const wipe = easeInOut((frame / frames - wipeFrom) / (wipeTo - wipeFrom)) * width;
      if (wipe < width) { was.draw(context, frame); drawLayers(context, tags.before, frame); }
      if (wipe > 0) {
        context.save();
        context.beginPath();
        context.rect(width - wipe, 0, wipe, height);
        context.clip();
        becomes.draw(context, frame);
        drawLayers(context, tags.after, frame + 30);
        context.restore();
        if (wipe < width) { context.fillStyle = look.onPicture; context.fillRect(width - wipe - 3, 0, 6, height); }
      }
      words.draw(context, frame);
    },
    close() { was.close(); becomes.close(); words.close(); closeAll([...tags.before, ...tags.after].map(({ sprite }) => sprite)); },
  };
};

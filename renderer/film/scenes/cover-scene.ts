import type { Words } from '../../../data/rules/slides/slide-words.js';
import { sayingBlock, titleBlock } from '../blocks.js';
import type { FilmTools, Prepare } from '../film-tools.js';
import { setUpright, setWords, stacked, type Block } from '../letters.js';
import { movingPicture } from '../moving-picture.js';
import { closeAll, drawLayers, drawnOnce, type Layer, type Sprite } from '../sprites.js';
import { whole } from './full-scenes.js';

/** Longer names stand level: from above to below they would leave the screen. */
const mostUpright = 7;
/** The beginning: a picture that fills the screen, and on it a slip of paper with the township's name. */
export const prepareCover: Prepare<'cover'> = async ({ title, slogan, line, picture }, tools, frames) => {
  const { scale, width, height, upright, look, plan } = tools;
  const moving = await movingPicture(tools, { media: picture, seed: title.main, box: whole(tools), frames });
  const isScroll = /^\p{Script=Han}+$/u.test(title.main) && title.main.length <= mostUpright;
  const seal = plan.seal.length > 0 ? sealOf(tools, plan.seal) : null;
  const inner = isScroll ? scroll(tools, title, slogan, line, seal) : level(tools, title, slogan, line);
  const [padX, padY] = [58, 60];
  const sealRoom = seal && !isScroll ? seal.height + 28 : 0;
  const [slipWide, slipHigh] = [inner.width + 2 * padX, inner.height + 2 * padY + sealRoom];
  const slip: Block = {
    width: slipWide, height: slipHigh,
    paint(context, x, y) {
      context.save();
      context.shadowColor = look.shadow;
      context.shadowBlur = 60 * scale;
      context.shadowOffsetY = 20 * scale;
      context.fillStyle = look.sheet.slice(0, 7);
      context.fillRect(x, y, slipWide, slipHigh);
      context.restore();
      context.strokeStyle = look.hair;
      context.lineWidth = 2;
      context.strokeRect(x + 12, y + 12, slipWide - 24, slipHigh - 24);
      inner.paint(context, x + padX, y + padY);
      if (seal && !isScroll) context.drawImage(seal.image, x + padX, y + slipHigh - padY - seal.height, seal.width, seal.height);
    },
  };
  const room = 80;
  const sprite = drawnOnce(scale, slip.width + 2 * room, slip.height + 2 * room, (context) => slip.paint(context, room, room));
  const place = upright ? { x: (width - slip.width) / 2, y: Math.max(150, (height - slip.height) * 0.3) } : { x: 150, y: Math.max(70, (height - slip.height) / 2 - 20) };
  const layers: Layer[] = [{ sprite, x: Math.round(place.x - room), y: Math.round(place.y - room), at: 10, rise: 30 }];
  return {
    draw(context, frame) { moving.draw(context, frame); drawLayers(context, layers, frame); },
    close() { moving.close(); closeAll([sprite]); },
  };
};

/** The name from above to below, the slogan and the line left of it, as on a hanging scroll; what there is in English below. */
function scroll({ look }: FilmTools, title: Words, slogan: Words | null, line: Words | null, seal: Sprite | null): Block {
  const name = setUpright(title.main, { family: 'brush', weight: 700, size: title.main.length > 4 ? 120 : 150, colour: look.ink });
  const saying = (words: Words | null, size: number, colour: string) => (words && words.main.length <= 20 ? setUpright(words.main, { family: 'brush', weight: 700, size, colour }, 1.24) : null);
  const columns = [saying(line, 30, look.soft), saying(slogan, 40, look.ink)].filter((block): block is Block => block !== null);
  const gap = 40;
  const wide = name.width + columns.reduce((sum, { width }) => sum + width + gap, 0);
  // The seal stands under the name, clear of what is written beside it.
  const high = Math.max(name.height + (seal ? seal.height + 44 : 0), ...columns.map(({ height }) => height + 20)) + 10;
  const second = [title.second, slogan?.second].filter((words): words is string => Boolean(words));
  const english = second.length === 0 ? null : stacked([
    setWords(second[0]!, { family: 'text', weight: 600, size: 36, colour: look.ink }, { width: Math.max(wide, 300), lines: 2 }),
    second[1] ? setWords(second[1], { family: 'text', weight: 400, size: 26, colour: look.soft }, { width: Math.max(wide, 300), lines: 3 }) : null,
  ], 8);
  return {
    width: Math.max(wide, english?.width ?? 0), height: high + (english ? english.height + 40 : 0),
    paint(context, x, y) {
      let left = x + (Math.max(wide, english?.width ?? 0) - wide);
      for (const block of columns) { block.paint(context, left, y + 10); left += block.width + gap; }
      name.paint(context, left, y);
      if (seal) context.drawImage(seal.image, left + (name.width - seal.width) / 2, y + high - seal.height - 10, seal.width, seal.height);
      english?.paint(context, x, y + high + 40);
    },
  };
}
const level = (tools: FilmTools, title: Words, slogan: Words | null, line: Words | null): Block => stacked([
  titleBlock(title, tools, { width: 680, size: 104, lines: 3 }), sayingBlock(slogan, tools, { width: 680, size: 40 }), sayingBlock(line, tools, { width: 680, size: 32, colour: tools.look.soft }),
], 26);

/** The township's seal: four signs, read from the right. */
function sealOf({ scale, look }: FilmTools, signs: readonly string[]): Sprite {
  const [side, cell] = [104, 44];
  return drawnOnce(scale, side, side, (context) => {
    context.fillStyle = look.seal;
    context.beginPath();
    context.roundRect(0, 0, side, side, 10);
    context.fill();
    signs.forEach((sign, at) => setUpright(sign, { family: 'brush', weight: 700, size: cell * 0.92, colour: look.sealInk }, 1).paint(context, side / 2 + (at < 2 ? 2 : -cell + 1), side / 2 + (at % 2 === 0 ? -cell + 2 : 2)));
  });
}

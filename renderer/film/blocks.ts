import { categoryGlyphs } from '../ui/category-glyph.js';
import type { Words } from '../../data/rules/slides/slide-words.js';
import { isOpenStanding, type Category, type Status } from '../../data/schema/vocabularies.js';
import type { FilmTools } from './film-tools.js';
import { fontOf, setWords, stacked, widthOf, type Block, type LetterStyle } from './letters.js';
import { drawnOnce, roundRect, type Context, type Layer, type Sprite } from './sprites.js';

/** Words in their first language, and under them, smaller, in their second. */
export function titleBlock({ main, second }: Words, { look }: Pick<FilmTools, 'look'>, { width, size, lines, least = size * 0.62, colour = look.ink, soft = look.soft, align = 'left' }: { width: number; size: number; lines: number; least?: number; colour?: string; soft?: string; align?: 'left' | 'centre' }): Block {
  return stacked([
    setWords(main, { family: 'brush', weight: 700, size, colour, leading: 1.2, align }, { width, lines, least }),
    second ? setWords(second, { family: 'text', weight: 400, size: Math.max(30, size * 0.36), colour: soft, align }, { width, lines: 2 }) : null,
  ], size * 0.12);
}
/** A sentence, and under it its translation. */
export function sayingBlock(words: Words | null, { look }: Pick<FilmTools, 'look'>, { width, size = 38, lines = 3, colour = look.ink, soft = look.soft, align = 'left' }: { width: number; size?: number; lines?: number; colour?: string; soft?: string; align?: 'left' | 'centre' }): Block | null {
  return words && stacked([
    setWords(words.main, { family: 'text', weight: 400, size, colour, leading: 1.5, align }, { width, lines }),
    words.second ? setWords(words.second, { family: 'text', weight: 400, size: size * 0.74, colour: soft, leading: 1.4, align }, { width, lines: 2 }) : null,
  ], 6);
}
/** A stroke, and what kind of thing it is. */
export function kickerBlock({ main, second }: Words, { look }: Pick<FilmTools, 'look'>, width: number, colour = look.kicker): Block {
  const stroke = 62;
  const words = setWords(second ? `${main}  ${second}` : main, { family: 'text', weight: 400, size: 30, colour, spacing: second ? 0.5 : 2 }, { width: width - stroke, lines: 1, least: 24 });
  return {
    width: words.width + stroke, height: words.height,
    paint(context, x, y) {
      context.fillStyle = colour;
      context.fillRect(x, y + words.height / 2 - 1.5, 44, 3);
      words.paint(context, x + stroke, y);
    },
  };
}

/** The status as a seal, cut in rows of two signs: in cinnabar what waits for somebody, in quiet ink what is taken. */
export function sealSprite(tools: FilmTools, word: string, standing: Status | null): Sprite {
  const { look } = tools;
  const quiet = standing !== null && !isOpenStanding(standing);
  const chinese = /\p{Script=Han}/u.test(word);
  const rows = chinese ? word.match(/.{1,2}/gu) ?? [word] : word.split(' ');
  const style: LetterStyle = { family: 'brush', weight: 700, size: chinese ? 38 : 27, colour: quiet ? look.soft : look.sealInk };
  const widths = rows.map((row) => widthOf(row, style));
  const step = style.size * 1.1;
  const [width, height] = [Math.max(104, Math.max(...widths) + 32), Math.max(104, rows.length * step + 24)];
  return drawnOnce(tools.scale, width, height, (context) => {
    context.fillStyle = quiet ? look.raised : look.seal;
    roundRect(context, 0, 0, width, height, 12);
    context.fill();
    context.strokeStyle = quiet ? look.chipLine : look.sealInk;
    context.globalAlpha = quiet ? 1 : 0.7;
    context.lineWidth = 2;
    roundRect(context, 5, 5, width - 10, height - 10, 8);
    context.stroke();
    context.globalAlpha = 1;
    context.fillStyle = style.colour;
    context.font = fontOf(style);
    rows.forEach((row, at) => context.fillText(row, (width - widths[at]!) / 2, height / 2 + (at - (rows.length - 1) / 2) * step + style.size * 0.36));
  });
}

/** Chips in rows. */
export function chipsSprite(tools: FilmTools, chips: readonly string[], width: number): Sprite | null {
  if (chips.length === 0) return null;
  const { look } = tools;
  const style: LetterStyle = { family: 'text', weight: 400, size: 28, colour: look.ink };
  const [height, gap, inset] = [58, 16, 26];
  let [x, y] = [0, 0];
  const placed = chips.map((chip) => {
    const words = setWords(chip, style, { width: width - 2 * inset, lines: 1, least: 22 });
    const wide = words.width + 2 * inset;
    if (x > 0 && x + wide > width) { x = 0; y += height + gap; }
    const place = { words, x, y, wide };
    x += wide + gap;
    return place;
  });
  return drawnOnce(tools.scale, width, y + height + 2, (context) => {
    for (const chip of placed) {
      roundRect(context, chip.x + 1, chip.y + 1, chip.wide - 2, height - 2, height / 2);
      context.fillStyle = look.chip;
      context.fill();
      context.strokeStyle = look.chipLine;
      context.lineWidth = 1.5;
      context.stroke();
      chip.words.paint(context, chip.x + inset, chip.y + (height - chip.words.height) / 2);
    }
  });
}

/** The sign of a category on its colour. */
export function paintBadge(context: Context, { look }: Pick<FilmTools, 'look'>, category: Category, x: number, y: number, size: number): void {
  const { path, filled } = categoryGlyphs[category];
  context.save();
  context.translate(x + size / 2, y + size / 2);
  context.fillStyle = look.category[category];
  context.beginPath();
  context.arc(0, 0, size / 2, 0, 2 * Math.PI);
  context.fill();
  context.scale(size / 30, size / 30);
  const sign = new Path2D(path);
  context.fillStyle = context.strokeStyle = look.onStrong;
  context.lineWidth = 1.5;
  context.lineJoin = context.lineCap = 'round';
  if (filled) context.fill(sign); else context.stroke(sign);
  context.restore();
}

/** A sprite that comes in at a frame, placed on whole pixels. */
export const spriteLayer = ({ scale }: FilmTools, sprite: Sprite, x: number, y: number, at: number): Layer => ({ sprite, x: Math.round(x * scale) / scale, y: Math.round(y * scale) / scale, at });

import type PptxGenJS from 'pptxgenjs';
import { fitWords, usualLeading, type WordRoom } from '../../../../data/rules/slides/fit-words.js';
import type { Words } from '../../../../data/rules/slides/slide-words.js';
import type { SlideFigure } from '../../../../data/rules/slides/slide.js';
import { colours, faces, leastLetters } from './look.js';

/** A rectangle on a slide, in inches. */
export interface Box { readonly x: number; readonly y: number; readonly w: number; readonly h: number }
export interface Lettering {
  readonly most: number;
  readonly least?: number;
  readonly colour?: string;
  readonly second?: string;
  readonly head?: boolean;
  readonly bold?: boolean;
  readonly align?: 'left' | 'center' | 'right';
  readonly valign?: 'top' | 'middle' | 'bottom';
  readonly name?: string;
}

const pointsToInch = 72;
/** The English under a Chinese line is so much smaller. */
const secondShare = 0.56;
/** How much of a room the first language may take, and the least letters of the second. */
const firstShare = 0.62;
const leastSecond = 10;
/** What XML cannot hold, or would break a line on its own. */
const clean = (text: string) => text.replace(/[\p{Cc}\p{Cs}\ufffe\uffff]+/gu, ' ').trim();
const isChinese = (text: string) => /[\u2e80-\uffff]/.test(text);
const faceOf = (text: string, head: boolean) => (head ? (isChinese(text) ? faces.head : faces.latinHead) : faces.text);

/** The words as runs of text for a room in points, in the largest letters that fit; a smaller second line where there are two languages. Answers with the height that they take, in inches. */
export function runsFor(words: Words, room: Omit<WordRoom, 'most' | 'least'>, { most, least = Math.min(most, leastLetters), colour = colours.ink, second = colours.soft, head = false, bold = false, align = 'left' }: Lettering): { runs: PptxGenJS.TextProps[]; height: number; size: number } {
  const main = clean(words.main);
  const other = words.second === null ? '' : clean(words.second);
  const leading = room.leading ?? usualLeading;
  const alone = fitWords(main, { ...room, most, least });
  const beside = other ? fitWords(main, { ...room, height: room.height * firstShare, most, least }) : alone;
  const rest = room.height - beside.lines * beside.size * leading;
  const small = other ? fitWords(other, { ...room, height: rest, most: Math.max(leastLetters, Math.round(beside.size * secondShare)), least: Math.min(leastSecond, beside.size) }) : null;
  // The first language is never cut to make room for the second, and what would be cut of the second is better left out.
  const shown = small && small.text === other && beside.text === main && small.lines * small.size * leading <= rest + 1 ? small : null;
  const big = shown ? beside : alone;
  const run = (text: string, size: number, color: string, isBold: boolean, isLast: boolean): PptxGenJS.TextProps => ({
    text, options: { fontFace: faceOf(text, head), fontSize: size, color, bold: isBold, align, lineSpacing: size * leading, ...(isLast ? {} : { breakLine: true }) },
  });
  return {
    runs: [run(big.text, big.size, colour, bold, !shown), ...(shown ? [run(shown.text, shown.size, second, false, true)] : [])],
    height: (big.lines * big.size + (shown ? shown.lines * shown.size : 0)) * leading / pointsToInch, size: big.size,
  };
}

/** Writes words into a box. Answers with the height that they take, in inches. */
export function write(slide: PptxGenJS.Slide, words: Words | string | null, box: Box, lettering: Lettering): number {
  const given = typeof words === 'string' ? { main: words, second: null } : words;
  if (!given || given.main === '') return 0;
  const { runs, height } = runsFor(given, { width: box.w * pointsToInch, height: box.h * pointsToInch }, lettering);
  slide.addText(runs, { ...box, margin: 0, valign: lettering.valign ?? 'top', fit: 'none', ...(lettering.name ? { objectName: lettering.name } : {}) });
  return height;
}

/** A filled rectangle; `clear` in per cent. */
export function fill(slide: PptxGenJS.Slide, box: Box, colour: string, { clear = 0, line, round }: { clear?: number; line?: string; round?: number } = {}): void {
  slide.addShape(round ? 'roundRect' : 'rect', { ...box, fill: { color: colour, transparency: clear }, ...(line ? { line: { color: line, width: 0.75 } } : {}), ...(round ? { rectRadius: round } : {}) });
}

/** A small label in a filled or lined box, as wide as its words; answers with its width. */
export function chip(slide: PptxGenJS.Slide, words: Words | string, at: { readonly x: number; readonly y: number }, { colour, filled = true, most = 14 }: { colour: string; filled?: boolean; most?: number }): number {
  const said = typeof words === 'string' ? words : [words.main, words.second].filter(Boolean).join(' ');
  const width = fitWidth(said, most) + 0.3;
  const height = (most * 1.9) / pointsToInch;
  slide.addText(clean(said), {
    ...at, w: width, h: height, margin: 0, align: 'center', valign: 'middle', fontFace: faces.text, fontSize: most, color: filled ? colours.raised : colour, shape: 'roundRect', rectRadius: 0.06,
    ...(filled ? { fill: { color: colour } } : {}), line: { color: colour, width: 1 },
  });
  return width;
}
/** The width of one line of text in inches, rather too wide than too narrow. */
export const fitWidth = (text: string, size: number) => {
  let ems = 0;
  for (const sign of text) ems += sign.charCodeAt(0) >= 0x2e80 ? 1 : /[A-Z%&@mwMW]/.test(sign) ? 0.75 : 0.6;
  return (ems * size) / pointsToInch;
};

/** Big numbers side by side, each over its label. */
export function figuresRow(slide: PptxGenJS.Slide, figures: readonly SlideFigure[], box: Box, { most, label = 14, colour = colours.green, soft = colours.soft }: { most: number; label?: number; colour?: string; soft?: string }): void {
  const gap = 0.25;
  const width = (box.w - gap * (figures.length - 1)) / Math.max(1, figures.length);
  // One size for all of them, so that no number seems to matter more than its neighbour.
  const size = figures.reduce((least, { value, unit }) => Math.min(least, sizeOfFigure(value, unit, width, most)), most);
  figures.forEach(({ value, unit, label: words }, at) => {
    const x = box.x + at * (width + gap);
    const high = (size * 1.3) / pointsToInch;
    slide.addText([
      { text: clean(value), options: { fontFace: faces.text, fontSize: size, color: colour, bold: false } },
      ...(unit ? [{ text: ` ${clean(unit)}`, options: { fontFace: faces.text, fontSize: unitSize(size), color: soft } }] : []),
    ], { x, y: box.y, w: width, h: high, margin: 0, valign: 'bottom', fit: 'none', wrap: false });
    write(slide, words, { x, y: box.y + high + 0.04, w: width, h: Math.max(0.3, box.h - high - 0.04) }, { most: label, least: leastLetters, colour: soft, second: soft });
  });
}
const unitSize = (size: number) => Math.max(leastLetters, Math.round(size * 0.45));
function sizeOfFigure(value: string, unit: string, width: number, most: number): number {
  for (let size = most; size > 16; size -= 1) if (fitWidth(value, size) + (unit ? fitWidth(` ${unit}`, unitSize(size)) : 0) <= width) return size;
  return 16;
}

/** Hills one behind the other, as the scroll paints them, along the lower edge of a box. */
export function hills(slide: PptxGenJS.Slide, { x, y, w, h }: Box): void {
  const ridges = [
    { colour: colours.blue, clear: 78, points: [0.5, 0.28, 0.42, 0.12, 0.34, 0.2, 0.46] }, { colour: colours.green, clear: 70, points: [0.7, 0.58, 0.36, 0.56, 0.44, 0.62, 0.5] }, { colour: colours.green, clear: 45, points: [0.72, 0.84, 0.7, 0.8, 0.62, 0.78, 0.72] },
  ] as const;
  for (const { colour, clear, points } of ridges) {
    const step = w / (points.length - 1);
    const curve = points.slice(1).map((share, at) => {
      const [from, to] = [points[at] as number, share];
      return { x: step * (at + 1), y: h * to, curve: { type: 'cubic' as const, x1: step * (at + 0.5), y1: h * from, x2: step * (at + 0.5), y2: h * to } };
    });
    slide.addShape('custGeom' as PptxGenJS.SHAPE_NAME, { x, y, w, h, fill: { color: colour, transparency: clear }, points: [{ x: 0, y: h * points[0], moveTo: true }, ...curve, { x: w, y: h }, { x: 0, y: h }, { close: true }] });
  }
}

/** The township's seal; nothing where its name has no signs for one. */
export function seal(slide: PptxGenJS.Slide, signs: readonly string[], { x, y, size }: { readonly x: number; readonly y: number; readonly size: number }): void {
  if (signs.length < 4) return;
  const letters = { fontFace: faces.head, fontSize: size * 27, color: colours.raised, bold: true, align: 'center' as const, lineSpacing: size * 30 };
  // Read from the right, downwards.
  slide.addText([{ text: `${signs[2]}${signs[0]}`, options: { ...letters, breakLine: true } }, { text: `${signs[3]}${signs[1]}`, options: { ...letters } }], {
    x, y, w: size, h: size, margin: 0, align: 'center', valign: 'middle', shape: 'roundRect', rectRadius: 0.07, fill: { color: colours.cinnabar }, fit: 'none', objectName: 'seal',
  });
}

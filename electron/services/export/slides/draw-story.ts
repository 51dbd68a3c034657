import { formatNumber } from '../../../../data/rules/format.js';
import type { SlideBar, SlideFace } from '../../../../data/rules/slides/slide.js';
import { categoryColours, colours, faces, margin, page } from './look.js';
import { fill, figuresRow, hills, runsFor, seal, write } from './pen.js';
import type { Draw } from './draw-deck.js';
import { codePicture } from './pictures.js';

type Face<K extends SlideFace['kind']> = Extract<SlideFace, { kind: K }>;

/** The words on paper at the left, the picture at the right; hills where there is none. */
export const drawCover: Draw<Face<'cover'>> = async (slide, face, { deck, pictures }) => {
  const wide = 7.6;
  const box = { x: page.width - wide, y: 0, w: wide, h: page.foot };
  const photo = face.picture ? await pictures.photo(face.picture, box) : null;
  const room = photo ? page.width - wide - margin - 0.5 : 9.4;
  hills(slide, { x: 0, y: photo ? 4.9 : 3.4, w: photo ? page.width - wide : page.width, h: page.foot - (photo ? 4.9 : 3.4) });
  if (photo) slide.addImage({ data: photo, ...box, altText: face.title.main });
  seal(slide, deck.seal, { x: margin, y: 0.7, size: 0.95 });
  const height = write(slide, face.title, { x: margin, y: 1.95, w: room, h: 1.7 }, { most: 66, least: 30, head: true, bold: true, name: 'title' });
  const slogan = write(slide, face.slogan, { x: margin, y: 1.95 + height + 0.12, w: room, h: 0.95 }, { most: 26, least: 16, colour: colours.green, head: true });
  write(slide, face.line, { x: margin, y: 1.95 + height + slogan + 0.3, w: room, h: 0.95 }, { most: 18, least: 13, colour: colours.soft });
  write(slide, face.edition, { x: margin, y: 6.35, w: room, h: 0.4 }, { most: 14, colour: colours.ink });
};

/** A picture that fills the slide, its words on a dark band; hills where there is no picture. */
export const drawChapter: Draw<Face<'chapter'>> = async (slide, face, { pictures }) => {
  const box = { x: 0, y: 0, w: page.width, h: page.foot };
  const photo = face.picture ? await pictures.photo(face.picture, box) : null;
  const hasFigures = face.figures.length > 0;
  if (!photo) {
    hills(slide, { x: 0, y: 3.2, w: page.width, h: page.foot - 3.2 });
    fill(slide, { x: margin, y: 1.35, w: 0.08, h: 1.9 }, colours.cinnabar);
    const height = write(slide, face.title, { x: margin + 0.4, y: 1.3, w: 10.5, h: 1.5 }, { most: 54, least: 28, head: true, bold: true, name: 'title' });
    write(slide, face.line, { x: margin + 0.4, y: 1.45 + height, w: 10.5, h: 0.8 }, { most: 22, least: 14, colour: colours.soft });
    if (hasFigures) figuresRow(slide, face.figures, { x: margin + 0.4, y: 3.9, w: 10.5, h: 1.6 }, { most: 44 });
    return;
  }
  slide.addImage({ data: photo, ...box, altText: face.title.main });
  const top = hasFigures ? 4.5 : 4.95;
  fill(slide, { x: 0, y: top, w: page.width, h: page.foot - top }, colours.night, { clear: 14 });
  const room = hasFigures ? 5.9 : page.width - 2 * margin;
  const height = write(slide, face.title, { x: margin, y: top + 0.28, w: room, h: 1.15 }, { most: 44, least: 24, head: true, bold: true, colour: colours.paper, second: colours.mist, name: 'title' });
  write(slide, face.line, { x: margin, y: top + 0.4 + height, w: room, h: page.foot - top - height - 0.5 }, { most: 20, least: 13, colour: colours.mist, second: colours.mist });
  if (hasFigures) figuresRow(slide, face.figures, { x: 7.1, y: top + 0.5, w: page.width - 7.1 - margin, h: 1.6 }, { most: 40, colour: colours.paper, soft: colours.mist });
};

/** The heading of a slide without a picture; answers with where the rest begins, in inches. */
export function heading(slide: Parameters<Draw<SlideFace>>[0], title: SlideFace extends never ? never : Face<'figures'>['title'], line: Face<'figures'>['line']): number {
  const height = write(slide, title, { x: margin, y: 0.48, w: page.width - 2 * margin, h: 0.95 }, { most: 34, least: 22, head: true, bold: true, name: 'title' });
  const under = write(slide, line, { x: margin, y: 0.54 + height, w: page.width - 2 * margin, h: 0.5 }, { most: 17, least: 13, colour: colours.soft });
  const bottom = 0.62 + height + under;
  fill(slide, { x: margin, y: bottom, w: 0.9, h: 0.05 }, colours.cinnabar);
  return bottom + 0.25;
}

const barNames = (bars: readonly SlideBar[]) => bars.map(({ name }) => [name.main, name.second].filter(Boolean).join(' '));

/** Headline numbers over a chart of the categories and what the projects of each horizon come to. */
export const drawFigures: Draw<Face<'figures'>> = async (slide, face) => {
  const top = heading(slide, face.title, face.line);
  figuresRow(slide, face.figures, { x: margin, y: top, w: page.width - 2 * margin, h: 1.35 }, { most: 40 });
  const below = top + 1.55;
  const wide = face.horizons.length > 0 ? 7.6 : page.width - 2 * margin;
  fill(slide, { x: margin, y: below, w: wide, h: page.foot - below - 0.25 }, colours.raised, { line: colours.line });
  write(slide, face.chartTitle, { x: margin + 0.3, y: below + 0.16, w: wide - 0.6, h: 0.55 }, { most: 16, colour: colours.soft });
  // A bar chart counts its bars from below.
  const bars = face.bars.toReversed();
  slide.addChart('bar', [{ name: face.chartTitle.main, labels: barNames(bars), values: bars.map(({ count }) => count) }], {
    x: margin + 0.2, y: below + 0.6, w: wide - 0.4, h: page.foot - below - 0.95, barDir: 'bar', chartColors: bars.map(({ category }) => categoryColours[category]), barGapWidthPct: 45,
    showValue: true, dataLabelFontSize: 14, dataLabelColor: colours.ink, dataLabelFontFace: faces.text, dataLabelFormatCode: '#,##0', catAxisLabelFontFace: faces.text, catAxisLabelFontSize: 14, catAxisLabelColor: colours.ink,
    catAxisLineShow: false, valAxisHidden: true, valAxisLineShow: false, valAxisMinVal: 0, valGridLine: { style: 'none' }, catGridLine: { style: 'none' }, showLegend: false, altText: face.chartTitle.main,
  });
  const x = margin + wide + 0.3;
  const room = page.width - x - margin;
  const each = (page.foot - below - 0.25 - 0.2 * (face.horizons.length - 1)) / Math.max(1, face.horizons.length);
  face.horizons.forEach((figure, at) => {
    const y = below + at * (each + 0.2);
    fill(slide, { x, y, w: room, h: each }, colours.raised, { line: colours.line });
    fill(slide, { x, y, w: 0.07, h: each }, at === 0 ? colours.green : colours.blue);
    figuresRow(slide, [figure], { x: x + 0.35, y: y + each / 2 - 0.62, w: room - 0.6, h: 1.35 }, { most: 36, label: 15, colour: at === 0 ? colours.green : colours.blue });
  });
};

/** The map fills the slide; its words stand on paper at the left, its credit on paper at the lower edge. */
export const drawMap: Draw<Face<'map'>> = async (slide, face, { deck, pictures }) => {
  const box = { x: 0, y: 0, w: page.width, h: page.foot };
  const map = await pictures.map(face.map, box);
  if (map) slide.addImage({ data: map, ...box, altText: [face.title.main, deck.credit].join(' · ') });
  const panel = { x: 0.4, y: 0.4, w: 4.15, h: page.foot - 0.8 };
  fill(slide, panel, colours.raised, { clear: 6, line: colours.line, round: 0.08 });
  const [x, w] = [panel.x + 0.35, panel.w - 0.7];
  const title = write(slide, face.title, { x, y: 0.68, w, h: 1.4 }, { most: 32, least: 20, head: true, bold: true, name: 'title' });
  const line = write(slide, face.line, { x, y: 0.74 + title, w, h: 0.75 }, { most: 16, least: 13, colour: colours.soft });
  let y = 1 + title + line;
  for (let at = 0; at < face.figures.length; at += 2) {
    figuresRow(slide, at + 1 < face.figures.length ? face.figures.slice(at, at + 2) : [face.figures[at]!], { x, y, w: at + 1 < face.figures.length ? w : w / 2, h: 1 }, { most: 26, label: 12 });
    y += deck.language === 'both' ? 1.12 : 0.86;
  }
  const step = Math.min(0.38, (panel.y + panel.h - 0.2 - y) / Math.max(1, face.bars.length));
  face.bars.forEach((bar, at) => {
    const top = y + 0.05 + at * step;
    slide.addShape('ellipse', { x, y: top + 0.06, w: 0.17, h: 0.17, fill: { color: categoryColours[bar.category] } });
    write(slide, [bar.name.main, bar.name.second].filter(Boolean).join(' '), { x: x + 0.3, y: top, w: w - 1, h: 0.3 }, { most: 14, least: 12, valign: 'middle' });
    write(slide, formatNumber(bar.count), { x: x + w - 0.7, y: top, w: 0.7, h: 0.3 }, { most: 14, align: 'right', valign: 'middle', colour: colours.ink });
  });
  credit(slide, deck.credit, deck.warning, { x: panel.x + panel.w + 0.15, right: page.width, bottom: page.foot });
};

/** Whose map it is and its 审图号, or in red that it lacks one: on the slide, at the map. */
function credit(slide: Parameters<Draw<SlideFace>>[0], words: string, warning: string | null, { x, right, bottom }: { x: number; right: number; bottom: number }): void {
  const w = right - x;
  const parts = [{ words, colour: colours.ink }, ...(warning ? [{ words: warning, colour: colours.cinnabar }] : [])].map((part) => ({ ...part, ...runsFor({ main: part.words, second: null }, { width: (w - 0.3) * 72, height: 40 }, { most: 12, least: 12, colour: part.colour, align: 'right' }) }));
  const h = parts.reduce((sum, { height }) => sum + height, 0) + 0.1;
  slide.addText(parts.flatMap(({ runs }, at) => runs.map((run) => ({ ...run, options: { ...run.options, breakLine: at < parts.length - 1 } }))), { x, y: bottom - h, w, h, margin: [10, 10, 0, 0], align: 'right', valign: 'middle', fit: 'none', fill: { color: colours.raised, transparency: 12 }, objectName: 'map credit' });
}

/** The last word, how to get in touch, and a code that holds just that, so that it needs no network. */
export const drawClosing: Draw<Face<'closing'>> = async (slide, face, { deck, pictures }) => {
  const wide = 6.2;
  const box = { x: page.width - wide, y: 0, w: wide, h: page.foot };
  const photo = face.picture ? await pictures.photo(face.picture, box) : null;
  const room = photo ? page.width - wide - margin - 0.5 : page.width - 2 * margin;
  hills(slide, { x: 0, y: photo ? 5 : 3.6, w: photo ? page.width - wide : page.width, h: page.foot - (photo ? 5 : 3.6) });
  if (photo) slide.addImage({ data: photo, ...box, altText: face.title.main });
  seal(slide, deck.seal, { x: margin, y: 0.7, size: 0.85 });
  const height = write(slide, face.title, { x: margin, y: 1.85, w: room, h: 1.3 }, { most: 44, least: 24, head: true, bold: true, name: 'title' });
  write(slide, face.line, { x: margin, y: 1.95 + height, w: room, h: 0.7 }, { most: 20, least: 14, head: true, colour: colours.green });
  if (!face.contact) return;
  const { label, name, phone, scan } = face.contact;
  const card = { x: margin, y: 3.9, w: Math.min(room, 6.1), h: 2.55 };
  fill(slide, card, colours.raised, { line: colours.line, round: 0.06 });
  slide.addImage({ data: codePicture([name, phone].filter(Boolean).join('\n')), x: card.x + 0.25, y: card.y + 0.25, w: 2.05, h: 2.05, altText: scan.main });
  const [x, w] = [card.x + 2.55, card.w - 2.8];
  write(slide, label, { x, y: card.y + 0.25, w, h: 0.6 }, { most: 15, colour: colours.soft });
  write(slide, name, { x, y: card.y + 0.72, w, h: 0.55 }, { most: 20, least: 13 });
  write(slide, phone, { x, y: card.y + 1.24, w, h: 0.5 }, { most: 26, least: 14, colour: colours.green });
  write(slide, scan, { x, y: card.y + 1.78, w, h: 0.6 }, { most: 13, least: 12, colour: colours.soft });
};

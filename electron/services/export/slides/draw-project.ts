import type PptxGenJS from 'pptxgenjs';
import type { Words } from '../../../../data/rules/slides/slide-words.js';
import type { SlideFace } from '../../../../data/rules/slides/slide.js';
import { emsOf } from '../../../../data/rules/slides/fit-words.js';
import { cell, facts, rowBorder } from './draw-asset.js';
import type { Draw } from './draw-deck.js';
import { heading } from './draw-story.js';
import { colours, margin, page, strongCategoryColours } from './look.js';
import { chip, figuresRow, write } from './pen.js';

type Face<K extends SlideFace['kind']> = Extract<SlideFace, { kind: K }>;
const plain = (main: string): Words => ({ main, second: null });

/** What the project is at the left, its assets at the right: a photo of one and all of them as a native table. */
export const drawProject: Draw<Face<'project'>> = async (slide, face, { pictures }) => {
  const hasAssets = face.assets.length > 0;
  const right = hasAssets ? 5.75 : 0;
  const w = page.width - 2 * margin - (hasAssets ? right + 0.5 : 0);
  let across = margin;
  face.chips.forEach((words, at) => { across += chip(slide, words, { x: across, y: 0.55 }, { colour: at === 0 ? colours.green : colours.soft, filled: at === 0 }) + 0.15; });
  const name = write(slide, face.name, { x: margin, y: 1.1, w, h: 1.6 }, { most: 34, least: 16, head: true, bold: true, name: 'title' });
  const line = write(slide, face.line, { x: margin, y: 1.18 + name, w, h: 0.95 }, { most: 17, least: 13, colour: colours.soft });
  let y = 1.36 + name + line;
  const high = face.figures.some(({ label }) => label.second) ? 1.25 : 0.98;
  if (face.figures.length > 0) { figuresRow(slide, face.figures, { x: margin, y, w, h: high }, { most: 30, label: 13 }); y += high + 0.15; }
  longFacts(slide, face.facts, { x: margin, y, w, h: page.foot - 0.25 - y });
  if (!hasAssets) return;
  const x = page.width - right;
  const rowHigh = face.assets.some(({ name: words }) => words.second ?? emsOf(words.main) > 11) ? 0.56 : 0.42;
  const rows = face.assets.length + 1 + (face.more ? 1 : 0);
  const tableHigh = rows * rowHigh;
  const box = { x, y: 0, w: right, h: page.foot - tableHigh - 0.3 };
  const photo = face.photo ? await pictures.photo(face.photo, box) : null;
  if (photo) slide.addImage({ data: photo, ...box, altText: face.name.main });
  const widths = [1.95, 0.9, 1, 1.05, 0.8];
  const room = right - 0.3;
  const scale = room / widths.reduce((sum, width) => sum + width, 0);
  const colW = widths.map((width) => width * scale);
  const small = { most: 12 };
  slide.addTable([
    face.head.map((words, at) => cell(words, { w: colW[at]!, h: rowHigh }, { ...small, colour: colours.soft })),
    ...face.assets.map((asset) => [
      cell(asset.name, { w: colW[0]!, h: rowHigh }, { most: 13 }), cell(asset.categoryName, { w: colW[1]!, h: rowHigh }, { ...small, colour: strongCategoryColours[asset.category] }),
      cell(plain(asset.village), { w: colW[2]!, h: rowHigh }, small), cell(plain(asset.size), { w: colW[3]!, h: rowHigh }, small), cell(asset.status ?? plain('—'), { w: colW[4]!, h: rowHigh }, small),
    ]),
    ...(face.more ? [[{ ...cell(face.more, { w: room, h: rowHigh }, { ...small, colour: colours.soft }), options: { ...cell(face.more, { w: room, h: rowHigh }, small).options, colspan: colW.length } }]] : []),
  ], { x, y: photo ? box.h + 0.12 : 0.55, w: room, colW, rowH: rowHigh, border: rowBorder as unknown as PptxGenJS.BorderProps, autoPage: false });
};

/** Facts of unlike length: each gets room by how much it says. */
function longFacts(slide: PptxGenJS.Slide, all: Face<'project'>['facts'], box: { x: number; y: number; w: number; h: number }): void {
  if (all.length === 0) return;
  const first = 1.25;
  const weights = all.map(({ value }) => Math.max(1, Math.ceil((value.main.length + (value.second?.length ?? 0) / 2) / 26)));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const unit = Math.min(0.42, box.h / sum);
  if (unit < 0.2) { facts(slide, all, box); return; }
  const heights = all.map(({ value, label }, at) => Math.max(value.second || label.second ? 0.52 : 0.36, weights[at]! * unit));
  // The first facts matter most; what finds no room is left to the brochure.
  const shown = all.filter((_, at) => heights.slice(0, at + 1).reduce((total, high) => total + high, 0) <= box.h + 0.05);
  if (shown.length === 0) return;
  slide.addTable(shown.map(({ label, value }, at) => [cell(label, { w: first, h: heights[at]! }, { most: 13, colour: colours.soft }), cell(value, { w: box.w - first, h: heights[at]! }, { most: 14 })]),
    { x: box.x, y: box.y, w: box.w, colW: [first, box.w - first], rowH: heights.slice(0, shown.length), border: rowBorder as unknown as PptxGenJS.BorderProps, autoPage: false });
}

/** A page of the project table, its head repeated. */
export const drawTable: Draw<Face<'table'>> = async (slide, face) => {
  const top = heading(slide, face.title, null);
  if (face.pages > 1) write(slide, `${face.page + 1} / ${face.pages}`, { x: page.width - margin - 1.5, y: 0.6, w: 1.5, h: 0.4 }, { most: 16, colour: colours.soft, align: 'right' });
  const widths = [3.3, 1.8, 1.5, 1.35, 1.75, 0.95, 1.4];
  const scale = (page.width - 2 * margin) / widths.reduce((sum, width) => sum + width, 0);
  const colW = widths.map((width) => width * scale);
  const headHigh = face.head.some(({ second }) => second) ? 0.62 : 0.45;
  const h = Math.min(0.8, (page.foot - 0.2 - top - headHigh) / Math.max(1, face.rows.length));
  const right = 3;
  slide.addTable([
    face.head.map((words, at) => cell(words, { w: colW[at]!, h: headHigh }, { most: 14, colour: colours.raised, back: colours.green, align: at === right ? 'right' : 'left' })),
    ...face.rows.map((row) => row.map((words, at) => cell(words, { w: colW[at]!, h }, at === 0 ? { most: 17, bold: true } : { most: 14, align: at === right ? 'right' : 'left' }))),
  ], { x: margin, y: top, w: page.width - 2 * margin, colW, rowH: [headHigh, ...face.rows.map(() => h)], border: rowBorder as unknown as PptxGenJS.BorderProps, autoPage: false });
};

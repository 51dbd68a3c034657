import type PptxGenJS from 'pptxgenjs';
import type { Words } from '../../../../data/rules/slides/slide-words.js';
import type { SlideFace } from '../../../../data/rules/slides/slide.js';
import type { Draw } from './draw-deck.js';
import { heading } from './draw-story.js';
import { colours, faces, margin, page, statusColours, strongCategoryColours } from './look.js';
import { chip, figuresRow, fill, hills, runsFor, write } from './pen.js';

type Face<K extends SlideFace['kind']> = Extract<SlideFace, { kind: K }>;

/** A cell of a table, its words in the size that fits the column's width and the row's height. */
export function cell(words: Words, { w, h }: { readonly w: number; readonly h: number }, { most = 14, colour = colours.ink, bold = false, back, align = 'left', head = false }: { most?: number; colour?: string; bold?: boolean; back?: string; align?: 'left' | 'center' | 'right'; head?: boolean } = {}): PptxGenJS.TableCell {
  const { runs } = runsFor(words, { width: (w - 0.2) * 72, height: (h - 0.1) * 72, leading: 1.22 }, { most, least: 11, colour, bold, align, head, second: back ? colours.raised : colours.soft });
  return { text: runs as PptxGenJS.TableCell[], options: { valign: 'middle', align, margin: [3, 7, 3, 7], ...(back ? { fill: { color: back } } : {}) } };
}
const rule: PptxGenJS.BorderProps = { type: 'solid', color: colours.line, pt: 0.75 };
const none: PptxGenJS.BorderProps = { type: 'none' };
/** Lines between rows alone, as the program's tables have them. */
export const rowBorder: [PptxGenJS.BorderProps, PptxGenJS.BorderProps, PptxGenJS.BorderProps, PptxGenJS.BorderProps] = [none, none, rule, none];

/** A photo at the left, what an investor asks first at the right. */
export const drawAsset: Draw<Face<'asset'>> = async (slide, face, { pictures }) => {
  const wide = 7.15;
  const [first, ...others] = face.photos;
  const gap = 0.06;
  const strip = others.length > 0 ? 1.95 : 0;
  const main = { x: 0, y: 0, w: wide, h: page.foot - strip - (strip ? gap : 0) };
  const photo = first ? await pictures.photo(first.media, main) : null;
  if (photo) slide.addImage({ data: photo, ...main, altText: first?.caption?.main ?? face.name.main });
  else noPhoto(slide, face, main);
  const each = (wide - gap * (others.length - 1)) / Math.max(1, others.length);
  for (const [at, other] of others.entries()) {
    const box = { x: at * (each + gap), y: page.foot - strip, w: each, h: strip };
    const small = await pictures.photo(other.media, box);
    if (small) slide.addImage({ data: small, ...box, altText: other.caption?.main ?? face.name.main });
  }
  if (photo && first?.caption) {
    const { main: words } = first.caption;
    slide.addText(words, { x: 0, y: main.h - 0.42, w: Math.min(wide, 0.5 + words.length * 0.21), h: 0.42, margin: [10, 10, 0, 0], fontFace: faces.text, fontSize: 12, color: colours.paper, valign: 'middle', wrap: false, fill: { color: colours.night, transparency: 25 } });
  }

  const [x, w] = [wide + 0.5, page.width - wide - 0.5 - 0.55];
  let across = x + chip(slide, face.categoryName, { x, y: 0.55 }, { colour: strongCategoryColours[face.category] }) + 0.15;
  if (face.status && face.standing) across += chip(slide, face.status, { x: across, y: 0.55 }, { colour: statusColours[face.standing], filled: false }) + 0.15;
  if (face.place && x + w - across > 0.8) write(slide, face.place, { x: across, y: 0.55, w: x + w - across, h: 0.37 }, { most: 14, least: 12, colour: colours.soft, valign: 'middle' });
  const name = write(slide, face.name, { x, y: 1.1, w, h: 1.6 }, { most: 34, least: 16, head: true, bold: true, name: 'title' });
  const line = write(slide, face.line, { x, y: 1.18 + name, w, h: 1.05 }, { most: 17, least: 13, colour: colours.soft });
  let y = 1.36 + name + line;
  if (face.figures.length > 0) {
    const high = face.figures.some(({ label }) => label.second) ? 1.25 : 0.98;
    figuresRow(slide, face.figures, { x, y, w, h: high }, { most: 32, label: 13 });
    y += high + 0.15;
  }
  const uses = face.uses.length > 0 ? 0.5 : 0;
  facts(slide, face.facts, { x, y, w, h: page.foot - 0.2 - uses - y });
  if (uses) {
    let at = x;
    for (const use of face.uses) {
      const width = use.length * 0.19 + 0.3;
      if (at + width > x + w) break;
      at += chip(slide, use, { x: at, y: page.foot - 0.2 - 0.36 }, { colour: colours.green, filled: false, most: 12 }) + 0.12;
    }
  }
};

/** Facts as a native table of two columns; as many as there is room for, those that limit the use in red. */
export function facts(slide: PptxGenJS.Slide, all: Face<'asset'>['facts'], box: { x: number; y: number; w: number; h: number }): void {
  const least = all.some(({ value }) => value.second) ? 0.56 : 0.4;
  const count = Math.min(all.length, Math.floor(box.h / least));
  if (count < 1) return;
  const limit = all.find(({ caution }) => caution);
  const shown = all.slice(0, count);
  if (limit && !shown.includes(limit)) shown[count - 1] = limit;
  const h = Math.min(box.h / count, 0.66);
  const first = Math.min(1.8, box.w * 0.34);
  slide.addTable(shown.map(({ label, value, caution }) => [
    cell(label, { w: first, h }, { most: 13, colour: colours.soft }), cell(value, { w: box.w - first, h }, { most: 14, colour: caution ? colours.cinnabar : colours.ink }),
  ]), { x: box.x, y: box.y, w: box.w, colW: [first, box.w - first], rowH: h, border: rowBorder as unknown as PptxGenJS.BorderProps, autoPage: false });
}

/** Where no photo was taken yet: the category's colour and hills, and no excuse. */
function noPhoto(slide: PptxGenJS.Slide, face: Face<'asset'>, box: { x: number; y: number; w: number; h: number }): void {
  fill(slide, box, colours.sunken);
  hills(slide, { x: box.x, y: box.y + box.h * 0.42, w: box.w, h: box.h * 0.58 });
  write(slide, face.categoryName, { x: box.x + 0.6, y: box.y + box.h * 0.2, w: box.w - 1.2, h: 1.3 }, { most: 54, head: true, colour: strongCategoryColours[face.category], align: 'center' });
}

/** Two pictures side by side. */
export const drawChange: Draw<Face<'change'>> = async (slide, face, { pictures }) => {
  const top = heading(slide, face.title, face.line);
  const w = (page.width - 2 * margin - 0.3) / 2;
  const h = page.foot - top - 0.3;
  for (const [at, picture] of [face.before, face.after].entries()) {
    const box = { x: margin + at * (w + 0.3), y: top, w, h };
    const photo = await pictures.photo(picture.media, box);
    if (photo) slide.addImage({ data: photo, ...box, altText: picture.caption?.main ?? face.title.main });
    if (picture.caption) chip(slide, picture.caption, { x: box.x + 0.2, y: box.y + 0.2 }, { colour: at === 0 ? colours.soft : colours.green, most: 16 });
  }
};

/** Assets side by side: each with its photo over a column of a native table. */
export const drawComparison: Draw<Face<'comparison'>> = async (slide, face, { pictures }) => {
  const top = heading(slide, face.title, face.line);
  const first = 2;
  const gap = 0.15;
  const w = (page.width - 2 * margin - first) / face.assets.length;
  const isDouble = face.rows.some(({ label }) => label.second);
  const high = isDouble ? 1.35 : 1.75;
  for (const [at, asset] of face.assets.entries()) {
    const box = { x: margin + first + at * w + gap / 2, y: top, w: w - gap, h: high };
    const photo = asset.photo ? await pictures.photo(asset.photo, box) : null;
    if (photo) slide.addImage({ data: photo, ...box, altText: asset.name.main });
    else { fill(slide, box, colours.sunken); hills(slide, { ...box, y: box.y + 0.6, h: high - 0.6 }); }
  }
  const headHigh = face.assets.some(({ name }) => name.second) ? 0.85 : 0.62;
  const room = page.foot - 0.15 - top - high - headHigh;
  const rows = face.rows.slice(0, Math.floor(room / (isDouble ? 0.52 : 0.33)));
  const h = Math.min(0.56, room / Math.max(1, rows.length));
  slide.addTable([
    [cell({ main: '', second: null }, { w: first, h: headHigh }), ...face.assets.map(({ name }) => cell(name, { w, h: headHigh }, { most: 19, bold: true, head: true }))],
    ...rows.map(({ label, values }) => [cell(label, { w: first, h }, { most: 13, colour: colours.soft }), ...values.map((value) => cell(value, { w, h }, { most: 15 }))]),
  ], { x: margin, y: top + high + 0.02, w: page.width - 2 * margin, colW: [first, ...face.assets.map(() => w)], rowH: [headHigh, ...rows.map(() => h)], border: rowBorder as unknown as PptxGenJS.BorderProps, autoPage: false });
};

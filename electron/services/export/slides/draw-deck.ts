import PptxGenJS from 'pptxgenjs';
import type { Deck, SlideFace } from '../../../../data/rules/slides/slide.js';
import { drawAsset, drawChange, drawComparison } from './draw-asset.js';
import { drawProject, drawTable } from './draw-project.js';
import { drawChapter, drawClosing, drawCover, drawFigures, drawMap } from './draw-story.js';
import { colours, faces, margin, page } from './look.js';
import { chip, fill, fitWidth, write } from './pen.js';
import type { Pictures } from './pictures.js';

/** What a slide is drawn with. */
export interface Table { readonly deck: Deck; readonly pictures: Pictures }
export type Draw<Face extends SlideFace> = (slide: PptxGenJS.Slide, face: Face, table: Table) => Promise<void>;

function draw(slide: PptxGenJS.Slide, face: SlideFace, table: Table): Promise<void> {
  switch (face.kind) {
    case 'cover': return drawCover(slide, face, table);
    case 'chapter': return drawChapter(slide, face, table);
    case 'figures': return drawFigures(slide, face, table);
    case 'map': return drawMap(slide, face, table);
    case 'asset': return drawAsset(slide, face, table);
    case 'change': return drawChange(slide, face, table);
    case 'project': return drawProject(slide, face, table);
    case 'table': return drawTable(slide, face, table);
    case 'comparison': return drawComparison(slide, face, table);
    case 'closing': return drawClosing(slide, face, table);
  }
}

/** The foot of every slide: whose it is, its marks and its number, on the slide itself so that a slide that is copied out keeps them. */
function foot(slide: PptxGenJS.Slide, { township, marks, internal }: Deck, number: number): void {
  const high = page.height - page.foot;
  fill(slide, { x: 0, y: page.foot, w: page.width, h: high }, colours.ground);
  fill(slide, { x: 0, y: page.foot, w: page.width, h: 0.015 }, colours.line);
  const y = page.foot + (high - 0.3) / 2;
  write(slide, [township.main, township.second].filter(Boolean).join(' · '), { x: margin, y, w: 6, h: 0.3 }, { most: 12, colour: colours.soft, valign: 'middle', name: 'township' });
  write(slide, String(number), { x: page.width - margin - 0.5, y, w: 0.5, h: 0.3 }, { most: 12, colour: colours.soft, align: 'right', valign: 'middle', name: 'number' });
  let x = page.width - margin - 0.7;
  for (const [at, mark] of [...marks.entries()].reverse()) {
    x -= fitWidth(mark, 12) + 0.3;
    chip(slide, mark, { x, y: y - 0.01 }, { colour: at === 0 && internal ? colours.cinnabar : colours.soft, filled: at === 0 && internal, most: 12 });
    x -= 0.12;
  }
}

/** Draws a presentation as the bytes of a .pptx. Hears `onSlide` after each slide. */
export async function drawDeck(deck: Deck, pictures: Pictures, onSlide: (done: number) => void): Promise<Uint8Array> {
  const show = new PptxGenJS();
  show.layout = 'LAYOUT_WIDE';
  show.title = deck.title;
  show.subject = deck.marks.join(' · ');
  show.author = deck.township.main;
  show.company = deck.township.main;
  show.theme = { headFontFace: deck.language === 'en' ? faces.latinHead : faces.head, bodyFontFace: faces.text };
  show.defineSlideMaster({ title: 'Xishan', background: { color: colours.ground } });
  for (const [at, { face, notes }] of deck.slides.entries()) {
    const slide = show.addSlide({ masterName: 'Xishan' });
    slide.background = { color: colours.ground };
    await draw(slide, face, { deck, pictures });
    foot(slide, deck, at + 1);
    if (notes) slide.addNotes(notes.replace(/[\p{Cc}\p{Cs}\ufffe\uffff]+/gu, ' '));
    onSlide(at + 1);
  }
  return await show.stream({ compression: true }) as Uint8Array;
}

import 'lxgw-wenkai-webfont/lxgwwenkai-light.css';
import { flushSync } from 'react-dom';
import type { Root } from 'react-dom/client';
import type { BrochureSheet } from '../../data/rules/brochure/book.js';
import { text, type Text } from '../../data/schema/text.js';
import type { Client } from '../client/client.js';
import { loadSheets } from '../sheet/map-content.js';
import { Brochure } from './brochure.js';
import { createDrawing } from './drawing.js';
import { fitPages } from './fit-pages.js';
import { mapLabelScale } from './map-unit.js';

const nextFrame = () => new Promise<void>((resolve) => { requestAnimationFrame(() => resolve()); });

/**
 * Lays the book out, fits its pages, and draws its maps and photos into the rooms that they then have. Settles when it may be printed.
 * `dots` to a CSS pixel are those of the maps' pictures.
 */
export async function openBrochure(client: Client, { book, language }: BrochureSheet, root: Root, { dots, onStep }: { dots: number; onStep: (done: number, total: number, step: Text) => void }): Promise<void> {
  onStep(0, 0, text('排版', 'Laying out'));
  document.title = book.title.main;
  document.documentElement.dataset['theme'] = 'light';
  const sheets = await loadSheets(client);
  flushSync(() => root.render(<Brochure book={book} drawing={null} />));
  // Its words ask for their letters only when they are laid out.
  await nextFrame();
  await document.fonts.ready;
  fitPages(document);
  const drawing = createDrawing({ sheets, style: 'paper', language, labelScale: mapLabelScale, dots, mediaAddress: (id) => client.address(`media/${id}`), onStep });
  flushSync(() => root.render(<Brochure book={book} drawing={drawing} />));
  // Every box knows its room by now. A book that is out of sight costs nothing in the frames that the map is drawn in.
  document.body.dataset['bookAside'] = '';
  await drawing.finish();
  delete document.body.dataset['bookAside'];
  // Names on the maps may have asked for more letters.
  await document.fonts.ready;
  await nextFrame();
  await nextFrame();
}

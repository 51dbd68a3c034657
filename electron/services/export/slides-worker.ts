import './old-buffers.js';
import { writeFile } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import type { Deck } from '../../../data/rules/slides/slide.js';
import { drawDeck } from './slides/draw-deck.js';
import { openPictures } from './slides/pictures.js';

/** One presentation that is to be written to a file. */
export interface SlidesTask {
  readonly file: string;
  readonly deck: Deck;
  /** Where shown pictures lie; the first that has one counts. */
  readonly pictureFolders: readonly string[];
  /** The deck's maps as PNGs, in its order. */
  readonly maps: readonly Uint8Array[];
}
export type FromSlidesWorker =
  | { readonly kind: 'slide'; readonly done: number }
  | { readonly kind: 'done'; readonly missing: number }
  | { readonly kind: 'failed'; readonly code: string; readonly message: string };

/** Draws one presentation, then ends: pictures are decoded and packed here, so that the program stays free to answer. */
async function serveSlides(port: NonNullable<typeof parentPort>, { file, deck, pictureFolders, maps }: SlidesTask): Promise<void> {
  const say = (message: FromSlidesWorker) => port.postMessage(message);
  try {
    const pictures = openPictures(pictureFolders, maps);
    await writeFile(file, await drawDeck(deck, pictures, (done) => say({ kind: 'slide', done })), { flag: 'wx' });
    say({ kind: 'done', missing: pictures.missing });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    say({ kind: 'failed', code: code ?? '', message: message ?? String(error) });
  }
}

if (parentPort) await serveSlides(parentPort, workerData as SlidesTask);

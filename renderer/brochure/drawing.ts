import { text, type Text } from '../../data/schema/text.js';
import type { BasemapStyle, Language } from '../map/basemap/basemap.js';
import { createGroundDrawer, type GroundDrawer } from '../map/print/ground-drawer.js';
import type { PrintView } from '../map/print/print-view.js';
import { pictureThreads } from '../pictures/press-picture.js';
import type { Sheet } from '../state/use-sheets.js';
import { compareMaps } from './map-order.js';
import { pressPhotos, type PhotoWish } from './press-photos.js';

/** Draws what the boxes of the pages ask for, once all of them have asked. */
export interface Drawing {
  /** Adds a photo to be made. */
  addPhoto(wish: PhotoWish): void;
  /** Adds a map to be drawn; one that fails leaves its box as it is. */
  addMap(view: PrintView, work: (ground: GroundDrawer) => Promise<void>): void;
  /** Draws all that was added; settles when it is done. */
  finish(): Promise<void>;
}

export interface DrawingMeans {
  readonly sheets: readonly Sheet[];
  readonly style: BasemapStyle;
  readonly language: Language;
  readonly labelScale: number;
  /** Dots to each CSS pixel of the maps. */
  readonly dots: number;
  readonly mediaAddress: (id: string) => string;
  readonly onStep: (done: number, total: number, step: Text) => void;
}

/** So many are under way at once: while the threads press, the next are fetched and drawn. */
const atOnce = pictureThreads + 1;
export function createDrawing({ mediaAddress, onStep, ...looks }: DrawingMeans): Drawing {
  const photos: PhotoWish[] = [];
  const maps: { readonly view: PrintView; readonly work: (ground: GroundDrawer) => Promise<void> }[] = [];
  return {
    addPhoto: (wish) => { photos.push(wish); },
    addMap: (view, work) => { maps.push({ view, work }); },
    async finish() {
      const total = photos.length + maps.length;
      let done = 0;
      const tell = () => onStep(done, total, text('画地图，排照片', 'Drawing the maps, setting the photos'));
      tell();
      const ground = createGroundDrawer({ ...looks, views: maps.map(({ view }) => view) });
      const count = () => { done += 1; tell(); };
      const mapWorks = maps.toSorted((one, other) => compareMaps(one.view, other.view)).map(({ work }) => () => work(ground).finally(count));
      const run = async (waiting: (() => Promise<void>)[]) => {
        for (let work = waiting.shift(); work; work = waiting.shift()) await work().catch((error: unknown) => { console.error(error); });
      };
      const lanes = [mapWorks, pressPhotos(photos, mediaAddress, count)];
      try {
        await Promise.all(lanes.flatMap((lane) => Array.from({ length: atOnce }, () => run(lane))));
      } finally {
        ground.close();
      }
    },
  };
}

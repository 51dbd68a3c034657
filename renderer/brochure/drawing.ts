import { text, type Text } from '../../data/schema/text.js';
import type { PrintView } from '../map/print/print-view.js';
import type { GroundDrawer } from '../map/print/ground-drawer.js';
import type { Sheet } from '../state/use-sheets.js';

/** Draws what the boxes of the pages ask for: photos a few at a time, maps one after another. */
export interface Drawing {
  readonly sheets: readonly Sheet[];
  readonly ground: GroundDrawer;
  readonly mediaAddress: (id: string) => string;
  /** Adds a photo to be made, or a map to be drawn. One that fails leaves its box as it is. */
  addPhoto(work: () => Promise<void>): void;
  addMap(view: MapPlace, work: () => Promise<void>): void;
  /** Settles when all that was added is done. */
  finished(): Promise<void>;
}

export interface DrawingMeans extends Pick<Drawing, 'sheets' | 'ground' | 'mediaAddress'> { readonly onStep: (done: number, total: number, step: Text) => void }

export type MapPlace = Pick<PrintView, 'zoom' | 'lng' | 'lat'>;
/** Photos that are decoded at once: each takes the memory of its pixels. */
const photosAtOnce = 3;
/** Maps under way at once: while one becomes a picture the next is drawn. */
const mapsAtOnce = 2;
/** Maps are drawn in bands so many degrees high, there and back, so that each lies near the one before. */
const band = 0.012;

/** Of two maps that which is drawn first: zoom by zoom, and within a zoom along the bands. */
export function compareMaps(one: MapPlace, other: MapPlace): number {
  const [row, otherRow] = [Math.floor(one.lat / band), Math.floor(other.lat / band)];
  return one.zoom - other.zoom || row - otherRow || (row % 2 === 0 ? one.lng - other.lng : other.lng - one.lng);
}

export function createDrawing({ sheets, ground, mediaAddress, onStep }: DrawingMeans): Drawing {
  const photos: (() => Promise<void>)[] = [];
  const maps: { readonly view: MapPlace; readonly work: () => Promise<void> }[] = [];
  return {
    sheets, ground, mediaAddress,
    addPhoto: (work) => { photos.push(work); },
    addMap: (view, work) => { maps.push({ view, work }); },
    async finished() {
      const lanes = [maps.toSorted((one, other) => compareMaps(one.view, other.view)).map(({ work }) => work), photos];
      const total = photos.length + maps.length;
      let done = 0;
      const tell = () => onStep(done, total, text('画地图，排照片', 'Drawing the maps, setting the photos'));
      tell();
      const run = async (waiting: (() => Promise<void>)[]) => {
        for (let work = waiting.shift(); work; work = waiting.shift()) {
          await work().catch((error: unknown) => { console.error(error); });
          done += 1;
          tell();
        }
      };
      await Promise.all([...Array.from({ length: mapsAtOnce }, () => run(lanes[0]!)), ...Array.from({ length: photosAtOnce }, () => run(lanes[1]!))]);
    },
  };
}

/** Shows a picture; settles when it is there. */
export const show = (image: HTMLImageElement, address: string): Promise<void> => new Promise((resolve, reject) => {
  image.onload = () => resolve();
  image.onerror = () => reject(new Error('A picture of the book could not be shown.'));
  image.src = address;
});

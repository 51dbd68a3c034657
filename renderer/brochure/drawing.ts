import { text, type Text } from '../../data/schema/text.js';
import type { GroundDrawer } from '../map/print/ground-drawer.js';
import type { Sheet } from '../state/use-sheets.js';

/** Draws what the boxes of the pages ask for: photos a few at a time, maps one after another. */
export interface Drawing {
  readonly sheets: readonly Sheet[];
  readonly ground: GroundDrawer;
  readonly mediaAddress: (id: string) => string;
  /** Adds a piece of work. One that fails leaves its box as it is. */
  add(lane: 'photo' | 'map', work: () => Promise<void>): void;
  /** Settles when all that was added is done. */
  finished(): Promise<void>;
}

export interface DrawingMeans extends Pick<Drawing, 'sheets' | 'ground' | 'mediaAddress'> { readonly onStep: (done: number, total: number, step: Text) => void }

/** Photos that are decoded at once: each takes the memory of its pixels. */
const lanes = { photo: 3, map: 1 } as const;

export function createDrawing({ sheets, ground, mediaAddress, onStep }: DrawingMeans): Drawing {
  const waiting: Record<keyof typeof lanes, (() => Promise<void>)[]> = { photo: [], map: [] };
  const ends: Promise<unknown>[] = [];
  let [total, done] = [0, 0];
  const tell = () => onStep(done, total, text('画图与照片', 'Drawing maps and photos'));
  async function runLane(lane: keyof typeof lanes): Promise<void> {
    for (let work = waiting[lane].shift(); work; work = waiting[lane].shift()) {
      await work().catch((error: unknown) => { console.error(error); });
      done += 1;
      tell();
    }
  }
  return {
    sheets, ground, mediaAddress,
    add(lane, work) {
      waiting[lane].push(work);
      total += 1;
    },
    async finished() {
      tell();
      for (const lane of Object.keys(lanes) as (keyof typeof lanes)[]) for (let turn = 0; turn < lanes[lane]; turn += 1) ends.push(runLane(lane));
      await Promise.all(ends);
    },
  };
}

/** Shows a picture; settles when it is there. */
export const show = (image: HTMLImageElement, address: string): Promise<void> => new Promise((resolve, reject) => {
  image.onload = () => resolve();
  image.onerror = () => reject(new Error('A picture of the book could not be shown.'));
  image.src = address;
});

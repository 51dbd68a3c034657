import type { Category } from '../../data/schema/vocabularies.js';
import type { PictureSize } from '../pictures/covered-part.js';
import type { PictureWork } from '../pictures/picture-work.js';
import { pressPictures } from '../pictures/press-picture.js';
import { paintOf, seedOf } from '../stage/parts/paint-landscape.js';
import { showPicture } from './show-picture.js';

/** A photo for a room of the book, in CSS pixels; a painted landscape where there is none, or where its file is gone. */
export interface PhotoWish { readonly image: HTMLImageElement; readonly room: PictureSize; readonly media: string | null; readonly seed: string; readonly category: Category | null }

/** Dots to a CSS pixel on paper at 300 to the inch. */
const paperDensity = 300 / 96;
const quality = 0.86;

/** A photo of the ledger; null where its file is gone. */
async function photoFile(address: string): Promise<Blob | null> {
  const answer = await fetch(address).catch(() => null);
  return answer?.ok ? answer.blob() : null;
}

/** Wishes that come to the same picture, together. */
function alike(wishes: readonly PhotoWish[], keyOf: (wish: PhotoWish) => string): readonly (readonly PhotoWish[])[] {
  const groups = new Map<string, PhotoWish[]>();
  for (const wish of wishes) groups.set(keyOf(wish), [...groups.get(keyOf(wish)) ?? [], wish]);
  return [...groups.values()];
}

/** Presses one source for all its rooms and shows it there; false where it is no picture. */
async function set(source: PictureWork['source'], wishes: readonly PhotoWish[], onShown: () => void): Promise<boolean> {
  const rooms = wishes.map(({ room }) => ({ width: room.width * paperDensity, height: room.height * paperDensity }));
  const blobs = await pressPictures({ source, rooms, quality });
  if (!blobs) return false;
  await Promise.all(wishes.map(({ image }, at) => showPicture(image, URL.createObjectURL(blobs[at]!)).finally(onShown)));
  return true;
}

/** The works that set all photos: each file is read once for all rooms that it stands in. `onShown` is told of every photo. */
export function pressPhotos(wishes: readonly PhotoWish[], mediaAddress: (id: string) => string, onShown: () => void): (() => Promise<void>)[] {
  const paint = async (those: readonly PhotoWish[]) => {
    const { image, seed, category } = those[0]!;
    if (!await set({ seed: seedOf(seed), category, paint: paintOf(image) }, those, onShown)) throw new Error(`No landscape was painted for ${seed}.`);
  };
  const paintings = (those: readonly PhotoWish[]) => alike(those, ({ seed, category }) => `${seedOf(seed)} ${category}`);
  return [
    ...paintings(wishes.filter(({ media }) => media === null)).map((those) => () => paint(those)),
    ...alike(wishes.filter(({ media }) => media !== null), ({ media }) => media!).map((those) => async () => {
      const file = await photoFile(mediaAddress(those[0]!.media!));
      if (!file || !await set(file, those, onShown)) await Promise.all(paintings(those).map(paint));
    }),
  ];
}

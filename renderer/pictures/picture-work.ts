import type { Category } from '../../data/schema/vocabularies.js';
import type { LandscapePaint } from '../stage/parts/paint-landscape.js';
import type { PictureSize } from './covered-part.js';

/** A landscape that is painted where there is no photo: by which number, of which kind, in which colours. */
export interface Painting { readonly seed: number; readonly category: Category | null; readonly paint: LandscapePaint }

/** Pictures that are to become JPEGs: made of a file of any kind that the engine reads, of pixels, which are given away, or of a painting. */
export interface PictureWork {
  readonly source: Blob | ImageBitmap | Painting;
  /** One JPEG for each: cut to these proportions and made no larger than this, in pixels. Null for a single one, whole and at its own size. */
  readonly rooms: readonly PictureSize[] | null;
  /** 0 to 1, as of a canvas. */
  readonly quality: number;
}
/** What goes to a thread, and what comes back: null where the file is broken. */
export interface PictureQuestion extends PictureWork { readonly id: number }
export interface PictureAnswer { readonly id: number; readonly blobs: readonly Blob[] | null }

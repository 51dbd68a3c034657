import type { PictureSize } from './covered-part.js';

/** A picture that is to become a JPEG: a file of any kind that the engine reads, or pixels, which are given away. */
export interface PictureWork {
  readonly source: Blob | ImageBitmap;
  /** Cut to these proportions and made no larger than this, in pixels; whole and at its own size where null. */
  readonly room: PictureSize | null;
  /** 0 to 1, as of a canvas. */
  readonly quality: number;
}
/** What goes to the thread, and what comes back: null where the file is broken. */
export interface PictureQuestion extends PictureWork { readonly id: number }
export interface PictureAnswer { readonly id: number; readonly blob: Blob | null }

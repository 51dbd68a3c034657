import type { Location } from '../../../data/schema/common.js';

/** The longest edge of a picture as it is shown, and of its thumbnail, in pixels. */
export const shownEdge = 2560;
export const thumbnailEdge = 480;
/** More pixels than this are not decoded. */
export const mostPixels = 100_000_000;

/** What the worker is asked for: one picture, decoded, put upright, turned clockwise by quarter turns, scaled and written anew. */
export interface PictureTask {
  readonly path: string;
  readonly quarterTurns: number;
  /** `thumbnail` leaves out the large picture. */
  readonly want: 'all' | 'thumbnail';
}
export interface MadePicture {
  /** Left out when only the thumbnail was wanted. */
  readonly shown?: { readonly bytes: Uint8Array; readonly ending: 'jpg' | 'webp'; readonly width: number; readonly height: number };
  readonly thumbnail: Uint8Array;
  /** When the camera took it, by its own clock: 2024-03-08T10:11:12. */
  readonly takenAt?: string;
  /** Where, in WGS-84, as the camera wrote it. */
  readonly location?: Location;
}
/** What the worker answers, once. */
export type PictureAnswer =
  | { readonly kind: 'made'; readonly picture: MadePicture }
  | { readonly kind: 'too-many-pixels'; readonly megapixels: number }
  | { readonly kind: 'special'; readonly special: 'print' | 'moving' }
  | { readonly kind: 'broken' };

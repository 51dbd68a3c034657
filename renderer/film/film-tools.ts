import type { FilmPlan, FilmScene } from '../../data/rules/film/film-plan.js';
import type { Category } from '../../data/schema/vocabularies.js';
import type { FilmMap } from '../map/film/film-map.js';
import type { FilmLook } from './film-look.js';
import type { FilmFrames } from './film-frames.js';
import type { Context } from './sprites.js';

/** All that scenes are drawn with. Places and sizes are in stage units: 1920 × 1080, or 1080 × 1920 held upright. */
export interface FilmTools {
  readonly width: number;
  readonly height: number;
  readonly upright: boolean;
  /** Pixels of the film to a stage unit. */
  readonly scale: number;
  readonly look: FilmLook;
  readonly plan: Pick<FilmPlan, 'credit' | 'seal'>;
  readonly map: FilmMap;
  /** A picture by its media's id, as large as it is kept; null where it is gone or cannot be read. */
  picture(media: string): Promise<ImageBitmap | null>;
  /** A landscape in blue and green for what has no picture. */
  painting(seed: string, category: Category | null): Promise<HTMLCanvasElement>;
  /** The frames of a film of the user's own; null where it cannot be decoded. */
  video(media: string): Promise<FilmFrames | null>;
}

/** A shot that is ready to be drawn, at any of its frames: from 0 on, and some beyond its end while the next one comes in. */
export interface PreparedShot {
  /** What a frame shows that has to be fetched first: a frame of the user's own film. */
  readonly ready?: ((frame: number) => Promise<void>) | undefined;
  readonly draw: (context: Context, frame: number) => void;
  /** The frame from which on nothing in it moves any more. */
  readonly stillFrom?: number | undefined;
  readonly close: () => void;
}
/** Composes a scene once for a shot of so many frames. */
export type Prepare<K extends FilmScene['kind']> = (scene: Extract<FilmScene, { kind: K }>, tools: FilmTools, frames: number) => Promise<PreparedShot>;

/** A rectangle in stage units. */
export interface Box { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

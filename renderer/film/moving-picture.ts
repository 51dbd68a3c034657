import type { Category } from '../../data/schema/vocabularies.js';
import { seedOf } from '../stage/parts/paint-landscape.js';
import { fadeFrames } from '../../data/rules/film/timing.js';
import type { Box, FilmTools } from './film-tools.js';
import type { Context } from './sprites.js';

export interface MovingPicture { readonly draw: (context: Context, frame: number) => void; readonly close: () => void }

/** How far a picture comes nearer over a shot. */
const nearer = 1.075;
/** Where the middle of a picture lies that is cut above and below: hills and houses stand below its sky. */
const middleDown = 0.58;

/** Where the view begins and ends within the picture: its middle as a share of what is left over, and how near it is. */
interface Move { readonly from: readonly [x: number, y: number, near: number]; readonly to: readonly [x: number, y: number, near: number] }
const moves: readonly Move[] = [
  { from: [0.5, middleDown, 1], to: [0.5, middleDown - 0.12, nearer] },
  { from: [0.2, middleDown, nearer * 0.98], to: [0.8, middleDown, nearer] },
  { from: [0.55, middleDown - 0.1, nearer], to: [0.5, middleDown, 1] },
  { from: [0.8, middleDown, nearer], to: [0.25, middleDown - 0.05, nearer * 0.99] },
];

/**
 * A picture that fills a box and moves slowly in it, each in a way of its own that its id decides. It is scaled once; where there is none,
 * a landscape is painted.
 */
export async function movingPicture(tools: FilmTools, { media, seed, category = null, box, frames }: { media: string | null; seed: string; category?: Category | null; box: Box; frames: number }): Promise<MovingPicture> {
  const found = media ? await tools.picture(media) : null;
  const source = found ?? tools.painting(seed, category);
  const [width, height] = [box.width * tools.scale, box.height * tools.scale];
  const ratio = width / height;
  // As much of the picture as the box shows when it is farthest away.
  const [wide, high] = source.width / source.height > ratio ? [source.height * ratio, source.height] : [source.width, source.width / ratio];
  const kept = await createImageBitmap(source, (source.width - wide) / 2, (source.height - high) * middleDown, wide, high, { resizeWidth: Math.round(width * nearer), resizeHeight: Math.round(height * nearer), resizeQuality: 'high' });
  found?.close();
  const { from, to } = moves[seedOf(media ?? seed) % moves.length]!;
  const last = frames + fadeFrames;
  return {
    draw(context, frame) {
      const share = frame / last;
      const at = (index: 0 | 1 | 2) => from[index] + (to[index] - from[index]) * share;
      const near = at(2);
      const [sw, sh] = [kept.width / near, kept.height / near];
      context.drawImage(kept, (kept.width - sw) * at(0), (kept.height - sh) * at(1), sw, sh, box.x, box.y, box.width, box.height);
    },
    close: () => kept.close(),
  };
}

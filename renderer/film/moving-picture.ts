import type { Category } from '../../data/schema/vocabularies.js';
import { fadeFrames } from '../../data/rules/film/timing.js';
import { seedOf } from '../stage/parts/paint-landscape.js';
import type { Box, FilmTools } from './film-tools.js';
import type { Context } from './sprites.js';

export interface MovingPicture { readonly draw: (context: Context, frame: number) => void; readonly close: () => void }

/** Where the middle of a picture lies that is cut above and below: hills and houses stand below its sky. */
const middleDown = 0.58;

/** Pixels that a picture moves in a frame: whole ones, for then nothing is reckoned between pixels, which would take ten times as long and be less sharp. */
const stepOf = (scale: number) => (scale >= 1 ? Math.round(scale) : scale);

/**
 * A picture that fills a box and moves slowly in it, along its longer side: which way, its id decides. It is scaled once; where there is
 * none, a landscape is painted.
 */
export async function movingPicture(tools: FilmTools, { media, seed, category = null, box, frames }: { media: string | null; seed: string; category?: Category | null; box: Box; frames: number }): Promise<MovingPicture> {
  const found = media ? await tools.picture(media) : null;
  const source = found ?? await tools.painting(seed, category);
  const step = stepOf(tools.scale);
  const [width, height] = [Math.round(box.width * tools.scale), Math.round(box.height * tools.scale)];
  const travel = Math.ceil(step * (frames + fadeFrames));
  const filling = Math.max(width / source.width, height / source.height);
  const sideways = source.width * filling - width >= source.height * filling - height;
  // Where there is too little to either side it comes a little nearer.
  const near = Math.max(filling, sideways ? (width + travel) / source.width : (height + travel) / source.height);
  const [keptWide, keptHigh] = sideways ? [width + travel, height] : [width, height + travel];
  const [cutWide, cutHigh] = [Math.min(source.width, keptWide / near), Math.min(source.height, keptHigh / near)];
  const kept = await createImageBitmap(source, (source.width - cutWide) / 2, (source.height - cutHigh) * middleDown, cutWide, cutHigh, { resizeWidth: keptWide, resizeHeight: keptHigh, resizeQuality: 'high' });
  found?.close();
  const forward = seedOf(media ?? seed) % 2 === 0;
  return {
    draw(context, frame) {
      const moved = Math.min(travel, Math.max(0, frame) * step);
      const at = forward ? moved : travel - moved;
      context.drawImage(kept, sideways ? at : 0, sideways ? 0 : at, width, height, box.x, box.y, width / tools.scale, height / tools.scale);
    },
    close: () => kept.close(),
  };
}

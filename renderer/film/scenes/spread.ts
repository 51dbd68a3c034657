import type { Category } from '../../../data/schema/vocabularies.js';
import type { Box, FilmTools } from '../film-tools.js';
import { movingPicture } from '../moving-picture.js';
import { drawnOnce, type Context, type Sprite } from '../sprites.js';

/** A picture and beside it, or below it where the film is held upright, a sheet of paper for words, its edge torn softly. */
export interface Spread {
  /** Where words stand. */
  readonly words: Box;
  readonly draw: (context: Context, frame: number) => void;
  readonly close: () => void;
}

const edge = 300;
/** Height of the picture above its words. */
const uprightPicture = 1_120;
/** Where the torn edge has what share of the paper. */
const torn = [[0, 0], [0.3, 0.12], [0.6, 0.5], [0.85, 0.9], [1, 1]] as const;

function tornEdge({ scale, look }: FilmTools, width: number, height: number, upright: boolean): Sprite {
  return drawnOnce(scale, width, height, (context) => {
    const fade = context.createLinearGradient(0, 0, upright ? 0 : width, upright ? height : 0);
    const paper = look.paper.slice(0, 7);
    for (const [at, share] of torn) fade.addColorStop(at, `${paper}${Math.round(share * 255).toString(16).padStart(2, '0')}`);
    context.fillStyle = fade;
    context.fillRect(0, 0, width, height);
  });
}

/** Prepares the picture and the paper of a spread. */
export async function spread(tools: FilmTools, picture: { readonly media: string | null; readonly seed: string; readonly category?: Category | null }, frames: number): Promise<Spread> {
  const { width, height, upright, look } = tools;
  const box: Box = upright ? { x: 0, y: 0, width, height: uprightPicture } : { x: 0, y: 0, width: 1240, height };
  const moving = await movingPicture(tools, { ...picture, box, frames });
  const sprite = upright ? tornEdge(tools, width, edge, true) : tornEdge(tools, edge, height, false);
  return {
    words: upright ? { x: 84, y: uprightPicture + 30, width: width - 168, height: height - uprightPicture - 160 } : { x: 1206, y: 96, width: width - 1206 - 84, height: height - 96 - 104 },
    draw(context, frame) {
      moving.draw(context, frame);
      context.fillStyle = look.paper;
      if (upright) {
        context.fillRect(0, box.height - 1, width, height - box.height + 1);
        context.drawImage(sprite.image, 0, box.height - edge, sprite.width, sprite.height);
      } else {
        context.fillRect(box.width - 1, 0, width - box.width + 1, height);
        context.drawImage(sprite.image, box.width - edge, 0, sprite.width, sprite.height);
      }
    },
    close: moving.close,
  };
}

import type { Block } from './letters.js';

/** Something drawn once: a picture with its size in stage units. */
export interface Sprite { readonly image: ImageBitmap | OffscreenCanvas; readonly width: number; readonly height: number }
export type Context = OffscreenCanvasRenderingContext2D;

/** Draws something once at the film's own pixels, `scale` of them to a stage unit. */
export function drawnOnce(scale: number, width: number, height: number, paint: (context: Context) => void): Sprite {
  const [wide, high] = [Math.max(1, Math.ceil(width)), Math.max(1, Math.ceil(height))];
  const canvas = new OffscreenCanvas(Math.max(1, Math.ceil(wide * scale)), Math.max(1, Math.ceil(high * scale)));
  const context = canvas.getContext('2d')!;
  context.scale(scale, scale);
  paint(context);
  return { image: canvas.transferToImageBitmap(), width: canvas.width / scale, height: canvas.height / scale };
}

/** Letters reach a little beyond their box. */
const overhang = 12;
/** Words drawn once; placed by the corner of their box. */
export function wordsSprite(scale: number, block: Block): Sprite & { readonly overhang: number } {
  return { ...drawnOnce(scale, block.width + 2 * overhang, block.height + 2 * overhang, (context) => block.paint(context, overhang, overhang)), overhang };
}

/** Slow at its end, as something that comes to rest. */
export const easeOut = (share: number) => 1 - (1 - Math.min(1, Math.max(0, share))) ** 3;
/** Slow at both ends. */
export const easeInOut = (share: number) => { const s = Math.min(1, Math.max(0, share)); return s * s * (3 - 2 * s); };

/** Something that comes in at a frame, rising a little, and stays. */
export interface Layer { readonly sprite: Sprite; readonly x: number; readonly y: number; readonly at: number; readonly rise?: number }
const entrance = 20;
const usualRise = 22;

/** Draws layers as they stand at a frame of their shot. */
export function drawLayers(context: Context, layers: readonly Layer[], frame: number): void {
  for (const { sprite, x, y, at, rise = usualRise } of layers) {
    const share = easeOut((frame - at) / entrance);
    if (share <= 0) continue;
    context.globalAlpha = share;
    // At rest on whole pixels, so that letters are crisp.
    context.drawImage(sprite.image, x, y + (share < 1 ? (1 - share) * rise : 0), sprite.width, sprite.height);
  }
  context.globalAlpha = 1;
}

/** Words that come in at a frame. */
export function wordsLayer(scale: number, block: Block, x: number, y: number, at: number): Layer {
  const sprite = wordsSprite(scale, block);
  const snap = (value: number) => Math.round(value * scale) / scale;
  return { sprite, x: snap(x - sprite.overhang), y: snap(y - sprite.overhang), at };
}

/** The outline of a rectangle with round corners. */
export function roundRect(context: Context, x: number, y: number, width: number, height: number, radius: number): void {
  context.beginPath();
  context.roundRect(x, y, width, height, radius);
}

export const closeAll = (sprites: Iterable<Sprite>) => { for (const { image } of sprites) if (image instanceof ImageBitmap) image.close(); };

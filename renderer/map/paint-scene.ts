import type { Label } from './arrange.js';
import { lineHeight, wordSize, wordWeight } from './arrange.js';
import type { ClusterMark, MapPoint, Mark } from './clusters.js';
import { nameFont, type Look } from './look.js';
import { markX, markY, pinRadius, type PinState } from './mark-size.js';
import type { Sprite, Sprites } from './sprites.js';
import { screenX, screenY, type View } from './world.js';

/** Stamps a sprite; at rest on whole device pixels so that it is crisp. */
export function stamp(context: CanvasRenderingContext2D, sprite: Sprite, x: number, y: number, ratio: number, atRest: boolean): void {
  const snap = (value: number) => (atRest ? Math.round(value * ratio) / ratio : value);
  context.drawImage(sprite.image, snap(x + sprite.left), snap(y + sprite.top), sprite.width, sprite.height);
}

/** What paints marks: the canvas, where it looks, and how. */
export interface Brush {
  readonly context: CanvasRenderingContext2D; readonly view: View; readonly sprites: Sprites; readonly look: Look; readonly ratio: number; readonly atRest: boolean;
  readonly photoOf: (point: MapPoint) => ImageBitmap | undefined;
}

export function paintCluster({ context, view, sprites, ratio, atRest }: Brush, mark: ClusterMark, aside: { readonly x: number; readonly y: number } | undefined, hovered: boolean): void {
  stamp(context, sprites.cluster(mark, hovered), markX(view, mark) + (aside?.x ?? 0), markY(view, mark) + (aside?.y ?? 0), ratio, atRest);
}

/** One asset's marker, with its cover photo where that is wanted and has come. */
export function paintPin({ context, sprites, ratio, atRest, photoOf }: Brush, point: MapPoint, x: number, y: number, state: PinState, photo: boolean): void {
  const picture = photo && point.cover ? photoOf(point) : undefined;
  stamp(context, picture ? sprites.photo(point.category, point.cover!, picture, state) : sprites.pin(point.category, state), x, y, ratio, atRest);
}

/** Words with a halo, centred over x, their top at y; line feeds begin a new line. */
export function paintWords(context: CanvasRenderingContext2D, words: string, x: number, y: number, size: number, weight: number, colour: string, halo: string): void {
  context.font = nameFont(size, weight);
  context.textAlign = 'center';
  context.textBaseline = 'top';
  context.lineJoin = 'round';
  context.lineWidth = size > 20 ? 9 : 4.5;
  context.strokeStyle = halo;
  const lines = words.split('\n');
  lines.forEach((line, at) => context.strokeText(line, x, y + at * size * lineHeight));
  context.fillStyle = colour;
  lines.forEach((line, at) => context.fillText(line, x, y + at * size * lineHeight));
}

/** A name, an area or the selected one's name, where it was placed. */
export function paintLabel(context: CanvasRenderingContext2D, label: Label, view: View, look: Look): void {
  const [x, y] = [screenX(view, label.x) + label.dx, screenY(view, label.y) + label.dy];
  const inset = label.kind === 'selected-name' ? 3 : 1;
  paintWords(context, label.text, x, y + inset, wordSize[label.kind], wordWeight[label.kind], label.kind === 'area' ? look.categoryInk[label.point.category] : look.ink, look.halo);
}

/** The name of an asset that is pointed at, on a slip of paper so that it reads over anything. */
export function paintSlip(context: CanvasRenderingContext2D, text: string, x: number, y: number, width: number, height: number, look: Look): void {
  context.save();
  context.shadowColor = look.shadow;
  context.shadowBlur = 8;
  context.shadowOffsetY = 2;
  context.fillStyle = look.raised;
  context.beginPath();
  context.roundRect(x - width / 2, y, width, height, 6);
  context.fill();
  context.restore();
  context.font = nameFont(wordSize.name, wordWeight.name);
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillStyle = look.ink;
  context.fillText(text, x, y + height / 2 + 1);
}

/** How far the light around the selected asset reaches, in CSS pixels. */
const light = { full: 220, none: 900 } as const;

/** Dims the map around the selected asset, as a lamp over a table would. */
export function paintSpotlight(context: CanvasRenderingContext2D, x: number, y: number, box: readonly [number, number, number, number], look: Look, share: number): void {
  const shade = context.createRadialGradient(x, y, light.full, x, y, light.none);
  shade.addColorStop(0, look.shade(0));
  shade.addColorStop(0.5, look.shade(0.72 * share));
  shade.addColorStop(1, look.shade(share));
  context.fillStyle = shade;
  context.fillRect(box[0], box[1], box[2] - box[0], box[3] - box[1]);
}

/** The ring on the ground under the selected asset. */
export function paintGroundRing(context: CanvasRenderingContext2D, point: MapPoint, x: number, y: number, look: Look): void {
  const r = pinRadius.selected;
  context.save();
  context.fillStyle = look.category[point.category];
  context.strokeStyle = look.raised;
  context.globalAlpha *= 0.3;
  context.beginPath();
  context.ellipse(x, y, r * 0.86, r * 0.36, 0, 0, 2 * Math.PI);
  context.fill();
  context.globalAlpha *= 2.8;
  context.lineWidth = 2.4;
  context.stroke();
  context.restore();
}

/** True for what stays in place while others come and go. */
export const isCluster = (mark: Mark): mark is ClusterMark => mark.kind === 'cluster';

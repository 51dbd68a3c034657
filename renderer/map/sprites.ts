import type { Category } from '../../data/schema/vocabularies.js';
import { categories } from '../../data/schema/vocabularies.js';
import { categoryGlyphs } from '../ui/category-glyph.js';
import type { ClusterMark } from './clusters.js';
import { nameFont, type Look } from './look.js';

/** A picture drawn once and stamped often; `left`, `top` are from the place it marks, in CSS pixels. */
export interface Sprite { readonly image: HTMLCanvasElement; readonly left: number; readonly top: number; readonly width: number; readonly height: number }

/** How a pin stands out. */
export type PinState = 'plain' | 'hovered' | 'selected';

/** The radius of a pin's head in CSS pixels; its point is 1.5 radii below the head's middle. */
export const pinRadius: Readonly<Record<PinState, number>> = { plain: 14.5, hovered: 17, selected: 25 };
/** The radius of a cluster's disc: it grows by 5 px for ten times as many. */
export const clusterRadius = (count: number) => Math.min(38, 18.5 + 5 * Math.log10(count));

const room = 14;

/** 1,234 below ten thousand, then 1.2 万 or 12k. */
export function countText(count: number, chinese: boolean): string {
  if (count < 10_000) return String(count);
  return chinese ? `${(count / 10_000).toFixed(1).replace(/\.0$/, '')}万` : `${Math.round(count / 1000)}k`;
}

/** Draws pins and clusters once each; a change of look or screen starts afresh. */
export function createSprites(look: Look, ratio: number, chinese: boolean) {
  const pins = new Map<string, Sprite>();
  const clusters = new Map<string, Sprite>();

  const canvasOf = (width: number, height: number) => {
    const image = document.createElement('canvas');
    image.width = Math.ceil(width * ratio);
    image.height = Math.ceil(height * ratio);
    const context = image.getContext('2d')!;
    context.scale(ratio, ratio);
    return { image, context };
  };
  const castShadow = (context: CanvasRenderingContext2D, blur: number, drop: number) => {
    context.shadowColor = look.shadow;
    context.shadowBlur = blur * ratio;
    context.shadowOffsetY = drop * ratio;
  };

  function pin(category: Category, state: PinState): Sprite {
    const key = `${category} ${state}`;
    const known = pins.get(key);
    if (known) return known;
    const r = pinRadius[state];
    const [width, height] = [2 * r + 2 * room, 2.5 * r + 2 * room];
    const { image, context } = canvasOf(width, height);
    context.translate(width / 2, height - room);
    // A shadow on the ground first, then the drop.
    castShadow(context, state === 'selected' ? 12 : 8, 3);
    context.beginPath();
    context.arc(0, -r * 1.5, r, 0.86 * Math.PI, 0.14 * Math.PI);
    context.quadraticCurveTo(r * 0.55, -r * 0.55, 0, 0);
    context.quadraticCurveTo(-r * 0.55, -r * 0.55, -r * 0.9, -r * 1.08);
    context.closePath();
    context.fillStyle = look.category[category];
    context.fill();
    context.shadowColor = 'transparent';
    context.strokeStyle = look.raised;
    context.lineWidth = state === 'selected' ? 3.2 : 2;
    context.stroke();
    // A breath of light from above keeps the heads from looking flat.
    const light = context.createLinearGradient(0, -r * 2.5, 0, -r * 0.6);
    light.addColorStop(0, 'rgba(255,255,255,0.2)');
    light.addColorStop(0.6, 'rgba(255,255,255,0)');
    context.fillStyle = light;
    context.fill();
    context.translate(0, -r * 1.5);
    const zoom = (r / 15) * 0.98;
    context.scale(zoom, zoom);
    const { path, filled } = categoryGlyphs[category];
    const glyph = new Path2D(path);
    context.fillStyle = context.strokeStyle = look.onStrong;
    context.lineWidth = 1.8;
    context.lineJoin = context.lineCap = 'round';
    if (filled) context.fill(glyph); else context.stroke(glyph);
    const sprite = { image, left: -width / 2, top: room - height, width, height };
    pins.set(key, sprite);
    return sprite;
  }

  /** A disc with the number, and a ring that shows the mix of categories. */
  function cluster(mark: Pick<ClusterMark, 'count' | 'mix'>, hovered: boolean): Sprite {
    const key = `${mark.mix.join(' ')} ${hovered}`;
    const known = clusters.get(key);
    if (known) return known;
    if (clusters.size > 600) clusters.clear();
    const r = clusterRadius(mark.count) + (hovered ? 2 : 0);
    const ring = r > 26 ? 6 : 5;
    const side = 2 * (r + room);
    const { image, context } = canvasOf(side, side);
    context.translate(side / 2, side / 2);
    castShadow(context, 10, 3);
    context.fillStyle = look.raised;
    context.beginPath();
    context.arc(0, 0, r, 0, 2 * Math.PI);
    context.fill();
    context.shadowColor = 'transparent';
    context.lineWidth = ring;
    const kinds = mark.mix.filter((count) => count > 0).length;
    const gap = kinds > 1 ? 0.06 : 0;
    // A category with one asset among hundreds still gets a visible stroke.
    const least = 0.16;
    const spare = 2 * Math.PI - kinds * least;
    let angle = -Math.PI / 2;
    mark.mix.forEach((count, at) => {
      if (count === 0) return;
      const turn = least + (count / mark.count) * spare;
      context.strokeStyle = look.category[categories.values[at]!];
      context.beginPath();
      context.arc(0, 0, r - ring / 2 - 1.5, angle + gap / 2, angle + turn - gap / 2);
      context.stroke();
      angle += turn;
    });
    const text = countText(mark.count, chinese);
    context.font = nameFont(Math.round(text.length > 3 ? r * 0.54 : r * 0.68), 500);
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.fillStyle = look.ink;
    context.fillText(text, 0, 1);
    const sprite = { image, left: -side / 2, top: -side / 2, width: side, height: side };
    clusters.set(key, sprite);
    return sprite;
  }

  return { pin, cluster };
}
export type Sprites = ReturnType<typeof createSprites>;

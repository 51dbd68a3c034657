import type { Category } from '../../data/schema/vocabularies.js';
import { categories } from '../../data/schema/vocabularies.js';
import { categoryGlyphs } from '../ui/category-glyph.js';
import type { ClusterMark } from './clusters.js';
import { nameFont, type Look } from './look.js';
import { clusterRadius, photoRadius, pinDrop, pinRadius, type PinState } from './mark-size.js';

/** A picture drawn once and stamped often; `left`, `top` are from the place it marks, in CSS pixels. */
export interface Sprite { readonly image: HTMLCanvasElement; readonly left: number; readonly top: number; readonly width: number; readonly height: number }

const room = 16;
/** So many framed photos are kept. */
const mostPhotos = 160;
export const photoRadiusOf = (state: PinState) => (state === 'selected' ? 48 : state === 'hovered' ? photoRadius + 3 : photoRadius);

/** 1,234 below ten thousand, then 1.2 万 or 12k. */
export function countText(count: number, chinese: boolean): string {
  if (count < 10_000) return String(count);
  return chinese ? `${(count / 10_000).toFixed(1).replace(/\.0$/, '')}万` : `${Math.round(count / 1000)}k`;
}

/** Draws pins and clusters once each; a change of look or screen starts afresh. */
export function createSprites(look: Look, ratio: number, chinese: boolean) {
  const pins = new Map<string, Sprite>();
  const clusters = new Map<string, Sprite>();
  const photos = new Map<string, Sprite>();
  const discShadows = new Map<number, HTMLCanvasElement>();

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

  /** The drop that pins and framed photos share, its point at 0,0, with a shadow on the ground; filled and rimmed. */
  function drop(context: CanvasRenderingContext2D, r: number, category: Category, rim: number): void {
    castShadow(context, r > 20 ? 14 : 8, 3);
    context.beginPath();
    context.arc(0, -r * pinDrop, r, 0.86 * Math.PI, 0.14 * Math.PI);
    context.quadraticCurveTo(r * 0.55, -r * 0.55, 0, 0);
    context.quadraticCurveTo(-r * 0.55, -r * 0.55, -r * 0.9, -r * 1.08);
    context.closePath();
    context.fillStyle = look.category[category];
    context.fill();
    context.shadowColor = 'transparent';
    context.strokeStyle = look.raised;
    context.lineWidth = rim;
    context.stroke();
    // A breath of light from above keeps the heads from looking flat.
    const light = context.createLinearGradient(0, -r * 2.5, 0, -r * 0.6);
    light.addColorStop(0, 'rgba(255,255,255,0.2)');
    light.addColorStop(0.6, 'rgba(255,255,255,0)');
    context.fillStyle = light;
    context.fill();
  }

  /** The sign of a category in the middle of 0,0, for a disc of a radius. */
  function sign(context: CanvasRenderingContext2D, category: Category, r: number): void {
    context.save();
    const zoom = (r / 15) * 0.98;
    context.scale(zoom, zoom);
    const { path, filled } = categoryGlyphs[category];
    const glyph = new Path2D(path);
    context.fillStyle = context.strokeStyle = look.onStrong;
    context.lineWidth = 1.8;
    context.lineJoin = context.lineCap = 'round';
    if (filled) context.fill(glyph); else context.stroke(glyph);
    context.restore();
  }

  function pin(category: Category, state: PinState): Sprite {
    const key = `${category} ${state}`;
    const known = pins.get(key);
    if (known) return known;
    const r = pinRadius[state];
    const [width, height] = [2 * r + 2 * room, 2.5 * r + 2 * room];
    const { image, context } = canvasOf(width, height);
    context.translate(width / 2, height - room);
    drop(context, r, category, state === 'selected' ? 3.6 : 2);
    context.translate(0, -r * pinDrop);
    sign(context, category, r);
    const sprite = { image, left: -width / 2, top: room - height, width, height };
    pins.set(key, sprite);
    return sprite;
  }

  /** The cover photo of an asset in the head of a larger pin, its category's sign on the rim. */
  function photo(category: Category, address: string, picture: ImageBitmap, state: PinState): Sprite {
    const key = `${category} ${state} ${address}`;
    const known = photos.get(key);
    if (known) return known;
    // The one drawn longest ago goes; what is on the screen is far fewer.
    if (photos.size >= mostPhotos) photos.delete(photos.keys().next().value!);
    const r = photoRadiusOf(state);
    const [width, height] = [2 * r + 2 * room, 2.5 * r + 2 * room];
    const { image, context } = canvasOf(width, height);
    context.translate(width / 2, height - room);
    drop(context, r, category, state === 'selected' ? 3.6 : 2.2);
    context.translate(0, -r * pinDrop);
    const inner = r - (state === 'selected' ? 6 : 4);
    context.save();
    context.beginPath();
    context.arc(0, 0, inner, 0, 2 * Math.PI);
    context.clip();
    const side = Math.min(picture.width, picture.height);
    context.imageSmoothingQuality = 'high';
    context.drawImage(picture, (picture.width - side) / 2, (picture.height - side) / 2, side, side, -inner, -inner, 2 * inner, 2 * inner);
    context.restore();
    context.strokeStyle = look.raised;
    context.lineWidth = 1.4;
    context.beginPath();
    context.arc(0, 0, inner, 0, 2 * Math.PI);
    context.stroke();
    const badge = r * 0.34;
    context.translate(r * 0.72, r * 0.6);
    context.fillStyle = look.category[category];
    context.lineWidth = 2;
    context.beginPath();
    context.arc(0, 0, badge, 0, 2 * Math.PI);
    context.fill();
    context.stroke();
    sign(context, category, badge * 1.05);
    const sprite = { image, left: -width / 2, top: room - height, width, height };
    photos.set(key, sprite);
    return sprite;
  }

  /** The shadow of a disc: blurring is slow, so it is done once for each radius. */
  function discShadow(r: number): HTMLCanvasElement {
    const known = discShadows.get(r);
    if (known) return known;
    const side = 2 * (r + room);
    const { image, context } = canvasOf(side, side);
    castShadow(context, 10, 3);
    context.fillStyle = look.raised;
    context.beginPath();
    context.arc(side / 2, side / 2, r - 0.5, 0, 2 * Math.PI);
    context.fill();
    discShadows.set(r, image);
    return image;
  }

  /** A disc with the number, and a ring that shows the mix of categories. */
  function cluster(mark: Pick<ClusterMark, 'count' | 'mix'>, hovered: boolean): Sprite {
    const key = `${mark.mix.join(' ')} ${hovered}`;
    const known = clusters.get(key);
    if (known) return known;
    if (clusters.size > 600) clusters.clear();
    const r = clusterRadius(mark.count) + (hovered ? 2 : 0);
    const ring = r > 30 ? 8 : 6.5;
    const side = 2 * (r + room);
    const { image, context } = canvasOf(side, side);
    context.translate(side / 2, side / 2);
    context.drawImage(discShadow(Math.round(r)), -side / 2, -side / 2, side, side);
    context.fillStyle = look.raised;
    context.beginPath();
    context.arc(0, 0, r, 0, 2 * Math.PI);
    context.fill();
    context.lineWidth = ring;
    const kinds = mark.mix.filter((count) => count > 0).length;
    const gap = kinds > 1 ? 0.07 : 0;
    // A category with one asset among hundreds still gets a visible stroke.
    const least = 0.22;
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
    context.font = nameFont(Math.round(r * (text.length > 3 ? 0.54 : text.length > 2 ? 0.72 : 0.86)), 700);
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.fillStyle = look.ink;
    context.fillText(text, 0, 1);
    const sprite = { image, left: -side / 2, top: -side / 2, width: side, height: side };
    clusters.set(key, sprite);
    return sprite;
  }

  return { pin, photo, cluster };
}
export type Sprites = ReturnType<typeof createSprites>;

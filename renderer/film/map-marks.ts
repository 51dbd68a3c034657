import type { Category } from '../../data/schema/vocabularies.js';
import { createBoundaryPaint } from '../map/boundary-paint.js';
import { screenX, screenY, worldX, worldY, type View } from '../map/world.js';
import type { FilmTools } from './film-tools.js';
import { paintBadge } from './blocks.js';
import { setWords } from './letters.js';
import { drawnOnce, easeOut, type Context, type Layer, type Sprite } from './sprites.js';

/** An asset on the map. */
export interface FilmDot { readonly id: string; readonly category: Category; readonly lng: number; readonly lat: number }

/** More dots than these are no longer told apart: then every so many-th is drawn. */
const mostDots = 600;
const dotRadius = 8;

/** The assets that a shot does not speak of: small dots in their category's colour. */
export function quietDots(tools: FilmTools, dots: readonly FilmDot[]): { readonly draw: (context: Context, view: View) => void } {
  const { look, scale, width, height } = tools;
  const every = Math.max(1, Math.ceil(dots.length / mostDots));
  const sprites = new Map<Category, Sprite>();
  const side = 2 * dotRadius + 8;
  const placed = dots.filter((_, at) => at % every === 0).map(({ category, lng, lat }) => {
    let sprite = sprites.get(category);
    if (!sprite) sprites.set(category, sprite = drawnOnce(scale, side, side, (context) => {
      context.globalAlpha = 0.85;
      context.beginPath();
      context.arc(side / 2, side / 2, dotRadius, 0, 2 * Math.PI);
      context.fillStyle = look.category[category];
      context.strokeStyle = look.raised;
      context.lineWidth = 2.5;
      context.fill();
      context.stroke();
    }));
    return { sprite, x: worldX(lng), y: worldY(lat) };
  });
  return {
    draw(context, view) {
      for (const { sprite, x, y } of placed) {
        const [left, top] = [screenX(view, x) - side / 2, screenY(view, y) - side / 2];
        if (left > -side && top > -side && left < width && top < height) context.drawImage(sprite.image, left, top, sprite.width, sprite.height);
      }
    },
  };
}

/** Frames over which all dots of an overview come up, one after another. */
const comingUp = 46;
const badgeSide = 40;
/** The assets of an overview, which come up one after another from the west to the east. */
export function litDots(tools: FilmTools, dots: readonly FilmDot[], from: number): { readonly draw: (context: Context, view: View, frame: number) => void } {
  const { scale, look } = tools;
  const side = (dots.length > 150 ? 0.55 : dots.length > 80 ? 0.8 : 1) * badgeSide;
  const room = side + 10;
  const sprites = new Map<Category, Sprite>();
  const placed = dots.toSorted((one, other) => one.lng - other.lng).map(({ category, lng, lat }, at) => {
    let sprite = sprites.get(category);
    if (!sprite) sprites.set(category, sprite = drawnOnce(scale, room, room, (context) => {
      context.beginPath();
      context.arc(room / 2, room / 2, side / 2 + 3, 0, 2 * Math.PI);
      context.fillStyle = look.raised;
      context.fill();
      paintBadge(context, tools, category, 5, 5, side);
    }));
    return { sprite, x: worldX(lng), y: worldY(lat), at: from + (at / Math.max(1, dots.length)) * comingUp };
  });
  return {
    draw(context, view, frame) {
      for (const { sprite, x, y, at } of placed) {
        const share = easeOut((frame - at) / 14);
        if (share <= 0) continue;
        const size = room * (0.4 + 0.6 * share);
        context.globalAlpha = share;
        context.drawImage(sprite.image, screenX(view, x) - size / 2, screenY(view, y) - size / 2, size, size);
      }
      context.globalAlpha = 1;
    },
  };
}

const pinHigh = 132;
/** The pin of the place that a flight comes to; its tip is the place. */
export function placePin(tools: FilmTools, category: Category): { readonly draw: (context: Context, view: View, place: { readonly x: number; readonly y: number }, share: number) => void; readonly height: number } {
  const { scale, look } = tools;
  const [wide, high] = [120, pinHigh + 16];
  const sprite = drawnOnce(scale, wide, high, (context) => {
    context.shadowColor = look.shadow;
    context.shadowBlur = 14 * scale;
    context.shadowOffsetY = 6 * scale;
    const [middle, radius] = [wide / 2, 46];
    context.beginPath();
    context.arc(middle, 58, radius, Math.PI * 0.82, Math.PI * 0.18);
    context.quadraticCurveTo(middle + 14, 104, middle, pinHigh);
    context.quadraticCurveTo(middle - 14, 104, middle - radius * Math.cos(Math.PI * 0.18), 58 + radius * Math.sin(Math.PI * 0.18));
    context.fillStyle = look.raised;
    context.fill();
    context.shadowColor = 'transparent';
    paintBadge(context, tools, category, middle - 38, 20, 76);
  });
  return {
    height: pinHigh,
    draw(context, view, { x, y }, share) {
      if (share <= 0) return;
      const size = 0.5 + 0.5 * share;
      context.globalAlpha = share;
      context.drawImage(sprite.image, screenX(view, x) - (wide / 2) * size, screenY(view, y) - pinHigh * size, sprite.width * size, sprite.height * size);
      context.globalAlpha = 1;
    },
  };
}

/** The outline of an asset's land, which comes up with the share of a flight. */
export function landOf(tools: FilmTools, category: Category, rings: readonly Float64Array[] | undefined): { readonly draw: (context: Context, view: View, share: number) => void } | null {
  if (!rings || rings.length === 0) return null;
  const paint = createBoundaryPaint(tools.look);
  const world = rings.map((ring) => Float64Array.from(ring, (value, at) => (at % 2 === 0 ? worldX(value) : worldY(value))));
  const size = (view: View) => { const xs = world.flatMap((ring) => [...ring].filter((_, at) => at % 2 === 0)); return (Math.max(...xs) - Math.min(...xs)) * view.scale; };
  return {
    draw(context, view, share) {
      if (share <= 0) return;
      context.save();
      context.globalAlpha = share;
      paint(context, category, world, view, size(view), 'selected');
      context.restore();
    },
  };
}

/** What is said of the map at its foot: whose it is, its 审图号 or that there is none. */
export function creditLayer(tools: FilmTools): Layer | null {
  const { scale, width, height, look, plan, upright } = tools;
  if (plan.credit === '') return null;
  const words = setWords(plan.credit, { family: 'text', weight: 400, size: 24, colour: look.ink }, { width: upright ? width - 120 : 900, lines: 2, least: 20 });
  const [padX, padY] = [16, 4];
  const sprite = drawnOnce(scale, words.width + 2 * padX, words.height + 2 * padY, (context) => {
    context.fillStyle = look.sheet;
    context.beginPath();
    context.roundRect(0, 0, words.width + 2 * padX, words.height + 2 * padY, 10);
    context.fill();
    words.paint(context, padX, padY);
  });
  return { sprite, x: Math.round(width - sprite.width - 36), y: Math.round(height - sprite.height - (upright ? 40 : 28)), at: -30 };
}

import { categories, type Category } from '../../data/schema/vocabularies.js';
import type { Context2d } from './basemap/brush.js';
import { mixed, type Look } from './look.js';
import { screenX, screenY, type View } from './world.js';

export type BoundaryState = 'plain' | 'hovered' | 'selected';
/** Draws one boundary; `size` is its longer side on the screen in pixels, by which the small ones go without ornament. */
export type BoundaryPaint = (context: Context2d, category: Category, rings: readonly Float64Array[], view: View, size: number, state: BoundaryState) => void;

/** The line of each category: its dashes, in pixels. With the hatching below, colour is not the only sign. */
const dashes: Readonly<Record<Category, readonly number[]>> = { forest: [9, 4], farmland: [], hydropower: [10, 3, 2, 3], house: [], hall: [5, 3], other: [2, 3.5] };
/** The hatching of each category, in a square of 16 that is repeated. */
const hatchings: Readonly<Record<Category, string>> = {
  forest: 'M2 6.500 4 3 6 6.500M10 14.500 12 11 14 14.500',
  farmland: 'M0 4.500C3 3 5 3 8 4.500S13 6 16 4.500M0 12.500C3 11 5 11 8 12.500S13 14 16 12.500',
  hydropower: 'M-2 10 10-2M-2 18 18-2M6 18 18 6',
  house: 'M-2-2 18 18M-2 18 18-2',
  hall: 'M4-1V17M12-1V17',
  other: 'M3.500 4h1M11.500 12h1',
};
const side = 16;
/** Smaller boundaries, by their longer side on the screen in pixels, have no hatching; still smaller ones no halo and no dashes. */
const hatchedFrom = 44;
export const ornateFrom = 20;
const lineOfSmall = 1.2;
const washAlphas = { light: { plain: 0.34, hovered: 0.46, selected: 0.46 }, dark: { plain: 0.24, hovered: 0.34, selected: 0.36 } } as const satisfies Record<string, Readonly<Record<BoundaryState, number>>>;

/** Paler than the ground and of the category's hue, so that it shows on woods and on paper alike. */
const washesOf = (look: Look) => Object.fromEntries(categories.values.map((category) => [category, mixed(look.category[category], look.dark ? look.ink : look.raised, look.dark ? 0.12 : 0.42)])) as Record<Category, string>;

function trace(context: Context2d, rings: readonly Float64Array[], view: View): void {
  for (const ring of rings) {
    context.moveTo(screenX(view, ring[0]!), screenY(view, ring[1]!));
    for (let at = 2; at + 1 < ring.length; at += 2) context.lineTo(screenX(view, ring[at]!), screenY(view, ring[at + 1]!));
    context.closePath();
  }
}

/** Draws many boundaries of one category at once that are too small for ornament: a canvas takes far longer for a thousand strokes than for one of a thousand rings. */
export function createSmallBoundaryPaint(look: Look) {
  const washes = washesOf(look);
  return (context: Context2d, category: Category, rings: readonly Float64Array[], view: View): void => {
    context.beginPath();
    trace(context, rings, view);
    context.fillStyle = washes[category];
    context.globalAlpha = washAlphas[look.dark ? 'dark' : 'light'].plain;
    // Where two of them overlap neither leaves a hole; so small a ring has no visible hole of its own.
    context.fill();
    context.globalAlpha = 1;
    context.lineJoin = 'round';
    context.lineWidth = lineOfSmall;
    context.strokeStyle = look.category[category];
    context.stroke();
  };
}

/** Fills, hatchings and lines of boundaries in a look. */
export function createBoundaryPaint(look: Look): BoundaryPaint {
  const hatchOf = (category: Category) => {
    const tile = document.createElement('canvas');
    // Twice as fine as it is shown, for screens of high density.
    tile.width = tile.height = side * 2;
    const context = tile.getContext('2d')!;
    context.scale(2, 2);
    context.strokeStyle = look.category[category];
    context.lineWidth = category === 'other' ? 1.6 : 1;
    context.lineCap = 'round';
    context.globalAlpha = look.dark ? 0.42 : 0.36;
    context.stroke(new Path2D(hatchings[category]));
    return context.createPattern(tile, 'repeat')!;
  };
  const washes = washesOf(look);
  const washAlpha = washAlphas[look.dark ? 'dark' : 'light'];
  // Made when first wanted: the first picture of a map need not wait for them.
  const hatches = new Map<Category, CanvasPattern>();

  return (context, category, rings, view, size, state) => {
    const colour = look.category[category];
    const strong = state !== 'plain';
    context.beginPath();
    trace(context, rings, view);
    const alpha = context.globalAlpha;
    context.fillStyle = washes[category];
    context.globalAlpha = alpha * washAlpha[state];
    context.fill('evenodd');
    context.globalAlpha = alpha;
    if (size >= hatchedFrom) {
      const hatch = hatches.get(category) ?? hatchOf(category);
      hatches.set(category, hatch);
      // The hatching stays where it is on the ground while the map is moved.
      hatch.setTransform(new DOMMatrix().translate(-(view.left % side), -(view.top % side)).scale(0.5));
      context.fillStyle = hatch;
      context.fill('evenodd');
    }
    context.lineJoin = 'round';
    if (size >= ornateFrom) {
      context.strokeStyle = look.halo;
      context.globalAlpha = alpha * (strong ? 0.95 : 0.72);
      context.lineWidth = state === 'selected' ? 8 : strong ? 6 : 4.4;
      context.stroke();
      context.globalAlpha = alpha;
      if (!strong || state === 'hovered') context.setLineDash(dashes[category] as number[]);
    }
    context.strokeStyle = colour;
    context.lineWidth = state === 'selected' ? 3.6 : strong ? 2.6 : size >= ornateFrom ? 1.9 : lineOfSmall;
    context.stroke();
    if (size >= ornateFrom) context.setLineDash([]);
  };
}

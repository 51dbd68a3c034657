import type { Boundary } from '../../data/schema/common.js';
import type { Category } from '../../data/schema/vocabularies.js';
import type { Mark, MapPoint } from './clusters.js';
import { nameFont, type Look } from './look.js';
import type { Box, Placed } from './name-places.js';
import { pinRadius, type Sprite, type Sprites } from './sprites.js';
import { screenX, screenY, worldX, worldY, type View } from './world.js';

/** An asset's area on the ground; rings in the unit square. */
export interface Area { readonly id: string; readonly category: Category; readonly rings: readonly Float64Array[] }

/** A boundary as rings of x, y in the unit square. */
export function areaOfBoundary(id: string, category: Category, boundary: Boundary): Area {
  const polygons = boundary.type === 'Polygon' ? [boundary.coordinates] : boundary.coordinates;
  return { id, category, rings: polygons.flat().map((ring) => Float64Array.from(ring.flatMap(([lng, lat]) => [worldX(lng!), worldY(lat!)]))) };
}

/** Quiet fill and a dashed line; the selected one a little stronger. */
export function paintArea(context: CanvasRenderingContext2D, area: Area, view: View, look: Look, selected: boolean): void {
  context.beginPath();
  for (const ring of area.rings) {
    for (let at = 0; at + 1 < ring.length; at += 2) context.lineTo(screenX(view, ring[at]!), screenY(view, ring[at + 1]!));
    context.closePath();
  }
  const colour = look.category[area.category];
  context.save();
  context.fillStyle = colour;
  context.globalAlpha *= selected ? 0.26 : 0.15;
  context.fill('evenodd');
  context.restore();
  context.save();
  context.lineJoin = 'round';
  context.strokeStyle = look.halo;
  context.globalAlpha *= 0.55;
  context.lineWidth = selected ? 5 : 4;
  context.stroke();
  context.restore();
  context.strokeStyle = colour;
  context.lineWidth = selected ? 2.4 : 1.7;
  context.setLineDash([7, 4]);
  context.stroke();
  context.setLineDash([]);
}

/** Stamps a sprite; at rest on whole device pixels so that it is crisp. */
export function stamp(context: CanvasRenderingContext2D, sprite: Sprite, x: number, y: number, ratio: number, atRest: boolean): void {
  const snap = (value: number) => (atRest ? Math.round(value * ratio) / ratio : value);
  context.drawImage(sprite.image, snap(x + sprite.left), snap(y + sprite.top), sprite.width, sprite.height);
}

/** Where a mark stands on the screen. */
export const markX = (view: View, mark: Mark) => screenX(view, mark.x) + (mark.kind === 'pin' ? mark.fan?.x ?? 0 : 0);
export const markY = (view: View, mark: Mark) => screenY(view, mark.y) + (mark.kind === 'pin' ? mark.fan?.y ?? 0 : 0);

export function paintMark(context: CanvasRenderingContext2D, mark: Mark, view: View, sprites: Sprites, hovered: boolean, ratio: number, atRest: boolean): void {
  const sprite = mark.kind === 'cluster' ? sprites.cluster(mark, hovered) : sprites.pin(mark.point.category, hovered ? 'hovered' : 'plain');
  stamp(context, sprite, markX(view, mark), markY(view, mark), ratio, atRest);
}

/** A pin's box on the screen, for what must keep clear of it. */
export const pinBox = (x: number, y: number, radius: number): Box => [x - radius - 2, y - radius * 2.5 - 2, x + radius + 2, y + 3];

/** A name with a halo, centred over x, its top at y. */
export function paintName(context: CanvasRenderingContext2D, text: string, x: number, y: number, size: number, colour: string, halo: string): void {
  context.font = nameFont(size);
  context.textAlign = 'center';
  context.textBaseline = 'top';
  context.lineJoin = 'round';
  context.lineWidth = size > 15 ? 5 : 4;
  context.strokeStyle = halo;
  context.strokeText(text, x, y);
  context.fillStyle = colour;
  context.fillText(text, x, y);
}

export const nameSize = { plain: 13, strong: 17 } as const;
export function paintNames(context: CanvasRenderingContext2D, names: readonly Placed<MapPoint>[], look: Look): void {
  for (const { value, x, y } of names) paintName(context, value.name, x, y, nameSize.plain, look.ink, look.halo);
}

/** The selected asset's pin, larger, over a ring on the ground, and its name below. */
export function paintSelected(context: CanvasRenderingContext2D, point: MapPoint, x: number, y: number, sprites: Sprites, look: Look, ratio: number, atRest: boolean): void {
  context.save();
  context.strokeStyle = look.category[point.category];
  context.fillStyle = look.category[point.category];
  context.globalAlpha *= 0.22;
  context.beginPath();
  context.ellipse(x, y, 19, 8, 0, 0, 2 * Math.PI);
  context.fill();
  context.globalAlpha *= 3;
  context.lineWidth = 1.6;
  context.stroke();
  context.restore();
  stamp(context, sprites.pin(point.category, 'selected'), x, y, ratio, atRest);
  paintName(context, point.name, x, y + 11, nameSize.strong, look.ink, look.halo);
}
export const selectedBox = (x: number, y: number, nameWidth: number): Box => {
  const half = Math.max(nameWidth / 2 + 4, pinRadius.selected + 4);
  return [x - half, y - pinRadius.selected * 2.5 - 4, x + half, y + 34];
};

import type { Box } from '../name-places.js';
import { createRoom, placeIn, type Wanted } from '../name-places.js';

/** A place on the screen, in CSS pixels. */
export interface Spot { readonly x: number; readonly y: number }
export interface WantedLabel { readonly key: string; readonly text: string; readonly width: number; readonly height: number; readonly strong: boolean; readonly places: readonly Spot[] }
/** A label and the middle of where it stands. */
export interface PlacedLabel { readonly key: string; readonly text: string; readonly strong: boolean; readonly x: number; readonly y: number }

/** The part of a side that lies in a box, or null where none does (Liang and Barsky, 1984). */
export function partWithin(from: Spot, to: Spot, [left, top, right, bottom]: Box): readonly [Spot, Spot] | null {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  let [first, last] = [0, 1];
  for (const [p, q] of [[-dx, from.x - left], [dx, right - from.x], [-dy, from.y - top], [dy, bottom - from.y]] as const) {
    if (p === 0) { if (q < 0) return null; continue; }
    const share = q / p;
    if (p < 0) first = Math.max(first, share); else last = Math.min(last, share);
  }
  return first > last ? null : [{ x: from.x + first * dx, y: from.y + first * dy }, { x: from.x + last * dx, y: from.y + last * dy }];
}

/** Where the label of a side may stand: beside its middle, then beside its quarters, on either hand. */
export function placesBeside([from, to]: readonly [Spot, Spot], width: number, height: number): Spot[] {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const [nx, ny] = [-(to.y - from.y) / length, (to.x - from.x) / length];
  // Far enough out that the label's box keeps clear of the line whatever its slope.
  const out = (Math.abs(nx) * width + Math.abs(ny) * height) / 2 + 8;
  return [0.5, 0.3, 0.7].flatMap((share) => {
    const [x, y] = [from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share];
    return [{ x: x - nx * out, y: y - ny * out }, { x: x + nx * out, y: y + ny * out }];
  });
}

/** Where a label may stand around a point: beside it, at its corners, above and below. */
export const placesAround = ({ x, y }: Spot, width: number, height: number, away: number): Spot[] => {
  const [dx, dy] = [width / 2 + away, height / 2 + away];
  return [{ x: x + dx, y }, { x: x - dx, y }, { x: x + dx, y: y - dy }, { x: x - dx, y: y - dy }, { x: x + dx, y: y + dy }, { x: x - dx, y: y + dy }, { x, y: y - dy }, { x, y: y + dy }];
};

/** Boxes along the lines, within a box, that labels had better keep clear of. */
export function alongLines(lines: readonly (readonly [Spot, Spot])[], view: Box): Box[] {
  return lines.flatMap(([from, to]) => {
    const part = partWithin(from, to, view);
    if (!part) return [];
    const [start, end] = part;
    const count = Math.max(1, Math.ceil(Math.hypot(end.x - start.x, end.y - start.y) / beadGap));
    return Array.from({ length: count + 1 }, (_, at): Box => {
      const [x, y] = [start.x + ((end.x - start.x) * at) / count, start.y + ((end.y - start.y) * at) / count];
      return [x - bead, y - bead, x + bead, y + bead];
    });
  });
}
const beadGap = 12;
const bead = 4;

/** What labels had better not lie on: never on what is `taken`, on `lines` only the strong ones where there is no other place, on `marks` (the assets’ pins) rather than nowhere. */
export interface Around { readonly taken: readonly Box[]; readonly lines: readonly Box[]; readonly marks?: readonly Box[] }

/** Places as many labels as fit within the box without touching one another; earlier ones come first. */
export function placeLabels(wanted: readonly WantedLabel[], { taken, lines, marks = [] }: Around, [left, top, right, bottom]: Box): PlacedLabel[] {
  const inside = ({ x, y }: Spot, width: number, height: number) => x - width / 2 >= left && x + width / 2 <= right && y - height / 2 >= top && y + height / 2 <= bottom;
  const [best, clear, loose] = [createRoom([...taken, ...lines, ...marks]), createRoom([...taken, ...lines]), createRoom(taken)];
  return wanted.flatMap(({ places, width, height, ...value }) => {
    const name: Wanted<typeof value> = { value, width, height, places: places.filter((place) => inside(place, width, height)).map(({ x, y }) => [x, y - height / 2] as const) };
    // A total belongs into its figure, over a pin if need be.
    const placed = (value.strong ? null : placeIn(best, name)) ?? placeIn(clear, name) ?? (value.strong ? placeIn(loose, name) : null);
    if (!placed) return [];
    for (const room of [best, clear, loose]) room.take(placed.box);
    const { key, text, strong } = value;
    return [{ key, text, strong, x: placed.x, y: placed.y + height / 2 }];
  });
}

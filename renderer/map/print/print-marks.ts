import { createClusters, type ClusterMark, type MapPoint } from '../clusters.js';
import type { Box } from '../name-places.js';
import { screenX, screenY, worldX, worldY } from '../world.js';
import { nameBadges, spreadBadges, type Badge, type BadgeName } from './place-badges.js';
import type { PrintView } from './print-view.js';
import type { Category } from '../../../data/schema/vocabularies.js';

/** A gathering of assets on a printed map. */
export interface Gathering { readonly key: string; readonly x: number; readonly y: number; readonly count: number; readonly mix: readonly number[]; readonly radius: number }
export interface PrintArea { readonly id: string; readonly category: Category; readonly path: string }

/** All that is printed over the ground, placed. */
export interface PrintMarks {
  readonly areas: readonly PrintArea[];
  readonly badges: readonly Badge[];
  readonly gatherings: readonly Gathering[];
  readonly names: readonly BadgeName[];
  readonly selected: string | null;
  /** What is covered, in CSS pixels of the map. */
  readonly boxes: readonly Box[];
}

/** From so many assets on they are gathered: badges would lie over each other however they were moved. */
export const mostBadges = 220;
const mostAreas = 4_000;
/** Millimetres on an A3 sheet. */
const badgeRadius = 2.15;
const nameSize = 2.75;
export const badgeSizes = { radius: badgeRadius, name: nameSize } as const;

export interface MarkWishes {
  readonly view: PrintView;
  /** CSS pixels of what is a millimetre on an A3 sheet. */
  readonly unit: number;
  /** Those in the view, with the number that each has in the sheet's list; 0 for none. */
  readonly points: readonly { readonly point: MapPoint; readonly number: number }[];
  readonly boundaries: ReadonlyMap<string, readonly Float64Array[]>;
  readonly selected: string | null;
  readonly widthOf: (text: string, size: number) => number;
  /** Corners of the map that something else stands in. */
  readonly taken: readonly Box[];
}

/** Decides what is drawn where. */
export function placeMarks({ view, unit, points, boundaries, selected, widthOf, taken }: MarkWishes): PrintMarks {
  const areas = areasOf(points.map(({ point }) => point), boundaries, view);
  const at = ({ lng, lat }: MapPoint) => ({ x: screenX(view.view, worldX(lng)), y: screenY(view.view, worldY(lat)) });
  const radius = badgeRadius * unit;
  const size = nameSize * unit;
  if (points.length <= mostBadges) {
    const badges = spreadBadges(points.map(({ point, number }) => ({ point, number, ...at(point) })), radius);
    // What was chosen is named first, then as the list has it.
    const inTurn = badges.toSorted((one, other) => Number(other.point.id === selected) - Number(one.point.id === selected));
    const width = (text: string) => widthOf(text, size);
    const named = nameBadges(inTurn, radius, size, view, width, ({ point, number }) => (number > 0 ? `${number} ${point.name}` : point.name), taken);
    const isNamed = new Set(named.map(({ badge }) => badge));
    const rest = inTurn.filter((badge) => badge.number > 0 && !isNamed.has(badge));
    const numbered = nameBadges(rest, radius, size, view, width, ({ number }) => String(number), [...taken, ...named.map(({ box }) => box), ...badges.map(({ x, y }): Box => [x - radius, y - radius, x + radius, y + radius])]);
    const names = [...named, ...numbered];
    return { areas, badges, gatherings: [], names, selected, boxes: [...taken, ...badges.map(({ x, y }): Box => [x - radius - 1, y - radius - 1, x + radius + 1, y + radius + 1]), ...names.map(({ box }) => box)] };
  }
  const { west, south, east, north } = view.extent;
  const shown = createClusters(points.map(({ point }) => point)).marksIn({ west, south, east, north }, view.zoom);
  const gatherings = shown.filter((mark): mark is ClusterMark => mark.kind === 'cluster').map(({ key, x, y, count, mix }) => ({
    key, x: screenX(view.view, x), y: screenY(view.view, y), count, mix, radius: Math.min(7.2, 3.6 + Math.log10(count)) * unit,
  }));
  const single = shown.flatMap((mark) => (mark.kind === 'pin' ? [{ point: mark.point, number: 0, ...at(mark.point) }] : []));
  const badges = spreadBadges(single, radius);
  const boxes = [...badges.map(({ x, y }): Box => [x - radius - 1, y - radius - 1, x + radius + 1, y + radius + 1]), ...gatherings.map(({ x, y, radius: r }): Box => [x - r, y - r, x + r, y + r])];
  return { areas, badges, gatherings, names: [], selected, boxes: [...taken, ...boxes] };
}

/** The outlines of the assets' areas; where there are very many they are too small to be seen. */
function areasOf(points: readonly MapPoint[], boundaries: ReadonlyMap<string, readonly Float64Array[]>, { view, width, height }: PrintView): PrintArea[] {
  const found: PrintArea[] = [];
  for (const { id, category } of points) {
    const rings = boundaries.get(id);
    if (!rings) continue;
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
    let path = '';
    for (const ring of rings) {
      for (let at = 0; at + 1 < ring.length; at += 2) {
        const [x, y] = [screenX(view, worldX(ring[at]!)), screenY(view, worldY(ring[at + 1]!))];
        [left, top, right, bottom] = [Math.min(left, x), Math.min(top, y), Math.max(right, x), Math.max(bottom, y)];
        path += `${at === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`;
      }
      path += 'Z';
    }
    const tiny = right - left < 2 && bottom - top < 2;
    if (tiny || right < 0 || bottom < 0 || left > width || top > height) continue;
    found.push({ id, category, path });
    if (found.length > mostAreas) return [];
  }
  return found;
}

import type { MapPoint } from '../clusters.js';
import { placeNames, type Box, type Wanted } from '../name-places.js';

/** An asset's badge on a printed map: where it is drawn, where its place is, in CSS pixels of the map. */
export interface Badge { readonly point: MapPoint; readonly number: number; readonly x: number; readonly y: number; readonly placeX: number; readonly placeY: number }
/** A name beside its badge; x is where the text begins or ends, y its middle. */
export interface BadgeName { readonly badge: Badge; readonly text: string; readonly x: number; readonly y: number; readonly anchor: 'start' | 'end' | 'middle'; readonly box: Box }

const rounds = 60;

/** Moves badges that would cover each other apart, each a little way from its place at most. The same badges come to lie the same way every time. */
export function spreadBadges(points: readonly { readonly point: MapPoint; readonly number: number; readonly x: number; readonly y: number }[], radius: number): Badge[] {
  const apart = 2 * radius + 1.5;
  const farthest = 4.2 * radius;
  const at = points.map(({ x, y }) => ({ x, y }));
  for (let round = 0; round < rounds; round += 1) {
    let moved = false;
    // Only neighbours in a grid of badge-wide cells can touch.
    const cells = new Map<string, number[]>();
    at.forEach(({ x, y }, index) => {
      const key = `${Math.floor(x / apart)} ${Math.floor(y / apart)}`;
      const cell = cells.get(key);
      if (cell) cell.push(index);
      else cells.set(key, [index]);
    });
    at.forEach((one, index) => {
      const [column, row] = [Math.floor(one.x / apart), Math.floor(one.y / apart)];
      for (let dx = -1; dx <= 1; dx += 1) for (let dy = -1; dy <= 1; dy += 1) for (const other of cells.get(`${column + dx} ${row + dy}`) ?? []) {
        if (other <= index) continue;
        const two = at[other]!;
        let [gapX, gapY] = [two.x - one.x, two.y - one.y];
        let distance = Math.hypot(gapX, gapY);
        if (distance >= apart) continue;
        if (distance < 0.01) { [gapX, gapY, distance] = [Math.cos(index * 2.4), Math.sin(index * 2.4), 1]; }
        const push = (apart - Math.min(distance, apart - 0.2)) / 2 / distance;
        one.x -= gapX * push; one.y -= gapY * push;
        two.x += gapX * push; two.y += gapY * push;
        moved = true;
      }
    });
    at.forEach((place, index) => {
      const home = points[index]!;
      const [dx, dy] = [place.x - home.x, place.y - home.y];
      const away = Math.hypot(dx, dy);
      if (away > farthest) { place.x = home.x + (dx / away) * farthest; place.y = home.y + (dy / away) * farthest; }
    });
    if (!moved) break;
  }
  return points.map(({ point, number, x, y }, index) => ({ point, number, x: at[index]!.x, y: at[index]!.y, placeX: x, placeY: y }));
}

/** Names beside the badges as far as they find room: right, left, below or above, inside the frame, none over another. */
export function nameBadges(badges: readonly Badge[], radius: number, size: number, frame: { readonly width: number; readonly height: number }, widthOf: (text: string) => number, textOf: (badge: Badge) => string, taken: readonly Box[]): BadgeName[] {
  const boxes: Box[] = badges.map(({ x, y }) => [x - radius - 1, y - radius - 1, x + radius + 1, y + radius + 1]);
  const height = size * 1.3;
  const wanted: Wanted<{ badge: Badge; text: string; width: number }>[] = badges.map((badge) => {
    const text = textOf(badge);
    const width = widthOf(text) + 3;
    const { x, y } = badge;
    const side = radius + 2.5 + width / 2;
    const places = ([[x + side, y - height / 2], [x - side, y - height / 2], [x, y + radius + 1.5], [x, y - radius - 1.5 - height]] as const)
      .filter(([middle, top]) => middle - width / 2 > 2 && middle + width / 2 < frame.width - 2 && top > 2 && top + height < frame.height - 2);
    return { value: { badge, text, width }, width, height, places };
  });
  return placeNames(wanted, [...boxes, ...taken]).map(({ value: { badge, text, width }, x, y, box }) => {
    const anchor = x > badge.x + 1 ? 'start' : x < badge.x - 1 ? 'end' : 'middle';
    return { badge, text, box, anchor, x: anchor === 'start' ? x - width / 2 + 1.5 : anchor === 'end' ? x + width / 2 - 1.5 : x, y: y + height / 2 };
  });
}

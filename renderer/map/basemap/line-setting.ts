import type { Rectangle } from './label-placement.js';

type Place = readonly [x: number, y: number];

/** One piece of a name: its middle in pixels and its turn in radians. */
export interface Glyph {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly angle: number;
}

const step = 7;

/** The line with a point about every `step` pixels. */
function resampled(points: readonly Place[]): Place[] {
  const result: Place[] = [];
  let left = 0;
  points.forEach((point, k) => {
    const before = points[k - 1];
    if (!before) { result.push(point); return; }
    const length = Math.hypot(point[0] - before[0], point[1] - before[1]);
    for (let along = step - left; along <= length; along += step) result.push([before[0] + ((point[0] - before[0]) * along) / length, before[1] + ((point[1] - before[1]) * along) / length]);
    left = (left + length) % step;
  });
  return result;
}

/** The line with each point in the middle of its neighbours within `reach` pixels: water bends faster than a name can follow. */
function calmed(points: readonly Place[], reach: number): Place[] {
  const most = Math.max(1, Math.round(reach / step));
  const sums = points.reduce<Place[]>((all, point) => { const last = all.at(-1)!; all.push([last[0] + point[0], last[1] + point[1]]); return all; }, [[0, 0]]);
  return points.map((_, k) => {
    const window = Math.min(most, k, points.length - 1 - k);
    const [from, to] = [sums[k - window]!, sums[k + window + 1]!];
    return [(to[0] - from[0]) / (2 * window + 1), (to[1] - from[1]) / (2 * window + 1)];
  });
}

/** How a name is to stand along a line. */
export interface AlongLine {
  readonly characters: readonly { readonly text: string; readonly advance: number }[];
  /** Pixels from the line to the middle of the letters; 0 sets them on it. */
  readonly offset: number;
  /** Upright scripts run downwards where the line is steep, as names on Chinese maps do; others follow the line. */
  readonly upright: boolean;
  readonly view: Rectangle;
}

/** Ways to set a name along a line of pixels, the calmest stretches nearest the middle of the view first. */
export function glyphsAlong(course: readonly Place[], { characters, offset, upright, view }: AlongLine): Glyph[][] {
  const length = characters.reduce((sum, { advance }) => sum + advance, 0);
  const line = calmed(calmed(resampled(course), length * 0.3), length * 0.22);
  const total = (line.length - 1) * step;
  const at = (distance: number): Place => {
    const k = Math.max(0, Math.min(line.length - 2, Math.floor(distance / step)));
    const share = distance / step - k;
    const [a, b] = [line[k]!, line[k + 1]!];
    return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
  };
  const reach = upright ? 16 : 30;
  const middle = [(view[0] + view[2]) / 2, (view[1] + view[3]) / 2] as const;
  const found: { glyphs: Glyph[]; cost: number }[] = [];
  if (line.length < 2) return [];
  for (let start = 0; start + length <= total; start += Math.max(18, length / 8)) {
    const [from, to] = [at(start), at(start + length)];
    if (from[0] < view[0] || from[0] > view[2] || from[1] < view[1] || from[1] > view[3]) continue;
    const bend = length / Math.max(Math.hypot(to[0] - from[0], to[1] - from[1]), 1);
    if (bend > (upright ? 1.14 : 1.07)) continue;
    const downwards = upright && Math.abs(to[1] - from[1]) > Math.abs(to[0] - from[0]);
    const reverse = downwards ? to[1] < from[1] : to[0] < from[0];
    for (const side of offset === 0 ? [1] : [1, -1]) {
      let passed = 0;
      const glyphs = characters.map(({ text, advance }) => {
        const place = passed + advance / 2;
        passed += advance;
        const distance = reverse ? start + length - place : start + place;
        const [a, b] = [at(Math.max(0, distance - reach)), at(Math.min(total, distance + reach))];
        const turn = Math.atan2(b[1] - a[1], b[0] - a[0]) + (reverse ? Math.PI : 0);
        const [x, y] = at(distance);
        const angle = Math.atan2(Math.sin(turn), Math.cos(turn));
        return { text, x: x - Math.sin(angle) * offset * side, y: y + Math.cos(angle) * offset * side, angle: downwards ? angle - Math.PI / 2 : angle };
      });
      const away = Math.hypot((from[0] + to[0]) / 2 - middle[0], (from[1] + to[1]) / 2 - middle[1]);
      found.push({ glyphs, cost: (bend - 1) * 4200 + away * 0.5 + (side === 1 ? 0 : 8) });
    }
  }
  return found.sort((a, b) => a.cost - b.cost).map(({ glyphs }) => glyphs);
}

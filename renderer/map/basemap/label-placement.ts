/** A rectangle in CSS pixels: left, top, right, bottom. */
export type Rectangle = readonly [number, number, number, number];

/** Keeps what is already taken and answers whether a new rectangle would touch it. */
export class Occupied {
  private readonly taken: Rectangle[] = [];

  /** Whether none of the rectangles touches one that is taken. */
  isFree(rectangles: readonly Rectangle[]): boolean {
    return rectangles.every(([left, top, right, bottom]) =>
      this.taken.every((other) => left >= other[2] || right <= other[0] || top >= other[3] || bottom <= other[1]));
  }

  take(rectangles: readonly Rectangle[]): void {
    this.taken.push(...rectangles);
  }
}

/** One character of a name along a line: its middle in pixels and its turn in radians. */
export interface Glyph {
  text: string;
  x: number;
  y: number;
  angle: number;
}

interface Sampled {
  points: readonly (readonly [number, number])[];
  along: readonly number[];
}

function measure(points: readonly (readonly [number, number])[]): Sampled {
  const along = [0];
  points.forEach((point, k) => {
    const before = points[k - 1];
    if (before) along.push((along[k - 1] ?? 0) + Math.hypot(point[0] - before[0], point[1] - before[1]));
  });
  return { points, along };
}

function at({ points, along }: Sampled, distance: number): [number, number] {
  let k = 1;
  while (k < along.length - 1 && (along[k] ?? 0) < distance) k++;
  const [a, b] = [points[k - 1] ?? [0, 0], points[k] ?? [0, 0]];
  const share = (distance - (along[k - 1] ?? 0)) / ((along[k] ?? 0) - (along[k - 1] ?? 0) || 1);
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
}

/**
 * Ways to set `characters` (text and advance in pixels) along a line, `offset` pixels beside it: the calmest stretches first.
 * Upright scripts run downwards where the line is steep, as names on Chinese maps do; others follow the line.
 */
export function glyphsAlong(points: readonly (readonly [number, number])[], characters: readonly { text: string; advance: number; }[], offset: number, upright: boolean, view: Rectangle): Glyph[][] {
  const line = measure(points);
  const total = line.along.at(-1) ?? 0;
  const length = characters.reduce((sum, { advance }) => sum + advance, 0);
  // Latin letters stand closer and need a calmer base line than characters set apart.
  const reach = upright ? 22 : 44;
  const found: { glyphs: Glyph[]; cost: number; }[] = [];
  const middle = [(view[0] + view[2]) / 2, (view[1] + view[3]) / 2] as const;
  for (let start = 0; start + length <= total; start += Math.max(24, length / 6)) {
    const [from, to] = [at(line, start), at(line, start + length)];
    const chord = Math.hypot(to[0] - from[0], to[1] - from[1]);
    const bend = length / Math.max(chord, 1);
    if (bend > (upright ? 1.16 : 1.06) || from[0] < view[0] || from[0] > view[2] || from[1] < view[1] || from[1] > view[3]) continue;
    const steep = Math.abs(to[1] - from[1]) > Math.abs(to[0] - from[0]);
    const downwards = upright && steep;
    const reverse = downwards ? to[1] < from[1] : to[0] < from[0];
    for (const side of [1, -1]) {
      let passed = 0;
      const glyphs = characters.map(({ text, advance }) => {
        const place = passed + advance / 2;
        passed += advance;
        const distance = reverse ? start + length - place : start + place;
        const [a, b] = [at(line, Math.max(0, distance - reach)), at(line, Math.min(total, distance + reach))];
        const turn = Math.atan2(b[1] - a[1], b[0] - a[0]) + (reverse ? Math.PI : 0);
        const [x, y] = at(line, distance);
        const angle = Math.atan2(Math.sin(turn), Math.cos(turn));
        return { text, x: x - Math.sin(angle) * offset * side, y: y + Math.cos(angle) * offset * side, angle: downwards ? angle - Math.PI / 2 : angle };
      });
      const away = Math.hypot((from[0] + to[0]) / 2 - middle[0], (from[1] + to[1]) / 2 - middle[1]);
      found.push({ glyphs, cost: (bend - 1) * 4200 + away * 0.5 + (side === 1 ? 0 : 8) });
    }
  }
  return found.sort((a, b) => a.cost - b.cost).map(({ glyphs }) => glyphs);
}

import type { FeatureFile } from './feature-file.js';
import { palettes, type BasemapStyle } from './palette.js';
import type { Box } from './spatial-index.js';
import { worldX, worldY } from './world.js';

/** The woods as a square grid over `box` (world coordinates). */
export interface Woods {
  box: Box;
  side: number;
  /** Kinds row by row from the south-west: 0 open, 1 broadleaf, 2 pine, 3 bamboo. */
  kinds: Uint8Array;
}

/** How densely woods are drawn at a share of the way from the middle to the edge: outside the township they thin out into mist. */
const density = (share: number): number => Math.max(0, Math.min(1, (0.98 - share) / 0.26));

/** Decodes the runs of the woods grid. */
export function openWoods({ bounds, side, runs }: FeatureFile['woods']): Woods {
  const kinds = new Uint8Array(side * side);
  let at = 0;
  for (const [, letter = 'a', length] of runs.matchAll(/([a-d])(\d+)/g)) {
    kinds.fill(letter.charCodeAt(0) - 97, at, at + Number(length));
    at += Number(length);
  }
  return { box: [worldX(bounds[0]), worldY(bounds[3]), worldX(bounds[2]), worldY(bounds[1])], side, kinds };
}

/** What grows at a world place: 0 open, 1 broadleaf, 2 pine, 3 bamboo; `luck` (0..1) decides where the woods thin out. */
export function woodAt({ box: [west, north, east, south], side, kinds }: Woods, x: number, y: number, luck: number): number {
  if (luck > density(Math.hypot(x - (west + east) / 2, y - (north + south) / 2) / ((east - west) / 2))) return 0;
  const column = Math.floor(((x - west) / (east - west)) * side);
  const row = Math.floor(((south - y) / (south - north)) * side);
  return column < 0 || row < 0 || column >= side || row >= side ? 0 : (kinds[row * side + column] ?? 0);
}

const pictures = new WeakMap<Woods, Map<string, OffscreenCanvas>>();

/** The woods as a small picture, one pixel a cell: enlarged, its smoothing makes a soft edge. `colour` is red, green, blue, opacity; `inverted` is opaque where nothing grows. */
function picture(woods: Woods, key: string, colour: (kind: number) => readonly number[] | undefined, inverted = false): OffscreenCanvas {
  const kept = pictures.get(woods) ?? new Map<string, OffscreenCanvas>();
  pictures.set(woods, kept);
  const made = kept.get(key);
  if (made) return made;
  const { side, kinds } = woods;
  const canvas = new OffscreenCanvas(side, side);
  const data = new ImageData(side, side);
  for (let row = 0; row < side; row++)
    for (let column = 0; column < side; column++) {
      const [red = 0, green = 0, blue = 0, opacity = 0] = colour(kinds[row * side + column] ?? 0) ?? [];
      const share = density(Math.hypot(column / side - 0.5, row / side - 0.5) * 2);
      data.data.set([red, green, blue, inverted ? 255 - opacity * share : opacity * share], ((side - 1 - row) * side + column) * 4);
    }
  canvas.getContext('2d')?.putImageData(data, 0, 0);
  kept.set(key, canvas);
  return canvas;
}

/** The wash that lies under the woods. */
export const woodsWash = (woods: Woods, style: BasemapStyle): OffscreenCanvas =>
  picture(woods, style, (kind) => palettes[style].woods[kind - 1]);

/** Where one kind does not grow, as opacity. */
export const woodsGap = (woods: Woods, wanted: number): OffscreenCanvas =>
  picture(woods, `gap ${wanted}`, (kind) => (kind === wanted ? [0, 0, 0, 255] : undefined), true);

/** The kinds that grow anywhere in a box, each with the box of where it does, widened by a cell: enlarged, a cell reaches into its neighbours. */
export function kindsWithin({ box: [west, north, east, south], side, kinds }: Woods, box: Box): { readonly kind: number; readonly box: Box }[] {
  const found = new Map<number, [number, number, number, number]>();
  const column = (x: number) => Math.max(0, Math.min(side, Math.floor(((x - west) / (east - west)) * side)));
  const row = (y: number) => Math.max(0, Math.min(side, Math.floor(((south - y) / (south - north)) * side)));
  for (let b = row(box[3]); b <= Math.min(side - 1, row(box[1])); b++)
    for (let a = column(box[0]); a <= Math.min(side - 1, column(box[2])); a++) {
      const kind = kinds[b * side + a] ?? 0;
      if (kind === 0) continue;
      const cells = found.get(kind);
      if (cells) [cells[0], cells[1], cells[2], cells[3]] = [Math.min(cells[0], a), Math.min(cells[1], b), Math.max(cells[2], a), Math.max(cells[3], b)];
      else found.set(kind, [a, b, a, b]);
    }
  const [wide, high] = [(east - west) / side, (south - north) / side];
  return [...found].sort(([one], [other]) => one - other)
    .map(([kind, [a0, b0, a1, b1]]) => ({ kind, box: [west + (a0 - 1) * wide, south - (b1 + 2) * high, west + (a1 + 2) * wide, south - (b0 - 1) * high] as const }));
}

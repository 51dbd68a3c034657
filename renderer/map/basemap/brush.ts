import type { Stretch } from './features.js';
import type { Palette } from './palette.js';
import type { Box } from './spatial-index.js';
import { worldMetres } from './world.js';

export type Context2d = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** A piece of the map: where its north-west corner lies in the unit square of the world, and how large it is in CSS pixels of a zoom. */
export interface Piece {
  /** Leaflet's zoom: the world is 256 * 2 ** zoom CSS pixels wide. */
  readonly zoom: number;
  readonly west: number;
  readonly north: number;
  readonly width: number;
  readonly height: number;
  /** Device pixels to a CSS pixel. */
  readonly pixelRatio: number;
}

/** Everything a drawing step needs to know about its piece. */
export interface Brush {
  context: Context2d;
  palette: Palette;
  /** Leaflet zoom that the piece is shown at. */
  zoom: number;
  /** World coordinates of the piece's north-west corner, and CSS pixels per world unit. */
  west: number;
  north: number;
  scale: number;
  /** CSS pixels per metre of ground. */
  metre: number;
  width: number;
  height: number;
  pixelRatio: number;
  /** The piece in world coordinates, widened by `margin` CSS pixels so that strokes from outside reach in. */
  box: (margin: number) => Box;
}

/** Prepares the brush for one piece. */
export function createBrush(context: Context2d, palette: Palette, { zoom, west, north, width, height, pixelRatio }: Piece): Brush {
  const scale = 256 * 2 ** zoom;
  return {
    context, palette, zoom, west, north, scale, width, height, pixelRatio,
    metre: scale / worldMetres,
    box: (margin) => [west - margin / scale, north - margin / scale, west + (width + margin) / scale, north + (height + margin) / scale],
  };
}

/** Adds a stretch to the current path, rounded through the middles of its segments, moved sideways by `offset` pixels. */
export function traceStretch({ context, west, north, scale }: Brush, stretch: Stretch, offset = 0): void {
  const { points, first, last } = stretch;
  const count = points.length / 2;
  let [dx, dy] = [0, 0];
  const at = (k: number): [number, number] => {
    if (offset !== 0) {
      const a = Math.max(0, k - 1) * 2;
      const b = Math.min(count - 1, k + 1) * 2;
      const [ux, uy] = [(points[b] ?? 0) - (points[a] ?? 0), (points[b + 1] ?? 0) - (points[a + 1] ?? 0)];
      const length = Math.hypot(ux, uy) || 1
      ;[dx, dy] = [(-uy / length) * offset, (ux / length) * offset];
    }
    return [((points[k * 2] ?? 0) - west) * scale + dx, ((points[k * 2 + 1] ?? 0) - north) * scale + dy];
  };
  let here = at(0);
  let next = at(1);
  if (first) context.moveTo(...here);
  else context.moveTo((here[0] + next[0]) / 2, (here[1] + next[1]) / 2);
  for (let k = 1; k < count - 1; k++) {
    here = next;
    next = at(k + 1);
    context.quadraticCurveTo(here[0], here[1], (here[0] + next[0]) / 2, (here[1] + next[1]) / 2);
  }
  if (last) context.lineTo(...next);
}

/** Adds a closed ring to the current path. */
export function traceRing({ context, west, north, scale }: Brush, points: Float64Array): void {
  for (let k = 0; k + 1 < points.length; k += 2) {
    const x = ((points[k] ?? 0) - west) * scale;
    const y = ((points[k + 1] ?? 0) - north) * scale;
    if (k === 0) context.moveTo(x, y);
    else context.lineTo(x, y);
  }
  context.closePath();
}

/** A number in 0..1 that belongs to a whole-numbered place: the same in every tile. */
export function chance(a: number, b: number, salt: number): number {
  let value = Math.imul(a, 374761393) ^ Math.imul(b, 668265263) ^ Math.imul(salt, 1274126177);
  value = Math.imul(value ^ (value >>> 13), 1274126177);
  return ((value ^ (value >>> 16)) >>> 0) / 4294967296;
}

import { chance, traceRing, traceStretch, type Brush } from './brush.js';
import type { Features } from './features.js';
import type { BasemapStyle } from './palette.js';
import { grainSprite } from './sprites.js';

/** Contours: every 100 m far out, every 25 m near; each fourth one heavier. */
export function drawContours(brush: Brush, features: Features): void {
  const { context, palette, zoom } = brush;
  if (zoom < 12) return;
  const interval = zoom < 13 ? 100 : zoom < 14 ? 50 : 25;
  const stretches = features.contours.within(brush.box(4)).filter(({ height }) => height % interval === 0);
  context.strokeStyle = palette.contour;
  context.lineJoin = 'round';
  context.lineCap = 'butt';
  for (const heavy of [false, true]) {
    context.globalAlpha = (heavy ? 0.42 : 0.22) * (zoom < 13 ? 0.75 : 1);
    context.lineWidth = heavy ? Math.min(1.6, 0.85 + (zoom - 12) * 0.14) : 0.75;
    context.beginPath();
    for (const stretch of stretches) if ((stretch.height % (interval * 4) === 0) === heavy) traceStretch(brush, stretch);
    context.stroke();
  }
  context.globalAlpha = 1;
}

/** Plots on the valley floors; their balks from zoom 15 and their furrows from zoom 16. */
export function drawFields(brush: Brush, features: Features): void {
  const { context, palette, zoom, metre, west, north, scale } = brush;
  if (zoom < 12) return;
  const fields = features.fields.within(brush.box(2));
  palette.fields.forEach((colour, kind) => {
    context.fillStyle = colour;
    context.globalAlpha = zoom < 13 ? 0.42 : zoom < 15 ? 0.78 : 0.92;
    const plots = fields.filter((field) => field.kind === kind);
    if (zoom < 13.5) {
      // Plots of two or three pixels: their corners cannot be seen, and thousands of rings in one path are slow.
      for (const { box } of plots) context.fillRect((box[0] - west) * scale, (box[1] - north) * scale, (box[2] - box[0]) * scale * 0.8, (box[3] - box[1]) * scale * 0.8);
      return;
    }
    for (let first = 0; first < plots.length; first += 60) {
      context.beginPath();
      for (const field of plots.slice(first, first + 60)) traceRing(brush, field.points);
      context.fill();
    }
  });
  if (zoom >= 15) {
    context.globalAlpha = 0.5;
    context.strokeStyle = palette.ridge;
    context.lineWidth = Math.max(0.6, 0.5 * metre);
    context.beginPath();
    for (const field of fields) traceRing(brush, field.points);
    context.stroke();
  }
  if (zoom >= 15.5) {
    context.lineWidth = Math.max(0.6, 0.55 * metre);
    for (const flooded of [false, true]) {
      context.strokeStyle = flooded ? palette.ripple : palette.furrow;
      context.globalAlpha = flooded ? 0.55 : 0.34;
      context.beginPath();
      for (const { points, kind } of fields) {
        if ((kind === 4) !== flooded) continue;
        const corner = (k: number): [number, number] => [((points[k * 2] ?? 0) - west) * scale, ((points[k * 2 + 1] ?? 0) - north) * scale];
        const [a, b, c, d] = [corner(0), corner(1), corner(2), corner(3)];
        const gap = Math.max(4.5, (flooded ? 5.5 : kind === 2 ? 2.4 : 1.8) * metre);
        const count = Math.floor(Math.hypot(d[0] - a[0], d[1] - a[1]) / gap);
        for (let row = 1; row < count; row++) {
          const share = row / count;
          const trim = flooded ? 0.12 + 0.3 * chance(row, Math.round(points[0] ? points[0] * 1e8 : 0), 5) : 0.03;
          const from = [a[0] + (d[0] - a[0]) * share, a[1] + (d[1] - a[1]) * share] as const;
          const to = [b[0] + (c[0] - b[0]) * share, b[1] + (c[1] - b[1]) * share] as const;
          context.moveTo(from[0] + (to[0] - from[0]) * trim, from[1] + (to[1] - from[1]) * trim);
          context.lineTo(to[0] - (to[0] - from[0]) * trim, to[1] - (to[1] - from[1]) * trim);
        }
      }
      context.stroke();
    }
  }
  context.globalAlpha = 1;
}

/** Tea gardens and rice terraces: a tinted ground and rows along the slope. */
export function drawSlopes(brush: Brush, features: Features): void {
  const { context, palette, zoom, metre } = brush;
  if (zoom < 12) return;
  for (const slope of features.slopes.within(brush.box(2))) {
    context.globalAlpha = slope.kind === 'tea' ? 0.55 : 0.6;
    context.fillStyle = slope.kind === 'tea' ? palette.tea : palette.terrace;
    context.beginPath();
    traceRing(brush, slope.points);
    context.fill();
  }
  if (zoom >= 13.5) {
    const rows = features.rows.within(brush.box(8));
    context.lineCap = context.lineJoin = 'round';
    const stroke = (kind: 'tea' | 'terrace', colour: string, width: number, alpha: number, offset = 0, tone?: number) => {
      context.strokeStyle = colour;
      context.lineWidth = width;
      context.globalAlpha = alpha;
      context.beginPath();
      for (const row of rows) if (row.kind === kind && (tone ?? row.tone) === row.tone) traceStretch(brush, row, offset);
      context.stroke();
    };
    for (const [tone, crop] of [0, 1, 4].entries()) stroke('terrace', palette.fields[crop] ?? palette.terrace, Math.max(1.6, 12 * metre), 0.8, 7 * metre, tone);
    stroke('terrace', palette.terraceRow, Math.max(0.7, 0.9 * metre), 0.62);
    stroke('tea', palette.teaRow, Math.max(0.9, 3.2 * metre), 0.72);
    if (zoom >= 15.5) {
      stroke('tea', palette.teaLight, Math.max(0.5, 1.1 * metre), 0.7, -0.7 * metre);
      stroke('terrace', palette.ripple, Math.max(0.5, 0.5 * metre), 0.5, 1.5 * metre);
    }
  }
  context.globalAlpha = 1;
}

/** Paper fibres over everything, at the same size at every zoom. */
export function drawGrain({ context, width, height }: Brush, style: BasemapStyle): void {
  const pattern = context.createPattern(grainSprite(style), 'repeat');
  if (!pattern) return;
  context.fillStyle = pattern;
  context.fillRect(0, 0, width, height);
}

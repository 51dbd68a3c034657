import { traceStretch, type Brush } from './brush.js';
import type { Features, StreamStretch } from './features.js';

/** Width in CSS pixels of `metres` of water: true to scale close up, never thinner than can be seen from the back row. */
export function streamPixels(metres: number, zoom: number, metre: number): number {
  return Math.max(metres * metre, 0.5 * Math.sqrt(metres) * 1.3 ** (zoom - 11));
}

/** Streams with pale banks, brooks, and ripples in close views. */
export function drawStreams(brush: Brush, features: Features): void {
  const { context, palette, zoom, metre } = brush;
  const stretches = features.streams.within(brush.box(90)).filter(({ brook }) => !brook || zoom >= 12.5);
  context.lineCap = context.lineJoin = 'round';
  const stroke = (colour: string, widthOf: (stretch: StreamStretch) => number) => {
    context.strokeStyle = colour;
    for (const stretch of stretches) {
      const width = widthOf(stretch);
      if (width <= 0) continue;
      context.lineWidth = width;
      context.globalAlpha = stretch.clear;
      context.beginPath();
      traceStretch(brush, stretch);
      context.stroke();
    }
  };
  const water = (stretch: StreamStretch) => streamPixels(stretch.width, zoom, metre);
  stroke(palette.streamBank, (stretch) => (stretch.brook && zoom < 15 ? 0 : water(stretch) + Math.min(7, 1.6 + water(stretch) * 0.3)));
  stroke(palette.streamEdge, (stretch) => (stretch.brook ? 0 : water(stretch) + (zoom >= 14 ? 1.2 : 0.4)));
  stroke(palette.stream, water);
  if (zoom >= 14.5) stroke(palette.streamLight, (stretch) => (stretch.brook ? 0 : water(stretch) * 0.34));
  if (zoom >= 15.5) drawRipples(brush, stretches);
  context.globalAlpha = 1;
}

function drawRipples(brush: Brush, stretches: StreamStretch[]): void {
  const { context, palette, metre, zoom, scale } = brush;
  context.strokeStyle = palette.ripple;
  context.lineWidth = zoom >= 17 ? 1.4 : 1;
  context.globalAlpha = 0.62;
  for (const stretch of stretches) {
    const width = streamPixels(stretch.width, zoom, metre);
    if (width < 7) continue;
    for (const [lane, share] of [-0.32, -0.1, 0.14, 0.34].entries()) {
      context.setLineDash([6 + lane * 3, 19 + lane * 11]);
      context.lineDashOffset = stretch.start * scale + lane * 13;
      context.beginPath();
      traceStretch(brush, stretch, share * width);
      context.stroke();
    }
  }
  context.setLineDash([]);
}

/** The weir: rows of stone scales across the stream, drawn large enough to be known from zoom 13 on. */
export function drawWeir(brush: Brush, { weir }: Features): void {
  const { context, palette, zoom, metre, west, north, scale } = brush;
  if (zoom < 13) return;
  const [x, y] = [(weir.x - west) * scale, (weir.y - north) * scale];
  const length = Math.max(weir.width * metre, 15);
  const depth = Math.max(weir.depth * metre, 8);
  if (x < -length || y < -length || x > brush.width + length || y > brush.height + length) return;
  const scales = Math.max(4, Math.min(15, Math.round(length / 6)));
  const radius = length / scales / 2;
  const rows = Math.max(3, Math.round(depth / radius / 0.95));
  context.save();
  context.translate(x, y);
  // The weir's own frame: x across the water, y downstream.
  context.rotate(weir.angle - Math.PI / 2);
  context.fillStyle = palette.weir;
  context.globalAlpha = 0.9;
  context.fillRect(-length / 2 - radius, -depth / 2 - 1.5, length + radius * 2, depth + 3);
  context.globalAlpha = 1;
  context.beginPath();
  context.rect(-length / 2, -depth / 2, length, depth);
  context.fillStyle = palette.stream;
  context.fill();
  context.clip();
  context.strokeStyle = palette.weirEdge;
  context.fillStyle = palette.weir;
  context.lineWidth = Math.max(0.7, radius * 0.13);
  for (let row = rows; row >= -1; row--)
    for (let k = 0; k <= scales; k++) {
      context.globalAlpha = 0.72 + 0.28 * (row % 2);
      context.beginPath();
      context.arc(-length / 2 + (k * 2 + (row % 2 ? 0 : 1)) * radius, -depth / 2 + row * radius * 0.95, radius, 0, 7);
      context.fill();
      context.stroke();
    }
  context.restore();
}

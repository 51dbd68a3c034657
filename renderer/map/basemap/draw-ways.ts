import { traceStretch, type Brush } from './brush.js';
import type { RoadKind } from './feature-file.js';
import type { Features } from './features.js';

/** By kind: metres of carriageway, pixels at zoom 11, and the zoom from which it is drawn. */
const ways: Record<RoadKind, { metres: number; pixels: number; from: number; }> = {
  county: { metres: 9, pixels: 2.3, from: 10 },
  township: { metres: 6, pixels: 1.35, from: 11 },
  lane: { metres: 3, pixels: 0.55, from: 14.5 },
  track: { metres: 2.4, pixels: 0.75, from: 12.5 },
  trail: { metres: 2.2, pixels: 1.3, from: 12.5 },
};

/** Width in CSS pixels of a kind of road: true to scale close up, never thinner than can be told apart. */
const wayPixels = (kind: RoadKind, zoom: number, metre: number) => Math.max(ways[kind].metres * metre, ways[kind].pixels * 1.27 ** (zoom - 11));

/** Bridges: the road's own course over the water, between parapets of stone that stand out at both banks. */
export function drawBridges(brush: Brush, features: Features): void {
  const { context, palette, zoom, metre, west, north, scale } = brush;
  if (zoom < 14) return;
  const roads = features.roads.within(brush.box(60)).filter(({ kind }) => zoom >= ways[kind].from);
  for (const bridge of features.bridges.within(brush.box(60))) {
    // A culvert over a brook is a speck until the courtyard can be seen.
    if (zoom < 16 && bridge.width < 16) continue;
    const length = Math.max(bridge.width * metre, 9);
    const reach = 8 / scale;
    const over = roads.filter(({ box }) => box[0] <= bridge.x + reach && box[2] >= bridge.x - reach && box[1] <= bridge.y + reach && box[3] >= bridge.y - reach);
    context.save();
    context.translate((bridge.x - west) * scale, (bridge.y - north) * scale);
    context.rotate(bridge.angle);
    context.beginPath();
    context.rect(-length / 2, -length, length, length * 2);
    context.rotate(-bridge.angle);
    context.translate(-(bridge.x - west) * scale, -(bridge.y - north) * scale);
    context.clip();
    context.lineCap = 'butt';
    for (const [colour, wider] of [[palette.bridgeEdge, Math.max(3.6, 3.4 * metre)], [palette.bridge, Math.max(1.8, 2 * metre)], [palette.bridgeEdge, 0.9]] as const) {
      for (const road of over) {
        context.strokeStyle = colour;
        context.lineWidth = wayPixels(road.kind, zoom, metre) + wider;
        context.beginPath();
        traceStretch(brush, road);
        context.stroke();
      }
    }
    for (const road of over) {
      context.strokeStyle = road.kind === 'county' ? palette.countyRoad : palette.road;
      context.lineWidth = wayPixels(road.kind, zoom, metre) - 0.4;
      context.beginPath();
      traceStretch(brush, road);
      context.stroke();
    }
    context.restore();
  }
}

/** Roads with casing, lanes, tracks as dashes, and the study trail in cinnabar. */
export function drawRoads(brush: Brush, features: Features): void {
  const { context, palette, zoom, metre, scale } = brush;
  const roads = features.roads.within(brush.box(16)).filter(({ kind }) => zoom >= ways[kind].from);
  const width = (kind: RoadKind) => wayPixels(kind, zoom, metre);
  context.lineJoin = 'round';
  const stroke = (kind: RoadKind, colour: string, pixels: number, dash?: number[]) => {
    context.strokeStyle = colour;
    context.lineWidth = pixels;
    context.lineCap = dash ? 'butt' : 'round';
    for (const road of roads) {
      if (road.kind !== kind) continue;
      if (dash) {
        context.setLineDash(dash);
        context.lineDashOffset = road.start * scale;
      }
      context.globalAlpha = road.clear;
      context.beginPath();
      traceStretch(brush, road);
      context.stroke();
    }
    context.setLineDash([]);
    context.globalAlpha = 1;
  };
  stroke('track', palette.track, Math.min(width('track'), 3), [5, 3.5]);
  stroke('lane', palette.roadCasing, width('lane') + 1.1);
  stroke('lane', palette.lane, width('lane'));
  stroke('trail', palette.halo, Math.min(width('trail'), 4.2) + 2);
  stroke('trail', palette.trail, Math.min(width('trail'), 4.2), [7, 3.5]);
  const edge = zoom < 13 ? 1 : 1.9;
  for (const kind of ['township', 'county'] as const) stroke(kind, palette.roadCasing, width(kind) + edge);
  for (const kind of ['township', 'county'] as const) stroke(kind, kind === 'county' ? palette.countyRoad : palette.road, width(kind));
}

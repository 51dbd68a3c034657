import { createBrush, type Context2d, type Piece } from './brush.js';
import { drawContours, drawFields, drawGrain, drawSlopes } from './draw-land.js';
import { drawGrass, drawSingleTrees, drawTrees, drawWoods } from './draw-trees.js';
import { drawBuildings, drawLamps, drawVillageDots } from './draw-village.js';
import { drawStreams, drawWeir } from './draw-water.js';
import { drawBridges, drawRoads } from './draw-ways.js';
import type { Features } from './features.js';
import { palettes, type BasemapStyle } from './palette.js';

/**
 * Draws all line and area features of a piece of the map on a clear canvas, kind after kind, from the lowest up; it may be interrupted after
 * each, as long as nobody else draws on that canvas meanwhile. Neighbouring pieces agree along their edges at every zoom.
 */
export function* featureStrokes(context: Context2d, piece: Piece, features: Features, style: BasemapStyle): Generator<void, void, void> {
  const brush = createBrush(context, palettes[style], piece);
  context.save();
  context.setTransform(piece.pixelRatio, 0, 0, piece.pixelRatio, 0, 0);
  context.clearRect(0, 0, piece.width, piece.height);
  const kinds = [
    () => drawWoods(brush, features, style), () => drawGrass(brush, features), () => drawTrees(brush, features, style), () => drawContours(brush, features), () => drawSlopes(brush, features),
    () => drawFields(brush, features), () => drawSingleTrees(brush, features, style), () => drawStreams(brush, features), () => drawWeir(brush, features), () => drawRoads(brush, features),
    () => drawBridges(brush, features), () => drawBuildings(brush, features), () => drawLamps(brush, features), () => drawVillageDots(brush, features), () => drawGrain(brush, style),
  ];
  try {
    for (const draw of kinds) {
      draw();
      yield;
    }
  } finally {
    context.restore();
  }
}

/** Draws all of it at once. */
export function drawFeatures(context: Context2d, piece: Piece, features: Features, style: BasemapStyle): void {
  const strokes = featureStrokes(context, piece, features, style);
  while (!strokes.next().done) { /* The next kind. */ }
}

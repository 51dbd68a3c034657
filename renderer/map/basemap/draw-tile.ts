import { createBrush, type Context2d } from './brush.js';
import { drawContours, drawFields, drawGrain, drawSlopes } from './draw-land.js';
import { drawGrass, drawSingleTrees, drawTrees, drawWoods } from './draw-trees.js';
import { drawBuildings, drawLamps, drawVillageDots } from './draw-village.js';
import { drawStreams, drawWeir } from './draw-water.js';
import { drawBridges, drawRoads } from './draw-ways.js';
import type { Features } from './features.js';
import { palettes, type BasemapStyle } from './palette.js';

/** A tile of the world: `z` counts levels of tiles `size` CSS pixels wide, drawn with `pixelRatio` device pixels each. */
export interface TilePlace {
  z: number;
  x: number;
  y: number;
  size: number;
  pixelRatio: number;
}

/**
 * Draws all line and area features of one tile on a clear canvas of `size * pixelRatio` device pixels.
 * Neighbouring tiles agree along their edges at every zoom.
 */
export function drawFeatureTile(context: Context2d, place: TilePlace, features: Features, style: BasemapStyle): void {
  const brush = createBrush(context, palettes[style], place);
  context.save();
  context.setTransform(place.pixelRatio, 0, 0, place.pixelRatio, 0, 0);
  context.clearRect(0, 0, place.size, place.size);
  drawWoods(brush, features, style);
  drawGrass(brush, features);
  drawTrees(brush, features, style);
  drawContours(brush, features);
  drawSlopes(brush, features);
  drawFields(brush, features);
  drawSingleTrees(brush, features, style);
  drawStreams(brush, features);
  drawWeir(brush, features);
  drawRoads(brush, features);
  drawBridges(brush, features);
  drawBuildings(brush, features);
  drawLamps(brush, features);
  drawVillageDots(brush, features);
  drawGrain(brush, style);
  context.restore();
}

import { chance, type Brush } from './brush.js';
import type { Features } from './features.js';
import type { BasemapStyle } from './palette.js';
import { canopySide, canopySprite, treeSprite } from './sprites.js';
import { kindsWithin, woodAt, woodsGap, woodsWash } from './woods.js';

/** A soft green wash under the woods. */
export function drawWoods({ context, west, north, scale, zoom }: Brush, features: Features, style: BasemapStyle): void {
  if (zoom < 12) return;
  const [left, top, right, bottom] = features.woods.box;
  context.imageSmoothingQuality = 'high';
  context.drawImage(woodsWash(features.woods, style), (left - west) * scale, (top - north) * scale, (right - left) * scale, (bottom - top) * scale);
}

let scratch: OffscreenCanvas | undefined;

/** Woods from afar: a repeating canopy cut out by where each kind grows, for thousands of single trees would be slow. */
function drawCanopy(brush: Brush, features: Features, style: BasemapStyle, level: number): void {
  const { context, palette, west, north, scale, width, height, pixelRatio } = brush;
  const [wide, high] = [Math.round(width * pixelRatio), Math.round(height * pixelRatio)];
  if (scratch?.width !== wide || scratch.height !== high) scratch = new OffscreenCanvas(wide, high);
  const cut = scratch.getContext('2d');
  if (!cut) return;
  const [left, top, right, bottom] = features.woods.box;
  for (const { kind, box } of kindsWithin(features.woods, brush.box(40))) {
    const pattern = cut.createPattern(canopySprite(style, palette, kind, level, pixelRatio), 'repeat');
    if (!pattern) continue;
    // Only where it grows, in whole dots.
    const dot = (value: number, corner: number, most: number) => Math.max(0, Math.min(most, Math.round((value - corner) * scale * pixelRatio)));
    const [x0, y0, x1, y1] = [dot(Math.max(box[0], left), west, wide), dot(Math.max(box[1], top), north, high), dot(Math.min(box[2], right), west, wide), dot(Math.min(box[3], bottom), north, high)];
    if (x1 <= x0 || y1 <= y0) continue;
    // The canopy is tied to the world and not to the tile, so that it runs on from one to the next.
    // By whole dots: between two of them every dot of it would be mixed anew.
    const [shiftX, shiftY] = [west, north].map((corner) => Math.round(((corner * scale) % canopySide) * pixelRatio)) as [number, number];
    cut.save();
    cut.beginPath();
    cut.rect(x0, y0, x1 - x0, y1 - y0);
    cut.clip();
    cut.clearRect(x0, y0, x1 - x0, y1 - y0);
    cut.fillStyle = pattern;
    cut.setTransform(1, 0, 0, 1, -shiftX, -shiftY);
    cut.fillRect(x0 + shiftX, y0 + shiftY, x1 - x0, y1 - y0);
    // Taken away where it does not grow: to keep it where it does, the engine would make a second canvas for every stroke.
    cut.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
    cut.globalCompositeOperation = 'destination-out';
    cut.drawImage(woodsGap(features.woods, kind), (left - west) * scale, (top - north) * scale, (right - left) * scale, (bottom - top) * scale);
    cut.restore();
    context.save();
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.drawImage(scratch, x0, y0, x1 - x0, y1 - y0, x0, y0, x1 - x0, y1 - y0);
    context.restore();
  }
}

/** Trees on the wooded slopes: a canopy from afar; close up, single trees from north to south, so that nearer ones stand in front. */
export function drawTrees(brush: Brush, features: Features, style: BasemapStyle): void {
  const { context, palette, zoom, west, north, scale, width, height, pixelRatio } = brush;
  if (zoom < 14) return;
  const level = Math.floor(zoom + 0.01);
  if (level < 17) return drawCanopy(brush, features, style, level);
  // A lattice of whole cells of the world, so that a tree stands in the same place in every tile.
  const cells = Math.round((256 * 2 ** level) / (level === 17 ? 14 : 21));
  const step = scale / cells;
  const [firstColumn, firstRow] = [Math.floor(west * cells) - 2, Math.floor(north * cells) - 2];
  const [columns, rows] = [Math.ceil(width / step) + 4, Math.ceil(height / step) + 4];
  const unit = Math.round(step * pixelRatio * 1.1);
  for (let row = firstRow; row <= firstRow + rows; row++)
    for (let column = firstColumn; column <= firstColumn + columns; column++) {
      const luck = chance(column, row, 1);
      if (luck > 0.86) continue;
      const x = (column + chance(column, row, 2)) / cells;
      const y = (row + chance(column, row, 3)) / cells;
      // Looked up a little aside, so that the edge of a wood is ragged and not a staircase.
      const kind = woodAt(features.woods, x + (chance(column, row, 4) - 0.5) * 1.3e-6, y + (chance(column, row, 5) - 0.5) * 1.3e-6, luck);
      if (kind === 0) continue;
      const picture = treeSprite(style, palette, kind, Math.floor(luck * 3.7), unit);
      const side = (picture.width / pixelRatio) * (0.6 + 0.75 * chance(column, row, 6));
      context.globalAlpha = (level === 17 ? 0.72 : 0.8) + 0.16 * chance(column, row, 7);
      context.drawImage(picture, (x - west) * scale - side / 2, (y - north) * scale - side / 2, side, side);
    }
  context.globalAlpha = 1;
}

/** Single trees on the balks between fields and beside houses. */
export function drawSingleTrees(brush: Brush, features: Features, style: BasemapStyle): void {
  const { context, palette, zoom, metre, west, north, scale, pixelRatio } = brush;
  if (zoom < 15) return;
  const unit = Math.max(5, Math.round(8.5 * metre * pixelRatio));
  const plant = (x: number, y: number, luck: number) => {
    const picture = treeSprite(style, palette, luck < 0.75 ? 1 : 3, Math.floor(luck * 3.7), unit);
    const side = (picture.width / pixelRatio) * (0.65 + 0.6 * luck);
    context.drawImage(picture, (x - west) * scale - side / 2, (y - north) * scale - side / 2, side, side);
  };
  const key = (value: number) => Math.floor((value % 1e-3) * 1e10);
  context.globalAlpha = 0.92;
  for (const { points } of features.fields.within(brush.box(24))) {
    const [x, y] = [points[0] ?? 0, points[1] ?? 0];
    if (chance(key(x), key(y), 21) < 0.11) plant(x, y, chance(key(x), key(y), 22));
  }
  for (const { x, y, width, angle } of features.buildings.within(brush.box(40))) {
    if (chance(key(x), key(y), 23) > 0.4) continue;
    const reach = ((width / 2 + 4) * metre) / scale;
    plant(x + Math.cos(angle) * reach, y + Math.sin(angle) * reach, chance(key(x), key(y), 24));
  }
  context.globalAlpha = 1;
}

/** Grass on open ground in close views, so that no courtyard stands on bare colour. */
export function drawGrass(brush: Brush, features: Features): void {
  const { context, palette, zoom, west, north, scale, width, height } = brush;
  if (zoom < 16) return;
  const cells = Math.round(scale / 19);
  const [firstColumn, firstRow] = [Math.floor(west * cells) - 1, Math.floor(north * cells) - 1];
  const [columns, rows] = [Math.ceil(width / 19) + 3, Math.ceil(height / 19) + 3];
  context.strokeStyle = palette.furrow;
  context.lineWidth = 0.9;
  context.lineCap = 'round';
  context.globalAlpha = 0.4;
  context.beginPath();
  for (let row = firstRow; row < firstRow + rows; row++)
    for (let column = firstColumn; column < firstColumn + columns; column++) {
      if (chance(column, row, 11) > 0.42) continue;
      const [worldX, worldY] = [(column + chance(column, row, 12)) / cells, (row + chance(column, row, 13)) / cells];
      if (woodAt(features.woods, worldX, worldY, 0)) continue;
      const [x, y] = [(worldX - west) * scale, (worldY - north) * scale];
      for (const lean of [-2.2, 0.2, 2.4]) {
        context.moveTo(x + lean * 0.4, y);
        context.lineTo(x + lean, y - 3.6 + Math.abs(lean) * 0.4);
      }
    }
  context.stroke();
  context.globalAlpha = 1;
}

import { cellsOf, spanOf, type Cell } from './datum-mesh.js';
import { isWithin, levelFor, rangeOfPack, type Frame, type PackGrid, type TileId } from './frame.js';
import type { TileKind, TileStore } from './tile-store.js';

export type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** Picture tiles as the browser decodes them, off the page's own thread. */
export const pictureTiles: TileKind<ImageBitmap> = {
  decode: async (answer) => createImageBitmap(await answer.blob()),
  weigh: ({ width, height }) => width * height * 4,
  dispose: (picture) => picture.close(),
};

/** Which part of the pack a frame shows: a level, and in pixels of that level the rectangle that its cells sample. */
interface Source { readonly level: number; readonly cells: readonly Cell[]; readonly side: number; readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }

/** A picture larger than this to a side is not assembled: the pack is seen from too far. */
const largest = 4_096;

function sourceOf(frame: Frame, grid: PackGrid): Source | null {
  const level = levelFor(frame.scale, grid.tileSize, grid);
  if (level === null) return null;
  const cells = cellsOf(frame, grid.datum);
  const side = grid.tileSize * 2 ** level;
  const [west, north, east, south] = spanOf(cells);
  // Whole pixels; what reaches less than a thousandth into the next one needs nothing of it.
  const [left, top, right, bottom] = [Math.floor(west * side + 1e-3), Math.floor(north * side + 1e-3), Math.ceil(east * side - 1e-3), Math.ceil(south * side - 1e-3)];
  return right - left > largest || bottom - top > largest ? null : { level, cells, side, left, top, right, bottom };
}

function tilesOf({ level, left, top, right, bottom }: Source, grid: PackGrid): TileId[] {
  const range = rangeOfPack(grid, level);
  const tiles: TileId[] = [];
  for (let y = Math.floor(top / grid.tileSize); y <= Math.floor((bottom - 1) / grid.tileSize); y += 1)
    for (let x = Math.floor(left / grid.tileSize); x <= Math.floor((right - 1) / grid.tileSize); x += 1)
      if (isWithin(range, x, y)) tiles.push({ z: level, x, y });
  return tiles;
}

/** The tiles that fill a frame of a pack crisply. */
export function tilesForFrame(frame: Frame, grid: PackGrid): readonly TileId[] {
  const source = sourceOf(frame, grid);
  return source ? tilesOf(source, grid) : [];
}

/** A larger one is not kept for the next frame. */
const usual = 1_600;
let scratch: OffscreenCanvas | null = null;

/**
 * Paints what a pack shows in a frame from the tiles that are at hand: for each the tile itself, else those below it
 * and the part of the nearest one above it. The tiles are put together in their own pixels first and drawn as one picture,
 * so that no seams show whatever the scale or the shift. Answers whether anything was painted.
 */
export function paintPictures(context: Context, frame: Frame, grid: PackGrid, store: TileStore<ImageBitmap>): boolean {
  const source = sourceOf(frame, grid);
  if (!source) return false;
  const { cells, side, left, top } = source;
  const [width, height] = [source.right - left, source.bottom - top];
  // One pixel around repeats the rim: without it the rim would be mixed with nothing.
  const [wide, tall] = [width + 2, height + 2];
  scratch ??= new OffscreenCanvas(1, 1);
  if (scratch.width < wide || scratch.height < tall) [scratch.width, scratch.height] = [Math.max(scratch.width, wide), Math.max(scratch.height, tall)];
  const mosaic = scratch.getContext('2d');
  if (!mosaic) return false;
  mosaic.setTransform(1, 0, 0, 1, 0, 0);
  mosaic.clearRect(0, 0, wide, tall);
  mosaic.translate(1 - left, 1 - top);
  let painted = false;
  for (const tile of tilesOf(source, grid)) if (putTile(mosaic, tile, grid, store)) painted = true;
  if (!painted) return false;
  mosaic.setTransform(1, 0, 0, 1, 0, 0);
  mosaic.drawImage(scratch, 1, 1, 1, height, 0, 1, 1, height);
  mosaic.drawImage(scratch, width, 1, 1, height, width + 1, 1, 1, height);
  mosaic.drawImage(scratch, 0, 1, wide, 1, 0, 0, wide, 1);
  mosaic.drawImage(scratch, 0, height, wide, 1, 0, height + 1, wide, 1);

  for (const cell of cells) {
    // Frame pixels to mosaic pixels, and that turned round.
    const [a, b, c, d] = [cell.uByX * side, cell.uByY * side, cell.vByX * side, cell.vByY * side];
    const [e, f] = [cell.u * side - left + 1, cell.v * side - top + 1];
    const whole = a * d - b * c;
    if (!(Math.abs(whole) > 1e-12)) continue;
    context.save();
    if (cells.length > 1) {
      context.beginPath();
      context.rect(cell.left, cell.top, cell.right - cell.left, cell.bottom - cell.top);
      context.clip();
    }
    context.imageSmoothingEnabled = true;
    context.imageSmoothingQuality = a > 1.05 || (a > 0.55 && a < 0.98) ? 'high' : 'low';
    context.transform(d / whole, -c / whole, -b / whole, a / whole, (b * f - d * e) / whole, (c * e - a * f) / whole);
    context.drawImage(scratch, 0, 0, wide, tall, 0, 0, wide, tall);
    context.restore();
  }
  if (Math.max(scratch.width, scratch.height) > usual) scratch = null;
  return true;
}

/** Puts a tile into its place among its level's pixels, from whatever is at hand. */
function putTile(mosaic: OffscreenCanvasRenderingContext2D, { z, x, y }: TileId, { tileSize, minZoom, maxZoom }: PackGrid, store: TileStore<ImageBitmap>): boolean {
  const [left, top] = [x * tileSize, y * tileSize];
  const own = store.peek(z, x, y);
  if (own) { mosaic.drawImage(own, left, top, tileSize, tileSize); return true; }
  let painted = false;
  for (let up = 1; z - up >= minZoom; up += 1) {
    const above = store.peek(z - up, x >> up, y >> up);
    if (!above) continue;
    const [across, down] = [above.width / 2 ** up, above.height / 2 ** up];
    const part = 2 ** up - 1;
    mosaic.imageSmoothingQuality = 'medium';
    mosaic.drawImage(above, (x & part) * across, (y & part) * down, across, down, left, top, tileSize, tileSize);
    painted = true;
    break;
  }
  // Where the tile is on its way, those of the next level that were just looked at are sharper than the one above.
  if (own === undefined && z < maxZoom) {
    const half = tileSize / 2;
    for (const [dx, dy] of [[0, 0], [1, 0], [0, 1], [1, 1]] as const) {
      const below = store.peek(z + 1, x * 2 + dx, y * 2 + dy);
      if (below) { mosaic.drawImage(below, left + dx * half, top + dy * half, half, half); painted = true; }
    }
  }
  return painted;
}

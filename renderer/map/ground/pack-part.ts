import L from 'leaflet';
import { text, type Text } from '../../../data/schema/text.js';
import type { Sheet } from '../../state/use-sheets.js';
import type { Extent } from '../extent.js';
import { trueExtent } from './datum-mesh.js';
import { farther, rangeOfPack, type PackGrid, type TileId } from './frame.js';
import { paintPictures, pictureTiles, tilesForFrame } from './paint-pictures.js';
import { namesInFrame, paintVectors, vectorTilesForFrame } from './paint-vectors.js';
import { SheetGrid, type SheetPainter } from './sheet-grid.js';
import { closestZoom, type PartOptions, type SheetPart } from './sheet-part.js';
import { TileStore } from './tile-store.js';
import { vectorTiles } from './vector-tile.js';

/** Kept of decoded tiles for each pack, in bytes: some screens full. */
const roomForPictures = () => Math.max(64, Math.min(256, (24 * window.innerWidth * window.innerHeight * (window.devicePixelRatio || 1) ** 2) / 2 ** 20)) * 2 ** 20;
const roomForFeatures = 96 * 2 ** 20;
/** Tiles of the sheet that lies below the fine one: so wide in CSS pixels, and so coarse. */
const coarse = { side: 2_048, ratio: 1 / 8, ahead: 1_024, atOnce: true };
const fine = { side: 512, ahead: 128 };

const mostFirst = 12;
/** The map opens without the first tiles where they take longer, in milliseconds. */
const firstWait = 1_200;

const latLngBounds = ({ west, south, east, north }: Extent) => L.latLngBounds([south, west], [north, east]);

function packOf({ id, pack }: Sheet) {
  if (!pack) throw new Error(`The sheet ${id} says nothing of its pack.`);
  return pack;
}

const addressOf = ({ address }: Sheet, scheme: string) => ({ z, x, y }: TileId) => `${address}/tiles/${scheme}/${z}/${x}/${y}`;

/** A pack of pictures as a part of the stack. */
export async function picturePart({ sheet, pane }: PartOptions): Promise<SheetPart> {
  const pack = packOf(sheet);
  const grid: PackGrid = pack;
  const store = new TileStore(grid, addressOf(sheet, pack.scheme), pictureTiles, roomForPictures());
  const extent = trueExtent(pack.bounds, pack.datum);
  const painter: SheetPainter = {
    hold: (frame) => store.hold(tilesForFrame(frame, grid)),
    paint: (context, frame) => paintPictures(context, frame, grid, store),
  };
  const common = { pane, bounds: latLngBounds(extent), minZoom: Math.max(0, pack.minZoom - farther), maxZoom: closestZoom };
  const first = firstTiles(grid);
  const kept = store.hold(first);
  await Promise.race([kept.ready, new Promise((waited) => { setTimeout(waited, firstWait); })]);
  const near = new SheetGrid(painter, { ...common, ...fine, zIndex: 2 });
  // A coarse picture lies below while the fine one loads; under pictures that let the sheet below shine through it would show.
  const below = pack.format === 'jpeg' || first.some(({ z, x, y }) => isOpaque(store.peek(z, x, y))) ? new SheetGrid(painter, { ...common, ...coarse, zIndex: 1 }) : null;
  return {
    layers: below ? [below, near] : [near], extent, home: extent, told: extent, minZoom: Math.max(0, pack.minZoom - farther), maxZoom: pack.maxZoom + 1, schematic: null,
    names: () => [], setStyle: () => undefined,
    fault: () => faultOf(sheet, store.failed),
    isSettled: () => near.isSettled() && (below?.isSettled() ?? true),
    hold: (frame) => painter.hold(frame), paint: (context, frame) => painter.paint(context, frame),
    remove: () => { kept.release(); store.clear(); },
  };
}

/** The coarsest tiles that show the pack whole, a handful at most: kept for good, so that no flight ever meets bare paper. */
function firstTiles(grid: PackGrid): TileId[] {
  const { west, north, east, south } = rangeOfPack(grid, grid.minZoom);
  const tiles: TileId[] = [];
  for (let y = north; y <= south && tiles.length < mostFirst; y += 1) for (let x = west; x <= east && tiles.length < mostFirst; x += 1) tiles.push({ z: grid.minZoom, x, y });
  return tiles;
}

/** Whether a tile hides what lies below it, in some larger part at least: writing on clear glass does not. */
function isOpaque(tile: ImageBitmap | null | undefined): boolean {
  if (!tile) return false;
  const side = 24;
  const context = new OffscreenCanvas(side, side).getContext('2d', { willReadFrequently: true });
  if (!context) return false;
  context.imageSmoothingQuality = 'high';
  context.drawImage(tile, 0, 0, side, side);
  const pixels = context.getImageData(0, 0, side, side).data;
  let solid = 0;
  for (let k = 3; k < pixels.length; k += 4) if (pixels[k]! >= 250) solid += 1;
  return solid > side * side * 0.05;
}

/** A pack of vector tiles as a part of the stack. */
export function featurePart({ sheet, pane, style, onNames }: PartOptions): SheetPart {
  const pack = packOf(sheet);
  const grid: PackGrid = pack;
  const store = new TileStore(grid, addressOf(sheet, pack.scheme), vectorTiles, roomForFeatures);
  const extent = trueExtent(pack.bounds, pack.datum);
  let styleNow = style;
  const painter: SheetPainter = {
    hold: (frame) => store.hold(vectorTilesForFrame(frame, grid)),
    paint: (context, frame) => paintVectors(context, frame, grid, store, styleNow),
  };
  const layer = new SheetGrid(painter, { pane, bounds: latLngBounds(extent), minZoom: Math.max(0, pack.minZoom + 1 - farther), maxZoom: closestZoom, side: 512, ahead: 256, zIndex: 2, onWhole: onNames });
  return {
    layers: [layer], extent, home: extent, told: extent, minZoom: Math.max(0, pack.minZoom + 1 - farther), maxZoom: Math.max(19, pack.maxZoom + 2), schematic: null,
    names: () => layer.frames().flatMap((frame) => namesInFrame(frame, grid, store)),
    setStyle: (next) => { styleNow = next; layer.repaint(); },
    fault: () => faultOf(sheet, store.failed),
    isSettled: () => layer.isSettled(),
    hold: (frame) => painter.hold(frame), paint: (context, frame) => painter.paint(context, frame),
    remove: () => store.clear(),
  };
}

function faultOf({ pack }: Sheet, failed: number): Text | null {
  if (failed === 0) return null;
  const name = pack?.name ?? '';
  return text(`底图「${name}」有 ${failed} 张瓦片读不出来，那里用上一级的图代替。`, `${failed} tiles of the pack “${name}” cannot be read; coarser ones are shown there.`);
}

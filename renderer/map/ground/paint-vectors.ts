import type { MapLabel } from '../basemap/features.js';
import { palettes, type BasemapStyle, type Palette } from '../basemap/palette.js';
import { cellsOf, spanOf, truePlace, type Cell } from './datum-mesh.js';
import { isWithin, levelFor, rangeOfPack, type Frame, type PackGrid, type TileId } from './frame.js';
import type { Context } from './paint-pictures.js';
import type { TileStore } from './tile-store.js';
import type { ReadTile, Shape } from './vector-tile.js';
import type { Role } from './vector-roles.js';

/** A vector tile is made for so many CSS pixels of the screen. */
const side = 512;

interface Source { readonly level: number; readonly cell: Cell; readonly tiles: readonly TileId[] }

function sourceOf(frame: Frame, grid: PackGrid): Source | null {
  const level = levelFor(frame.scale / frame.ratio, side, grid);
  // Over one frame the shift of GCJ-02 bends by less than half a pixel even where a frame is widest, and by nothing at all close by.
  const [cell] = cellsOf(frame, grid.datum, 1);
  if (level === null || !cell) return null;
  const count = 2 ** level;
  const [west, north, east, south] = spanOf([cell]).map((place) => place * count) as [number, number, number, number];
  const range = rangeOfPack(grid, level);
  const tiles: TileId[] = [];
  // What reaches a few thousandths into the next tile is in this one's own rim.
  const rim = 4e-3;
  for (let y = Math.floor(north + rim); y <= Math.floor(south - rim); y += 1)
    for (let x = Math.floor(west + rim); x <= Math.floor(east - rim); x += 1) if (isWithin(range, x, y)) tiles.push({ z: level, x, y });
  return { level, cell, tiles };
}

/** The vector tiles that a frame needs. */
export const vectorTilesForFrame = (frame: Frame, grid: PackGrid): readonly TileId[] => sourceOf(frame, grid)?.tiles ?? [];

interface Found { readonly id: TileId; readonly tile: ReadTile }

/** The tiles at hand that fill a frame; for those that are not there, the nearest above, each once. */
function found(tiles: readonly TileId[], { minZoom }: PackGrid, store: TileStore<ReadTile>): Found[] {
  const all = new Map<string, Found>();
  for (const wanted of tiles) {
    for (let up = 0; wanted.z - up >= minZoom; up += 1) {
      const id = { z: wanted.z - up, x: wanted.x >> up, y: wanted.y >> up };
      const tile = store.peek(id.z, id.x, id.y);
      if (!tile) continue;
      all.set(`${id.z}/${id.x}/${id.y}`, { id, tile });
      break;
    }
  }
  return [...all.values()];
}

const kept = new WeakMap<ReadTile, readonly MapLabel[]>();

/** The names of the tiles that fill a frame, at their true places. */
export function namesInFrame(frame: Frame, grid: PackGrid, store: TileStore<ReadTile>): readonly MapLabel[] {
  const source = sourceOf(frame, grid);
  return source ? found(source.tiles, grid, store).flatMap(({ id, tile }) => {
    const known = kept.get(tile);
    if (known) return known;
    const labels = tile.names.map(({ zh, en, kind, x, y, priority, from, height }): MapLabel => {
      const [east, south] = truePlace((id.x + x) / 2 ** id.z, (id.y + y) / 2 ** id.z, grid.datum);
      return { text: { zh, en }, kind, x: east, y: south, priority, minZoom: from, ...(height === undefined ? {} : { height }) };
    });
    kept.set(tile, labels);
    return labels;
  }) : [];
}

interface Look { readonly fill: string; readonly edge?: string; readonly edgeWidth?: number }
interface WayLook { readonly line: string; readonly casing?: string; readonly width: number; readonly growth: number; readonly dash?: readonly [number, number]; readonly from: number }

const channels = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
/** A colour laid thinly on the ground, as one that hides what is below: tiles overlap by a pixel, where a thin one would show twice. */
const onGround = (palette: Palette, colour: string | readonly number[], share: number): string => {
  const [above, below] = [typeof colour === 'string' ? channels(colour) : colour, channels(palette.ground)];
  return `rgb(${below.map((value, k) => Math.round(value + ((above[k] ?? value) - value) * share)).join(' ')})`;
};

const areaLooks = (palette: Palette, style: BasemapStyle): Partial<Record<Role, Look>> => {
  const by = (day: number, night: number) => (style === 'paper' ? day : night);
  return {
    earth: { fill: palette.ground },
    grass: { fill: onGround(palette, palette.fields[2], by(0.32, 0.45)) },
    farmland: { fill: onGround(palette, palette.fields[0], by(0.42, 0.6)) },
    sand: { fill: onGround(palette, palette.courtyard, 0.4) },
    built: { fill: onGround(palette, palette.courtyard, by(0.42, 0.3)) },
    park: { fill: onGround(palette, palette.tea, by(0.42, 0.7)) },
    wood: { fill: onGround(palette, palette.woods[0]!, by(0.42, 0.75)) },
    otherArea: { fill: onGround(palette, palette.terrace, 0.3) },
    water: { fill: onGround(palette, palette.stream, by(0.82, 0.9)), edge: palette.streamEdge, edgeWidth: 1 },
    building: { fill: style === 'paper' ? palette.roofRidge : palette.roofLit, edge: palette.roofLit, edgeWidth: 0.6 },
  };
};

/** Widths are CSS pixels at zoom 14 and grow by a factor with each zoom. */
const wayLooks = (palette: Palette): Partial<Record<Role, WayLook>> => ({
  stream: { line: palette.stream, width: 1.3, growth: 1.35, from: 11 },
  river: { line: palette.stream, width: 2.6, growth: 1.4, from: 8 },
  runway: { line: palette.courtyard, width: 5, growth: 1.7, from: 10 },
  otherLine: { line: palette.ridge, width: 0.9, growth: 1.15, from: 8 },
  path: { line: palette.track, width: 1, growth: 1.2, dash: [2, 2.2], from: 13.5 },
  track: { line: palette.track, width: 1.1, growth: 1.3, dash: [5, 2.4], from: 13 },
  minor: { line: palette.lane, casing: palette.roadCasing, width: 1.8, growth: 1.5, from: 12 },
  street: { line: palette.road, casing: palette.roadCasing, width: 2.6, growth: 1.46, from: 10.5 },
  major: { line: palette.road, casing: palette.roadCasing, width: 3.6, growth: 1.42, from: 8 },
  motorway: { line: palette.fields[3], casing: palette.roadCasing, width: 4.4, growth: 1.4, from: 6 },
  rail: { line: palette.bridgeEdge, width: 1.4, growth: 1.25, from: 9 },
});

const areaOrder: readonly Role[] = ['earth', 'grass', 'farmland', 'sand', 'built', 'park', 'wood', 'otherArea', 'water'];
const waterLines: readonly Role[] = ['stream', 'river'];
const wayOrder: readonly Role[] = ['runway', 'otherLine', 'path', 'track', 'minor', 'street', 'major', 'motorway', 'rail'];
/** Buildings seen from farther off are specks. */
const buildingsFrom = 13.5;

/** Paints a frame of a vector pack in the map's own colours from the tiles at hand. Answers whether there was any. */
export function paintVectors(context: Context, frame: Frame, grid: PackGrid, store: TileStore<ReadTile>, style: BasemapStyle): boolean {
  const source = sourceOf(frame, grid);
  if (!source) return false;
  const tiles = found(source.tiles, grid, store);
  if (tiles.length === 0) return false;
  const zoom = Math.log2(frame.scale / frame.ratio / 256);
  const palette = palettes[style];
  const [areas, ways] = [areaLooks(palette, style), wayLooks(palette)];
  const before = context.getTransform();
  const placed = tiles.map(({ id, tile }) => ({ tile, place: tilePlace(source.cell, id) }));
  const trace = (role: Role, each: (shape: Shape) => void): boolean => {
    let any = false;
    context.beginPath();
    for (const { tile, place } of placed) {
      const shapes = tile.shapes.get(role);
      if (!shapes) continue;
      any = true;
      context.setTransform(before);
      context.transform(...place);
      shapes.forEach(each);
    }
    context.setTransform(before);
    return any;
  };
  // Rings are closed by filling: closing each by name makes Chromium measure the whole path again every time.
  const lines = (shape: Shape) => shape.lines.forEach((line) => traceLine(context, line));

  context.save();
  context.lineJoin = 'round';
  context.lineCap = 'round';
  const paintArea = (role: Role) => {
    const look = areas[role];
    if (!look || !trace(role, lines)) return;
    context.fillStyle = look.fill;
    context.fill();
    if (!look.edge || zoom < 12) return;
    trace(role, (shape) => shape.lines.forEach((line) => traceInnerEdges(context, line)));
    context.strokeStyle = look.edge;
    context.lineWidth = (look.edgeWidth ?? 1) * frame.ratio;
    context.stroke();
  };
  const widthOf = ({ width, growth }: WayLook) => Math.max(0.6, width * growth ** (Math.min(zoom, 19) - 14)) * frame.ratio;
  const paintWay = (role: Role, cased: boolean) => {
    const look = ways[role];
    if (!look || zoom < look.from || (cased && (!look.casing || zoom < 12.5)) || !trace(role, lines)) return;
    const width = widthOf(look);
    context.lineCap = look.dash ? 'butt' : 'round';
    context.setLineDash(look.dash ? look.dash.map((length) => length * Math.max(width, frame.ratio)) : []);
    context.strokeStyle = cased ? onGround(palette, look.casing!, 0.75) : look.line;
    context.lineWidth = cased ? width + 1.6 * frame.ratio : width;
    context.stroke();
    if (role === 'rail' && zoom >= 13) {
      context.setLineDash([4 * frame.ratio, 4 * frame.ratio]);
      context.lineCap = 'butt';
      context.strokeStyle = palette.ground;
      context.lineWidth = width * 0.55;
      context.stroke();
    }
    context.setLineDash([]);
  };
  areaOrder.forEach(paintArea);
  waterLines.forEach((role) => paintWay(role, false));
  wayOrder.forEach((role) => paintWay(role, true));
  wayOrder.forEach((role) => paintWay(role, false));
  if (zoom >= buildingsFrom) paintArea('building');
  paintPoints(context, placed, frame, palette);
  context.restore();
  return true;
}

type Matrix = [number, number, number, number, number, number];

/** From shares of a tile's side to the frame's pixels: the cell's own relation turned round. */
function tilePlace({ u, v, uByX, uByY, vByX, vByY }: Cell, { z, x, y }: TileId): Matrix {
  const count = 2 ** z;
  const [a, b, c, d, e, f] = [uByX * count, uByY * count, vByX * count, vByY * count, u * count - x, v * count - y];
  const whole = a * d - b * c;
  return [d / whole, -c / whole, -b / whole, a / whole, (b * f - d * e) / whole, (c * e - a * f) / whole];
}

function traceLine(context: Context, line: Float32Array): void {
  context.moveTo(line[0]!, line[1]!);
  for (let k = 2; k + 1 < line.length; k += 2) context.lineTo(line[k]!, line[k + 1]!);
}

/** The edges of a ring but for those that only come from the tile being cut off. */
function traceInnerEdges(context: Context, line: Float32Array): void {
  let drawing = false;
  for (let k = 0; k < line.length; k += 2) {
    const [x0, y0] = [line[k]!, line[k + 1]!];
    const last = k + 2 >= line.length;
    const [x1, y1] = [line[last ? 0 : k + 2]!, line[last ? 1 : k + 3]!];
    const cut = (x0 <= 0 && x1 <= 0) || (x0 >= 1 && x1 >= 1) || (y0 <= 0 && y1 <= 0) || (y0 >= 1 && y1 >= 1);
    if (cut) { drawing = false; continue; }
    if (!drawing) context.moveTo(x0, y0);
    context.lineTo(x1, y1);
    drawing = true;
  }
}

/** Points of layers that no schema names, as quiet dots. */
function paintPoints(context: Context, placed: readonly { tile: ReadTile; place: Matrix }[], frame: Frame, palette: Palette): void {
  context.fillStyle = palette.ridge;
  for (const { tile, place: [a, b, c, d, e, f] } of placed)
    for (const { lines } of tile.shapes.get('otherPoint') ?? [])
      for (const line of lines) {
        const [x, y] = [line[0]!, line[1]!];
        context.beginPath();
        context.arc(a * x + c * y + e, b * x + d * y + f, 2 * frame.ratio, 0, 7);
        context.fill();
      }
}

import L from 'leaflet';
import { frameOfTile, type Frame, type TileId } from './frame.js';
import { paintSoon } from './paint-queue.js';
import type { Context } from './paint-pictures.js';
import type { Hold } from './tile-store.js';

/** Whatever paints a sheet of tiles. */
export interface SheetPainter {
  /** Asks for the source tiles of a frame. */
  hold(frame: Frame): Hold;
  /** Paints a frame from what is at hand, on a clear canvas; false where there was nothing. */
  paint(context: Context, frame: Frame): boolean;
}

export interface SheetGridOptions {
  readonly pane: string;
  readonly bounds: L.LatLngBounds;
  readonly minZoom: number;
  readonly maxZoom: number;
  readonly zIndex: number;
  /** Side of a tile in CSS pixels. */
  readonly side: number;
  /** Canvas pixels to a CSS pixel; the screen's own where it is not said. */
  readonly ratio?: number;
  /** How far around the view tiles are painted ahead, in CSS pixels. */
  readonly ahead: number;
  /** Painted as soon as it is wanted from what is at hand: the sheet that is never to be bare. */
  readonly atOnce?: boolean;
  readonly onWhole?: () => void;
}

interface Tile {
  readonly id: TileId;
  readonly canvas: HTMLCanvasElement;
  readonly done: () => void;
  hold: Hold | null;
  /** Nothing is seen of it, or a rough picture, or all that the pack has. */
  state: 'empty' | 'rough' | 'whole';
  ratio: number;
  gone: boolean;
}

/** Zooms between two levels enlarge a tile by up to this; it is painted anew for them once the map rests. */
const largestStep = Math.SQRT2 * 1.01;
/** A tile is painted roughly where its own sources take longer than so many milliseconds. */
const roughAfter = 50;
const screenRatio = () => Math.min(3, window.devicePixelRatio || 1);

/** The part of Leaflet's grid that says what is to be painted; it has no public name. */
interface Ranged { _getTiledPixelBounds(centre: L.LatLng): L.Bounds }
const ranged = L.GridLayer.prototype as unknown as Ranged;

/**
 * One sheet as Leaflet tiles: each is painted at once from what is at hand, and again when all its source tiles are there;
 * when the map comes to rest, for exactly the pixels that it then covers.
 */
export class SheetGrid extends L.GridLayer {
  private readonly tiles = new Map<HTMLElement, Tile>();
  private moving = false;

  constructor(private readonly painter: SheetPainter, private readonly grid: SheetGridOptions) {
    super({ pane: grid.pane, bounds: grid.bounds, minZoom: grid.minZoom, maxZoom: grid.maxZoom, zIndex: grid.zIndex, tileSize: grid.side, keepBuffer: 1, updateInterval: 60, noWrap: true, className: 'ground-sheet' });
    this.on('tileunload', ({ tile }: L.TileEvent) => this.forget(tile));
  }

  /** Whether all tiles in view are painted as well as the pack allows. */
  isSettled(): boolean {
    if (this.isLoading()) return false;
    for (const tile of this.tiles.values()) if (tile.id.z === this._tileZoom && tile.state !== 'whole') return false;
    return true;
  }

  /** The frames of the tiles that are shown at the present level. */
  frames(): Frame[] {
    return [...this.tiles.values()].flatMap(({ id, ratio }) => (id.z === this._tileZoom && ratio !== 0 ? [frameOfTile(id, this.grid.side, ratio)] : []));
  }

  /** Paints all tiles again: the look has changed. */
  repaint(): void { for (const tile of this.tiles.values()) this.begin(tile); }

  override getEvents(): Record<string, L.LeafletEventHandlerFn> {
    const events = super.getEvents?.() ?? {};
    return {
      ...events,
      movestart: () => { this.moving = true; },
      moveend: (event) => { this.moving = false; events.moveend?.(event); this.sharpen(); },
    };
  }

  protected override createTile(coords: L.Coords, done: L.DoneCallback): HTMLElement {
    const canvas = document.createElement('canvas');
    canvas.className = 'ground-tile';
    canvas.width = canvas.height = 0;
    const tile: Tile = { id: { z: coords.z, x: coords.x, y: coords.y }, canvas, done: () => done(undefined, canvas), hold: null, state: 'empty', ratio: 0, gone: false };
    this.tiles.set(canvas, tile);
    this.begin(tile);
    return canvas;
  }

  /** Leaflet asks this for what is in view; a rim around it is painted before it comes into view. */
  protected _getTiledPixelBounds(centre: L.LatLng): L.Bounds {
    const bounds = ranged._getTiledPixelBounds.call(this, centre);
    const rim = L.point(this.grid.ahead, this.grid.ahead);
    return L.bounds(bounds.min!.subtract(rim), bounds.max!.add(rim));
  }

  /** Canvas pixels to a CSS pixel of the tile's own level. */
  private wantedRatio(): number {
    if (this.grid.ratio !== undefined) return this.grid.ratio;
    const step = this.moving || this._tileZoom === undefined ? 1 : 2 ** (this._map.getZoom() - this._tileZoom);
    return screenRatio() * Math.min(largestStep, Math.max(1 / largestStep, step));
  }

  private sharpen(): void {
    if (this.grid.ratio !== undefined) return;
    const ratio = this.wantedRatio();
    for (const tile of this.tiles.values()) if (tile.id.z === this._tileZoom && tile.ratio !== 0 && Math.abs(tile.ratio / ratio - 1) > 0.04) this.begin(tile);
  }

  private begin(tile: Tile): void {
    const ratio = this.wantedRatio();
    const frame = frameOfTile(tile.id, this.grid.side, ratio);
    const before = tile.hold;
    const hold = this.painter.hold(frame);
    tile.hold = hold;
    // Only after the new ones are held, so that tiles wanted by both are not let go.
    before?.release();
    const isWanted = () => !tile.gone && tile.hold === hold;
    const pixels = frame.width * frame.height;
    // A tile that shows something is left as it is until the better picture is there, and so is one that will have it at once.
    let waits = true;
    // Leaflet does not know the tile yet.
    if (tile.state === 'empty' && this.grid.atOnce && this.paint(tile, frame, ratio)) queueMicrotask(() => { if (isWanted() && tile.state === 'empty') this.show(tile, 'rough'); });
    else if (tile.state === 'empty') setTimeout(() => {
      const isBare = () => waits && isWanted() && tile.state === 'empty';
      if (isBare()) paintSoon(pixels, isBare, () => { if (this.paint(tile, frame, ratio)) this.show(tile, 'rough'); });
    }, roughAfter);
    void hold.ready.then(() => { waits = false; paintSoon(pixels, isWanted, () => {
      this.paint(tile, frame, ratio);
      hold.release();
      this.show(tile, 'whole');
    }); });
  }

  private paint(tile: Tile, frame: Frame, ratio: number): boolean {
    const { canvas } = tile;
    if (canvas.width !== frame.width) canvas.width = canvas.height = frame.width;
    const context = canvas.getContext('2d');
    if (!context) return false;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, frame.width, frame.height);
    const side = `${frame.width / ratio}px`;
    canvas.style.width = canvas.style.height = side;
    tile.ratio = ratio;
    return this.painter.paint(context, frame);
  }

  private show(tile: Tile, state: 'rough' | 'whole'): void {
    const first = tile.state === 'empty';
    tile.state = state;
    if (first) tile.done();
    if (state === 'whole') this.grid.onWhole?.();
  }

  private forget(element: HTMLElement): void {
    const tile = this.tiles.get(element);
    if (!tile) return;
    this.tiles.delete(element);
    tile.gone = true;
    tile.hold?.release();
    // The bitmap is given back now, not when the garbage is collected.
    tile.canvas.width = tile.canvas.height = 0;
  }
}

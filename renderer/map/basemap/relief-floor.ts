import L from 'leaflet';
import type { Bounds } from './pack.js';
import { worldX, worldY } from './world.js';

/** A level of tiles `tileSize` pixels wide that is few enough tiles to be kept for good. */
export interface Floor { readonly level: number; readonly bounds: Bounds; readonly tileSize: number; readonly zIndex: number }

/** Under a map that is busy from the beginning the level is asked for after so many milliseconds all the same. */
const patienceMs = 1_000;

/**
 * One coarse level of the relief over all of its ground, loaded once and never let go; the tiles of the first view are asked for before it.
 * Tiles of the proper level come and go above it; where one is still on its way, this is what is seen, and never bare paper.
 */
export class ReliefFloor extends L.Layer {
  private readonly sheet = L.DomUtil.create('div', 'leaflet-zoom-animated basemap-relief basemap-relief-floor');
  private readonly pictures: { readonly picture: HTMLImageElement; readonly address: string }[] = [];
  private loaded: Promise<unknown> | null = null;
  private waiting = 0;
  /** World coordinates of the sheet's north-west corner. */
  private readonly west: number;
  private readonly north: number;
  private readonly scale: number;

  constructor(url: (z: number, x: number, y: number) => string, { level, bounds: [west, south, east, north], tileSize, zIndex }: Floor, private readonly paneName: string) {
    super();
    const count = 2 ** level;
    const [left, right] = [Math.floor(worldX(west) * count), Math.floor(worldX(east) * count)];
    const [top, bottom] = [Math.floor(worldY(north) * count), Math.floor(worldY(south) * count)];
    this.scale = count * tileSize;
    [this.west, this.north] = [left / count, top / count];
    Object.assign(this.sheet.style, { position: 'absolute', left: '0', top: '0', zIndex: String(zIndex), transformOrigin: '0 0' });
    for (let y = top; y <= bottom; y += 1)
      for (let x = left; x <= right; x += 1) {
        const picture = document.createElement('img');
        picture.alt = '';
        picture.decoding = 'sync';
        Object.assign(picture.style, { position: 'absolute', left: `${(x - left) * tileSize}px`, top: `${(y - top) * tileSize}px`, width: `${tileSize}px`, height: `${tileSize}px`, maxWidth: 'none' });
        picture.onerror = () => picture.remove();
        this.pictures.push({ picture, address: url(level, x, y) });
      }
    this.sheet.append(...this.pictures.map(({ picture }) => picture));
  }

  /** Resolves when every tile of the level can be shown. */
  async settled(): Promise<void> {
    await this.load();
  }

  /** Fetches the level, once. */
  private load(): Promise<unknown> {
    cancelIdleCallback(this.waiting);
    return (this.loaded ??= Promise.allSettled(this.pictures.map(({ picture, address }) => { picture.src = address; return picture.decode(); })));
  }

  override onAdd(map: L.Map): this {
    map.getPane(this.paneName)!.append(this.sheet);
    this.place(map.getCenter(), map.getZoom());
    this.waiting = requestIdleCallback(() => void this.load(), { timeout: patienceMs });
    return this;
  }

  override onRemove(): this {
    cancelIdleCallback(this.waiting);
    this.sheet.remove();
    return this;
  }

  override getEvents(): Record<string, L.LeafletEventHandlerFn> {
    return {
      zoom: () => this.place(this._map.getCenter(), this._map.getZoom()),
      viewreset: () => this.place(this._map.getCenter(), this._map.getZoom()),
      zoomanim: (event) => {
        const { center, zoom } = event as L.ZoomAnimEvent;
        this.place(center, zoom);
      },
    };
  }

  /** Lays the sheet for a view, as Leaflet lays its own levels of tiles. */
  private place(center: L.LatLng, zoom: number): void {
    const map = this._map;
    const size = 256 * 2 ** zoom;
    const origin = map.project(center, zoom).subtract(map.getSize().divideBy(2)).add(L.DomUtil.getPosition(map.getPane('mapPane')!)).round();
    L.DomUtil.setTransform(this.sheet, L.point(this.west * size, this.north * size).subtract(origin), size / this.scale);
  }
}

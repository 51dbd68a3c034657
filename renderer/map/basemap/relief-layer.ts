import L from 'leaflet';
import type { BasemapPack, Bounds } from './pack.js';
import type { BasemapStyle } from './palette.js';
import { ReliefFloor } from './relief-floor.js';
import { tilesSettled } from './tiles-settled.js';

const latLngBounds = ([west, south, east, north]: Bounds) => L.latLngBounds([south, west], [north, east]);
const settledOf = (sheet: L.Layer): Promise<void> => (sheet instanceof ReliefFloor ? sheet.settled() : sheet instanceof L.GridLayer ? tilesSettled(sheet) : Promise.resolve());

/** Tile levels that are kept for good: one under all of the pack, a finer one under the township. */
const floorLevels = { wide: 9, detail: 12 } as const;

/** The painted relief: a coarse level of it all that always lies underneath, and finer tiles on top. */
export class ReliefLayer extends L.LayerGroup {
  constructor(private readonly packUrl: string, private readonly pack: BasemapPack, private style: BasemapStyle, private readonly pane = 'tilePane') {
    super(sheetsOf(packUrl, pack, style, pane));
  }

  /** Changes the look. The sheets are made anew: Leaflet's own change of address asks for tiles of a broken level between two whole ones. */
  setStyle(style: BasemapStyle): void {
    if (style === this.style) return;
    this.style = style;
    const old = this.getLayers();
    const fresh = sheetsOf(this.packUrl, this.pack, style, this.pane);
    for (const sheet of fresh) this.addLayer(sheet);
    // The old look stays until the new one covers it.
    void Promise.all(fresh.map(settledOf)).then(() => { for (const sheet of old) this.removeLayer(sheet); });
  }

  /** Resolves when the present view is covered by tiles of its own level. */
  async settled(): Promise<void> {
    await Promise.all(this.getLayers().map(settledOf));
  }
}

function sheetsOf(packUrl: string, pack: BasemapPack, style: BasemapStyle, pane: string): L.Layer[] {
  const common: L.TileLayerOptions = { pane, tileSize: pack.tileSize, zoomOffset: pack.zoomOffset, minZoom: pack.minZoom, maxZoom: pack.maxZoom, keepBuffer: 4 };
  const address = (z: number | string, x: number | string, y: number | string) => `${packUrl}/relief/${style}/${z}/${x}/${y}.webp`;
  const url = address('{z}', '{x}', '{y}');
  const { tileSize } = pack;
  return [
    new ReliefFloor(address, { level: floorLevels.wide, bounds: pack.bounds, tileSize, zIndex: 0 }, pane),
    new ReliefFloor(address, { level: floorLevels.detail, bounds: pack.detailBounds, tileSize, zIndex: 1 }, pane),
    L.tileLayer(url, { ...common, bounds: latLngBounds(pack.bounds), maxZoom: pack.wideMaxNativeZoom, zIndex: 2, className: 'basemap-relief' }),
    L.tileLayer(url, { ...common, bounds: latLngBounds(pack.farBounds), minZoom: pack.wideMaxNativeZoom + 1, maxNativeZoom: pack.farMaxNativeZoom, zIndex: 3, className: 'basemap-relief' }),
    L.tileLayer(url, { ...common, bounds: latLngBounds(pack.detailBounds), minZoom: pack.farMaxNativeZoom + 1, maxNativeZoom: pack.maxNativeZoom, zIndex: 4, className: 'basemap-relief' }),
  ];
}

import L from 'leaflet';
import type { BasemapPack, Bounds } from './pack.js';
import type { BasemapStyle } from './palette.js';

const latLngBounds = ([west, south, east, north]: Bounds) => L.latLngBounds([south, west], [north, east]);

/** The painted relief: coarse tiles that lie under everything, so that nothing flashes white, and fine ones on top. */
export class ReliefLayer extends L.LayerGroup {
  constructor(private readonly packUrl: string, private readonly pack: BasemapPack, style: BasemapStyle) {
    super(sheetsOf(packUrl, pack, style));
  }

  /** Changes the look. The sheets are made anew: Leaflet's own change of address asks for tiles of a broken level between two whole ones. */
  setStyle(style: BasemapStyle): void {
    const old = this.getLayers();
    for (const sheet of sheetsOf(this.packUrl, this.pack, style)) this.addLayer(sheet);
    for (const sheet of old) this.removeLayer(sheet);
  }
}

function sheetsOf(packUrl: string, pack: BasemapPack, style: BasemapStyle): L.TileLayer[] {
  const common: L.TileLayerOptions = { tileSize: pack.tileSize, zoomOffset: pack.zoomOffset, minZoom: pack.minZoom, maxZoom: pack.maxZoom, keepBuffer: 4 };
  const url = `${packUrl}/relief/${style}/{z}/{x}/{y}.webp`;
  return [
    L.tileLayer(url, { ...common, bounds: latLngBounds(pack.bounds), maxNativeZoom: pack.farMaxNativeZoom, zIndex: 1, className: 'basemap-relief basemap-relief-far' }),
    L.tileLayer(url, { ...common, bounds: latLngBounds(pack.detailBounds), minZoom: pack.farMaxNativeZoom + 1, maxNativeZoom: pack.maxNativeZoom, zIndex: 2, className: 'basemap-relief basemap-relief-near' }),
  ];
}

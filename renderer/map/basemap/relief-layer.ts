import L from 'leaflet'
import type { BasemapPack, Bounds } from './pack'
import type { BasemapStyle } from './palette'

const latLngBounds = ([west, south, east, north]: Bounds) => L.latLngBounds([south, west], [north, east])

/** The painted relief: coarse tiles that lie under everything, so that nothing flashes white, and fine ones on top. */
export class ReliefLayer extends L.LayerGroup {
  private readonly sheets: L.TileLayer[]

  constructor(private readonly packUrl: string, pack: BasemapPack, style: BasemapStyle) {
    const common: L.TileLayerOptions = {
      tileSize: pack.tileSize, zoomOffset: pack.zoomOffset, minZoom: pack.minZoom, maxZoom: pack.maxZoom, keepBuffer: 4,
    }
    const url = ReliefLayer.template(packUrl, style)
    const far = L.tileLayer(url, { ...common, bounds: latLngBounds(pack.bounds), maxNativeZoom: pack.farMaxNativeZoom, zIndex: 1, className: 'basemap-relief basemap-relief-far' })
    const near = L.tileLayer(url, {
      ...common, bounds: latLngBounds(pack.detailBounds), minZoom: pack.farMaxNativeZoom + 1, maxNativeZoom: pack.maxNativeZoom, zIndex: 2, className: 'basemap-relief basemap-relief-near',
    })
    super([far, near])
    this.sheets = [far, near]
  }

  /** Changes the look. */
  setStyle(style: BasemapStyle): void {
    for (const sheet of this.sheets) sheet.setUrl(ReliefLayer.template(this.packUrl, style))
  }

  private static template(packUrl: string, style: BasemapStyle): string {
    return `${packUrl}/relief/${style}/{z}/{x}/{y}.webp`
  }
}

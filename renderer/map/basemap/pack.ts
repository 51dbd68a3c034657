/** Text in both languages of the program. */
export interface Bilingual {
  zh: string;
  en: string;
}

/** West, south, east, north in degrees. */
export type Bounds = [number, number, number, number];

/** What `pack.json` of the shipped map pack says. Zooms are Leaflet's map zooms. */
export interface BasemapPack {
  id: string;
  name: Bilingual;
  /** All that any tile covers; finer tiles cover `farBounds`, the finest `detailBounds`. */
  bounds: Bounds;
  farBounds: Bounds;
  detailBounds: Bounds;
  townshipBounds: Bounds;
  minZoom: number;
  maxZoom: number;
  /** Deepest zoom with tiles over `bounds`, over `farBounds`, and over `detailBounds`. */
  wideMaxNativeZoom: number;
  farMaxNativeZoom: number;
  maxNativeZoom: number;
  /** Tile side in CSS pixels; the tile level is the map zoom plus `zoomOffset`. */
  tileSize: number;
  zoomOffset: number;
  datum: 'WGS-84';
  scheme: 'xyz';
  attribution: Bilingual;
  approvalNumber: string | null;
  licence: Bilingual;
  schematic: boolean;
  styles: string[];
  /** The township's outline as a closed ring of [lng, lat]. */
  outline: [number, number][];
}

import L from 'leaflet';
import 'leaflet/dist/leaflet.css';
import '../map.css';
import type { BasemapStyle, Language, Obstacle } from '../basemap/basemap.js';
import type { MapPoint } from '../clusters.js';
import { createGround, type Ground, type Sheet } from '../ground/ground.js';
import { HeatLayer, type HeatMode, type HeatScale } from '../heat-layer.js';
import { readLook } from '../look.js';
import type { PrintView } from './print-view.js';

/** The ground of a printed map, laid once: it neither moves nor zooms. */
export interface LaidGround {
  readonly ground: Ground;
  setObstacles(obstacles: readonly Obstacle[]): void;
  /** Settles when all of it is drawn. */
  settled(): Promise<void>;
  remove(): void;
}

export interface GroundWishes {
  readonly sheets: readonly Sheet[];
  readonly style: BasemapStyle;
  readonly language: Language;
  readonly view: PrintView;
  readonly labelScale: number;
  /** For a small map: what is drawn from features is drawn for its view alone. A sheet of paper is drawn tile by tile. */
  readonly still?: boolean;
  readonly heat: { readonly mode: HeatMode; readonly points: readonly MapPoint[]; readonly onScale: (scale: HeatScale | null) => void } | null;
}

/** A map that neither moves nor zooms. */
export const stillMapOptions: L.MapOptions = {
  // Limits of its own: without them Leaflet keeps to those of whatever layer comes first.
  minZoom: 0, maxZoom: 24,
  zoomSnap: 0, zoomControl: false, attributionControl: false, zoomAnimation: false, fadeAnimation: false, markerZoomAnimation: false, inertia: false,
  dragging: false, keyboard: false, scrollWheelZoom: false, doubleClickZoom: false, boxZoom: false, touchZoom: false, trackResize: false,
};
/** A pack on a slow stick may take this long for a view. */
export const longestMs = 40_000;
const nextFrame = () => new Promise<void>((resolve) => { requestAnimationFrame(() => resolve()); });

/** Lays the sheets of the map into a box of the view's size; nothing when that was given up meanwhile. */
export async function layGround(box: HTMLElement, { sheets, style, language, view, labelScale, still = false, heat }: GroundWishes, signal: AbortSignal): Promise<LaidGround | null> {
  const ground = await createGround({ sheets, style, language, labelScale, graticule: false, still });
  if (signal.aborted) { ground.remove(); return null; }
  const map = L.map(box, { ...stillMapOptions, center: [view.lat, view.lng], zoom: view.zoom });
  for (const layer of ground.layers) layer.addTo(map);
  const tint = heat && new HeatLayer(readLook(box), heat.onScale);
  tint?.setPoints(heat!.points);
  tint?.setMode(heat!.mode);
  tint?.addTo(map);
  return {
    ground,
    setObstacles: (obstacles) => ground.setObstacles(obstacles),
    async settled() {
      await Promise.all([ground.settled(longestMs), tint?.settled()]);
      await nextFrame();
      await nextFrame();
    },
    remove: () => { ground.remove(); map.remove(); },
  };
}

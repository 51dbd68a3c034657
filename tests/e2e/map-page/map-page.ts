import L from 'leaflet';
import ledger from '../../../data/sample/ledger-data.json';
import { AssetLayer } from '../../../renderer/map/asset-layer.js';
import { createBasemap, groundColour, type BasemapStyle, type Language } from '../../../renderer/map/basemap/basemap.js';
import { LabelLayer } from '../../../renderer/map/basemap/label-layer.js';
import type { MapPoint } from '../../../renderer/map/clusters.js';
import { readLook } from '../../../renderer/map/look.js';
import { handleOf } from '../../../renderer/map/map-handle.js';
import { watchFrames, type Watched } from './watch-frames.js';

/** What the page offers to the test that drives it. */
declare global {
  interface Window {
    map: L.Map;
    points: readonly MapPoint[];
    /** Resolves when the map and its assets are shown. */
    ready: Promise<void>;
    settled: () => Promise<void>;
    /** Flies from asset to asset as a tour does, looking at every frame. */
    tour: (codes: readonly string[]) => Promise<Watched>;
    /** Zooms in and out by the wheel's own steps, looking at every frame. */
    zoomAbout: (code: string, steps: readonly number[]) => Promise<Watched>;
  }
}

// The map as the showcase makes it, with the sample's assets; `style`, `language`, `assets`, `scale` come from the address.
const asked = new URLSearchParams(location.search);
const style = (asked.get('style') ?? 'paper') as BasemapStyle;
const language = (asked.get('language') ?? 'zh') as Language;
document.documentElement.dataset['theme'] = style === 'night' ? 'dark' : 'light';
document.body.style.background = groundColour(style);

type SampleAsset = { readonly id: string; readonly code: string; readonly name: string; readonly nameEn?: string; readonly category: MapPoint['category']; readonly location?: { readonly lng: number; readonly lat: number } };
const assets = ledger.assets as readonly SampleAsset[];
window.points = assets.flatMap(({ id, name, nameEn, category, location: place }) => (place ? [{ id, name: language === 'en' ? nameEn ?? name : name, category, ...place }] : []));

const map = L.map('map', { center: [29.83, 119.93], zoom: 12, zoomSnap: 0.25, zoomControl: false, attributionControl: false, fadeAnimation: true });
window.map = map;

const pause = (ms: number) => new Promise((done) => { setTimeout(done, ms); });
const moveEnded = () => new Promise<void>((done) => { map.once('moveend', () => done()); });

window.ready = createBasemap({ packUrl: '/basemap', style, language, labelScale: Number(asked.get('scale') ?? 1) }).then((basemap) => {
  map.setMinZoom(basemap.pack.minZoom).setMaxZoom(basemap.pack.maxZoom);
  window.settled = () => basemap.settled();
  const layer = new AssetLayer({ onSelect: () => undefined, onCluster: () => undefined, onHover: () => undefined, onRest: (obstacles) => basemap.setObstacles(obstacles) }, readLook(), language === 'zh', false);
  if (asked.get('assets') !== 'none') {
    layer.setPoints(window.points);
    layer.addTo(map);
  }
  basemap.layers.forEach((part) => part.addTo(map));
  const handle = handleOf(map, () => ({ left: 0, top: 0, right: 0, bottom: 0 }), () => false, (point, from) => layer.zoomApart(point, from));
  const names = basemap.layers.find((part) => part instanceof LabelLayer)!;
  const pointOf = (code: string) => window.points.find(({ id }) => id === assets.find((asset) => asset.code === code)?.id)!;
  const watch = () => watchFrames({ names: () => names.drawnBoxes(), assets: () => layer.drawnBoxes() });

  window.tour = async (codes) => {
    const watcher = watch();
    for (const code of codes) {
      const ended = moveEnded();
      layer.setSelected(pointOf(code));
      handle.flyToAsset(pointOf(code));
      await ended;
      await pause(450);
    }
    return watcher.end();
  };
  window.zoomAbout = async (code, steps) => {
    const { lat, lng } = pointOf(code);
    map.setView([lat, lng], 14, { animate: false });
    await basemap.settled();
    const watcher = watch();
    for (const step of steps) {
      const ended = moveEnded();
      map.setZoom(map.getZoom() + step);
      await ended;
      await pause(250);
    }
    return watcher.end();
  };
});

import L from 'leaflet';
import { createGround, type Ground, type Sheet } from '../../../renderer/map/ground/ground.js';

declare global {
  interface Window {
    map: L.Map;
    ground: Ground;
    /** Lays the sheets and looks at a place; resolves when all is drawn. */
    lay: (sheets: readonly Sheet[], centre: readonly [number, number], zoom: number) => Promise<void>;
    /** Flies and counts, frame by frame, how many of nine places in view no tile lies over. */
    flyAbout: (to: readonly (readonly [number, number, number])[]) => Promise<{ readonly frames: number; readonly bare: number }>;
  }
}

const map = L.map('map', { center: [29.83, 119.93], zoom: 12, minZoom: 3, maxZoom: 20, zoomSnap: 0.25, zoomControl: false, attributionControl: false });
window.map = map;

window.lay = async (sheets, [lng, lat], zoom) => {
  map.setView([lat, lng], zoom, { animate: false });
  window.ground = await createGround({ sheets, style: 'paper', language: 'zh', graticule: false });
  window.ground.layers.forEach((layer) => layer.addTo(map));
  await window.ground.settled();
};

/** Whether a painted tile lies over a place of the window. */
function isCovered(x: number, y: number): boolean {
  return [...document.querySelectorAll<HTMLCanvasElement>('canvas.ground-tile')].some((tile) => {
    if (tile.width === 0 || !tile.classList.contains('leaflet-tile-loaded')) return false;
    const { left, top, right, bottom } = tile.getBoundingClientRect();
    return x >= left && x < right && y >= top && y < bottom;
  });
}

window.flyAbout = async (to) => {
  let [frames, bare] = [0, 0];
  for (const [lng, lat, zoom] of to) {
    const ended = new Promise<void>((done) => { map.once('moveend', () => done()); });
    let flying = true;
    void ended.then(() => { flying = false; });
    map.flyTo([lat, lng], zoom, { duration: 1.2 });
    while (flying) {
      await new Promise((next) => { requestAnimationFrame(next); });
      const { x, y } = map.getSize();
      frames += 1;
      for (const across of [0.02, 0.5, 0.98]) for (const down of [0.02, 0.5, 0.98]) if (!isCovered(x * across, y * down)) bare += 1;
    }
  }
  return { frames, bare };
};

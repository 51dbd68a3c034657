import L from 'leaflet';
import 'leaflet/dist/leaflet.css';
import '../map.css';
import type { BasemapStyle, Language, Obstacle } from '../basemap/basemap.js';
import { createGround, groundColour, type Sheet } from '../ground/ground.js';
import { flatten } from '../print/flatten.js';
import { stillMapOptions } from '../print/lay-ground.js';
import { latitude, longitude, worldSize } from '../world.js';
import type { Area } from './still-levels.js';

/** The map of a film: still pictures of the same ground that the program shows. */
export interface FilmMap {
  /** A picture of a part of the unit square at a zoom of CSS pixels, `dots` pixels to each; with its names, which keep clear of the obstacles, or without. */
  still(area: Area, zoom: number, dots: number, names: { readonly obstacles: readonly Obstacle[] } | null): Promise<ImageBitmap>;
  close(): void;
}

/** A pack on a slow stick may take so long for a picture, in milliseconds. */
const longestMs = 40_000;
/** Names of villages begin at 15 pixels on a desk and must be 24 on a wall. */
const labelsMagnified = 1.72;
const nextFrame = () => new Promise<void>((resolve) => { requestAnimationFrame(() => resolve()); });

/** Opens the sheets of the map once for all stills of a film. */
export async function openFilmMap(sheets: readonly Sheet[], style: BasemapStyle, language: Language): Promise<FilmMap> {
  const box = document.createElement('div');
  Object.assign(box.style, { position: 'fixed', left: '0', top: '0', width: '64px', height: '64px', overflow: 'hidden', opacity: '0', zIndex: '-1', pointerEvents: 'none' });
  box.setAttribute('aria-hidden', 'true');
  box.inert = true;
  document.body.append(box);
  const inner = document.createElement('div');
  box.append(inner);
  const ground = await createGround({ sheets, style, language, labelScale: labelsMagnified, graticule: false });
  const map = L.map(inner, { ...stillMapOptions, center: [0, 0], zoom: 3 });
  for (const layer of ground.layers) layer.addTo(map);

  async function draw({ left, top, right, bottom }: Area, zoom: number, dots: number, names: { readonly obstacles: readonly Obstacle[] } | null): Promise<ImageBitmap> {
    const world = worldSize(zoom);
    const [width, height] = [Math.ceil((right - left) * world - 1e-3), Math.ceil((bottom - top) * world - 1e-3)];
    Object.assign(inner.style, { width: `${width}px`, height: `${height}px` });
    Object.assign(box.style, { width: `${width}px`, height: `${height}px` });
    map.invalidateSize({ animate: false, pan: false });
    ground.setObstacles(names?.obstacles ?? []);
    map.setView([latitude(top + height / 2 / world), longitude(left + width / 2 / world)], zoom, { animate: false });
    await ground.settled(longestMs);
    await nextFrame();
    const labels = map.getPane('basemap-labels');
    if (labels) labels.style.visibility = names ? '' : 'hidden';
    if (names) await nextFrame();
    return flatten(inner, dots, groundColour(style)).transferToImageBitmap();
  }
  /** One after another: they are taken of one map. */
  let queue: Promise<unknown> = Promise.resolve();
  return {
    still(area, zoom, dots, names) {
      const made = queue.then(() => draw(area, zoom, dots, names));
      queue = made.catch(() => undefined);
      return made;
    },
    close() {
      ground.remove();
      map.remove();
      box.remove();
    },
  };
}

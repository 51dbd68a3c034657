import L from 'leaflet';
import type { BasemapStyle, Language, Obstacle } from '../basemap/basemap.js';
import type { Context2d } from '../basemap/brush.js';
import { createGround, groundColour, type Ground, type Sheet } from '../ground/ground.js';
import { flatten, pictureAddress } from './flatten.js';
import { longestMs, stillMapOptions } from './lay-ground.js';
import type { PrintView } from './print-view.js';

export interface DrawerWishes {
  readonly sheets: readonly Sheet[];
  readonly style: BasemapStyle;
  readonly language: Language;
  readonly labelScale: number;
  /** Dots to each CSS pixel of the pictures. */
  readonly dots: number;
}
export interface DrawnWishes {
  readonly view: PrintView;
  readonly obstacles: readonly Obstacle[];
  /** Paints what lies under badges and names, in CSS pixels of the view. */
  readonly under: (context: Context2d, look: CSSStyleDeclaration) => void;
}

/**
 * Draws the ground of many views, one after another, on one map: a hundred maps at once would need the memory of a hundred. From a view to
 * the next of the same zoom the map is only moved, so that what both show is drawn once.
 */
export interface GroundDrawer {
  /** The address of a JPEG of the view. */
  draw(wishes: DrawnWishes): Promise<string>;
  close(): void;
}

interface Opened { readonly ground: Ground; readonly map: L.Map; readonly zoom: number }

export function createGroundDrawer({ sheets, style, language, labelScale, dots }: DrawerWishes): GroundDrawer {
  // It stands aside: in sight, every frame would be composed of what is only read.
  const box = document.createElement('div');
  Object.assign(box.style, { position: 'fixed', left: '0', top: '0', overflow: 'hidden', isolation: 'isolate' });
  box.setAttribute('aria-hidden', 'true');
  box.inert = true;
  document.body.append(box);
  let opened: Opened | null = null;
  let turn: Promise<unknown> = Promise.resolve();

  const leave = () => {
    opened?.ground.remove();
    opened?.map.remove();
    opened = null;
  };
  async function open({ lat, lng, zoom }: PrintView): Promise<Opened> {
    const ground = await createGround({ sheets, style, language, labelScale, graticule: false, still: true });
    const map = L.map(box, { ...stillMapOptions, center: [lat, lng], zoom });
    for (const layer of ground.layers) layer.addTo(map);
    return { ground, map, zoom };
  }
  /** Moves the map, without laying out anything anew, to whole pixels. */
  function move({ map }: Opened, { lat, lng, zoom }: PrintView): void {
    map.invalidateSize({ animate: false, pan: false });
    map.panBy(map.project([lat, lng], zoom).subtract(map.project(map.getCenter(), zoom)), { animate: false });
  }

  async function drawNow({ view, obstacles, under }: DrawnWishes): Promise<OffscreenCanvas> {
    box.style.width = `${view.width}px`;
    box.style.height = `${view.height}px`;
    // A layer that a zoom leaves behind may wait for its tiles for good, so that every zoom has a map of its own.
    if (opened && opened.zoom !== view.zoom) leave();
    if (opened) move(opened, view);
    else opened = await open(view);
    const { ground } = opened;
    ground.setObstacles(obstacles);
    await ground.settled(longestMs);
    const flat = flatten(box, dots, groundColour(style));
    const context = flat.getContext('2d');
    if (context) {
      context.setTransform(dots, 0, 0, dots, 0, 0);
      under(context, getComputedStyle(box));
    }
    return flat;
  }

  return {
    draw(wishes) {
      const made = turn.then(() => drawNow(wishes));
      turn = made.catch(() => undefined);
      // The next is drawn while this one is turned into a picture.
      return made.then((flat) => pictureAddress(flat));
    },
    close() {
      leave();
      box.remove();
    },
  };
}

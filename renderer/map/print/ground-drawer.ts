import L from 'leaflet';
import type { BasemapStyle, Language, Obstacle } from '../basemap/basemap.js';
import { createGround, groundColour, type Ground, type Sheet } from '../ground/ground.js';
import { flatten, pictureAddress } from './flatten.js';
import { longestMs, still } from './lay-ground.js';
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
  readonly under: (context: CanvasRenderingContext2D, look: CSSStyleDeclaration) => void;
}

/** Draws the ground of many views, one after another, on one hidden map: a hundred maps at once would need the memory of a hundred. */
export interface GroundDrawer {
  /** The address of a JPEG of the view. */
  draw(wishes: DrawnWishes): Promise<string>;
  close(): void;
}

const nextFrame = () => new Promise<void>((resolve) => { requestAnimationFrame(() => resolve()); });

export function createGroundDrawer({ sheets, style, language, labelScale, dots }: DrawerWishes): GroundDrawer {
  const box = document.createElement('div');
  Object.assign(box.style, { position: 'fixed', left: '-9000px', top: '0', overflow: 'hidden' });
  box.setAttribute('aria-hidden', 'true');
  box.inert = true;
  document.body.append(box);
  let opened: Promise<{ readonly ground: Ground; readonly map: L.Map }> | null = null;
  let turn: Promise<unknown> = Promise.resolve();

  async function open({ lat, lng, zoom }: PrintView) {
    const ground = await createGround({ sheets, style, language, labelScale, graticule: false });
    const map = L.map(box, { ...still, center: [lat, lng], zoom });
    for (const layer of ground.layers) layer.addTo(map);
    return { ground, map };
  }

  async function drawNow({ view, obstacles, under }: DrawnWishes): Promise<string> {
    box.style.width = `${view.width}px`;
    box.style.height = `${view.height}px`;
    const isFirst = opened === null;
    opened ??= open(view);
    const { ground, map } = await opened;
    if (!isFirst) {
      map.invalidateSize({ animate: false, pan: false });
      map.setView([view.lat, view.lng], view.zoom, { animate: false });
    }
    ground.setObstacles(obstacles);
    await ground.settled(longestMs);
    await nextFrame();
    const flat = flatten(box, dots, groundColour(style));
    const context = flat.getContext('2d');
    if (context) {
      context.setTransform(dots, 0, 0, dots, 0, 0);
      under(context, getComputedStyle(box));
    }
    return pictureAddress(flat);
  }

  return {
    draw(wishes) {
      const made = turn.then(() => drawNow(wishes));
      turn = made.catch(() => undefined);
      return made;
    },
    close() {
      void opened?.then(({ ground, map }) => { ground.remove(); map.remove(); });
      box.remove();
    },
  };
}

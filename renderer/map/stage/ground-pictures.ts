import L from 'leaflet';
import type { StageCamera } from '../../../data/schema/tour.js';
import { createGround, groundColour, type BasemapStyle, type Ground, type Sheet } from '../ground/ground.js';
import { flatten } from '../print/flatten.js';
import { stillMapOptions } from '../print/lay-ground.js';
import { worldSize, worldX, worldY } from '../world.js';
import { camerasAbove, type GroundPicture } from './fly-over-pictures.js';

/** Each picture reaches so far beyond the view, as a share of it, and fades out there, so that no edge can be seen in a flight. */
const beyond = 0.07;
/** A pack on a slow stick does not hold up the next picture for longer. */
const longestMs = 6_000;
/** Pictures beyond this are dropped, those that were needed longest ago first; in bytes. */
const mostBytes = 180_000_000;
/** Dots across a picture at most, where the screen has more of them than CSS pixels. */
const mostDots = 2_560;

/** What flights are drawn from: pictures of the ground without names, drawn one after another while the stage stands still. */
export interface GroundPictures {
  /** Draws what flights between these cameras and the one that shows all need; the first named first. What is drawn already stays. */
  prepare(cameras: readonly StageCamera[]): void;
  /** While something moves nothing is begun. */
  pause(paused: boolean): void;
  /** The pictures that are drawn, from the coarsest to the finest. */
  drawn(): readonly GroundPicture[];
  /** Resolves when all that was asked for is drawn. */
  ready(): Promise<void>;
  remove(): void;
}

export interface PictureWishes {
  readonly sheets: readonly Sheet[];
  readonly style: BasemapStyle;
  /** The stage's own, in CSS pixels. */
  readonly size: { readonly x: number; readonly y: number };
  /** The camera from which all is in sight. */
  readonly all: StageCamera;
}

const close = ({ image, half }: GroundPicture) => { image.close(); half.close(); };
const keyOf = ({ lng, lat, zoom }: StageCamera) => `${lng.toFixed(6)} ${lat.toFixed(6)} ${zoom.toFixed(3)}`;

/** Lays a map of its own beside the screen, where the pictures are drawn. */
export function createGroundPictures({ sheets, style, size, all }: PictureWishes): GroundPictures {
  const box = document.createElement('div');
  const [width, height] = [Math.round(size.x * (1 + 2 * beyond)), Math.round(size.y * (1 + 2 * beyond))];
  Object.assign(box.style, { position: 'fixed', left: `${-2 * width}px`, top: '0', width: `${width}px`, height: `${height}px`, overflow: 'hidden', visibility: 'visible' });
  box.setAttribute('aria-hidden', 'true');
  box.inert = true;
  const dots = Math.min(window.devicePixelRatio || 1, Math.max(1, mostDots / width));
  const kept = new Map<string, GroundPicture>();
  let wanted: readonly StageCamera[] = [];
  let [paused, busy, removed] = [false, false, false];
  let map: L.Map | null = null;
  let ground: Ground | null = null;
  let waiting: (() => void)[] = [];

  async function open(): Promise<L.Map | null> {
    const opened = await createGround({ sheets, style, language: 'zh', graticule: false, names: false });
    if (removed) { opened.remove(); return null; }
    ground = opened;
    document.body.append(box);
    const made = L.map(box, { ...stillMapOptions, center: [all.lat, all.lng], zoom: all.zoom });
    for (const layer of opened.layers) layer.addTo(made);
    return made;
  }

  async function draw(camera: StageCamera): Promise<GroundPicture | null> {
    map ??= await open();
    if (!map) return null;
    map.setView([camera.lat, camera.lng], camera.zoom, { animate: false });
    await ground!.settled(longestMs);
    if (removed) return null;
    const canvas = flatten(box, dots, groundColour(style));
    fadeEdges(canvas, Math.round(size.x * beyond * dots), Math.round(size.y * beyond * dots));
    const scale = worldSize(camera.zoom);
    const image = canvas.transferToImageBitmap();
    const half = await createImageBitmap(image, { resizeWidth: Math.ceil(image.width / 2), resizeHeight: Math.ceil(image.height / 2), resizeQuality: 'medium' });
    if (removed) { image.close(); half.close(); return null; }
    return { image, half, scale, x: worldX(camera.lng) - width / 2 / scale, y: worldY(camera.lat) - height / 2 / scale, width, height, faded: { x: size.x * beyond, y: size.y * beyond } };
  }

  function forget(): void {
    // Four bytes a dot, and a quarter as much again for the half.
    const bytes = (picture: GroundPicture) => picture.image.width * picture.image.height * 5;
    let sum = [...kept.values()].reduce((total, picture) => total + bytes(picture), 0);
    const needed = new Set(wanted.map(keyOf));
    for (const [key, picture] of kept) {
      if (sum <= mostBytes) return;
      if (needed.has(key)) continue;
      kept.delete(key);
      close(picture);
      sum -= bytes(picture);
    }
  }

  async function work(): Promise<void> {
    if (busy) return;
    busy = true;
    for (;;) {
      const next = wanted.find((camera) => !kept.has(keyOf(camera)));
      if (!next || paused || removed) break;
      const picture = await draw(next).catch((error: unknown) => { console.error('[stage] a picture of the ground', error); return null; });
      if (!picture) break;
      kept.set(keyOf(next), picture);
      // A flight draws from those that it was given.
      if (!paused) forget();
    }
    busy = false;
    if (removed || wanted.every((camera) => kept.has(keyOf(camera)))) { waiting.forEach((ready) => ready()); waiting = []; }
  }

  return {
    prepare(cameras) {
      wanted = [...new Map([all, ...cameras.flatMap((camera) => camerasAbove(camera, all))].map((camera) => [keyOf(camera), camera])).values()];
      // What is needed now is dropped last.
      for (const camera of wanted) { const picture = kept.get(keyOf(camera)); if (picture) { kept.delete(keyOf(camera)); kept.set(keyOf(camera), picture); } }
      if (!paused) forget();
      void work();
    },
    pause(next) {
      paused = next;
      if (!paused) void work();
    },
    drawn: () => [...kept.values()].sort((one, other) => one.scale - other.scale),
    ready: () => (wanted.every((camera) => kept.has(keyOf(camera))) ? Promise.resolve() : new Promise((ready) => { waiting.push(ready); })),
    remove() {
      if (removed) return;
      removed = true;
      ground?.remove();
      map?.remove();
      box.remove();
      for (const picture of kept.values()) close(picture);
      kept.clear();
      waiting.forEach((ready) => ready());
    },
  };
}

/** Lets a picture fade out over `x` and `y` dots at its sides. */
function fadeEdges(canvas: OffscreenCanvas, x: number, y: number): void {
  const context = canvas.getContext('2d')!;
  const { width, height } = canvas;
  context.globalCompositeOperation = 'destination-out';
  const fade = (x0: number, y0: number, x1: number, y1: number, [left, top, w, h]: readonly [number, number, number, number]) => {
    const clear = context.createLinearGradient(x0, y0, x1, y1);
    clear.addColorStop(0, '#000f');
    clear.addColorStop(1, '#0000');
    context.fillStyle = clear;
    context.fillRect(left, top, w, h);
  };
  fade(0, 0, x, 0, [0, 0, x, height]);
  fade(width, 0, width - x, 0, [width - x, 0, x, height]);
  fade(0, 0, 0, y, [0, 0, width, y]);
  fade(0, height, 0, height - y, [0, height - y, width, y]);
  context.globalCompositeOperation = 'source-over';
}

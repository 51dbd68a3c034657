import L from 'leaflet';
import { packedRings } from '../../../data/rules/map/boundary-rings.js';
import type { BoundaryTable } from '../../../renderer/map/boundary-set.js';
import type { MapPoint } from '../../../renderer/map/clusters.js';
import { chanceFrom, manyAssets } from '../../builders/many-assets.js';

/** What was seen of a movement: frames in a second, and the longest time between two, in ms. */
export interface Moved { readonly framesPerSecond: number; readonly longest: number }

/** What a page of this bench offers to the bench that drives it. */
declare global {
  interface Window {
    measure: () => Promise<number>;
    pan: () => Promise<Moved>;
    zoom: () => Promise<Moved>;
  }
}

const asked = new URLSearchParams(location.search);
const count = Number(asked.get('count') ?? 10_000);
const centre: [number, number] = [29.83, 119.935];
const firstZoom = 12.5;
export const points: readonly MapPoint[] = manyAssets(count).map(({ id, name, category, location }) => ({ id, name, category, lng: location!.lng, lat: location!.lat }));

/** A boundary of so many corners around each of the first assets, 30 to 200 m across. */
export function boundariesOf(assets: number, corners: number): BoundaryTable {
  const { next } = chanceFrom(11);
  return new Map(points.slice(0, assets).map(({ id, lng, lat }) => {
    const size = 0.00015 + next() * 0.0009;
    const ring = Array.from({ length: corners }, (_, corner) => {
      const turn = (corner / corners) * 2 * Math.PI;
      const reach = size * (0.75 + 0.25 * Math.sin(3 * turn + lng * 1e5) + 0.06 * next());
      return [lng + Math.cos(turn) * reach, lat + Math.sin(turn) * reach * 0.87];
    });
    return [id, packedRings({ type: 'Polygon', coordinates: [[...ring, ring[0]!]] })];
  }));
}
export const boundaryCount = Number(asked.get('boundaries') ?? 0);

/** The bare map that all pages of this bench begin with. */
export const openMap = () => L.map('map', { zoomControl: false, attributionControl: false, zoomSnap: 0.25, minZoom: 8, maxZoom: 18, inertia: false }).setView(centre, firstZoom);

/** Resolves when the frame after the next has been painted. */
const painted = () => new Promise<void>((resolve) => {
  requestAnimationFrame(() => { const channel = new MessageChannel(); channel.port1.onmessage = () => resolve(); channel.port2.postMessage(null); });
});

/** Milliseconds from the points in hand to the painted map. */
export async function timed(open: () => void): Promise<number> {
  const start = performance.now();
  open();
  await painted();
  return performance.now() - start;
}

/** Counts frames until the movement is over; `act` is called at each frame and answers whether to go on. */
async function watched(act: (now: number) => boolean): Promise<Moved> {
  const frames: number[] = [];
  await new Promise<void>((resolve) => {
    const step = (now: number) => {
      frames.push(now);
      if (act(now)) requestAnimationFrame(step);
      else resolve();
    };
    requestAnimationFrame(step);
  });
  const gaps = frames.slice(1).map((frame, at) => frame - frames[at]!);
  return { framesPerSecond: (1000 * gaps.length) / (frames.at(-1)! - frames[0]!), longest: Math.max(...gaps) };
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const dragMs = 600;
const drags = 4;
const pixelsPerMs = 0.9;

/** Drags the map with the mouse, as a hand does: four strokes to and fro, each let go at its end. */
export async function panned(map: L.Map): Promise<Moved> {
  await pause(600);
  const target = map.getPane('mapPane')!;
  const at = { x: 900, y: 500 };
  const send = (type: string, on: EventTarget) => on.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true, view: window, button: 0, buttons: 1, clientX: at.x, clientY: at.y }));
  let stroke = -1;
  let start = 0;
  let before = 0;
  return watched((now) => {
    if (start === 0) start = before = now;
    const turn = Math.floor((now - start) / dragMs);
    if (turn !== stroke) {
      if (stroke >= 0) send('mouseup', document);
      stroke = turn;
      if (turn >= drags) return false;
      send('mousedown', target);
    }
    const way = (now - before) * pixelsPerMs * (turn % 2 === 0 ? 1 : -1);
    before = now;
    at.x += way;
    at.y += way / 3;
    send('mousemove', document);
    return true;
  });
}

const steps = [1, 1, -1, -1, -1, 1];
const restMs = 300;

/** Zooms in and out by whole steps, each after the last has come to rest. */
export async function zoomed(map: L.Map): Promise<Moved> {
  await pause(600);
  let step = 0;
  let restedAt = 0;
  let moving = false;
  map.on('zoomend', () => { moving = false; restedAt = performance.now(); });
  return watched(() => {
    if (moving || performance.now() - restedAt < restMs) return true;
    if (step === steps.length) return false;
    moving = true;
    map.setZoom(map.getZoom() + steps[step]!, { animate: true });
    step += 1;
    return true;
  });
}

/** Offers a page's map to the bench. */
export function offer(open: (map: L.Map) => void): void {
  let map: L.Map;
  window.measure = () => timed(() => { map = openMap(); open(map); });
  window.pan = () => panned(map);
  window.zoom = () => zoomed(map);
}

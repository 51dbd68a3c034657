import type { Camera } from '../flight.js';
import { worldSize } from '../world.js';

/** A part of the unit square. */
export interface Area { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }
/** A still picture of the map that serves cameras from its own zoom down to the next level's. */
export interface StillLevel { readonly zoom: number; readonly area: Area }
/** What is drawn for a camera, the lower one first: the number of a level and its share. */
export type Mix = readonly { readonly level: number; readonly share: number }[];

/** From one level to the next, in zooms. */
const step = 1.2;
/** Above a level's zoom, the next finer one comes in over so much of a zoom, so that no change is seen. */
const blend = 0.4;
const close = 1e-6;

/** What a camera has in view, in a film of some size in CSS pixels. */
export function viewOf({ x, y, zoom }: Camera, width: number, height: number): Area {
  const [halfWide, halfHigh] = [width / 2 / worldSize(zoom), height / 2 / worldSize(zoom)];
  return { left: x - halfWide, top: y - halfHigh, right: x + halfWide, bottom: y + halfHigh };
}
const union = (one: Area | undefined, other: Area): Area => (one ? { left: Math.min(one.left, other.left), top: Math.min(one.top, other.top), right: Math.max(one.right, other.right), bottom: Math.max(one.bottom, other.bottom) } : other);

/**
 * The stills that a flight is drawn from: level after level, each covering all that any camera sees of it, so that no frame can meet bare
 * paper. The first is the finest.
 */
export function stillLevels(cameras: readonly Camera[], width: number, height: number): readonly StillLevel[] {
  const [nearest, farthest] = [Math.max(...cameras.map(({ zoom }) => zoom)), Math.min(...cameras.map(({ zoom }) => zoom))];
  const count = Math.max(1, Math.ceil((nearest - farthest) / step - close));
  const areas: (Area | undefined)[] = Array.from({ length: count });
  for (const camera of cameras) {
    const view = viewOf(camera, width, height);
    for (const { level } of mixFor(camera.zoom, nearest, count)) areas[level] = union(areas[level], view);
  }
  return areas.map((area, at) => ({ zoom: nearest - at * step, area: area ?? viewOf(cameras[0]!, width, height) }));
}

/** Which levels make the picture at a zoom. */
export function mixFor(zoom: number, nearest: number, count: number): Mix {
  const level = Math.min(count - 1, Math.max(0, Math.floor((nearest - zoom) / step + close)));
  const share = (zoom - (nearest - (level + 1) * step)) / blend;
  return share >= 1 || level + 1 >= count ? [{ level, share: 1 }] : [{ level: level + 1, share: 1 }, { level, share: Math.max(0, share) }];
}

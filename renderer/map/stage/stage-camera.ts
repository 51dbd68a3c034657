import type { StageCamera } from '../../../data/schema/tour.js';
import type { Extent } from '../extent.js';
import type { Insets } from '../map-handle.js';
import { latitude, longitude, worldSize, worldX, worldY } from '../world.js';

/** What the map comes to: a camera set by hand, or places that are to be in view, no closer than a zoom. Zooms are for a screen 1920 wide. */
export type StageLook =
  | { readonly kind: 'camera'; readonly camera: StageCamera }
  | { readonly kind: 'fit'; readonly extent: Extent; readonly closest: number };

/** A screen twice as wide shows the same ground one zoom closer. */
export const zoomFor = (zoomAt1920: number, width: number) => zoomAt1920 + Math.log2(Math.max(1, width) / 1920);
export const zoomAt1920 = (zoom: number, width: number) => zoom - Math.log2(Math.max(1, width) / 1920);

/** Room left around places that are fitted, in stage units. */
const edge = 70;

/**
 * Where a map of a size looks for a wish, in its own zoom. `insets` (CSS pixels) are covered by words: what is fitted keeps clear of them,
 * while a camera that was set by hand is taken as it was set.
 */
export function cameraOf(look: StageLook, size: { readonly x: number; readonly y: number }, unit: number, insets: Insets): StageCamera {
  if (look.kind === 'camera') return { ...look.camera, zoom: zoomFor(look.camera.zoom, size.x) };
  const { extent, closest } = look;
  const [x0, x1, y0, y1] = [worldX(extent.west), worldX(extent.east), worldY(extent.north), worldY(extent.south)];
  const room = (length: number, from: number, to: number) => Math.max(length * 0.2, length - from - to - 2 * edge * unit);
  const scale = Math.min(room(size.x, insets.left, insets.right) / Math.max(x1 - x0, 1e-9), room(size.y, insets.top, insets.bottom) / Math.max(y1 - y0, 1e-9));
  const zoom = Math.min(zoomFor(closest, size.x), Math.log2(scale / 256));
  const world = worldSize(zoom);
  return { lng: longitude((x0 + x1) / 2 + (insets.right - insets.left) / 2 / world), lat: latitude((y0 + y1) / 2 + (insets.bottom - insets.top) / 2 / world), zoom };
}

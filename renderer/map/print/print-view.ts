import { roundScaleAbove, scaleOf, zoomOfScale } from '../../../data/rules/map/paper-scale.js';
import type { Extent } from '../extent.js';
import { latitude, longitude, worldSize, worldX, worldY, type View } from '../world.js';

/** A map of fixed size on a sheet. Sizes in CSS pixels. */
export interface PrintView {
  readonly width: number;
  readonly height: number;
  readonly lng: number;
  readonly lat: number;
  readonly zoom: number;
  /** The denominator of its scale on paper. */
  readonly scale: number;
  readonly extent: Extent;
  readonly view: View;
}

/** Closer than this the finest map packs hold no more. */
const closestZoom = 19;
/** What is printed is at least this wide, in degrees: about 500 m. */
const leastDegrees = 0.005;

/**
 * The view that holds all of an extent in a frame, its middle in the middle. On paper (`round`) at the next scale that maps are printed at,
 * so that 1 : 25 000 on the sheet is 1 : 25 000 under a ruler.
 */
export function printView(given: Extent, { width, height }: { readonly width: number; readonly height: number }, round: boolean, margin = 0): PrintView {
  const widened = (low: number, high: number): readonly [number, number] => (high - low >= leastDegrees ? [low, high] : [(low + high - leastDegrees) / 2, (low + high + leastDegrees) / 2]);
  const [west, east] = widened(given.west, given.east);
  const [south, north] = widened(given.south, given.north);
  const [x0, x1, y0, y1] = [worldX(west), worldX(east), worldY(north), worldY(south)];
  const lat = latitude((y0 + y1) / 2);
  const fit = Math.min((width - 2 * margin) / (x1 - x0), (height - 2 * margin) / (y1 - y0));
  const exact = Math.min(closestZoom, Math.log2(fit / 256));
  const zoom = round ? zoomOfScale(lat, roundScaleAbove(scaleOf(lat, exact))) : exact;
  const scale = worldSize(zoom);
  const view: View = { scale, left: ((x0 + x1) / 2) * scale - width / 2, top: ((y0 + y1) / 2) * scale - height / 2 };
  return {
    width, height, lat, lng: longitude((x0 + x1) / 2), zoom, scale: scaleOf(lat, zoom), view,
    extent: { west: longitude(view.left / scale), east: longitude((view.left + width) / scale), north: latitude(view.top / scale), south: latitude((view.top + height) / scale) },
  };
}

/** Steps between the lines of a graticule in seconds of arc. */
const steps = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 18_000];
const wantedTicks = 6;

/** A place on a frame's side, in CSS pixels from its beginning, and what it stands for in degrees. */
export interface Tick { readonly at: number; readonly degrees: number }

/** Where meridians and parallels meet the frame; `step` in seconds of arc. */
export function graticule({ extent, view, width, height }: PrintView): { readonly step: number; readonly meridians: readonly Tick[]; readonly parallels: readonly Tick[] } {
  const span = Math.max(extent.east - extent.west, extent.north - extent.south) * 3_600;
  const step = steps.find((seconds) => span / seconds <= wantedTicks + 2) ?? steps.at(-1)!;
  const ticks = (from: number, to: number, place: (degrees: number) => number, length: number): Tick[] => {
    const found: Tick[] = [];
    for (let count = Math.ceil((from * 3_600) / step); count * step <= to * 3_600; count += 1) {
      const degrees = (count * step) / 3_600;
      const at = place(degrees);
      if (at > 0 && at < length) found.push({ at, degrees });
    }
    return found;
  };
  return {
    step,
    meridians: ticks(extent.west, extent.east, (degrees) => worldX(degrees) * view.scale - view.left, width),
    parallels: ticks(extent.south, extent.north, (degrees) => worldY(degrees) * view.scale - view.top, height),
  };
}

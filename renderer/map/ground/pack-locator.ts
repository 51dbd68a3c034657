import type { Bounds } from '../basemap/pack.js';
import { palettes, type BasemapStyle } from '../basemap/palette.js';
import type { Extent } from '../extent.js';
import { worldX, worldY } from '../world.js';
import { frameOfExtent, type Frame } from './frame.js';
import type { Laid } from './ground-layer.js';

/** Kept from the inset's edge, as a share of what is shown. */
const margin = 0.12;
/** A smaller ground than this, in degrees, would be shown larger than it helps. */
const smallest = 0.01;

interface Drawn { readonly key: string; readonly picture: OffscreenCanvas; whole: boolean }
const drawn = new WeakMap<HTMLCanvasElement, Drawn>();

const widened = ({ west, south, east, north }: Extent): Extent => {
  const [across, up] = [Math.max(smallest, east - west) * (0.5 + margin), Math.max(smallest, north - south) * (0.5 + margin)];
  const [lng, lat] = [(west + east) / 2, (south + north) / 2];
  return { west: lng - across, south: Math.max(-85, lat - up), east: lng + across, north: Math.min(85, lat + up) };
};

/**
 * Draws the inset from the packs' own tiles around an extent, with a frame for the view (west, south, east, north in degrees).
 * Nothing else is outlined. `onMore` is called when tiles have come that were not there yet.
 */
export function drawPackLocator(canvas: HTMLCanvasElement, sheets: readonly Laid[], extent: Extent, [west, south, east, north]: Bounds, style: BasemapStyle, onMore: () => void): void {
  const ratio = Math.min(3, window.devicePixelRatio || 1);
  const [width, height] = [canvas.clientWidth || canvas.width, canvas.clientHeight || canvas.height];
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  const context = canvas.getContext('2d');
  if (!context || canvas.width === 0) return;
  const palette = palettes[style];
  const frame = frameOfExtent(widened(extent), canvas.width, canvas.height, ratio);
  const key = JSON.stringify([frame, style, sheets.map(({ pane, opacity }) => [pane, opacity])]);
  let known = drawn.get(canvas);
  if (known?.key !== key) {
    known = { key, picture: new OffscreenCanvas(canvas.width, canvas.height), whole: false };
    drawn.set(canvas, known);
    paintStack(known.picture, sheets, frame, palette.ground);
    const holding = sheets.map(({ part }) => part.hold(frame));
    const picture = known;
    void Promise.all(holding.map(({ ready }) => ready)).then(() => {
      paintStack(picture.picture, sheets, frame, palette.ground);
      for (const hold of holding) hold.release();
      if (drawn.get(canvas) === picture) onMore();
    });
  }
  context.drawImage(known.picture, 0, 0);
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  const at = (lng: number, lat: number) => [((worldX(lng) - frame.x) * frame.scale) / ratio, ((worldY(lat) - frame.y) * frame.scale) / ratio] as const;
  const [[left, top], [right, bottom]] = [at(west, north), at(east, south)];
  // The frame of a wide view stays on the inset, and that of a close one stays large enough to be seen.
  const [x0, y0] = [Math.max(1.5, Math.min(left, (left + right) / 2 - 3)), Math.max(1.5, Math.min(top, (top + bottom) / 2 - 3))];
  const [x1, y1] = [Math.min(width - 1.5, Math.max(right, (left + right) / 2 + 3)), Math.min(height - 1.5, Math.max(bottom, (top + bottom) / 2 + 3))];
  for (const [colour, line] of [[palette.halo, 4], [palette.view, 2]] as const) {
    context.strokeStyle = colour;
    context.lineWidth = line;
    context.strokeRect(x0, y0, x1 - x0, y1 - y0);
  }
}

function paintStack(picture: OffscreenCanvas, sheets: readonly Laid[], frame: Frame, ground: string): void {
  const context = picture.getContext('2d');
  if (!context) return;
  context.globalAlpha = 1;
  context.fillStyle = ground;
  context.fillRect(0, 0, picture.width, picture.height);
  for (const { opacity, part } of sheets) {
    const sheet = new OffscreenCanvas(picture.width, picture.height);
    const on = sheet.getContext('2d');
    if (!on || !part.paint(on, frame)) continue;
    context.globalAlpha = opacity;
    context.drawImage(sheet, 0, 0);
  }
}

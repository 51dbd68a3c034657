import type { Context2d } from './brush.js';
import { inkOf } from './label-style.js';
import { wholeBox, type Setting } from './name-setting.js';
import type { BasemapStyle } from './palette.js';

/** A name drawn once, on a canvas of its own; `left` and `top` are from its place, in CSS pixels. */
export interface NamePicture {
  readonly canvas: HTMLCanvasElement;
  readonly left: number;
  readonly top: number;
}

/** Draws a name with its halo, `ratio` device pixels to one of CSS. */
export function pictureOf(setting: Setting, style: BasemapStyle, ratio: number): NamePicture {
  const [left, top, right, bottom] = wholeBox(setting);
  const room = Math.ceil(setting.lettering.halo / 2) + 2;
  const origin = { left: Math.floor(left) - room, top: Math.floor(top) - room };
  const [width, height] = [Math.ceil(right) + room - origin.left, Math.ceil(bottom) + room - origin.top];
  const canvas = document.createElement('canvas');
  canvas.className = 'basemap-name';
  canvas.width = Math.ceil(width * ratio);
  canvas.height = Math.ceil(height * ratio);
  canvas.style.width = `${canvas.width / ratio}px`;
  canvas.style.height = `${canvas.height / ratio}px`;
  const context = canvas.getContext('2d')!;
  context.setTransform(ratio, 0, 0, ratio, -origin.left * ratio, -origin.top * ratio);
  writeName(context, setting, style);
  return { canvas, ...origin };
}

/** Writes a name with its halo around the context's origin, which is its place; in CSS pixels. */
export function writeName(context: Context2d, { kind, lettering: { font, size, halo }, glyphs, summit, onWater }: Setting, style: BasemapStyle): void {
  const ink = inkOf(kind, style, onWater);
  context.font = font;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  context.lineWidth = halo;
  context.strokeStyle = ink.halo;
  context.fillStyle = ink.fill;
  const write = (draw: 'strokeText' | 'fillText') => {
    for (const { text, x, y, angle } of glyphs) {
      if (angle === 0) { context[draw](text, x, y); continue; }
      context.save();
      context.translate(x, y);
      context.rotate(angle);
      context[draw](text, 0, 0);
      context.restore();
    }
  };
  context.globalAlpha = ink.haloShare;
  write('strokeText');
  if (summit) traceSummit(context, size, 'stroke');
  context.globalAlpha = kind === 'height' ? 0.8 : 1;
  write('fillText');
  if (summit) traceSummit(context, size, 'fill');
  context.globalAlpha = 1;
}

/** The brush-tip triangle of a summit. */
function traceSummit(context: Context2d, size: number, draw: 'stroke' | 'fill'): void {
  const half = size * 0.36;
  context.beginPath();
  context.moveTo(0, -half * 1.2);
  context.quadraticCurveTo(half * 0.3, -half * 0.1, half, half * 0.75);
  context.quadraticCurveTo(0, half * 0.45, -half, half * 0.75);
  context.quadraticCurveTo(-half * 0.3, -half * 0.1, 0, -half * 1.2);
  context.closePath();
  context[draw]();
}

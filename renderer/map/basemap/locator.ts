import type { Features } from './features.js';
import type { BasemapPack, Bounds } from './pack.js';
import { palettes, type BasemapStyle } from './palette.js';
import { woodsWash } from './woods.js';
import { worldX, worldY } from './world.js';

/**
 * Draws the inset: the township's outline, its streams and villages, and a frame for the current view.
 * The canvas keeps its CSS size; `viewBounds` are degrees.
 */
export function drawLocator(canvas: HTMLCanvasElement, pack: BasemapPack, features: Features, viewBounds: Bounds, style: BasemapStyle): void {
  const ratio = Math.min(3, window.devicePixelRatio || 1);
  const width = canvas.clientWidth || canvas.width;
  const height = canvas.clientHeight || canvas.height;
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  const context = canvas.getContext('2d');
  if (!context) return;
  const palette = palettes[style];
  const outline = pack.outline.map(([lng, lat]) => [worldX(lng), worldY(lat)] as const);
  const [west, east] = [Math.min(...outline.map(([x]) => x)), Math.max(...outline.map(([x]) => x))];
  const [north, south] = [Math.min(...outline.map(([, y]) => y)), Math.max(...outline.map(([, y]) => y))];
  const scale = 0.9 * Math.min(width / (east - west), height / (south - north));
  const place = (x: number, y: number) => [width / 2 + (x - (west + east) / 2) * scale, height / 2 + (y - (north + south) / 2) * scale] as const;
  const shape = new Path2D();
  for (const [x, y] of outline) shape.lineTo(...place(x, y));
  shape.closePath();

  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  context.lineJoin = context.lineCap = 'round';
  context.fillStyle = palette.outline;
  context.globalAlpha = 0.16;
  context.fill(shape);
  context.globalAlpha = 1;
  context.save();
  context.clip(shape);
  // The woods as a faint wash, so that valleys and ridges can be told apart.
  const { box: [left, top, right, bottom] } = features.woods;
  const [[x0, y0], [x1, y1]] = [place(left, top), place(right, bottom)];
  context.imageSmoothingQuality = 'high';
  context.globalAlpha = 0.75;
  context.drawImage(woodsWash(features.woods, style), x0, y0, x1 - x0, y1 - y0);
  context.globalAlpha = 1;
  context.strokeStyle = palette.stream;
  for (const { id, points } of features.courses) {
    context.lineWidth = id === 'bailu' ? 2.2 : 1;
    context.beginPath();
    for (let k = 0; k + 1 < points.length; k += 8) context.lineTo(...place(points[k] ?? 0, points[k + 1] ?? 0));
    context.lineTo(...place(points.at(-2) ?? 0, points.at(-1) ?? 0));
    context.stroke();
  }
  context.restore();
  context.strokeStyle = palette.outline;
  context.lineWidth = 1.5;
  context.stroke(shape);
  context.fillStyle = palette.label.village;
  for (const { kind, x, y } of features.labels) {
    if (kind !== 'village') continue;
    context.beginPath();
    context.arc(...place(x, y), 1.8, 0, 7);
    context.fill();
  }
  const [viewLeft, viewTop] = place(worldX(viewBounds[0]), worldY(viewBounds[3]));
  const [viewRight, viewBottom] = place(worldX(viewBounds[2]), worldY(viewBounds[1]));
  // The frame of a wide view stays on the inset, and that of a close one stays large enough to be seen.
  const [middleX, middleY] = [(viewLeft + viewRight) / 2, (viewTop + viewBottom) / 2];
  const [frameLeft, frameTop] = [Math.max(1.5, Math.min(viewLeft, middleX - 3)), Math.max(1.5, Math.min(viewTop, middleY - 3))];
  const [frameRight, frameBottom] = [Math.min(width - 1.5, Math.max(viewRight, middleX + 3)), Math.min(height - 1.5, Math.max(viewBottom, middleY + 3))];
  context.strokeStyle = palette.view;
  context.lineWidth = 2;
  context.strokeRect(frameLeft, frameTop, frameRight - frameLeft, frameBottom - frameTop);
}

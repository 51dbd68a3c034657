import type { Context2d } from '../basemap/brush.js';
import { badgeSizes, type PrintMarks } from './print-marks.js';

/**
 * Paints into the ground's picture what lies under the badges and names: the assets' areas, and the light edges of the names. An edge
 * drawn as text would stand in a document twice, and be found and copied twice. `colour` gives a token of the look.
 */
export function paintUnder(context: Context2d, marks: PrintMarks, unit: number, colour: (token: string) => string): void {
  context.lineJoin = 'round';
  for (const { id, category, path } of marks.areas) {
    const shape = new Path2D(path);
    context.fillStyle = colour(category);
    context.globalAlpha = id === marks.selected ? 0.32 : 0.17;
    context.fill(shape, 'evenodd');
    context.strokeStyle = colour('ground');
    context.globalAlpha = 0.7;
    context.lineWidth = unit * 0.75;
    context.setLineDash([]);
    context.stroke(shape);
    context.strokeStyle = colour(category);
    context.globalAlpha = 1;
    context.lineWidth = unit * 0.42;
    context.setLineDash([unit * 1.4, unit * 0.8]);
    context.stroke(shape);
  }
  context.setLineDash([]);
  context.font = `700 ${badgeSizes.name * unit}px "LXGW WenKai", "Noto Sans SC Variable", sans-serif`;
  context.textBaseline = 'middle';
  context.lineWidth = unit * 0.85;
  context.strokeStyle = colour('ground');
  context.globalAlpha = 0.92;
  for (const { text, x, y, anchor } of marks.names) {
    context.textAlign = anchor === 'middle' ? 'center' : anchor;
    context.strokeText(text, x, y);
  }
  context.globalAlpha = 1;
}

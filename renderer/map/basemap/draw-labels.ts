import type { MapLabel } from './features.js';
import { glyphsAlong, Occupied, type Glyph, type Rectangle } from './label-placement.js';
import { labelFont, type Language } from './label-style.js';
import { palettes, type BasemapStyle } from './palette.js';
import { streamPixels } from './draw-water.js';
import { worldMetres } from './world.js';

export interface LabelView {
  zoom: number;
  language: Language;
  style: BasemapStyle;
  /** Enlarges all names; 1 for a desk. */
  scale: number;
  /** Canvas size in CSS pixels, and the part of it that is seen. */
  width: number;
  height: number;
  seen: Rectangle;
  /** Canvas pixels of a world place. */
  project: (x: number, y: number) => readonly [number, number];
  /** Rectangles on the canvas that names must not cover. */
  obstacles: readonly Rectangle[];
}

type Context = CanvasRenderingContext2D;

/** Draws names in order of priority, each only where it touches neither another name nor an obstacle. */
export function drawLabels(context: Context, labels: readonly MapLabel[], view: LabelView): void {
  const occupied = new Occupied();
  occupied.take(view.obstacles);
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  for (const label of labels) {
    if (view.zoom < label.minZoom - 0.01) continue;
    const { font, size } = labelFont(label.kind, view.zoom, view.language, view.scale);
    context.font = font;
    context.fillStyle = palettes[view.style].label[label.kind];
    context.strokeStyle = palettes[view.style].halo;
    context.lineWidth = Math.max(3, size * (label.kind === 'peak' ? 0.22 : 0.26));
    if (label.path) drawAlong(context, label, label.path, size, view, occupied);
    else drawBeside(context, label, size, view, occupied);
  }
}

function letter(context: Context, text: string, x: number, y: number): void {
  context.globalAlpha = 0.92;
  context.strokeText(text, x, y);
  context.globalAlpha = 1;
  context.fillText(text, x, y);
}

function drawBeside(context: Context, label: MapLabel, size: number, view: LabelView, occupied: Occupied): void {
  const [x, y] = view.project(label.x, label.y);
  if (x < -200 || y < -60 || x > view.width + 200 || y > view.height + 60) return;
  const height = label.height !== undefined && view.zoom >= 13 ? ` ${label.height}` : '';
  const text = label.text[view.language] + height;
  const half = context.measureText(text).width / 2 + 3;
  const tall = size * 0.62;
  const pointed = label.kind === 'peak' || label.kind === 'weir';
  // Houses stay clear of names, as far as that leaves the name near its village.
  const houses = label.kind === 'village' ? Math.min(44, Math.max(7, (95 * 256 * 2 ** view.zoom) / worldMetres)) : 0;
  const gap = label.kind === 'village' ? houses + 3 : pointed ? 9 : 0;
  const places: readonly (readonly [number, number])[] =
    label.kind === 'place'
      ? [[0, 0], [0, 22], [0, -22], [40, 0], [-40, 0]]
      : pointed
        ? [[half + gap, 0], [-half - gap, 0], [0, tall + gap], [0, -tall - gap]]
        : [[0, gap + tall * 0.6], [0, -gap - tall * 0.6], [half + gap, 0], [-half - gap, 0], [half * 0.8, gap + tall], [-half * 0.8, gap + tall]];
  for (const [dx, dy] of places) {
    const box: Rectangle = [x + dx - half, y + dy - tall, x + dx + half, y + dy + tall];
    const core = pointed ? 7 : houses * 0.8;
    const mark: Rectangle[] = core > 0 ? [[x - core, y - core, x + core, y + core]] : [];
    if (!occupied.isFree(label.kind === 'village' ? [box] : [box, ...mark])) continue;
    occupied.take([box, ...mark]);
    if (label.kind === 'peak') drawSummit(context, x, y, size);
    letter(context, text, x + dx, y + dy);
    return;
  }
}

/** The brush-tip triangle of a summit. */
function drawSummit(context: Context, x: number, y: number, size: number): void {
  const half = size * 0.34;
  context.beginPath();
  context.moveTo(x, y - half * 1.15);
  context.lineTo(x + half, y + half * 0.7);
  context.lineTo(x - half, y + half * 0.7);
  context.closePath();
  context.stroke();
  context.fill();
}

function drawAlong(context: Context, label: MapLabel, path: Float64Array, size: number, view: LabelView, occupied: Occupied): void {
  const points = Array.from({ length: path.length / 2 }, (_, k) => view.project(path[k * 2] ?? 0, path[k * 2 + 1] ?? 0));
  const chinese = view.language === 'zh';
  const characters = [...label.text[view.language]].map((text) => ({ text, advance: chinese ? size * 1.75 : context.measureText(text).width * 1.1 + 1.6 }));
  const metre = (256 * 2 ** view.zoom) / worldMetres;
  const offset = size * 0.68 + 3 + streamPixels(label.width ?? 0, view.zoom, metre) / 2;
  const boxes = (glyphs: Glyph[]): Rectangle[] => glyphs.map(({ x, y }) => [x - size * 0.55, y - size * 0.55, x + size * 0.55, y + size * 0.55]);
  // On a long screen a long stream is named more than once, far apart.
  const named: Glyph[] = [];
  for (const glyphs of glyphsAlong(points, characters, offset, chinese, view.seen)) {
    const [first] = glyphs;
    if (!first || !occupied.isFree(boxes(glyphs))) continue;
    if (named.some((other) => Math.hypot(other.x - first.x, other.y - first.y) < 900)) continue;
    occupied.take(boxes(glyphs));
    named.push(first);
    for (const draw of ['strokeText', 'fillText'] as const)
      for (const { text, x, y, angle } of glyphs) {
        context.save();
        context.translate(x, y);
        context.rotate(angle);
        context.globalAlpha = draw === 'strokeText' ? 0.8 : 1;
        context[draw](text, 0, 0);
        context.restore();
      }
    if (named.length > 1) return;
  }
}

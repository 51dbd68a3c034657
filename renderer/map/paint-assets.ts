import { discBox, wordSize, type Arrangement, type Label } from './arrange.js';
import type { BoundaryPaint } from './boundary-paint.js';
import type { BoundarySet } from './boundary-set.js';
import type { MapPoint, Mark } from './clusters.js';
import { lettersOf } from './look.js';
import { clusterRadius, markX, markY, photoRadius, pinDrop, pinRadius } from './mark-size.js';
import { meets, type Box } from './name-places.js';
import { isCluster, paintCluster, paintGroundRing, paintLabel, paintPin, paintSlip, paintSpotlight, type Brush } from './paint-scene.js';
import { photoRadiusOf } from './sprites.js';
import { screenX, screenY, worldX, worldY, type View } from './world.js';

/** The picture of the assets at one moment. */
export interface AssetPicture {
  readonly marks: readonly Mark[]; readonly scene: Arrangement;
  /** Marks that fade out and in; `fade` is how far, from 0 to 1. */
  readonly leaving: readonly Mark[]; readonly entering: ReadonlySet<string>; readonly fade: number;
  /** How far names have come back, and the light around the selected asset has come up. */
  readonly words: number; readonly light: number;
  readonly selected: MapPoint | null;
  /** The key of the mark or the asset that is pointed at, and the asset if it is one. */
  readonly hovered: string | null; readonly pointed: MapPoint | undefined;
  readonly boundaries: BoundarySet | null; readonly boundaryPaint: BoundaryPaint;
  /** All of the canvas, and the size of the part of it that is in sight, in pixels of the view. */
  readonly canvas: Box; readonly seen: { readonly x: number; readonly y: number };
  readonly widthOf: (name: string) => number;
}

/** What is not selected is this faint while something is. */
const steppedBack = 0.7;
/** The light goes out once the selected asset is so far out of sight, in pixels. */
const outOfSight = 160;

/** A label's box on the screen. */
export function boxOf(label: Label, view: View): Box {
  const [x, y] = [screenX(view, label.x) + label.dx, screenY(view, label.y) + label.dy];
  return [x - label.width / 2, y, x + label.width / 2, y + label.height];
}

/** Where an asset stands on the screen: as its mark does, or where its place is while it is part of a cluster. */
export function placeOf(marks: readonly Mark[], point: MapPoint, view: View): readonly [x: number, y: number] {
  const mark = marks.find((candidate) => candidate.key === point.id);
  return mark ? [markX(view, mark), markY(view, mark)] : [screenX(view, worldX(point.lng)), screenY(view, worldY(point.lat))];
}

export const selectedRadius = (point: MapPoint) => (point.cover ? photoRadiusOf('selected') : pinRadius.selected);

/** Paints all of it: the light, boundaries, pins, discs over pins, words, the selected one over all. Each number stays whole. */
export function paintAssets(brush: Brush, picture: AssetPicture): void {
  const { context, view, look } = brush;
  const { marks, scene, selected, hovered, pointed, fade, words } = picture;
  const at = selected ? placeOf(marks, selected, view) : null;
  const light = at ? picture.light * inSight(at, picture.seen) : 0;
  const back = 1 - (1 - steppedBack) * light;
  if (at && light > 0) paintSpotlight(context, at[0], at[1] - selectedRadius(selected!), picture.canvas, look, light);
  if (hovered !== selected?.id) paintBoundary(brush, picture, hovered, 'hovered');
  paintBoundary(brush, picture, selected?.id ?? null, 'selected');
  if (fade < 1) {
    context.globalAlpha = (1 - fade) * back;
    for (const mark of picture.leaving) paintMark(brush, scene, mark);
  }
  const alpha = (mark: Mark) => (fade < 1 && picture.entering.has(mark.key) ? fade * back : back);
  const clusters: Mark[] = [];
  for (const mark of marks) {
    if (mark.key === selected?.id || (mark.key === hovered && !isCluster(mark))) continue;
    if (isCluster(mark)) { clusters.push(mark); continue; }
    context.globalAlpha = alpha(mark);
    paintMark(brush, scene, mark);
  }
  context.globalAlpha = 1;
  // The pin that is pointed at stands before others, but hides no number.
  if (pointed) paintPin(brush, pointed, ...placeOf(marks, pointed, view), 'hovered', scene.photos.has(pointed.id));
  for (const mark of clusters) {
    context.globalAlpha = mark.key === hovered ? 1 : alpha(mark);
    paintMark(brush, scene, mark, mark.key === hovered);
  }
  context.globalAlpha = 1;
  paintWords(brush, picture, back);
  if (!selected || !at) return;
  paintGroundRing(context, selected, at[0], at[1], look);
  paintPin(brush, selected, at[0], at[1], 'selected', true);
  const name = scene.labels.find(({ kind, id }) => kind === 'selected-name' && id === selected.id);
  if (!name || words === 0) return;
  context.globalAlpha = words;
  paintLabel(context, name, view, look);
  context.globalAlpha = 1;
}

/** 1 while a place is in sight, down to 0 where it is well beyond the edge. */
function inSight([x, y]: readonly [number, number], seen: { readonly x: number; readonly y: number }): number {
  const away = Math.max(-x, x - seen.x, -y, y - seen.y - outOfSight / 2);
  return Math.min(1, Math.max(0, 1 - away / outOfSight));
}

function paintMark(brush: Brush, scene: Arrangement, mark: Mark, hovered = false): void {
  if (isCluster(mark)) paintCluster(brush, mark, scene.aside.get(mark.key), hovered);
  else paintPin(brush, mark.point, markX(brush.view, mark), markY(brush.view, mark), 'plain', scene.photos.has(mark.key));
}

function paintBoundary({ context, view }: Brush, { boundaries, boundaryPaint }: AssetPicture, id: string | null, state: 'hovered' | 'selected'): void {
  const item = id === null ? undefined : boundaries?.get(id);
  if (!item) return;
  const { shape } = item;
  const size = Math.max(shape.right - shape.left, shape.bottom - shape.top) * view.scale;
  boundaryPaint(context, item.category, shape.ringsAt(Math.log2(view.scale / 256)), view, size, state);
}

/** Names and areas; the one pointed at on a slip of its own, under which no other is written. */
function paintWords({ context, view, look }: Brush, { marks, scene, selected, pointed, words, widthOf }: AssetPicture, back: number): void {
  if (words === 0) return;
  const slip = pointed ? slipOf(pointed, marks, scene, view, widthOf(lettersOf(pointed.name)) + 18) : null;
  for (const label of scene.labels) {
    if (label.kind === 'selected-name') continue;
    if (slip && ((label.id === pointed!.id && label.kind === 'name') || meets(slip, boxOf(label, view)))) continue;
    context.globalAlpha = words * (label.id === selected?.id ? 1 : back);
    paintLabel(context, label, view, look);
  }
  context.globalAlpha = 1;
  if (slip) paintSlip(context, lettersOf(pointed!.name), (slip[0] + slip[2]) / 2, slip[1], slip[2] - slip[0], slip[3] - slip[1], look);
}

/** Where the name of the asset pointed at is shown: on the side where it hides no number. */
function slipOf(point: MapPoint, marks: readonly Mark[], scene: Arrangement, view: View, width: number): Box {
  const [x, y] = placeOf(marks, point, view);
  const radius = scene.photos.has(point.id) ? photoRadius + 3 : pinRadius.hovered;
  const height = wordSize.name + 12;
  const middle = y - radius * pinDrop - height / 2;
  const places = [[x - width / 2, y + 5], [x + radius + 6, middle], [x - radius - 6 - width, middle], [x - width / 2, y - radius * (pinDrop + 1) - height - 5]] as const;
  const discs = marks.filter(isCluster).map((mark) => {
    const aside = scene.aside.get(mark.key);
    return discBox(markX(view, mark) + (aside?.x ?? 0), markY(view, mark) + (aside?.y ?? 0), clusterRadius(mark.count));
  });
  const boxes = places.map(([left, top]): Box => [left, top, left + width, top + height]);
  return boxes.find((box) => !discs.some((disc) => meets(box, disc))) ?? boxes[0]!;
}

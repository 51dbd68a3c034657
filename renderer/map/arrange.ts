import { formatArea } from '../../data/rules/format.js';
import type { Obstacle } from './basemap/basemap.js';
import { groundArea, roomsWithin, type BoundarySet } from './boundary-set.js';
import type { ClusterMark, MapPoint, Mark } from './clusters.js';
import type { Target } from './hit-grid.js';
import { movedAside } from './keep-apart.js';
import { clusterRadius, markX, markY, photoRadius, pinDrop, pinRadius } from './mark-size.js';
import { lettersOf } from './look.js';
import { createRoom, meets, placeIn, type Box, type Room } from './name-places.js';
import { photoRadiusOf } from './sprites.js';
import { latitude, longitude, screenX, screenY, worldX, worldY, type View } from './world.js';

/** A word on the map, held to its place in the unit square: `dx`, `dy` in pixels from there to the middle of its top. */
export interface Label {
  readonly kind: 'name' | 'area' | 'selected-name';
  readonly id: string; readonly text: string; readonly point: MapPoint;
  readonly x: number; readonly y: number; readonly dx: number; readonly dy: number; readonly width: number; readonly height: number;
}

/** How large words are set, in CSS pixels; the selected asset's name is read from the far end of a room. */
export const wordSize = { name: 14, area: 13, 'selected-name': 34 } as const;
export const wordWeight = { name: 600, area: 500, 'selected-name': 700 } as const;
export const lineHeight = 1.16;

/** Everything that is settled when the map stands still. */
export interface Arrangement {
  readonly labels: readonly Label[];
  /** Assets shown with their cover photo. */
  readonly photos: ReadonlySet<string>;
  /** Clusters that give way to what is selected, in pixels. */
  readonly aside: ReadonlyMap<string, { readonly x: number; readonly y: number }>;
  readonly targets: readonly Target<Mark | MapPoint>[];
  readonly obstacles: readonly Obstacle[];
  readonly room: Room;
}
export const nothingArranged: Arrangement = { labels: [], photos: new Set(), aside: new Map(), targets: [], obstacles: [], room: createRoom() };

export interface ToArrange {
  readonly view: View; readonly zoom: number;
  /** The part of the screen that is drawn, in pixels of the view. */
  readonly seen: Box;
  readonly marks: readonly Mark[]; readonly selected: MapPoint | null; readonly boundaries: BoundarySet | null;
  readonly chinese: boolean;
  /** The selected asset's name is written elsewhere. */
  readonly quietName?: boolean;
  /** The zoom from which assets are named, where it is not the usual one. */
  readonly namedFrom?: number;
  readonly widthOf: (text: string, kind: Label['kind']) => number;
  /** Assets that were named before: they keep their names if they can. */
  readonly named: ReadonlySet<string>;
  /** What lies over the map, in pixels of the view: names stand clear of it, and what it hides has none. */
  readonly covered?: readonly Box[];
  /** Assets whose names are written by something else. */
  readonly namedElsewhere?: ReadonlySet<string>;
}

/** From this zoom on, markers show cover photos where there is room. */
export const photosFromZoom = 16;
const namedFromZoom = 13.5;
const namedAtMost = 260;
const areasAtMost = 120;
/** How many stretches across a boundary are tried for its area, widest first. */
const roomsTried = 6;
/** A finger's breadth: what may be pressed is at least 44 pixels wide. */
const fingerReach = 22;
const widestSelectedLine = 470;

/** A pin's box on the screen, for what must keep clear of it. */
export const pinBox = (x: number, y: number, radius: number): Box => [x - radius - 2, y - radius * (pinDrop + 1) - 2, x + radius + 2, y + 3];
export const discBox = (x: number, y: number, radius: number): Box => [x - radius, y - radius, x + radius, y + radius];

/** Sets the scene for a view at rest: first what is selected, then marks, photos, names, and areas where there is room left. */
export function arrange({ view, zoom, seen, marks, selected, boundaries, chinese, widthOf, named, quietName = false, namedFrom = namedFromZoom, covered = [], namedElsewhere }: ToArrange): Arrangement {
  const room = createRoom();
  const targets: Target<Mark | MapPoint>[] = [];
  const obstacles: Obstacle[] = [];
  const labels: Label[] = [];
  const obstacle = (x: number, y: number, box: Box) => {
    const [px, py] = [screenX(view, x), screenY(view, y)];
    obstacles.push({ lng: longitude(x), lat: latitude(y), left: box[0] - px, top: box[1] - py, right: box[2] - px, bottom: box[3] - py });
  };

  const discs = marks.filter((mark): mark is ClusterMark => mark.kind === 'cluster');
  let aside: Arrangement['aside'] = new Map();
  let selectedTarget: Target<Mark | MapPoint> | null = null;
  if (selected) {
    const mark = marks.find((candidate) => candidate.key === selected.id);
    const [x, y] = [mark?.x ?? worldX(selected.lng), mark?.y ?? worldY(selected.lat)];
    const [px, py] = mark ? [markX(view, mark), markY(view, mark)] : [screenX(view, x), screenY(view, y)];
    const radius = selected.cover ? photoRadiusOf('selected') : pinRadius.selected;
    const own = pinBox(px, py, radius + 3);
    const name = selectedName(selected, widthOf);
    // Wherever it hides fewest counts, and stands clear of what lies over the map; below is where people look first.
    const places: readonly (readonly [number, number])[] = [[px, py + 12], [px, own[1] - name.height - 4], [own[2] + 8 + name.width / 2, py - radius * pinDrop - name.height / 2], [own[0] - 8 - name.width / 2, py - radius * pinDrop - name.height / 2]];
    const boxOf = ([cx, top]: readonly [number, number]): Box => [cx - name.width / 2, top, cx + name.width / 2, top + name.height];
    const hidden = (place: readonly [number, number]) => {
      const box = boxOf(place);
      return discs.filter((disc) => reaches(box, markX(view, disc), markY(view, disc), clusterRadius(disc.count))).length + 10 * covered.filter((cover) => meets(cover, box)).length;
    };
    const best = places.reduce((least, place) => (hidden(place) < hidden(least) ? place : least));
    const box = boxOf(best);
    room.take(own, selected.id);
    obstacle(x, y, own);
    if (!quietName) {
      room.take(box);
      obstacle(x, y, box);
      labels.push({ kind: 'selected-name', id: selected.id, text: name.text, point: selected, x, y, dx: best[0] - screenX(view, x), dy: best[1] - screenY(view, y), width: name.width, height: name.height });
    }
    selectedTarget = { x: px, y: py - radius * pinDrop, radius: radius + 3, value: selected };
    aside = movedAside(discs.map((disc) => ({ key: disc.key, x: markX(view, disc), y: markY(view, disc), radius: clusterRadius(disc.count) })), quietName ? [own] : [own, box]);
  }

  const pins: { readonly mark: Mark & { kind: 'pin' }; readonly x: number; readonly y: number }[] = [];
  for (const mark of marks) {
    const [x, y] = [markX(view, mark), markY(view, mark)];
    if (mark.kind === 'pin') {
      if (mark.key === selected?.id) continue;
      pins.push({ mark, x, y });
      const box = pinBox(x, y, pinRadius.plain);
      room.take(box, mark.key);
      obstacle(mark.x, mark.y, box);
    } else {
      const moved = aside.get(mark.key);
      const radius = clusterRadius(mark.count);
      const [cx, cy] = [x + (moved?.x ?? 0), y + (moved?.y ?? 0)];
      targets.push({ x: cx, y: cy, radius: radius + 2, reach: Math.max(radius + 2, fingerReach), value: mark });
      const box = discBox(cx, cy, radius);
      room.take(box);
      obstacle(mark.x, mark.y, box);
    }
  }

  const photos = new Set<string>();
  if (zoom >= photosFromZoom) {
    for (const { mark, x, y } of pins) {
      if (!mark.point.cover) continue;
      const box = pinBox(x, y, photoRadius);
      if (!room.isFree(box, mark.key)) continue;
      room.take(box, mark.key);
      photos.add(mark.key);
      obstacle(mark.x, mark.y, box);
    }
  }
  // Discs lie over pins, so they come after them; the selected one lies over all.
  targets.unshift(...pins.map(({ mark, x, y }) => {
    const radius = photos.has(mark.key) ? photoRadius : pinRadius.plain;
    return { x, y: y - radius * pinDrop, radius: radius + 2, reach: Math.max(fingerReach, radius + 2), value: mark };
  }));
  if (selectedTarget) targets.push(selectedTarget);

  for (const box of covered) room.take(box);
  const isHidden = (x: number, y: number) => covered.some(([left, top, right, bottom]) => x > left && x < right && y > top && y < bottom);
  if (zoom >= namedFrom && pins.length <= namedAtMost) {
    const height = wordSize.name * lineHeight + 2;
    for (const { mark, x, y } of [...pins.filter(({ mark }) => named.has(mark.key)), ...pins.filter(({ mark }) => !named.has(mark.key))]) {
      const { point } = mark;
      if (namedElsewhere?.has(point.id) || isHidden(x, y - pinRadius.plain * pinDrop)) continue;
      const text = lettersOf(point.name);
      const width = widthOf(text, 'name') + 8;
      const radius = photos.has(point.id) ? photoRadius : pinRadius.plain;
      const side = radius + 6 + width / 2;
      const middle = y - radius * pinDrop - height / 2;
      const placed = placeIn(room, { value: point, width, height, places: [[x, y + 4], [x + side, middle], [x - side, middle]] });
      if (!placed) continue;
      labels.push({ kind: 'name', id: point.id, text, point, x: mark.x, y: mark.y, dx: placed.x - screenX(view, mark.x), dy: placed.y - screenY(view, mark.y), width, height });
      obstacle(mark.x, mark.y, placed.box);
    }
  }
  if (boundaries) placeAreas({ view, zoom, seen, boundaries, chinese, widthOf, room }, labels, obstacle);
  return { labels, photos, aside, targets, obstacles, room };
}

const reaches = (box: Box, x: number, y: number, radius: number) => Math.hypot(x - Math.min(box[2], Math.max(box[0], x)), y - Math.min(box[3], Math.max(box[1], y))) < radius;

/** The selected asset's name in one line, or in two that are about as long. */
function selectedName(point: MapPoint, widthOf: ToArrange['widthOf']): { readonly text: string; readonly width: number; readonly height: number } {
  const line = wordSize['selected-name'] * lineHeight;
  const name = lettersOf(point.name);
  const whole = widthOf(name, 'selected-name');
  if (whole <= widestSelectedLine) return { text: name, width: whole + 16, height: line + 6 };
  const middle = name.length / 2;
  const gaps = [...name.matchAll(/[\s·、，（(]/gu)].map(({ index }) => index).filter((index) => index > 1 && index < name.length - 2);
  const cut = gaps.length > 0 ? gaps.reduce((best, index) => (Math.abs(index - middle) < Math.abs(best - middle) ? index : best)) : Math.ceil(middle);
  const lines = [name.slice(0, cut).trim(), name.slice(cut).trim()];
  return { text: lines.join('\n'), width: Math.max(...lines.map((part) => widthOf(part, 'selected-name'))) + 16, height: 2 * line + 6 };
}

interface ForAreas extends Pick<ToArrange, 'view' | 'zoom' | 'seen' | 'chinese' | 'widthOf'> { readonly boundaries: BoundarySet; readonly room: Room }

/** Areas written into the boundaries that are large enough for them, largest first. */
function placeAreas({ view, zoom, seen, boundaries, chinese, widthOf, room }: ForAreas, labels: Label[], obstacle: (x: number, y: number, box: Box) => void): void {
  const { scale, left, top } = view;
  const height = wordSize.area * lineHeight + 2;
  let count = 0;
  for (const { id, point, shape } of boundaries.within((left + seen[0]) / scale, (top + seen[1]) / scale, (left + seen[2]) / scale, (top + seen[3]) / scale)) {
    if ((shape.right - shape.left) * scale < 64 || (shape.bottom - shape.top) * scale < 30) continue;
    if (count >= areasAtMost) return;
    const stated = point.siteArea;
    const { value, unit } = formatArea(stated ?? Math.round(groundArea(shape)), point.category, chinese ? 'zh' : 'en');
    const text = `${stated ? '' : chinese ? '约 ' : 'c. '}${value} ${unit}`;
    const width = widthOf(text, 'area') + 8;
    const places = roomsWithin(shape.ringsAt(zoom), shape.top, shape.bottom).slice(0, roomsTried).flatMap((one) => {
      const spare = one.width * scale - width - 8;
      // In the middle, or beside what usually stands there: the asset's own marker.
      const shifts = spare < 0 ? [] : spare < width ? [0] : [0, spare * 0.4, -spare * 0.4];
      return shifts.map((shift) => [screenX(view, one.x) + shift, screenY(view, one.y) - height / 2] as const);
    })
      .filter(([x, y]) => x > seen[0] && x < seen[2] && y > seen[1] && y < seen[3]);
    const placed = placeIn(room, { value: id, width, height, places });
    if (!placed) continue;
    count += 1;
    const [x, y] = [(placed.x + left) / scale, (placed.y + top) / scale];
    labels.push({ kind: 'area', id, text, point, x, y, dx: 0, dy: 0, width, height });
    obstacle(x, y, placed.box);
  }
}

import type { FeatureFile, LabelKind, RoadKind } from './feature-file.js';
import type { Bilingual } from './pack.js';
import { boxOf, SpatialIndex, type Box } from './spatial-index.js';
import { unpackLine, worldMetres, worldX, worldY } from './world.js';
import { openWoods, type Woods } from './woods.js';

/** A stretch of a line short enough to be skipped when it is out of sight. Points are world coordinates. */
export interface Stretch {
  points: Float64Array;
  box: Box;
  /** Whether the line begins or ends here; inner ends are drawn to the middle of the overlapping segment. */
  first: boolean;
  last: boolean;
  /** Length of the line before this stretch, in world units: dashes go on from there. */
  start: number;
  /** 1 in the township, 0 where mist has swallowed the land outside. */
  clear: number;
}
export type StreamStretch = Stretch & { width: number; brook: boolean; };
export type RoadStretch = Stretch & { kind: RoadKind; };
export type ContourStretch = Stretch & { height: number; };
/** A row on a worked slope; `tone` sets neighbouring terraces apart. */
export type RowStretch = Stretch & { kind: 'tea' | 'terrace'; tone: number; };

/** A closed ring. */
export interface Area<Kind> {
  points: Float64Array;
  box: Box;
  kind: Kind;
}

/** Something oblong that stands on the map: metres, and radians clockwise on the screen. */
export interface Oblong {
  x: number;
  y: number;
  width: number;
  depth: number;
  angle: number;
  kind: number;
  box: Box;
}

/** A name, with its place in world coordinates and, for water, the line it may run along. */
export interface MapLabel {
  text: Bilingual;
  kind: LabelKind;
  x: number;
  y: number;
  priority: number;
  minZoom: number;
  maxZoom?: number;
  height?: number;
  /** Metres of water that the name stands beside. */
  width?: number;
  path?: Float64Array;
}

/** The features of the map, decoded and indexed. */
export interface Features {
  streams: SpatialIndex<StreamStretch>;
  roads: SpatialIndex<RoadStretch>;
  contours: SpatialIndex<ContourStretch>;
  rows: SpatialIndex<RowStretch>;
  fields: SpatialIndex<Area<number>>;
  slopes: SpatialIndex<Area<'tea' | 'terrace'>>;
  buildings: SpatialIndex<Oblong>;
  bridges: SpatialIndex<Oblong>;
  weir: Oblong;
  woods: Woods;
  labels: MapLabel[];
  /** Whole lines of the named streams, for overviews. */
  courses: { id: string; points: Float64Array; }[];
}

/** How clearly a place is seen, by its distance from the township's middle. */
type Clearness = (x: number, y: number) => number;

function cut<Extra>(points: Float64Array, size: number, clearness: Clearness, extra: (share: number) => Extra): (Stretch & Extra)[] {
  const count = points.length / 2;
  const stretches: (Stretch & Extra)[] = [];
  let start = 0;
  for (let from = 0; from < count - 1; from += size) {
    const to = Math.min(count - 1, from + size + 1);
    const part = points.slice(from * 2, to * 2 + 2);
    stretches.push({ points: part, box: boxOf(part), first: from === 0, last: to === count - 1, start, clear: clearness(part[0] ?? 0, part[1] ?? 0), ...extra(from / count) });
    if (to === count - 1) break;
    for (let k = 0; k < size; k++) start += Math.hypot((part[k * 2 + 2] ?? 0) - (part[k * 2] ?? 0), (part[k * 2 + 3] ?? 0) - (part[k * 2 + 1] ?? 0));
  }
  return stretches;
}

function oblong([lng, lat, width, depth, degrees, kind = 0]: readonly number[]): Oblong {
  const x = worldX(lng ?? 0);
  const y = worldY(lat ?? 0);
  const reach = 1.2e-6;
  return { x, y, width: width ?? 0, depth: depth ?? 0, angle: (-(degrees ?? 0) * Math.PI) / 180, kind, box: [x - reach, y - reach, x + reach, y + reach] };
}

/** The names of a pack, with the courses of the streams that they run along. */
export const openLabels = ({ unit, labels, streams }: Pick<FeatureFile, 'unit' | 'labels'> & { readonly streams: readonly Pick<FeatureFile['streams'][number], 'id' | 'line'>[] }): MapLabel[] =>
  labels.map(({ lng, lat, stream, ...label }) => {
    const course = streams.find(({ id }) => id !== undefined && id === stream);
    return { ...label, x: worldX(lng), y: worldY(lat), ...(course && { path: unpackLine(course.line, unit) }) };
  });

/** An object whose parts are made when they are first asked for, and then kept. */
function madeLate<Parts extends object>(makers: { readonly [Name in keyof Parts]: () => Parts[Name] }): Parts {
  const made = {} as Parts;
  for (const name of Object.keys(makers) as (keyof Parts)[]) {
    Object.defineProperty(made, name, {
      enumerable: true, configurable: true,
      get() {
        const value = makers[name]();
        Object.defineProperty(made, name, { value, enumerable: true });
        return value;
      },
    });
  }
  return made;
}

/** Reads `features.json`. Each kind of feature is decoded and filed by place when it is first asked for: a view of the whole township needs no house and no tea row, and the map opens without any. */
export function openFeatures(file: FeatureFile): Features {
  const line = (packed: readonly number[]) => unpackLine(packed, file.unit);
  const [west, south, east, north] = file.woods.bounds;
  const [middleX, middleY] = [worldX((west + east) / 2), worldY((south + north) / 2)];
  const clearness: Clearness = (x, y) => {
    const away = Math.hypot(x - middleX, y - middleY) * worldMetres;
    return Math.max(0, Math.min(1, (13200 - away) / 4600));
  };
  const area = <Kind>(kind: Kind, packed: readonly number[]): Area<Kind> => {
    const points = line(packed);
    return { points, box: boxOf(points), kind };
  };
  return madeLate<Features>({
    streams: () => new SpatialIndex(file.streams.flatMap(({ id, widths: [source, mouth], line: packed }) =>
      cut(line(packed), 5, clearness, (share) => ({ width: source + (mouth - source) * Math.sqrt(share), brook: id === undefined })))),
    roads: () => new SpatialIndex(file.roads.flatMap(({ kind, line: packed }) => cut(line(packed), 12, clearness, () => ({ kind })))),
    contours: () => new SpatialIndex(file.contours.flatMap(({ height, line: packed }) => cut(unpackLine(packed, file.contourUnit), 60, clearness, () => ({ height })))),
    rows: () => new SpatialIndex(file.slopes.flatMap(({ kind, rows }) => rows.flatMap((row, tone) => cut(line(row), 60, clearness, () => ({ kind, tone: tone % 3 }))))),
    fields: () => new SpatialIndex(file.fields.map(([kind = 0, ...ring]) => area(kind, ring))),
    slopes: () => new SpatialIndex(file.slopes.map(({ kind, ring }) => area(kind, ring))),
    buildings: () => new SpatialIndex(file.buildings.map(oblong)),
    bridges: () => new SpatialIndex(file.bridges.map(oblong)),
    weir: () => oblong(file.weir),
    woods: () => openWoods(file.woods),
    labels: () => openLabels(file),
    courses: () => file.streams.flatMap(({ id, line: packed }) => (id ? [{ id, points: line(packed) }] : [])),
  });
}

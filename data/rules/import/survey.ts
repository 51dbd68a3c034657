import type { Text } from '../../schema/text.js';
import type { NamedDatum } from './datum.js';

/** A place in the file's own numbers: x (east or longitude), then y; what follows is dropped. */
export type Position = readonly number[];

/** What one record of a survey file draws, in the file's own numbers. */
export interface Shape {
  readonly points: readonly Position[];
  /** Each with its outer ring first; rings are closed. */
  readonly polygons: readonly (readonly (readonly Position[])[])[];
  /** How many lines it draws: those are no assets. */
  readonly lines: number;
  /** True when a ring came open and was closed. */
  readonly unclosed?: boolean;
  /** True when numbers were missing or not finite, so that a part is left out. */
  readonly broken?: boolean;
}
export const emptyShape: Shape = { points: [], polygons: [], lines: 0 };

/** What a file says of its datum, or what the program that wrote it gives away. */
export interface Reference {
  readonly datum: NamedDatum;
  readonly from: 'stated' | 'proposed';
  readonly reason: Text;
  /** What proj4 needs to turn plane metres into degrees; nothing where the file is in degrees or names no projection. */
  readonly projection?: string;
}

/** What makes a grid the table of a survey file: KML, shapefile, GeoJSON or a list of points. Its header stands in row 0. */
export interface Survey {
  /** `layer`: shapes stand beside the rows; `points`: the coordinates are cells of the rows. */
  readonly kind: 'layer' | 'points';
  readonly shapes: ReadonlyMap<number, Shape>;
  /** The folders that a record lies in, outermost first. */
  readonly folders: ReadonlyMap<number, readonly string[]>;
  readonly reference?: Reference;
  /** Titles and descriptions of the whole file. */
  readonly about: readonly string[];
  /** What was left unread, for the person. */
  readonly notices: readonly Text[];
}

/** Closes a ring. Nothing when fewer than three corners are left. */
export function closedRing(positions: readonly Position[]): { ring: readonly Position[]; wasOpen: boolean } | undefined {
  const [first, last] = [positions[0], positions.at(-1)];
  if (!first || !last) return undefined;
  const closed = first[0] === last[0] && first[1] === last[1];
  const ring = closed ? positions : [...positions, first];
  return ring.length >= 4 ? { ring, wasOpen: !closed } : undefined;
}

/** Collects the parts of one record's geometry. */
export interface ShapeBuilder {
  point(position: Position | undefined): void;
  line(): void;
  /** The outer ring first. */
  polygon(rings: readonly (readonly Position[])[]): void;
  broken(): void;
  /** Nothing when nothing was drawn. */
  shape(): Shape | undefined;
}

export function shapeBuilder(): ShapeBuilder {
  const points: Position[] = [];
  const polygons: (readonly (readonly Position[])[])[] = [];
  let lines = 0;
  let [unclosed, broken] = [false, false];
  return {
    point(position) {
      if (position) points.push(position);
      else broken = true;
    },
    line: () => { lines += 1; },
    polygon(rings) {
      const closed = rings.map(closedRing);
      if (!closed[0]) {
        broken = true;
        return;
      }
      if (closed.some((ring) => !ring)) broken = true;
      if (closed.some((ring) => ring?.wasOpen)) unclosed = true;
      polygons.push(closed.flatMap((ring) => (ring ? [ring.ring] : [])));
    },
    broken: () => { broken = true; },
    shape: () => (points.length + polygons.length + lines === 0 && !broken ? undefined : { points, polygons, lines, ...(unclosed ? { unclosed } : {}), ...(broken ? { broken } : {}) }),
  };
}

/** A position out of any list of numbers; nothing unless its first two are finite. */
export const positionOf = (numbers: readonly unknown[]): Position | undefined => {
  const [x, y] = numbers;
  return typeof x === 'number' && typeof y === 'number' && Number.isFinite(x) && Number.isFinite(y) ? [x, y] : undefined;
};

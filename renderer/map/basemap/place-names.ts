import { heightMarks, heightsFromZoom } from './contour-heights.js';
import type { Features, MapLabel } from './features.js';
import { isCut, moved, type Occupied, type Rectangle } from './label-placement.js';
import { heightSetting, reachOf, settingsOf, wholeBox, type Ruler, type Setting, type SettingView } from './name-setting.js';

/** A name that has its place. */
export interface PlacedName {
  /** What is named; a stream that is named twice has two of the same. */
  readonly name: string;
  readonly setting: Setting;
}
/** The land whose heights are written, and whose houses names keep clear of. */
export type NamedLand = Pick<Features, 'buildings' | 'contours'>;

export interface NameWishes<Kept extends PlacedName> {
  /** Those that matter most first. */
  readonly labels: readonly MapLabel[];
  readonly land: NamedLand | undefined;
  /** Its `seen` is where names are sought. */
  readonly view: SettingView;
  /** Names that reach outside of this are not set, in pixels of the view. */
  readonly wide: Rectangle;
  /** Whether a name may be cut by the edge of what is seen: a drag carries it over. */
  readonly mayBeCut: boolean;
  /** What is taken already; the names' own boxes are added. */
  readonly occupied: Occupied;
  readonly ruler: Ruler;
  /** Names that stay where they are, where there is still room for them. */
  readonly kept: readonly Kept[];
}

/** Pixels between two writings of one stream's name, and between two heights. */
const apart = { stream: 900, height: 300 } as const;
const mostCopies = 3;
const mostHeights = 14;

/** Chooses what is named in a view and where, so that no two names touch. Of `kept` those that still fit come back themselves. */
export function placeNames<Kept extends PlacedName>({ labels, land, view, wide, mayBeCut, occupied, ruler, kept }: NameWishes<Kept>): (Kept | PlacedName)[] {
  const placed: (Kept | PlacedName)[] = [];
  const { zoom, seen, labelScale } = view;
  const place = (name: string, settings: Iterable<Setting>, most: number, distance: number): void => {
    const set: { x: number; y: number }[] = [];
    const tryOne = (one: Kept | PlacedName) => {
      const { setting } = one;
      const [x, y] = [setting.x * view.scale - view.left, setting.y * view.scale - view.top];
      const whole = moved(wholeBox(setting), x, y);
      if (whole[2] < wide[0] || whole[0] > wide[2] || whole[3] < wide[1] || whole[1] > wide[3]) return;
      if (!mayBeCut && isCut([whole], seen)) return;
      if (!occupied.isFree(setting.boxes, x, y) || set.some((other) => Math.hypot(other.x - x, other.y - y) < distance)) return;
      occupied.take(setting.boxes, x, y);
      set.push({ x, y });
      placed.push(one);
    };
    for (const one of kept) if (set.length < most && one.name === name) tryOne(one);
    if (set.length >= most) return;
    for (const setting of settings) {
      tryOne({ name, setting });
      if (set.length >= most) return;
    }
  };
  for (const label of labels) {
    if (zoom < label.minZoom - 0.01 || zoom > (label.maxZoom ?? Infinity) + 0.01) continue;
    // Whatever way it was written, it would lie outside.
    const [x, y, reach] = [label.x * view.scale - view.left, label.y * view.scale - view.top, label.path ? Infinity : reachOf(label, view)];
    if (x + reach < wide[0] || x - reach > wide[2] || y + reach < wide[1] || y - reach > wide[3]) continue;
    place(label.text.zh + label.kind, settingsOf(label, view, ruler, land?.buildings), label.path ? mostCopies : 1, apart.stream * labelScale);
  }
  if (land && zoom >= heightsFromZoom - 0.01) {
    const [x, y] = [(value: number) => (value + view.left) / view.scale, (value: number) => (value + view.top) / view.scale];
    const marks = heightMarks(land.contours, [x(wide[0]), y(wide[1]), x(wide[2]), y(wide[3])]);
    place('height', (function* () { for (const mark of marks) yield heightSetting(mark.text, mark.x, mark.y, mark.angle, view, ruler); })(), mostHeights, apart.height);
  }
  return placed;
}

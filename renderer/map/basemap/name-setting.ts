import { streamPixels } from './draw-water.js';
import type { MapLabel, Oblong } from './features.js';
import { around, type Rectangle } from './label-placement.js';
import { letteringOf, type Language, type Lettering, type NameKind } from './label-style.js';
import { glyphsAlong, type Glyph } from './line-setting.js';
import type { SpatialIndex } from './spatial-index.js';
import { worldMetres } from './world.js';

/** A name as it is to be written: its letters and what they cover, in pixels from a place on the map. */
export interface Setting {
  /** World coordinates of the place that the name moves with. */
  readonly x: number;
  readonly y: number;
  readonly kind: NameKind;
  readonly lettering: Lettering;
  readonly glyphs: readonly Glyph[];
  readonly boxes: readonly Rectangle[];
  /** Whether a summit's triangle stands at the place. */
  readonly summit: boolean;
  readonly onWater: boolean;
}

/** The view that names are set for. World places become pixels of the view by `x * scale - left`. */
export interface SettingView {
  readonly zoom: number;
  readonly scale: number;
  readonly left: number;
  readonly top: number;
  readonly language: Language;
  /** Enlarges all names; 1 for a desk. */
  readonly labelScale: number;
  /** The part of the view that is seen. */
  readonly seen: Rectangle;
}

/** Width in pixels of a text in a font, remembered. */
export type Ruler = (text: string, font: string) => number;

/** A ruler that measures each text once; `forget` after fonts have come. */
export function createRuler(): { readonly width: Ruler; readonly forget: () => void } {
  const context = new OffscreenCanvas(1, 1).getContext('2d')!;
  const known = new Map<string, number>();
  return {
    forget: () => known.clear(),
    width(text, font) {
      const key = `${font} ${text}`;
      let width = known.get(key);
      if (width === undefined) {
        context.font = font;
        width = context.measureText(text).width;
        known.set(key, width);
      }
      return width;
    },
  };
}

/** A text set straight, its middle at dx, dy: one glyph where letters stand close, one for each where they are spaced out. */
function straight(text: string, { font, size, gap }: Lettering, ruler: Ruler, dx: number, dy: number): { glyphs: Glyph[]; box: Rectangle } {
  const characters = gap > 0 ? [...text] : [text];
  const widths = characters.map((character) => ruler(character, font));
  const width = widths.reduce((sum, one) => sum + one, 0) + gap * (characters.length - 1);
  let left = dx - width / 2;
  const glyphs = characters.map((character, k) => {
    const glyph = { text: character, x: left + widths[k]! / 2, y: dy, angle: 0 };
    left += widths[k]! + gap;
    return glyph;
  });
  return { glyphs, box: [dx - width / 2 - 3, dy - size * 0.62, dx + width / 2 + 3, dy + size * 0.62] };
}

const textOf = (label: MapLabel, { language, zoom }: SettingView) =>
  label.text[language] + (label.height !== undefined && zoom >= 13 ? ` ${label.height}` : '');

/** From here on a village is a place to walk through: its name may stand among the houses. */
const amongHouses = 15.5;

/** Farther than this from its place, in CSS pixels, no part of a name that is written beside it ever lies: more than any of the ways below needs. */
export function reachOf(label: MapLabel, view: SettingView): number {
  const { size, gap } = letteringOf(label.kind, view.zoom, view.language, view.labelScale);
  return 320 + 24 * (view.scale / worldMetres) + (textOf(label, view).length + 2) * (size + gap);
}

/** Ways to write a name beside its place, the best first. */
function* besides(label: MapLabel, view: SettingView, ruler: Ruler, houses: SpatialIndex<Oblong> | undefined): Generator<Setting> {
  const lettering = letteringOf(label.kind, view.zoom, view.language, view.labelScale);
  const text = textOf(label, view);
  const { size } = lettering;
  const tall = size * 0.62;
  const half = straight(text, lettering, ruler, 0, 0).box[2];
  const metre = view.scale / worldMetres;
  const make = (dx: number, dy: number, core: number): Setting => {
    const { glyphs, box } = straight(text, lettering, ruler, dx, dy);
    return {
      x: label.x, y: label.y, kind: label.kind, lettering, glyphs, onWater: false, summit: label.kind === 'peak',
      boxes: core > 0 ? [box, [-core, -core, core, core]] : [box],
    };
  };
  const ring = (gap: number): (readonly [number, number])[] => [
    [0, gap + tall], [0, -gap - tall], [half + gap, 0], [-half - gap, 0],
    [half * 0.7 + gap, gap + tall], [-half * 0.7 - gap, gap + tall], [half * 0.7 + gap, -gap - tall], [-half * 0.7 - gap, -gap - tall],
  ];
  if (label.kind === 'place') {
    for (const [dx, dy] of [[0, 0], [0, 22], [0, -22], [40, 0], [-40, 0], [0, 44], [0, -44]] as const) yield make(dx, dy, 0);
    return;
  }
  if (label.kind === 'township') {
    for (const [dx, dy] of [[0, -tall], [0, -tall * 3], [half, -tall * 2], [-half, -tall * 2], [0, 0]] as const) yield make(dx, dy, 0);
    return;
  }
  if (label.kind === 'peak' || label.kind === 'weir') {
    const gap = label.kind === 'weir' ? Math.max(9, 24 * metre) : size * 0.5;
    const core = label.kind === 'weir' ? Math.max(7, 20 * metre) : 7;
    for (const [dx, dy] of [[half + gap, 0], [-half - gap, 0], [0, tall + gap], [0, -tall - gap], ...ring(gap).slice(4)] as const) yield make(dx, dy, core);
    return;
  }
  if (view.zoom >= amongHouses && houses) {
    yield* amongTheHouses(label, view, make, half, tall, houses);
    return;
  }
  // Houses stay clear of names, as far as that leaves the name near its village.
  const core = view.zoom < 12.5 ? 4 : Math.min(40, Math.max(6, 90 * metre));
  for (const [dx, dy] of [...ring(core), ...ring(core + 16)]) yield make(dx, dy, 0);
}

/** Places in and around a village where a name hides the fewest roofs. */
function* amongTheHouses(label: MapLabel, view: SettingView, make: (dx: number, dy: number, core: number) => Setting, half: number, tall: number, houses: SpatialIndex<Oblong>): Generator<Setting> {
  const metre = view.scale / worldMetres;
  const wanted: { dx: number; dy: number; cost: number }[] = [];
  const reach = 260 / view.scale;
  const roofs = houses.within([label.x - (half + 200) / view.scale - reach, label.y - 340 / view.scale, label.x + (half + 200) / view.scale + reach, label.y + 340 / view.scale])
    .map(({ x, y, width, depth }) => ({ x: (x - label.x) * view.scale, y: (y - label.y) * view.scale, reach: (Math.max(width, depth) / 2 + 1.5) * metre }));
  for (const distance of [0, 45, 85, 125, 170, 220])
    for (let turn = 0; turn < (distance === 0 ? 1 : 12); turn += 1) {
      const [dx, dy] = [Math.cos((turn * Math.PI) / 6) * distance, Math.sin((turn * Math.PI) / 6) * distance];
      const hidden = roofs.filter((roof) => Math.abs(roof.x - dx) < half + roof.reach * 0.7 && Math.abs(roof.y - dy) < tall + roof.reach * 0.7).length;
      wanted.push({ dx, dy, cost: hidden * 34 + distance });
    }
  for (const { dx, dy } of wanted.sort((one, other) => one.cost - other.cost).slice(0, 24)) yield make(dx, dy, 0);
}

/** The parts of a line of world coordinates that pass through the view or near it, in pixels of the view. */
function partsInView(path: Float64Array, { scale, left, top, seen }: SettingView): (readonly [number, number])[][] {
  const beyond = 240;
  const parts: (readonly [number, number])[][] = [];
  let part: (readonly [number, number])[] = [];
  let before: readonly [number, number] | null = null;
  for (let k = 0; k + 1 < path.length; k += 2) {
    const point = [path[k]! * scale - left, path[k + 1]! * scale - top] as const;
    const near = point[0] > seen[0] - beyond && point[0] < seen[2] + beyond && point[1] > seen[1] - beyond && point[1] < seen[3] + beyond;
    if (near) {
      if (part.length === 0 && before) part.push(before);
      part.push(point);
    } else if (part.length > 0) {
      parts.push([...part, point]);
      part = [];
    }
    before = point;
  }
  if (part.length > 1) parts.push(part);
  return parts;
}

/** Ways to write a stream's name along its course: beside the water, and in it where it is wide enough. */
function* alongs(label: MapLabel, path: Float64Array, view: SettingView, ruler: Ruler): Generator<Setting> {
  const lettering = letteringOf(label.kind, view.zoom, view.language, view.labelScale);
  const { font, size, gap } = lettering;
  const water = streamPixels(label.width ?? 0, view.zoom, view.scale / worldMetres);
  const onWater = water > size * 1.45;
  const chinese = view.language === 'zh';
  const characters = [...label.text[view.language]].map((text) => ({ text, advance: ruler(text, font) + gap }));
  for (const part of partsInView(path, view)) {
    for (const glyphs of glyphsAlong(part, { characters, offset: onWater ? 0 : size * 0.68 + 3 + water / 2, upright: chinese, view: view.seen })) {
      const middle = glyphs[glyphs.length >> 1]!;
      const set = glyphs.map((glyph) => ({ ...glyph, x: glyph.x - middle.x, y: glyph.y - middle.y }));
      yield {
        x: (middle.x + view.left) / view.scale, y: (middle.y + view.top) / view.scale, kind: label.kind, lettering, glyphs: set, onWater, summit: false,
        boxes: set.map(({ x, y }) => [x - size * 0.56, y - size * 0.56, x + size * 0.56, y + size * 0.56]),
      };
    }
  }
}

/** All ways to write a name in a view, the best first. */
export function settingsOf(label: MapLabel, view: SettingView, ruler: Ruler, houses?: SpatialIndex<Oblong>): Generator<Setting> {
  return label.path ? alongs(label, label.path, view, ruler) : besides(label, view, ruler, houses);
}

/** A height written into its contour, its feet downhill or upright as it comes. */
export function heightSetting(text: string, x: number, y: number, angle: number, view: SettingView, ruler: Ruler): Setting {
  const lettering = letteringOf('height', view.zoom, view.language, view.labelScale);
  const half = ruler(text, lettering.font) / 2 + 2;
  const [across, down] = [Math.abs(Math.cos(angle)) * half + Math.abs(Math.sin(angle)) * lettering.size * 0.6, Math.abs(Math.sin(angle)) * half + Math.abs(Math.cos(angle)) * lettering.size * 0.6];
  return { x, y, kind: 'height', lettering, glyphs: [{ text, x: 0, y: 0, angle }], boxes: [[-across, -down, across, down]], summit: false, onWater: false };
}

export const wholeBox = (setting: Setting): Rectangle => around(setting.boxes);

import type L from 'leaflet';
import './ground.css';
import { text, type Text } from '../../../data/schema/text.js';
import type { Sheet } from '../../state/use-sheets.js';
import type { BasemapPack, BasemapStyle, Language, Obstacle } from '../basemap/basemap.js';
import type { Features, MapLabel } from '../basemap/features.js';
import { LabelLayer } from '../basemap/label-layer.js';
import { drawLocator } from '../basemap/locator.js';
import type { Bounds } from '../basemap/pack.js';
import { overlaps, unionOf, type Extent } from '../extent.js';
import type { Box } from '../name-places.js';
import { GroundLayer, type Laid } from './ground-layer.js';
import { drawPackLocator } from './pack-locator.js';
import { closestZoom, openPart, type SheetPart } from './sheet-part.js';

export type { Sheet } from '../../state/use-sheets.js';
export type { BasemapStyle, Language, Obstacle } from '../basemap/basemap.js';
export { groundColour } from '../basemap/basemap.js';

export interface GroundOptions {
  /** From the lowest up. */
  readonly sheets: readonly Sheet[];
  readonly style: BasemapStyle;
  readonly language: Language;
  /** Enlarges names for a large room; 1 if absent. */
  readonly labelScale?: number;
  /** Whether paper without a map shows lines of latitude and longitude; it does if absent. */
  readonly graticule?: boolean;
  /** Whether places are named; they are if absent. */
  readonly names?: boolean;
  /** Whether the map stands still and small maps are cut out of it: what is drawn from features is then drawn for each view alone. It does not if absent. */
  readonly still?: boolean;
}

/** All sheets of the map as one: what is to be added to a Leaflet map, and what the map has to know of it. */
export interface Ground {
  readonly layers: readonly L.Layer[];
  /** Zooms at which any sheet is seen. */
  readonly minZoom: number;
  readonly maxZoom: number;
  /** All that is drawn; null where no sheet is shown. */
  readonly extent: Extent | null;
  /** Where to look first: a schematic's township, else the bounds of the smallest pack. */
  readonly home: Extent | null;
  /** The schematic pack, only where it is shown. */
  readonly schematic: { readonly pack: BasemapPack; readonly features: Features } | null;
  /** What is wrong with packs that are to be shown, in sentences. */
  readonly faults: readonly Text[];
  /** Whether any sheet that is shown tells of a place. */
  covers(lng: number, lat: number): boolean;
  /** Whether any sheet that is shown has something to show in an inset. */
  hasLocator(around?: Extent | null): boolean;
  /** Draws the inset with a frame for the view; `around` are all assets. Draws again by itself when tiles come later. */
  drawLocator(canvas: HTMLCanvasElement, viewBounds: Bounds, around?: Extent | null): void;
  /** Other sheets, opacities or another order: what stays is not loaded again. Gives the same ground as a new value, for pages that compare. */
  setSheets(sheets: readonly Sheet[]): Promise<Ground>;
  setStyle(style: BasemapStyle): void;
  setLanguage(language: Language): void;
  setObstacles(obstacles: readonly Obstacle[]): void;
  /** What lies over the map, in CSS pixels of its container, asked for whenever names are placed: none stands half below it. */
  setCovers(covered: () => readonly Box[]): void;
  /** What the sheets name in the present view, those that matter most first: for whoever writes the names himself. */
  namesInSight(): readonly MapLabel[];
  /** When all tiles and names of the present view are drawn as well as they can be, or after `limit` milliseconds (10,000 if absent). */
  settled(limit?: number): Promise<void>;
  remove(): void;
}

interface Opened { readonly key: string; readonly part: SheetPart | null; readonly fault: Text | null }

/** Names beyond these find no place on any screen. */
const mostNames = 700;
/** Names follow tiles that have just come after so many milliseconds. */
const namesAfter = 80;
/** Between two looks whether all is drawn, in milliseconds. A map that stands still asks for all that it needs at once. */
const [turnMs, stillTurnMs] = [30, 5];
/** Where no sheet is shown, the map may be zoomed so far. */
const bareZooms = { min: 5, max: 18 };
/** Farther off than this a township is a dot. */
const farthest = 5;
let count = 0;

const keyOf = ({ id, kind, address, pack, fault }: Sheet) => JSON.stringify([id, kind, address, pack, fault]);
const nameOf = ({ id, pack }: Sheet) => pack?.name ?? id;
const holds = ({ west, south, east, north }: Extent, lng: number, lat: number) => lng >= west && lng <= east && lat >= south && lat <= north;

/** Opens the sheets that are shown and stacks them. Never rejects for a pack: one that cannot be read is told of in `faults`. */
export async function createGround({ sheets, style, language, labelScale = 1, graticule = true, names: named = true, still = false }: GroundOptions): Promise<Ground> {
  const own = ++count;
  const names = new LabelLayer([], style, language, labelScale);
  const layer = new GroundLayer(named ? names : null, graticule);
  let looks = { style, language };
  let opened: readonly Opened[] = [];
  let laid: readonly Laid[] = [];
  let turn = 0;
  let removed = false;
  let namesNow: readonly MapLabel[] = [];
  let landNow: Features | undefined;
  let namesTimer: ReturnType<typeof setTimeout> | undefined;
  const drawAgain = new WeakMap<HTMLCanvasElement, () => void>();

  const parts = () => laid.map(({ part }) => part);
  const schematicPart = () => parts().find(({ schematic }) => schematic !== null);
  const namesInSight = (): MapLabel[] => {
    const seen = new Set<string>();
    const all: MapLabel[] = [];
    // A place that two sheets name is named once, by the upper one.
    for (const { part } of laid.toReversed())
      for (const label of part.names()) {
        const key = `${label.text.zh}${Math.round(label.x * 2e4)},${Math.round(label.y * 2e4)}`;
        if (seen.has(key)) continue;
        seen.add(key);
        all.push(label);
      }
    return all.sort((a, b) => b.priority - a.priority).slice(0, mostNames);
  };
  const gatherNames = () => {
    namesTimer = undefined;
    const land = schematicPart()?.schematic?.features;
    const next = namesInSight();
    // The same names are not set again: every tile that comes asks for it.
    if (land === landNow && next.length === namesNow.length && next.every((label, k) => label === namesNow[k])) return;
    [landNow, namesNow] = [land, next];
    names.setLabels(next, land);
  };
  const namesSoon = () => { if (named) namesTimer ??= setTimeout(gatherNames, namesAfter); };

  const open = async (sheet: Sheet): Promise<Opened> => {
    const key = keyOf(sheet);
    if (sheet.fault) return { key, part: null, fault: sheet.fault };
    try {
      return { key, part: await openPart({ sheet, pane: `ground-${own}-${sheet.id}`, ...looks, still, onNames: namesSoon }), fault: null };
    } catch {
      return { key, part: null, fault: text(`底图「${nameOf(sheet)}」读不出来，请在设置的「底图」里检查。`, `The map pack “${nameOf(sheet)}” cannot be read; check it under “Map packs” in Settings.`) };
    }
  };

  const lay = async (next: readonly Sheet[]): Promise<void> => {
    const mine = ++turn;
    const shown = next.filter((sheet) => sheet.shown);
    const known = new Map(opened.map((one) => [one.key, one]));
    const wanted = await Promise.all(shown.map((sheet) => known.get(keyOf(sheet)) ?? open(sheet)));
    // Meanwhile the sheets may have changed once more, or the map may be gone.
    if (removed || mine !== turn) {
      for (const one of wanted) if (!opened.includes(one)) one.part?.remove();
      return;
    }
    const before = opened;
    opened = wanted;
    laid = wanted.flatMap(({ part }, index) => (part ? [{ pane: `ground-${own}-${shown[index]!.id}`, opacity: shown[index]!.opacity, part }] : []));
    for (const { part } of wanted) part?.setStyle(looks.style);
    layer.lay(laid);
    for (const one of before) if (!opened.includes(one)) one.part?.remove();
    if (named) gatherNames();
  };

  const schematicFor = (around: Extent | null | undefined) => {
    const part = schematicPart();
    return part && (!around || overlaps(part.told, around)) ? part.schematic : null;
  };

  const ground = (): Ground => ({
    layers: [layer],
    get minZoom() { return laid.length === 0 ? bareZooms.min : Math.max(farthest, Math.min(...parts().map(({ minZoom }) => minZoom))); },
    get maxZoom() { return Math.min(closestZoom, Math.max(bareZooms.max, ...parts().map(({ maxZoom }) => maxZoom))); },
    get extent() { return parts().reduce<Extent | null>((all, { extent }) => (all ? unionOf(all, extent) : extent), null); },
    get home() {
      const size = ({ west, south, east, north }: Extent) => (east - west) * (north - south);
      return schematicPart()?.home ?? parts().map(({ home }) => home).sort((a, b) => size(a) - size(b))[0] ?? null;
    },
    get schematic() { return schematicPart()?.schematic ?? null; },
    get faults() { return opened.flatMap(({ part, fault }) => [fault, part?.fault() ?? null].filter((one) => one !== null)); },
    covers: (lng, lat) => parts().some(({ told }) => holds(told, lng, lat)),
    hasLocator: (around) => schematicFor(around) !== null || parts().some(({ schematic, extent }) => schematic === null && (!around || overlaps(extent, around))),
    drawLocator(canvas, viewBounds, around) {
      const schematic = schematicFor(around);
      if (schematic) { drawLocator(canvas, schematic.pack, schematic.features, viewBounds, looks.style); return; }
      const drawn = laid.filter(({ part }) => part.schematic === null && (!around || overlaps(part.extent, around)));
      const extent = around ?? drawn.reduce<Extent | null>((all, { part }) => (all ? unionOf(all, part.extent) : part.extent), null);
      if (!extent) return;
      const again = () => drawPackLocator(canvas, drawn, extent, viewBounds, looks.style, () => { if (!removed && drawAgain.get(canvas) === again) again(); });
      drawAgain.set(canvas, again);
      again();
    },
    setSheets: async (next) => { await lay(next); return ground(); },
    setStyle(next) {
      if (next === looks.style) return;
      looks = { ...looks, style: next };
      names.setStyle(next);
      for (const part of parts()) part.setStyle(next);
    },
    setLanguage(next) {
      if (next === looks.language) return;
      looks = { ...looks, language: next };
      names.setLanguage(next);
    },
    setObstacles: (obstacles) => names.setObstacles(obstacles),
    setCovers: (covered) => names.setCovers(covered),
    namesInSight,
    async settled(limit = 10_000) {
      const end = performance.now() + limit;
      // Quiet for some turns in a row: what has just been asked for shows as a tile that is not yet loading.
      for (let quiet = 0; quiet < 3 && performance.now() < end;) {
        await new Promise((turned) => { setTimeout(turned, still ? stillTurnMs : turnMs); });
        quiet = namesTimer === undefined && parts().every((part) => part.isSettled()) ? quiet + 1 : 0;
      }
      const left = new Promise((turned) => { setTimeout(turned, Math.max(0, end - performance.now())); });
      const all = Promise.all([...parts().map(({ schematic }) => schematic?.settled()), named && names.settled()]).then(() => layer.namesStill());
      await Promise.race([all, left]);
    },
    remove() {
      removed = true;
      clearTimeout(namesTimer);
      layer.remove();
      for (const { part } of opened) part?.remove();
    },
  });
  await lay(sheets);
  return ground();
}

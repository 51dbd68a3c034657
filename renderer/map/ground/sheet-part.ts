import L from 'leaflet';
import type { Text } from '../../../data/schema/text.js';
import type { Sheet } from '../../state/use-sheets.js';
import type { Basemap, BasemapStyle, Language } from '../basemap/basemap.js';
import { createBasemap } from '../basemap/basemap.js';
import { FeatureSheet } from '../basemap/feature-sheet.js';
import { isLoadingTiles } from '../basemap/tiles-settled.js';
import type { MapLabel } from '../basemap/features.js';
import type { Extent } from '../extent.js';
import type { Frame } from './frame.js';
import type { Context } from './paint-pictures.js';

/** One sheet of the stack once its pack has been opened. */
export interface SheetPart {
  /** From the lowest up; added to the sheet's own pane. */
  readonly layers: readonly L.Layer[];
  readonly extent: Extent;
  /** Where to look when there is nothing else to look at. */
  readonly home: Extent;
  /** The ground of which it really tells something. */
  readonly told: Extent;
  readonly minZoom: number;
  readonly maxZoom: number;
  readonly schematic: Basemap | null;
  names(): readonly MapLabel[];
  setStyle(style: BasemapStyle): void;
  /** What has to be told of tiles that could not be read. */
  fault(): Text | null;
  isSettled(): boolean;
  /** Asks for all that a frame needs, and paints it: for an inset, which has no layers. */
  hold(frame: Frame): { readonly ready: Promise<void>; release(): void };
  paint(context: Context, frame: Frame): boolean;
  remove(): void;
}

export interface PartOptions { readonly sheet: Sheet; readonly pane: string; readonly style: BasemapStyle; readonly language: Language; readonly still: boolean; readonly onNames: () => void }

/** The closest zoom of any map: a courtyard fills the screen. */
export const closestZoom = 20;
const asExtent = ([west, south, east, north]: readonly [number, number, number, number]): Extent => ({ west, south, east, north });
const noTiles = { ready: Promise.resolve(), release: () => undefined };

/** Opens the pack of a sheet. Rejects where it cannot be read at all. */
export async function openPart(options: PartOptions): Promise<SheetPart> {
  const { sheet } = options;
  if (sheet.kind === 'schematic') return schematicPart(options);
  // What reads tiles of other packs is loaded where there is such a pack.
  const { featurePart, picturePart } = await import('./pack-part.js');
  return sheet.kind === 'features' ? featurePart(options) : picturePart(options);
}

async function schematicPart({ sheet, pane, style, language, still }: PartOptions): Promise<SheetPart> {
  const basemap = await createBasemap({ packUrl: sheet.address, style, language, pane, closest: closestZoom, still });
  const { pack, ground, features } = basemap;
  const grids = (layers: readonly L.Layer[]): L.GridLayer[] => layers.flatMap((layer) => (layer instanceof L.LayerGroup ? grids(layer.getLayers()) : layer instanceof L.GridLayer ? [layer] : []));
  return {
    layers: ground, extent: asExtent(pack.bounds), home: asExtent(pack.townshipBounds), told: asExtent(pack.detailBounds), minZoom: pack.minZoom, maxZoom: pack.maxZoom, schematic: basemap,
    names: () => features.labels,
    setStyle: (next) => basemap.setStyle(next),
    fault: () => null,
    isSettled: () => grids(ground).every((grid) => !isLoadingTiles(grid)) && ground.every((layer) => !(layer instanceof FeatureSheet) || layer.isSettled()),
    hold: () => noTiles, paint: () => false,
    remove: () => undefined,
  };
}

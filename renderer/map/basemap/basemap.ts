import type L from 'leaflet';
import type { FeatureFile } from './feature-file.js';
import { FeatureLayer } from './feature-layer.js';
import { FeatureSheet } from './feature-sheet.js';
import { openFeatures, type Features } from './features.js';
import { LabelLayer, type Obstacle } from './label-layer.js';
import type { Language } from './label-style.js';
import type { BasemapPack } from './pack.js';
import { palettes, type BasemapStyle } from './palette.js';
import { ReliefLayer } from './relief-layer.js';

export type { Obstacle } from './label-layer.js';
export type { Language } from './label-style.js';
export type { BasemapPack } from './pack.js';
export type { BasemapStyle } from './palette.js';

export interface BasemapOptions {
  /** Where pack.json, features.json and relief/ lie, without a slash at the end. */
  packUrl: string;
  style: BasemapStyle;
  language: Language;
  /** Enlarges names for a large room; 1 if absent. */
  labelScale?: number;
  /** The Leaflet pane of its tiles, made before they are added: sheets of a stack lie each in a pane of its own. */
  pane?: string;
  /** The closest zoom at which it is drawn, where that is closer than its own. */
  closest?: number;
  /** Whether the map stands still, and is drawn for each of its views anew. */
  still?: boolean;
}

export interface Basemap {
  /** To be added to the map in this order: relief, features, names. */
  layers: L.Layer[];
  pack: BasemapPack;
  features: Features;
  /** Relief and features without the names: a stack of sheets sets the names of all of them together. */
  ground: L.Layer[];
  setStyle: (style: BasemapStyle) => void;
  setLanguage: (language: Language) => void;
  setObstacles: (obstacles: readonly Obstacle[]) => void;
  /** Resolves when the present view stands as it will stay: tiles of its own level, features and names. For print and film. */
  settled: () => Promise<void>;
}

async function read<Content>(url: string): Promise<Content> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return (await response.json()) as Content;
}

interface OpenedPack { readonly pack: BasemapPack; readonly features: Features }
/** Packs that were opened, by their address: the features are the same for every map of a page, and what is made of them is made once. */
const openedPacks = new Map<string, Promise<OpenedPack>>();

function openPack(packUrl: string): Promise<OpenedPack> {
  const known = openedPacks.get(packUrl);
  if (known) return known;
  const opening = Promise.all([read<BasemapPack>(`${packUrl}/pack.json`), read<FeatureFile>(`${packUrl}/features.json`)]).then(([pack, file]) => ({ pack, features: openFeatures(file) }));
  openedPacks.set(packUrl, opening);
  // One that cannot be read now may be read later.
  opening.catch(() => openedPacks.delete(packUrl));
  return opening;
}

/** The colour of mist and paper in a style: the background for the map's container. */
export const groundColour = (style: BasemapStyle): string => palettes[style].ground;

/** Loads a schematic map pack and makes its layers. Rejects if a file of the pack cannot be read. */
export async function createBasemap({ packUrl, style, language, labelScale = 1, pane = 'tilePane', closest = 0, still = false }: BasemapOptions): Promise<Basemap> {
  const { pack, features } = await openPack(packUrl);
  const relief = new ReliefLayer(packUrl, { ...pack, maxZoom: Math.max(pack.maxZoom, closest) }, style, pane);
  const vectors = still ? new FeatureSheet(features, style, { pane, zIndex: 5 }) : new FeatureLayer(features, style, {
    minZoom: pack.minZoom, maxZoom: Math.max(pack.maxZoom, closest), zIndex: 5, pane, className: 'basemap-features', attribution: pack.attribution[language],
  });
  const names = new LabelLayer(features.labels, style, language, labelScale, features);
  return {
    layers: [relief, vectors, names],
    ground: [relief, vectors],
    pack,
    features,
    setStyle: (next) => [relief, vectors, names].forEach((layer) => layer.setStyle(next)),
    setLanguage: (next) => names.setLanguage(next),
    setObstacles: (obstacles) => names.setObstacles(obstacles),
    settled: async () => {
      await Promise.all([relief.settled(), vectors.settled()]);
      await names.settled();
    },
  };
}

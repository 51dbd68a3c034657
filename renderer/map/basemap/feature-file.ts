import type { Bilingual, Bounds } from './pack.js';

/** Flat whole steps of a unit of degrees: the first lng and lat, then differences. */
export type PackedLine = number[];

export type RoadKind = 'county' | 'township' | 'lane' | 'track' | 'trail';
export type LabelKind = 'township' | 'village' | 'stream' | 'peak' | 'place' | 'weir';

/** What `features.json` holds. Lengths are metres; angles are degrees counter-clockwise from east. */
export interface FeatureFile {
  unit: number;
  contourUnit: number;
  /** Widths at source and mouth; lines run downstream. Unnamed brooks have no id. */
  streams: { id?: string; widths: [number, number]; line: PackedLine; }[];
  roads: { kind: RoadKind; line: PackedLine; }[];
  /** lng, lat, length along the road, width, angle of the road. */
  bridges: [number, number, number, number, number][];
  /** lng, lat, width, depth, angle of the width, kind (0 house, 1 house round a courtyard, 2 village hall). */
  buildings: [number, number, number, number, number, number][];
  /** lng, lat, length across the water, depth along it, angle of the flow. */
  weir: [number, number, number, number, number];
  /** Plots: the kind, an index of the palette's fields, and then four corners as a packed line. */
  fields: number[][];
  slopes: { kind: 'tea' | 'terrace'; ring: PackedLine; rows: PackedLine[]; }[];
  contours: { height: number; line: PackedLine; }[];
  /** Square cells from the south-west: runs of a (open), b (broadleaf), c (pine), d (bamboo) with their length. */
  woods: { bounds: Bounds; side: number; cell: number; runs: string; };
  /** Summits carry their height, streams their id and their width at the mouth. */
  labels: { text: Bilingual; kind: LabelKind; lng: number; lat: number; priority: number; minZoom: number; maxZoom?: number; height?: number; width?: number; stream?: string; }[];
}

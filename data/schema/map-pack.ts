import { z } from 'zod';
import { vocabulary } from './vocabulary.js';
import { schemaOf } from './vocabulary-schema.js';

/** The schematic pack of the sample township that ships with the program. */
export const shippedPack = 'shili';

/** Packs are named by the program; the name is part of the address of every tile, which is therefore kept for good. */
export const packIdSchema = z.string().regex(/^[a-z0-9]{4,40}$/);

/** How the tiles lie on disk: one file of either kind, or folders of level, column and row. */
export const packContainers = ['pmtiles', 'mbtiles', 'folder'] as const;
export type PackContainer = (typeof packContainers)[number];

/** What a tile is: a picture, or Mapbox vector features. */
export const tileFormats = ['png', 'jpeg', 'webp', 'avif', 'gif', 'mvt'] as const;
export type TileFormat = (typeof tileFormats)[number];

/** How rows and columns are counted: from the north-west corner and 0, from the south, or by 水经注 with level, row and column from 1. */
export const tileSchemes = vocabulary({
  xyz: ['自北向南（XYZ）', 'From the north (XYZ)'],
  tms: ['自南向北（TMS）', 'From the south (TMS)'],
  'from-one': ['级、行、列从 1 数起（水经注）', 'Level, row and column from 1 (Shuijingzhu)'],
});
export type TileScheme = (typeof tileSchemes.values)[number];

/** The datum that a pack's picture is drawn in. BD-09 packs are cut by another grid of tiles and are refused. */
export const packDatums = ['WGS-84', 'CGCS2000', 'GCJ-02'] as const;
export type PackDatum = (typeof packDatums)[number];

/** west, south, east, north in degrees of the pack's own datum. */
const boundsSchema = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90), z.number().min(-180).max(180), z.number().min(-90).max(90)]);

/** The deepest level that any pack may have: a tile of 60 m or less. */
export const deepestLevel = 22;

/** A map pack of the user's: what it is, where it holds, and what has to be said of it wherever it is shown. */
export const mapPackSchema = z.object({
  name: z.string().trim().min(1).max(80),
  container: z.enum(packContainers),
  format: z.enum(tileFormats),
  bounds: boundsSchema,
  minZoom: z.number().int().min(0).max(deepestLevel),
  maxZoom: z.number().int().min(0).max(deepestLevel),
  /** Width of a picture tile in pixels; 512 means twice the detail of 256 on the same ground. */
  tileSize: z.union([z.literal(256), z.literal(512)]),
  scheme: schemaOf(tileSchemes),
  datum: z.enum(packDatums),
  /** Who made the map; shown on it wherever it is shown. */
  attribution: z.string().max(300),
  /** 审图号 as printed, GS（2024）0001号; empty when the pack has none, and then that is said. */
  approvalNumber: z.string().max(60),
  licence: z.string().max(300),
});
export type MapPack = z.infer<typeof mapPackSchema>;

/** One sheet of the map, from the lowest up. The shipped pack tells of itself in its own file; any other is described here. */
export const mapLayerSchema = z.object({
  id: packIdSchema,
  shown: z.boolean(),
  opacity: z.number().min(0.1).max(1),
  pack: mapPackSchema.optional(),
});
export type MapLayer = z.infer<typeof mapLayerSchema>;

/** The map of a ledger until a person chooses packs. */
export const firstMaps: readonly MapLayer[] = [{ id: shippedPack, shown: true, opacity: 1 }];

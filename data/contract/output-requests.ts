import { z } from 'zod';
import { exchangeRequestSchema, sliceRequestSchema } from './exchange.js';
import type { GroundRequest } from '../schema/ground-print.js';
import { mapPrintSchema, posterPapers } from '../schema/map-print.js';
import { packDatums } from '../schema/map-pack.js';
import { idSchema } from '../schema/common.js';
import { filmFormats, filmSecondsSchema, filmSizeNames, type FilmFormat } from '../schema/film.js';
import type { FilmPlan } from '../rules/film/film-plan.js';
import { slideLanguages } from '../rules/slides/slide-words.js';
import type { TablePrint } from '../rules/export/sheet.js';
import type { BrochureSheet } from '../rules/brochure/book.js';

export const tableFormats = ['xlsx', 'csv', 'pdf'] as const;
/** What every output states: for whom it is and in which language. */
const outputOccasion = { audience: z.enum(['internal', 'public']), language: z.enum(['zh', 'en']).default('zh') };
export const tableRequestSchema = z.object({
  kind: z.enum(['projects', 'ledger', 'changes']),
  format: z.enum(tableFormats),
  ...outputOccasion,
  /** The records to put in, in this order; left out: all, in the ledger's order. */
  ids: z.array(z.string()).optional(),
  encoding: z.enum(['utf-8', 'gbk']).default('utf-8'),
  /** The columns, as they stand on screen, and the field by which rows stand under headings (`none`: by none); left out: as the office sets them. */
  columns: z.array(z.string().max(80)).min(1).max(200).optional(),
  group: z.string().max(80).optional(),
  /** Marks what became of the records since the beginning of a day. */
  since: z.iso.date().optional(),
  /** Whether it goes with a sheet that says what every column means; left out: with a workbook, and not on paper. */
  fieldNotes: z.boolean().optional(),
  /** Of `changes`: the days between which they happened, both included. */
  period: z.object({ from: z.iso.date(), to: z.iso.date() }).optional(),
}).strict();
export type TableRequest = z.infer<typeof tableRequestSchema>;

export const mapFormats = ['pdf', 'png'] as const;
export const mapRequestSchema = z.object({
  kind: z.literal('map'),
  format: z.enum(mapFormats),
  ...outputOccasion,
  /** The assets on it; left out: all. */
  ids: z.array(z.string()).optional(),
  map: mapPrintSchema.default(mapPrintSchema.parse({})),
}).strict();
export type MapRequest = z.infer<typeof mapRequestSchema>;

export const geoFormats = ['geojson', 'kml'] as const;
export const geoRequestSchema = z.object({
  kind: z.literal('geo'),
  format: z.enum(geoFormats),
  ...outputOccasion,
  /** The assets in it; left out: all that have a place. */
  ids: z.array(z.string()).optional(),
  /** The datum of its positions, which the file names. */
  datum: z.enum(packDatums).default('WGS-84'),
}).strict();
export type GeoRequest = z.infer<typeof geoRequestSchema>;

export const slidesRequestSchema = z.object({
  kind: z.literal('slides'),
  format: z.literal('pptx'),
  audience: outputOccasion.audience,
  language: z.enum(slideLanguages).default('zh'),
  /** The tour that it follows; left out: the ledger's first, or where it has none its published assets and projects. */
  tourId: idSchema.optional(),
}).strict();
export type SlidesRequest = z.infer<typeof slidesRequestSchema>;

export const webFormats = ['zip'] as const;
export const webRequestSchema = z.object({
  kind: z.literal('web'),
  format: z.enum(webFormats),
  /** A page that is handed out is for the public, and nothing else can be asked for. */
  audience: z.literal('public').default('public'),
  /** Shown first; the page can be switched. */
  language: outputOccasion.language,
  /** The assets in it; left out: all that are published. */
  ids: z.array(z.string()).max(5_000).optional(),
  /** What stands on its cover; left out: the township's name and 云招商. */
  title: z.string().trim().max(40).optional(),
}).strict();
export type WebRequest = z.infer<typeof webRequestSchema>;

export const filmRequestSchema = z.object({
  kind: z.literal('film'),
  /** MP4 where the engine can write H.264, and WebM where it cannot. */
  format: z.enum(filmFormats),
  audience: outputOccasion.audience,
  language: z.enum(slideLanguages).default('zh'),
  /** The tour that it follows; left out: the ledger's first, or where it has none its published assets and projects. */
  tourId: idSchema.optional(),
  size: z.enum(filmSizeNames).default('1080p'),
  /** The length wanted, as far as the stops can be so short or long; left out: each stop as long as it needs, three minutes at most. */
  seconds: filmSecondsSchema.optional(),
  /** The upload id of the user's own music. */
  music: z.string().max(60).optional(),
}).strict();
export type FilmRequest = z.infer<typeof filmRequestSchema>;

export const brochureRequestSchema = z.object({
  kind: z.literal('brochure'),
  format: z.literal('pdf').default('pdf'),
  audience: outputOccasion.audience,
  language: z.enum(slideLanguages).default('zh'),
  /** The assets in it; left out: all that are published. */
  ids: z.array(z.string()).max(5_000).optional(),
  /** What stands on its cover; left out: the township's name and 招商推介手册. */
  title: z.string().trim().max(40).optional(),
  /** A line for the one it is given to. */
  dedication: z.string().trim().max(60).optional(),
  /** Whether a printing house is to cut it: then every page is 3 mm larger on each side. */
  bleed: z.boolean().default(false),
}).strict();
export type BrochureRequest = z.infer<typeof brochureRequestSchema>;

export const posterRequestSchema = z.object({
  kind: z.literal('poster'),
  format: z.enum(mapFormats),
  /** A poster hangs where anybody passes by. */
  audience: z.literal('public').default('public'),
  language: outputOccasion.language,
  paper: z.enum(posterPapers).default('A2'),
  /** The assets on it; left out: all that are published. */
  ids: z.array(z.string()).max(5_000).optional(),
  /** What stands over it; left out: the township's name and what the map is of. */
  title: z.string().trim().max(20).optional(),
}).strict();
export type PosterRequest = z.infer<typeof posterRequestSchema>;

export const outputRequestSchema = z.discriminatedUnion('kind', [tableRequestSchema, mapRequestSchema, geoRequestSchema, slidesRequestSchema, webRequestSchema, posterRequestSchema, brochureRequestSchema, filmRequestSchema, exchangeRequestSchema, sliceRequestSchema]);
export type OutputRequest = z.infer<typeof outputRequestSchema>;
/** A film that is being drawn: its plan, and whether its music lies at `music/<id of the sheet>`. */
export interface FilmSheet { readonly kind: 'film'; readonly format: FilmFormat; readonly audience: 'internal' | 'public'; readonly language: 'zh' | 'en'; readonly plan: FilmPlan; readonly music: boolean }
/** What a page that is being printed asks for: what it is to show. */
export interface SheetRequest { readonly request: MapRequest | GroundRequest | PosterRequest | TablePrint | BrochureSheet | FilmSheet }
/** A part of the rows of a table that is being printed. */
export const sheetRowsSchema = z.object({ id: z.string(), table: z.number().int().nonnegative().max(9), offset: z.number().int().nonnegative(), limit: z.number().int().min(1).max(500) }).strict();

/** How a film was last made; its music and its tour are chosen anew every time. */
export const filmHabitSchema = filmRequestSchema.pick({ format: true, audience: true, language: true, size: true, seconds: true });
export type FilmHabit = z.infer<typeof filmHabitSchema>;

/** What of a web page is remembered. */
export const webHabitSchema = webRequestSchema.pick({ language: true, title: true });
export type WebHabit = z.infer<typeof webHabitSchema>;
/** What of a brochure is remembered; to whom it is dedicated is written anew every time. */
export const brochureHabitSchema = brochureRequestSchema.pick({ audience: true, language: true, title: true, bleed: true });
export type BrochureHabit = z.infer<typeof brochureHabitSchema>;

const tableHabitSchema = tableRequestSchema.pick({ format: true, audience: true, language: true, encoding: true, group: true, since: true, fieldNotes: true }).extend({
  /** The saved view whose columns, rows and order are taken; left out: as the office sets it. */
  view: z.string().max(40).optional(),
});
export type TableHabit = z.infer<typeof tableHabitSchema>;
/** How outputs were last made; which records are in them is chosen anew every time. */
export const outputHabitsSchema = z.object({
  projects: tableHabitSchema, ledger: tableHabitSchema,
  slides: slidesRequestSchema.pick({ audience: true, language: true, tourId: true }),
  geo: geoRequestSchema.pick({ format: true, audience: true, language: true, datum: true }),
  poster: posterRequestSchema.pick({ format: true, language: true, paper: true, title: true }),
}).partial();
export type OutputHabits = z.infer<typeof outputHabitsSchema>;

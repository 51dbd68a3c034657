import { z } from 'zod';
import { categories } from './vocabularies.js';
import { schemaOf } from './vocabulary-schema.js';

/** What a map is printed on: a sheet of paper, or a picture for a screen, a slide or a chat (16:9). */
export const mapPapers = ['A3', 'A4', 'screen'] as const;
export type MapPaper = (typeof mapPapers)[number];

/** What a map poster is printed on. */
export const posterPapers = ['A2', 'A1'] as const;
export type PosterPaper = (typeof posterPapers)[number];

const degrees = z.number().min(-180).max(180);

/** What a printed map shows and how it is laid out. */
export const mapPrintSchema = z.object({
  /** West, south, east, north in degrees of WGS-84: all of it is on the sheet. Left out: every asset that is printed. */
  extent: z.tuple([degrees, degrees.min(-85).max(85), degrees, degrees.min(-85).max(85)]).refine(([west, south, east, north]) => west < east && south < north).optional(),
  style: z.enum(['paper', 'night']).default('paper'),
  paper: z.enum(mapPapers).default('A3'),
  orientation: z.enum(['landscape', 'portrait']).default('landscape'),
  /** What stands over the map; left out: the township's name and what the map is of. */
  title: z.string().trim().max(40).optional(),
  /** The asset that stands out. */
  selected: z.string().max(60).optional(),
  /** Whether the areas of the assets are drawn. */
  boundaries: z.boolean().default(true),
  /** Whether the sheet lists the assets by number, as far as there is room. */
  list: z.boolean().default(true),
  /** The map alone, to the edges: for a page that says title, legend and credit in words of its own. */
  bare: z.boolean().optional(),
  /** Where assets lie close together, as a tint: of one category or of all, by number or by area. */
  heat: z.object({ category: schemaOf(categories).nullable(), of: z.enum(['assets', 'area']) }).strict().optional(),
}).strict();
export type MapPrint = z.infer<typeof mapPrintSchema>;

/** How a person last printed a map; what it shows is chosen anew every time. */
export const mapPrintHabitSchema = z.object({ format: z.enum(['pdf', 'png']), audience: z.enum(['internal', 'public']), paper: z.enum(['A3', 'A4']), orientation: z.enum(['landscape', 'portrait']), style: z.enum(['paper', 'night']), list: z.boolean() }).strict();
export type MapPrintHabit = z.infer<typeof mapPrintHabitSchema>;

import { z } from 'zod';
import { locationSchema } from './common.js';
import { categories, datums } from './vocabularies.js';
import { failureSchema } from './failure.js';
import { textSchema } from './text-schema.js';
import { schemaOf } from './vocabulary-schema.js';

export const outcomes = ['new', 'changed', 'same', 'refused'] as const;

/** A note says how a value was understood; a doubt wants a person to look. */
export const doubtLevels = ['note', 'doubt'] as const;

/** A remark on a row: the field, a code for tests and scripts, a sentence, and whether a person should look at it. */
export const doubtSchema = z.object({ field: z.string(), code: z.string(), level: z.enum(doubtLevels), reason: textSchema, text: z.string().optional() });
export type Doubt = z.infer<typeof doubtSchema>;

/** One column of a table found in a file: its letter, the whole header, what it was taken for and why. */
export const importColumnSchema = z.object({
  column: z.string(), header: z.string(), path: z.string().nullable(), reason: textSchema, unit: z.string().optional(),
  /** What the column is read as: a path, or a part of one (`#lng`, `#lat`, `#pair`, `#contact`, `#phone`); nothing when it is left out. */
  role: z.string().nullable().optional(),
  /** The units that the column could be in, when there is a choice. */
  units: z.array(z.string()).optional(),
  /** The first few cells, for the person who decides. */
  examples: z.array(z.string()).optional(),
  /** True when a person decided it, now or for a file of the same shape before. */
  chosen: z.boolean().optional(),
  /** True when less than the header's own words speak for it: a word inside the header, or the cells alone. */
  doubtful: z.boolean().optional(),
});
export type ImportColumn = z.infer<typeof importColumnSchema>;

/** What speaks for a datum: how many of the points would fall among the known ones and in the township, and how near known assets of the same name. */
export const datumEvidenceSchema = z.object({ datum: schemaOf(datums), inside: z.number().int(), points: z.number().int(), medianMetres: z.number().optional(), reason: textSchema });
export type DatumEvidence = z.infer<typeof datumEvidenceSchema>;

/** One sheet or layer of a file: records, or skipped with the reason. Rows count from 1 as the person sees them. */
export const importSheetSchema = z.object({
  name: z.string(),
  noun: z.enum(['asset', 'project']).nullable(),
  reason: textSchema,
  headerRows: z.tuple([z.number().int(), z.number().int()]).optional(),
  category: schemaOf(categories).optional(),
  datum: schemaOf(datums).optional(),
  /** Whether the file states the datum, evidence proposes it, a person chose it, or nothing speaks for any. */
  datumFrom: z.enum(['stated', 'proposed', 'chosen', 'assumed']).optional(),
  evidence: z.array(datumEvidenceSchema).optional(),
  /** A fingerprint of the headers: files of the same shape share what a person decided about them. */
  shape: z.string().optional(),
  /** True when decisions about an earlier file of this shape were taken over. */
  remembered: z.boolean().optional(),
  columns: z.array(importColumnSchema),
  /** How many rows of the sheet are records, refused ones included. */
  rows: z.number().int().optional(),
  skippedRows: z.array(z.object({ row: z.number().int(), reason: textSchema })),
});
export type ImportSheet = z.infer<typeof importSheetSchema>;

export const importRowSchema = z.object({
  /** Unique within the plan; names the row when a person leaves it out. */
  key: z.string(),
  sheet: z.string(),
  row: z.number().int().positive(),
  outcome: z.enum(outcomes),
  noun: z.enum(['asset', 'project']),
  name: z.string(),
  code: z.string().optional(),
  /** The record that the row makes, changes or repeats; none of a refused row. The same when the files are planned anew. */
  recordId: z.string().optional(),
  location: z.object({ lng: z.number(), lat: z.number() }).optional(),
  category: schemaOf(categories).optional(),
  /** Cell by cell what would change, as stored values; of a new row, every value it brings. */
  cells: z.array(z.object({ path: z.string(), before: z.unknown().optional(), after: z.unknown().optional() })),
  /** Notes and doubts. */
  doubts: z.array(doubtSchema),
  /** Why a refused row is refused. */
  reason: textSchema.optional(),
});
export type ImportRow = z.infer<typeof importRowSchema>;

/** True for a row that a person should look at; notes alone do not make one. */
export const isDoubtful = (row: Pick<ImportRow, 'doubts'>): boolean => row.doubts.some((entry) => entry.level === 'doubt');

/** The row that makes a new record: left out, there is nothing that a photo could go to. */
export const madeBySchema = z.object({ key: z.string(), file: z.number().int().nonnegative(), doubtful: z.boolean() });
export type MadeBy = z.infer<typeof madeBySchema>;

/** A photo among the files: where and when it was taken, and which asset it seems to show. Nothing is attached before a person says so. */
export const importPhotoSchema = z.object({
  /** Which of the files, from 0. */
  file: z.number().int().nonnegative(),
  name: z.string(),
  /** The address under which the page shows it. */
  preview: z.string().optional(),
  takenAt: z.string().optional(),
  location: locationSchema.optional(),
  /** The assets it may show, the likeliest first: of the ledger, or made by a row of this plan, which is then named. */
  candidates: z.array(z.object({ assetId: z.string(), name: z.string(), metres: z.number().optional(), sure: z.boolean(), reason: textSchema, madeBy: madeBySchema.optional() })),
  /** Why it could not be read, or what it lacks. */
  notice: textSchema.optional(),
});
export type ImportPhoto = z.infer<typeof importPhotoSchema>;

/** What a person decides about one sheet of one file; whatever is absent stays as the program understood it. */
export const importChoiceSchema = z.object({
  file: z.number().int().nonnegative(),
  sheet: z.string(),
  /** `null` leaves the sheet out. */
  noun: z.enum(['asset', 'project']).nullable().optional(),
  category: schemaOf(categories).optional(),
  datum: schemaOf(datums).optional(),
  /** By column letters: what it is read as (`null`: left out) and in which unit. */
  columns: z.record(z.string(), z.object({ role: z.string().nullable().optional(), unit: z.string().optional() })).optional(),
});
export type ImportChoice = z.infer<typeof importChoiceSchema>;

/** One row's place for the map of the preview: where it stands under the datum asked for, as though it were WGS-84, and where the ledger has it. */
export const importPlaceSchema = z.object({
  key: z.string(), name: z.string(), category: schemaOf(categories).optional(),
  at: locationSchema.nullable(), plain: locationSchema.nullable(), before: locationSchema.nullable(),
});
export type ImportPlace = z.infer<typeof importPlaceSchema>;

export const importFileSchema = z.object({
  file: z.string(),
  format: z.string(),
  sheets: z.array(importSheetSchema),
  /** Why the whole file is refused; the other files of the import are still planned. */
  refusal: failureSchema.optional(),
  counts: z.object({ new: z.number(), changed: z.number(), same: z.number(), doubtful: z.number(), refused: z.number() }),
});
export type ImportFile = z.infer<typeof importFileSchema>;

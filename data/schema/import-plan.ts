import { z } from 'zod';
import { categories, datums } from './vocabularies.js';
import { failureSchema } from './failure.js';
import { textSchema } from './text.js';

export const outcomes = ['new', 'changed', 'same', 'refused'] as const;

/** Something a person should look at: the field, a code for tests and scripts, and a sentence. */
export const doubtSchema = z.object({ field: z.string(), code: z.string(), reason: textSchema, text: z.string().optional() });
export type Doubt = z.infer<typeof doubtSchema>;

/** One column of a table found in a file: its letter, the whole header, what it was taken for and why. */
export const importColumnSchema = z.object({
  column: z.string(), header: z.string(), path: z.string().nullable(), reason: textSchema, unit: z.string().optional(),
});
export type ImportColumn = z.infer<typeof importColumnSchema>;

/** One sheet or layer of a file: records, or skipped with the reason. Rows count from 1 as the person sees them. */
export const importSheetSchema = z.object({
  name: z.string(),
  noun: z.enum(['asset', 'project']).nullable(),
  reason: textSchema,
  headerRows: z.tuple([z.number().int(), z.number().int()]).optional(),
  category: categories.schema.optional(),
  datum: datums.schema.optional(),
  columns: z.array(importColumnSchema),
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
  /** The existing record that a changed or same row belongs to. */
  targetId: z.string().optional(),
  location: z.object({ lng: z.number(), lat: z.number() }).optional(),
  category: categories.schema.optional(),
  /** Cell by cell what would change, as stored values; of a new row, every value it brings. */
  cells: z.array(z.object({ path: z.string(), before: z.unknown().optional(), after: z.unknown().optional() })),
  doubts: z.array(doubtSchema),
  /** Why a refused row is refused. */
  reason: textSchema.optional(),
});
export type ImportRow = z.infer<typeof importRowSchema>;

export const importFileSchema = z.object({
  file: z.string(),
  format: z.string(),
  sheets: z.array(importSheetSchema),
  /** Why the whole file is refused; the other files of the import are still planned. */
  refusal: failureSchema.optional(),
  counts: z.object({ new: z.number(), changed: z.number(), same: z.number(), doubtful: z.number(), refused: z.number() }),
});
export type ImportFile = z.infer<typeof importFileSchema>;

import { z } from 'zod';
import { nounNames } from './ledger.js';
import { textSchema } from './text-schema.js';

/** States of a record, as `data/rules/merge/trail.ts` names them. */
const stateKeysSchema = z.array(z.string());
/** What an entry has taken in from another desk, so that it is not asked about again. */
const mergedSchema = z.object({
  /** The other desk's states of this record that it now includes. */
  also: stateKeysSchema,
  /** Other records of that desk that were dealt with without an entry of their own: joined with this one, or left out on purpose. */
  settled: z.array(z.object({ noun: z.enum(nounNames), id: z.string(), also: stateKeysSchema })).optional(),
});
export type MergedFrom = z.infer<typeof mergedSchema>;

/**
 * One record before and after; `null` where it did not or does not exist. `place`, from 0, is where a removed record stood
 * in the ledger's list before the change, or where an added one stands after it; an added one without it comes last.
 */
export const changeEntrySchema = z.object({
  noun: z.enum(nounNames),
  id: z.string(),
  before: z.unknown().nullable(),
  after: z.unknown().nullable(),
  place: z.number().int().nonnegative().optional(),
  merged: mergedSchema.optional(),
});
export type ChangeEntry = z.infer<typeof changeEntrySchema>;

/**
 * One acknowledged change: a line of the journal. Edits, imports, undo and redo are all of this one kind.
 * `seq` counts changes of the ledger from 1 without gaps; `undoes` names the change that this one takes back,
 * `redoes` the undo that it takes back.
 */
export const changeSchema = z.object({
  seq: z.number().int().positive(),
  at: z.string(),
  by: z.string(),
  label: textSchema,
  entries: z.array(changeEntrySchema),
  undoes: z.number().int().positive().optional(),
  redoes: z.number().int().positive().optional(),
});
export type Change = z.infer<typeof changeSchema>;
/** A change before the ledger has numbered and dated it. */
export type ChangeDraft = Omit<Change, 'seq' | 'at'>;

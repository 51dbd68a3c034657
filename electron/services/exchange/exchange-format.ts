import { z } from 'zod';
import { carriedCircles, exchangedNouns } from '../../../data/rules/merge/carried.js';
import type { PastState } from '../../../data/rules/merge/past-states.js';
import { schemaVersion } from '../../../data/schema/ledger.js';
import { textSchema } from '../../../data/schema/text-schema.js';

/*
 * An exchange file is a zip: `exchange.json` says what it is and holds the SHA-256 of the records, `records.jsonl` has a record to a
 * line with its trail and earlier states, `media/` the pictures, films, originals and documents that they show, by content hash.
 */

export const exchangeFormat = 'xishan-exchange';
/** The version of the file's own layout; that of its records is the ledger's. */
export const exchangeVersion = 1;
export const names = { head: 'exchange.json', records: 'records.jsonl' } as const;
export const exchangeEnding = 'xishanpart';
/** Earlier states that go along with a record, so that the state which two desks have in common is at hand; older ones are asked about. */
export const mostStates = 40;

/** What a media entry of the file may be called, and the shelf that it lies on. */
export const mediaEntry = /^media\/(?:(originals|documents)\/)?([a-f0-9]{64}\.[a-z0-9]{2,4})$/;

export const exchangeHeadSchema = z.object({
  format: z.literal(exchangeFormat), version: z.number().int().positive(), schema: z.number().int().positive(),
  madeAt: z.string().max(40), by: z.string().max(60), ledger: textSchema, sample: z.boolean(), circle: z.enum(carriedCircles),
  /** Whether it is a whole ledger. */
  whole: z.boolean(), assets: z.number().int().nonnegative(), projects: z.number().int().nonnegative(),
  /** The SHA-256 of the records, and that of this head without it. */
  records: z.string(), checksum: z.string(),
});
export type ExchangeHead = z.infer<typeof exchangeHeadSchema>;
export const isNewer = (head: { readonly version?: unknown; readonly schema?: unknown }) => Number(head.version) > exchangeVersion || Number(head.schema) > schemaVersion;

const keys = z.array(z.string().max(60)).max(20_000);
const carried = z.record(z.string(), z.unknown());
const pastSchema: z.ZodType<PastState> = z.union([z.object({ back: carried, gone: z.array(z.string()) }), z.object({ whole: carried.nullable() }), z.null()]);
export const exchangeRecordSchema = z.object({
  noun: z.enum(exchangedNouns), id: z.string().max(40), record: carried.nullable(),
  trail: z.array(z.object({ key: z.string().max(60), also: keys.optional() })).max(20_000),
  /** The states of the last steps of the trail but the newest, oldest first. */
  past: z.array(pastSchema).max(mostStates),
});
export type ExchangeRecord = z.infer<typeof exchangeRecordSchema>;

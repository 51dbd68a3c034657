import { z } from 'zod';
import { call } from './call.js';
import { exchangedNouns } from '../rules/merge/carried.js';
import { partSchema } from '../rules/merge/chosen-part.js';
import { mergeKinds, type MergeKind } from '../rules/merge/plan-record.js';
import type { CellState } from '../rules/merge/merge-record.js';
import type { ExchangedNoun } from '../rules/merge/carried.js';
import type { Text } from '../schema/text.js';

/** A copy to take along to another desk. `internal` with internal fields, contacts in the villages, originals and documents; `public` without. */
export const exchangeRequestSchema = z.object({ kind: z.literal('exchange'), format: z.literal('xishanpart').default('xishanpart'), audience: z.enum(['internal', 'public']), part: partSchema.default({}) }).strict();
export type ExchangeRequest = z.infer<typeof exchangeRequestSchema>;

/** A workbook for village staff to fill in. */
export const sliceRequestSchema = z.object({
  kind: z.literal('slice'), format: z.literal('xlsx').default('xlsx'), audience: z.enum(['internal', 'public']), part: partSchema.default({}),
  /** Whether the contact in the village is asked for, too: a person's name and phone. */
  contacts: z.boolean().default(false),
  /** The columns, as paths of fields; left out: those that the audience may see and that can be typed. */
  columns: z.array(z.string().max(80)).min(1).max(100).optional(),
  /** Empty rows for new assets, on each sheet. */
  blankRows: z.number().int().min(0).max(200).default(10),
}).strict();
export type SliceRequest = z.infer<typeof sliceRequestSchema>;

/** What taking in an exchange file would do. */
export interface MergeSummary {
  readonly mergeId: string;
  readonly file: string;
  readonly from: { readonly ledger: Text; readonly by: string; readonly madeAt: string; readonly sample: boolean; readonly internal: boolean; readonly whole: boolean };
  /** How many records come to what. */
  readonly counts: Readonly<Record<MergeKind, number>>;
  /** Fields that a person is asked about, those of doubles not counted. */
  readonly questions: number;
  readonly media: number;
}
/** A field in which two desks differ. Values are as the record holds them. */
export interface MergeRowCell { readonly path: string; readonly state: CellState; readonly asked: boolean; readonly base?: unknown; readonly mine?: unknown; readonly theirs?: unknown; /** What it will be unless a person decides otherwise. */ readonly value?: unknown }
/** A record that a merge is about. */
export interface MergeRow {
  readonly noun: ExchangedNoun;
  readonly id: string;
  readonly kind: MergeKind;
  readonly name: string;
  readonly code?: string;
  readonly village?: string;
  readonly category?: string;
  /** Of a removal: who removed it. */
  readonly removedBy?: 'mine' | 'theirs';
  /** Of a double: the other desk's asset, and why the two may be one. */
  readonly double?: { readonly id: string; readonly name: string; readonly code?: string; readonly village?: string; readonly reason: 'code' | 'name' | 'place' };
  readonly cells: readonly MergeRowCell[];
}
/** What came of a merge. `seq` is that of its change, or of the newest one where nothing was to change. */
export interface MergeResult { readonly seq: number; readonly added: number; readonly changed: number; readonly removed: number; readonly media: number }

const mergeId = z.string().max(40);
export const mergeDecisionSchema = z.object({
  noun: z.enum(exchangedNouns), id: z.string().max(40),
  /** The field; left out for the record as a whole: of a removal whose word counts, of a double `theirs` joins the two and `mine` leaves them two. */
  path: z.string().max(80).optional(),
  take: z.enum(['mine', 'theirs', 'typed']),
  value: z.unknown().optional(),
}).strict();

/** The calls of several desks' work with one ledger. */
export const exchangeContract = {
  /** What a part of the ledger comes to. */
  'exchange.count': call<{ assets: number; projects: number; leftProjects: number; media: number; bytes: number }>()('desk', z.object({ part: partSchema, internal: z.boolean() }).strict()),
  /** Reads an exchange file and compares it with the ledger; nothing is changed. Ends in a MergeSummary. */
  'exchange.open': call<{ jobId: string }>()('desk', z.object({ uploadId: z.string().max(60) }).strict()),
  'exchange.rows': call<{ total: number; rows: readonly MergeRow[] }>()('desk', z.object({ mergeId, kinds: z.array(z.enum(mergeKinds)).min(1).max(mergeKinds.length), offset: z.number().int().nonnegative().default(0), limit: z.number().int().min(1).max(500).default(100) }).strict()),
  /** Merges as one undoable change; ends in a MergeResult. Refused while a question is open, unless `rest` answers those. */
  'exchange.apply': call<{ jobId: string }>()('desk', z.object({ mergeId, decisions: z.array(mergeDecisionSchema).max(100_000).default([]), rest: z.enum(['mine', 'theirs', 'later']).optional() }).strict()),
  'exchange.discard': call<Record<string, never>>()('desk', z.object({ mergeId }).strict()),
} as const;

import { z } from 'zod';
import { changeEntrySchema } from './schema/change.js';
import { failureSchema, type Failure } from './schema/failure.js';
import { importFileSchema, importRowSchema, outcomes } from './schema/import-plan.js';
import { nounNames } from './schema/ledger.js';
import { textSchema } from './schema/text.js';
import type { IndexTable } from './rules/index-table.js';
import type { PublicAsset, PublicProfile, PublicProject } from './rules/projection.js';
import type { Asset } from './schema/asset.js';
import type { Profile } from './schema/profile.js';
import type { Project } from './schema/project.js';

/** `public` calls answer with public projections only and are all that an audience window may ask; `desk` calls serve the staff. */
export type CallCircle = 'public' | 'desk';
interface Call<Input extends z.ZodType = z.ZodType, Output = unknown> { readonly circle: CallCircle; readonly input: Input; readonly output?: Output }

const call = <Output>() => <Input extends z.ZodType>(circle: CallCircle, input: Input): Call<Input, Output> => ({ circle, input });
const nothing = z.object({}).strict();
const ids = z.object({ ids: z.array(z.string()).max(5_000) }).strict();
const id = z.object({ id: z.string() }).strict();

/** One edit: a field of a record set (`value` absent clears it), a record added, or a record removed. */
export const editSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('set'), noun: z.enum(nounNames), id: z.string(), path: z.string().max(80), value: z.unknown().optional(), revision: z.number().int().optional() }).strict(),
  z.object({ kind: z.literal('add'), noun: z.enum(['asset', 'project']), record: z.record(z.string(), z.unknown()) }).strict(),
  z.object({ kind: z.literal('remove'), noun: z.enum(['asset', 'project']), id: z.string() }).strict(),
]);
export type Edit = z.infer<typeof editSchema>;

export const tableFormats = ['xlsx', 'csv'] as const;
export const outputRequestSchema = z.object({
  kind: z.enum(['projects', 'ledger']),
  format: z.enum(tableFormats),
  audience: z.enum(['internal', 'public']),
  language: z.enum(['zh', 'en']).default('zh'),
  /** The records to put in, in this order; left out: all, in the ledger's order. */
  ids: z.array(z.string()).optional(),
  encoding: z.enum(['utf-8', 'gbk']).default('utf-8'),
}).strict();
export type OutputRequest = z.infer<typeof outputRequestSchema>;

export const settingsSchema = z.object({ language: z.enum(['zh', 'en']), theme: z.enum(['light', 'dark', 'system']), operator: z.string().max(40) });
export type Settings = z.infer<typeof settingsSchema>;
/** What holds until a person chooses. Apart from the schema, so that a change of one setting cannot bring back the others' defaults. */
export const firstSettings: Settings = { language: 'zh', theme: 'light', operator: '' };

/** How the opened ledger stands. */
export interface LedgerStatus {
  readonly name: string;
  readonly folder: string;
  readonly sample: boolean;
  readonly readOnly: boolean;
  /** Why it is read-only, or what was mended at opening; nothing when all is well. */
  readonly notice?: { readonly zh: string; readonly en: string };
  readonly seq: number;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}
/** A project with what is derived from its linked assets. */
export interface ProjectTotals { readonly assetCount: number; readonly siteArea: number; readonly floorArea: number; readonly capacityKw: number }
export interface ChangeSummary { readonly seq: number; readonly at: string; readonly by: string; readonly label: { readonly zh: string; readonly en: string }; readonly count: number; readonly undoes?: number; readonly redoes?: number }
export type JobState =
  | { readonly state: 'running'; readonly done: number; readonly total: number | null; readonly step: { readonly zh: string; readonly en: string } }
  | { readonly state: 'done'; readonly result: unknown }
  | { readonly state: 'failed'; readonly failure: Failure }
  | { readonly state: 'cancelled' };
export interface ImportPlanSummary { readonly planId: string; readonly files: readonly z.infer<typeof importFileSchema>[] }
export interface OutputFile { readonly fileId: string; readonly name: string; readonly bytes: number }

/** Every call there is: who may make it, what it takes, what it gives. Both hosts, the client and the command line derive from this list. */
export const contract = {
  'public.overview': call<{ profile: PublicProfile; sample: boolean; today: string }>()('public', nothing),
  'public.index': call<IndexTable>()('public', nothing),
  'public.rows': call<IndexTable>()('public', ids),
  'public.asset': call<{ asset: PublicAsset; projects: readonly PublicProject[] }>()('public', id),
  'public.projects': call<readonly { project: PublicProject; totals: ProjectTotals }[]>()('public', nothing),

  'ledger.status': call<LedgerStatus>()('desk', nothing),
  'ledger.list': call<readonly { folder: string; name: string; sample: boolean; open: boolean }[]>()('desk', nothing),
  'ledger.open': call<LedgerStatus>()('desk', z.object({ folder: z.string().min(1).max(1000) }).strict()),
  'ledger.create': call<LedgerStatus>()('desk', z.object({ name: z.string().min(1).max(60), parent: z.string().max(1000).optional() }).strict()),
  'ledger.check': call<{ assets: number; projects: number; problems: readonly Failure[] }>()('desk', nothing),
  'desk.index': call<IndexTable>()('desk', nothing),
  'desk.rows': call<IndexTable>()('desk', ids),
  'desk.assets': call<readonly Asset[]>()('desk', ids),
  'desk.projects': call<readonly { project: Project; totals: ProjectTotals }[]>()('desk', nothing),
  'desk.profile': call<Profile>()('desk', nothing),
  'desk.apply': call<{ seq: number; ids: readonly string[] }>()('desk', z.object({ edits: z.array(editSchema).min(1).max(50_000), label: textSchema.optional() }).strict()),
  'desk.undo': call<{ seq: number; label: { zh: string; en: string } }>()('desk', nothing),
  'desk.redo': call<{ seq: number; label: { zh: string; en: string } }>()('desk', nothing),
  'desk.history': call<readonly ChangeSummary[]>()('desk', z.object({ limit: z.number().int().min(1).max(500).default(100), before: z.number().int().optional() }).strict()),
  'desk.change': call<{ entries: readonly z.infer<typeof changeEntrySchema>[] }>()('desk', z.object({ seq: z.number().int().positive() }).strict()),

  'import.plan': call<{ jobId: string }>()('desk', z.object({ uploadIds: z.array(z.string()).min(1).max(200) }).strict()),
  'import.rows': call<{ total: number; rows: readonly z.infer<typeof importRowSchema>[] }>()('desk', z.object({
    planId: z.string(), file: z.number().int().nonnegative(), outcome: z.enum(outcomes).optional(), doubtfulOnly: z.boolean().optional(),
    offset: z.number().int().nonnegative().default(0), limit: z.number().int().min(1).max(500).default(200),
  }).strict()),
  /** Applies a plan as one undoable change. `skip` names rows (by their key in the plan) that the person left out. */
  'import.apply': call<{ seq: number; added: number; changed: number }>()('desk', z.object({ planId: z.string(), skip: z.array(z.string()).default([]) }).strict()),
  'import.discard': call<Record<string, never>>()('desk', z.object({ planId: z.string() }).strict()),

  'output.start': call<{ jobId: string }>()('desk', outputRequestSchema),
  'job.state': call<JobState>()('desk', z.object({ jobId: z.string() }).strict()),
  'job.cancel': call<Record<string, never>>()('desk', z.object({ jobId: z.string() }).strict()),

  'settings.get': call<Settings>()('desk', nothing),
  'settings.set': call<Settings>()('desk', settingsSchema.partial().strict()),
  'about.get': call<{ version: string; host: string; licences: readonly { name: string; version: string; licence: string }[] }>()('desk', nothing),
} as const;

export type Contract = typeof contract;
export type CallName = keyof Contract;
export type CallInput<N extends CallName> = z.input<Contract[N]['input']>;
export type ParsedInput<N extends CallName> = z.output<Contract[N]['input']>;
export type CallOutput<N extends CallName> = NonNullable<Contract[N]['output']>;
export const callNames = Object.keys(contract) as CallName[];

/** What a call comes back as over any transport. */
export type Reply<T = unknown> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };
export const replySchema = z.discriminatedUnion('ok', [z.object({ ok: z.literal(true), value: z.unknown() }), z.object({ ok: z.literal(false), failure: failureSchema })]);

/** Everything the host says by itself. Records are named, not sent: who wants them asks with its own circle's calls. */
export interface Events {
  'ledger.opened': { readonly sample: boolean };
  'ledger.changed': { readonly seq: number; readonly assets: readonly string[]; readonly projects: readonly string[]; readonly profile: boolean };
  'job.changed': { readonly jobId: string; readonly job: JobState };
  'settings.changed': Settings;
}
export type EventName = keyof Events;
export const eventNames = ['ledger.opened', 'ledger.changed', 'job.changed', 'settings.changed'] as const satisfies readonly EventName[];

import { z } from 'zod';
import type { LeadCounts } from '../rules/lead/counts.js';
import type { LeadStanding } from '../rules/lead/follow-up.js';
import { idSchema } from '../schema/common.js';
import { boothLeadSchema, leadPersonSchema, mostLinks, nextSteps, passphraseSchema, takenPersonSchema, type LeadOpen, type LeadPerson } from '../schema/lead.js';
import { call, id, nothing } from './call.js';
import { schemaOf } from '../schema/vocabulary-schema.js';

/** How the leads of the open ledger stand. */
export interface LeadsStatus {
  /** A lead can be taken: there is a key to seal it with, or one can be made without asking anybody. */
  readonly ready: boolean;
  /** What is about persons can be read now. */
  readonly unlocked: boolean;
  /** How it can be unlocked: the system's key store needs nobody's word. Both false, though there is a key: it was lost, or belongs to another machine. */
  readonly passphrase: boolean;
  readonly keystore: boolean;
  readonly total: number;
  /** Leads that somebody should have acted on by now, or should today. */
  readonly due: number;
  /** Leads whose time is over, and those whose persons nobody can read any more. */
  readonly expired: number;
  readonly lost: number;
}
/** A lead as the list shows it. `masked` is null while it cannot be read; `sameAs` names the leads that are the same person's. */
export interface LeadRow extends Omit<LeadOpen, 'consent' | 'language'> {
  readonly standing: LeadStanding;
  readonly until: string;
  readonly expired: boolean;
  readonly lost: boolean;
  readonly masked: { readonly name: string; readonly organisation: string; readonly phone: string } | null;
  readonly sameAs: readonly string[];
}

const links = z.array(idSchema).max(mostLinks);
/** What the staff take down; consent was given by word of mouth. */
export const takenLeadSchema = z.object({
  way: z.enum(['console', 'desk']), person: takenPersonSchema, assetIds: links.default([]), projectIds: links.default([]), tourId: idSchema.optional(), language: z.enum(['zh', 'en']).default('zh'),
  nextStep: schemaOf(nextSteps).optional(), nextAt: z.iso.date().optional(), consent: z.literal(true),
}).strict();
/** What changes of a lead; what is absent stays, null takes away. What is about the person is given whole. */
const leadChangeSchema = z.object({
  nextStep: schemaOf(nextSteps).nullable().optional(), nextAt: z.iso.date().nullable().optional(), done: z.boolean().optional(),
  assetIds: links.optional(), projectIds: links.optional(), person: z.object(leadPersonSchema.shape).strict().optional(),
}).strict();
export type LeadChange = z.infer<typeof leadChangeSchema>;

export const leadCalls = {
  /** Whether a visitor may leave a lead at this screen now; nothing of any lead. */
  'public.leadOffer': call<{ open: boolean }>()('public', nothing),
  /** Leaves a lead, and answers with nothing. Refused where no show runs, where nothing could seal it, and to whoever leaves too many. */
  'public.lead': call<Record<string, never>>()('public', boothLeadSchema),

  'leads.status': call<LeadsStatus>()('desk', nothing),
  'leads.list': call<readonly LeadRow[]>()('desk', nothing),
  /** What is about the person of one lead. Asked for by a person, one at a time. */
  'leads.reveal': call<LeadPerson>()('desk', id),
  'leads.take': call<{ id: string }>()('desk', takenLeadSchema),
  'leads.change': call<{ revision: number }>()('desk', z.object({ id: z.string(), revision: z.number().int(), change: leadChangeSchema }).strict()),
  /** Makes one lead of several; what the kept one says holds. This cannot be undone. */
  'leads.merge': call<{ revision: number }>()('desk', z.object({ keep: z.string(), others: z.array(z.string()).min(1).max(50) }).strict()),
  /** Deletes leads for good: nothing of them is left in the folder. This cannot be undone. */
  'leads.remove': call<{ removed: number }>()('desk', z.object({ ids: z.array(z.string()).min(1).max(5_000) }).strict()),
  'leads.counts': call<LeadCounts>()('desk', nothing),
  /** Makes the key that leads are sealed with, and wraps it by a passphrase; or adds a passphrase to a key that is unlocked. */
  'leads.setUp': call<LeadsStatus>()('desk', z.object({ passphrase: passphraseSchema }).strict()),
  /** Unlocks by the passphrase, or by the system's key store where none is given. */
  'leads.unlock': call<LeadsStatus>()('desk', z.object({ passphrase: z.string().max(200).optional() }).strict()),
  'leads.lock': call<LeadsStatus>()('desk', nothing),
  /** Gives up what nobody can read any more: a new key and passphrase; the old persons' parts are deleted, their leads stay to be counted. */
  'leads.startOver': call<LeadsStatus>()('desk', z.object({ passphrase: passphraseSchema }).strict()),
  /** Writes all leads with names and phones as a workbook for staff, on purpose. Ends in a FinishedOutput. */
  'leads.export': call<{ jobId: string }>()('desk', z.object({ language: z.enum(['zh', 'en']).default('zh'), ids: z.array(z.string()).max(5_000).optional() }).strict()),
} as const;

/** Says that leads were taken, changed or deleted, or that they can be read now or not any more; nothing of any of them. */
export interface LeadEvents { readonly 'leads.changed': { readonly total: number } }

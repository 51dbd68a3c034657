import { z } from 'zod';
import { idSchema } from '../schema/common.js';
import { mostLinks } from '../schema/lead.js';
import type { OutputFile } from '../contract.js';
import { call, nothing } from './call.js';

/** What one investor can take away: the book, the page for the phone, the table. */
export const takeAwayParts = ['brochure', 'web', 'table'] as const;
export type TakeAwayPart = (typeof takeAwayParts)[number];
export const takeAwaySchema = z.object({
  assetIds: z.array(idSchema).min(1).max(mostLinks),
  parts: z.array(z.enum(takeAwayParts)).min(1).max(takeAwayParts.length),
  language: z.enum(['zh', 'en']).default('zh'),
  /** The folder that its own folder is made in, and what that one is called. */
  parent: z.string().min(1).max(1_000),
  name: z.string().trim().min(1).max(60),
  /** A line for the one it is given to, in the brochure. */
  dedication: z.string().trim().max(60).optional(),
}).strict();
export type TakeAwayRequest = z.infer<typeof takeAwaySchema>;
/** How a take-away was last made; for whom is chosen anew every time. */
export const takeAwayHabitSchema = takeAwaySchema.pick({ parts: true, language: true }).extend({ parent: z.string().max(1_000).optional() });
export type TakeAwayHabit = z.infer<typeof takeAwayHabitSchema>;
/** A finished take-away: the folder that its files lie in. */
export interface TakeAway { readonly folder: string; readonly files: readonly OutputFile[]; readonly notices: readonly { readonly zh: string; readonly en: string }[] }

export const takeAwayCalls = {
  /** Makes brochure, page and table of the chosen assets alone into one folder, all for the public. Ends in a TakeAway. */
  'takeAway.start': call<{ jobId: string }>()('desk', takeAwaySchema),
  /** Where take-aways were last put, or the usual place for documents. */
  'takeAway.place': call<{ parent: string }>()('desk', nothing),
} as const;

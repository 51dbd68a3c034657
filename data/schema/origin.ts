import { z } from 'zod';
import { listedNouns } from './ledger.js';

/** What a ledger folder that was taken from a server remembers: where from, by whom, when, and the revision of every record as it was then. */
export const originSchema = z.object({
  format: z.literal('xishan-origin-1'),
  /** The identity of the ledger on the server, which stays when its address changes. */
  ledger: z.string(),
  /** Without a password. */
  address: z.string(),
  takenBy: z.string(),
  takenAt: z.string(),
  /** The last change that is in it, in the server's own numbers. */
  seq: z.number().int().nonnegative(),
  revisions: z.object({ asset: z.record(z.string(), z.number()), project: z.record(z.string(), z.number()), tour: z.record(z.string(), z.number()) } satisfies Record<(typeof listedNouns)[number], unknown>),
});
export type Origin = z.infer<typeof originSchema>;

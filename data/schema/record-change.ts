import { z } from 'zod';
import { nounNames } from './ledger.js';

export const changeKinds = ['added', 'changed', 'removed'] as const;

/** What became of one record, cell by cell; of an added one every value, of a removed one what it held. */
export const recordChangeSchema = z.object({
  noun: z.enum(nounNames),
  id: z.string(),
  name: z.string(),
  code: z.string().optional(),
  category: z.string().optional(),
  village: z.string().optional(),
  kind: z.enum(changeKinds),
  cells: z.array(z.object({ path: z.string(), before: z.unknown().optional(), after: z.unknown().optional() })),
  /** Who took part, the last first. */
  by: z.array(z.string()),
  /** When it was changed last, as far as that is known. */
  at: z.string().optional(),
});
export type RecordChange = z.infer<typeof recordChangeSchema>;

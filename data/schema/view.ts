import { z } from 'zod';

/** A way of looking at the ledger's table that a person named and keeps: which columns, which rows, in which order. */
export const savedViewSchema = z.object({
  name: z.string().min(1).max(40),
  /** Paths of the columns in their order; absent: the usual ones. */
  columns: z.array(z.string()).optional(),
  /** Column widths that differ from the usual, in pixels. */
  widths: z.record(z.string(), z.number().int().min(40).max(1_200)).optional(),
  /** How many columns stay in sight while scrolling sideways. */
  frozen: z.number().int().min(0).max(6).optional(),
  sort: z.object({ key: z.string(), descending: z.boolean() }).optional(),
  filter: z.object({ query: z.string().max(200), category: z.array(z.string()), village: z.array(z.string()), status: z.array(z.string()) }).optional(),
});
export type SavedView = z.infer<typeof savedViewSchema>;

import { z } from 'zod';
import { textSchema } from './text.js';
import { categories } from './vocabularies.js';

/** What a check of an asset can find; each code is one rule of `data/rules/quality`. */
export const findingSchema = z.object({
  code: z.string(),
  /** The field that mends it. */
  path: z.string(),
  reason: textSchema,
  /** True when the asset should not be published before this is settled. */
  blocks: z.boolean(),
});
export type Finding = z.infer<typeof findingSchema>;

/** One asset as the check sees it. `score` from 0 to 100; `missing` names fields by path, the most wanted first. */
export const checkedAssetSchema = z.object({
  id: z.string(), name: z.string(), code: z.string().optional(), village: z.string().optional(), category: categories.schema,
  score: z.number().int().min(0).max(100),
  missing: z.array(z.string()),
  findings: z.array(findingSchema),
});
export type CheckedAsset = z.infer<typeof checkedAssetSchema>;

/** The whole ledger in figures: how many assets, their mean score, how many cannot be published, and how often each finding and gap occurs. */
export interface QualitySummary {
  readonly assets: number;
  readonly score: number;
  readonly complete: number;
  readonly blocked: number;
  readonly doubtful: number;
  readonly byCategory: readonly { readonly category: string; readonly assets: number; readonly score: number; readonly blocked: number }[];
  readonly byFinding: readonly { readonly code: string; readonly label: { readonly zh: string; readonly en: string }; readonly blocks: boolean; readonly assets: number }[];
  readonly byGap: readonly { readonly path: string; readonly assets: number }[];
}

import { z } from 'zod';
import type { Text } from './text.js';
import { textSchema } from './text-schema.js';
import { categories, type Category } from './vocabularies.js';
import { schemaOf } from './vocabulary-schema.js';

/** `blocks`: not to be published before it is settled · `doubt`: a value that is hardly right · `note`: to be kept in mind or arranged. */
export const findingLevels = ['blocks', 'doubt', 'note'] as const;
export type FindingLevel = (typeof findingLevels)[number];

/** What a check of an asset can find; each code is one rule of `data/rules/quality`. */
export const findingSchema = z.object({
  code: z.string(),
  /** The field that mends it. */
  path: z.string(),
  reason: textSchema,
  level: z.enum(findingLevels),
});
export type Finding = z.infer<typeof findingSchema>;

/** How an asset stands: may it be published, may it not, is a value of it doubtful, is its pitch ready. One can stand in several ways. */
export const standings = ['publishable', 'blocked', 'doubtful', 'complete'] as const;
export type Standing = (typeof standings)[number];

/** What a pitch still lacks: the field, the points that it would bring, and what is wanted of it in words. */
export const gapSchema = z.object({ path: z.string(), points: z.number().int().positive(), want: textSchema });
export type Gap = z.infer<typeof gapSchema>;

/** One asset as the check sees it. `score` from 0 to 100; score and all gaps' points make 100; the most wanted gap stands first. */
export const checkedAssetSchema = z.object({
  id: z.string(), name: z.string(), nameEn: z.string().optional(), code: z.string().optional(), village: z.string().optional(), category: schemaOf(categories),
  score: z.number().int().min(0).max(100),
  gaps: z.array(gapSchema),
  findings: z.array(findingSchema),
});
export type CheckedAsset = z.infer<typeof checkedAssetSchema>;

/** The whole ledger in figures: how many assets, their mean score, how many cannot be published, and how often each finding and gap occurs. */
export interface QualitySummary {
  readonly assets: number;
  readonly score: number;
  /** Assets whose pitch is ready: 90 points and more. */
  readonly complete: number;
  readonly blocked: number;
  /** Assets with a doubtful value, blocked or not. */
  readonly doubtful: number;
  readonly byCategory: readonly { readonly category: Category; readonly assets: number; readonly score: number; readonly blocked: number }[];
  /** Worst level first, then the most frequent. */
  readonly byFinding: readonly { readonly code: string; readonly label: Text; readonly level: FindingLevel; readonly assets: number }[];
  /** The most points lost first. */
  readonly byGap: readonly { readonly path: string; readonly assets: number; readonly points: number }[];
}

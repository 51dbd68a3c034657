import { z } from 'zod';
import { categories, statuses } from './vocabularies.js';

export const areaUnits = ['mu', 'm2'] as const;
/** A range of areas as a person states it; either end may be open, both ends count as inside. */
const areaRangeSchema = z.object({ min: z.number().nonnegative().nullable(), max: z.number().nonnegative().nullable(), unit: z.enum(areaUnits) });

const words = z.array(z.string().max(80)).max(200);

/** What is asked for of assets, as a tour or a page keeps it. An empty list, or no range, asks for nothing in that respect. */
export const assetFilterSchema = z.object({
  categories: z.array(categories.schema).default([]),
  villages: words.default([]),
  statuses: z.array(statuses.schema).default([]),
  area: areaRangeSchema.nullable().default(null),
  /** Any of these. */
  cooperation: words.default([]),
  /** All of these. */
  utilities: words.default([]),
});
type Kept = z.infer<typeof assetFilterSchema>;
export type AreaUnit = (typeof areaUnits)[number];
export type AreaRange = Readonly<z.infer<typeof areaRangeSchema>>;
export type AssetFilter = { readonly [K in keyof Kept]: Kept[K] extends (infer Item)[] ? readonly Item[] : Kept[K] };

import { z } from 'zod';
import { areaUnits } from './area-units.js';
import { categories, statuses } from './vocabularies.js';
import { schemaOf } from './vocabulary-schema.js';

/** A range of areas as a person states it; either end may be open, both ends count as inside. */
const areaRangeSchema = z.object({ min: z.number().nonnegative().nullable(), max: z.number().nonnegative().nullable(), unit: z.enum(areaUnits) });

const words = z.array(z.string().max(80)).max(200);

/** What is asked for of assets, as a tour or a page keeps it. An empty list, or no range, asks for nothing in that respect. */
export const assetFilterSchema = z.object({
  categories: z.array(schemaOf(categories)).default([]),
  villages: words.default([]),
  statuses: z.array(schemaOf(statuses)).default([]),
  area: areaRangeSchema.nullable().default(null),
  /** Any of these. */
  cooperation: words.default([]),
  /** All of these. */
  utilities: words.default([]),
});
type Kept = z.infer<typeof assetFilterSchema>;
export type AreaRange = Readonly<z.infer<typeof areaRangeSchema>>;
export type AssetFilter = { readonly [K in keyof Kept]: Kept[K] extends (infer Item)[] ? readonly Item[] : Kept[K] };

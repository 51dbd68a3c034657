import type { Asset } from '../schema/asset.js';
import { assetFields, valueAt, type FieldDefinition } from '../schema/fields.js';
import type { Category } from '../schema/vocabularies.js';

/** The fields that hold something now and that the other category does not have: they fall away when the category is changed, and come back with undo. */
export const lostWithCategory = (asset: Asset, category: Category): readonly FieldDefinition[] =>
  assetFields.filter((entry) => entry.categories && !entry.categories.includes(category) && valueAt(asset, entry.path) !== undefined);

import type { Asset } from '../schema/asset.js';
import { assetFields, isIn, isSeenBy, valueAt, type Circle } from '../schema/fields.js';
import { labelOf } from '../schema/vocabulary.js';

/** The prepared string that a typed word is looked for in: lower case, with pinyin and initials of every Chinese run. */
export function searchText(asset: Asset, circle: Circle): string {
  const parts: string[] = [];
  for (const entry of assetFields) {
    if (!isIn('search', entry) || !isSeenBy(circle, entry)) continue;
    const value = valueAt(asset, entry.path);
    for (const item of Array.isArray(value) ? value : [value]) {
      if (typeof item !== 'string') continue;
      const label = entry.vocabulary ? labelOf(entry.vocabulary, item) : undefined;
      parts.push(label ? `${label.zh} ${label.en}` : item);
    }
  }
  return parts.join(' ').toLowerCase();
}

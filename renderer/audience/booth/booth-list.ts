import { areaOf, emptyFilter } from '../../../data/rules/filter.js';
import { formatArea, formatNumber, formatPrice } from '../../../data/rules/format.js';
import type { Finding } from '../../../data/schema/stage.js';
import type { Language } from '../../../data/schema/text.js';
import { categories, type Category } from '../../../data/schema/vocabularies.js';
import type { IndexEntry } from '../../state/index-entries.js';

/** How many assets there are of every category that has some, in the order of the vocabulary. */
export function categoryCounts(entries: readonly IndexEntry[]): readonly { readonly category: Category; readonly count: number }[] {
  return categories.values.map((category) => ({ category, count: entries.filter((entry) => entry.category === category).length })).filter(({ count }) => count > 0);
}

/** The category that a visitor has pressed, read back from what the show has found. */
export const categoryOf = (finding: Finding | null): Category | null => finding?.filter.categories[0] ?? null;
/** The finding that a pressed category asks for; none for all of them. */
export const findingOf = (category: Category | null): Finding | null => (category ? { filter: { ...emptyFilter, categories: [category], villages: [], statuses: [], cooperation: [], utilities: [] }, query: '' } : null);

/** The assets of the strip: those with a picture come first, since pictures are what a passer-by stops for; otherwise as in the ledger. */
export function stripOf(entries: readonly IndexEntry[], category: Category | null): readonly IndexEntry[] {
  const shown = category ? entries.filter((entry) => entry.category === category) : entries;
  return [...shown.filter((entry) => entry.cover), ...shown.filter((entry) => !entry.cover)];
}

/** How big an asset is, in its own measure: a station's power, everything else's area; empty where it does not say. */
export function sizeOf(entry: IndexEntry, language: Language): string {
  if (entry.capacityKw !== null) return `${formatNumber(entry.capacityKw)} kW`;
  const area = areaOf(entry);
  if (area === null) return '';
  const { value, unit } = formatArea(area, entry.category, language);
  return `${value} ${unit}`;
}

/** What it costs, as stated; empty where it does not say. */
export const priceOf = (entry: IndexEntry, language: Language): string => (entry.price ? formatPrice(entry.price, language) : '');
/** The name in a language; the Chinese one where there is no other. */
export const nameOf = (entry: Pick<IndexEntry, 'name' | 'nameEn'>, language: Language): string => (language === 'en' && entry.nameEn ? entry.nameEn : entry.name);

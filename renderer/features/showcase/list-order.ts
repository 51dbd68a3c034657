import { areaOf } from '../../../data/rules/filter.js';
import { categories, statuses } from '../../../data/schema/vocabularies.js';
import type { IndexEntry } from '../../state/index-entries.js';
import type { ListColumn, ListSort } from './showcase-store.js';

const words = new Intl.Collator('zh', { numeric: true });
const perYear = { year: 1, 'mu-year': 1, month: 12, total: 1, negotiable: 1 } as const;

/** What a column is sorted by; null stands last either way. */
const keyOf: Readonly<Record<ListColumn, (entry: IndexEntry) => string | number | null>> = {
  name: (entry) => entry.name,
  category: (entry) => categories.values.indexOf(entry.category),
  village: (entry) => entry.village,
  area: (entry) => areaOf(entry),
  status: (entry) => (entry.status === null ? null : statuses.values.indexOf(entry.status)),
  price: (entry) => (entry.price === null || entry.price.yuan === null ? null : entry.price.yuan * perYear[entry.price.basis]),
};

/** The entries in the order of a column. Names of many assets sort slowly, so the whole ledger is sorted once and then only filtered. */
export function inOrder(entries: readonly IndexEntry[], { column, down }: ListSort): IndexEntry[] {
  const keyed = entries.map((entry) => ({ entry, key: keyOf[column](entry) }));
  const sign = down ? -1 : 1;
  keyed.sort(({ key: one }, { key: other }) => {
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    return sign * (typeof one === 'number' ? one - (other as number) : words.compare(one, other as string));
  });
  return keyed.map(({ entry }) => entry);
}

import { fieldAt, isSeenBy, valueAt, type FieldDefinition } from '../../schema/fields.js';
import { text, type Language, type Text } from '../../schema/text.js';
import { labelOf } from '../../schema/vocabulary.js';
import type { Section } from './rows.js';
import { ungrouped, type TableOccasion } from './table-occasion.js';

/** More headings than this are no grouping: the field is then as good as a name. */
const mostSections = 60;

/** True when records can stand under headings by the field: it has one value, and the readers may see it. */
export const isGrouping = (entry: FieldDefinition, internal: boolean) => (entry.kind === 'choice' || entry.kind === 'text') && entry.path !== 'name' && entry.path !== 'code' && (internal || isSeenBy('public', entry));

interface Grouping<R> { readonly sections: readonly Section<R>[] | undefined; readonly notices: readonly Text[] }
interface GroupingWish { readonly fields: readonly FieldDefinition[]; readonly usual: string; readonly blank?: Text }

/**
 * Puts records under headings: by the field that a person chose, else by the usual one. The order is the vocabulary's, or that of first
 * appearance, and what has no value comes last. Where a person sorted the records and chose no grouping, headings stand only where they
 * do not change the order. Without sections the records stand by themselves.
 */
export function groupedBy<R extends object>(records: readonly R[], { fields, usual, blank }: GroupingWish, occasion: TableOccasion): Grouping<R> {
  const { layout, language, internal } = occasion;
  if (layout?.group === ungrouped) return { sections: undefined, notices: [] };
  const chosen = layout?.group === undefined ? undefined : fields.find((entry) => entry.path === layout.group);
  if (layout?.group !== undefined && (!chosen || !isGrouping(chosen, internal))) {
    return { sections: undefined, notices: [text(`不能按「${chosen?.label.zh ?? layout.group}」分组，各行没有分组。`, `Rows cannot be grouped by “${chosen?.label.en ?? layout.group}”, and stand ungrouped.`)] };
  }
  const entry = chosen ?? fieldAt(fields, usual);
  const keyOf = (record: R) => String(valueAt(record, entry.path) ?? '').trim();
  const found = sectionsBy(records, keyOf, { keepOrder: occasion.keepOrder === true && !chosen, order: entry.vocabulary?.values ?? [] });
  if (found === 'too-many') {
    return { sections: undefined, notices: chosen ? [text(`「${entry.label.zh}」有 ${mostSections} 种以上，没有分组。`, `There are more than ${mostSections} kinds of “${entry.label.en}”, so rows stand ungrouped.`)] : [] };
  }
  const nameless = blank ?? text(`未填${entry.label.zh}`, `${entry.label.en} not given`);
  const nameOf = (key: string, said: Language) => (key === '' ? nameless[said] : (entry.vocabulary && labelOf(entry.vocabulary, key)?.[said]) ?? key);
  return { sections: found?.map(({ key, records: own }) => ({ label: nameOf(key, language), records: own })), notices: [] };
}

/** The records by a key; nothing when headings would break an order to be kept, or would say nothing. */
function sectionsBy<R>(records: readonly R[], keyOf: (record: R) => string, { keepOrder, order }: { keepOrder: boolean; order: readonly string[] }) {
  const byKey = new Map<string, R[]>(order.map((key) => [key, []]));
  const first = new Map<string, number>();
  let previous: string | undefined;
  for (const [at, record] of records.entries()) {
    const key = keyOf(record);
    const known = byKey.get(key);
    if (keepOrder && key !== previous && known && known.length > 0) return undefined;
    if (!first.has(key)) first.set(key, at);
    if (known) known.push(record); else byKey.set(key, [record]);
    previous = key;
  }
  let found = [...byKey].filter(([, list]) => list.length > 0).map(([key, list]) => ({ key, records: list }));
  if (keepOrder) found = found.sort((one, other) => (first.get(one.key) ?? 0) - (first.get(other.key) ?? 0));
  else found = [...found.filter(({ key }) => key !== ''), ...found.filter(({ key }) => key === '')];
  if (found.length > mostSections) return 'too-many' as const;
  return found.length === 0 || (found.length === 1 && found[0]?.key === '') ? undefined : found;
}

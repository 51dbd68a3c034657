import { formatNumber, formatPrice } from '../../../data/rules/format.js';
import type { Price } from '../../../data/schema/common.js';
import type { FormSection } from '../../../data/schema/field.js';
import { assetFields, isIn, type FieldDefinition } from '../../../data/schema/fields.js';
import { categories, type Category, type Status } from '../../../data/schema/vocabularies.js';
import type { IndexEntry } from '../../state/index-entries.js';
import type { Say } from '../../state/language.js';
import { CategoryBadge } from '../../ui/category-badge.js';
import { areaText, valueText } from '../../ui/fields/value-text.js';
import { columnWidth, type GridColumn } from '../../ui/grid/grid-column.js';
import { StatusTag } from '../../ui/status-tag.js';

/** The order of columns follows the form's, with what is offered beside what it is. */
const sectionOrder: readonly FormSection[] = ['identity', 'place', 'size', 'detail', 'offer', 'rights', 'story', 'people', 'system'];
const never: ReadonlySet<string> = new Set(['id', 'revision', 'photos']);

/** The fields that the index brings, in the order of the table. */
export function columnFields(paths: readonly string[]): FieldDefinition[] {
  const brought = new Set(paths);
  const fields = assetFields.filter((entry) => brought.has(entry.path) && !never.has(entry.path));
  return sectionOrder.flatMap((section) => fields.filter((entry) => entry.section === section));
}

/** Shown until a person chooses otherwise: what the registry places in the table, and the figure that counts for stations. */
export const isShownAtFirst = (entry: FieldDefinition) => isIn('table', entry) || entry.path === 'detail.capacityKw';

/** Columns of the ledger from the registry; `at` says where a path's value stands in an entry's cells. */
export function ledgerColumns(fields: readonly FieldDefinition[], paths: readonly string[], say: Say): GridColumn<IndexEntry>[] {
  const at = new Map(paths.map((path, index) => [path, index]));
  return fields.map((entry) => {
    const index = at.get(entry.path) ?? -1;
    const figures = entry.kind === 'number' || entry.kind === 'area' || entry.kind === 'price';
    return {
      key: entry.path, label: say(entry.label), width: columnWidth(entry, say.language, entry.path === 'category' ? 8 : 0), align: figures ? 'right' : 'left',
      ...(entry.kind === 'number' && entry.unit ? { unit: say(entry.unit) } : {}),
      cell: (row) => cellOf(entry, row.cells[index], row, say),
    };
  });
}

function cellOf(entry: FieldDefinition, value: unknown, row: IndexEntry, say: Say) {
  if (entry.path === 'name') return <span className="ledger-name">{say.language === 'en' ? row.nameEn || row.name : row.name}</span>;
  if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return <span className="grid-none">·</span>;
  if (entry.path === 'category') return <><CategoryBadge category={value as Category} size={18} /><span>{say.word(categories, value as string)}</span></>;
  if (entry.path === 'status') return <StatusTag status={value as Status} />;
  if (entry.kind === 'area') { const { value: amount, unit } = areaText(entry, value as number, row.category, say.language); return <span>{amount}<small className="ledger-unit">{unit}</small></span>; }
  if (entry.kind === 'number') return <span>{formatNumber(value as number)}</span>;
  if (entry.kind === 'price') return <span>{formatPrice(value as Price, say.language)}</span>;
  const words = entry.path === 'updatedAt' ? valueText(entry, value, say.language).slice(0, 16) : valueText(entry, value, say.language, row.category);
  return <span title={words.length > 12 ? words : undefined}>{words}</span>;
}

import { formatNumber, formatPrice } from '../../../data/rules/format.js';
import type { Price } from '../../../data/schema/common.js';
import type { FieldKind, FormSection } from '../../../data/schema/field.js';
import { assetFields, isIn, type FieldDefinition } from '../../../data/schema/fields.js';
import { categories, type Category, type Status } from '../../../data/schema/vocabularies.js';
import type { Say } from '../../state/language.js';
import { CategoryBadge } from '../../ui/category-badge.js';
import { AudienceMark } from '../../ui/fields/field-editor.js';
import { areaText, valueText } from '../../ui/fields/value-text.js';
import { notLoaded } from '../../ui/grid/cell-changes.js';
import { accessOf } from '../../ui/grid/cell-words.js';
import { columnWidth, type GridColumn } from '../../ui/grid/grid-column.js';
import { StatusTag } from '../../ui/status-tag.js';
import { OpenForm } from './open-form.js';
import { rowName, type LedgerRow, type LedgerValueOf } from './ledger-row.js';

/** The order of columns follows the form's, with what is offered beside what it is. */
const sectionOrder: readonly FormSection[] = ['identity', 'place', 'size', 'detail', 'offer', 'rights', 'story', 'people', 'system'];
/** Kinds that no cell can show: pictures, outlines, groups of other fields. */
const noCell: ReadonlySet<FieldKind> = new Set(['media', 'geometry', 'group', 'links']);
const never: ReadonlySet<string> = new Set(['id', 'revision']);

/** Every field of an asset that can stand in a cell, in the order of the table. */
export const tableFields: readonly FieldDefinition[] = sectionOrder.flatMap((section) => assetFields.filter((entry) => entry.section === section && !noCell.has(entry.kind) && !never.has(entry.path)));

/** Shown until a person chooses otherwise: what the registry places in the table, and the figure that counts for stations. */
export const isShownAtFirst = (entry: FieldDefinition) => isIn('table', entry) || entry.path === 'detail.capacityKw';
export const usualColumns: readonly string[] = tableFields.filter(isShownAtFirst).map((entry) => entry.path);

/** The fields of the columns asked for, in their order; the name always stands among them. */
export function chosenFields(paths: readonly string[] | null): FieldDefinition[] {
  const wanted = paths ?? usualColumns;
  const found = wanted.flatMap((path) => tableFields.find((entry) => entry.path === path) ?? []);
  return found.some((entry) => entry.path === 'name') ? found : [...tableFields.filter((entry) => entry.path === 'name'), ...found];
}

export const isFigure = (entry: FieldDefinition) => entry.kind === 'number' || entry.kind === 'area';

/** Columns of the ledger from the registry. Only what the index brings can be sorted by: the other values are fetched row by row. */
export function ledgerColumns(fields: readonly FieldDefinition[], indexed: ReadonlySet<string>, widths: Readonly<Record<string, number>>, valueOf: LedgerValueOf, say: Say): GridColumn<LedgerRow>[] {
  return fields.map((entry) => ({
    key: entry.path, label: say(entry.label), field: entry, align: isFigure(entry) || entry.kind === 'price' ? 'right' as const : 'left' as const,
    width: widths[entry.path] ?? columnWidth(entry, say.language, entry.path === 'category' ? 8 : entry.path === 'name' ? 20 : 0),
    ...(entry.kind === 'number' && entry.unit ? { unit: say(entry.unit) } : {}), ...(entry.audience === 'public' || entry.kind === 'system' ? {} : { mark: <AudienceMark entry={entry} /> }),
    ...(indexed.has(entry.path) ? {} : { unsortable: true }),
    access: (row: LedgerRow) => accessOf(entry, row.entry.category),
    cell: (row: LedgerRow) => cellOf(entry, valueOf(row, entry), row, say),
  }));
}

function cellOf(entry: FieldDefinition, value: unknown, row: LedgerRow, say: Say) {
  const { category } = row.entry;
  if (entry.path === 'name') return <OpenForm>{say.language === 'en' ? row.entry.nameEn || rowName(row) : rowName(row)}</OpenForm>;
  if (value === notLoaded) return <span className="grid-none">…</span>;
  if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return <span className="grid-none">·</span>;
  if (entry.path === 'category') return <><CategoryBadge category={value as Category} size={18} /><span>{say.word(categories, value as string)}</span></>;
  if (entry.path === 'status') return <StatusTag status={value as Status} />;
  if (entry.kind === 'area') { const { value: amount, unit } = areaText(entry, value as number, category, say.language); return <span>{amount}<small className="ledger-unit">{unit}</small></span>; }
  if (entry.kind === 'number') return <span>{entry.unit?.zh === '年' ? String(value as number) : formatNumber(value as number, 4)}</span>;
  if (entry.kind === 'price') return <span>{formatPrice(value as Price, say.language)}</span>;
  const words = entry.path === 'updatedAt' ? valueText(entry, value, say.language).slice(0, 16) : valueText(entry, value, say.language, category);
  return <span title={words.length > 12 ? words : undefined}>{words}</span>;
}

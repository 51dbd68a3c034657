import type { Person } from '../../schema/common.js';
import type { FieldDefinition } from '../../schema/fields.js';
import { isIn, isSeenBy, valueAt } from '../../schema/fields.js';
import { text, type Language, type Text } from '../../schema/text.js';
import type { Category } from '../../schema/vocabularies.js';
import { isFieldInMu, isMeasuredInMu, squareMetresPerMu } from '../format.js';
import { cellWords } from '../changes/cell-words.js';
import { nameIn, shownText } from './shown-text.js';
import type { CellValue, TableColumn } from './sheet.js';

/** A column with the way to its value. */
export interface SourceColumn<R extends object = object> extends Omit<TableColumn, 'label'> {
  readonly label: Text;
  readonly unit?: Text;
  /** The width below which it is not squeezed. */
  readonly minimum: number;
  /** The field that it shows; a derived column has none, and says what it means itself. */
  readonly field?: FieldDefinition;
  readonly meaning?: Text;
  cell(record: R): CellValue;
}

export const mu = text('亩', 'mu');
export const squareMetres = text('㎡', '㎡');
export const kilowatts = text('kW', 'kW');

/** Figures that mean something when added up; the registry knows numbers, but not which of them add. */
const summedPaths: ReadonlySet<string> = new Set(['investment', 'siteArea', 'floorArea', 'detail.capacityKw', 'detail.annualOutputKwh', 'detail.stockVolume', 'detail.irrigatedArea', 'detail.capacity']);
/** Of what one category alone has, the office's own layout shows this. */
const usualDetails: ReadonlySet<string> = new Set(['detail.capacityKw']);

/** ㎡ as 亩 with the noise of the division taken off: 0.0001 亩 is 0.07 ㎡, finer than any survey. */
export const asMu = (area: number) => rounded(area / squareMetresPerMu, 4);
export const rounded = (value: number, decimals: number) => Number(value.toFixed(decimals));

/** True when a person may choose the field as a column, for these readers: it can be told in a cell. */
export const mayStand = (entry: FieldDefinition, internal: boolean) => !['media', 'geometry', 'group', 'links', 'stops'].includes(entry.kind) && (internal || isSeenBy('public', entry));

/**
 * True when the field is a column of the exported table. The public edition has the columns of the table on screen;
 * the internal one adds what only staff may see. What one category alone has is left to its own forms,
 * save the figures that are added up over the whole ledger.
 */
export function isExported(entry: FieldDefinition, internal: boolean): boolean {
  if (entry.kind === 'media' || entry.kind === 'geometry' || entry.kind === 'group') return false;
  if (!internal && entry.audience !== 'public') return false;
  if (isIn('table', entry)) return true;
  if (entry.section === 'detail') return usualDetails.has(entry.path);
  return entry.audience !== 'public' && entry.kind !== 'system' && entry.width !== undefined;
}

/** The columns of one field: an area measured in two units and a person with a phone are two columns. */
export function columnsOf(entry: FieldDefinition, language: Language): SourceColumn[] {
  // A whole date is longer than the month that forms expect: 2019 年 3 月 8 日.
  const width = entry.kind === 'date' ? 8.5 : (entry.width ?? 8);
  const base = { label: entry.label, field: entry, width, minimum: smallest(entry, width, language), align: 'left', digits: 0, summed: false } as const;
  const value = (record: object) => valueAt(record, entry.path);
  const figure = { ...base, align: 'center', summed: summedPaths.has(entry.path) } as const;
  if (entry.path === 'name') {
    return [{ ...base, key: 'name', cell: (record) => nameIn(record as { name: string; nameEn?: string }, language) }];
  }
  if (entry.kind === 'area' && entry.path === 'siteArea') {
    // Each place in the unit it is known by, as on screen; so either column can be added up.
    const shownIn = (inMu: boolean) => (record: object) => {
      const area = value(record);
      if (typeof area !== 'number' || isMeasuredInMu((record as { category: Category }).category) !== inMu) return null;
      return inMu ? asMu(area) : rounded(area, 2);
    };
    return [
      { ...figure, key: `${entry.path}/mu`, unit: mu, digits: 1, cell: shownIn(true) },
      { ...figure, key: `${entry.path}/m2`, unit: squareMetres, digits: 1, cell: shownIn(false) },
    ];
  }
  if (entry.kind === 'area' || entry.kind === 'number') {
    const inMu = entry.kind === 'area' && isFieldInMu(entry.path, undefined);
    const cell = (record: object) => { const number = value(record); return typeof number !== 'number' ? null : inMu ? asMu(number) : rounded(number, 4); };
    // A year is a name more than a figure: 1978, not 1,978 年.
    if (entry.unit?.zh === '年') return [{ ...figure, key: entry.path, plain: true, cell }];
    const unit = inMu ? mu : entry.unit;
    return [{ ...figure, key: entry.path, ...(unit ? { unit } : {}), digits: entry.kind === 'area' ? 1 : 2, cell }];
  }
  if (entry.kind === 'person') {
    const part = (name: keyof Person) => (record: object) => (value(record) as Person | undefined)?.[name] || null;
    return [
      { ...base, key: `${entry.path}/name`, width: 6, minimum: 4.5, align: 'center', cell: part('name') },
      { ...base, key: `${entry.path}/phone`, label: text(`${entry.label.zh}电话`, `${entry.label.en} phone`), width: 6.5, minimum: 6.5, align: 'center', cell: part('phone') },
    ];
  }
  const isShort = ['choice', 'date', 'price', 'system'].includes(entry.kind) || width <= 8;
  return [{ ...base, key: entry.path, align: isShort ? 'center' : 'left', cell: (record) => wordsOf(entry, value(record), language) || null }];
}

/** What a cell says: what the program keeps in parts (where a record came from) is put together, the rest stands as on screen. */
const wordsOf = (entry: FieldDefinition, value: unknown, language: Language) =>
  entry.kind === 'system' && typeof value === 'object' ? cellWords(entry, value, { language }) : shownText(entry, value, language);

/** What a column needs so that its usual content still reads: a whole word of a list, a code in one line, a column of prose. */
function smallest(entry: FieldDefinition, width: number, language: Language): number {
  const labels = entry.vocabulary?.words.map((word) => word.label[language].length * (language === 'zh' ? 1 : 0.5)) ?? [];
  if (entry.kind === 'choice') return Math.min(width, Math.max(3, ...labels) + 0.5);
  if (entry.kind === 'date') return Math.min(width, 8);
  if (entry.kind === 'number' || entry.kind === 'area' || entry.kind === 'system') return Math.min(width, 5.5);
  if (entry.path === 'code') return Math.min(width, 6.5);
  return Math.min(width, Math.max(4.5, width * 0.45));
}

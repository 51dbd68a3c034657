import { fieldsOfCategory, isSeenBy, type FieldDefinition } from '../../schema/fields.js';
import type { Category } from '../../schema/vocabularies.js';
import { isFieldInMu } from '../format.js';

/** A column of a sheet that village staff fill in; plain values, so that it can be handed to a worker. */
export interface SliceColumn {
  /** The field; of the contact, which takes two columns, `contact.name` and `contact.phone`. */
  readonly path: string;
  readonly title: string;
  /** In Chinese characters. */
  readonly width: number;
  readonly check: 'text' | 'number' | 'date' | 'one' | 'several';
  /** The words to choose from. */
  readonly options?: readonly string[];
  /** What is said when the cell is entered. */
  readonly hint?: string;
  /** Kept by the office: not to be changed in a row that is there. */
  readonly locked: boolean;
}
export interface SliceAudience { readonly internal: boolean; readonly contacts: boolean }

const typed: ReadonlySet<string> = new Set(['text', 'long-text', 'number', 'area', 'date', 'choice', 'choices', 'tags', 'boolean', 'price', 'bilingual']);
/** What an office does itself: another language, the category (each has a sheet of its own). */
const keptByOffice: ReadonlySet<string> = new Set(['nameEn', 'category']);
const first = ['code', 'name', 'village'];

/** The field that a column fills. */
export const fieldOfColumn = (path: string) => (path.startsWith('detail.') ? path : path.split('.')[0] ?? path);

/** The fields that a sheet of a category can ask for, in the order of the form. */
export function sliceFields(category: Category, { internal, contacts }: SliceAudience): readonly FieldDefinition[] {
  const fields = fieldsOfCategory(category).filter((entry) => (entry.path === 'contact' ? contacts : typed.has(entry.kind) && !keptByOffice.has(entry.path) && entry.audience !== 'personal' && (internal || isSeenBy('public', entry))));
  const rank = (entry: FieldDefinition) => { const place = first.indexOf(entry.path); return place < 0 ? first.length : place; };
  return fields.toSorted((one, other) => rank(one) - rank(other));
}

function columnsOf(entry: FieldDefinition, category: Category, villages: readonly string[]): SliceColumn[] {
  const { path, kind, label, vocabulary } = entry;
  const words = vocabulary?.words.map((word) => word.label.zh);
  const unit = kind === 'area' ? (isFieldInMu(path, category) ? '亩' : '㎡') : kind === 'number' ? entry.unit?.zh : undefined;
  const column = { path, title: unit ? `${label.zh}（${unit}）` : label.zh, width: Math.max(entry.width ?? 8, label.zh.length + 2), locked: path === 'code', ...(entry.meaning ? { hint: entry.meaning.zh } : {}) };
  if (path === 'contact') return [{ ...column, path: 'contact.name', title: '联系人', check: 'text', width: 8 }, { ...column, path: 'contact.phone', title: '联系电话', check: 'text', width: 10 }];
  if (path === 'village' && villages.length > 0) return [{ ...column, check: 'one', options: villages }];
  if (kind === 'boolean') return [{ ...column, check: 'one', options: ['是', '否'] }];
  if (kind === 'choice' && words) return [{ ...column, check: 'one', options: words }];
  if (kind === 'choices' && words) return [{ ...column, check: 'several', options: words }];
  return [{ ...column, check: kind === 'number' || kind === 'area' ? 'number' : kind === 'date' ? 'date' : 'text' }];
}

/** The columns of a category's sheet. `wanted` chooses among what the audience may see; code and name are always there, for without them no row is known. */
export function sliceColumns(category: Category, audience: SliceAudience, villages: readonly string[], wanted?: readonly string[]): readonly SliceColumn[] {
  return sliceFields(category, audience).filter((entry) => !wanted || wanted.includes(entry.path) || first.includes(entry.path)).flatMap((entry) => columnsOf(entry, category, villages));
}

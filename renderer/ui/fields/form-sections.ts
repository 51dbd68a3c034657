import { plain } from '../../../data/rules/import/cell.js';
import type { FieldKind, FormSection } from '../../../data/schema/field.js';
import { valueAt, type FieldDefinition } from '../../../data/schema/fields.js';
import { text, type Language, type Text } from '../../../data/schema/text.js';
import type { Category } from '../../../data/schema/vocabularies.js';
import { valueText } from './value-text.js';

/** The sections of a form in the order shown; what the program keeps itself stands at the foot. */
export const formSections: readonly { readonly section: FormSection; readonly label: Text }[] = [
  { section: 'identity', label: text('基本', 'Basics') },
  { section: 'detail', label: text('类别信息', 'Details') },
  { section: 'size', label: text('规模', 'Size') },
  { section: 'place', label: text('位置', 'Place') },
  { section: 'offer', label: text('招商', 'Offer') },
  { section: 'rights', label: text('权属', 'Title') },
  { section: 'story', label: text('介绍', 'Story') },
  { section: 'people', label: text('联系与内部', 'Contact and internal') },
];

const wideKinds: ReadonlySet<FieldKind> = new Set<FieldKind>(['long-text', 'bilingual', 'choices', 'tags', 'price', 'person', 'media']);
/** Fields that take the whole width of the form. */
export const isWide = (entry: Pick<FieldDefinition, 'kind' | 'width'>) => wideKinds.has(entry.kind) || (entry.width ?? 0) > 14;

/** The value as it came from a file, kept beside the field (`siteAreaText` of `siteArea`, `locationSource` of `location`); nothing where it says just what the value says. */
export function writtenOf(entry: FieldDefinition, fields: readonly FieldDefinition[], record: object, language: Language, category?: Category): string | undefined {
  const companion = entry.path === 'location' ? 'locationSource' : `${entry.path}Text`;
  const field = fields.find((other) => other.path === companion);
  const words = field ? valueText(field, valueAt(record, companion), language) : '';
  return words === '' || bare(words) === bare(valueText(entry, valueAt(record, entry.path), 'zh', category)) ? undefined : words;
}

/** Words without spaces and without the commas between thousands. */
const bare = (words: string) => plain(words).replace(/(\d)[,，](?=\d{3})/g, '$1');

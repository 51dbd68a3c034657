import { latinSpellings } from '../../../../data/rules/pinyin-readings.js';
import { plainText } from '../../../../data/rules/search-query.js';
import { assetFields, fieldsOfCategory, projectFields, type FieldDefinition } from '../../../../data/schema/fields.js';
import type { FormSection } from '../../../../data/schema/field.js';
import { text, type Language, type Text } from '../../../../data/schema/text.js';
import type { Category } from '../../../../data/schema/vocabularies.js';
import { formSections } from '../../../ui/fields/form-sections.js';

export type Noun = 'asset' | 'project';
export interface RoleOption { readonly role: string; readonly label: Text; readonly section: FormSection; /** Folded words it is found by. */ readonly words: string }

/** What a column may hold besides a whole field of the record. */
const partsOfFields: readonly { readonly role: string; readonly label: Text; readonly section: FormSection; readonly nouns: readonly Noun[]; readonly also: readonly string[] }[] = [
  { role: '#lng', label: text('经度', 'Longitude'), section: 'place', nouns: ['asset'], also: ['东经', 'x', 'lng'] },
  { role: '#lat', label: text('纬度', 'Latitude'), section: 'place', nouns: ['asset'], also: ['北纬', 'y', 'lat'] },
  { role: '#pair', label: text('坐标（经纬度在一格）', 'Coordinates (both in one cell)'), section: 'place', nouns: ['asset'], also: ['经纬度', '坐标点'] },
  { role: '#contact', label: text('联系人（可带电话）', 'Contact, phone if given'), section: 'people', nouns: ['asset', 'project'], also: ['联系人', '联系方式'] },
  { role: '#phone', label: text('联系电话', 'Contact phone'), section: 'people', nouns: ['asset', 'project'], also: ['手机', 'phone'] },
];

/** Roles that the program tells by itself and a person does not choose, with the words for them. */
const ownRoles: Readonly<Record<string, Text>> = {
  '#sequence': text('序号', 'Running number'), '#ignored': text('不收这一栏', 'Not kept'), '#datum': text('坐标系（逐行）', 'Datum, row by row'), '#area-unit': text('面积单位（逐行）', 'Unit of area, row by row'),
};

/** Kinds that no single column holds, or that the program keeps itself. */
const kindsOfNoColumn: ReadonlySet<string> = new Set(['system', 'geometry', 'media', 'group', 'point']);
const fieldsOf = (noun: Noun, category: Category | undefined): readonly FieldDefinition[] => (noun === 'project' ? projectFields : category ? fieldsOfCategory(category) : assetFields);

const folded = (words: readonly string[]) => words.flatMap((word) => { const { full, initials } = latinSpellings(word); return [word, ...full, ...initials]; }).map(plainText).join('\n');

/** All that a column of a table may be read as, by the sections of the form. */
export function roleOptions(noun: Noun, category: Category | undefined): RoleOption[] {
  const own = fieldsOf(noun, category).filter((entry) => !kindsOfNoColumn.has(entry.kind) && entry.path !== 'contact')
    .map((entry) => ({ role: entry.path, label: entry.label, section: entry.section, words: folded([entry.label.zh, entry.label.en, ...(entry.synonyms ?? [])]) }));
  const parts = partsOfFields.filter((part) => part.nouns.includes(noun)).map(({ role, label, section, also }) => ({ role, label, section, words: folded([label.zh, label.en, ...also]) }));
  const order = formSections.map(({ section }) => section);
  return [...own, ...parts].sort((one, other) => order.indexOf(one.section) - order.indexOf(other.section));
}

/** True when every word of the query is found in the option's names, in Chinese, English, or pinyin. */
export const fitsQuery = (option: RoleOption, query: string) => query.split(/\s+/).map(plainText).every((word) => option.words.includes(word));

/** The words for a role, in one language. */
export function roleLabel(role: string, noun: Noun, language: Language): string {
  const part = partsOfFields.find((entry) => entry.role === role)?.label ?? ownRoles[role] ?? (noun === 'project' ? projectFields : assetFields).find((entry) => entry.path === role)?.label;
  return part?.[language] ?? role;
}
/** True for a role that the program gave by itself and that means no field: nothing is lost by leaving it. */
export const isOwnRole = (role: string | null) => role !== null && role in ownRoles;

import { shownText } from '../../../data/rules/export/shown-text.js';
import { numberText, oneLine, plain } from '../../../data/rules/import/cell.js';
import { partsOf, wordOf, wordsIn } from '../../../data/rules/import/parse-words.js';
import { readField, type FieldColumn } from '../../../data/rules/import/read-field.js';
import { unitOf } from '../../../data/rules/import/units.js';
import type { Person, Price } from '../../../data/schema/common.js';
import type { FieldDefinition } from '../../../data/schema/fields.js';
import { text, type Language, type Text } from '../../../data/schema/text.js';
import type { Category } from '../../../data/schema/vocabularies.js';
import { areaDigits, areaUnitOf, draftOf, isEditable, readDraft, type Reading } from '../fields/draft.js';
import { faultOf } from '../fields/field-fault.js';
import { valueText } from '../fields/value-text.js';

/** What a cell's words are understood by: whose area unit, which language, and what stands there now. */
export interface CellContext { readonly category: Category | undefined; readonly language: Language; readonly old: unknown }

/** How a table treats a cell: it is edited, only shown, or the record's category has no such field. */
export type CellAccess = 'edit' | 'shown' | 'absent';

/** Fields that a table only shows: the category decides which fields there are, links are chosen in a list of their own. */
const settledKinds: ReadonlySet<string> = new Set(['links', 'system']);
export function accessOf(entry: FieldDefinition | undefined, category: Category | undefined): CellAccess {
  if (!entry) return 'shown';
  if (entry.categories && category && !entry.categories.includes(category)) return 'absent';
  return isEditable(entry.kind) && !settledKinds.has(entry.kind) && entry.path !== 'category' ? 'edit' : 'shown';
}

const separators: Record<Language, string> = { zh: '、', en: ', ' };
const priceTails: Partial<Record<Price['basis'], string>> = { year: '/年', 'mu-year': '/亩·年', month: '/月' };

/** A price so that reading it again gives the same: 39万元/年, 290元/亩·年, 总价80万元, 面议. */
function priceWords({ yuan, basis }: Price): string {
  if (yuan === null || basis === 'negotiable') return '面议';
  const inTenThousands = Number((yuan / 10_000).toFixed(4));
  const amount = yuan >= 10_000 && inTenThousands * 10_000 === yuan ? `${numberText(inTenThousands)}万元` : `${numberText(yuan)}元`;
  return basis === 'total' ? `总价${amount}` : `${amount}${priceTails[basis] ?? ''}`;
}

/** The figure of a cell in the unit that its words are in; nothing for cells that hold no figure. */
export function cellFigure(entry: FieldDefinition, value: unknown, category: Category | undefined): number | null {
  if (typeof value !== 'number') return null;
  return entry.kind === 'area' ? Number(areaDigits(value, areaUnitOf(entry, category))) : value;
}
export const areaUnitWord = (entry: FieldDefinition, category: Category | undefined) => (areaUnitOf(entry, category) === 'mu' ? '亩' : '㎡');

/** What stands in a cell's editor, and without its format on the clipboard; `readCellWords` takes it back without loss. */
export function cellWords(entry: FieldDefinition, value: unknown, { category, language }: Pick<CellContext, 'category' | 'language'>, withUnit = false): string {
  if (value === undefined || value === null || value === '') return '';
  switch (entry.kind) {
    case 'number': return numberText(value as number);
    case 'area': return `${numberText(cellFigure(entry, value, category) ?? 0)}${withUnit ? areaUnitWord(entry, category) : ''}`;
    case 'price': return priceWords(value as Price);
    case 'person': return [(value as Person).name, (value as Person).phone].filter(Boolean).join(' ');
    case 'bilingual': return (value as Partial<Text>)[language] ?? '';
    case 'choice': case 'boolean': return shownText(entry, value, language);
    case 'choices': case 'tags': return (value as readonly unknown[]).map((item) => shownText({ ...entry, kind: 'choice' }, item, language)).join(separators[language]);
    case 'date': case 'text': case 'long-text': return String(value);
    case 'point': return draftOf(entry, value) as string;
    default: return valueText(entry, value, language, category);
  }
}

const refuse = (zh: string, en: string): Reading => ({ ok: false, fault: text(zh, en) });

/**
 * Understands what was typed or pasted into a cell, by the readers that take in files: units in the cell, office words for a
 * status, 12亩 in a ㎡ column. Empty words clear the field. Answers with the value, or a sentence why there is none.
 */
export function readCellWords(entry: FieldDefinition, words: string, context: CellContext): Reading {
  if (words.trim() === '') return checked(entry, entry.kind === 'bilingual' ? bilingual(context, '') : undefined);
  switch (entry.kind) {
    case 'text': return checked(entry, oneLine(words));
    case 'long-text': return checked(entry, words.replace(/\r\n?/g, '\n').trim());
    case 'bilingual': return checked(entry, bilingual(context, words.trim()));
    case 'point': return readDraft(entry, words);
    case 'choices': return choices(entry, words);
    // A typed figure is meant as it stands: 1.7 is no 1.7 %, as it would be in a file. Years are written in many ways.
    case 'number': return entry.unit?.zh === '年' ? byFile(entry, words, context) : readDraft(entry, words);
    default: return byFile(entry, words, context);
  }
}

function checked(entry: FieldDefinition, value: unknown): Reading {
  const fault = faultOf(entry, value);
  return fault ? { ok: false, fault } : { ok: true, value };
}

/** One language of a text in two; the other stays. */
function bilingual({ old, language }: CellContext, words: string): Partial<Text> | undefined {
  const { [language]: _replaced, ...other } = (old ?? {}) as Partial<Text>;
  const next = { ...other, ...(words ? { [language]: words } : {}) };
  return Object.keys(next).length > 0 ? next : undefined;
}

/** A list is taken whole or not at all: a word that is not known must not vanish among those that are. */
function choices(entry: FieldDefinition, words: string): Reading {
  const list = entry.vocabulary;
  if (!list) return checked(entry, undefined);
  const parts = partsOf(words);
  const known = parts.map((part) => wordOf(list, part));
  if (known.every((value) => value !== undefined)) return checked(entry, [...new Set(known)]);
  const found = wordsIn(list, words);
  const rest = [...found.values()].sort((one, other) => other.length - one.length).reduce((left, name) => left.replaceAll(name, ''), plain(words));
  return /[\p{L}\p{N}]/u.test(rest) || found.size === 0 ? notInList(entry, words) : checked(entry, [...found.keys()]);
}

function notInList(entry: FieldDefinition, words: string): Reading {
  const labels = (language: Language) => (entry.vocabulary?.words ?? []).map((word) => word.label[language]).join(separators[language]);
  return refuse(`「${oneLine(words).slice(0, 30)}」不在词表里，可写：${labels('zh')}。`, `“${oneLine(words).slice(0, 30)}” is not in the list; it may be ${labels('en')}.`);
}

function byFile(entry: FieldDefinition, words: string, { category, old }: CellContext): Reading {
  const perOld = (old as Price | null | undefined)?.basis;
  const column: FieldColumn = {
    index: 0, definition: entry,
    ...(entry.kind === 'area' ? { unit: unitOf(areaUnitOf(entry, category) === 'mu' ? '亩' : 'm2', 'area')! } : {}),
    // A bare amount over a price keeps what the price was for.
    ...(entry.kind === 'price' && perOld && perOld !== 'negotiable' ? { price: perOld === 'mu-year' ? { per: 'year', perMu: true } : { per: perOld } } : {}),
  };
  const read = readField(column, words, false);
  const value = read.values[entry.path];
  if (value !== undefined) return checked(entry, value);
  if (read.doubts.length === 0) return checked(entry, undefined);
  if (entry.kind === 'choice') return notInList(entry, words);
  return examples[entry.kind] ? { ok: false, fault: examples[entry.kind]! } : refuse('这里读不出内容，请改正。', 'Nothing can be read here; please correct it.');
}

const examples: Partial<Record<FieldDefinition['kind'], Text>> = {
  number: text('这里要写一个数，例如 960。', 'Give one number here, such as 960.'),
  area: text('面积要写成大于 0 的一个数，可以带单位，例如 12.5亩。', 'Give the area as one number above 0, with its unit if you like, such as 12.5 mu.'),
  date: text('写成 2024-03-08、2024-03 或 2024。', 'Write it as 2024-03-08, 2024-03 or 2024.'),
  price: text('写成 39万元/年、290元/亩·年、总价80万元 或 面议。', 'Write it as 390000元/年, 290元/亩·年, 总价80万元 or 面议.'),
  person: text('写成“姓名 电话”，例如 周某 0571-88880000。', 'Write a name and a phone, such as Zhou 0571-88880000.'),
  boolean: text('写“是”或“否”。', 'Write yes or no.'),
};
/** How a cell of this kind is written, for people who have not done it before. */
export const writingHint = (entry: FieldDefinition): Text | undefined => (entry.kind === 'price' || entry.kind === 'person' ? examples[entry.kind] : undefined);

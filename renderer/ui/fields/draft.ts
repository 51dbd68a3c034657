import { squareMetresPerMu } from '../../../data/rules/format.js';
import { numberText, plain } from '../../../data/rules/import/cell.js';
import { parseOneCell } from '../../../data/rules/import/parse-coordinates.js';
import { parseDate } from '../../../data/rules/import/parse-date.js';
import { parseArea, parseMeasure } from '../../../data/rules/import/parse-measure.js';
import { unitOf } from '../../../data/rules/import/units.js';
import { sameValue } from '../../../data/rules/apply-change.js';
import type { Location, Person, Price } from '../../../data/schema/common.js';
import type { FieldDefinition } from '../../../data/schema/fields.js';
import { text, type Text } from '../../../data/schema/text.js';
import type { Category } from '../../../data/schema/vocabularies.js';
import { areaUnitOf, type AreaUnit } from './area-unit.js';
import { faultOf } from './field-fault.js';

export { areaUnitOf, type AreaUnit } from './area-unit.js';

export interface AreaDraft { readonly amount: string; readonly unit: AreaUnit }
export interface PriceDraft { readonly amount: string; readonly basis: string }
export interface PersonDraft { readonly name: string; readonly phone: string }

/** What stands in an editor while it is being typed, by kind of field. */
export interface DraftOf {
  text: string; 'long-text': string; number: string; date: string; point: string; choice: string; boolean: '' | 'yes' | 'no';
  choices: readonly string[]; tags: readonly string[]; links: readonly string[];
  bilingual: Text; area: AreaDraft; price: PriceDraft; person: PersonDraft;
}
export type EditableKind = keyof DraftOf;
export type Draft = DraftOf[EditableKind];

const editable: ReadonlySet<string> = new Set<EditableKind>(['text', 'long-text', 'number', 'date', 'point', 'choice', 'boolean', 'choices', 'tags', 'links', 'bilingual', 'area', 'price', 'person']);
/** True for kinds that a person types or chooses; the others are shown only. */
export const isEditable = (kind: string): kind is EditableKind => editable.has(kind);

/** What a draft says: a value to store (absent clears the field), or why it cannot be stored. */
export type Reading = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly fault: Text };

/** An area in ㎡ as digits in the unit; fine enough that typing nothing changes nothing. */
export const areaDigits = (squareMetres: number, unit: AreaUnit) => numberText(Number((unit === 'mu' ? squareMetres / squareMetresPerMu : squareMetres).toFixed(unit === 'mu' ? 4 : 2)));

/** Degrees to a tenth of a metre. */
const degrees = (value: number) => String(Number(value.toFixed(6)));

/** The draft that a stored value begins with. */
export function draftOf(entry: FieldDefinition, value: unknown, category?: Category): Draft {
  switch (entry.kind as EditableKind) {
    case 'number': return typeof value === 'number' ? numberText(value) : '';
    case 'point': { const at = value as Location | undefined; return at ? `${degrees(at.lng)}, ${degrees(at.lat)}` : ''; }
    case 'boolean': return value === true ? 'yes' : value === false ? 'no' : '';
    case 'choices': case 'tags': case 'links': return (value as readonly string[] | undefined) ?? [];
    case 'bilingual': { const words = value as Partial<Text> | undefined; return { zh: words?.zh ?? '', en: words?.en ?? '' }; }
    case 'area': { const unit = areaUnitOf(entry, category); return { amount: typeof value === 'number' ? areaDigits(value, unit) : '', unit }; }
    case 'price': { const price = value as Price | undefined; return { amount: price?.yuan === null || price?.yuan === undefined ? '' : numberText(price.yuan), basis: price?.basis ?? '' }; }
    case 'person': { const person = value as Person | undefined; return { name: person?.name ?? '', phone: person?.phone ?? '' }; }
    default: return typeof value === 'string' ? value : '';
  }
}

export const sameDraft = (one: Draft, other: Draft) => sameValue(one, other);

const nothing: Reading = { ok: true, value: undefined };
const fault = (zh: string, en: string): Reading => ({ ok: false, fault: text(zh, en) });

/** Reads a draft as forgivingly as a file is read, and checks it by the field's schema. */
export function readDraft(entry: FieldDefinition, draft: Draft): Reading {
  const read = valueOfDraft(entry, draft);
  if (!read.ok) return read;
  const found = faultOf(entry, read.value);
  return found ? { ok: false, fault: found } : read;
}

function valueOfDraft(entry: FieldDefinition, draft: Draft): Reading {
  const { path } = entry;
  switch (entry.kind as EditableKind) {
    case 'number': return ofParser(draft as string, asNumber, (words) => {
      const unit = entry.unit ? unitOf(plain(entry.unit.zh)) : undefined;
      return parseMeasure(words, unit?.kind ?? 'count', unit, unit?.factor ?? 1, path);
    });
    case 'date': return ofParser(draft as string, asDate, (words) => parseDate(words, path));
    case 'point': return ofParser(draft as string, asPoint, (words) => { const read = parseOneCell(words, { datum: 'WGS-84' }); return { value: read.location, doubts: read.doubts }; });
    case 'area': {
      const { amount, unit } = draft as AreaDraft;
      return ofParser(amount, asArea, (words) => parseArea(words, { kind: 'area', name: unit === 'mu' ? '亩' : '㎡', factor: unit === 'mu' ? squareMetresPerMu : 1 }, path));
    }
    case 'boolean': return { ok: true, value: draft === 'yes' ? true : draft === 'no' ? false : undefined };
    case 'choices': case 'tags': case 'links': return { ok: true, value: draft };
    case 'bilingual': return bilingual(entry, draft as Text);
    case 'price': return price(draft as PriceDraft);
    case 'person': {
      const [name, phone] = [(draft as PersonDraft).name.trim(), (draft as PersonDraft).phone.trim()];
      return name || phone ? { ok: true, value: { ...(name ? { name } : {}), ...(phone ? { phone } : {}) } } : nothing;
    }
    default: { const words = (draft as string).trim(); return words ? { ok: true, value: words } : nothing; }
  }
}

const asNumber = text('这里要写一个数，例如 960。', 'Give one number here, such as 960.');
const asDate = text('写成 2024-03-08、2024-03 或 2024。', 'Write it as 2024-03-08, 2024-03 or 2024.');
const asArea = text('面积要写成大于 0 的一个数，可以带单位，例如 12.5 亩。', 'Give the area as one number above 0, with its unit if you like, such as 12.5 mu.');
const asPoint = text('坐标要有经度和纬度，且在中国境内，例如 119.92, 29.83。', 'Give a longitude and a latitude in China, such as 119.92, 29.83.');

/** Takes what the import's own reader makes of the words, and says how to write it where it finds no value. */
function ofParser(words: string, advice: Text, parse: (words: string) => { value?: unknown; doubts: readonly unknown[] }): Reading {
  if (words.trim() === '') return nothing;
  const read = parse(words.trim());
  if (read.value !== undefined) return { ok: true, value: read.value };
  // Words that offices write for “nothing” (/, —, 无) clear the field.
  return read.doubts.length > 0 ? { ok: false, fault: advice } : nothing;
}

function bilingual(entry: FieldDefinition, draft: Text): Reading {
  const [zh, en] = [draft.zh.trim(), draft.en.trim()];
  const required = !entry.schema.safeParse(undefined).success;
  if (required) return zh ? { ok: true, value: { zh, en } } : fault('请填写中文。', 'Fill in the Chinese.');
  return zh || en ? { ok: true, value: { ...(zh ? { zh } : {}), ...(en ? { en } : {}) } } : nothing;
}

function price({ amount, basis }: PriceDraft): Reading {
  if (basis === 'negotiable') return { ok: true, value: { yuan: null, basis } };
  if (amount.trim() === '') return basis === '' ? nothing : fault('请填金额；没有定价的选「面议」。', 'Give an amount, or choose “Negotiable”.');
  const money = unitOf('元');
  const read = parseMeasure(amount.trim(), 'money', money, 1, 'price');
  if (read.value === undefined || read.value < 0) return fault('金额写成数字，例如 39万 或 3200。', 'Write the amount in figures, such as 3200.');
  return basis === '' ? fault('请选计价方式，例如「元/年」。', 'Choose what the amount is for, such as a year.') : { ok: true, value: { yuan: read.value, basis } };
}

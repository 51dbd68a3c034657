import type { FieldDefinition } from '../../schema/fields.js';
import type { Location, Price } from '../../schema/common.js';
import type { Language, Text } from '../../schema/text.js';
import { labelOf } from '../../schema/vocabulary.js';
import { formatDate, formatPrice } from '../format.js';

/** What separates the items of a list in running text. */
export const listSeparator = (language: Language) => (language === 'zh' ? '、' : ', ');

/**
 * A stored value as words, in the way the tables on screen show it; empty where there is none.
 * Numbers, areas, persons and links are columns of their own kind and are not handled here.
 */
export function shownText(entry: FieldDefinition, value: unknown, language: Language): string {
  if (value === undefined || value === null) return '';
  const word = (item: unknown) => (entry.vocabulary ? labelOf(entry.vocabulary, String(item))?.[language] : undefined) ?? String(item);
  switch (entry.kind) {
    case 'choice': return word(value);
    case 'choices': case 'tags': return (value as readonly unknown[]).map(word).join(listSeparator(language));
    case 'bilingual': return bilingual(value as Partial<Text>, language);
    case 'boolean': return value ? (language === 'zh' ? '是' : 'Yes') : language === 'zh' ? '否' : 'No';
    case 'date': return formatDate(String(value), language);
    case 'price': return formatPrice(value as Price, language);
    case 'point': return `${(value as Location).lng}, ${(value as Location).lat}`;
    case 'system': return entry.path === 'updatedAt' ? momentText(String(value)) : String(value);
    default: return String(value);
  }
}

/** A moment as the office's clock shows it: 2026-11-23 09:05. */
export function momentText(moment: string): string {
  const date = new Date(moment);
  if (Number.isNaN(date.getTime())) return moment;
  const two = (part: number) => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** The language asked for, or else the other one. */
export const bilingual = (value: Partial<Text>, language: Language) => value[language] || value.zh || value.en || '';

/** What a record is called: its English name in English where it has one. */
export const nameIn = (record: { readonly name: string; readonly nameEn?: string | undefined }, language: Language) =>
  (language === 'en' ? record.nameEn : undefined) || record.name;

const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
/** 1 to 99 as counted in headings: 一, 十, 十二, 二十. */
export function chineseNumeral(count: number): string {
  const tens = Math.floor(count / 10);
  return `${tens === 0 ? '' : tens === 1 ? '十' : `${digits[tens]}十`}${digits[count % 10]}`;
}

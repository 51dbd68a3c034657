import { formatEnergy, formatInvestment, formatNumber, squareMetresPerMu } from '../../../data/rules/format.js';
import { shownText } from '../../../data/rules/export/shown-text.js';
import type { Location, Person, Source } from '../../../data/schema/common.js';
import type { FieldDefinition } from '../../../data/schema/fields.js';
import type { Language } from '../../../data/schema/text.js';
import type { Category } from '../../../data/schema/vocabularies.js';
import { areaUnitOf } from './area-unit.js';

/** An area of a field as people say it: 12.5 亩, 168 ㎡. */
export function areaText(entry: Pick<FieldDefinition, 'path'>, squareMetres: number, category: Category | undefined, language: Language): { value: string; unit: string } {
  return areaUnitOf(entry, category) === 'mu'
    ? { value: formatNumber(squareMetres / squareMetresPerMu, 1), unit: language === 'zh' ? '亩' : 'mu' }
    : { value: formatNumber(squareMetres, 1), unit: '㎡' };
}

/** A number of a field with its unit as people say it; years without a thousands separator. */
export function numberWords(entry: Pick<FieldDefinition, 'path' | 'unit'>, value: number, language: Language): { value: string; unit: string } {
  if (entry.unit?.zh === 'kWh') return formatEnergy(value, language);
  if (entry.unit?.zh === '万元') return formatInvestment(value, language);
  if (entry.unit?.zh === '年') return { value: String(value), unit: entry.unit[language] };
  return { value: formatNumber(value, 4), unit: entry.unit?.[language] ?? '' };
}

/** Any stored value of a field as words on one line; empty where there is none. */
export function valueText(entry: FieldDefinition, value: unknown, language: Language, category?: Category): string {
  if (value === undefined || value === null || value === '') return '';
  const joined = ({ value: amount, unit }: { value: string; unit: string }) => (unit ? `${amount} ${unit}` : amount);
  switch (entry.kind) {
    case 'area': return joined(areaText(entry, value as number, category, language));
    case 'number': return joined(numberWords(entry, value as number, language));
    case 'point': return `${(value as Location).lng.toFixed(5)}, ${(value as Location).lat.toFixed(5)}`;
    case 'person': return [(value as Person).name, (value as Person).phone].filter(Boolean).join(' ');
    case 'geometry': return language === 'zh' ? '有范围线' : 'Boundary drawn';
    case 'media': case 'links': return counted((value as readonly unknown[]).length, entry.kind, language);
    case 'system': return systemText(entry, value, language);
    default: return shownText(entry, value, language);
  }
}

function counted(count: number, kind: 'media' | 'links', language: Language): string {
  if (count === 0) return '';
  return language === 'zh' ? `${count} ${kind === 'media' ? '个文件' : '宗'}` : `${count} ${kind === 'media' ? 'files' : 'assets'}`;
}

function systemText(entry: FieldDefinition, value: unknown, language: Language): string {
  if (entry.path === 'locationSource') { const { datum, text } = value as { datum: string; text: string }; return `${text} (${datum})`; }
  if (entry.path === 'source') {
    const { file, sheet, row } = value as Source;
    return [file, sheet, row ? (language === 'zh' ? `第 ${row} 行` : `row ${row}`) : ''].filter(Boolean).join(' · ');
  }
  return entry.path === 'updatedAt' ? momentText(String(value)) : String(value);
}

/** A moment as the office's clock shows it: 2026-11-23 09:05. */
export function momentText(moment: string): string {
  const date = new Date(moment);
  if (Number.isNaN(date.getTime())) return moment;
  const two = (part: number) => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${two(date.getHours())}:${two(date.getMinutes())}`;
}

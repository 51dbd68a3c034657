import type { Boundary, Person, Source } from '../../schema/common.js';
import type { FieldDefinition } from '../../schema/fields.js';
import type { Media } from '../../schema/media.js';
import type { Language, Text } from '../../schema/text.js';
import { stopKinds, type Stop } from '../../schema/tour.js';
import { labelOf } from '../../schema/vocabulary.js';
import type { Category } from '../../schema/vocabularies.js';
import { formatEnergy, formatInvestment, formatNumber, isMeasuredInMu, squareMetresPerMu } from '../format.js';
import { bilingual, listSeparator, shownText } from '../export/shown-text.js';

/** What the words of a cell may need besides its value. */
export interface CellContext {
  readonly language: Language;
  readonly category?: string | undefined;
  /** What the asset of an id is called; for links. */
  readonly nameOf?: ((id: string) => string | undefined) | undefined;
}

const joined = ({ value, unit }: { value: string; unit: string }) => (unit ? `${value} ${unit}` : value);

/** A changed cell's value as words on one line, so exact that two that differ read differently as far as words can; empty where there is none. */
export function cellWords(entry: FieldDefinition, value: unknown, context: CellContext): string {
  const { language } = context;
  if (value === undefined || value === null) return '';
  switch (entry.kind) {
    case 'area': return areaWords(entry, value as number, context);
    case 'number': return numberWords(entry, value as number, language);
    case 'bilingual': return bothLanguages(value as Partial<Text>, language);
    case 'person': return [(value as Person).name, (value as Person).phone].filter(Boolean).join(' ');
    case 'geometry': return boundaryWords(value as Boundary, language);
    case 'links': return (value as readonly string[]).map((id) => context.nameOf?.(id) ?? id).join(listSeparator(language));
    case 'media': return mediaWords(value as readonly Media[], language);
    case 'stops': return stopWords(value as readonly Stop[], context);
    case 'system': return keptWords(entry, value);
    default: return shownText(entry, value, language);
  }
}

function areaWords(entry: FieldDefinition, squareMetres: number, { category, language }: CellContext): string {
  // Built space is said in ㎡ and watered land in 亩 whatever the category.
  const inMu = entry.path !== 'floorArea' && (entry.path === 'detail.irrigatedArea' || (category !== undefined && isMeasuredInMu(category as Category)));
  return inMu ? `${formatNumber(squareMetres / squareMetresPerMu, 2)} ${language === 'zh' ? '亩' : 'mu'}` : `${formatNumber(squareMetres, 2)} ㎡`;
}

function numberWords(entry: FieldDefinition, value: number, language: Language): string {
  if (entry.unit?.zh === 'kWh') return joined(formatEnergy(value, language));
  if (entry.unit?.zh === '万元') return joined(formatInvestment(value, language));
  if (entry.unit?.zh === '年') return `${value} ${entry.unit[language]}`;
  return joined({ value: formatNumber(value, 4), unit: entry.unit?.[language] ?? '' });
}

/** Both languages where both are given: an edit may have touched either. */
function bothLanguages(value: Partial<Text>, language: Language): string {
  return value.zh && value.en && value.zh !== value.en ? (language === 'zh' ? `${value.zh} / ${value.en}` : `${value.en} / ${value.zh}`) : bilingual(value, language);
}

function boundaryWords(boundary: Boundary, language: Language): string {
  const polygons = boundary.type === 'Polygon' ? [boundary.coordinates] : boundary.coordinates;
  const corners = polygons.flat().reduce((sum, ring) => sum + Math.max(0, ring.length - 1), 0);
  return language === 'zh' ? `范围线（${polygons.length} 块 ${corners} 个点）` : `Boundary (${polygons.length} parts, ${corners} points)`;
}

function mediaWords(media: readonly Media[], language: Language): string {
  const names = media.map((item) => (item.caption ? bilingual(item.caption, language) : '') || item.fileName || item.id.slice(0, 8));
  const shown = names.slice(0, 4).join(listSeparator(language));
  const count = language === 'zh' ? `${media.length} 个文件` : `${media.length} files`;
  return `${count}${language === 'zh' ? `（${shown}${names.length > 4 ? '…' : ''}）` : ` (${shown}${names.length > 4 ? '…' : ''})`}`;
}

/** How many stops, and the first few by what they are called; two lists that differ in a stop's inside read alike in words. */
function stopWords(stops: readonly Stop[], { language }: CellContext): string {
  const named = stops.slice(0, 4).map((stop) => (stop.title ? bilingual(stop.title, language) : '') || labelOf(stopKinds, stop.kind)?.[language] || stop.kind);
  const shown = `${named.join(listSeparator(language))}${stops.length > 4 ? '…' : ''}`;
  return language === 'zh' ? `${stops.length} 站（${shown}）` : `${stops.length} stops (${shown})`;
}

function keptWords(entry: FieldDefinition, value: unknown): string {
  if (entry.path === 'locationSource') { const { datum, text } = value as { datum: string; text: string }; return `${text} (${datum})`; }
  if (typeof value === 'object') { const { file, sheet, row } = value as Source; return [file, sheet, row].filter(Boolean).join(' · '); }
  return String(value);
}

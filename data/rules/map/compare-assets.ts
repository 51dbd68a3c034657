import type { Price } from '../../schema/common.js';
import type { FieldKind, FormSection } from '../../schema/field.js';
import { assetFields, isSeenBy, valueAt, type FieldDefinition } from '../../schema/fields.js';
import type { Language, Text } from '../../schema/text.js';
import type { Category } from '../../schema/vocabularies.js';
import { shownText } from '../export/shown-text.js';
import { formatEnergy, formatNumber, formatPrice, isFieldInMu, squareMetresPerMu } from '../format.js';
import type { PublicAsset } from '../projection.js';

/** How the assets stand to one another in a field; `partly`: it is known of some only, or only some have it. Nothing is said of better or worse. */
export type Standing = 'same' | 'different' | 'partly';
/** One public field of several assets beside each other; null where an asset has nothing there. */
export interface ComparedField { readonly path: string; readonly section: FormSection; readonly label: Text; readonly cells: readonly (string | null)[]; readonly standing: Standing }

/** Pictures stand at the head of the columns, places on the map, and what the program keeps is no matter of comparison. */
const shownOtherwise: ReadonlySet<FieldKind> = new Set<FieldKind>(['media', 'geometry', 'point', 'links', 'group', 'system']);
/** The heads of the columns. */
const atTheHead = new Set(['name', 'nameEn']);

const isGiven = (value: unknown) => value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);
const joined = (value: string, unit: string) => (unit ? `${value} ${unit}` : value);

/** An area in the unit that the assets' categories are used to; in both where they are used to different ones, so that the two can be compared. */
function areaCell(path: string, squareMetres: number, all: readonly Category[], language: Language): string {
  const isInMu = (category: Category) => isFieldInMu(path, category);
  const inMu = joined(formatNumber(squareMetres / squareMetresPerMu, 1), language === 'zh' ? '亩' : 'mu');
  const inMetres = joined(formatNumber(squareMetres, 1), '㎡');
  if (all.every(isInMu)) return inMu;
  return all.some(isInMu) ? `${inMetres}${language === 'zh' ? `（${inMu}）` : ` (${inMu})`}` : inMetres;
}

function numberCell(entry: FieldDefinition, value: number, language: Language): string {
  if (entry.unit?.zh === 'kWh') { const { value: amount, unit } = formatEnergy(value, language); return joined(amount, unit); }
  // A year has no separator of thousands.
  return joined(entry.unit?.zh === '年' ? String(value) : formatNumber(value, 4), entry.unit?.[language] ?? '');
}

function cellOf(entry: FieldDefinition, asset: PublicAsset, all: readonly Category[], language: Language): string | null {
  const value = valueAt(asset, entry.path);
  if (!isGiven(value)) {
    // The words as they came stand in, where they are public.
    const written = assetFields.find((other) => other.path === `${entry.path}Text` && isSeenBy('public', other));
    const words = written ? valueAt(asset, written.path) : undefined;
    return isGiven(words) ? String(words) : null;
  }
  if (entry.kind === 'area') return areaCell(entry.path, value as number, all, language);
  if (entry.kind === 'price') return formatPrice(value as Price, language);
  if (entry.kind === 'person') return Object.values(value as object).filter(isGiven).join(' ') || null;
  if (typeof value === 'number') return numberCell(entry, value, language);
  const words = shownText(entry, value, language);
  return words === '' ? null : entry.unit && /\d$/.test(words) ? joined(words, entry.unit[language]) : words;
}

/** The order of a list's items makes no difference. */
const essence = (entry: FieldDefinition, asset: PublicAsset, cell: string | null) => {
  const value = valueAt(asset, entry.path);
  return Array.isArray(value) ? value.map(String).toSorted().join('\n') : cell;
};

/** The public fields of some assets (two, up to four) beside each other, in the registry's order; a field that none of them fills is left out. */
export function compareAssets(assets: readonly PublicAsset[], language: Language): readonly ComparedField[] {
  const all = assets.map(({ category }) => category);
  return assetFields
    .filter((entry) => isSeenBy('public', entry) && !shownOtherwise.has(entry.kind) && !atTheHead.has(entry.path) && (!entry.categories || entry.categories.some((category) => all.includes(category))))
    .flatMap((entry) => {
      const cells = assets.map((asset) => cellOf(entry, asset, all, language));
      if (cells.every((cell) => cell === null)) return [];
      const standing: Standing = cells.includes(null) ? 'partly' : new Set(assets.map((asset, at) => essence(entry, asset, cells[at]!))).size === 1 ? 'same' : 'different';
      return [{ path: entry.path, section: entry.section, label: entry.label, cells, standing }];
    });
}

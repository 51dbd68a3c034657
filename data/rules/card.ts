import type { Person, Price } from '../schema/common.js';
import { fieldAt, fieldsOfCategory, isIn, isSeenBy, valueAt, type FieldDefinition } from '../schema/fields.js';
import type { Language, Text } from '../schema/text.js';
import { labelOf } from '../schema/vocabulary.js';
import { cooperations, utilities, type Category } from '../schema/vocabularies.js';
import { formatArea, formatDate, formatEnergy, formatNumber, formatPrice } from './format.js';
import type { PublicAsset } from './projection.js';

/** A big figure of the card: 960 kW 装机容量. */
export interface Figure { readonly path: string; readonly label: string; readonly value: string; readonly unit: string }
/** A line of the card; `caution` marks what limits the use of the asset. */
export interface CardLine { readonly path: string; readonly label: string; readonly value: string; readonly caution: boolean }
export interface AssetCard { readonly figures: readonly Figure[]; readonly lines: readonly CardLine[] }

const figuresShown = 3;

/** What an investor asks first of each category; further headline fields follow in the registry's order. */
const firstFigures: Readonly<Record<Category, readonly string[]>> = {
  forest: ['siteArea', 'detail.stockVolume', 'detail.canopyDensity'],
  farmland: ['siteArea', 'distanceToHighwayKm'],
  hydropower: ['detail.capacityKw', 'detail.annualOutputKwh', 'detail.headM'],
  house: ['floorArea', 'siteArea', 'detail.floors'],
  hall: ['floorArea', 'detail.capacity', 'siteArea'],
  other: ['floorArea', 'siteArea', 'detail.capacity'],
};
/** Short numbers of the card that step up where a category has fewer than three headline figures. */
const spareFigures = ['distanceToHighwayKm', 'detail.builtYear'];
/** The lines that an investor reads first; the rest follows in the registry's order. */
const firstLines = ['cooperation', 'price', 'detail.waterPermitExpiry', 'utilities', 'distanceToHighwayKm', 'suggestedUses', 'ownership', 'landUse', 'constraints'];
/** Shown elsewhere on the card, or as part of another line. */
const shownElsewhere = new Set(['highlights', 'term']);
const cautions = new Set(['constraints']);

const isGiven = (value: unknown) => value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);

/** A number with its unit as people say it: areas in 亩 or ㎡ by category, energy in 万度, years without separators. */
function figureOf(entry: FieldDefinition, value: number, category: Category, language: Language): { value: string; unit: string } {
  if (entry.kind === 'area') return formatArea(value, category, language);
  if (entry.path === 'detail.annualOutputKwh') return formatEnergy(value, language);
  if (entry.path === 'detail.builtYear') return { value: String(value), unit: entry.unit?.[language] ?? '' };
  return { value: formatNumber(value), unit: entry.unit?.[language] ?? '' };
}

const listOf = (items: readonly string[], language: Language) => items.join(language === 'zh' ? '、' : ', ');
const wordIn = (entry: FieldDefinition, value: string, language: Language) => (entry.vocabulary && labelOf(entry.vocabulary, value)?.[language]) ?? value;
const personLine = (person: Person) => [person.name, person.phone].filter(Boolean).join(' ');
const spaced = (value: string, unit: string) => (unit ? `${value} ${unit}` : value);

/** An asking price as a big figure: 39 and 万元/年, 390,000 and CNY a year; nothing for a price that is open to talks. */
function priceFigure(price: Price, language: Language): { value: string; unit: string } | null {
  const [, currency = '', value, basis = ''] = /^(CNY )?([\d,.]+)(.*)$/.exec(formatPrice(price, language)) ?? [];
  return value ? { value, unit: `${currency}${basis.trim()}`.trim() } : null;
}

/** 租赁、入股，15 年 */
function cooperationLine(asset: PublicAsset, language: Language): string {
  const ways = listOf(asset.cooperation.map((way) => labelOf(cooperations, way)?.[language] ?? way), language);
  return [ways, asset.term].filter(Boolean).join(language === 'zh' ? '，' : ', ');
}

/** 通水、通电、通路；停车、污水 are named as they are. */
function utilitiesLine(values: readonly string[], language: Language): string {
  const through = new Set(['water', 'power', 'road', 'network']);
  return listOf(values.map((value) => {
    const word = labelOf(utilities, value)?.[language] ?? value;
    return language === 'zh' && through.has(value) ? `通${word}` : word;
  }), language);
}

function lineText(entry: FieldDefinition, asset: PublicAsset, language: Language): string {
  const value = valueAt(asset, entry.path);
  if (entry.path === 'cooperation') return cooperationLine(asset, language);
  if (entry.path === 'price' && !isGiven(value)) return asset.priceText ?? '';
  if (!isGiven(value)) return '';
  if (entry.path === 'utilities') return utilitiesLine(value as string[], language);
  switch (entry.kind) {
    case 'price': return formatPrice(value as Price, language);
    case 'person': return personLine(value as Person);
    case 'date': return formatDate(String(value), language);
    case 'boolean': return language === 'zh' ? (value ? '是' : '否') : value ? 'Yes' : 'No';
    case 'bilingual': return (value as Partial<Text>)[language] ?? '';
    case 'choices': case 'tags': return listOf((value as string[]).map((item) => wordIn(entry, item, language)), language);
    case 'choice': return wordIn(entry, String(value), language);
    default: {
      if (typeof value === 'number') { const { value: shown, unit } = figureOf(entry, value, asset.category, language); return spaced(shown, unit); }
      // A text field with a unit (海拔 620-780 米) may already carry it.
      const unit = entry.unit?.[language] ?? '';
      return /\d$/.test(String(value)) ? spaced(String(value), unit) : String(value);
    }
  }
}

/** What the card of an asset shows: three big figures that matter for its category, then the lines; all from the registry, public fields only. */
export function cardOf(asset: PublicAsset, language: Language): AssetCard {
  const { category } = asset;
  const entries = fieldsOfCategory(category).filter((entry) => isSeenBy('public', entry));
  const number = (path: string) => { const value = valueAt(asset, path); return typeof value === 'number' ? value : undefined; };
  const headline = entries.filter((entry) => isIn('headline', entry)).map((entry) => entry.path);
  const inOrder = [...new Set([...firstFigures[category], ...headline, ...spareFigures])];
  const chosen = inOrder.filter((path) => entries.some((entry) => entry.path === path) && number(path) !== undefined).slice(0, figuresShown);
  const figures = chosen.map((path) => {
    const entry = fieldAt(entries, path);
    return { path, label: entry.label[language], ...figureOf(entry, number(path)!, category, language) };
  });
  const price = figures.length < figuresShown && asset.price ? priceFigure(asset.price, language) : null;
  if (price) { figures.push({ path: 'price', label: fieldAt(entries, 'price').label[language], ...price }); chosen.push('price'); }

  const onCard = entries.filter((entry) => (isIn('card', entry) || isIn('headline', entry)) && !chosen.includes(entry.path) && !shownElsewhere.has(entry.path));
  const rank = (path: string) => { const at = firstLines.indexOf(path); return at < 0 ? firstLines.length : at; };
  const lines = onCard
    .map((entry) => ({ path: entry.path, label: entry.label[language], value: lineText(entry, asset, language), caution: cautions.has(entry.path) || (entry.path === 'detail.basicFarmland' && valueAt(asset, entry.path) === true) }))
    .filter((line) => line.value !== '')
    .sort((one, other) => rank(one.path) - rank(other.path));
  return { figures, lines };
}

/** The asset's name and its one sentence in the language; the other language where there is none. */
export function titleOf(asset: Pick<PublicAsset, 'name' | 'nameEn' | 'highlights'>, language: Language): { name: string; second: string | null; highlight: string | null } {
  const english = language === 'en' && asset.nameEn ? asset.nameEn : null;
  const sentence = asset.highlights?.[language] || asset.highlights?.zh || asset.highlights?.en || null;
  return { name: english ?? asset.name, second: english ? asset.name : asset.nameEn ?? null, highlight: sentence };
}

import { formatNumber, isMeasuredInMu, squareMetresPerMu } from '../../data/rules/format.js';
import { text, type Text } from '../../data/schema/text.js';
import { categories, type Category } from '../../data/schema/vocabularies.js';

/** What is counted: assets, or their area; of one category or of all. */
export interface HeatMode { readonly category: Category | null; readonly of: 'assets' | 'area' }

/** The steps of the scale as drawn: colours (CSS) from thin to dense, and the density at which each begins, in `unit`. */
export interface HeatScale { readonly colours: readonly string[]; readonly from: readonly number[]; readonly unit: Text; readonly title: Text }

/** What the scale is headed with and counted in: assets, 亩 or ㎡, each to the square kilometre. */
export function heatWords(mode: HeatMode): { readonly title: Text; readonly unit: Text } {
  const name = mode.category ? categories.words.find(({ value }) => value === mode.category)!.label : text('全部资产', 'All assets');
  const inMu = mode.category !== null && isMeasuredInMu(mode.category);
  if (mode.of === 'assets') return { title: text(`${name.zh}疏密`, `${name.en}: how many`), unit: text('宗/平方公里', 'per km²') };
  return { title: text(`${name.zh}面积疏密`, `${name.en}: how much area`), unit: inMu || mode.category === null ? text('亩/平方公里', 'mu per km²') : text('㎡/平方公里', '㎡ per km²') };
}

/** A threshold of the scale in words: two digits that count, in the unit of `heatWords`. */
export function heatFigure(value: number, mode: HeatMode): string {
  const inMu = mode.of === 'area' && (mode.category === null || isMeasuredInMu(mode.category));
  const shown = inMu ? value / squareMetresPerMu : value;
  if (shown === 0) return '0';
  const digits = 10 ** (Math.floor(Math.log10(shown)) - 1);
  return formatNumber(Math.round(shown / digits) * digits, 2);
}

import { chineseNumber } from '../chinese-number.js';
import type { Asset } from '../../schema/asset.js';
import { cooperations } from '../../schema/vocabularies.js';
import { labelOf } from '../../schema/vocabulary.js';
import type { Text } from '../../schema/text.js';

/** True when the asset is held out to investors: said to be so, or idle with a way to take it up. */
export function isOffered(asset: Asset): boolean {
  if (asset.status === 'available' || asset.status === 'negotiating') return true;
  return (asset.status === 'idle' || asset.status === 'partly-idle') && asset.cooperation.length > 0;
}

type Cooperation = Asset['cooperation'][number];
/** The words of some ways of cooperation, for a sentence. */
export const cooperationWords = (ways: readonly Cooperation[]): Text => ({
  zh: ways.map((way) => labelOf(cooperations, way)?.zh ?? way).join('、'),
  en: ways.map((way) => labelOf(cooperations, way)?.en.toLowerCase() ?? way).join(', '),
});

/** The longest term, in years, that a text allows: 20 年, 10–15 年, 三十年, 至 2050 年 (from `thisYear`). Nothing when it states none. */
export function yearsOf(term: string, thisYear: number): number | undefined {
  const years = [
    ...[...term.matchAll(/(\d+(?:\.\d+)?)\s*(?:年|years?|yrs?)/gi)].map((match) => Number(match[1])),
    ...[...term.matchAll(/([一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])年/g)].map((match) => chineseNumber(match[1]!) ?? 0),
    ...(/^\s*\d+(?:\.\d+)?\s*$/.test(term) ? [Number(term)] : []),
  ].map((year) => (year >= 1900 ? year - thisYear : year)).filter((year) => year > 0);
  return years.length > 0 ? Math.max(...years) : undefined;
}

import { text, type Text } from '../../schema/text.js';
import { categories, utilities } from '../../schema/vocabularies.js';
import { labelOf } from '../../schema/vocabulary.js';
import type { Condition, ConditionOf } from '../../schema/wish.js';
import { formatNumber, formatPrice, squareMetresPerMu } from '../format.js';
import { rangeSlack } from '../filter.js';
import { bitsOf, type Facts } from './facts.js';
import type { Judge } from './judge.js';

/** "About" leaves a fifth on either side. */
const aboutShare = 0.2;
/** What falls short by a half, or is four times too much, is no near miss any more. */
const [shortest, largest] = [0.5, 0.75];
const nearMiss = 0.8;

/** How a value stands to a span: 1 within, less the farther off, NaN where it is not known. */
export function spanFit(value: number | null, min: number | null, max: number | null, over = largest): number {
  if (value === null) return NaN;
  if (min !== null && value < min - rangeSlack) return Math.max(0, (value / min - (1 - shortest)) / shortest) * nearMiss;
  if (max !== null && value > max + rangeSlack) return Math.max(0, (max / value - (1 - over)) / over) * nearMiss;
  return 1;
}

interface Measure { readonly value: (facts: Facts) => number | null; readonly min: number | null; readonly max: number | null; readonly weight: number; readonly over?: number; readonly name: Text; readonly shown: (value: number) => Text }

/** A judge of a figure: what it is, by how much it falls short or is too much, or that nobody knows. */
function spanJudge({ value, min, max, weight, over, name, shown }: Measure): Judge {
  return {
    weight,
    fit: (facts) => spanFit(value(facts), min, max, over),
    say(facts, fit) {
      const found = value(facts);
      if (found === null) return text(`${name.zh}没有写`, `${name.en} not stated`);
      const words = shown(found);
      const capital = name.en;
      if (fit === 1) return text(`${name.zh} ${words.zh}，合适`, `${capital} ${words.en}: fits`);
      const gap = shown(min !== null && found < min ? min - found : found - max!);
      return min !== null && found < min ? text(`${name.zh} ${words.zh}，还差 ${gap.zh}`, `${capital} ${words.en}: ${gap.en} short`) : text(`${name.zh} ${words.zh}，多出 ${gap.zh}`, `${capital} ${words.en}: ${gap.en} over`);
    },
  };
}

const inMu = (squareMetres: number) => text(`${formatNumber(squareMetres / squareMetresPerMu, 1)} 亩`, `${formatNumber(squareMetres / squareMetresPerMu, 1)} mu`);
const inMetres = (squareMetres: number) => text(`${formatNumber(squareMetres, 0)} ㎡`, `${formatNumber(squareMetres, 0)} ㎡`);

const builtBits = bitsOf(categories, ['hydropower', 'house', 'hall', 'other']);
/** An area as it is asked for: in 亩 of the land, in ㎡ of the floor where there is one. */
function areaJudge({ min, max, unit, about, of }: ConditionOf<'area'>): Judge {
  const factor = unit === 'mu' ? squareMetresPerMu : 1;
  const floor = of === 'floor' || (of === null && unit === 'm2');
  const value = (facts: Facts) => {
    // Floors for buildings that are asked for in ㎡, the land for everything else.
    const isBuilt = (facts.kindBits & builtBits) !== 0;
    return floor && isBuilt ? facts.floorArea ?? (of === 'floor' ? null : facts.siteArea) : of === 'floor' ? facts.floorArea : facts.siteArea ?? (of === 'site' || unit === 'mu' ? null : facts.floorArea);
  };
  return spanJudge({
    value, weight: 18, name: text('面积', 'Area'), shown: unit === 'mu' ? inMu : inMetres,
    min: min === null ? null : min * factor * (about ? 1 - aboutShare : 1), max: max === null ? null : max * factor * (about ? 1 + aboutShare : 1),
  });
}

const yuan = (amount: number, basis: 'year' | 'mu-year' | 'total') => text(formatPrice({ yuan: Math.round(amount), basis }, 'zh'), formatPrice({ yuan: Math.round(amount), basis }, 'en'));
const monthsPerYear = 12;

function budgetJudge({ max, min, per, of }: ConditionOf<'budget'>): Judge {
  const times = per === 'month' ? monthsPerYear : 1;
  const limit = max === null ? null : max * times;
  const least = max === null && min !== null ? min * times : null;
  const value = (facts: Facts): number | null => {
    if (of === 'mu') return facts.perMu;
    if (of === 'm2') return facts.yearly === null || !facts.floorArea ? null : facts.yearly / facts.floorArea;
    return per === 'total' ? facts.once : facts.yearly ?? (per === 'any' ? facts.once : null);
  };
  const basis = (facts: Facts) => (of === 'mu' ? 'mu-year' : facts.yearly === null ? 'total' : 'year') as 'year' | 'mu-year' | 'total';
  return {
    weight: 18,
    fit: (facts) => spanFit(value(facts), least, limit, shortest),
    say(facts, fit) {
      const found = value(facts);
      if (found === null) {
        if (facts.open) return text('价格面议，可以谈', 'The price is open to talks');
        if (facts.investment !== null) return text('项目没有租价', 'A project has no rent');
        return facts.yearly !== null || facts.once !== null ? text(`要价 ${yuan(facts.yearly ?? facts.once!, facts.yearly === null ? 'total' : 'year').zh}，算法不同，须另算`, `Asks ${yuan(facts.yearly ?? facts.once!, facts.yearly === null ? 'total' : 'year').en}, counted another way`) : text('没有写参考价', 'No asking price stated');
      }
      const words = of === 'm2' ? text(`每平方米每年 ${formatNumber(found, 0)} 元`, `CNY ${formatNumber(found, 0)} a ㎡ a year`) : yuan(found, basis(facts));
      if (fit === 1) return limit === null ? text(`参考价 ${words.zh}`, `Asks ${words.en}`) : text(`参考价 ${words.zh}，在预算之内`, `Asks ${words.en}, within the budget`);
      const gap = limit !== null && found > limit ? found - limit : (least ?? 0) - found;
      return text(`参考价 ${words.zh}，${limit !== null && found > limit ? '超出' : '低于'} ${yuan(gap, 'total').zh}`, `Asks ${words.en}, ${yuan(gap, 'total').en} ${limit !== null && found > limit ? 'over' : 'below'}`);
    },
  };
}

const counted = (zh: string, en: string) => (value: number) => text(`${formatNumber(value, 1)} ${zh}`, `${formatNumber(value, 1)} ${en}`);

function utilityJudge({ utility }: ConditionOf<'utility'>): Judge {
  const word = labelOf(utilities, utility)!;
  const bit = bitsOf(utilities, [utility]);
  const through = utility === 'parking' || utility === 'sewage' ? word.zh : `通${word.zh}`;
  return {
    weight: 7,
    fit: ({ laidBits }) => (laidBits === 0 ? NaN : (laidBits & bit) !== 0 ? 1 : 0),
    say: (_, fit) => (Number.isNaN(fit) ? text(`没有写是否${utility === 'parking' ? '能停车' : through}`, `${word.en} not stated`) : fit === 1 ? text(utility === 'parking' ? '能停车' : utility === 'sewage' ? '有污水管网' : through, `Has ${word.en.toLowerCase()}`) : text(`配套里没有${word.zh}`, `No ${word.en.toLowerCase()} listed`)),
  };
}

/** Who has so much to invest does not look for what takes a tenth of it. */
const leastInvested = 0.1;
function investmentJudge({ min, max }: ConditionOf<'investment'>): Judge {
  const judge = spanJudge({ value: ({ investment }) => investment, min: min ?? (max === null ? null : max * leastInvested), max, weight: 14, name: text('总投资', 'Investment'), shown: (value) => yuan(value, 'total') });
  return { ...judge, say: (facts, fit) => (facts.investment === null ? text('投资额要看项目', 'What it takes depends on the project') : judge.say(facts, fit)) };
}

/** The judge of a condition that is a figure, or a utility. */
export function judgeMeasure(condition: Condition): Judge {
  switch (condition.kind) {
    case 'area': return areaJudge(condition);
    case 'budget': return budgetJudge(condition);
    case 'utility': return utilityJudge(condition);
    case 'investment': return investmentJudge(condition);
    case 'term': return spanJudge({ value: ({ years }) => years, min: condition.min, max: null, weight: 8, name: text('可合作', 'Term'), shown: counted('年', 'years') });
    case 'distance': return spanJudge({ value: ({ distanceKm }) => distanceKm, min: null, max: condition.max, over: shortest, weight: 9, name: text('距高速口', 'To the motorway'), shown: counted('公里', 'km') });
    case 'capacity': return spanJudge({ value: ({ capacityKw }) => capacityKw, min: condition.min, max: condition.max, weight: 18, name: text('装机', 'Capacity'), shown: counted('kW', 'kW') });
    case 'floors': return spanJudge({ value: ({ floors }) => floors, min: condition.min, max: condition.max, weight: 8, name: text('层数', 'Storeys'), shown: counted('层', 'storeys') });
    case 'seats': return spanJudge({ value: ({ seats }) => seats, min: condition.min, max: condition.max, weight: 14, name: text('可容纳', 'Holds'), shown: counted('人', 'people') });
    default: throw new Error(`No measure: ${condition.kind}`);
  }
}

import { text, type Text } from '../../schema/text.js';
import { trades, type Trade } from '../../schema/trades.js';
import { categories, cooperations, statuses, type Category, type Status } from '../../schema/vocabularies.js';
import { labelOf, type Vocabulary } from '../../schema/vocabulary.js';
import { hindrances, type Condition, type ConditionOf } from '../../schema/wish.js';
import { metresBetween } from '../import/outliers.js';
import { formatNumber } from '../format.js';
import { bitsOf, holds, meets, tradesIn, tradeSet, type Facts } from './facts.js';
import type { Judge, JudgeContext } from './judge.js';
import { alike } from './place-kinds.js';

const wordsOf = (list: Vocabulary, values: readonly string[]): Text => {
  const labels = values.map((value) => labelOf(list, value) ?? text(value, value));
  return text(labels.map(({ zh }) => zh).join('、'), labels.map(({ en }) => en.toLowerCase()).join(', '));
};
const article = (words: string) => (/^[aeiou]/.test(words) ? `an ${words}` : `a ${words}`);

function categoryJudge({ any, not, together }: ConditionOf<'category'>): Judge {
  const wanted = wordsOf(categories, any);
  const bits = bitsOf(categories, any);
  const akin = bitsOf(categories, categories.values.filter((category) => any.some((one) => alike[one] === alike[category])));
  const fit = ({ kindBits }: Facts) => {
    const met = kindBits & bits;
    if (not) return met !== 0 ? 0 : 1;
    if (together && any.length > 1) return met === bits ? 1 : met !== 0 ? 0.55 : 0;
    return met !== 0 ? 1 : (kindBits & akin) !== 0 ? 0.3 : 0;
  };
  return {
    weight: not ? 30 : 26, fit,
    say({ categories: own }, found) {
      const is = wordsOf(categories, own);
      if (not) return found === 1 ? text(`不是${wanted.zh}`, `No ${wanted.en}`) : text(`是${is.zh}，说过不要`, `Is ${article(is.en)}, which was ruled out`);
      if (found === 1) return together && any.length > 1 ? text(`${wanted.zh}都有`, `Has both: ${wanted.en}`) : text(`是${is.zh}`, `Is ${article(is.en)}`);
      if (together && found > 0) { const lacks = wordsOf(categories, any.filter((category) => !own.includes(category))); return text(`是${is.zh}，还缺${lacks.zh}`, `Is ${article(is.en)}; ${lacks.en} still lacking`); }
      return found > 0 ? text(`是${is.zh}，与${wanted.zh}相近`, `Is ${article(is.en)}, akin to ${wanted.en}`) : text(`是${is.zh}，不是${wanted.zh}`, `Is ${article(is.en)}, not ${wanted.en}`);
    },
  };
}

/** Uses are written in one language; a sentence in English names only those that are in English. */
const isLatin = (words: string) => !/[\u2e80-\u9fff]/.test(words);

/** Where a trade can be thought of though the ledger does not suggest it. */
const thinkable: Readonly<Partial<Record<Trade, readonly Category[]>>> = {
  lodging: ['house', 'other'], camping: ['forest', 'farmland', 'other'], study: ['hall', 'other', 'house'], wellness: ['forest', 'other'], food: ['house', 'other'], cafe: ['house', 'other', 'hall'], books: ['house', 'hall'],
  art: ['house', 'hall', 'other'], craft: ['house', 'other'], shop: ['house', 'other'], performance: ['hall'], events: ['hall', 'other'], museum: ['hall', 'house', 'other'], family: ['farmland', 'other'], farming: ['farmland'], outdoors: ['forest'],
  grain: ['farmland'], vegetables: ['farmland'], fruit: ['farmland', 'forest'], herbs: ['forest'], mushrooms: ['forest'], understorey: ['forest'], timber: ['forest'], carbon: ['forest'], livestock: ['farmland', 'forest'], power: ['hydropower'],
  office: ['house', 'other'], storage: ['other'], culture: ['hall', 'house'], processing: ['other'], tea: ['farmland'],
};
const [byItsWords, thought] = [0.88, 0.3];

function tradeJudge({ any, not, said }: ConditionOf<'trade'>): Judge {
  const set = tradeSet(any);
  const wanted = wordsOf(trades, any);
  const can = bitsOf(categories, any.flatMap((trade) => thinkable[trade] ?? []));
  const isSuggested = ({ suggestedLow, suggestedHigh }: Facts) => (suggestedLow & set.low) !== 0 || (suggestedHigh & set.high) !== 0;
  const fit = (facts: Facts) => {
    const suggested = isSuggested(facts);
    if (not) return suggested ? 0 : 1;
    if (suggested) return 1;
    if ((facts.spokenLow & set.low) !== 0 || (facts.spokenHigh & set.high) !== 0) return byItsWords;
    if (facts.uses.length === 0) return NaN;
    return (facts.kindBits & can) !== 0 ? thought : 0;
  };
  return {
    weight: not ? 18 : 22, fit,
    // The very word that was said is nearer than another of its kind.
    nuance: ({ uses }) => (said !== null && uses.some((use) => use.includes(said)) ? 1 : 0),
    say(facts, found) {
      const use = (said !== null && facts.uses.find((one) => one.includes(said))) || facts.uses.find((one) => meets(tradesIn(one), set));
      if (not) return found === 1 ? text(`推荐业态里没有${wanted.zh}`, `${wanted.en} is not among its uses`) : text(`推荐业态有「${use ?? wanted.zh}」，说过不要`, `Suggested for ${wanted.en}, which was ruled out`);
      if (Number.isNaN(found)) return text('没有写适合做什么', 'No suggested uses stated');
      if (isSuggested(facts)) return use && !any.some((trade) => labelOf(trades, trade)?.zh === use) ? text(`推荐业态有「${use}」`, `Suggested for ${wanted.en}${isLatin(use) ? ` (${use})` : ''}`) : text(`推荐做${wanted.zh}`, `Suggested for ${wanted.en}`);
      if (found === byItsWords) return text(`本来就和${wanted.zh}有关`, `By its nature about ${wanted.en}`);
      return found > 0 ? text(`没有推荐${wanted.zh}，但这一类可以考虑`, `Not suggested for ${wanted.en}, though its kind may do`) : text(`推荐业态里没有${wanted.zh}`, `${wanted.en} is not among its uses`);
    },
  };
}

/** So near to a village's middle its neighbours count in part, in metres. */
const nextDoor = 3_000;

function villageJudge({ any, not }: ConditionOf<'village'>, { centreOf }: JudgeContext): Judge {
  const names = text(any.join('、'), any.join(', '));
  const centres = any.flatMap((name) => centreOf.get(name) ?? []);
  const away = ({ lng, lat }: Facts) => (lng === null || lat === null || centres.length === 0 ? null : Math.min(...centres.map((centre) => metresBetween({ lng, lat }, centre))));
  return {
    weight: 24,
    fit(facts) {
      const met = facts.villages.some((village) => any.includes(village));
      if (not) return met ? 0 : 1;
      if (met) return 1;
      if (facts.villages.length === 0) return NaN;
      const metres = away(facts);
      return metres !== null && metres <= nextDoor ? 0.35 : 0;
    },
    say(facts, found) {
      const own = facts.villages.join('、');
      if (not) return found === 1 ? text(`不在${names.zh}`, `Not in ${names.en}`) : text(`在${own}，说过不要`, `In ${own}, which was ruled out`);
      if (Number.isNaN(found)) return text('没有写在哪个村', 'Village not stated');
      if (found === 1) return text(`在${names.zh}`, `In ${names.en}`);
      const metres = away(facts);
      return found > 0 && metres !== null ? text(`在${own}，离${names.zh} ${formatNumber(metres / 1_000, 1)} 公里`, `In ${own}, ${formatNumber(metres / 1_000, 1)} km from ${names.en}`) : text(`在${own}，不在${names.zh}`, `In ${own}, not in ${names.en}`);
    },
  };
}

function wordsJudge({ text: said, any, not }: ConditionOf<'words'>): Judge {
  return {
    weight: 12,
    fit: ({ text: own }) => (any.some((word) => holds(own, word)) !== not ? 1 : 0),
    say: (_, fit) => (not === (fit === 1) ? text(`没有写到「${said}」`, `Does not mention “${said}”`) : text(`写到了「${said}」`, `Mentions “${said}”`)),
  };
}

function cooperationJudge({ any, not }: ConditionOf<'cooperation'>): Judge {
  const wanted = wordsOf(cooperations, any);
  const bits = bitsOf(cooperations, any);
  return {
    weight: 6,
    fit: ({ wayBits }) => (wayBits === 0 ? NaN : ((wayBits & bits) !== 0) !== not ? 1 : 0),
    say({ cooperation }, fit) {
      if (Number.isNaN(fit)) return text('没有写合作方式', 'Terms not stated');
      const own = wordsOf(cooperations, cooperation.filter((way) => any.includes(way as never)));
      const all = wordsOf(cooperations, cooperation);
      return not ? (fit === 1 ? text(`不是${wanted.zh}`, `Not by ${wanted.en}`) : text(`要求${own.zh}`, `Is offered by ${own.en}`)) : fit === 1 ? text(`可以${own.zh}`, `Open to ${own.en}`) : text(`合作方式是${all.zh}，没有${wanted.zh}`, `Offered by ${all.en}, not by ${wanted.en}`);
    },
  };
}

/** How near a standing is to a contract that can still be made. */
const openness: Readonly<Partial<Record<Status, number>>> = { negotiating: 0.86, 'partly-idle': 0.95 };

function statusJudge({ any, not, implied }: ConditionOf<'status'>): Judge {
  const wanted = wordsOf(statuses, any);
  const fits = statuses.values.map((status) => (any.includes(status) === not ? 0 : not || any.length === 1 ? 1 : openness[status] ?? 1));
  return {
    weight: implied ? 20 : 14,
    fit: ({ statusAt }) => (statusAt < 0 ? NaN : fits[statusAt]!),
    say({ status }, fit) {
      if (status === null) return text('没有写状态', 'Status not stated');
      const is = labelOf(statuses, status)!;
      if (fit > 0) return status === 'negotiating' ? text('正在洽谈，还可以谈', 'In talks, still open') : text(`${is.zh}，可以谈`, `${is.en}, open to an offer`);
      return implied ? text(`${is.zh}，眼下谈不了`, `${is.en}: not to be had just now`) : text(`${is.zh}，不是${wanted.zh}`, `${is.en}, not ${wanted.en}`);
    },
  };
}

function avoidJudge({ hindrance }: ConditionOf<'avoid'>): Judge {
  const bit = 1 << hindrances.values.indexOf(hindrance);
  const word = labelOf(hindrances, hindrance)!;
  return {
    weight: 14,
    fit: ({ hindrances: has, unknownHindrances }) => ((has & bit) !== 0 ? 0 : (unknownHindrances & bit) !== 0 ? NaN : 1),
    say(facts, fit) {
      if (fit === 1) return text(`台账里没有记${word.zh}`, `No ${word.en.toLowerCase()} on record`);
      if (Number.isNaN(fit)) return text(`没有写是否${word.zh}`, `${word.en}: not stated`);
      return text(`涉及${word.zh}`, `Touches: ${word.en.toLowerCase()}`);
    },
  };
}

/** The judge of a condition that is a kind, a place or a word; nothing for a figure. */
export function judgeKind(condition: Condition, context: JudgeContext): Judge | null {
  switch (condition.kind) {
    case 'category': return categoryJudge(condition);
    case 'trade': return tradeJudge(condition);
    case 'village': return villageJudge(condition, context);
    case 'words': return wordsJudge(condition);
    case 'cooperation': return cooperationJudge(condition);
    case 'status': return statusJudge(condition);
    case 'avoid': return avoidJudge(condition);
    default: return null;
  }
}

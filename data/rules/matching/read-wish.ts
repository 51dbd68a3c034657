import { mostConditions, type Condition } from '../../schema/wish.js';
import { leftovers, ownWords } from './leftovers.js';
import type { WishLexicon } from './lexicon.js';
import { needlessAt, refusedAt } from './negation.js';
import { readBudgets, type Reading } from './read-budget.js';
import { readMeasures } from './read-measures.js';
import { readLoneWords, readPhrases } from './read-phrases.js';
import { asWritten, wishText, without, type WishText } from './wish-text.js';
import { openStatuses, scanWish, type Asked } from './wish-words.js';
import { createScanner } from './word-scanner.js';

/** A stretch of the line as written, and what it was understood as; no condition where it was said that something need not be. */
export interface WishPart { readonly text: string; readonly from: number; readonly to: number; readonly conditions: readonly Condition[] }
/** What was understood of a line, in its order, and the words that were not. */
export interface WishReading { readonly parts: readonly WishPart[]; readonly left: readonly string[]; readonly conditions: readonly Condition[] }

const scanners = new WeakMap<WishLexicon, ReturnType<typeof createScanner<string>>>();
function villageScanner(lexicon: WishLexicon) {
  let scan = scanners.get(lexicon);
  if (!scan) scanners.set(lexicon, (scan = createScanner(lexicon.villages.flatMap(({ name, spellings }) => spellings.map((word) => [word, name] as const)))));
  return scan;
}

const made = (asked: Asked, not: boolean): Condition[] => {
  switch (asked.kind) {
    // Who refuses heritage or danger asks to avoid it; so does who names it.
    case 'avoid': return [asked];
    case 'category': return [{ ...asked, not, together: false }];
    case 'status': return [{ ...asked, not, implied: false }];
    case 'trade': case 'village': case 'cooperation': case 'words': return [{ ...asked, not } as Condition];
    // A utility that is refused was asked for: 不通路的不要.
    default: return [asked as Condition];
  }
};

interface Stretch { readonly from: number; readonly to: number; readonly conditions: readonly Condition[] }

/** Takes readings that lie free of each other, longer ones before shorter, and marks them as understood. */
function taking(plain: string, readings: readonly Reading[], found: Stretch[]): string {
  let rest = plain;
  for (const reading of readings.toSorted((one, other) => other.to - other.from - (one.to - one.from))) {
    if (/\u0001/.test(rest.slice(reading.from, reading.to))) continue;
    found.push(reading);
    rest = without(rest, reading.from, reading.to);
  }
  return rest;
}

/** What a word asks for in this ledger: looked for by those of its forms that the ledger's own texts have. */
const asKnown = (asked: readonly Asked[], word: string, lexicon: WishLexicon): Asked[] => asked.flatMap((one): Asked[] => {
  if (one.kind === 'trade') return [{ ...one, said: asked.length === 1 && lexicon.has(word) ? word : null }];
  if (one.kind !== 'words') return [one];
  const any = one.any.filter(lexicon.has);
  return any.length > 0 ? [{ ...one, any }] : [];
});

/** The words of the ledger's vocabularies, wanted or refused. */
function takeWords(plain: string, found: Stretch[], hits: readonly { readonly from: number; readonly to: number; readonly asked: readonly Asked[] }[]): string {
  let rest = plain;
  // What refuses a word may be some words before it, so all are found before any is marked.
  for (const { from, to } of hits) rest = without(rest, from, to);
  for (const { from, to, asked } of hits) {
    const needless = asked.every(({ kind }) => kind === 'utility' || kind === 'cooperation' || kind === 'avoid') ? needlessAt(rest, from, to, asked.some(({ kind }) => kind === 'avoid')) : null;
    const refused = needless ? null : refusedAt(rest, from, to);
    const reach = needless ?? refused ?? { from, to };
    found.push({ ...reach, conditions: needless ? [] : asked.filter(({ kind }) => !refused || kind !== 'words' || asked.length === 1).flatMap((one) => made(one, refused !== null)) });
  }
  for (const { from, to } of found) rest = without(rest, from, to);
  return rest;
}

const together = /^[\s\u0001]*(?:和|加上?|带个?|配上?|连同|还要有?|以及|与|跟|外加|plus|and|together with|with|along with)[\s\u0001]*(?:一[块处个栋片]|an?|the|some|old|a piece of)?[\s\u0001]*$/;
const either = /^[\s\u0001]*(?:或者?|或是|还是|、|\/|or|都行|都可以?)[\s\u0001]*(?:an?|the|some)?[\s\u0001]*$/;

/** Joins neighbouring categories and trades that were said in one breath: 林地或田地 is one condition, 山林和老房 wants both. */
function joined(text: string, stretches: readonly Stretch[]): Stretch[] {
  const result: Stretch[] = [];
  for (const stretch of stretches) {
    const last = result.at(-1);
    const here = stretch.conditions.find(({ kind }) => kind === 'category' || kind === 'trade' || kind === 'village');
    const there = last?.conditions.find(({ kind }) => kind === here?.kind);
    const link = last && text.slice(last.to, stretch.from);
    if (last && here && there && link !== undefined && 'any' in here && 'any' in there && !here.not && !there.not) {
      const isTogether = here.kind === 'category' && together.test(link) && !here.any.some((value) => (there.any as readonly string[]).includes(value));
      if (isTogether || either.test(link) && (here.kind !== 'trade' || /或|or|\//.test(link))) {
        const any = [...new Set([...there.any, ...here.any])];
        const one = { ...there, any, ...(here.kind === 'category' ? { together: isTogether || ('together' in there && there.together) } : {}) } as Condition;
        result[result.length - 1] = { from: last.from, to: stretch.to, conditions: [...last.conditions.map((condition) => (condition === there ? one : condition)), ...stretch.conditions.filter((condition) => condition !== here)] };
        continue;
      }
    }
    result.push(stretch);
  }
  return result;
}

/** The same thing said twice weighs once; of two figures for one thing the later one holds. */
function settled(conditions: readonly Condition[]): Condition[] {
  const single = new Set<Condition['kind']>(['area', 'budget', 'investment', 'term', 'distance', 'capacity', 'floors', 'seats']);
  const kept: Condition[] = [];
  for (const condition of conditions) {
    const key = JSON.stringify(condition);
    if (kept.some((other) => JSON.stringify(other) === key)) continue;
    const again = condition.kind === 'trade' ? kept.findIndex((other) => other.kind === 'trade' && other.not === condition.not && condition.any.every((trade) => other.any.includes(trade))) : -1;
    if (again >= 0) { const first = kept[again] as typeof condition & { kind: 'trade' }; kept[again] = { ...first, said: first.said ?? (condition as typeof first).said }; continue; }
    const at = single.has(condition.kind) ? kept.findIndex((other) => other.kind === condition.kind && (condition.kind !== 'area' || !('of' in other) || other.of === condition.of)) : -1;
    if (at >= 0) kept[at] = merged(kept[at]!, condition);
    else kept.push(condition);
  }
  return kept.slice(0, mostConditions);
}
/** 200 亩以上 … 500 亩以下: one asks for the least, the other for the most. */
function merged(one: Condition, other: Condition): Condition {
  if (!('min' in one) || !('min' in other)) return other;
  return { ...other, min: other.min ?? one.min, max: other.max ?? one.max } as Condition;
}

/** What is meant though nobody says it: who looks for something wants what can still be had. */
export const impliedStatus: Condition = { kind: 'status', any: [...openStatuses], not: false, implied: true };

/**
 * Reads what an investor looks for from a line of Chinese or English, by rules alone. Nothing is dropped in silence: what was not
 * understood is in `left`, save for words that only hold a sentence together.
 */
export function readWish(line: string, lexicon: WishLexicon): WishReading {
  const text: WishText = wishText(line);
  const found: Stretch[] = [];
  let plain = taking(text.plain, readBudgets(text.plain), found);
  plain = taking(plain, readMeasures(plain), found);
  plain = takeWords(plain, found, villageScanner(lexicon)(plain).map(({ from, to, value }) => ({ from, to, asked: [{ kind: 'village', any: [value] }] })));
  const phrases = readPhrases(plain);
  plain = takeWords(plain, found, phrases.filter((one, at) => !phrases.some((other, order) => other.from < one.to && one.from < other.to && (other.to - other.from > one.to - one.from || (other.to - other.from === one.to - one.from && order < at)))).map(({ from, to, conditions }) => ({ from, to, asked: conditions as readonly Asked[] })));
  plain = takeWords(plain, found, scanWish(plain).map(({ from, to, word, value }) => ({ from, to, asked: asKnown(value, word, lexicon) })));
  plain = takeWords(plain, found, readLoneWords(plain).map(({ from, to, conditions }) => ({ from, to, asked: conditions as readonly Asked[] })));
  plain = takeWords(plain, found, ownWords(plain, lexicon).map(({ from, to, word }) => ({ from, to, asked: [{ kind: 'words', text: asWritten(text, from, to), any: [word] }] })));
  const parts = joined(plain, found.toSorted((one, other) => one.from - other.from)).map(({ from, to, conditions }): WishPart => ({ text: asWritten(text, from, to), from: text.origin[from]!, to: text.origin[to]!, conditions: settled(conditions) }));
  const conditions = settled(parts.flatMap((part) => part.conditions));
  const asks = conditions.length > 0 && !conditions.some(({ kind }) => kind === 'status');
  return { parts, left: leftovers(text, plain), conditions: asks ? [...conditions, impliedStatus] : conditions };
}

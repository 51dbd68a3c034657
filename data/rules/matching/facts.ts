import type { Price } from '../../schema/common.js';
import { trades, type Trade } from '../../schema/trades.js';
import { categories, cooperations, statuses, utilities as utilityWords, type Category, type Status } from '../../schema/vocabularies.js';
import type { Vocabulary } from '../../schema/vocabulary.js';
import { hindrances, type Hindrance } from '../../schema/wish.js';
import type { Filterable } from '../filter.js';
import { squareMetresPerMu } from '../format.js';
import { yearsOf } from '../quality/offer.js';
import { latinMark, plainText } from '../search-query.js';
import { villageStem } from './lexicon.js';
import { scanTrades } from './wish-words.js';

/** What matching needs of an asset; rows of the public index have it. Null or an empty list is "not known". Areas in ㎡. */
export interface Matchable extends Filterable {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string | null;
  /** As `searchText` prepares it. */
  readonly search: string;
  readonly lng: number | null;
  readonly lat: number | null;
  readonly capacityKw: number | null;
  readonly price: Price | null;
  readonly uses: readonly string[];
  readonly term: string | null;
  readonly distanceKm: number | null;
  readonly constraints: readonly string[];
  readonly floors: number | null;
  readonly seats: number | null;
  readonly basicFarmland: boolean | null;
  readonly protection: string | null;
  readonly dangerGrade: string | null;
  readonly treeSpecies: string | null;
  readonly landType: string | null;
  readonly structure: string | null;
}

/** Some values of a closed list as bits, so that 50,000 of them are compared in no time. */
export const bitsOf = (list: Vocabulary, values: readonly string[]): number => { let bits = 0; for (const value of values) { const at = list.values.indexOf(value); if (at >= 0) bits |= 1 << at; } return bits; };

/** A set of trades, as bits of two numbers. */
export interface TradeSet { readonly low: number; readonly high: number }
const noTrades: TradeSet = { low: 0, high: 0 };
const bitsPerNumber = 30;
const both = (one: TradeSet, other: TradeSet): TradeSet => (other.low === 0 && other.high === 0 ? one : { low: one.low | other.low, high: one.high | other.high });
/** Some trades as a set. */
export const tradeSet = (some: Iterable<Trade>): TradeSet => {
  let [low, high] = [0, 0];
  for (const trade of some) { const at = trades.values.indexOf(trade); if (at < bitsPerNumber) low |= 1 << at; else high |= 1 << (at - bitsPerNumber); }
  return { low, high };
};
/** True when the sets share a trade. */
export const meets = (one: TradeSet, other: TradeSet): boolean => (one.low & other.low) !== 0 || (one.high & other.high) !== 0;

/** What an asset, a project, or some assets together can be held against a wish by. One shape for all of them. */
export interface Facts extends Pick<Matchable, 'id' | 'status' | 'lng' | 'lat' | 'siteArea' | 'floorArea' | 'capacityKw' | 'cooperation' | 'utilities' | 'distanceKm' | 'floors' | 'seats' | 'uses'> {
  readonly categories: readonly Category[];
  /** Categories, ways of cooperation and utilities as bits. */
  readonly kindBits: number;
  readonly wayBits: number;
  readonly laidBits: number;
  readonly villages: readonly string[];
  /** Its place in the vocabulary; -1 for none. */
  readonly statusAt: number;
  /** yuan: what is asked a year for the whole, and once; `open`: it is for talks to settle. */
  readonly yearly: number | null;
  readonly once: number | null;
  readonly open: boolean;
  /** yuan for each 亩 a year, where that is what is asked. */
  readonly perMu: number | null;
  readonly years: number | null;
  /** yuan that a project takes. */
  readonly investment: number | null;
  /** Trades by the uses that the ledger suggests, and by all its other words: the halves of two sets, side by side because they are read 50,000 times. */
  readonly suggestedLow: number;
  readonly suggestedHigh: number;
  readonly spokenLow: number;
  readonly spokenHigh: number;
  /** Bits in the order of the vocabulary. */
  readonly hindrances: number;
  /** Bits of what is not known. */
  readonly unknownHindrances: number;
  readonly constraints: readonly string[];
  /** Its own words: Chinese, a mark, then English with a blank before each word. */
  readonly text: string;
}

/** What is made of a text is kept: uses, constraints and terms repeat from asset to asset. */
function remembering<Made>(make: (words: string) => Made): (words: string) => Made {
  const kept = new Map<string, Made>();
  const mostKept = 20_000;
  return (words) => {
    let made = kept.get(words);
    if (made === undefined) {
      made = make(words);
      if (kept.size >= mostKept) kept.clear();
      kept.set(words, made);
    }
    return made;
  };
}

const bitOf = (hindrance: Hindrance) => 1 << hindrances.values.indexOf(hindrance);
const evidence: readonly (readonly [Hindrance, RegExp])[] = [
  ['basic-farmland', /基本农田|basic farmland/i], ['red-line', /红线|red ?line/i], ['heritage', /文保|文物|历史建筑|heritage|listed/i], ['danger', /危房|D ?级|危险/i],
  ['public-forest', /公益林|public.?(?:benefit|welfare) forest/i], ['water-source', /水源/],
];
const hinderedBy = remembering((words) => evidence.reduce((bits, [hindrance, shape]) => (shape.test(words) ? bits | bitOf(hindrance) : bits), 0));
function hindrancesOf({ constraints, basicFarmland, protection, dangerGrade, category }: Matchable): { has: number; unknown: number } {
  let has = 0;
  for (const words of constraints) has |= hinderedBy(words);
  // 非永久基本农田 is said to be none.
  if (basicFarmland === true) has |= bitOf('basic-farmland'); else if (basicFarmland === false) has &= ~bitOf('basic-farmland');
  if (protection && !/^(?:否|无|非|不是|none)/i.test(protection)) has |= bitOf('heritage');
  if (dangerGrade && /[CD]|危/i.test(dangerGrade)) has |= bitOf('danger');
  const unknown = category === 'farmland' && basicFarmland === null && (has & bitOf('basic-farmland')) === 0 ? bitOf('basic-farmland') : 0;
  return { has, unknown };
}

const tradesOf = (words: string): TradeSet => {
  const hits = words === '' ? [] : scanTrades(words.toLowerCase());
  return hits.length === 0 ? noTrades : tradeSet(hits.map(({ value }) => value));
};
/** The trades that a text speaks of. */
export const tradesIn = remembering(tradesOf);
const plainly = remembering(plainText);

/** Between the Chinese and the English words of a text. */
const languageMark = '\t';
const inEnglish = (english: string | null) => (english ? ` ${english.toLowerCase().replace(/[’‘]/g, "'").replace(/[^a-z0-9'-]+/g, ' ')}` : '');
/** A text that words are looked for in: Chinese as `plainText` leaves it, then English. */
export const ownText = (chinese: readonly string[], english: string | null): string => `${chinese.map(plainText).join(' ')}${languageMark}${inEnglish(english)}`;
/** An asset's own words, off its prepared string. The village's name tells where it is and not what it is, so it is left out. */
function textOf({ search, village, structure, nameEn }: Matchable): string {
  const mark = search.indexOf(latinMark);
  let words = mark < 0 ? search : search.slice(0, mark);
  if (village) words = words.replaceAll(plainly(village), ' ').replaceAll(plainly(villageStem(village)), ' ');
  return `${words}${structure ? ` ${plainly(structure)}` : ''}${languageMark}${inEnglish(nameEn)}`;
}

/** Whether a word stands in such a text; a Latin one at the beginning of a word. */
export const holds = (text: string, word: string): boolean => text.includes(/^[a-z]/.test(word) ? ` ${word}` : word);

/** What is asked a year and once, in yuan. */
export function costOf({ price, siteArea }: Pick<Matchable, 'price' | 'siteArea'>): Pick<Facts, 'yearly' | 'once' | 'open' | 'perMu'> {
  if (!price) return { yearly: null, once: null, open: false, perMu: null };
  const { yuan, basis } = price;
  if (yuan === null || basis === 'negotiable') return { yearly: null, once: null, open: true, perMu: null };
  const mu = siteArea === null ? null : siteArea / squareMetresPerMu;
  switch (basis) {
    case 'year': return { yearly: yuan, once: null, open: false, perMu: mu && mu >= 1 ? yuan / mu : null };
    case 'month': return { yearly: yuan * 12, once: null, open: false, perMu: null };
    case 'mu-year': return { yearly: mu === null ? null : yuan * mu, once: null, open: false, perMu: yuan };
    case 'total': return { yearly: null, once: yuan, open: false, perMu: null };
  }
}

const statusPlace = (status: Status | null) => (status === null ? -1 : statuses.values.indexOf(status));
const termYears = new Map<number, (term: string) => number | null>();
function yearsIn(term: string, thisYear: number): number | null {
  let read = termYears.get(thisYear);
  if (!read) termYears.set(thisYear, (read = remembering((words) => yearsOf(words, thisYear) ?? null)));
  return read(term);
}

/** The facts of an asset. `thisYear` turns a term that ends in a year into years. */
export function factsOf(asset: Matchable, thisYear: number): Facts {
  const { id, category, village, status, lng, lat, siteArea, floorArea, capacityKw, cooperation, utilities, uses, term, distanceKm, floors, seats, constraints } = asset;
  const { has, unknown } = hindrancesOf(asset);
  const stem = village ? villageStem(village) : '';
  const name = tradesOf(stem ? asset.name.replace(stem, '') : asset.name);
  const suggested = uses.reduce((set, words) => both(set, tradesIn(words)), noTrades);
  const spoken = both(both(asset.nameEn ? both(name, tradesOf(asset.nameEn)) : name, tradesIn(asset.landType ?? '')), tradesIn(asset.treeSpecies ?? ''));
  return {
    id, categories: [category], kindBits: bitsOf(categories, [category]), wayBits: bitsOf(cooperations, cooperation), laidBits: bitsOf(utilityWords, utilities),
    villages: village === null ? [] : [village], status, statusAt: statusPlace(status), lng, lat, siteArea, floorArea, capacityKw, cooperation, utilities, ...costOf(asset),
    years: term === null ? null : yearsIn(term, thisYear), distanceKm, floors, seats, investment: null, uses,
    suggestedLow: suggested.low, suggestedHigh: suggested.high, spokenLow: spoken.low, spokenHigh: spoken.high, hindrances: has, unknownHindrances: unknown, constraints, text: textOf(asset),
  };
}

const sum = (values: readonly (number | null)[]) => (values.every((value) => value === null) ? null : values.reduce<number>((total, value) => total + (value ?? 0), 0));
const whole = (values: readonly (number | null)[]) => (values.includes(null) ? null : sum(values));
const union = <Value>(lists: readonly (readonly Value[])[]): Value[] => [...new Set(lists.flat())];
const openness: readonly (Status | null)[] = ['available', 'idle', 'partly-idle', 'negotiating', null, 'operating', 'revived', 'leased', 'signed', 'withdrawn'];

/**
 * Some assets as one. Sizes and costs add up; a cost that one of them does not name makes the whole unknown. `every`: a utility counts
 * only where each has it, and the status is that of the one that is hardest to have.
 */
export function factsTogether(id: string, members: readonly Facts[], every: boolean): Facts {
  const lists = members.map(({ utilities }) => utilities).filter((list) => list.length > 0);
  const pick = (values: readonly (number | null)[], choose: (...all: number[]) => number) => { const all = values.filter((value): value is number => value !== null); return all.length === 0 ? null : choose(...all); };
  const standing = members.map(({ status }) => openness.indexOf(status));
  const status = members.length === 0 ? null : openness[every ? Math.max(...standing) : Math.min(...standing)] ?? null;
  const kinds = union(members.map((member) => member.categories));
  const ways = union(members.map(({ cooperation }) => cooperation));
  const laid = lists.length < members.length && every ? [] : every ? (lists[0] ?? []).filter((utility) => lists.every((list) => list.includes(utility))) : union(lists);
  return {
    id, categories: kinds, kindBits: bitsOf(categories, kinds), wayBits: bitsOf(cooperations, ways), laidBits: bitsOf(utilityWords, laid), villages: union(members.map(({ villages }) => villages)),
    status, statusAt: statusPlace(status),
    lng: members[0]?.lng ?? null, lat: members[0]?.lat ?? null,
    siteArea: sum(members.map(({ siteArea }) => siteArea)), floorArea: sum(members.map(({ floorArea }) => floorArea)), capacityKw: sum(members.map(({ capacityKw }) => capacityKw)),
    cooperation: ways, utilities: laid,
    yearly: whole(members.map(({ yearly }) => yearly)), once: whole(members.map(({ once }) => once)), open: members.some(({ open }) => open), perMu: pick(members.map(({ perMu }) => perMu), Math.max),
    years: pick(members.map(({ years }) => years), Math.min), distanceKm: pick(members.map(({ distanceKm }) => distanceKm), Math.max), floors: pick(members.map(({ floors }) => floors), Math.max), seats: pick(members.map(({ seats }) => seats), Math.max),
    investment: null, uses: union(members.map(({ uses }) => uses)),
    suggestedLow: members.reduce((bits, one) => bits | one.suggestedLow, 0), suggestedHigh: members.reduce((bits, one) => bits | one.suggestedHigh, 0), spokenLow: members.reduce((bits, one) => bits | one.spokenLow, 0), spokenHigh: members.reduce((bits, one) => bits | one.spokenHigh, 0),
    hindrances: members.reduce((bits, one) => bits | one.hindrances, 0), unknownHindrances: members.reduce((bits, one) => bits | one.unknownHindrances, 0), constraints: union(members.map(({ constraints }) => constraints)),
    text: members.map(({ text }) => text).join(' '),
  };
}

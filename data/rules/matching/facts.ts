import type { Price } from '../../schema/common.js';
import { trades, type Trade } from '../../schema/trades.js';
import type { Category, Status } from '../../schema/vocabularies.js';
import { hindrances, type Hindrance } from '../../schema/wish.js';
import { squareMetresPerMu } from '../format.js';
import { yearsOf } from '../quality/offer.js';
import { plainText } from '../search-query.js';
import { villageStem } from './lexicon.js';
import { scanTrades } from './wish-words.js';

/** What matching needs of an asset; rows of the public index have it. Null or an empty list is "not known". Areas in ㎡. */
export interface Matchable {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly category: Category;
  readonly village: string | null;
  readonly status: Status | null;
  readonly lng: number | null;
  readonly lat: number | null;
  readonly siteArea: number | null;
  readonly floorArea: number | null;
  readonly capacityKw: number | null;
  readonly cooperation: readonly string[];
  readonly utilities: readonly string[];
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
  readonly river: string | null;
  readonly structure: string | null;
}

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
export interface Facts {
  readonly id: string;
  readonly categories: readonly Category[];
  readonly villages: readonly string[];
  readonly status: Status | null;
  readonly lng: number | null;
  readonly lat: number | null;
  readonly siteArea: number | null;
  readonly floorArea: number | null;
  readonly capacityKw: number | null;
  readonly cooperation: readonly string[];
  readonly utilities: readonly string[];
  /** yuan: what is asked a year for the whole, and once; `open`: it is for talks to settle. */
  readonly yearly: number | null;
  readonly once: number | null;
  readonly open: boolean;
  /** yuan for each 亩 a year, where that is what is asked. */
  readonly perMu: number | null;
  readonly years: number | null;
  readonly distanceKm: number | null;
  readonly floors: number | null;
  readonly seats: number | null;
  /** yuan that a project takes. */
  readonly investment: number | null;
  readonly uses: readonly string[];
  /** Trades by the uses that the ledger suggests, and by all its other words. */
  readonly suggested: TradeSet;
  readonly spoken: TradeSet;
  /** Bits in the order of the vocabulary. */
  readonly hindrances: number;
  /** Bits of what is not known. */
  readonly unknownHindrances: number;
  readonly constraints: readonly string[];
  /** Its own words: Chinese, a mark, then English with a blank before each word. */
  readonly text: string;
}

const bitOf = (hindrance: Hindrance) => 1 << hindrances.values.indexOf(hindrance);
const evidence: readonly (readonly [Hindrance, RegExp])[] = [
  ['basic-farmland', /基本农田|basic farmland/i], ['red-line', /红线|red ?line/i], ['heritage', /文保|文物|历史建筑|heritage|listed/i], ['danger', /危房|D ?级|危险/i],
  ['public-forest', /公益林|public.?(?:benefit|welfare) forest/i], ['water-source', /水源/],
];
function hindrancesOf({ constraints, basicFarmland, protection, dangerGrade, category }: Matchable): { has: number; unknown: number } {
  let has = 0;
  for (const words of constraints) for (const [hindrance, shape] of evidence) if (shape.test(words)) has |= bitOf(hindrance);
  // 非永久基本农田 is said to be none.
  if (basicFarmland === true) has |= bitOf('basic-farmland'); else if (basicFarmland === false) has &= ~bitOf('basic-farmland');
  if (protection && !/^(?:否|无|非|不是|none)/i.test(protection)) has |= bitOf('heritage');
  if (dangerGrade && /[CD]|危/i.test(dangerGrade)) has |= bitOf('danger');
  const unknown = category === 'farmland' && basicFarmland === null && (has & bitOf('basic-farmland')) === 0 ? bitOf('basic-farmland') : 0;
  return { has, unknown };
}

const known = new Map<string, TradeSet>();
const mostKnown = 50_000;
/** The trades that a text speaks of; uses repeat from asset to asset. */
export function tradesIn(words: string): TradeSet {
  let set = known.get(words);
  if (!set) {
    const hits = scanTrades(words.toLowerCase());
    set = hits.length === 0 ? noTrades : tradeSet(hits.map(({ value }) => value));
    if (known.size >= mostKnown) known.clear();
    known.set(words, set);
  }
  return set;
}

/** Between the Chinese and the English words of a text. */
const languageMark = '\t';
/** The text that words are looked for in. The village's name tells where something is and not what it is, so it is left out. */
export function ownText(chinese: readonly (string | null)[], english: string | null, village: string | null): string {
  let words = chinese.filter(Boolean).map((one) => plainText(one!)).join(' ');
  if (village) words = words.replaceAll(plainText(village), ' ').replaceAll(plainText(villageStem(village)), ' ');
  return `${words}${languageMark}${english ? ` ${english.toLowerCase().replace(/[’‘]/g, "'").replace(/[^a-z0-9'-]+/g, ' ')}` : ''}`;
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

/** The facts of an asset. `thisYear` turns a term that ends in a year into years. */
export function factsOf(asset: Matchable, thisYear: number): Facts {
  const { id, category, village, status, lng, lat, siteArea, floorArea, capacityKw, cooperation, utilities, uses, term, distanceKm, floors, seats, constraints } = asset;
  const { has, unknown } = hindrancesOf(asset);
  const stem = village ? villageStem(village) : '';
  const name = stem ? asset.name.replace(stem, '') : asset.name;
  const spoken = [name, asset.nameEn ?? '', asset.landType ?? '', asset.treeSpecies ?? ''].reduce((set, words) => (words === '' ? set : both(set, tradesIn(words))), noTrades);
  return {
    id, categories: [category], villages: village === null ? [] : [village], status, lng, lat, siteArea, floorArea, capacityKw, cooperation, utilities, ...costOf(asset),
    years: term === null ? null : yearsOf(term, thisYear) ?? null, distanceKm, floors, seats, investment: null, uses,
    suggested: uses.reduce((set, words) => both(set, tradesIn(words)), noTrades), spoken, hindrances: has, unknownHindrances: unknown, constraints,
    text: ownText([asset.name, ...uses, asset.treeSpecies, asset.landType, asset.river, asset.structure], asset.nameEn, village),
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
  return {
    id, categories: union(members.map(({ categories }) => categories)), villages: union(members.map(({ villages }) => villages)),
    status: members.length === 0 ? null : openness[every ? Math.max(...standing) : Math.min(...standing)] ?? null,
    lng: members[0]?.lng ?? null, lat: members[0]?.lat ?? null,
    siteArea: sum(members.map(({ siteArea }) => siteArea)), floorArea: sum(members.map(({ floorArea }) => floorArea)), capacityKw: sum(members.map(({ capacityKw }) => capacityKw)),
    cooperation: union(members.map(({ cooperation }) => cooperation)),
    utilities: lists.length < members.length && every ? [] : every ? (lists[0] ?? []).filter((utility) => lists.every((list) => list.includes(utility))) : union(lists),
    yearly: whole(members.map(({ yearly }) => yearly)), once: whole(members.map(({ once }) => once)), open: members.some(({ open }) => open), perMu: pick(members.map(({ perMu }) => perMu), Math.max),
    years: pick(members.map(({ years }) => years), Math.min), distanceKm: pick(members.map(({ distanceKm }) => distanceKm), Math.max), floors: pick(members.map(({ floors }) => floors), Math.max), seats: pick(members.map(({ seats }) => seats), Math.max),
    investment: null, uses: union(members.map(({ uses }) => uses)),
    suggested: members.reduce((set, { suggested }) => both(set, suggested), noTrades), spoken: members.reduce((set, { spoken }) => both(set, spoken), noTrades),
    hindrances: members.reduce((bits, one) => bits | one.hindrances, 0), unknownHindrances: members.reduce((bits, one) => bits | one.unknownHindrances, 0), constraints: union(members.map(({ constraints }) => constraints)),
    text: members.map(({ text }) => text).join(' '),
  };
}

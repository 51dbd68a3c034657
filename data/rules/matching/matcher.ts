import type { Wish } from '../../schema/wish.js';
import type { PublicProject } from '../projection.js';
import { latinMark } from '../search-query.js';
import { combinationsFor, type Combination } from './combine.js';
import { factsOf, type Facts, type Matchable } from './facts.js';
import type { JudgeContext } from './judge.js';
import { wordsOfTexts } from './ledger-words.js';
import { villagesOf, type WishLexicon } from './lexicon.js';
import { scaleOf, type Match } from './match.js';
import { factsOfProject } from './project-facts.js';
import { bestRows, countFull } from './rank.js';

/** Everything that answers a wish. `total` assets were ranked, none left out; `assets` are the best of them. */
export interface Answer {
  readonly total: number;
  /** How many meet every condition. */
  readonly full: number;
  readonly assets: readonly Match[];
  readonly projects: readonly Match[];
  readonly combinations: readonly Combination[];
}

/** A ledger made ready for matching. */
export interface Matcher {
  readonly lexicon: WishLexicon;
  /** The `limit` best assets and projects for a wish, with reasons, and what could be put together. */
  answer(wish: Wish, limit: number): Answer;
}

export interface MatcherInput { readonly assets: readonly Matchable[]; readonly projects: readonly PublicProject[]; /** For terms that end in a year. */ readonly thisYear: number }

/** Where each village lies: the middle of its assets. */
function centresOf(all: readonly Facts[]): JudgeContext['centreOf'] {
  const sums = new Map<string, { lng: number; lat: number; count: number }>();
  for (const { villages, lng, lat } of all) {
    if (lng === null || lat === null) continue;
    for (const village of villages) {
      const sum = sums.get(village) ?? { lng: 0, lat: 0, count: 0 };
      sums.set(village, { lng: sum.lng + lng, lat: sum.lat + lat, count: sum.count + 1 });
    }
  }
  return new Map([...sums].map(([village, { lng, lat, count }]) => [village, { lng: lng / count, lat: lat / count }]));
}

/** The reasons of a few assets without making a whole ledger ready; `everywhere` tells where the villages lie. What is not there is left out. */
export function explainFew(wish: Wish, ids: readonly string[], everywhere: readonly Matchable[], thisYear: number): readonly Match[] {
  const named = new Set(wish.conditions.flatMap((condition) => (condition.kind === 'village' ? condition.any : [])));
  const near = named.size === 0 ? [] : everywhere.filter(({ village }) => village !== null && named.has(village));
  const scale = scaleOf(wish, { centreOf: centresOf(near.map((asset) => factsOf(asset, thisYear))) });
  return ids.flatMap((id) => { const asset = everywhere.find((one) => one.id === id); return asset ? [scale.explain(factsOf(asset, thisYear))] : []; });
}

/** Makes a ledger's public index ready for matching; some hundred milliseconds at 50,000 assets, once. */
export function createMatcher({ assets, projects, thisYear }: MatcherInput): Matcher {
  const facts = assets.map((asset) => factsOf(asset, thisYear));
  const byId = new Map(facts.map((one) => [one.id, one]));
  const offered = projects.map((project) => factsOfProject(project, byId));
  const context: JudgeContext = { centreOf: centresOf(facts) };
  const lexicon: WishLexicon = { villages: villagesOf(assets, latinMark), has: wordsOfTexts([...facts, ...offered].map(({ text }) => text)) };
  return {
    lexicon,
    answer(wish, limit) {
      if (wish.conditions.length === 0) return { total: facts.length, full: 0, assets: [], projects: [], combinations: [] };
      const scale = scaleOf(wish, context);
      const columns = scale.columns(facts);
      const best = (all: readonly Facts[], of: readonly Float64Array[]) => bestRows(all, scale.total(of, all.length), scale, limit).map((row) => scale.explain(all[row]!));
      return { total: facts.length, full: countFull(columns, facts.length), assets: best(facts, columns), projects: best(offered, scale.columns(offered)), combinations: combinationsFor(wish, facts, columns, context) };
    },
  };
}

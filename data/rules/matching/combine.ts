import type { ConditionOf, Wish } from '../../schema/wish.js';
import { categories } from '../../schema/vocabularies.js';
import { metresBetween } from '../import/outliers.js';
import { bitsOf, factsTogether, type Facts } from './facts.js';
import { judgeOf, metFrom, type Judge, type JudgeContext } from './judge.js';
import { scaleOf, type Match } from './match.js';
import { nearGrid, type Placed } from './near-grid.js';
import { bestRows } from './rank.js';

/** Two or three assets near each other that meet a wish together; the longest way between two of them, in metres. */
export interface Combination { readonly ids: readonly string[]; readonly match: Match; readonly metres: number }

/** So many of the best parts are tried with each other, so many pairs with a third, and so many of the most promising looked at closely. */
const [mostParts, mostPairs, mostWeighed] = [160, 60, 120];
const mostShown = 6;
type Members = readonly Placed[];
interface Group { readonly members: Members; readonly promise: number }

/** What groups have to reach together. */
interface Aim { readonly area: Judge | null; readonly kinds: number }
/** Whether some parts reach it: their sizes add up, and no kind is lacking. */
function reaches({ area, kinds }: Aim, members: Members): boolean {
  let bits = 0;
  for (const { kindBits } of members) bits |= kindBits;
  return (bits & kinds) === kinds && (area === null || area.fit(sizeOf(members)) >= metFrom);
}
/** Only what an area is judged by; made by the thousand, so no more of the facts is put together. */
function sizeOf(members: Members): Facts {
  let [site, floor, bits] = [0, 0, 0];
  for (const { siteArea, floorArea, kindBits } of members) { site += siteArea ?? 0; floor += floorArea ?? 0; bits |= kindBits; }
  return { ...members[0]!, siteArea: site || null, floorArea: floor || null, kindBits: bits };
}

/** All pairs of neighbours that reach the aim, and of those that do not the best with each neighbour of both as a third. */
function groupsOf(parts: Members, rank: readonly number[], aim: Aim): Group[] {
  const neighbours = nearGrid(parts);
  const found: Group[] = [];
  const short: { readonly one: number; readonly other: number; readonly promise: number }[] = [];
  parts.forEach((part, one) => {
    for (const other of neighbours[one]!) {
      if (other <= one) continue;
      const promise = (rank[one]! + rank[other]!) / 2;
      if (reaches(aim, [part, parts[other]!])) found.push({ members: [part, parts[other]!], promise });
      else short.push({ one, other, promise });
    }
  });
  short.sort((one, other) => other.promise - one.promise);
  for (const { one, other } of short.slice(0, mostPairs)) {
    const second = new Set(neighbours[other]);
    for (const third of neighbours[one]!) {
      if (third === other || !second.has(third)) continue;
      const members = [parts[one]!, parts[other]!, parts[third]!];
      if (reaches(aim, members)) found.push({ members, promise: (rank[one]! + rank[other]! + rank[third]!) / 3 });
    }
  }
  return found;
}

/**
 * Finds assets that meet together what none of them meets alone: an area that is too large for one, or several kinds of place that are
 * wanted beside each other. Nothing where the wish asks for neither. `columns` says how far each of `all` meets each condition. The work is
 * bounded whatever the number of assets.
 */
export function combinationsFor(wish: Wish, all: readonly Facts[], columns: readonly Float64Array[], context: JudgeContext): Combination[] {
  const area = wish.conditions.find((condition): condition is ConditionOf<'area'> => condition.kind === 'area' && condition.min !== null);
  const kinds = wish.conditions.find((condition): condition is ConditionOf<'category'> => condition.kind === 'category' && condition.together && condition.any.length > 1);
  if (!area && !kinds) return [];
  const areaColumn = area && columns[wish.conditions.indexOf(area)];
  // A part is good by all that it has to meet itself: not by the size of the whole; of the kinds wanted, one is enough.
  const own = wish.conditions.filter((condition) => condition !== area);
  const ownScale = scaleOf({ conditions: own }, context);
  const total = ownScale.total(own.map((condition) => columns[wish.conditions.indexOf(condition)]!), all.length);
  const takes = (row: number) => {
    const { lng, siteArea, floorArea } = all[row]!;
    // What is large enough by itself needs no neighbour.
    return lng !== null && (kinds !== undefined || (areaColumn![row]! < metFrom && (siteArea ?? floorArea ?? 0) > 0));
  };
  const rows = bestRows(all, total, ownScale, mostParts, takes);
  const parts = rows.map((row) => all[row] as Placed);
  const aim: Aim = { area: area ? judgeOf(area, context) : null, kinds: kinds ? bitsOf(categories, kinds.any) : 0 };
  const whole = scaleOf(wish, context);
  const weighed = groupsOf(parts, rows.map((row) => total[row]!), aim)
    .sort((one, other) => other.promise - one.promise || one.members.length - other.members.length).slice(0, mostWeighed)
    .map(({ members }) => { const facts = factsTogether('', members, true); return { members, facts, weight: whole.weigh(facts) }; })
    .sort((one, other) => other.weight - one.weight || one.members.length - other.members.length);
  return chosen(weighed).map(({ members, facts }) => ({ ids: members.map(({ id }) => id), match: whole.explain(facts), metres: widest(members) }));
}

/** The best groups, none of them another one with something added, and no asset in more than two. */
function chosen<G extends { readonly members: Members }>(groups: readonly G[]): G[] {
  const used = new Map<string, number>();
  const result: G[] = [];
  for (const group of groups) {
    const { members } = group;
    if (members.some(({ id }) => (used.get(id) ?? 0) >= 2) || result.some((other) => other.members.every((one) => members.includes(one)) || members.every((one) => other.members.includes(one)))) continue;
    for (const { id } of members) used.set(id, (used.get(id) ?? 0) + 1);
    result.push(group);
    if (result.length === mostShown) break;
  }
  return result;
}

const widest = (members: Members) => Math.max(...members.flatMap((one, at) => members.slice(at + 1).map((other) => metresBetween(one, other))));

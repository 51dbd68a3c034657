import type { ConditionOf, Wish } from '../../schema/wish.js';
import { metresBetween } from '../import/outliers.js';
import { factsTogether, type Facts } from './facts.js';
import { judgeOf, metFrom, type JudgeContext } from './judge.js';
import { scaleOf, type Match } from './match.js';

/** Two or three assets near each other that meet a wish together; the longest way between two of them, in metres. */
export interface Combination { readonly ids: readonly string[]; readonly match: Match; readonly metres: number }

/** Farther apart nobody runs two places as one, in metres. */
export const nearEnough = 3_000;
/** So many of the best parts are tried with each other, and so many of the best pairs with a third. */
const [mostParts, mostPairs] = [320, 40];
const mostShown = 6;

type Placed = Facts & { readonly lng: number; readonly lat: number };
const isPlaced = (facts: Facts): facts is Placed => facts.lng !== null && facts.lat !== null;
const metresPerDegree = 111_000;

/** Neighbours by squares of the ground, so that not each has to be measured against each. */
function gridOf(parts: readonly Placed[]) {
  const wide = nearEnough / (metresPerDegree * Math.cos(((parts[0]?.lat ?? 0) * Math.PI) / 180));
  const high = nearEnough / metresPerDegree;
  const squares = new Map<string, number[]>();
  const squareOf = ({ lng, lat }: Placed) => [Math.floor(lng / wide), Math.floor(lat / high)] as const;
  parts.forEach((part, at) => { const [x, y] = squareOf(part); const key = `${x} ${y}`; const list = squares.get(key); if (list) list.push(at); else squares.set(key, [at]); });
  return (part: Placed): number[] => {
    const [x, y] = squareOf(part);
    const near: number[] = [];
    for (let dx = -1; dx <= 1; dx += 1) for (let dy = -1; dy <= 1; dy += 1) for (const at of squares.get(`${x + dx} ${y + dy}`) ?? []) if (metresBetween(part, parts[at]!) <= nearEnough) near.push(at);
    return near;
  };
}

/**
 * Finds assets that meet together what none of them meets alone: an area that is too large for one, or several kinds of place that are
 * wanted beside each other. Nothing where the wish asks for neither. The work is bounded whatever the number of assets.
 */
export function combinationsFor(wish: Wish, all: readonly Facts[], context: JudgeContext): Combination[] {
  const area = wish.conditions.find((condition): condition is ConditionOf<'area'> => condition.kind === 'area' && condition.min !== null);
  const kinds = wish.conditions.find((condition): condition is ConditionOf<'category'> => condition.kind === 'category' && !condition.not && condition.any.length > 1);
  if (!area && !kinds?.together) return [];
  // A part is good by all that it has to meet itself: not by the size of the whole, nor by being every kind at once.
  const own = scaleOf({ conditions: wish.conditions.flatMap((condition) => (condition === area ? [] : condition === kinds ? [{ ...kinds, together: false }] : [condition])) }, context);
  const sized = area && judgeOf(area, context);
  const whole = scaleOf({ conditions: wish.conditions.map((condition) => (condition === kinds && kinds.together ? kinds : condition)) }, context);
  const parts: Placed[] = [];
  const weights: number[] = [];
  for (const facts of all) {
    // What is large enough by itself needs no neighbour.
    if (!isPlaced(facts) || (!kinds?.together && sized && (sized.fit(facts) >= metFrom || (facts.siteArea ?? facts.floorArea ?? 0) === 0))) continue;
    const weight = own.weigh(facts);
    if (parts.length === mostParts && weight <= weights[mostParts - 1]!) continue;
    let at = parts.length;
    while (at > 0 && weights[at - 1]! < weight) at -= 1;
    parts.splice(at, 0, facts);
    weights.splice(at, 0, weight);
    if (parts.length > mostParts) { parts.pop(); weights.pop(); }
  }
  const near = gridOf(parts);
  const found: { readonly members: readonly Placed[]; readonly weight: number }[] = [];
  const keep = (members: readonly Placed[]) => { found.push({ members, weight: whole.weigh(factsTogether('', members, true)) }); };
  const neighbours = parts.map(near);
  parts.forEach((part, at) => { for (const other of neighbours[at]!) if (other > at) keep([part, parts[other]!]); });
  found.sort((one, other) => other.weight - one.weight);
  const order = new Map(parts.map((part, at) => [part, at]));
  for (const { members } of found.slice(0, mostPairs)) {
    const [one, other] = members as [Placed, Placed];
    if (sized && sized.fit(factsTogether('', members, true)) >= metFrom && !kinds?.together) continue;
    const second = new Set(neighbours[order.get(other)!]!);
    for (const third of neighbours[order.get(one)!]!) if (second.has(third) && third > order.get(other)!) keep([one, other, parts[third]!]);
  }
  found.sort((one, other) => other.weight - one.weight || one.members.length - other.members.length);
  const sizes = (members: readonly Placed[]) => factsTogether('', members, true);
  const used = new Map<string, number>();
  const result: Combination[] = [];
  for (const { members } of found) {
    const facts = sizes(members);
    if (sized && !(sized.fit(facts) >= metFrom)) continue;
    if (kinds?.together && !kinds.any.every((category) => facts.categories.includes(category))) continue;
    // Each asset in two answers at most, else one large wood would be in all of them.
    if (members.some(({ id }) => (used.get(id) ?? 0) >= 2)) continue;
    // A third that nothing is gained by is left out.
    if (members.length === 3 && result.some(({ ids }) => ids.every((id) => members.some((member) => member.id === id)))) continue;
    for (const { id } of members) used.set(id, (used.get(id) ?? 0) + 1);
    const metres = Math.max(...members.flatMap((one, at) => members.slice(at + 1).map((other) => metresBetween(one, other))));
    result.push({ ids: members.map(({ id }) => id), match: whole.explain(facts), metres });
    if (result.length === mostShown) break;
  }
  return result;
}

import type { Text } from '../../schema/text.js';
import type { Condition, Wish } from '../../schema/wish.js';
import type { Facts } from './facts.js';
import { judgeOf, metFrom, unknownShare, type Judge, type JudgeContext } from './judge.js';

/** How a condition stands to what is offered. */
export type Standing = 'met' | 'partly' | 'unknown' | 'missed';
/** One condition's sentence, and how many of its points it brings. */
export interface Reason { readonly condition: Condition; readonly standing: Standing; readonly text: Text; readonly points: number; readonly of: number }
/** An answer to a wish; the points of its reasons add up to its own, of a hundred. */
export interface Match { readonly id: string; readonly points: number; readonly reasons: readonly Reason[]; readonly full: boolean }

const wholePoints = 100;

/** The hundred points shared out by weight, in whole ones: the largest remainders are rounded up. */
export function sharedPoints(weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total === 0) return weights.map(() => 0);
  const exact = weights.map((weight) => (weight / total) * wholePoints);
  const shares = exact.map(Math.floor);
  const left = wholePoints - shares.reduce((sum, share) => sum + share, 0);
  const byRemainder = exact.map((value, at) => ({ at, rest: value - Math.floor(value) })).sort((one, other) => other.rest - one.rest || one.at - other.at);
  for (const { at } of byRemainder.slice(0, left)) shares[at]! += 1;
  return shares;
}

/** So much of the points that the second and third trade weigh less than the first: who names five does not ask five times as much. */
const repeated = (conditions: readonly Condition[], condition: Condition) => conditions.filter(({ kind }) => kind === condition.kind).length ** -0.45;

/** A wish made ready to be held against anything. */
export interface Scale {
  readonly conditions: readonly Condition[];
  readonly judges: readonly Judge[];
  readonly points: readonly number[];
  /** The points of some facts: whole ones, and a fraction that only parts those of equal points. */
  weigh(facts: Facts): number;
  /** True when every condition is met. */
  isFull(facts: Facts): boolean;
  /** The whole answer with its sentences, what counts most first. */
  explain(facts: Facts): Match;
}

const pointsOf = (fit: number, of: number) => Math.round((Number.isNaN(fit) ? unknownShare : fit) * of);
const standingOf = (fit: number): Standing => (Number.isNaN(fit) ? 'unknown' : fit >= metFrom ? 'met' : fit > 0 ? 'partly' : 'missed');
const order: readonly Standing[] = ['met', 'partly', 'missed', 'unknown'];

/** Makes a wish ready. */
export function scaleOf({ conditions }: Wish, context: JudgeContext): Scale {
  const judges = conditions.map((condition) => judgeOf(condition, context));
  const points = sharedPoints(judges.map(({ weight }, at) => weight * repeated(conditions, conditions[at]!)));
  const area = conditions.find((condition) => condition.kind === 'area');
  const wantedArea = area ? (area.min ?? area.max ?? 0) * (area.unit === 'mu' ? 2_000 / 3 : 1) : null;
  /** Below a point: what fits more exactly, is near the size asked for, says more of itself. */
  const finer = (facts: Facts, fits: number) => {
    const size = wantedArea === null ? null : facts.siteArea ?? facts.floorArea;
    const near = size && wantedArea ? Math.min(size, wantedArea) / Math.max(size, wantedArea) : 0.5;
    return fits * 0.6 + near * 0.25 + (facts.yearly !== null ? 0.04 : 0) + (facts.lng !== null ? 0.02 : 0) + Math.min(6, facts.utilities.length) * 0.01;
  };
  return {
    conditions, judges, points,
    weigh(facts) {
      let total = 0;
      let exact = 0;
      for (let at = 0; at < judges.length; at += 1) {
        const fit = judges[at]!.fit(facts);
        const share = fit === fit ? fit : unknownShare;
        total += Math.round(share * points[at]!);
        exact += share;
      }
      return total + Math.min(0.999, finer(facts, judges.length === 0 ? 0 : exact / judges.length));
    },
    isFull: (facts) => judges.every((judge) => judge.fit(facts) >= metFrom),
    explain(facts) {
      const reasons = judges.map((judge, at): Reason => {
        const fit = judge.fit(facts);
        return { condition: conditions[at]!, standing: standingOf(fit), text: judge.say(facts, fit), points: pointsOf(fit, points[at]!), of: points[at]! };
      });
      const sorted = reasons.toSorted((one, other) => order.indexOf(one.standing) - order.indexOf(other.standing) || other.of - one.of);
      return { id: facts.id, points: reasons.reduce((sum, reason) => sum + reason.points, 0), reasons: sorted, full: reasons.every(({ standing }) => standing === 'met') };
    },
  };
}

import type { Text } from '../../schema/text.js';
import type { Condition, Wish } from '../../schema/wish.js';
import type { Facts } from './facts.js';
import { judgeOf, metFrom, unknownShare, type JudgeContext } from './judge.js';

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
  /** How far the conditions are met by all of some facts: a column for each condition, NaN where it is not known. */
  columns(all: readonly Facts[]): readonly Float64Array[];
  /** The whole points of each, from its columns. */
  total(columns: readonly Float64Array[], rows: number): Uint8Array;
  /** What parts those of equal points: what fits more exactly, is near the size asked for, says more of itself. */
  finer(facts: Facts): number;
  /** Points and what parts equals, of one. */
  weigh(facts: Facts): number;
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
  const finer = (facts: Facts) => {
    const size = wantedArea === null ? null : facts.siteArea ?? facts.floorArea;
    const near = size && wantedArea ? Math.min(size, wantedArea) / Math.max(size, wantedArea) : 0.5;
    let [fits, nuances] = [0, 0];
    for (const judge of judges) { const fit = judge.fit(facts); fits += Number.isNaN(fit) ? unknownShare : fit; nuances += judge.nuance?.(facts) ?? 0; }
    const share = 1 / Math.max(1, judges.length);
    return fits * share * 0.4 + nuances * share * 0.8 + near * 0.1 + (facts.yearly !== null ? 0.04 : 0) + (facts.lng !== null ? 0.02 : 0) + Math.min(6, facts.utilities.length) * 0.01;
  };
  return {
    conditions, finer,
    columns: (all) => judges.map((judge) => {
      const column = new Float64Array(all.length);
      for (let row = 0; row < column.length; row += 1) column[row] = judge.fit(all[row]!);
      return column;
    }),
    total(columns, rows) {
      const total = new Uint8Array(rows);
      columns.forEach((column, at) => {
        const of = points[at]!;
        const unknown = Math.round(unknownShare * of);
        for (let row = 0; row < rows; row += 1) { const fit = column[row]!; total[row]! += fit === fit ? Math.round(fit * of) : unknown; }
      });
      return total;
    },
    weigh: (facts) => judges.reduce((sum, judge, at) => sum + pointsOf(judge.fit(facts), points[at]!), 0) + finer(facts),
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

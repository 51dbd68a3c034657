import type { Asset } from '../../schema/asset.js';
import type { CarriedCircle, ExchangedNoun } from './carried.js';
import { exchangedNouns } from './carried.js';
import { findDoubles } from './find-doubles.js';
import { planRecord, type PlannedMerge, type TheirRecord } from './plan-record.js';
import { knownOf, relationOf, type Trail, type TrailStep } from './trail.js';

/** This desk's side of a merge. `Ref` says where a state on a trail is to be had. */
export interface MergeSide<Ref> {
  readonly circle: CarriedCircle;
  readonly assets: readonly Asset[];
  held(noun: ExchangedNoun, id: string): object | null;
  trailOf(noun: ExchangedNoun, id: string): Trail<Ref>;
  /** A state on a trail of either side; nothing where it is not on record any more. */
  stateOf(step: TrailStep<Ref>, noun: ExchangedNoun): object | null | undefined | Promise<object | null | undefined>;
  /** Called after every record, so that a large merge can give way. */
  rest?(done: number): Promise<void> | void;
}

/** Compares every record of the other desk with this ledger and plans what becomes of it. Nothing is changed. */
export async function planMerge<Ref>(theirs: readonly TheirRecord<Ref>[], side: MergeSide<Ref>): Promise<readonly PlannedMerge[]> {
  const inOrder = theirs.toSorted((one, other) => exchangedNouns.indexOf(one.noun) - exchangedNouns.indexOf(other.noun) || (one.id < other.id ? -1 : 1));
  const plans: PlannedMerge[] = [];
  for (const [at, their] of inOrder.entries()) {
    const mine = side.trailOf(their.noun, their.id);
    const relation = relationOf(mine, their.trail);
    const bases: (object | null)[] = [];
    if (relation.kind === 'parted') {
      for (const step of [relation.mine, relation.theirs]) {
        const state = step && (await side.stateOf(step, their.noun));
        if (state !== undefined) bases.push(state);
      }
    }
    const plan = planRecord({ circle: side.circle, held: side.held(their.noun, their.id), their, relation: relation.kind, bases });
    // Only what is news here is remembered; else every merge would carry the whole past of both desks on.
    const known = plan.kind === 'same' ? undefined : knownOf(mine);
    plans.push(known ? { ...plan, also: plan.also.filter((key) => !known.has(key)) } : plan);
    await side.rest?.(at + 1);
  }
  return findDoubles(plans, side.assets, side.circle);
}

import type { Text } from '../../schema/text.js';
import type { Condition } from '../../schema/wish.js';
import type { Facts } from './facts.js';
import { judgeKind } from './judge-kinds.js';
import { judgeMeasure } from './judge-measures.js';

/** How a condition is held against facts. */
export interface Judge {
  /** How much it weighs beside the others. */
  readonly weight: number;
  /** 1 met, 0 not met, between them in part; NaN where the ledger does not say. Called for every asset, so it makes nothing. */
  fit(facts: Facts): number;
  /** 0 to 1, beside the points: what parts two that are as good by them. */
  nuance?(facts: Facts): number;
  /** The sentence for what `fit` found. */
  say(facts: Facts, fit: number): Text;
}

/** What has to be known of a ledger to judge by: where the middle of each village is, among its assets. */
export interface JudgeContext { readonly centreOf: ReadonlyMap<string, { readonly lng: number; readonly lat: number }> }

/** From here on a condition counts as met. */
export const metFrom = 0.85;
/** What is not known gets so much of the points: more than a no, less than a yes. */
export const unknownShare = 0.4;

/** The judge of a condition. */
export const judgeOf = (condition: Condition, context: JudgeContext): Judge => judgeKind(condition, context) ?? judgeMeasure(condition);

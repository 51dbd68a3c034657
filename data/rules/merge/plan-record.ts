import { sameValue } from '../apply-change.js';
import { carriedOf, type Carried, type CarriedCircle, type ExchangedNoun } from './carried.js';
import { keptRecord, mergeRecord, type MergeCell } from './merge-record.js';
import { knownOf, type Relation, type Trail } from './trail.js';

/** A record as the other desk has it; `null` for one that it removed. */
export interface TheirRecord<Ref = unknown> { readonly noun: ExchangedNoun; readonly id: string; readonly record: Carried | null; readonly trail: Trail<Ref> }

/**
 * What becomes of a record: nothing (`same`), what the other desk did is taken over (`added`, `updated`, `removed`), both desks' work
 * goes together (`merged`), or a person is asked: about fields (`clash`), about one that a desk removed and the other changed
 * (`removal`), or whether two records are one thing (`double`).
 */
export const mergeKinds = ['same', 'added', 'updated', 'removed', 'merged', 'clash', 'removal', 'double'] as const;
export type MergeKind = (typeof mergeKinds)[number];

export interface PlannedMerge {
  readonly kind: MergeKind;
  readonly noun: ExchangedNoun;
  /** The identity at this desk; of a double the one here, whose counterpart `double` names. */
  readonly id: string;
  readonly held: object | null;
  readonly theirs: Carried | null;
  readonly cells: readonly MergeCell[];
  /** As it will be unless a person decides otherwise; `null` when it is to be gone. */
  readonly result: Carried | null;
  /** The states of the other desk that this takes in. */
  readonly also: readonly string[];
  readonly double?: { readonly id: string; readonly reason: 'code' | 'name' | 'place' };
}

export interface RecordSides {
  readonly circle: CarriedCircle;
  readonly held: object | null;
  readonly their: TheirRecord;
  readonly relation: Relation<unknown>['kind'];
  /** The states that both came from, as far as they are known. */
  readonly bases: readonly (object | null)[];
}

/** Plans one record. `held` is what this ledger holds, whole. */
export function planRecord({ circle, held, their, relation, bases }: RecordSides): PlannedMerge {
  const { noun, id, record: theirs, trail } = their;
  const mine = held && carriedOf(noun, held, circle);
  const made = (kind: MergeKind, result: Carried | null, cells: readonly MergeCell[] = []): PlannedMerge => ({ kind, noun, id, held, theirs, cells, result, also: [...knownOf(trail)] });
  if (relation === 'ahead' || (!mine && !theirs)) return made('same', mine);
  const was = bases.flatMap((base) => (base ? [carriedOf(noun, base, circle)] : []));
  // One that was changed and changed back is what it was: nothing speaks against its removal.
  const isAsItWas = (record: Carried) => was.some((base) => sameValue(base, record));
  if (!mine) return relation !== 'parted' ? made('added', theirs) : isAsItWas(theirs as Carried) ? made('same', null) : made('removal', keptRecord(theirs as Carried));
  if (!theirs) return relation !== 'parted' || isAsItWas(mine) ? made('removed', null) : made('removal', keptRecord(mine));
  if (sameValue(mine, theirs)) return made('same', mine);
  if (relation === 'behind') return made('updated', theirs, mergeRecord(noun, circle, [mine], mine, theirs).cells);
  const { cells, result } = mergeRecord(noun, circle, was, mine, theirs);
  return made(cells.some((cell) => cell.state === 'clash' && cell.isShown) ? 'clash' : 'merged', result, cells);
}

/** The kinds that wait for a person. */
export const isAsked = (kind: MergeKind) => kind === 'clash' || kind === 'removal' || kind === 'double';

import type { Change, ChangeEntry } from '../../schema/change.js';
import type { NounName } from '../../schema/ledger.js';
import { digestOf } from '../import/digest.js';
import { carriedOf, carriesNoun, type CarriedCircle, type ExchangedNoun } from './carried.js';

/*
 * Every state that a record has been in has a key: a fingerprint of what it said, and how many times it has said so. The keys of a
 * record's states, oldest first, are its trail. Two desks compare trails, so they find where their work parted although each has
 * numbers and times of its own, and although a ledger's folder may have been copied by hand.
 */

/** One state on a trail. `also` are states of other desks that it includes. `Ref` says where the state itself is to be had. */
export interface TrailStep<Ref = unknown> { readonly key: string; readonly also?: readonly string[]; readonly seq?: number; readonly ref?: Ref }
export type Trail<Ref = unknown> = readonly TrailStep<Ref>[];

/** The same words whatever the order in which a record's keys stand. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).filter(([, item]) => item !== undefined).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(',')}}`;
}

const gone = 'gone';
/** Records are values that are never altered, so each is read through once. */
const fingerprints: Readonly<Record<CarriedCircle, WeakMap<object, string>>> = { whole: new WeakMap(), outer: new WeakMap() };
function fingerprintOf(noun: ExchangedNoun, record: object | null, circle: CarriedCircle): string {
  if (record === null) return gone;
  const known = fingerprints[circle].get(record);
  if (known !== undefined) return known;
  const made = digestOf({ state: canonical(carriedOf(noun, record, circle)) });
  fingerprints[circle].set(record, made);
  return made;
}

/** True for the key of having been removed. */
export const isGone = (key: string) => key.startsWith(`${gone}.`);

/** Every key that a trail holds or includes. */
export function knownOf(trail: Trail): Set<string> {
  const known = new Set<string>();
  for (const { key, also } of trail) {
    known.add(key);
    for (const other of also ?? []) known.add(other);
  }
  return known;
}

/** The key of the next state on a trail: that of the other desk where the state is taken over from it, else one that the trail does not know yet. */
function nextKey(trail: Trail, fingerprint: string, also: readonly string[] | undefined): string {
  const known = knownOf(trail);
  let count = 1;
  while (known.has(`${fingerprint}.${count}`)) count += 1;
  const key = `${fingerprint}.${count}`;
  if (also?.includes(key)) return key;
  const taken = also?.filter((other) => other.startsWith(`${fingerprint}.`) && !known.has(other)) ?? [];
  return taken.at(-1) ?? key;
}

export interface Trails<Ref> {
  /** Takes an entry of the journal; entries come in the order in which they were made. `before` and `after` say where its two states are to be had. */
  take(change: Pick<Change, 'seq' | 'undoes'>, entry: ChangeEntry, refs: { readonly before: Ref; readonly after: Ref }): void;
  /** The trail of a record that is in a state now; `null` where it is not there. */
  of(noun: ExchangedNoun, id: string, now: object | null, ref: Ref): Trail<Ref>;
  /** The records that the journal tells of and that are gone. */
  removed(): readonly { readonly noun: ExchangedNoun; readonly id: string }[];
}

/** Follows the trails of the records that `wanted` names, as an exchange of a circle sees them. */
export function createTrails<Ref>(circle: CarriedCircle, wanted: (noun: NounName, id: string) => boolean = () => true): Trails<Ref> {
  type Step = TrailStep<Ref> & { readonly seq: number; readonly isMerge: boolean };
  const trails = new Map<string, { readonly noun: ExchangedNoun; readonly id: string; steps: Step[] }>();
  const trailOf = (noun: ExchangedNoun, id: string) => {
    const name = `${noun} ${id}`;
    const known = trails.get(name) ?? { noun, id, steps: [] };
    trails.set(name, known);
    return known;
  };
  const push = (steps: Step[], fingerprint: string, seq: number, ref: Ref, also: readonly string[] | undefined) => {
    steps.push({ key: nextKey(steps, fingerprint, also), seq, ref, isMerge: also !== undefined, ...(also ? { also } : {}) });
  };
  /** A merge that is taken back has told this desk nothing: what came with it is offered again. */
  const forget = (steps: Step[], seq: number | undefined) => {
    const at = seq === undefined ? -1 : steps.findIndex((step) => step.isMerge && step.seq === seq);
    return at < 0 ? undefined : steps.slice(0, at);
  };
  const saysOf = (step: Step | undefined) => (step ? step.key.slice(0, step.key.lastIndexOf('.')) : gone);
  return {
    take({ seq, undoes }, { noun, id, before, after, merged }, refs) {
      for (const other of merged?.settled ?? []) {
        if (!carriesNoun(circle, other.noun) || !wanted(other.noun, other.id)) continue;
        const trail = trailOf(other.noun, other.id);
        const kept = forget(trail.steps, undoes);
        if (kept) trail.steps = kept;
        else push(trail.steps, gone, seq, refs.before, other.also);
      }
      if (!carriesNoun(circle, noun) || !wanted(noun, id)) return;
      const trail = trailOf(noun, id);
      if (trail.steps.length === 0 && before !== null) push(trail.steps, fingerprintOf(noun, before as object, circle), 0, refs.before, undefined);
      const kept = forget(trail.steps, undoes);
      const fingerprint = fingerprintOf(noun, after as object | null, circle);
      if (kept) {
        trail.steps = kept;
        if (saysOf(kept.at(-1)) === fingerprint) return;
      }
      const also = undoes === undefined ? merged?.also : undefined;
      // What an exchange of this circle does not carry has changed, and nothing else.
      if (!also && trail.steps.length > 0 && saysOf(trail.steps.at(-1)) === fingerprint) return;
      push(trail.steps, fingerprint, seq, refs.after, also);
    },
    of(noun, id, now, ref) {
      const steps = trails.get(`${noun} ${id}`)?.steps ?? [];
      const fingerprint = fingerprintOf(noun, now, circle);
      if (steps.length === 0 ? now === null : saysOf(steps.at(-1)) === fingerprint) return steps;
      // Never in the journal, or the journal does not reach so far: what it is now is all that is known.
      return [...steps, { key: nextKey(steps, fingerprint, undefined), ref }];
    },
    removed: () => [...trails.values()].filter(({ steps }) => saysOf(steps.at(-1)) === gone && steps.length > 0),
  };
}

/** What two trails are to one another, seen from the first; `parted` names the newest states that both know, where their work parted. */
export type Relation<Ref> =
  | { readonly kind: 'unknown' | 'ahead' | 'behind' }
  | { readonly kind: 'parted'; readonly mine: TrailStep<Ref> | undefined; readonly theirs: TrailStep<Ref> | undefined };

const placeOf = (trail: Trail, key: string) => trail.findIndex((step) => step.key === key || step.also?.includes(key));

/** Compares the trails of one record at two desks. */
export function relationOf<Mine, Theirs>(mine: Trail<Mine>, theirs: Trail<Theirs>): Relation<Mine | Theirs> {
  const [myLast, theirLast] = [mine.at(-1), theirs.at(-1)];
  if (!theirLast) return { kind: 'ahead' };
  if (!myLast) return { kind: 'unknown' };
  const [known, knownThere] = [knownOf(mine), knownOf(theirs)];
  if (known.has(theirLast.key)) return { kind: 'ahead' };
  if (knownThere.has(myLast.key)) return { kind: 'behind' };
  const there = theirs.findLast((step) => known.has(step.key));
  const here = mine.findLast((step) => knownThere.has(step.key));
  if (!there || !here || there.key === here.key) return { kind: 'parted', mine: here, theirs: here && there && here.key === there.key ? undefined : there };
  const step = [placeOf(mine, there.key) - placeOf(mine, here.key), placeOf(theirs, there.key) - placeOf(theirs, here.key)] as const;
  if (step.every((difference) => difference >= 0)) return { kind: 'parted', mine: undefined, theirs: there };
  if (step.every((difference) => difference <= 0)) return { kind: 'parted', mine: here, theirs: undefined };
  // Each took in the other's work and decided for itself: either state is common to both.
  return { kind: 'parted', mine: here, theirs: there };
}

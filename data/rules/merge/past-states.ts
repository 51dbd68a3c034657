import { sameValue } from '../apply-change.js';
import type { Carried } from './carried.js';

/** An earlier state as what a later one has to undo to be it; `whole` where one of the two is not there, nothing where it is not on record. */
export type PastState = { readonly back: Carried; readonly gone: readonly string[] } | { readonly whole: Carried | null } | null;

/** Packs the states of a record, oldest first; the last is the record as it is and is not packed. */
export function packStates(states: readonly (Carried | null | undefined)[]): PastState[] {
  return states.slice(0, -1).map((state, at): PastState => {
    const later = states[at + 1];
    if (state === undefined) return null;
    if (state === null || !later) return { whole: state };
    const changed = Object.entries(state).filter(([key, value]) => !sameValue(value, later[key]));
    return { back: Object.fromEntries(changed), gone: Object.keys(later).filter((key) => later[key] !== undefined && state[key] === undefined) };
  });
}

/** The states again, oldest first, the record as it is the last. */
export function unpackStates(record: Carried | null, past: readonly PastState[]): (Carried | null | undefined)[] {
  const states: (Carried | null | undefined)[] = [record];
  for (const packed of past.toReversed()) {
    const later = states[0];
    if (packed && 'whole' in packed) states.unshift(packed.whole);
    else states.unshift(packed && later ? Object.fromEntries([...Object.entries(later).filter(([key]) => !packed.gone.includes(key)), ...Object.entries(packed.back)]) : undefined);
  }
  return states;
}

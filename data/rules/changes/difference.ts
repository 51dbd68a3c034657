import type { ChangeEntry } from '../../schema/change.js';
import { listedNouns, listOf, profileId, type LedgerData, type ListedNoun } from '../../schema/ledger.js';
import { sameValue } from '../apply-change.js';

interface Identified { readonly id: string }

/**
 * The entries that lead from one state of a ledger to another, one for each record that differs, made a record at a time so that
 * a big ledger can be worked through in slices: nothing is given for a record that is the same. What comes back stands at its old place.
 */
export function* differenceBetween(from: LedgerData, to: LedgerData): Generator<ChangeEntry | undefined> {
  if (!sameValue(from.profile, to.profile)) yield { noun: 'profile', id: profileId, before: from.profile, after: to.profile };
  for (const noun of listedNouns) yield* ofLists(noun, listOf(from, noun), listOf(to, noun));
}

function* ofLists(noun: ListedNoun, from: readonly Identified[], to: readonly Identified[]): Generator<ChangeEntry | undefined> {
  const old = new Map<string, Identified>();
  for (const record of from) { old.set(record.id, record); yield undefined; }
  for (const [place, record] of to.entries()) {
    const before = old.get(record.id);
    old.delete(record.id);
    if (before === record) yield undefined;
    else if (!before) yield { noun, id: record.id, before: null, after: record, place };
    else yield sameValue(before, record) ? undefined : { noun, id: record.id, before, after: record };
  }
  for (const record of old.values()) yield { noun, id: record.id, before: record, after: null };
}

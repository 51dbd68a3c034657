import type { Change, ChangeDraft, ChangeEntry } from '../schema/change.js';
import { FailureError } from '../schema/failure.js';
import { listOf, lists, listedNouns, profileId, type LedgerData, type ListedNoun, type NounName, type RecordOf } from '../schema/ledger.js';

type Entries = { readonly entries: readonly ChangeEntry[] };

/** Where a record stands in its list, from 0; -1 when it is not there. A ledger keeps an index for it. */
export type Find = (noun: ListedNoun, id: string) => number;

/** A finder that reads the lists themselves: fine for one change, too slow for one edit after the other on a big ledger. */
export function findIn(data: LedgerData): Find {
  const known = new Map<ListedNoun, Map<string, number>>();
  return (noun, id) => {
    let places = known.get(noun);
    if (!places) known.set(noun, (places = new Map(listOf(data, noun).map((record, place) => [record.id, place]))));
    return places.get(id) ?? -1;
  };
}

/** True when two JSON values say the same; a property that is undefined counts as absent, as it does in a file. */
export function sameValue(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) || Array.isArray(other)) {
    return Array.isArray(one) && Array.isArray(other) && one.length === other.length && one.every((item, at) => sameValue(item, other[at]));
  }
  const left = one as Record<string, unknown>;
  const right = other as Record<string, unknown>;
  for (const key in left) if (!sameValue(left[key], right[key])) return false;
  for (const key in right) if (right[key] !== undefined && left[key] === undefined) return false;
  return true;
}

/** The record that an entry speaks of, as it stands now; null when there is none. */
export function recordAt(data: LedgerData, noun: NounName, id: string, find: Find = findIn(data)): RecordOf[NounName] | null {
  if (noun === 'profile') return id === profileId ? data.profile : null;
  return listOf(data, noun)[find(noun, id)] ?? null;
}

/** Throws `out-of-date` when a record is not as the entries found it, and `internal` for entries that no ledger can follow. */
export function checkEntries(data: LedgerData, entries: readonly ChangeEntry[], find: Find = findIn(data)): void {
  for (const entry of entries) {
    const after = entry.after as { id?: unknown } | null;
    const isProfile = entry.noun === 'profile';
    if (isProfile ? after === null : after === null ? entry.before === null : after.id !== entry.id) throw senseless(entry);
    if (!sameValue(recordAt(data, entry.noun, entry.id, find), entry.before)) throw outOfDate(entry);
  }
}

/** The data after the entries, which must have passed `checkEntries`. Untouched lists and records are shared. */
export function replaceRecords(data: LedgerData, entries: readonly ChangeEntry[], find: Find = findIn(data)): LedgerData {
  const steps = replacing(data, entries, find);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** `replaceRecords` in steps of well under a millisecond, for changes of any size. */
export function* replacing(data: LedgerData, entries: readonly ChangeEntry[], find: Find): Generator<undefined, LedgerData> {
  const listed: Record<NounName, ChangeEntry[]> = { profile: [], asset: [], project: [], tour: [] };
  for (const [at, entry] of entries.entries()) {
    listed[entry.noun].push(entry);
    if (isPause(at)) yield;
  }
  const replaced: Record<string, unknown> = { profile: listed.profile[0]?.after ?? data.profile };
  for (const noun of listedNouns) replaced[lists[noun]] = yield* replacedIn<{ readonly id: string }>(listOf(data, noun), listed[noun], (id) => find(noun, id));
  return replaced as unknown as LedgerData;
}

const isPause = (count: number) => (count & 1023) === 1023;

function* replacedIn<R>(list: readonly R[], entries: readonly ChangeEntry[], find: (id: string) => number): Generator<undefined, readonly R[]> {
  if (entries.length === 0) return list;
  const copy = list.slice();
  const gone = new Set<number>();
  const placed: ChangeEntry[] = [];
  const last: R[] = [];
  for (const [at, entry] of entries.entries()) {
    if (isPause(at)) yield;
    if (entry.after === null) gone.add(find(entry.id));
    else if (entry.before !== null) copy[find(entry.id)] = entry.after as R;
    else if (entry.place === undefined) last.push(entry.after as R);
    else placed.push(entry);
  }
  let kept = copy;
  if (gone.size > 0) {
    kept = [];
    for (const [place, record] of copy.entries()) {
      if (!gone.has(place)) kept.push(record);
      if (isPause(place)) yield;
    }
  }
  const merged = placed.length > 0 ? yield* mergedAt(kept, placed) : kept;
  for (const record of last) merged.push(record);
  return merged;
}

/** Puts added records at their places; what was there moves on. */
function* mergedAt<R>(kept: readonly R[], placed: readonly ChangeEntry[]): Generator<undefined, R[]> {
  const merged: R[] = [];
  let next = 0;
  for (const entry of placed.toSorted((one, other) => (one.place ?? 0) - (other.place ?? 0))) {
    while (merged.length < (entry.place ?? 0) && next < kept.length) merged.push(kept[next++] as R);
    merged.push(entry.after as R);
    if (isPause(merged.length)) yield;
  }
  while (next < kept.length) merged.push(kept[next++] as R);
  return merged;
}

/** Throws `internal` when one change names a record twice: which of the two was meant cannot be known. `seen` carries on from slice to slice. */
export function checkOnceEach(entries: readonly ChangeEntry[], seen: Set<string> = new Set()): void {
  for (const entry of entries) {
    const key = `${entry.noun} ${entry.id}`;
    if (seen.has(key)) throw senseless(entry);
    seen.add(key);
  }
}

/** The data after a change. Throws when the records are not as the change found them; the data given is never altered. */
export function applyChange(data: LedgerData, change: Entries, find: Find = findIn(data)): LedgerData {
  checkOnceEach(change.entries);
  checkEntries(data, change.entries, find);
  return replaceRecords(data, change.entries, find);
}

/** The entries with the place of every record that they remove, so that taking them back puts it where it was. */
export function withPlaces(data: LedgerData, entries: readonly ChangeEntry[], find: Find = findIn(data)): ChangeEntry[] {
  return entries.map((entry) => (entry.noun !== 'profile' && entry.after === null ? { ...entry, place: find(entry.noun, entry.id) } : entry));
}

/** The draft that takes a change back, record by record, as the records were. */
export function invertChange(change: Pick<Change, 'entries' | 'by' | 'label'>): ChangeDraft {
  const entries = change.entries.map(({ before, after, ...rest }) => ({ ...rest, before: after, after: before }));
  return { by: change.by, label: change.label, entries };
}

function nameOf(entry: ChangeEntry): string {
  const record = (entry.before ?? entry.after) as { name?: unknown } | null;
  return typeof record?.name === 'string' ? record.name : entry.id;
}

const outOfDate = (entry: ChangeEntry) => new FailureError('out-of-date', {
  zh: `「${nameOf(entry)}」在此期间已被改动，这次修改没有保存。请重新打开它，再改一次。`,
  en: `“${nameOf(entry)}” has changed in the meantime, so this edit was not saved. Open it again and repeat the edit.`,
});
const senseless = (entry: ChangeEntry) => new FailureError('internal', {
  zh: `这次修改对「${nameOf(entry)}」的写法有误，没有保存。请再试一次；仍然如此，请联系维护人员。`,
  en: `This edit of “${nameOf(entry)}” is not well formed and was not saved. Try again; if it happens again, tell whoever maintains the program.`,
});

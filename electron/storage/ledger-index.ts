import { checkEntries, checkOnceEach, replacing, type Find } from '../../data/rules/apply-change.js';
import type { ChangeEntry } from '../../data/schema/change.js';
import { listedNouns, listOf, type LedgerData, type ListedNoun } from '../../data/schema/ledger.js';
import { eachPaced, pace } from './slices.js';

interface Identified { readonly id: string }

/** Shifts of places that are bridged by looking at the neighbours before the index is made anew. */
const drift = 64;

/**
 * Where records stand in a list, found in constant time and kept up without making the index anew at every edit: after a
 * removal or an insertion the places known are off by a few, and the record is looked for that far around.
 */
export class Positions {
  #places = new Map<string, number>();
  #shifts = 0;

  constructor(records: readonly Identified[]) {
    this.#make(records);
  }

  #make(records: readonly Identified[]): void {
    this.#places = new Map();
    records.forEach((record, place) => this.#places.set(record.id, place));
    this.#shifts = 0;
  }

  /** The index of a long list, made without holding up anything else. */
  static async paced(records: readonly Identified[]): Promise<Positions> {
    const made = new Positions([]);
    await eachPaced(records, (record, place) => { made.#places.set(record.id, place); });
    return made;
  }

  /** The place of a record in the list that this index follows; -1 when it is not there. */
  find(records: readonly Identified[], id: string): number {
    const place = this.#places.get(id);
    if (place === undefined) return -1;
    for (let off = 0; off <= this.#shifts; off += 1) {
      if (records[place - off]?.id === id) return place - off;
      if (records[place + off]?.id === id) return place + off;
    }
    return -1;
  }

  /** Takes over the list as it is after records were removed, and others added in the middle or at the end. */
  follow(records: readonly Identified[], removed: readonly string[], inserted: readonly { id: string; place?: number | undefined }[]): void {
    const placed = inserted.filter((record) => record.place !== undefined);
    if (this.#shifts + removed.length + placed.length > drift) return this.#make(records);
    this.#shifts += removed.length + placed.length;
    for (const id of removed) this.#places.delete(id);
    for (const record of placed) this.#places.set(record.id, record.place as number);
    for (let place = records.length - (inserted.length - placed.length); place < records.length; place += 1) this.#places.set((records[place] as Identified).id, place);
  }
}

/** The places of all records of a ledger. */
export class LedgerIndex {
  readonly #places: Record<ListedNoun, Positions>;

  private constructor(places: Record<ListedNoun, Positions>) {
    this.#places = places;
  }

  static async of(data: LedgerData): Promise<LedgerIndex> {
    const places: Partial<Record<ListedNoun, Positions>> = {};
    for (const noun of listedNouns) places[noun] = await Positions.paced(listOf(data, noun));
    return new LedgerIndex(places as Record<ListedNoun, Positions>);
  }

  /** Finds in the data given, which is what the index follows, or differs from it only in records replaced in their place. */
  finder(data: LedgerData): Find {
    return (noun, id) => this.#places[noun].find(listOf(data, noun), id);
  }

  /** Takes over the data as it is after the entries. */
  follow(data: LedgerData, entries: readonly ChangeEntry[]): void {
    for (const noun of listedNouns) {
      const mine = entries.filter((entry) => entry.noun === noun && (entry.before === null || entry.after === null));
      if (mine.length === 0) continue;
      const removed = mine.filter((entry) => entry.after === null).map((entry) => entry.id);
      this.#places[noun].follow(listOf(data, noun), removed, mine.filter((entry) => entry.before === null));
    }
  }
}

/** `applyChange` for changes of any size: the same checks, giving way in between. */
export async function applyPaced(data: LedgerData, entries: readonly ChangeEntry[], index: LedgerIndex): Promise<LedgerData> {
  const find = index.finder(data);
  const seen = new Set<string>();
  const steps = pace();
  for (let from = 0; from < entries.length; from += 200) {
    const slice = entries.length > 200 ? entries.slice(from, from + 200) : entries;
    checkOnceEach(slice, seen);
    checkEntries(data, slice, find);
    if (steps.isDue) await steps.rest();
  }
  const replaced = replacing(data, entries, find);
  for (;;) {
    const step = replaced.next();
    if (step.done) return step.value;
    if (steps.isDue) await steps.rest();
  }
}

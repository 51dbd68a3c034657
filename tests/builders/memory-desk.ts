import { applyChange, invertChange, recordAt } from '../../data/rules/apply-change.js';
import { entriesOfEdits } from '../../data/rules/edit-record.js';
import { carriedOf, carriesNoun, type CarriedCircle, type ExchangedNoun } from '../../data/rules/merge/carried.js';
import { planMerge } from '../../data/rules/merge/plan-merge.js';
import type { PlannedMerge, TheirRecord } from '../../data/rules/merge/plan-record.js';
import { settleMerge, type Decided } from '../../data/rules/merge/settle-merge.js';
import { createTrails } from '../../data/rules/merge/trail.js';
import type { Edit } from '../../data/contract.js';
import type { Change, ChangeEntry } from '../../data/schema/change.js';
import { recordSchemas, type LedgerData } from '../../data/schema/ledger.js';
import { FailureError } from '../../data/schema/failure.js';
import { recordsOf } from '../../electron/services/history/records-of.js';
import { ulid } from '../../data/rules/identity.js';
import { seeded } from './ledger.js';

type State = object | null;

/** A desk that lives in memory: a ledger, its journal, and the merges with other desks, by the rules alone. */
export class MemoryDesk {
  readonly changes: Change[] = [];
  readonly #random: () => number;
  #minute = 0;

  constructor(public data: LedgerData, readonly by: string, seed: number) {
    this.#random = seeded(seed);
  }

  /** Another desk with the same ledger and the same journal, as when its folder was copied. */
  copy(by: string, seed: number): MemoryDesk {
    const other = new MemoryDesk(this.data, by, seed);
    other.changes.push(...this.changes);
    other.#minute = this.#minute;
    return other;
  }

  /** Now and then two edits fall on one moment, at one desk or at two. */
  #now(): string {
    this.#minute += Math.floor(this.#random() * 3);
    return new Date(Date.UTC(2026, 2, 1, 8, this.#minute)).toISOString();
  }

  #commit(entries: readonly ChangeEntry[], undoes?: number): void {
    const valid = entries.map((entry) => (entry.after === null || undoes !== undefined ? entry : { ...entry, after: recordSchemas[entry.noun].parse(entry.after) }));
    this.data = applyChange(this.data, { entries: valid });
    this.changes.push({ seq: this.changes.length + 1, at: this.#now(), by: this.by, label: { zh: '', en: '' }, entries: valid, ...(undoes === undefined ? {} : { undoes }) });
  }

  edit(edits: readonly Edit[]): void {
    const find = { asset: (id: string) => this.data.assets.find((one) => one.id === id), project: (id: string) => this.data.projects.find((one) => one.id === id), tour: (id: string) => this.data.tours.find((one) => one.id === id), profile: () => this.data.profile };
    const newId = () => ulid(Date.UTC(2026, 2, 1) + this.#minute, Array.from({ length: 16 }, () => Math.floor(this.#random() * 32)));
    try {
      const entries = entriesOfEdits(edits, find, this.data, { at: this.#now(), by: this.by, newId });
      if (entries.length > 0) this.#commit(entries);
    } catch (error) {
      // A script may ask for what the ledger refuses; then nothing is done.
      if (!(error instanceof FailureError)) throw error;
    }
  }

  undo(): void {
    const last = this.changes.at(-1);
    if (last && last.undoes === undefined) this.#commit(invertChange(last).entries, last.seq);
  }

  #trails(circle: CarriedCircle) {
    const trails = createTrails<State>(circle);
    for (const change of this.changes) for (const entry of change.entries) trails.take(change, entry, { before: entry.before as State, after: entry.after as State });
    return trails;
  }

  /** What this desk hands out: all its records, as they are, with their trails. */
  file(circle: CarriedCircle = 'whole', carries: (noun: ExchangedNoun, record: object) => boolean = () => true): TheirRecord<State>[] {
    const trails = this.#trails(circle);
    const carried = (state: State, noun: ExchangedNoun) => state && carriedOf(noun, state, circle);
    const records = [...recordsOf(this.data)].filter(({ noun, record }) => carriesNoun(circle, noun) && carries(noun, record)) as { noun: ExchangedNoun; id: string; record: object }[];
    return [
      ...records.map(({ noun, id, record }): TheirRecord<State> => ({ noun, id, record: carried(record, noun), trail: trails.of(noun, id, record, record).map((step) => ({ ...step, ref: carried(step.ref ?? null, noun) })) })),
      ...trails.removed().map(({ noun, id }): TheirRecord<State> => ({ noun, id, record: null, trail: trails.of(noun, id, null, null) })),
    ];
  }

  plan(file: readonly TheirRecord<State>[], circle: CarriedCircle = 'whole'): Promise<readonly PlannedMerge[]> {
    const trails = this.#trails(circle);
    const held = (noun: ExchangedNoun, id: string) => recordAt(this.data, noun, id);
    return planMerge(file, { circle, assets: this.data.assets, held, trailOf: (noun, id) => trails.of(noun, id, held(noun, id), held(noun, id)), stateOf: (step) => step.ref });
  }

  /** Merges a file by itself, or with a person's answers. Answers with the entries of the change. */
  async merge(file: readonly TheirRecord<State>[], decided: Decided = { decisions: [], rest: 'later' }, circle: CarriedCircle = 'whole'): Promise<readonly ChangeEntry[]> {
    const entries = settleMerge(await this.plan(file, circle), this.data, circle, decided, { at: this.#now(), by: this.by });
    if (entries.length > 0) this.#commit(entries);
    return entries;
  }

  /** What it holds, in an order that does not depend on the order in which it came. */
  holds(): unknown {
    const byId = <R extends { readonly id: string }>(records: readonly R[]) => records.toSorted((one, other) => (one.id < other.id ? -1 : 1));
    return { profile: this.data.profile, assets: byId(this.data.assets), projects: byId(this.data.projects), tours: byId(this.data.tours) };
  }
}

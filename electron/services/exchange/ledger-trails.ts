import { createTrails, type Trail, type Trails } from '../../../data/rules/merge/trail.js';
import type { CarriedCircle, ExchangedNoun } from '../../../data/rules/merge/carried.js';
import { schemaVersion, type NounName } from '../../../data/schema/ledger.js';
import type { LineHead } from '../../storage/journal-line.js';
import type { ChangeReader, EntryPlace, Ledger } from '../../storage/kept-ledger.js';
import type { JobContext } from '../jobs.js';

/** Where a state of a record is to be had: at hand, or in an entry of the journal. */
export type StateRef = { readonly record: object | null } | { readonly place: EntryPlace; readonly side: 'before' | 'after' };

export interface LedgerTrails {
  readonly trails: Trails<StateRef>;
  trailOf(noun: ExchangedNoun, id: string, now: object | null): Trail<StateRef>;
  /** A state of a trail; nothing where its journal is gone by now. */
  state(ref: StateRef | undefined): Promise<object | null | undefined>;
}

const step = { zh: '查看修改记录', en: 'Looking through the changes' };

/** The trails of a ledger's records, from its journals as far as they reach. `reader` must stay open while states are read. */
export async function trailsOfLedger(ledger: Ledger, reader: ChangeReader, circle: CarriedCircle, { signal, progress }: Pick<JobContext, 'signal' | 'progress'>, wanted?: (noun: NounName, id: string) => boolean): Promise<LedgerTrails> {
  const { seq: newest } = ledger;
  const trails = createTrails<StateRef>(circle, wanted);
  const lines: LineHead[] = [];
  // Records of an older format read differently, so nothing before them can be compared.
  for await (const part of ledger.changes.parts()) for (const line of part.lines.values()) if (line.seq <= newest && line.schema === schemaVersion) lines.push(line);
  lines.sort((one, other) => one.seq - other.seq);
  for (const [at, line] of lines.entries()) {
    signal.throwIfAborted();
    await reader.eachEntry(line.seq, ({ entry, place }) => trails.take(line, entry, { before: { place, side: 'before' }, after: { place, side: 'after' } }));
    progress(at + 1, lines.length, step);
  }
  return {
    trails,
    trailOf: (noun, id, now) => trails.of(noun, id, now, { record: now }),
    async state(ref) {
      if (!ref) return undefined;
      if ('record' in ref) return ref.record;
      return (await reader.entry(ref.place))?.[ref.side] as object | null | undefined;
    },
  };
}

import { changeHeadOf, recordChange } from '../../../data/rules/changes/record-change.js';
import { FailureError } from '../../../data/schema/failure.js';
import { nounNames, type NounName } from '../../../data/schema/ledger.js';
import type { RecordChange } from '../../../data/schema/record-change.js';
import type { Text } from '../../../data/schema/text.js';
import type { ChangeReader, EntryPlace } from '../../storage/kept-ledger.js';
import type { Ledger } from '../../storage/ledger.js';
import { pace } from '../../storage/slices.js';

/** A state of a record: at hand (`null`: not there), or in the journal before the entry at a place. */
export type Side = { readonly record: object | null } | { readonly before: EntryPlace };

/** A record that differs between two states; what it held is read again when it is shown, so that a great many fit in memory. */
export interface ComparedRow {
  readonly noun: NounName;
  readonly id: string;
  readonly kind: RecordChange['kind'];
  /** By which rows are put in order. */
  readonly sortKey: string;
  readonly from: Side;
  readonly to: Side;
  readonly by: readonly string[];
  readonly at?: string;
}

/** What differs between two states of a ledger. */
export interface Compared {
  readonly ledger: Ledger;
  readonly rows: readonly ComparedRow[];
  readonly notice?: Text;
}

export const countOf = ({ rows }: Compared, kind: RecordChange['kind']) => rows.reduce((sum, row) => sum + (row.kind === kind ? 1 : 0), 0);

const kindOrder: Readonly<Record<RecordChange['kind'], number>> = { added: 0, changed: 1, removed: 2 };

/** The row of a record's two states; nothing when a person would see no difference. */
export function comparedRow(row: Omit<ComparedRow, 'kind' | 'sortKey'>, before: object | null, after: object | null): ComparedRow | undefined {
  // Whether a record came or went is plain without its cells.
  const change = before && after ? recordChange({ noun: row.noun, id: row.id, before, after }) : changeHeadOf(row.noun, row.id, before, after);
  return change && { ...row, kind: change.kind, sortKey: `${nounNames.indexOf(row.noun)}${kindOrder[change.kind]} ${change.code ?? '~'} ${change.name}` };
}

/** Assets before projects, new ones before changed ones before those that are gone, then by code. */
export const inOrder = (rows: ComparedRow[]): ComparedRow[] => rows.sort((one, other) => (one.sortKey < other.sortKey ? -1 : one.sortKey > other.sortKey ? 1 : 0));

export async function recordOf(side: Side, reader: ChangeReader): Promise<object | null> {
  if ('record' in side) return side.record;
  const entry = await reader.entry(side.before);
  if (!entry) throw stale();
  return entry.before as object | null;
}

/** Rows with their cells, read as they are asked for. Throws `not-found` when the journal that holds one is gone by now. */
export async function* changesOf(ledger: Ledger, rows: readonly ComparedRow[]): AsyncGenerator<RecordChange> {
  const reader = ledger.reader();
  const steps = pace();
  try {
    for (const { noun, id, from, to, by, at } of rows) {
      const change = recordChange({ noun, id, before: await recordOf(from, reader), after: await recordOf(to, reader), by, ...(at ? { at } : {}) });
      if (change) yield change;
      // Records at hand are read without waiting for the disk.
      if (steps.isDue) await steps.rest();
    }
  } finally {
    await reader.close();
  }
}

export const stale = () => new FailureError('not-found', {
  zh: '这次比较的结果已经过期。请再比较一次。', en: 'The result of this comparison is out of date. Compare again.',
});

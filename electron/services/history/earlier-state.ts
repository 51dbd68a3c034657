import { differenceBetween } from '../../../data/rules/changes/difference.js';
import type { Change, ChangeEntry } from '../../../data/schema/change.js';
import { FailureError } from '../../../data/schema/failure.js';
import type { LedgerData } from '../../../data/schema/ledger.js';
import type { Text } from '../../../data/schema/text.js';
import type { Ledger } from '../../storage/ledger.js';
import { pace } from '../../storage/slices.js';

/** The entries that lead from one state to another, worked out in slices. */
export async function entriesBetween(from: LedgerData, to: LedgerData, signal: AbortSignal): Promise<ChangeEntry[]> {
  const entries: ChangeEntry[] = [];
  const steps = pace();
  for (const entry of differenceBetween(from, to)) {
    if (entry) entries.push(entry);
    if (!steps.isDue) continue;
    await steps.rest();
    signal.throwIfAborted();
  }
  return entries;
}

/** Puts the ledger into an earlier state by one change, which can be undone like any other. Throws `wrong-input` when nothing differs. */
export async function goBackTo(ledger: Ledger, state: LedgerData, by: string, label: Text, signal: AbortSignal): Promise<Change> {
  const entries = await entriesBetween(ledger.data, state, signal);
  if (entries.length === 0) throw new FailureError('wrong-input', { zh: '和现在的内容一样，没有要恢复的。', en: 'It is the same as now; there is nothing to restore.' });
  return ledger.restore({ by, label, entries });
}

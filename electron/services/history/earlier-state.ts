import { differenceBetween } from '../../../data/rules/changes/difference.js';
import type { Change, ChangeEntry } from '../../../data/schema/change.js';
import { FailureError } from '../../../data/schema/failure.js';
import type { LedgerData } from '../../../data/schema/ledger.js';
import type { Text } from '../../../data/schema/text.js';
import { applyPaced, LedgerIndex } from '../../storage/ledger-index.js';
import type { Ledger } from '../../storage/ledger.js';
import { inverted, sharing } from '../../storage/prepare-change.js';
import { pace } from '../../storage/slices.js';
import type { JobContext } from '../jobs.js';

const step: Text = { zh: '回到从前', en: 'Going back' };

/** The records as they were after change `seq`, taken back change by change. Throws `not-found` where one on the way is no longer on record. */
export async function stateAfter(ledger: Ledger, seq: number, { signal, progress }: Pick<JobContext, 'signal' | 'progress'>): Promise<LedgerData> {
  let data = ledger.data;
  const newest = ledger.seq;
  const index = await LedgerIndex.of(data);
  for (let at = newest; at > seq; at -= 1) {
    signal.throwIfAborted();
    const change = await ledger.changes.change(at, sharing(data, index));
    if (!change) throw new FailureError('not-found', { zh: '中间有修改的记录已经清理，回不到那么早。可以用「备份」里的恢复点。', en: 'Changes on the way are no longer on record. Use a restore point instead.' });
    const { entries } = await inverted(change);
    const before = await applyPaced(data, entries, index);
    index.follow(before, entries);
    data = before;
    progress(newest - at + 1, newest - seq, step);
  }
  return data;
}

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

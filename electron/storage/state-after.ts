import { FailureError } from '../../data/schema/failure.js';
import type { LedgerData } from '../../data/schema/ledger.js';
import type { Text } from '../../data/schema/text.js';
import type { Ledger } from './kept-ledger.js';
import { applyPaced, LedgerIndex } from './ledger-index.js';
import { inverted, sharing } from './prepare-change.js';

const step: Text = { zh: '回到从前', en: 'Going back' };
/** How whoever waits hears of it, and ends it. */
interface Running { readonly signal?: AbortSignal; readonly progress?: (done: number, total: number, step: Text) => void }

/** The records as they were after change `seq`, taken back change by change. Throws `not-found` where one on the way is no longer on record. */
export async function stateAfter(ledger: Pick<Ledger, 'data' | 'seq' | 'changes'>, seq: number, { signal, progress }: Running = {}): Promise<LedgerData> {
  let data = ledger.data;
  const newest = ledger.seq;
  const index = await LedgerIndex.of(data);
  for (let at = newest; at > seq; at -= 1) {
    signal?.throwIfAborted();
    const change = await ledger.changes.change(at, sharing(data, index));
    if (!change) throw new FailureError('not-found', { zh: '中间有修改的记录已经清理，回不到那么早。可以用「备份」里的恢复点。', en: 'Changes on the way are no longer on record. Use a restore point instead.' });
    const { entries } = await inverted(change);
    const before = await applyPaced(data, entries, index);
    index.follow(before, entries);
    data = before;
    progress?.(newest - at + 1, newest - seq, step);
  }
  return data;
}

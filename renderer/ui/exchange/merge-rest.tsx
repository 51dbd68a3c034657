import { useEffect, useState } from 'react';
import type { MergeRow, MergeSummary } from '../../../data/contract/exchange.js';
import { formatNumber } from '../../../data/rules/format.js';
import type { MergeKind } from '../../../data/rules/merge/plan-record.js';
import type { RecordChange } from '../../../data/schema/record-change.js';
import { failureOf } from '../../client/call-failure.js';
import { useClient } from '../../client/current-client.js';
import { useSay } from '../../state/language.js';
import { tell } from '../../state/program-store.js';
import { Button } from '../button.js';
import { ChangeCard } from '../changes/change-card.js';

const kinds: MergeKind[] = ['added', 'updated', 'merged', 'removed'];
const pageRows = 50;

/** What becomes of a record here, as the history will tell it. */
function changeOf(row: MergeRow): RecordChange {
  const kind = row.kind === 'added' ? 'added' as const : row.kind === 'removed' ? 'removed' as const : 'changed' as const;
  const { noun, id, name, code, village, category } = row;
  return {
    noun, id, name, kind, by: [], ...(code ? { code } : {}), ...(village ? { village } : {}), ...(category ? { category } : {}),
    cells: row.cells.filter((cell) => cell.state !== 'mine').map((cell) => ({ path: cell.path, ...(cell.mine === undefined ? {} : { before: cell.mine }), ...(cell.value === undefined ? {} : { after: cell.value }) })),
  };
}

/** The records that nobody is asked about: what the other desk did and what goes together by itself, old beside new. */
export function MergeRest({ summary: { mergeId, counts } }: { summary: MergeSummary }) {
  const say = useSay();
  const client = useClient();
  const [rows, setRows] = useState<readonly MergeRow[]>([]);
  const [wanted, setWanted] = useState(pageRows);
  useEffect(() => {
    let stale = false;
    client.call('exchange.rows', { mergeId, kinds, limit: Math.min(wanted, 500) }).then((page) => { if (!stale) setRows(page.rows); }, (error: unknown) => { const failure = failureOf(error); tell(failure.message, failure); });
    return () => { stale = true; };
  }, [client, mergeId, wanted]);
  const total = kinds.reduce((sum, kind) => sum + counts[kind], 0);
  return (
    <div className="merge-rest">
      {rows.map((row) => <ChangeCard key={`${row.noun} ${row.id}`} change={changeOf(row)} isGone />)}
      {rows.length < Math.min(total, 500) && <Button small tone="quiet" onPress={() => setWanted(wanted + pageRows)}>{say(`再看 ${pageRows} 条（共 ${formatNumber(total)}）`, `${pageRows} more of ${formatNumber(total)}`)}</Button>}
    </div>
  );
}

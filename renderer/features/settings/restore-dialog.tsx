import { useEffect, useState } from 'react';
import type { Comparison, RestorePoint } from '../../../data/contract.js';
import { formatNumber } from '../../../data/rules/format.js';
import { changeKinds, type RecordChange } from '../../../data/schema/record-change.js';
import { failureOf } from '../../client/call-failure.js';
import { useClient } from '../../client/current-client.js';
import { followJob } from '../../client/run-job.js';
import { useSay } from '../../state/language.js';
import { knowOperator } from '../../state/operator.js';
import { tell } from '../../state/program-store.js';
import { Button } from '../../ui/button.js';
import { ChangeCard } from '../../ui/changes/change-card.js';
import { momentText } from '../../ui/fields/value-text.js';
import { Modal } from '../../ui/modal.js';

/** Shown at most; the figures above tell of all. */
const shownRows = 50;

/** What restoring would change, where it was compared, and the step itself. */
export function RestoreDialog({ point, comparison, onClose }: { point: RestorePoint; comparison: Comparison | null; onClose: () => void }) {
  const say = useSay();
  const client = useClient();
  const [rows, setRows] = useState<readonly RecordChange[]>([]);
  const [isBusy, setIsBusy] = useState(false);
  const at = momentText(point.at);
  useEffect(() => {
    if (!comparison) return;
    let stale = false;
    client.call('history.rows', { comparisonId: comparison.comparisonId, limit: shownRows }).then((reply) => { if (!stale) setRows(reply.rows); }, (error: unknown) => { const failure = failureOf(error); tell(failure.message, failure); });
    return () => { stale = true; };
  }, [client, comparison]);
  const restore = async () => {
    setIsBusy(true);
    try {
      await knowOperator();
      const { jobId } = await client.call('backup.restore', { id: point.id });
      await followJob(client, jobId, () => undefined);
      tell({ zh: `已恢复到 ${at}，这一步可以撤销。`, en: `Restored to ${at}; this can be undone.` });
      onClose();
    } catch (error) {
      const failure = failureOf(error);
      tell(failure.message, failure);
      setIsBusy(false);
    }
  };
  const total = comparison ? comparison.added + comparison.changed + comparison.removed : null;
  const wording: Record<RecordChange['kind'], string> = { added: say('找回', 'brought back'), changed: say('改回', 'changed back'), removed: say('去掉', 'taken out') };
  return (
    <Modal title={comparison ? say(`恢复到 ${at} 会怎样`, `What restoring ${at} does`) : say(`恢复到 ${at}？`, `Restore ${at}?`)} width={comparison ? 860 : 500} onClose={onClose} dismissable={!isBusy}
      foot={<><span className="spacer" /><Button isDisabled={isBusy} onPress={onClose}>{say('不恢复', 'Do not restore')}</Button><Button tone="primary" icon="undo" isDisabled={isBusy || total === 0} onPress={() => void restore()}>{isBusy ? say('正在恢复…', 'Restoring…') : say('恢复', 'Restore')}</Button></>}>
      {comparison && (
        <div className="restore-figures">{changeKinds.map((kind) => <span key={kind}><b className="figures">{formatNumber(comparison[kind])}</b>{wording[kind]}</span>)}</div>
      )}
      <p className="soft">{total === 0 ? say('和现在的内容一样，没有要恢复的。', 'It is the same as now; there is nothing to restore.') : say('全部记录会回到那时的样子。这记作一次修改，之后的修改仍在记录里，随时可以撤销回来。照片和附件不受影响。', 'All records go back to how they were then. It counts as one change; later changes stay on record and this can be undone. Photos and files are not touched.')}</p>
      {rows.length > 0 && <div className="restore-rows">{rows.map((row) => <ChangeCard key={`${row.noun} ${row.id}`} change={row} isGone />)}</div>}
      {total !== null && total > rows.length && rows.length > 0 && <p className="help">{say(`还有 ${formatNumber(total - rows.length)} 条未列出。`, `${formatNumber(total - rows.length)} more are not listed.`)}</p>}
    </Modal>
  );
}

import { useCallback, useState } from 'react';
import type { ChangeSummary } from '../../../data/contract.js';
import { formatNumber } from '../../../data/rules/format.js';
import { failureOf } from '../../client/call-failure.js';
import { useClient } from '../../client/current-client.js';
import { followJob } from '../../client/run-job.js';
import { useSay } from '../../state/language.js';
import { knowOperator } from '../../state/operator.js';
import { tell, useProgram } from '../../state/program-store.js';
import { Button } from '../../ui/button.js';
import { ChangeCard } from '../../ui/changes/change-card.js';
import { momentText } from '../../ui/fields/value-text.js';
import { Modal } from '../../ui/modal.js';
import { usePaged } from './use-paged.js';

/** One change with its records and cells, and the way back to how things stood after it. */
export function ChangeDetail({ change, isNewest }: { change: ChangeSummary; isNewest: boolean }) {
  const say = useSay();
  const client = useClient();
  const readOnly = useProgram((state) => (state.status?.readOnly ?? true) || (state.status?.missing ?? false));
  const { rows, total, failure, isLoading, more } = usePaged(useCallback((offset: number) => client.call('history.ofChange', { seq: change.seq, offset, limit: 50 }), [client, change.seq]));
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      <header className="history-detail-head">
        <div>
          <h2>{say(change.label)}</h2>
          <p className="figures">{momentText(change.at)} · {change.by || say('未署名', 'No name')} · {say(`${formatNumber(change.count)} 条记录`, `${formatNumber(change.count)} records`)}{change.undone && <em className="tag">{say('已撤销', 'Undone')}</em>}</p>
        </div>
        {!isNewest && !readOnly && <Button small icon="undo" onPress={() => setIsAsking(true)}>{say('撤销到这里', 'Undo to here')}</Button>}
      </header>
      {failure && <p className="fault" role="alert">{say(failure.message)}</p>}
      <div className="history-cards">
        {rows?.map((row) => <ChangeCard key={`${row.noun} ${row.id}`} change={row} />)}
        {rows?.length === 0 && !failure && <p className="soft">{say('只动了程序自己记的内容，没有看得见的改动。', 'It touched only what the program keeps for itself; nothing that can be seen.')}</p>}
      </div>
      {rows && rows.length > 0 && total > 50 && rows.length < total && <Button small tone="quiet" isDisabled={isLoading} onPress={more}>{say(`再看 50 条（共 ${formatNumber(total)}）`, `50 more of ${formatNumber(total)}`)}</Button>}
      {isAsking && <UndoToDialog change={change} onClose={() => setIsAsking(false)} />}
    </>
  );
}

function UndoToDialog({ change, onClose }: { change: ChangeSummary; onClose: () => void }) {
  const say = useSay();
  const client = useClient();
  const newest = useProgram((state) => state.status?.seq ?? change.seq);
  const [isBusy, setIsBusy] = useState(false);
  const go = async () => {
    setIsBusy(true);
    try {
      await knowOperator();
      const { jobId } = await client.call('history.undoTo', { seq: change.seq });
      await followJob(client, jobId, () => undefined);
      tell({ zh: '已回到那时的样子，这一步也可以撤销。', en: 'Back to how it was then; this can be undone too.' });
      onClose();
    } catch (error) {
      const failed = failureOf(error);
      tell(failed.message, failed);
      setIsBusy(false);
    }
  };
  return (
    <Modal title={say('撤销到这里？', 'Undo to here?')} width={480} onClose={onClose} dismissable={!isBusy}
      foot={<><span className="spacer" /><Button isDisabled={isBusy} onPress={onClose}>{say('不了', 'Keep as is')}</Button><Button tone="primary" icon="undo" isDisabled={isBusy} onPress={() => void go()}>{isBusy ? say('正在回去…', 'Going back…') : say('撤销到这里', 'Undo to here')}</Button></>}>
      <p>{say(`全部记录会回到「${change.label.zh}」刚做完的样子，收回其后的 ${formatNumber(newest - change.seq)} 次修改。这记作一次修改，随时可以再撤销回来。`, `All records go back to how they were right after “${change.label.en}”, taking back the ${formatNumber(newest - change.seq)} changes since. It counts as one change and can itself be undone.`)}</p>
    </Modal>
  );
}

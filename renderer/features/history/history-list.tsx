import { useEffect, useState } from 'react';
import { Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components';
import type { ChangeSummary } from '../../../data/contract.js';
import type { Failure } from '../../../data/schema/failure.js';
import { failureOf } from '../../client/call-failure.js';
import { useClient } from '../../client/current-client.js';
import { useSay } from '../../state/language.js';
import { useProgram } from '../../state/program-store.js';
import { Button } from '../../ui/button.js';
import { momentText } from '../../ui/fields/value-text.js';

const pageSize = 100;

/** Who changed what and when, the last first. */
export function HistoryButton() {
  const say = useSay();
  const label = say('修改记录', 'History');
  return (
    <DialogTrigger>
      <Button icon="history" label={label} />
      <Popover className="popover ledger-history" placement="bottom end">
        <Dialog aria-label={label} style={{ outline: 'none' }}>
          <Heading slot="title" level={2}>{label}</Heading>
          <HistoryList />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function HistoryList() {
  const say = useSay();
  const client = useClient();
  const seq = useProgram((state) => state.status?.seq);
  const [changes, setChanges] = useState<readonly ChangeSummary[] | null>(null);
  const [ended, setEnded] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  useEffect(() => {
    let stale = false;
    client.call('desk.history', { limit: pageSize }).then(
      (list) => { if (!stale) { setChanges(list); setEnded(list.length < pageSize); } },
      (error: unknown) => { if (!stale) setFailure(failureOf(error)); },
    );
    return () => { stale = true; };
  }, [client, seq]);
  const more = () => {
    const last = changes?.at(-1);
    if (!last) return;
    client.call('desk.history', { limit: pageSize, before: last.seq }).then(
      (list) => { setChanges((now) => [...(now ?? []), ...list]); setEnded(list.length < pageSize); },
      (error: unknown) => setFailure(failureOf(error)),
    );
  };
  if (failure) return <p className="fault" role="alert">{say(failure.message)}</p>;
  if (!changes) return <p className="soft">{say('正在取…', 'Loading…')}</p>;
  if (changes.length === 0) return <p className="soft ledger-history-none">{say('还没有改动。每一次修改都会记在这里，可以撤销。', 'No changes yet. Every edit is kept here and can be undone.')}</p>;
  return (
    <>
      <ol className="ledger-changes">
        {changes.map((change) => (
          <li key={change.seq} className={change.undoes || change.redoes ? 'ledger-change-undo' : ''}>
            <b>{say(change.label)}</b>
            <span className="figures">{momentText(change.at)} · {change.by || say('未署名', 'No name')}{change.count > 1 ? ` · ${say(`${change.count} 条`, `${change.count} records`)}` : ''}</span>
          </li>
        ))}
      </ol>
      {!ended && <Button small tone="quiet" onPress={more}>{say('更早的', 'Earlier')}</Button>}
    </>
  );
}

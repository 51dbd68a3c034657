import { useCallback, useEffect, useState } from 'react';
import type { RecordHistoryItem } from '../../../data/contract.js';
import type { Failure } from '../../../data/schema/failure.js';
import { failureOf } from '../../client/call-failure.js';
import { useClient } from '../../client/current-client.js';
import { useSay } from '../../state/language.js';
import { Button } from '../../ui/button.js';
import { ChangeCells } from '../../ui/changes/change-cells.js';
import { momentText } from '../../ui/fields/value-text.js';

const pageSize = 30;

/** What became of one asset: every change, the last first, cell by cell. */
export function RecordHistory({ id }: { id: string }) {
  const say = useSay();
  const client = useClient();
  const [state, setState] = useState<{ id: string; items: readonly RecordHistoryItem[] | null; isEnded: boolean; failure: Failure | null }>({ id, items: null, isEnded: false, failure: null });
  const load = useCallback((before?: number) => {
    client.call('history.ofRecord', { noun: 'asset', id, limit: pageSize, ...(before === undefined ? {} : { before }) }).then(
      (items) => setState((now) => ({ id, items: before === undefined || now.id !== id ? items : [...(now.items ?? []), ...items], isEnded: items.length < pageSize, failure: null })),
      (error: unknown) => setState((now) => ({ ...now, id, failure: failureOf(error) })),
    );
  }, [client, id]);
  useEffect(() => {
    load();
    return client.on('ledger.changed', (change) => { if (change.assets.includes(id)) load(); });
  }, [client, id, load]);
  const { items, isEnded, failure } = state.id === id ? state : { items: null, isEnded: false, failure: null };
  const last = items?.at(-1)?.seq;
  if (failure) return <p className="fault" role="alert">{say(failure.message)} <Button small onPress={() => load()}>{say('再取一次', 'Try again')}</Button></p>;
  if (!items) return <p className="soft">{say('正在取…', 'Loading…')}</p>;
  if (items.length === 0) return <p className="soft">{say('这宗资产还没有修改记录。', 'Nothing of this asset has been changed yet.')}</p>;
  return (
    <>
      <ol className="record-history" aria-label={say('修改记录', 'History')}>
        {items.map(({ seq, at, by, label, change, undone, undoes, redoes }) => (
          <li key={seq} className={undone ? 'record-history-undone' : ''}>
            <header>
              <b>{say(label)}</b>
              {undone && <em className="tag">{say('已撤销', 'Undone')}</em>}
              {undoes !== undefined && <em className="tag tag-warn">{say('撤销', 'Undo')}</em>}
              {redoes !== undefined && <em className="tag tag-good">{say('重做', 'Redo')}</em>}
            </header>
            <p className="figures">{momentText(at)} · {by || say('未署名', 'No name')}</p>
            <ChangeCells change={change} />
          </li>
        ))}
      </ol>
      {!isEnded && last !== undefined && <Button small tone="quiet" onPress={() => load(last)}>{say('更早的', 'Earlier')}</Button>}
    </>
  );
}

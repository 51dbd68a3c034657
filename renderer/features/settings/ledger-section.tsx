import { useCallback, useEffect, useState } from 'react';
import type { CallOutput } from '../../../data/contract.js';
import { momentText } from '../../../data/rules/export/shown-text.js';
import { formatNumber } from '../../../data/rules/format.js';
import { shellWords } from '../../../data/schema/commands.js';
import { failureOf } from '../../client/call-failure.js';
import { useClient } from '../../client/current-client.js';
import { useSay } from '../../state/language.js';
import { tell, useProgram } from '../../state/program-store.js';
import { useDesk } from '../../state/use-desk.js';
import { Button } from '../../ui/button.js';
import { Icon } from '../../ui/icon.js';
import { OpenLedgerDialog, NewLedgerDialog } from './folder-dialogs.js';
import { CarryDialog } from './carry-dialog.js';
import { Part } from './part.js';

type Dialog = 'open' | 'new' | 'copy' | 'move';

/** The ledger that is open, and the ways to others. */
export function LedgerSection() {
  const say = useSay();
  const client = useClient();
  useDesk();
  const status = useProgram((state) => state.status);
  const assets = useProgram((state) => state.deskEntries?.length);
  const projects = useProgram((state) => state.deskProjects?.length);
  const [ledgers, setLedgers] = useState<CallOutput<'ledger.list'>>([]);
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const reload = useCallback(() => { client.call('ledger.list', {}).then(setLedgers, (error: unknown) => { const failure = failureOf(error); tell(failure.message, failure); }); }, [client]);
  useEffect(reload, [reload, status?.folder, status?.missing]);
  const run = async (folder: string, work: () => Promise<unknown>) => {
    setBusy(folder);
    try {
      await work();
      reload();
    } catch (error) {
      const failure = failureOf(error);
      tell(failure.message, failure);
    } finally {
      setBusy(null);
    }
  };
  const open = (folder: string) => run(folder, async () => {
    const next = await client.call('ledger.open', { folder });
    tell({ zh: `已打开「${next.name}」。`, en: `“${next.name}” is open.` });
  });
  const close = () => { setDialog(null); reload(); };
  const stands = status?.missing ? <span className="tag tag-call">{say('不在', 'Away')}</span> : status?.server && !status.server.connected ? <span className="tag tag-call">{say('断线', 'Disconnected')}</span> : status?.readOnly ? <span className="tag tag-warn">{say('只读', 'Read-only')}</span> : <span className="tag tag-good">{say('可修改', 'Editable')}</span>;
  const others = ledgers.filter((ledger) => !ledger.open);
  return (
    <>
      <Part title={say('现在的账本', 'The ledger that is open')} actions={<>
        <Button icon="copy" isDisabled={!status || status.missing === true || status.server !== undefined} onPress={() => setDialog('copy')}>{say('复制到…', 'Copy to…')}</Button>
        <Button icon="export" isDisabled={!status || status.missing === true || status.readOnly || status.server !== undefined || ledgers.some((ledger) => ledger.open && ledger.sample)} onPress={() => setDialog('move')}>{say('搬到…', 'Move to…')}</Button>
      </>}>
        {status && (
          <div className="settings-current">
            <Icon name="ledger" size={34} />
            <div>
              <h3>{status.name}{status.sample && <em className="tag">{say('示例数据', 'Sample data')}</em>}{stands}</h3>
              <p className="settings-path">{status.server ? status.server.address : status.folder}</p>
              {status.origin && <p className="soft">{say(`离线拷贝：${momentText(status.origin.takenAt)} 取自 ${status.origin.address}，含到第 ${formatNumber(status.origin.seq)} 次修改`, `Offline copy of ${status.origin.address}, taken ${momentText(status.origin.takenAt)}, up to change ${formatNumber(status.origin.seq)}`)}</p>}
              <p className="figures soft">{[assets === undefined ? '' : say(`${formatNumber(assets)} 宗资产`, `${formatNumber(assets)} assets`), projects === undefined ? '' : say(`${formatNumber(projects)} 个项目`, `${formatNumber(projects)} projects`), say(`改过 ${formatNumber(status.seq)} 次`, `${formatNumber(status.seq)} changes`)].filter(Boolean).join(' · ')}</p>
            </div>
          </div>
        )}
        <p className="help">{say('一本账就是一个文件夹，可以放在 U 盘上随身带；整个拷走即是备份。', 'A ledger is one folder. It may live on a USB stick; copied whole, it is a backup.')}</p>
      </Part>
      <Part title={say('其他账本', 'Other ledgers')} actions={<>
        <Button icon="add" onPress={() => setDialog('new')}>{say('新建账本', 'New ledger')}</Button>
        <Button icon="folder" onPress={() => setDialog('open')}>{say('打开别处的…', 'Open elsewhere…')}</Button>
      </>}>
        {others.length === 0 && <p className="soft settings-none">{say('还没有打开过别的账本。', 'No other ledger was opened yet.')}</p>}
        <ul className="settings-ledgers">
          {others.map((ledger) => (
            <li key={ledger.folder}>
              <Icon name={ledger.missing ? 'usb' : 'ledger'} />
              <span><b>{ledger.name}{ledger.sample && <em className="tag">{say(shellWords.sample)}</em>}{ledger.missing && <em className="tag tag-warn">{say(shellWords.missing)}</em>}</b><small>{ledger.folder}</small></span>
              {!ledger.sample && <Button small tone="quiet" isDisabled={busy !== null} onPress={() => void run(ledger.folder, () => client.call('ledger.forget', { folder: ledger.folder }))}>{say('移出列表', 'Take off')}</Button>}
              <Button small isDisabled={busy !== null || ledger.missing === true} onPress={() => void open(ledger.folder)}>{busy === ledger.folder ? say('正在打开…', 'Opening…') : say('打开', 'Open')}</Button>
            </li>
          ))}
        </ul>
      </Part>
      {dialog === 'open' && <OpenLedgerDialog onClose={close} />}
      {dialog === 'new' && <NewLedgerDialog onClose={close} />}
      {(dialog === 'copy' || dialog === 'move') && status && <CarryDialog how={dialog} name={status.name} onClose={close} />}
    </>
  );
}

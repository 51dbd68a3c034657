import { useCallback, useEffect, useState, type FormEvent } from 'react';
import type { CallOutput } from '../../../data/contract.js';
import { failureOf } from '../../client/call-failure.js';
import { useClient } from '../../client/current-client.js';
import { useSay } from '../../state/language.js';
import { tell, useProgram } from '../../state/program-store.js';
import { Button } from '../../ui/button.js';
import { Icon } from '../../ui/icon.js';

/** The ledgers opened before; another can be opened by its folder, or a new one made. */
export function LedgerList() {
  const say = useSay();
  const client = useClient();
  const folder = useProgram((state) => state.status?.folder);
  const [ledgers, setLedgers] = useState<CallOutput<'ledger.list'>>([]);
  const [path, setPath] = useState('');
  const [name, setName] = useState('');
  const [fault, setFault] = useState<{ at: 'open' | 'create'; words: string } | null>(null);
  const [busy, setBusy] = useState(false);
  const reload = useCallback(() => { client.call('ledger.list', {}).then(setLedgers, (error: unknown) => { const failure = failureOf(error); tell(failure.message, failure); }); }, [client]);
  useEffect(reload, [reload, folder]);

  const run = async (at: 'open' | 'create', work: () => Promise<CallOutput<'ledger.open'>>) => {
    if (busy) return;
    setBusy(true);
    setFault(null);
    try {
      const status = await work();
      setPath('');
      setName('');
      tell({ zh: `已打开「${status.name}」。`, en: `“${status.name}” is open.` });
      reload();
    } catch (error) {
      setFault({ at, words: say(failureOf(error).message) });
    } finally {
      setBusy(false);
    }
  };
  const openPath = (event: FormEvent) => { event.preventDefault(); if (path.trim()) void run('open', () => client.call('ledger.open', { folder: path.trim() })); };
  const create = (event: FormEvent) => { event.preventDefault(); if (name.trim()) void run('create', () => client.call('ledger.create', { name: name.trim() })); };
  return (
    <>
      <ul className="settings-ledgers">
        {ledgers.map((ledger) => (
          <li key={ledger.folder} {...(ledger.open ? { 'aria-current': true } : {})}>
            <Icon name="ledger" />
            <span><b>{ledger.name}{ledger.sample && <em className="tag">{say('示例', 'Sample')}</em>}</b><small>{ledger.folder}</small></span>
            {ledger.open ? <span className="tag tag-good">{say('已打开', 'Open')}</span> : <Button small isDisabled={busy} onPress={() => void run('open', () => client.call('ledger.open', { folder: ledger.folder }))}>{say('打开', 'Open')}</Button>}
          </li>
        ))}
      </ul>
      <form className="settings-form" onSubmit={create}>
        <label className="label" htmlFor="settings-new">{say('新建账本', 'New ledger')}</label>
        <input id="settings-new" className="input" maxLength={60} autoComplete="off" placeholder={say('例如：某某乡闲置资产', 'Such as: Idle assets of our township')} value={name} onChange={(event) => setName(event.target.value)} />
        <Button type="submit" isDisabled={busy || name.trim() === ''}>{say('新建', 'Create')}</Button>
        {fault?.at === 'create' && <p className="fault" role="alert">{fault.words}</p>}
      </form>
      <form className="settings-form" onSubmit={openPath}>
        <label className="label" htmlFor="settings-path">{say('打开别处的账本', 'Open a ledger elsewhere')}</label>
        <input id="settings-path" className="input" maxLength={1000} autoComplete="off" spellCheck={false} placeholder={say('账本文件夹的完整路径，U 盘上的也行', 'Full path of its folder, on a USB stick too')} value={path} onChange={(event) => setPath(event.target.value)} />
        <Button type="submit" isDisabled={busy || path.trim() === ''}>{say('打开', 'Open')}</Button>
        {fault?.at === 'open' && <p className="fault" role="alert">{fault.words}</p>}
      </form>
      <p className="help">{say('一本账就是一个文件夹，整个拷走即是备份。', 'A ledger is one folder; copy it whole and you have a backup.')}</p>
    </>
  );
}

import { useCallback, useEffect, useState } from 'react';
import type { CallOutput } from '../../../data/contract.js';
import { momentText } from '../../../data/rules/export/shown-text.js';
import { roleLabels, roleNotes } from '../../../data/schema/person.js';
import { failureOf } from '../../client/call-failure.js';
import { useClient } from '../../client/current-client.js';
import { useSay } from '../../state/language.js';
import { tell, useProgram } from '../../state/program-store.js';
import { Button } from '../../ui/button.js';
import { Icon } from '../../ui/icon.js';
import { CarryDialog } from './carry-dialog.js';
import { Part } from './part.js';
import { ServerCopies } from './server-copies.js';
import { ServerDoor } from './server-door.js';
import { ServerPeople } from './server-people.js';
import './server-section.css';

/** 服务器账本: a ledger that several desks keep together: how to get to it, who one is there, and how to take it along. */
export function ServerSection() {
  const say = useSay();
  const client = useClient();
  const status = useProgram((state) => state.status);
  const [known, setKnown] = useState<CallOutput<'server.list'> | null>(null);
  const [address, setAddress] = useState('');
  const [isTaking, setIsTaking] = useState(false);
  const [taken, setTaken] = useState(0);
  const server = status?.server;
  const reload = useCallback(() => { client.call('server.list', {}).then(setKnown, (error: unknown) => { const failure = failureOf(error); tell(failure.message, failure); }); }, [client]);
  useEffect(reload, [reload, server?.address]);
  const forget = (gone: string) => { client.call('server.forget', { address: gone }).then(reload, (error: unknown) => { const failure = failureOf(error); tell(failure.message, failure); }); };
  const origin = status?.origin;
  const others = known?.servers.filter(({ open }) => !open) ?? [];
  return (
    <>
      {status && server && (
        <Part title={say('现在的服务器账本', 'The server ledger that is open')}>
          <div className="settings-current">
            <Icon name="server" size={34} />
            <div>
              <h3>{status.name}<span className={server.connected ? 'tag tag-good' : 'tag tag-call'}>{server.connected ? say('已连上', 'Connected') : say('断线', 'Disconnected')}</span></h3>
              <p className="settings-path">{server.address}</p>
              <p><b>{server.person}</b><span className="soft"> · {say(roleLabels[server.role])} · {say(roleNotes[server.role])}</span></p>
            </div>
          </div>
          <p className="help">{say('别人改的会自己出现。', 'What others change appears by itself.')}</p>
        </Part>
      )}
      {server && <ServerCopies key={server.address} canEdit={server.connected && server.role !== 'viewer'} taken={taken} onTake={server.connected ? () => setIsTaking(true) : undefined} />}
      {server?.role === 'approver' && <ServerPeople key={server.address} me={server.person} connected={server.connected} />}
      {origin && (
        <Part title={say('这是一份离线拷贝', 'This is an offline copy')} actions={<Button isDisabled={address === origin.address} onPress={() => setAddress(origin.address)}>{say('填上服务器的地址', 'Fill in the server’s address')}</Button>}>
          <p className="help">{say(`${momentText(origin.takenAt)} 取自 ${origin.address}。回来连上网以后：在下面打开服务器上的账，再到它的「离线拷贝」里把这份并回去。`, `Taken ${momentText(origin.takenAt)} from ${origin.address}. When you are back on the network: open the server’s ledger below, then bring this one back under its Offline copies.`)}</p>
        </Part>
      )}
      <Part title={say('连到服务器', 'Connect to a server')} note={say('一个文件夹不够用、要几个人同时记一本账时才需要。平时的账本不用服务器。', 'Only needed where one folder is no longer enough and several people keep one ledger. The usual ledger needs no server.')}>
        {others.length > 0 && (
          <ul className="settings-ledgers server-known">
            {others.map((one) => (
              <li key={one.address}>
                <Icon name="server" />
                <span><b>{one.address}</b><small>{one.kept ? say('密码已存在系统钥匙串里', 'Password kept by the system') : say('每次打开时问密码', 'The password is asked for each time')}</small></span>
                <Button small tone="quiet" onPress={() => forget(one.address)}>{say('移出列表', 'Take off')}</Button>
                <Button small onPress={() => setAddress(one.address)}>{say('用这个', 'Use this one')}</Button>
              </li>
            ))}
          </ul>
        )}
        <ServerDoor key={`${address} ${server?.address}`} first={address} canKeep={known?.canKeep ?? false} />
      </Part>
      {isTaking && status && <CarryDialog how="offline" name={say(`${status.name}离线拷贝`, `${status.name} offline`)} onClose={() => { setIsTaking(false); setTaken(taken + 1); }} />}
    </>
  );
}

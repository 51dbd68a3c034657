import { useState } from 'react';
import type { CallOutput } from '../../../data/contract.js';
import { formatNumber } from '../../../data/rules/format.js';
import { roleLabels } from '../../../data/schema/person.js';
import { failureOf } from '../../client/call-failure.js';
import { useClient } from '../../client/current-client.js';
import { useSay } from '../../state/language.js';
import { tell } from '../../state/program-store.js';
import { useJob } from '../../state/use-job.js';
import { Button } from '../../ui/button.js';
import { Icon } from '../../ui/icon.js';
import { Progress } from '../../ui/progress.js';
import { Segmented } from '../../ui/segmented.js';

/** The way to a server: its address, a password, a try with a plain answer, and then the ledger, opened or made. */
export function ServerDoor({ first, canKeep }: { first: string; canKeep: boolean }) {
  const say = useSay();
  const client = useClient();
  const [address, setAddress] = useState(first);
  const [password, setPassword] = useState('');
  const [keep, setKeep] = useState(false);
  const [found, setFound] = useState<CallOutput<'server.look'> | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState<'look' | 'open' | null>(null);
  const door = { address: address.trim(), ...(password === '' ? {} : { password }) };
  const isReady = address.trim() !== '' && busy === null;
  const doing = async (what: 'look' | 'open', work: () => Promise<void>) => {
    setBusy(what);
    setFault(null);
    try {
      await work();
    } catch (error) {
      setFound(null);
      setFault(say(failureOf(error).message));
    } finally {
      setBusy(null);
    }
  };
  const look = () => doing('look', async () => setFound(await client.call('server.look', door)));
  const open = () => doing('open', async () => {
    const status = await client.call('server.open', { ...door, keep: keep && canKeep });
    setPassword('');
    tell({ zh: `已打开「${status.name}」。`, en: `“${status.name}” is open.` });
  });
  const change = (set: (value: string) => void) => (value: string) => { set(value); setFound(null); setFault(null); };
  return (
    <form className="server-door" onSubmit={(event) => { event.preventDefault(); if (isReady) void look(); }}>
      <label className="label" htmlFor="server-address">{say('地址', 'Address')}</label>
      <input id="server-address" className="input" autoComplete="off" spellCheck={false} maxLength={500} placeholder="postgres://wangxi@10.0.0.8/county" value={address} onChange={(event) => change(setAddress)(event.target.value)} />
      <label className="label" htmlFor="server-password">{say('密码', 'Password')}</label>
      <input id="server-password" className="input" type="password" autoComplete="off" maxLength={200} value={password} onChange={(event) => change(setPassword)(event.target.value)} />
      <p className="help">{canKeep
        ? <label className="server-keep"><input type="checkbox" checked={keep} onChange={(event) => setKeep(event.target.checked)} />{say('用系统的钥匙串记住密码', 'Keep the password with the system’s key store')}</label>
        : say('密码不会存下来，每次打开时再填。', 'The password is not stored; it is asked for each time.')}</p>
      <div className="server-acts">
        <Button isDisabled={!isReady} onPress={() => void look()}>{busy === 'look' ? say('正在试…', 'Trying…') : say('试一试连接', 'Test the connection')}</Button>
        <Button tone="primary" isDisabled={!isReady || found?.standing === 'empty'} onPress={() => void open()}>{busy === 'open' ? say('正在打开…', 'Opening…') : say('打开这本账', 'Open the ledger')}</Button>
      </div>
      {fault && <p className="fault server-answer" role="alert">{fault}</p>}
      {found?.standing === 'ledger' && (
        <p className="server-answer" role="status"><Icon name="check" size={20} />{say(`连上了：「${found.name}」，${formatNumber(found.assets ?? 0)} 宗资产。您是${found.person}（${found.role ? roleLabels[found.role].zh : ''}）。`, `It works: “${found.name}”, ${formatNumber(found.assets ?? 0)} assets. You are ${found.person} (${found.role ? roleLabels[found.role].en.toLowerCase() : ''}).`)}<small>PostgreSQL {found.postgresql} · PostGIS {found.postgis}</small></p>
      )}
      {found?.standing === 'empty' && (found.canMake
        ? <MakeLedger door={door} onMade={() => void look()} />
        : <p className="fault server-answer" role="alert">{say('连上了，数据库还是空的，但这个登录名不能在里面建账。请管理员先执行 CREATE EXTENSION postgis，并把数据库的所有权交给它。', 'It works, and the database is empty, but this login may not make a ledger in it. Ask the administrator for CREATE EXTENSION postgis and to make it the owner of the database.')}</p>)}
    </form>
  );
}

/** Makes a ledger in an empty database, and fills it with the one that is open if so wished. */
function MakeLedger({ door, onMade }: { door: { address: string; password?: string }; onMade: () => void }) {
  const say = useSay();
  const client = useClient();
  const { work, start, cancel } = useJob<{ address: string }>();
  const [from, setFrom] = useState<'empty' | 'open'>('open');
  const [name, setName] = useState('');
  if (work.at === 'running') {
    return (
      <div className="settings-running server-answer">
        <span role="status">{work.job ? say(work.job.step) : say('准备中', 'Preparing')}</span>
        <Button small onPress={cancel}>{say('取消', 'Cancel')}</Button>
        <Progress label={say('进度', 'Progress')} done={work.job?.done ?? 0} total={work.job?.total ?? null} />
      </div>
    );
  }
  if (work.at === 'done') return <p className="server-answer" role="status"><Icon name="check" size={20} />{say('账建好了。', 'The ledger is made.')}<Button small onPress={onMade}>{say('再看一眼', 'Look again')}</Button></p>;
  return (
    <div className="server-make server-answer">
      <p><b>{say('连上了，数据库还是空的。', 'It works, and the database is empty.')}</b> {say('在里面建一本账：', 'Make a ledger in it:')}</p>
      <Segmented label={say('内容', 'Contents')} value={from} onChange={setFrom} options={[{ value: 'open', label: say('放进现在打开的账本', 'With the ledger that is open') }, { value: 'empty', label: say('从空白开始', 'Empty') }]} />
      {from === 'empty' && <input className="input" aria-label={say('名字', 'Name')} maxLength={60} placeholder={say('例如：某某县闲置资产', 'Such as: Idle assets of our county')} value={name} onChange={(event) => setName(event.target.value)} />}
      <Button tone="primary" isDisabled={from === 'empty' && name.trim() === ''} onPress={() => start(() => client.call('server.make', { ...door, from, name: name.trim() || '账本' }))}>{say('建账', 'Make it')}</Button>
      {work.at === 'failed' && <p className="fault" role="alert">{say(work.failure.message)}</p>}
    </div>
  );
}

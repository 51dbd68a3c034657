import { useEffect, useState } from 'react';
import type { CallOutput, Settings } from '../../../data/contract.js';
import { failureOf } from '../../client/call-failure.js';
import { useClient } from '../../client/current-client.js';
import { useSay } from '../../state/language.js';
import { useProgram } from '../../state/program-store.js';
import { Button } from '../../ui/button.js';
import { Segmented } from '../../ui/segmented.js';
import { Part } from './part.js';
import { useSettings } from './use-settings.js';

/** How the program looks and speaks, who uses it, and what it is made of. */
export function ProgramSection() {
  const say = useSay();
  return (
    <>
      <Part title={say('界面与操作人', 'Appearance and you')}><Appearance /></Part>
      <Part title={say('关于', 'About')}><About /></Part>
    </>
  );
}

function Appearance() {
  const say = useSay();
  const settings = useProgram((state) => state.settings);
  const change = useSettings();
  return (
    <div className="settings-lines">
      <div><span className="label">{say('语言', 'Language')}</span><Segmented label={say('语言', 'Language')} value={settings.language} onChange={(language) => change({ language })} options={[{ value: 'zh', label: '中文' }, { value: 'en', label: 'English' }]} /></div>
      <div><span className="label">{say('明暗', 'Theme')}</span><Segmented label={say('明暗', 'Theme')} value={settings.theme} onChange={(theme) => change({ theme })} options={[{ value: 'light', label: say('浅色', 'Light') }, { value: 'dark', label: say('深色', 'Dark') }, { value: 'system', label: say('随系统', 'System') }]} /></div>
      <Operator key={settings.operator} name={settings.operator} onChange={(operator) => change({ operator })} />
    </div>
  );
}

function Operator({ name, onChange }: { name: string; onChange: (name: Settings['operator']) => void }) {
  const say = useSay();
  const [draft, setDraft] = useState(name);
  const commit = () => { if (draft.trim() !== name) onChange(draft.trim()); };
  return (
    <div>
      <label className="label" htmlFor="settings-operator">{say('操作人', 'Your name')}</label>
      <div className="settings-operator">
        <input id="settings-operator" className="input" maxLength={40} autoComplete="off" value={draft} placeholder={say('姓名', 'Name')} onChange={(event) => setDraft(event.target.value)} onBlur={commit} onKeyDown={(event) => { if (event.key === 'Enter' && !event.nativeEvent.isComposing) commit(); }} />
        <p className="help">{say('写进修改记录。', 'Written into the history.')}</p>
      </div>
    </div>
  );
}

function About() {
  const say = useSay();
  const client = useClient();
  const [about, setAbout] = useState<CallOutput<'about.get'> | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    let stale = false;
    client.call('about.get', {}).then((reply) => { if (!stale) setAbout(reply); }, (error: unknown) => { if (!stale) setFault(say(failureOf(error).message)); });
    return () => { stale = true; };
  }, [client, say]);
  if (fault) return <p className="fault" role="alert">{fault}</p>;
  if (!about) return <p className="soft">{say('正在取…', 'Loading…')}</p>;
  return (
    <>
      <p><b className="settings-brand">溪山 Xishan</b> <span className="figures">{about.version}</span> <span className="soft">· {about.host}</span></p>
      <p className="soft">{say('全程不联网：资产、底图、字体都在这台电脑上。', 'Works with no network at all: assets, map and fonts are on this machine.')}</p>
      <Button small className="settings-more" onPress={() => setOpen(!open)} aria-expanded={open}>{open ? say('收起许可', 'Hide licences') : say(`所用软件的许可（${about.licences.length}）`, `Licences (${about.licences.length})`)}</Button>
      {open && (
        <div className="settings-licences" tabIndex={0} role="region" aria-label={say('许可', 'Licences')}>
          <table><tbody>{about.licences.map((item) => <tr key={`${item.name} ${item.version}`}><td>{item.name}</td><td className="figures soft">{item.version}</td><td>{item.licence}</td></tr>)}</tbody></table>
        </div>
      )}
    </>
  );
}

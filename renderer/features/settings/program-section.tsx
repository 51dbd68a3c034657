import { useState } from 'react';
import type { Settings } from '../../../data/contract.js';
import { commands, shellWords } from '../../../data/schema/commands.js';
import { useSay } from '../../state/language.js';
import { useProgram } from '../../state/program-store.js';
import { AboutProgram } from '../../ui/about/about-program.js';
import { Segmented } from '../../ui/segmented.js';
import { Part } from './part.js';
import { useSettings } from './use-settings.js';

/** How the program looks and speaks, who uses it, and what it is made of. */
export function ProgramSection() {
  const say = useSay();
  return (
    <>
      <Part title={say('界面与操作人', 'Appearance and you')}><Appearance /></Part>
      <Part title={say(commands.about.label)}><AboutProgram /></Part>
    </>
  );
}

function Appearance() {
  const say = useSay();
  const settings = useProgram((state) => state.settings);
  const change = useSettings();
  return (
    <div className="settings-lines">
      <div><span className="label">{say(shellWords.language)}</span><Segmented label={say(shellWords.language)} value={settings.language} onChange={(language) => change({ language })} options={[{ value: 'zh', label: shellWords.languages.zh }, { value: 'en', label: shellWords.languages.en }]} /></div>
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

import { useState } from 'react';
import { horizons, scales } from '../../../data/schema/vocabularies.js';
import { useClient } from '../../client/current-client.js';
import { applyAndTell } from '../../state/apply-edits.js';
import { useSay } from '../../state/language.js';
import { selectProject } from '../../state/program-store.js';
import { Button } from '../../ui/button.js';
import { Modal } from '../../ui/modal.js';
import { Segmented } from '../../ui/segmented.js';

/** A new project: its name and where it belongs; the rest in the table. */
export function AddProjectDialog({ onClose, onAdded }: { onClose: () => void; onAdded: () => void }) {
  const say = useSay();
  const client = useClient();
  const [name, setName] = useState('');
  const [horizon, setHorizon] = useState('near');
  const [scale, setScale] = useState('small');
  const [busy, setBusy] = useState(false);
  const ready = name.trim() !== '' && !busy;
  const add = async () => {
    if (!ready) return;
    setBusy(true);
    const called = name.trim();
    const ids = await applyAndTell(client, [{ kind: 'add', noun: 'project', record: { name: called, horizon, scale, stage: 'planning' } }], { zh: `已新增「${called}」。`, en: `“${called}” was added.` });
    setBusy(false);
    if (!ids?.[0]) return;
    selectProject(ids[0]);
    onAdded();
  };
  return (
    <Modal title={say('新增项目', 'Add a project')} width={520} onClose={onClose}
      foot={<><span className="spacer" /><Button onPress={onClose}>{say('取消', 'Cancel')}</Button><Button tone="primary" isDisabled={!ready} onPress={() => void add()}>{say('新增', 'Add')}</Button></>}>
      <form className="projects-new" onSubmit={(event) => { event.preventDefault(); void add(); }}>
        <div><label className="label" htmlFor="new-project">{say('项目名称', 'Project')}</label><input id="new-project" className="input" autoFocus autoComplete="off" maxLength={120} value={name} onChange={(event) => setName(event.target.value)} /></div>
        <Segmented label={say('近期/远期', 'Horizon')} value={horizon} onChange={setHorizon} options={horizons.words.map((word) => ({ value: word.value as string, label: say(word.label) }))} />
        <Segmented label={say('体量', 'Scale')} value={scale} onChange={setScale} options={scales.words.map((word) => ({ value: word.value as string, label: say(word.label) }))} />
        <button type="submit" hidden />
      </form>
    </Modal>
  );
}

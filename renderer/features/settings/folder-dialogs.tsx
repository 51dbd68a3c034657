import { useState } from 'react';
import { failureOf } from '../../client/call-failure.js';
import { useClient } from '../../client/current-client.js';
import { useSay } from '../../state/language.js';
import { tell } from '../../state/program-store.js';
import { Button } from '../../ui/button.js';
import { Modal } from '../../ui/modal.js';
import { FolderChooser, type ChosenFolder } from '../../ui/folders/folder-chooser.js';

/** Finds a ledger anywhere on this machine and opens it. */
export function OpenLedgerDialog({ onClose }: { onClose: () => void }) {
  const say = useSay();
  const client = useClient();
  const [chosen, setChosen] = useState<ChosenFolder | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const open = async (folder: string) => {
    setIsBusy(true);
    try {
      const status = await client.call('ledger.open', { folder });
      tell({ zh: `已打开「${status.name}」。`, en: `“${status.name}” is open.` });
      onClose();
    } catch (error) {
      setFault(say(failureOf(error).message));
      setIsBusy(false);
    }
  };
  return (
    <Modal title={say('打开账本', 'Open a ledger')} width={860} onClose={onClose}
      foot={<>{fault && <p className="fault" role="alert">{fault}</p>}<span className="spacer" /><Button onPress={onClose}>{say('取消', 'Cancel')}</Button><Button tone="primary" isDisabled={!chosen || isBusy} onPress={() => { if (chosen) void open(chosen.folder); }}>{isBusy ? say('正在打开…', 'Opening…') : chosen?.isLedger ? say('打开这本账', 'Open this ledger') : say('打开这个文件夹', 'Open this folder')}</Button></>}>
      <p className="soft folders-lead">{say('标着「账本」的文件夹可以打开。U 盘插好后会列在左边。', 'Folders marked as ledgers can be opened. Sticks are listed on the left once they are in.')}</p>
      <FolderChooser canMake={false} onChange={setChosen} onLedger={(folder) => void open(folder)} />
    </Modal>
  );
}

/** Makes a new ledger, empty, where the person wants it. */
export function NewLedgerDialog({ onClose }: { onClose: () => void }) {
  const say = useSay();
  const client = useClient();
  const [name, setName] = useState('');
  const [isElsewhere, setIsElsewhere] = useState(false);
  const [chosen, setChosen] = useState<ChosenFolder | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const create = async () => {
    if (name.trim() === '' || isBusy) return;
    setIsBusy(true);
    try {
      const status = await client.call('ledger.create', { name: name.trim(), ...(isElsewhere && chosen ? { parent: chosen.folder } : {}) });
      tell({ zh: `已新建「${status.name}」，接着导入各村的表格吧。`, en: `“${status.name}” was made; now import the villages’ tables.` });
      onClose();
    } catch (error) {
      setFault(say(failureOf(error).message));
      setIsBusy(false);
    }
  };
  return (
    <Modal title={say('新建账本', 'New ledger')} width={isElsewhere ? 860 : 520} onClose={onClose}
      foot={<><Button tone="quiet" icon="folder" aria-expanded={isElsewhere} onPress={() => setIsElsewhere(!isElsewhere)}>{isElsewhere ? say('放在文档里', 'Keep it in Documents') : say('放在别处（U 盘等）', 'Put it elsewhere (a stick)')}</Button><span className="spacer" /><Button onPress={onClose}>{say('取消', 'Cancel')}</Button><Button tone="primary" isDisabled={name.trim() === '' || isBusy} onPress={() => void create()}>{isBusy ? say('正在建…', 'Making…') : say('新建', 'Create')}</Button></>}>
      <form onSubmit={(event) => { event.preventDefault(); void create(); }}>
        <label className="label" htmlFor="settings-new">{say('名字', 'Name')}</label>
        <input id="settings-new" className="input" autoFocus maxLength={60} autoComplete="off" placeholder={say('例如：某某乡闲置资产', 'Such as: Idle assets of our township')} value={name} onChange={(event) => setName(event.target.value)} />
        {fault && <p className="fault" role="alert">{fault}</p>}
      </form>
      {isElsewhere && <FolderChooser canMake onChange={setChosen} />}
    </Modal>
  );
}

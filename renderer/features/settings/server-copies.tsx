import { useCallback, useEffect, useState } from 'react';
import type { OfflineCopy } from '../../../data/contract/server.js';
import { momentText } from '../../../data/rules/export/shown-text.js';
import { failureOf } from '../../client/call-failure.js';
import { useClient } from '../../client/current-client.js';
import { useSay } from '../../state/language.js';
import { tell } from '../../state/program-store.js';
import { Button } from '../../ui/button.js';
import { MergeDialog } from '../../ui/exchange/merge-dialog.js';
import { FolderChooser, type ChosenFolder } from '../../ui/folders/folder-chooser.js';
import { Icon } from '../../ui/icon.js';
import { Modal } from '../../ui/modal.js';
import { Part } from './part.js';

/** 离线拷贝: those that were taken of the open ledger, and the way back for what was changed in them. */
export function ServerCopies({ canEdit, taken, onTake }: { canEdit: boolean; /** Grows when another one was taken. */ taken: number; onTake: (() => void) | undefined }) {
  const say = useSay();
  const client = useClient();
  const [copies, setCopies] = useState<readonly OfflineCopy[]>([]);
  const [chosen, setChosen] = useState<string | null>(null);
  const [isLooking, setIsLooking] = useState(false);
  const reload = useCallback(() => { client.call('server.copies', {}).then(setCopies, (error: unknown) => { const failure = failureOf(error); tell(failure.message, failure); }); }, [client]);
  useEffect(reload, [reload, taken]);
  return (
    <Part title={say('离线拷贝', 'Offline copies')} note={say('去没有网的地方之前取一份，回来后把改动并回来：先看两边差在哪里，再合并。', 'Take one before you go where there is no network, and bring back what was changed in it: first you see where the two differ, then they are merged.')}
      actions={<>
        <Button icon="export" isDisabled={!onTake} onPress={() => onTake?.()}>{say('取一份…', 'Take one…')}</Button>
        <Button icon="folder" isDisabled={!canEdit} onPress={() => setIsLooking(true)}>{say('并回别处的…', 'Bring back from elsewhere…')}</Button>
      </>}>
      {copies.length === 0 && <p className="soft settings-none">{say('这台电脑上没有这本账的离线拷贝。在别的电脑或 U 盘上的，点「并回别处的」。', 'There is no offline copy of this ledger on this machine. For one on a stick or from another machine, press “Bring back from elsewhere”.')}</p>}
      {copies.length > 0 && (
        <ul className="settings-ledgers">
          {copies.map((copy) => (
            <li key={copy.folder}>
              <Icon name="usb" />
              <span><b>{copy.name}</b><small>{say(`${copy.takenBy} ${momentText(copy.takenAt)} 取走`, `Taken ${momentText(copy.takenAt)} by ${copy.takenBy}`)} · {copy.folder}</small></span>
              <Button small isDisabled={!canEdit} onPress={() => setChosen(copy.folder)}>{say('并回来…', 'Bring back…')}</Button>
            </li>
          ))}
        </ul>
      )}
      {isLooking && <FindCopy onClose={() => setIsLooking(false)} onFound={(folder) => { setIsLooking(false); setChosen(folder); }} />}
      {chosen !== null && <MergeDialog source={{ copy: chosen }} onClose={() => setChosen(null)} />}
    </Part>
  );
}

/** Finds an offline copy that another machine or a stick has. */
function FindCopy({ onFound, onClose }: { onFound: (folder: string) => void; onClose: () => void }) {
  const say = useSay();
  const [chosen, setChosen] = useState<ChosenFolder | null>(null);
  return (
    <Modal title={say('并回哪一份离线拷贝', 'Which offline copy')} width={860} onClose={onClose}
      foot={<><span className="spacer" /><Button onPress={onClose}>{say('取消', 'Cancel')}</Button><Button tone="primary" isDisabled={!chosen?.isLedger} onPress={() => { if (chosen) onFound(chosen.folder); }}>{say('看看差在哪里', 'See the differences')}</Button></>}>
      <p className="soft folders-lead">{say('选用「取一份」取走的那个文件夹，它标着「账本」。', 'Choose the folder that was taken; it is marked as a ledger.')}</p>
      <FolderChooser canMake={false} onChange={setChosen} onLedger={onFound} />
    </Modal>
  );
}

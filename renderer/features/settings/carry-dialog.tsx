import { useState } from 'react';
import { formatNumber } from '../../../data/rules/format.js';
import type { Text } from '../../../data/schema/text.js';
import { useClient } from '../../client/current-client.js';
import { useSay } from '../../state/language.js';
import { useJob } from '../../state/use-job.js';
import { Button } from '../../ui/button.js';
import { Modal } from '../../ui/modal.js';
import { Progress } from '../../ui/progress.js';
import { FolderChooser, type ChosenFolder } from '../../ui/folders/folder-chooser.js';

interface Carried { readonly folder: string; readonly notices?: readonly Text[] }

/** Copies or moves the open ledger to another folder, with progress, and says where it went. */
export function CarryDialog({ how, name: oldName, onClose }: { how: 'copy' | 'move' | 'offline'; name: string; onClose: () => void }) {
  const say = useSay();
  const client = useClient();
  const [chosen, setChosen] = useState<ChosenFolder | null>(null);
  const [name, setName] = useState(oldName);
  const { work, start, cancel } = useJob<Carried>();
  const isCopy = how !== 'move';
  const isOffline = how === 'offline';
  const isRunning = work.at === 'running';
  const go = () => { if (chosen && name.trim()) start(() => client.call(isOffline ? 'server.takeOffline' : isCopy ? 'ledger.copy' : 'ledger.move', { parent: chosen.folder, name: name.trim() })); };
  if (work.at === 'done') {
    return (
      <Modal title={isCopy ? say('复制好了', 'Copied') : say('搬好了', 'Moved')} width={520} onClose={onClose} foot={<><span className="spacer" /><Button tone="primary" onPress={onClose}>{say('好', 'Done')}</Button></>}>
        <p className="settings-path">{work.result.folder}</p>
        <p className="soft">{isOffline ? say('这是一本完整的账，记得自己取自哪个服务器、到第几次修改。带到没有网的地方，从「账本」里打开它。', 'It is a whole ledger, and remembers from which server it was taken and up to which change. Open it under Ledgers where there is no network.') : isCopy ? say('已逐个核对。现在打开的还是原来那本；要用这份拷贝，请在列表里打开它。', 'Every file was verified. The one that is open is still the old one; open the copy from the list to use it.') : say('已在新的地方打开。', 'It is open in its new place.')}</p>
        {work.result.notices?.map((notice) => <p key={notice.en} className="fault">{say(notice)}</p>)}
      </Modal>
    );
  }
  return (
    <Modal title={isOffline ? say('离线拷贝放到…', 'Put the offline copy in…') : isCopy ? say('复制账本到…', 'Copy the ledger to…') : say('把账本搬到…', 'Move the ledger to…')} width={860} onClose={onClose} dismissable={!isRunning}
      foot={isRunning ? (
        <div className="settings-running settings-carry">
          <span role="status">{work.job ? say(work.job.step) : say('准备中', 'Preparing')}{work.job?.total && work.job.total > 10_000 ? ` · ${formatNumber(work.job.done / 1_048_576, 1)} / ${formatNumber(work.job.total / 1_048_576, 1)} MB` : ''}</span>
          <Button small onPress={cancel}>{say('取消', 'Cancel')}</Button>
          <Progress label={say('进度', 'Progress')} done={work.job?.done ?? 0} total={work.job?.total ?? null} />
        </div>
      ) : <>{work.at === 'failed' && <p className="fault" role="alert">{say(work.failure.message)}</p>}<span className="spacer" /><Button onPress={onClose}>{say('取消', 'Cancel')}</Button><Button tone="primary" icon={isCopy ? 'copy' : 'export'} isDisabled={!chosen || name.trim() === ''} onPress={go}>{isOffline ? say('取到这里', 'Take it here') : isCopy ? say('复制到这里', 'Copy here') : say('搬到这里', 'Move here')}</Button></>}>
      <div className="settings-name">
        <label className="label" htmlFor="settings-carry-name">{say('在那里叫', 'Called there')}</label>
        <input id="settings-carry-name" className="input" maxLength={60} autoComplete="off" value={name} disabled={isRunning} onChange={(event) => setName(event.target.value)} />
      </div>
      {!isRunning && <FolderChooser canMake onChange={setChosen} />}
      <p className="help">{isOffline ? say('记录、照片和文件都带上；绝不覆盖已有的文件夹。离线底图包不在服务器上，请另外带上。', 'Records, photos and files go along; nothing is ever overwritten. Offline map packs are not on the server: take them separately.') : isCopy ? say('复制时可以接着修改；拷完逐个核对，绝不覆盖已有的文件夹。', 'You may go on editing meanwhile; all is verified afterwards and nothing is ever overwritten.') : say('同一块盘上立即搬好；搬到别的盘先拷贝、核对，都好了才删原来的。', 'On the same disk it is moved at once; to another disk it is copied and verified before the old one is removed.')}</p>
    </Modal>
  );
}

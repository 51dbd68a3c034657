import { useState } from 'react';
import { formatNumber } from '../../../../data/rules/format.js';
import { useClient } from '../../../client/current-client.js';
import { failureOf } from '../../../client/call-failure.js';
import { useSay } from '../../../state/language.js';
import { openPage, useProgram } from '../../../state/program-store.js';
import { undoOrRedo } from '../../../state/undo.js';
import { Button } from '../../../ui/button.js';
import { Icon } from '../../../ui/icon.js';
import { Modal } from '../../../ui/modal.js';
import { PlaceWords } from '../../../ui/place-words.js';
import { Progress } from '../../../ui/progress.js';
import './import.css';
import { ImportPreview } from './import-preview.js';
import { useImport } from './use-import.js';

/** Takes files in: shows what would happen, row by row, and stores it only when the person says so. */
export function ImportDialog({ files, onClose }: { files: readonly File[]; onClose: () => void }) {
  const say = useSay();
  const isSample = useProgram((state) => state.status?.sample ?? false);
  const { stage, begin, createThenBegin, apply } = useImport(files, isSample);
  const [skip, setSkip] = useState<ReadonlySet<string>>(new Set());
  const title = say('导入', 'Import');

  switch (stage.at) {
    case 'sample':
      return <SampleQuestion onClose={onClose} onCreate={createThenBegin} onStay={() => void begin()} />;
    case 'uploading': case 'planning': case 'applying': {
      const words = stage.at === 'uploading' ? say(`正在读入 ${stage.name}`, `Reading ${stage.name}`) : stage.at === 'planning' ? (stage.job ? say(stage.job.step) : say('正在看表格里写了什么', 'Looking at what the tables say')) : say('正在记入账本', 'Storing in the ledger');
      const job = stage.at === 'planning' ? stage.job : null;
      return (
        <Modal title={title} width={520} onClose={onClose} dismissable={stage.at !== 'applying'} foot={stage.at === 'applying' ? undefined : <><span className="spacer" /><Button onPress={onClose}>{say('取消', 'Cancel')}</Button></>}>
          <p className="import-step" role="status">{words}{job?.total ? ` · ${formatNumber(job.done)} / ${formatNumber(job.total)}` : ''}</p>
          <Progress label={words} done={stage.at === 'uploading' ? stage.done : job?.done ?? 0} total={stage.at === 'uploading' ? (files.length > 1 ? files.length : null) : job?.total ?? null} />
          <p className="help">{stage.at === 'applying' ? say('写到磁盘后才算完成。', 'It counts only once it is on disk.') : say('账本还没有任何改动，随时可以取消。', 'Nothing in the ledger has changed; cancel at any time.')}</p>
        </Modal>
      );
    }
    case 'preview': {
      const counts = stage.plan.files.reduce((sum, file) => sum + file.counts.new + file.counts.changed, 0) - skip.size;
      return (
        <Modal title={say('导入预览', 'Import preview')} width={1180} onClose={onClose}
          foot={<><span className="soft">{say('确认后作为一次修改记入，可以整体撤销。', 'Stored as one change, which can be undone as a whole.')}</span><span className="spacer" /><Button onPress={onClose}>{say('不导入', 'Do not import')}</Button>
            <Button tone="primary" icon="import" isDisabled={counts <= 0} onPress={() => void apply([...skip])}>{counts > 0 ? say(`导入 ${formatNumber(counts)} 条`, `Import ${formatNumber(counts)} rows`) : say('没有要导入的', 'Nothing to import')}</Button></>}>
          <ImportPreview plan={stage.plan} skip={skip} onSkip={setSkip} />
        </Modal>
      );
    }
    case 'done':
      return <ImportDone added={stage.added} changed={stage.changed} onClose={onClose} />;
    case 'failed':
      return (
        <Modal title={say('没有导入', 'Not imported')} width={520} onClose={onClose} foot={<><span className="spacer" /><Button onPress={onClose}>{say('关闭', 'Close')}</Button>{stage.failure.code !== 'unreadable-file' && <Button tone="primary" onPress={() => void begin()}>{say('再试一次', 'Try again')}</Button>}</>}>
          <p className="import-refusal" role="alert"><Icon name="warning" /><span>{say(stage.failure.message)}<PlaceWords place={stage.failure.place} /></span></p>
        </Modal>
      );
  }
}

/** Files of one's own do not belong among invented data: offers a ledger of one's own first. */
function SampleQuestion({ onClose, onCreate, onStay }: { onClose: () => void; onCreate: (name: string) => Promise<void>; onStay: () => void }) {
  const say = useSay();
  const [name, setName] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const create = () => {
    if (name.trim() === '' || busy) return;
    setBusy(true);
    onCreate(name.trim()).catch((error: unknown) => { setFault(say(failureOf(error).message)); setBusy(false); });
  };
  return (
    <Modal title={say('新建自己的账本再导入？', 'Import into a ledger of your own?')} width={560} onClose={onClose}
      foot={<><Button tone="quiet" onPress={onStay}>{say('就放进示例里', 'Into the sample anyway')}</Button><span className="spacer" /><Button onPress={onClose}>{say('取消', 'Cancel')}</Button><Button tone="primary" isDisabled={name.trim() === '' || busy} onPress={create}>{say('新建并导入', 'Create and import')}</Button></>}>
      <form onSubmit={(event) => { event.preventDefault(); create(); }}>
        <p className="import-lead">{say('现在打开的是示例账本，里面是虚构的乡镇。真实资产最好放在自己的账本里。', 'The sample ledger is open; its township is invented. Real assets belong in a ledger of their own.')}</p>
        <label className="label" htmlFor="ledger-name">{say('账本名称', 'Name of the ledger')}</label>
        <input id="ledger-name" className="input" autoFocus autoComplete="off" maxLength={60} placeholder={say('例如：某某乡闲置资产', 'Such as: Idle assets of our township')} value={name} onChange={(event) => setName(event.target.value)} />
        {fault && <p className="fault" role="alert">{fault}</p>}
      </form>
    </Modal>
  );
}

function ImportDone({ added, changed, onClose }: { added: number; changed: number; onClose: () => void }) {
  const say = useSay();
  const client = useClient();
  return (
    <Modal title={say('已导入', 'Imported')} width={520} onClose={onClose}
      foot={<><Button icon="undo" onPress={() => { onClose(); void undoOrRedo(client, 'undo'); }}>{say('撤销', 'Undo')}</Button><span className="spacer" /><Button onPress={onClose}>{say('留在一本账', 'Stay here')}</Button><Button tone="primary" icon="showcase" onPress={() => { onClose(); openPage('showcase'); }}>{say('去总览看看', 'See it on the map')}</Button></>}>
      <div className="import-done" role="status">
        <div><b className="figures">{formatNumber(added)}</b><span>{say('条新增', 'added')}</span></div>
        <div><b className="figures">{formatNumber(changed)}</b><span>{say('条变更', 'changed')}</span></div>
      </div>
      <p className="help">{say('已经写到磁盘上。', 'It is on disk.')}</p>
    </Modal>
  );
}

import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { Dialog, Heading, Modal as AriaModal, ModalOverlay } from 'react-aria-components';
import { failureOf } from '../../../client/call-failure.js';
import { useSay } from '../../../state/language.js';
import { useProgram } from '../../../state/program-store.js';
import { Button } from '../../../ui/button.js';
import { Modal } from '../../../ui/modal.js';
import { DropVeil, useFileDrop } from '../file-drop.js';
import { stepAfter, type StepName } from './concerns.js';
import './import.css';
import { ImportFoot } from './import-foot.js';
import { ImportStepper } from './import-stepper.js';
import { StepApply } from './step-apply.js';
import { StepColumns } from './step-columns.js';
import { StepFiles } from './step-files.js';
import { StepPlaces } from './step-places.js';
import { StepRows } from './step-rows.js';
import { StepTables } from './step-tables.js';
import { useImport, type Import } from './use-import.js';

/** Takes files in, step by step: what was found, how it is read, what it would change; stored only when the person says so. */
export function ImportDialog({ files, onClose }: { files: readonly File[]; onClose: () => void }) {
  const isSample = useProgram((state) => state.status?.sample ?? false);
  const task = useImport(files, isSample);
  if (task.asking) return <SampleQuestion onClose={onClose} onCreate={task.createThenBegin} onStay={task.stay} />;
  return <ImportFrame task={task} onClose={onClose} />;
}

/** Keys that the page behind would take for itself. */
const belongsToThePage = (event: KeyboardEvent) => event.key === '/' || ((event.ctrlKey || event.metaKey) && /^[\dzy]$/i.test(event.key));

function ImportFrame({ task, onClose }: { task: Import; onClose: () => void }) {
  const say = useSay();
  const [step, setStep] = useState<StepName>('files');
  const [leaving, setLeaving] = useState(false);
  const storing = task.applied.at === 'applying';
  const done = task.applied.at === 'done';
  const frame = useRef<HTMLDivElement>(null);
  // A button that goes away while it has the cursor (“Stop”, when all is read) would leave the keyboard without a place.
  useEffect(() => { const { current } = frame; if (current && document.activeElement?.contains(current) && document.activeElement !== current) current.focus(); });
  const drop = useFileDrop(storing || done, (more) => { setStep('files'); task.add(more); });

  const isReachable = (name: StepName) => !storing && (done ? name === 'apply' : name === 'files' || task.planned !== null);
  const at = done || storing ? 'apply' : isReachable(step) ? step : 'files';
  const close = () => {
    if (storing) return;
    if (task.decided || (task.planned !== null && !done)) setLeaving(true);
    else onClose();
  };
  const go = (name: StepName) => { if (isReachable(name)) setStep(name); };
  const next = () => {
    if (done) onClose();
    else if (at === 'apply') void task.apply();
    else if (task.planned && task.work.at !== 'uploading' && task.work.at !== 'planning') go(stepAfter(at, task.concerns));
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) { event.preventDefault(); next(); }
    else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z' && at === 'rows' && task.canUndoLeaving) { event.preventDefault(); task.undoLeaving(); }
    if (belongsToThePage(event)) event.stopPropagation();
  };

  return (
    <ModalOverlay className="modal-veil import-veil" isOpen onOpenChange={(open) => { if (!open) close(); }} isDismissable={false} isKeyboardDismissDisabled={storing}>
      <AriaModal className="modal import-modal">
        <Dialog className="modal-dialog import-dialog">
          <div className="import-frame" ref={frame} tabIndex={-1} onKeyDown={press} {...drop.handlers}>
            <header className="import-head">
              <Heading slot="title" level={2}>{say('导入', 'Import')}</Heading>
              <ImportStepper at={at} task={task} isReachable={isReachable} onGo={go} />
              <Button tone="quiet" icon="close" label={say('关闭', 'Close')} isDisabled={storing} onPress={close} />
            </header>
            <div className="import-body" key={at}>
              {at === 'files' && <StepFiles task={task} />}
              {at === 'tables' && task.planned && <StepTables task={task} planned={task.planned} />}
              {at === 'columns' && task.planned && <StepColumns task={task} planned={task.planned} />}
              {at === 'places' && task.planned && <StepPlaces task={task} planned={task.planned} />}
              {at === 'rows' && task.planned && <StepRows task={task} planned={task.planned} />}
              {at === 'apply' && task.planned && <StepApply task={task} planned={task.planned} onGo={go} onClose={onClose} />}
            </div>
            {!done && <ImportFoot at={at} task={task} onGo={go} onNext={next} onClose={close} />}
            {drop.over && <DropVeil />}
          </div>
        </Dialog>
      </AriaModal>
      {leaving && <LeaveQuestion onStay={() => setLeaving(false)} onLeave={onClose} decided={task.decided} />}
    </ModalOverlay>
  );
}

function LeaveQuestion({ decided, onStay, onLeave }: { decided: boolean; onStay: () => void; onLeave: () => void }) {
  const say = useSay();
  return (
    <Modal title={say('不导入了？', 'Leave without importing?')} width={460} onClose={onStay}
      foot={<><span className="spacer" /><Button onPress={onStay} autoFocus>{say('接着导入', 'Go on importing')}</Button><Button tone="danger" onPress={onLeave}>{say('放弃', 'Leave')}</Button></>}>
      <p>{decided ? say('这次做的选择会丢掉，账本保持原样。', 'What you chose here will be lost; the ledger stays as it is.') : say('文件已经读好，还没有记入。账本保持原样。', 'The files are read but nothing is stored yet. The ledger stays as it is.')}</p>
    </Modal>
  );
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

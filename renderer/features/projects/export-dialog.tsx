import { useState } from 'react';
import { useClient } from '../../client/current-client.js';
import { useSay } from '../../state/language.js';
import { useJob } from '../../state/use-job.js';
import { Button } from '../../ui/button.js';
import { Modal } from '../../ui/modal.js';
import { OutputOptions, type OutputChoice } from '../../ui/output-options.js';
import { OutputRun, type Output } from '../../ui/output-run.js';

/** Writes exactly the projects on screen, in the order on screen, to a file. */
export function ExportDialog({ ids, onClose }: { ids: readonly string[]; onClose: () => void }) {
  const say = useSay();
  const client = useClient();
  const { work, start, cancel, reset } = useJob<Output>();
  const [choice, setChoice] = useState<OutputChoice>({ format: 'xlsx', audience: 'internal', language: say.language, encoding: 'utf-8' });
  const running = work.at === 'running';
  return (
    <Modal title={say('导出项目一张表', 'Export the project table')} width={640} onClose={onClose}
      foot={<><span className="soft">{say(`共 ${ids.length} 个项目，与屏幕上的行和顺序一致。`, `${ids.length} projects, in the rows and order on screen.`)}</span><span className="spacer" /><Button onPress={onClose}>{say('关闭', 'Close')}</Button>
        <Button tone="primary" icon="export" isDisabled={running || ids.length === 0} onPress={() => start(() => client.call('output.start', { kind: 'projects', ...choice, ids: [...ids] }))}>{say('生成', 'Make the file')}</Button></>}>
      <OutputOptions choice={choice} onChange={(next) => { setChoice(next); if (!running) reset(); }} />
      <div className="projects-export-run"><OutputRun work={work} onCancel={cancel} /></div>
    </Modal>
  );
}

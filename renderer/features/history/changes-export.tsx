import { useState } from 'react';
import type { TableRequest } from '../../../data/contract.js';
import { useClient } from '../../client/current-client.js';
import { useSay } from '../../state/language.js';
import { useJob } from '../../state/use-job.js';
import { Button } from '../../ui/button.js';
import { Modal } from '../../ui/modal.js';
import type { Output } from '../../state/use-output.js';
import { OutputRow } from '../../ui/output-row.js';
import { OutputRun } from '../../ui/output-run.js';
import { Segmented } from '../../ui/segmented.js';
import type { Period } from './period.js';

type Choice = Required<Pick<TableRequest, 'format' | 'language'>>;

/** Takes what changed along as a table for leaders. */
export function ChangesExport({ period, onClose }: { period: Period; onClose: () => void }) {
  const say = useSay();
  const client = useClient();
  const [choice, setChoice] = useState<Choice>({ format: 'xlsx', language: say.language });
  const { work, start, cancel, reset } = useJob<Output>();
  const change = (next: Choice) => { setChoice(next); if (work.at !== 'running') reset(); };
  return (
    <Modal title={say('导出变化表', 'Export what changed')} width={560} onClose={onClose}
      foot={<><span className="spacer" /><Button tone="primary" icon="export" isDisabled={work.at === 'running'} onPress={() => start(() => client.call('output.start', { kind: 'changes', audience: 'internal', period, ...choice }))}>{say('导出', 'Export')}</Button></>}>
      <div className="output-options">
        <OutputRow label={say('期间', 'Period')} words={say('含修改人，只作内部资料。', 'Names people; for staff only.')}><b className="figures">{say(`${period.from} 至 ${period.to}`, `${period.from} to ${period.to}`)}</b></OutputRow>
        <OutputRow label={say('格式', 'Format')} words={choice.format !== 'csv' ? say('一格一行，A3 横向，可直接打印。', 'One cell a row, A3 landscape, ready to print.') : say('纯文本表格，给别的系统用。', 'Plain table for other systems.')}><Segmented label={say('格式', 'Format')} value={choice.format} onChange={(format) => change({ ...choice, format })} options={[{ value: 'xlsx', label: 'Excel' }, { value: 'csv', label: 'CSV' }, { value: 'pdf', label: 'PDF' }]} /></OutputRow>
        <OutputRow label={say('语言', 'Language')}><Segmented label={say('语言', 'Language')} value={choice.language} onChange={(language) => change({ ...choice, language })} options={[{ value: 'zh', label: '中文' }, { value: 'en', label: 'English' }]} /></OutputRow>
        <OutputRun work={work} onCancel={cancel} />
      </div>
    </Modal>
  );
}

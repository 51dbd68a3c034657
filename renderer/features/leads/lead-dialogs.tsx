import { useState } from 'react';
import type { LeadRow } from '../../../data/contract/lead-calls.js';
import { failureOf } from '../../client/call-failure.js';
import { useClient } from '../../client/current-client.js';
import { useSay } from '../../state/language.js';
import { tell, useProgram } from '../../state/program-store.js';
import { useJob } from '../../state/use-job.js';
import type { Output } from '../../state/use-output.js';
import { Button } from '../../ui/button.js';
import { Icon } from '../../ui/icon.js';
import { Modal } from '../../ui/modal.js';
import { OutputRun } from '../../ui/output-run.js';

/** Asks before leads are deleted for good, and says what goes and what cannot go. */
export function RemoveLeadsDialog({ rows, onClose, onRemoved }: { rows: readonly LeadRow[]; onClose: () => void; onRemoved: () => void }) {
  const say = useSay();
  const client = useClient();
  const [isRemoving, setIsRemoving] = useState(false);
  const remove = async () => {
    setIsRemoving(true);
    try {
      await client.call('leads.remove', { ids: rows.map(({ id }) => id) });
      tell({ zh: `已彻底删除 ${rows.length} 条意向。`, en: `${rows.length} leads were deleted for good.` });
      onRemoved();
      onClose();
    } catch (error) {
      const failure = failureOf(error);
      tell(failure.message, failure);
      setIsRemoving(false);
    }
  };
  const who = rows.length === 1 ? rows[0]?.masked?.name || rows[0]?.masked?.organisation : undefined;
  return (
    <Modal title={rows.length === 1 ? say('彻底删除这条意向？', 'Delete this lead for good?') : say(`彻底删除这 ${rows.length} 条？`, `Delete these ${rows.length} for good?`)} width={520} onClose={onClose}
      foot={<><span className="spacer" /><Button autoFocus onPress={onClose}>{say('不删', 'Keep')}</Button><Button tone="danger" icon="remove" isDisabled={isRemoving} onPress={() => void remove()}>{say('彻底删除', 'Delete for good')}</Button></>}>
      <div className="leads-told">
        <p>{who ? say(`${who} 的姓名、单位、电话、原话和跟进记录，连同这条登记本身，会从账本的文件夹里抹掉。`, `Name, firm, phone, words and notes of ${who}, and that there was a lead, are wiped from the ledger’s folder.`) : say('姓名、单位、电话、原话和跟进记录，连同登记本身，会从账本的文件夹里抹掉。', 'Names, firms, phones, words and notes, and that there were leads, are wiped from the ledger’s folder.')}</p>
        <p>{say('修改记录和备份里本来就没有它们，所以也找不回来；不能撤销。', 'History and backups never held them, so they cannot be had back; this cannot be undone.')}</p>
        <p className="help">{say('另外拷走的账本、导出过的表格不归程序管，请自己去删。', 'Copies of the ledger and tables exported before are out of the program’s reach: delete those yourself.')}</p>
      </div>
    </Modal>
  );
}

/** Makes the workbook with names and phones, on purpose: it says what is in it before it is made. */
export function ExportLeadsDialog({ count, onClose }: { count: number; onClose: () => void }) {
  const say = useSay();
  const client = useClient();
  const language = useProgram((state) => state.settings.language);
  const { work, start, cancel } = useJob<Output>();
  return (
    <Modal title={say('导出意向登记表', 'Export the leads')} width={560} onClose={onClose}
      foot={<><span className="spacer" /><Button onPress={onClose}>{work.at === 'done' ? say('关闭', 'Close') : say('不导出', 'Not now')}</Button>{work.at !== 'done' && <Button tone="danger" icon="export" isDisabled={work.at === 'running'} onPress={() => start(() => client.call('leads.export', { language }))}>{say('知道了，导出', 'Understood, export')}</Button>}</>}>
      <p className="leads-warning"><Icon name="warning" size={20} />{say(`表里会有 ${count} 条意向的姓名、单位、电话和记录，不加密。只给要联系他们的同事，用完删除，不要发到群里。`, `It holds names, firms, phones and notes of ${count} leads, in the clear. Give it to colleagues alone who are to call them, delete it after use, and do not send it around.`)}</p>
      <p className="help">{say('每页标「内部资料」，Excel 格式。', 'Excel, marked internal on every page.')}</p>
      <OutputRun work={work} onCancel={cancel} />
    </Modal>
  );
}

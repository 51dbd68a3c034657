import { useClient } from '../../client/current-client.js';
import { applyAndTell } from '../../state/apply-edits.js';
import { useSay } from '../../state/language.js';
import { Button } from '../../ui/button.js';
import { Modal } from '../../ui/modal.js';

/** Asks, then removes many assets as one change. */
export function BatchRemove({ ids, names, onDone, onClose }: { ids: readonly string[]; names: readonly string[]; onDone: () => void; onClose: () => void }) {
  const say = useSay();
  const client = useClient();
  const some = names.slice(0, 3).map((name) => say(`「${name}」`, `“${name}”`)).join(say('', ', '));
  const remove = () => {
    onClose();
    const label = { zh: `删除 ${ids.length} 宗资产`, en: `Remove ${ids.length} assets` };
    void applyAndTell(client, ids.map((id) => ({ kind: 'remove' as const, noun: 'asset' as const, id })), { zh: `已${label.zh}，可以撤销。`, en: `${ids.length} assets were removed; this can be undone.` }, label).then((done) => { if (done) onDone(); });
  };
  return (
    <Modal title={say(`删除 ${ids.length} 宗资产？`, `Remove ${ids.length} assets?`)} width={480} onClose={onClose}
      foot={<><span className="spacer" /><Button onPress={onClose}>{say('不删', 'Keep them')}</Button><Button tone="danger" icon="remove" onPress={remove}>{say('删除', 'Remove')}</Button></>}>
      <p>{say(`${some}${names.length > 3 ? `等 ${ids.length} 宗` : ''}会从账本和它们关联的项目里去掉，作为一次修改，可以撤销。`, `${some}${names.length > 3 ? ` and ${ids.length - 3} more` : ''} leave the ledger and the projects they are linked to, as one change that can be undone.`)}</p>
    </Modal>
  );
}

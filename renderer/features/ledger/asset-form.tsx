import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { Asset } from '../../../data/schema/asset.js';
import { fieldsOfCategory } from '../../../data/schema/fields.js';
import { categories } from '../../../data/schema/vocabularies.js';
import { useClient } from '../../client/current-client.js';
import type { Client } from '../../client/client.js';
import { applyAndTell } from '../../state/apply-edits.js';
import { useSay } from '../../state/language.js';
import { openPage } from '../../state/program-store.js';
import { useRecord } from '../../state/use-record.js';
import { Button } from '../../ui/button.js';
import { CategoryBadge } from '../../ui/category-badge.js';
import { RecordFields } from '../../ui/fields/record-fields.js';
import { Modal } from '../../ui/modal.js';
import { StatusTag } from '../../ui/status-tag.js';

const fetchAsset = async (client: Client, id: string): Promise<Asset | undefined> => (await client.call('desk.assets', { ids: [id] }))[0];

/** The category decides which fields there are; it is chosen when the asset is added. */
const omitted = ['category'];

/** Everything of one asset, section by section, saved field by field. Made from the registry alone. */
export function AssetForm({ id, readOnly, onClose }: { id: string; readOnly: boolean; onClose: () => void }) {
  const say = useSay();
  const client = useClient();
  const { record, gone, failure, reload, save } = useRecord(client, 'asset', id, fetchAsset);
  const [removing, setRemoving] = useState(false);
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => { body.current?.scrollTo(0, 0); }, [id]);
  const escape = (event: KeyboardEvent) => { if (event.key === 'Escape' && !event.defaultPrevented) onClose(); };
  const name = record ? (say.language === 'en' ? record.nameEn || record.name : record.name) : '';
  return (
    <aside className="ledger-form" aria-label={say('资产表单', 'Asset form')} data-testid="asset-form" onKeyDown={escape}>
      <header className="ledger-form-head">
        <div className="ledger-form-line">
          {record && <><CategoryBadge category={record.category} size={20} /><span className="ledger-form-what">{[say.word(categories, record.category), record.village, record.code].filter(Boolean).join(' · ')}</span><StatusTag status={record.status} /></>}
          <span className="spacer" />
          {record && <Button tone="quiet" small icon="pin" label={say('在总览里看', 'Show on the map')} onPress={() => openPage('showcase')} />}
          {record && !readOnly && <Button tone="quiet" small icon="remove" label={say('删除这宗资产', 'Remove this asset')} onPress={() => setRemoving(true)} />}
          <Button tone="quiet" small icon="close" label={say('关闭表单', 'Close the form')} onPress={onClose} />
        </div>
        <h2>{name || (gone ? say('已不在账本里', 'No longer in the ledger') : ' ')}</h2>
      </header>
      <div className="ledger-form-body" ref={body}>
        {failure && <p className="fault" role="alert">{say(failure.message)} <Button small onPress={reload}>{say('再取一次', 'Try again')}</Button></p>}
        {gone && <p className="soft">{say('它可能刚被删除或撤销；可在修改记录里查到，撤销即可找回。', 'It may just have been removed or undone; undo brings it back.')}</p>}
        {record && <RecordFields key={id} record={record} fields={fieldsOfCategory(record.category)} category={record.category} readOnly={readOnly} omit={omitted} titles={{ detail: say.word(categories, record.category) }} save={save} onReload={reload} />}
      </div>
      {removing && record && (
        <Modal title={say('删除这宗资产？', 'Remove this asset?')} width={460} onClose={() => setRemoving(false)}
          foot={<><span className="spacer" /><Button onPress={() => setRemoving(false)}>{say('不删', 'Keep it')}</Button><Button tone="danger" icon="remove" onPress={() => {
            setRemoving(false);
            onClose();
            void applyAndTell(client, [{ kind: 'remove', noun: 'asset', id }], { zh: `已删除「${record.name}」，可以撤销。`, en: `“${record.name}” was removed; this can be undone.` });
          }}>{say('删除', 'Remove')}</Button></>}>
          <p>{say(`「${record.name}」会从账本和它关联的项目里去掉。删错了可以撤销。`, `“${record.name}” leaves the ledger and the projects it is linked to. This can be undone.`)}</p>
        </Modal>
      )}
    </aside>
  );
}

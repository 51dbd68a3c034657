import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { Asset } from '../../../data/schema/asset.js';
import { fieldsOfCategory } from '../../../data/schema/fields.js';
import { categories } from '../../../data/schema/vocabularies.js';
import { useClient } from '../../client/current-client.js';
import type { Client } from '../../client/client.js';
import { applyAndTell } from '../../state/apply-edits.js';
import { editsSettled } from '../../state/cell-edits.js';
import { useSay } from '../../state/language.js';
import { openPage, useProgram } from '../../state/program-store.js';
import { undoOrRedo } from '../../state/undo.js';
import { useLeadCounts } from '../../state/use-leads.js';
import { useRecord } from '../../state/use-record.js';
import { Button } from '../../ui/button.js';
import { CategoryBadge } from '../../ui/category-badge.js';
import { RecordFields } from '../../ui/fields/record-fields.js';
import { LeadCount } from '../../ui/leads/lead-count.js';
import { Modal } from '../../ui/modal.js';
import { StatusTag } from '../../ui/status-tag.js';
import './form/asset-form.css';
import { CategoryField } from './form/category-field.js';
import { FormGrip } from './form/form-grip.js';
import { fieldsElsewhere, formTabs, setWhole, showTab, useFormView, type FormTab } from './form/form-view.js';
import { useReachField } from './form/reach-field.js';
import { LocationPanel } from './location-panel.js';
import { MediaPanel } from './media-panel.js';
import { QualityStrip } from './quality-strip.js';
import { RecordHistory } from './record-history.js';

const fetchAsset = async (client: Client, id: string): Promise<Asset | undefined> => (await client.call('desk.assets', { ids: [id] }))[0];

interface Props {
  readonly id: string;
  readonly readOnly: boolean;
  readonly onClose: () => void;
  /** Goes to the asset after or before this one in the table. */
  readonly onStep?: (by: 1 | -1) => void;
}

/** Everything of one asset: its fields by section, its place and boundary on the map, its media, and what became of it. */
export function AssetForm({ id, readOnly, onClose, onStep }: Props) {
  const say = useSay();
  const client = useClient();
  const { record, gone, failure, reload, save } = useRecord(client, 'asset', id, fetchAsset);
  const { tab, width, whole } = useFormView();
  const status = useProgram((state) => state.status);
  const leads = useLeadCounts().assets[id] ?? 0;
  const [removing, setRemoving] = useState(false);
  const form = useRef<HTMLElement>(null);
  const reach = useReachField(form, record !== null);
  useEffect(() => { form.current?.querySelector('.asset-form-body')?.scrollTo(0, 0); }, [id]);
  // A form that is closed while it covers the page opens beside the table again.
  useEffect(() => () => setWhole(false), []);

  const keys = (event: KeyboardEvent) => {
    if (event.defaultPrevented) return;
    if (event.key === 'Escape') { if (whole) setWhole(false); else onClose(); }
    else if (event.altKey && !event.ctrlKey && onStep && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) { event.preventDefault(); onStep(event.key === 'ArrowUp' ? -1 : 1); }
  };
  const undo = (which: 'undo' | 'redo') => void editsSettled().then(() => undoOrRedo(client, which));
  const name = record ? (say.language === 'en' ? record.nameEn || record.name : record.name) : '';
  const tabNames: Record<FormTab, string> = { fields: say('资料', 'Data'), place: say('位置与边界', 'Place and boundary'), media: say('照片与附件', 'Photos and files'), history: say('修改记录', 'History') };
  return (
    <aside ref={form} className="asset-form" aria-label={say('资产表单', 'Asset form')} data-testid="asset-form" data-whole={whole || undefined} data-tab={tab} style={width === null || whole ? {} : { width: `min(${width}px, calc(100% - 320px))` }} onKeyDown={keys}>
      {!whole && <FormGrip />}
      <header className="asset-form-head">
        <div className="asset-form-line">
          {record && <><CategoryBadge category={record.category} size={20} /><span className="asset-form-what">{[say.word(categories, record.category), record.village, record.code].filter(Boolean).join(' · ')}</span><StatusTag status={record.status} /><LeadCount count={leads} /></>}
          <span className="spacer" />
          {whole && <><Button tone="quiet" small icon="undo" label={say('撤销', 'Undo')} isDisabled={!status?.canUndo} onPress={() => undo('undo')} /><Button tone="quiet" small icon="redo" label={say('重做', 'Redo')} isDisabled={!status?.canRedo} onPress={() => undo('redo')} /></>}
          {onStep && <><Button tone="quiet" small icon="up" label={say('上一宗（Alt+↑）', 'Previous asset (Alt+↑)')} onPress={() => onStep(-1)} /><Button tone="quiet" small icon="down" label={say('下一宗（Alt+↓）', 'Next asset (Alt+↓)')} onPress={() => onStep(1)} /></>}
          {record && <Button tone="quiet" small icon="pin" label={say('在总览里看', 'Show on the map')} onPress={() => openPage('showcase')} />}
          {record && !readOnly && <Button tone="quiet" small icon="remove" label={say('删除这宗资产', 'Remove this asset')} onPress={() => setRemoving(true)} />}
          <Button tone="quiet" small icon={whole ? 'shrink' : 'expand'} label={whole ? say('还原大小', 'Beside the table') : say('铺满页面', 'Fill the page')} onPress={() => setWhole(!whole)} />
          <Button tone="quiet" small icon="close" label={say('关闭表单', 'Close the form')} onPress={onClose} />
        </div>
        <h2>{name || (gone ? say('已不在账本里', 'No longer in the ledger') : ' ')}</h2>
        {record && <div className="asset-form-strip"><QualityStrip id={id} onField={reach} /></div>}
      </header>
      {failure && <p className="fault asset-form-told" role="alert">{say(failure.message)} <Button small onPress={reload}>{say('再取一次', 'Try again')}</Button></p>}
      {gone && <p className="soft asset-form-told">{say('它可能刚被删除或撤销；可在修改记录里查到，撤销即可找回。', 'It may just have been removed or undone; undo brings it back.')}</p>}
      {record && (
        <Tabs className="asset-form-tabs" selectedKey={tab} onSelectionChange={(key) => showTab(key as FormTab)}>
          <TabList className="asset-form-tablist" aria-label={say('资产的各个方面', 'Sides of the asset')}>{formTabs.map((key) => <Tab key={key} id={key} className="asset-form-tab">{tabNames[key]}</Tab>)}</TabList>
          <TabPanel id="fields" className="asset-form-body">
            <RecordFields key={id} record={record} fields={fieldsOfCategory(record.category)} category={record.category} readOnly={readOnly} omit={fieldsElsewhere} titles={{ detail: say.word(categories, record.category) }} save={save} onReload={reload}
              instead={{ category: <CategoryField record={record} readOnly={readOnly} save={save} /> }} />
          </TabPanel>
          <TabPanel id="place" className="asset-form-body asset-form-body-place"><LocationPanel key={id} record={record} readOnly={readOnly} save={save} onReload={reload} /></TabPanel>
          <TabPanel id="media" className="asset-form-body"><MediaPanel key={id} record={record} readOnly={readOnly} save={save} /></TabPanel>
          <TabPanel id="history" className="asset-form-body"><RecordHistory key={id} id={id} /></TabPanel>
        </Tabs>
      )}
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

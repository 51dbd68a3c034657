import { useEffect, useMemo, useState } from 'react';
import type { Asset } from '../../../data/schema/asset.js';
import { assetFields, valueAt, type FieldDefinition } from '../../../data/schema/fields.js';
import { failureOf } from '../../client/call-failure.js';
import { useClient } from '../../client/current-client.js';
import { editCells } from '../../state/cell-edits.js';
import { useSay } from '../../state/language.js';
import { tell } from '../../state/program-store.js';
import { Button } from '../../ui/button.js';
import { draftOf, readDraft, type Draft, type EditableKind } from '../../ui/fields/draft.js';
import { editors } from '../../ui/fields/field-editor.js';
import { isRequired } from '../../ui/fields/field-fault.js';
import '../../ui/fields/fields.css';
import { valueText } from '../../ui/fields/value-text.js';
import { accessOf } from '../../ui/grid/cell-words.js';
import { Modal } from '../../ui/modal.js';
import { Select } from '../../ui/select.js';
import { tableFields } from './ledger-columns.js';

const changeable = tableFields.filter((entry) => accessOf(entry, undefined) === 'edit' && entry.path !== 'code');
const perCall = 500;
const shownKinds = 4;

/** The old values of a field, most frequent first. */
export function oldValues(assets: readonly Asset[], entry: FieldDefinition, words: (asset: Asset, value: unknown) => string): { words: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const asset of assets) { const said = words(asset, valueAt(asset, entry.path)); counts.set(said, (counts.get(said) ?? 0) + 1); }
  return [...counts].map(([said, count]) => ({ words: said, count })).sort((one, other) => other.count - one.count);
}

/** Gives one field of many assets the same value, as one change; says first what stood there. */
export function BatchChange({ ids, onClose }: { ids: readonly string[]; onClose: () => void }) {
  const say = useSay();
  const client = useClient();
  const [assets, setAssets] = useState<readonly Asset[] | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [path, setPath] = useState('status');
  const entry = changeable.find((one) => one.path === path) ?? assetFields[0]!;
  const [draft, setDraft] = useState<Draft>(() => draftOf(entry, undefined));

  useEffect(() => {
    let current = true;
    const fetch = async () => {
      const all: Asset[] = [];
      for (let from = 0; from < ids.length && current; from += perCall) all.push(...await client.call('desk.assets', { ids: ids.slice(from, from + perCall) }));
      if (current) setAssets(all);
    };
    fetch().catch((error: unknown) => { if (current) setFailure(failureOf(error).message[say.language]); });
    return () => { current = false; };
  }, [client, ids, say.language]);

  const having = useMemo(() => (assets ?? []).filter((asset) => accessOf(entry, asset.category) === 'edit'), [assets, entry]);
  const old = useMemo(() => oldValues(having, entry, (asset, value) => valueText(entry, value, say.language, asset.category) || say('未填', 'not given')), [having, entry, say]);
  const reading = readDraft(entry, draft);
  const isEmpty = reading.ok && (reading.value === undefined || (Array.isArray(reading.value) && reading.value.length === 0));
  const ready = assets !== null && having.length > 0 && reading.ok && !(isEmpty && isRequired(entry));
  const choose = (next: string) => { setPath(next); const field = changeable.find((one) => one.path === next); if (field) setDraft(draftOf(field, undefined, having[0]?.category)); };
  const apply = () => {
    if (!reading.ok || !ready) return;
    onClose();
    const sets = having.map((asset) => ({ id: asset.id, path, value: reading.value, seen: valueAt(asset, path) }));
    editCells(client, 'asset', sets, { zh: `批量修改 ${sets.length} 宗的「${entry.label.zh}」`, en: `Change “${entry.label.en}” of ${sets.length} assets` }).then(
      () => tell({ zh: `已改 ${sets.length} 宗的「${entry.label.zh}」，可以撤销。`, en: `“${entry.label.en}” of ${sets.length} assets was changed; this can be undone.` }),
      (error: unknown) => { const found = failureOf(error); tell({ zh: `没有保存，已放回原样：${found.message.zh}`, en: `Not stored; the old values stand again: ${found.message.en}` }, found); },
    );
  };
  const Editor = editors[entry.kind as EditableKind];
  const count = ids.length.toLocaleString('en-US');
  const left = (assets?.length ?? 0) - having.length;
  return (
    <Modal title={say(`批量修改 ${count} 宗资产`, `Change ${count} assets`)} width={560} onClose={onClose}
      foot={<><span className="spacer" /><Button onPress={onClose}>{say('取消', 'Cancel')}</Button><Button tone="primary" isDisabled={!ready} onPress={apply}>{isEmpty ? say(`清空 ${having.length} 宗的「${entry.label.zh}」`, `Clear “${entry.label.en}” of ${having.length}`) : say(`改 ${having.length} 宗`, `Change ${having.length}`)}</Button></>}>
      <div className="ledger-batch">
        <div><span className="label">{say('改哪一项', 'Which field')}</span><Select label={say('改哪一项', 'Which field')} value={path} options={changeable.map((one) => ({ value: one.path, label: say(one.label) }))} onChange={choose} /></div>
        <div className="ledger-batch-old" role="status">
          {failure ? <p className="fault">{failure}</p> : assets === null ? say('正在看原来的值…', 'Looking at the old values…') : (
            <><b>{say(`${old.length} 种旧值`, `${old.length} old values`)}</b> {old.slice(0, shownKinds).map((one) => <span key={one.words}>{one.words.slice(0, 24)} <b>{one.count}</b></span>)}{old.length > shownKinds && <span>…</span>}</>
          )}
        </div>
        <div>
          <label className="label" htmlFor="batch-value">{say('改成', 'New value')}</label>
          <Editor key={path} entry={entry} id="batch-value" draft={draft} invalid={!reading.ok} describedBy="batch-fault" onDraft={setDraft} onCommit={(given) => { if (given !== undefined) setDraft(given); }} onReset={() => false} />
          <p id="batch-fault" className="fault" role="alert">{reading.ok ? '' : say(reading.fault)}</p>
        </div>
        {left > 0 && <p className="soft">{say(`另有 ${left} 宗没有这一项，不改。`, `${left} more have no such field and are left.`)}</p>}
        {isEmpty && isRequired(entry) && <p className="soft">{say('这一项不能空着。', 'This field cannot be empty.')}</p>}
      </div>
    </Modal>
  );
}

import { useState } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import { categories, type Category } from '../../../data/schema/vocabularies.js';
import { useClient } from '../../client/current-client.js';
import { applyAndTell } from '../../state/apply-edits.js';
import { useSay } from '../../state/language.js';
import { selectAsset } from '../../state/program-store.js';
import { Button } from '../../ui/button.js';
import '../../ui/fields/fields.css';
import { CategoryBadge } from '../../ui/category-badge.js';
import { Modal } from '../../ui/modal.js';

/** A new asset: its kind and name first, the rest in the form that opens next. */
export function AddAssetDialog({ villages, onClose, onAdded }: { villages: readonly string[]; onClose: () => void; onAdded: () => void }) {
  const say = useSay();
  const client = useClient();
  const [category, setCategory] = useState<Category>('forest');
  const [name, setName] = useState('');
  const [village, setVillage] = useState('');
  const [busy, setBusy] = useState(false);
  const ready = name.trim() !== '' && !busy;
  const add = async () => {
    if (!ready) return;
    setBusy(true);
    const called = name.trim();
    const record = { category, name: called, status: 'idle', ...(village.trim() ? { village: village.trim() } : {}) };
    const ids = await applyAndTell(client, [{ kind: 'add', noun: 'asset', record }], { zh: `已新增「${called}」。`, en: `“${called}” was added.` });
    setBusy(false);
    if (!ids?.[0]) return;
    selectAsset(ids[0]);
    onAdded();
  };
  return (
    <Modal title={say('新增资产', 'Add an asset')} width={560} onClose={onClose}
      foot={<><span className="soft">{say('先记下名字，其余的接着填。', 'The name first; the rest comes next.')}</span><span className="spacer" /><Button onPress={onClose}>{say('取消', 'Cancel')}</Button><Button tone="primary" isDisabled={!ready} onPress={() => void add()}>{say('新增', 'Add')}</Button></>}>
      <form onSubmit={(event) => { event.preventDefault(); void add(); }}>
        <RadioGroup className="ledger-kinds" aria-label={say('类别', 'Category')} value={category} onChange={(value) => setCategory(value as Category)}>
          {categories.words.map((word) => <Radio key={word.value} value={word.value} className="ledger-kind"><CategoryBadge category={word.value} size={30} />{say(word.label)}</Radio>)}
        </RadioGroup>
        <div className="fields-grid">
          <div><label className="label" htmlFor="new-name">{say('名称', 'Name')}</label><input id="new-name" className="input" autoFocus autoComplete="off" maxLength={120} value={name} onChange={(event) => setName(event.target.value)} /></div>
          <div>
            <label className="label" htmlFor="new-village">{say('村（可以后填）', 'Village (may come later)')}</label>
            <input id="new-village" className="input" list="known-villages" autoComplete="off" maxLength={40} value={village} onChange={(event) => setVillage(event.target.value)} />
            <datalist id="known-villages">{villages.map((known) => <option key={known} value={known} />)}</datalist>
          </div>
        </div>
        <button type="submit" hidden />
      </form>
    </Modal>
  );
}

import { useDeferredValue, useMemo, useState } from 'react';
import { ListBox, ListBoxItem, type Selection } from 'react-aria-components';
import { matchesSearch } from '../../../data/rules/search-query.js';
import type { IndexEntry } from '../../state/index-entries.js';
import { useSay } from '../../state/language.js';
import { useProgram } from '../../state/program-store.js';
import { Button } from '../../ui/button.js';
import { CategoryBadge } from '../../ui/category-badge.js';
import { Icon } from '../../ui/icon.js';
import { Modal } from '../../ui/modal.js';

/** More than these are not listed at once; a word narrows them. */
const mostListed = 300;

/** Chooses published assets by name, village, code or pinyin: one, or up to `most`. */
export function AssetChooser({ title, most = 1, fewest = 1, chosen = [], only, onChoose, onClose }: {
  title: string; most?: number; fewest?: number; chosen?: readonly string[]; only?: (entry: IndexEntry) => boolean; onChoose: (ids: string[]) => void; onClose: () => void;
}) {
  const say = useSay();
  const all = useProgram((state) => state.publicEntries);
  const [query, setQuery] = useState('');
  const settled = useDeferredValue(query);
  const [keys, setKeys] = useState<readonly string[]>(chosen);
  const found = useMemo(() => all.filter((entry) => (!only || only(entry)) && matchesSearch(entry.search, settled)), [all, only, settled]);
  const take = (selection: Selection) => {
    const now = selection === 'all' ? [] : [...selection].map(String);
    // The order in which they were chosen is the order in which they stand.
    const kept = [...keys.filter((id) => now.includes(id)), ...now.filter((id) => !keys.includes(id))];
    setKeys(kept.slice(-most));
    if (most === 1 && kept.length > 0) onChoose(kept.slice(-1));
  };
  return (
    <Modal title={title} width={620} onClose={onClose} foot={most > 1 && <><span className="soft" role="status">{say(`已选 ${keys.length} 宗，${fewest} 至 ${most} 宗`, `${keys.length} chosen, ${fewest} to ${most}`)}</span><span className="spacer" /><Button onPress={onClose}>{say('取消', 'Cancel')}</Button><Button tone="primary" isDisabled={keys.length < fewest} onPress={() => onChoose([...keys])}>{say('就选这些', 'Choose these')}</Button></>}>
      <input className="input" autoFocus aria-label={say('找资产', 'Find an asset')} placeholder={say('名称、村、编号，或拼音首字母', 'Name, village, code or pinyin')} value={query} onChange={(event) => setQuery(event.target.value)} />
      <ListBox className="asset-chooser" aria-label={say('资产', 'Assets')} selectionMode={most === 1 ? 'single' : 'multiple'} selectedKeys={most === 1 ? [] : keys} onSelectionChange={take} items={found.slice(0, mostListed)} dependencies={[keys, say]} renderEmptyState={() => <p className="soft">{say('没有符合的资产，换个词试试。', 'No asset fits; try another word.')}</p>}>
        {(entry) => (
          <ListBoxItem id={entry.id} textValue={entry.name} className="list-item">
            {most > 1 && <span className="tick">{keys.includes(entry.id) && <Icon name="check" size={16} />}</span>}
            <CategoryBadge category={entry.category} size={20} /><b>{say.language === 'en' ? entry.nameEn || entry.name : entry.name}</b><span className="spacer" /><span className="soft figures">{[entry.village, entry.code].filter(Boolean).join(' · ')}</span>
          </ListBoxItem>
        )}
      </ListBox>
      {found.length > mostListed && <p className="help">{say(`只列出前 ${mostListed} 宗，共 ${found.length} 宗；请输入文字缩小范围。`, `The first ${mostListed} of ${found.length}; type to narrow them.`)}</p>}
    </Modal>
  );
}

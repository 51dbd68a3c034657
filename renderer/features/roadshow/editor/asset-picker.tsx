import { useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { emptyFilter } from '../../../../data/rules/filter.js';
import { useSay } from '../../../state/language.js';
import type { StageContent } from '../../../stage/stage-content.js';
import { Button } from '../../../ui/button.js';
import { CategoryBadge } from '../../../ui/category-badge.js';
import { Icon } from '../../../ui/icon.js';
import { Modal } from '../../../ui/modal.js';
import { useAnswer } from '../tours/use-answer.js';

/** More lines than this are found by typing. */
const linesShown = 200;

/** Chooses published assets, by name, village, pinyin or initials, in the order they are pressed. */
export function AssetPicker({ title, content, least, most, chosen, onClose, onChoose }: { title: string; content: StageContent; least: number; most: number; chosen: readonly string[]; onClose: () => void; onChoose: (ids: string[]) => void }) {
  const say = useSay();
  const [ids, setIds] = useState<readonly string[]>(() => chosen.filter((id) => content.entry(id)));
  const [query, setQuery] = useState('');
  const found = useAnswer(emptyFilter, query).slice(0, linesShown);
  const take = (keys: ReadonlySet<string>) => {
    const seen = new Set(found.map(({ id }) => id));
    const kept = ids.filter((id) => keys.has(id) || !seen.has(id));
    setIds([...kept, ...[...keys].filter((id) => !kept.includes(id))].slice(-most));
  };
  return (
    <Modal title={title} width={600} onClose={onClose}
      foot={<><span className="soft figures" role="status">{say(`已选 ${ids.length} 宗`, `${ids.length} chosen`)}{most < 10 && say(`（${least} 到 ${most} 宗）`, ` (${least} to ${most})`)}</span><span className="spacer" /><Button onPress={onClose}>{say('取消', 'Cancel')}</Button><Button tone="primary" isDisabled={ids.length < least} onPress={() => onChoose([...ids])}>{say('选好了', 'Choose')}</Button></>}>
      <input className="input" type="search" autoFocus aria-label={say('找资产', 'Find an asset')} placeholder={say('名称、村、编号或拼音首字母', 'Name, village, code or pinyin')} value={query} onChange={(event) => setQuery(event.target.value)}
        onKeyDown={(event) => { const [first] = found; if (event.key === 'Enter' && first && !event.nativeEvent.isComposing) take(new Set([...ids, first.id])); }} />
      <ListBox aria-label={say('资产', 'Assets')} className="picker-list" selectionMode="multiple" escapeKeyBehavior="none" selectedKeys={ids} onSelectionChange={(keys) => take(keys === 'all' ? new Set(found.map(({ id }) => id)) : new Set([...keys].map(String)))} items={found} dependencies={[ids, say]}
        renderEmptyState={() => <p className="console-none">{say('没有符合的资产，换个词试试。', 'No asset fits; try another word.')}</p>}>
        {(entry) => (
          <ListBoxItem id={entry.id} textValue={entry.name} className="list-item">
            <span className="tick">{ids.includes(entry.id) && <Icon name="check" size={16} />}</span><CategoryBadge category={entry.category} size={20} />
            <span className="picker-name">{say.language === 'en' ? entry.nameEn ?? entry.name : entry.name}</span><span className="soft figures">{[entry.village, entry.code].filter(Boolean).join(' · ')}</span>
          </ListBoxItem>
        )}
      </ListBox>
    </Modal>
  );
}

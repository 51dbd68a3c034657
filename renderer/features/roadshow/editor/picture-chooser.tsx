import { useMemo, useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { matchesSearch } from '../../../../data/rules/search-query.js';
import { useClient } from '../../../client/current-client.js';
import { useSay } from '../../../state/language.js';
import { useProgram } from '../../../state/program-store.js';
import { Modal } from '../../../ui/modal.js';

const mostShown = 120;

/** Chooses a picture among the covers of the published assets; what an asset is called finds its picture. */
export function PictureChooser({ onChoose, onClose }: { onChoose: (media: string) => void; onClose: () => void }) {
  const say = useSay();
  const client = useClient();
  const entries = useProgram((state) => state.publicEntries);
  const [query, setQuery] = useState('');
  const pictures = useMemo(() => {
    const seen = new Set<string>();
    return entries.flatMap((entry) => {
      if (!entry.cover || seen.has(entry.cover) || !matchesSearch(entry.search, query)) return [];
      seen.add(entry.cover);
      return [{ id: entry.cover, name: entry.name }];
    }).slice(0, mostShown);
  }, [entries, query]);
  return (
    <Modal title={say('选一幅画面', 'Choose a picture')} width={860} onClose={onClose}>
      <input className="input" autoFocus aria-label={say('找照片', 'Find a photo')} placeholder={say('资产名称、村，或拼音首字母', 'Asset, village or pinyin')} value={query} onChange={(event) => setQuery(event.target.value)} />
      <ListBox className="picture-chooser" layout="grid" aria-label={say('照片', 'Photos')} selectionMode="single" selectedKeys={[]} onSelectionChange={(keys) => { if (keys !== 'all') { const [first] = keys; if (first !== undefined) onChoose(String(first)); } }} items={pictures} renderEmptyState={() => <p className="soft">{say('没有符合的照片。先在一本账里给资产添加照片。', 'No photo fits. Add photos to assets in the ledger first.')}</p>}>
        {(picture) => <ListBoxItem id={picture.id} textValue={picture.name} className="picture-choice"><img src={client.address(`media/${picture.id}/small`)} alt="" loading="lazy" /><span>{picture.name}</span></ListBoxItem>}
      </ListBox>
    </Modal>
  );
}

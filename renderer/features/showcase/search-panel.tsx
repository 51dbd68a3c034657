import { useId, useRef, useState } from 'react';
import { Button, Input, SearchField } from 'react-aria-components';
import { categories } from '../../../data/schema/vocabularies.js';
import type { IndexEntry } from '../../state/index-entries.js';
import { useSay } from '../../state/language.js';
import { CategoryBadge } from '../../ui/category-badge.js';
import { Icon } from '../../ui/icon.js';
import { setQuery, useShowcase } from './showcase-store.js';
import type { FoundAssets } from './use-found.js';

/** The search field with the best hits below it: Chinese, pinyin or initials; up, down and Enter choose. */
export function SearchPanel({ found, onChoose }: { found: FoundAssets; onChoose: (entry: IndexEntry) => void }) {
  const say = useSay();
  const query = useShowcase((state) => state.query);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const field = useRef<HTMLInputElement>(null);
  const listId = useId();
  const hits = found.best;
  const shown = open && query.trim() !== '' && hits.length > 0;
  const at = Math.min(active, hits.length - 1);

  const choose = (entry: IndexEntry) => { setOpen(false); onChoose(entry); };
  const press = (event: React.KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      if (hits.length > 0) setActive((at + (event.key === 'ArrowDown' ? 1 : hits.length + (at < 0 ? 0 : -1))) % hits.length);
    } else if (event.key === 'Enter') {
      const entry = hits[Math.max(0, at)];
      if (shown && entry) { event.preventDefault(); choose(entry); }
    } else if (event.key === 'Escape' && shown) {
      event.stopPropagation();
      setOpen(false);
    } else if (event.key === 'Escape' && query === '' && event.target instanceof HTMLElement) {
      // Out of an empty field, so that the page's own keys work again.
      event.target.blur();
    }
  };
  return (
    <div className="showcase-search">
      <SearchField
        className="search-box" aria-label={say('找资产', 'Find an asset')} value={query} onKeyDown={press} onFocus={() => setOpen(true)} onBlur={() => setOpen(false)}
        onChange={(value) => { setQuery(value); setActive(-1); setOpen(true); }}
      >
        <Icon name="search" />
        <Input
          ref={field} data-page-search="" placeholder={say('资产、村、业态或拼音首字母', 'Asset, village, use or pinyin')}
          role="combobox" aria-expanded={shown} aria-controls={listId} aria-autocomplete="list" {...(shown && at >= 0 ? { 'aria-activedescendant': `${listId}-${at}` } : {})}
        />
        <Button aria-label={say('清空', 'Clear')}><Icon name="close" size={17} /></Button>
      </SearchField>
      <ul id={listId} role="listbox" aria-label={say('最合适的资产', 'Best matches')} className="showcase-hits" hidden={!shown}>
        {shown && hits.map((entry, order) => (
          <li
            key={entry.id} id={`${listId}-${order}`} role="option" aria-selected={order === at} className="showcase-hit" data-active={order === at || undefined}
            // Pressing must not take the cursor out of the field before the choice is made.
            onPointerDown={(event) => event.preventDefault()} onClick={() => choose(entry)} onPointerMove={() => setActive(order)}
          >
            <CategoryBadge category={entry.category} />
            <span className="showcase-hit-name">{say.language === 'en' ? entry.nameEn ?? entry.name : entry.name}</span>
            <span className="soft">{[entry.village, say.word(categories, entry.category)].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
        {shown && found.found.length > hits.length && <li className="showcase-hit-more soft" role="presentation">{say(`共 ${found.found.length} 处，都在地图和列表上`, `${found.found.length} in all, on the map and in the list`)}</li>}
      </ul>
    </div>
  );
}

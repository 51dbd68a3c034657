import { useState } from 'react';
import { Input, ListBox, ListBoxItem, SearchField } from 'react-aria-components';
import type { Passage } from '../../../data/rules/stage/act.js';
import type { StageCommand } from '../../../data/schema/stage.js';
import type { StageContent } from '../../stage/stage-content.js';
import { CategoryBadge } from '../../ui/category-badge.js';
import { Icon } from '../../ui/icon.js';
import { Said, useScreenSay } from '../screen-language.js';
import { jumpOptions } from './jump-options.js';

/** All stops, and with a few letters any asset; pressed, the screen goes there. */
export function JumpList({ passages, content, current, onJump }: { passages: readonly Passage[]; content: StageContent; current: string | null; onJump: (command: StageCommand) => void }) {
  const say = useScreenSay();
  const [query, setQuery] = useState('');
  const options = jumpOptions(passages, content, query, say);
  return (
    <section className="tool-part tool-jump">
      <h3><Said zh="去哪一站" en="Go to" /></h3>
      <SearchField className="tool-search" aria-label={say('找站点或资产', 'Find a stop or an asset')} value={query} onChange={setQuery} onSubmit={() => { const [first] = options; if (first) onJump(first.command); }} autoFocus>
        <Icon name="search" size={28} />
        <Input placeholder={say('站点、资产，可打拼音首字母', 'A stop or an asset')} />
      </SearchField>
      <ListBox
        className="tool-list" aria-label={say('站点', 'Stops')} items={options} selectionMode="single" selectedKeys={current ? [`stop:${current}`] : []}
        onAction={(key) => { const option = options.find(({ id }) => id === key); if (option) onJump(option.command); }}
        renderEmptyState={() => <p className="tool-none"><Said zh="没有找到。换个字，或打拼音首字母。" en="Nothing found. Try other letters." /></p>}
      >
        {(option) => {
          const category = option.kind === 'asset' ? content.entry(option.id.slice('asset:'.length))?.category : undefined;
          return (
            <ListBoxItem id={option.id} textValue={option.name} className="tool-item">
              {category ? <CategoryBadge category={category} size={32} /> : <b className="figures">{option.number}</b>}
              <span>{option.name}</span>
              <small>{option.note}</small>
            </ListBoxItem>
          );
        }}
      </ListBox>
    </section>
  );
}

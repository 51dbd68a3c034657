import { useState } from 'react';
import { Button, Input, SearchField, ToggleButton, ToggleButtonGroup, type Key } from 'react-aria-components';
import { emptyFilter, matchesFilter, type AssetFilter } from '../../../data/rules/filter.js';
import { matchesSearch } from '../../../data/rules/search-query.js';
import type { Finding } from '../../../data/schema/stage.js';
import { categories, utilities, type Category } from '../../../data/schema/vocabularies.js';
import { labelOf, type Vocabulary } from '../../../data/schema/vocabulary.js';
import type { StageContent } from '../../stage/stage-content.js';
import { CategoryBadge } from '../../ui/category-badge.js';
import { Icon } from '../../ui/icon.js';
import { Said, useScreenSay } from '../screen-language.js';

/** The sizes that people ask for, in 亩. */
const sizes = [50, 100, 200, 500] as const;

const listOf = <Value extends string>(values: readonly Value[], keys: Set<Key>): Value[] => values.filter((value) => keys.has(value));

/** An answer to a question from the room, put together out of its sight: it is on the screen when it is sent, and not before. */
export function QuickFilter({ content, sent, onSend }: { content: StageContent; sent: Finding | null; onSend: (finding: Finding | null) => void }) {
  const say = useScreenSay();
  const [filter, setFilter] = useState<AssetFilter>(sent?.filter ?? emptyFilter);
  const [query, setQuery] = useState(sent?.query ?? '');
  const count = content.entries.filter((entry) => matchesFilter(entry, filter) && matchesSearch(entry.search, query)).length;
  const words = (list: Vocabulary, value: string) => <Said {...labelOf(list, value)!} />;
  const send = () => onSend({ filter: { ...filter, categories: [...filter.categories], villages: [...filter.villages], statuses: [...filter.statuses], cooperation: [...filter.cooperation], utilities: [...filter.utilities] }, query });
  return (
    <section className="tool-part tool-filter">
      <h3><Said zh="答一个问题" en="Answer a question" /></h3>
      <div className="tool-choices">
        <ToggleButtonGroup className="tool-chips" aria-label={say('类别', 'Category')} selectionMode="multiple" selectedKeys={filter.categories} onSelectionChange={(keys) => setFilter({ ...filter, categories: listOf<Category>(categories.values, keys) })}>
          {categories.values.map((value) => <ToggleButton key={value} id={value} className="tool-chip"><CategoryBadge category={value} size={30} />{words(categories, value)}</ToggleButton>)}
        </ToggleButtonGroup>
        <ToggleButtonGroup
          className="tool-chips" aria-label={say('面积', 'Area')} selectionMode="single" selectedKeys={filter.area?.min ? [String(filter.area.min)] : []}
          onSelectionChange={(keys) => { const [min] = keys; setFilter({ ...filter, area: min === undefined ? null : { min: Number(min), max: null, unit: 'mu' } }); }}
        >
          {sizes.map((size) => <ToggleButton key={size} id={String(size)} className="tool-chip figures"><Said zh={`≥ ${size} 亩`} en={`≥ ${size} mu`} /></ToggleButton>)}
        </ToggleButtonGroup>
        <ToggleButtonGroup className="tool-chips" aria-label={say('配套', 'Utilities')} selectionMode="multiple" selectedKeys={filter.utilities} onSelectionChange={(keys) => setFilter({ ...filter, utilities: listOf(utilities.values, keys) })}>
          {utilities.values.map((value) => <ToggleButton key={value} id={value} className="tool-chip">{words(utilities, value)}</ToggleButton>)}
        </ToggleButtonGroup>
        <SearchField className="tool-search" aria-label={say('文字', 'Words')} value={query} onChange={setQuery} onSubmit={send}>
          <Icon name="search" size={28} />
          <Input placeholder={say('村名、业态、亮点…', 'Village, trade, …')} />
        </SearchField>
      </div>
      <div className="tool-send">
        <p role="status"><Said zh="符合的资产" en="Assets that fit" /><strong className="figures">{count}</strong></p>
        {sent && <Button className="stage-button" onPress={() => onSend(null)}><Said zh="全部亮起" en="Show all" /></Button>}
        <Button className="stage-button stage-button-strong" onPress={send}><Icon name="roadshow" size={30} /><Said zh="投到屏上" en="Put on screen" /></Button>
      </div>
    </section>
  );
}

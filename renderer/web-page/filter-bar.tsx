import { useId, useState, type ReactNode } from 'react';
import { facets, isActive, type AssetFilter } from '../../data/rules/filter.js';
import type { FilterResult } from '../../data/rules/filter-index.js';
import type { WebAsset } from '../../data/rules/web/web-content.js';
import { categories, statuses, utilities } from '../../data/schema/vocabularies.js';
import type { Vocabulary } from '../../data/schema/vocabulary.js';
import { CategoryBadge } from '../ui/category-badge.js';
import { Icon } from '../ui/icon.js';
import { isAsking, nothingAsked, type Question } from './found-assets.js';
import { usePageSay } from './page-language.js';

type Listed = 'categories' | 'statuses' | 'utilities';
const lists = { categories, statuses, utilities } as const;

/** What an investor asks for: words (also pinyin), kinds, and behind a key standing, utilities and area. */
export function FilterBar({ assets, question, result, found, onAsk }: { assets: readonly WebAsset[]; question: Question; result: FilterResult; found: number; onAsk: (question: Question) => void }) {
  const say = usePageSay();
  const [isOpen, setIsOpen] = useState(false);
  const panel = useId();
  const { words, filter } = question;
  const ask = (change: Partial<AssetFilter>) => onAsk({ words, filter: { ...filter, ...change } });
  const behind = facets.filter((facet) => facet !== 'categories' && isActive(filter, facet)).length;
  const given = (facet: Listed) => lists[facet].values.filter((value) => assets.some((asset) => facet === 'utilities' ? asset.utilities.includes(value) : (facet === 'categories' ? asset.category : asset.status) === value));
  const chips = (facet: Listed, mark?: (value: string) => ReactNode) => given(facet).map((value) => {
    const chosen = (filter[facet] as readonly string[]).includes(value);
    const count = result.counts[facet].get(value) ?? 0;
    return (
      <button key={value} type="button" className="web-chip" aria-pressed={chosen} data-empty={count === 0 && !chosen}
        onClick={() => ask({ [facet]: chosen ? (filter[facet] as readonly string[]).filter((one) => one !== value) : [...filter[facet], value] })}>
        {mark?.(value)}{say.word(lists[facet] as Vocabulary, value)}<i>{count}</i>
      </button>
    );
  });
  const area = filter.area ?? { min: null, max: null, unit: 'mu' as const };
  const limit = (end: 'min' | 'max', label: string) => (
    <label><span className="visually-hidden">{label}</span><input type="number" inputMode="numeric" min="0" placeholder={label} value={area[end] ?? ''}
      onChange={({ target }) => ask({ area: { ...area, [end]: target.value === '' || Number(target.value) < 0 ? null : Number(target.value) } })} /></label>
  );
  return (
    <div className="web-filter" role="search">
      <div className="web-filter-line">
        <label className="web-search"><Icon name="search" size={20} /><span className="visually-hidden">{say('搜索', 'Search')}</span>
          <input type="search" value={words} enterKeyHint="search" placeholder={say('名称、村、拼音…', 'Name, village, use…')} onChange={({ target }) => onAsk({ words: target.value, filter })} /></label>
        <button type="button" className="web-key web-filter-key" aria-expanded={isOpen} aria-controls={panel} onClick={() => setIsOpen(!isOpen)}><Icon name="filter" size={18} />{say('筛选', 'Filter')}{behind > 0 && <b>{behind}</b>}</button>
      </div>
      <div className="web-chips" role="group" aria-label={say('类别', 'Category')}>{chips('categories', (value) => <CategoryBadge category={value as WebAsset['category']} size={18} />)}</div>
      <div id={panel} className="web-filter-panel" hidden={!isOpen}>
        <div role="group" aria-label={say('状态', 'Status')}><h3>{say('状态', 'Status')}</h3><div className="web-chips-wrap">{chips('statuses')}</div></div>
        <div role="group" aria-label={say('配套', 'Utilities')}><h3>{say('配套（都要有）', 'Utilities (all of)')}</h3><div className="web-chips-wrap">{chips('utilities')}</div></div>
        <div role="group" aria-label={say('面积', 'Area')}><h3>{say('面积', 'Area')}</h3>
          <div className="web-area">{limit('min', say('最小', 'From'))}<span aria-hidden="true">—</span>{limit('max', say('最大', 'To'))}
            <div className="web-units">{(['mu', 'm2'] as const).map((unit) => <button key={unit} type="button" aria-pressed={area.unit === unit} onClick={() => ask({ area: { ...area, unit } })}>{unit === 'mu' ? say('亩', 'mu') : '㎡'}</button>)}</div></div>
        </div>
      </div>
      <p className="web-found" role="status"><span>{say(`${found} 宗`, `${found} ${found === 1 ? 'asset' : 'assets'}`)}</span>{isAsking(question) && <button type="button" onClick={() => onAsk(nothingAsked)}><Icon name="close" size={16} />{say('清除条件', 'Clear all')}</button>}</p>
    </div>
  );
}

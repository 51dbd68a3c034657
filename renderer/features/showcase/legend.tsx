import { ToggleButton } from 'react-aria-components';
import { categories, type Category } from '../../../data/schema/vocabularies.js';
import { useSay } from '../../state/language.js';
import { CategoryBadge } from '../../ui/category-badge.js';
import { setFilter } from './showcase-store.js';
import type { FoundAssets } from './use-found.js';

/** The legend is the category filter too: pressing a line shows that category alone, or with the others pressed. */
export function Legend({ found, loading }: { found: FoundAssets; loading: boolean }) {
  const say = useSay();
  const chosen = found.filter.categories;
  const toggle = (category: Category, on: boolean) => setFilter({ categories: categories.values.filter((value) => (value === category ? on : chosen.includes(value))) });
  return (
    <div className="showcase-legend panel" role="group" aria-label={say('图例，可按类别筛选', 'Legend and category filter')}>
      {categories.words.map(({ value, label }) => (
        <ToggleButton key={value} className="showcase-legend-line" isSelected={chosen.includes(value)} onChange={(on) => toggle(value, on)} data-faded={(chosen.length > 0 && !chosen.includes(value)) || undefined}>
          <CategoryBadge category={value} size={20} />
          <span>{say(label)}</span>
          <b className={`figures ${loading ? 'showcase-wait' : ''}`}>{loading ? '' : (found.result.counts.categories.get(value) ?? 0).toLocaleString('en-US')}</b>
        </ToggleButton>
      ))}
    </div>
  );
}

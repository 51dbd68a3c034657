import { memo, useMemo } from 'react';
import { formatNumber, squareMetresPerMu } from '../../../data/rules/format.js';
import { categories, statuses, type Category } from '../../../data/schema/vocabularies.js';
import type { DeskEntry, IndexEntry } from '../../state/index-entries.js';
import { useSay } from '../../state/language.js';
import { Button } from '../../ui/button.js';
import { CategoryBadge } from '../../ui/category-badge.js';
import { ChipFilter } from '../../ui/chip-filter.js';
import { SearchBox } from '../../ui/search-box.js';
import { countBy, isFiltered, noFilter, type LedgerFilter, type LedgerSums } from '../../ui/ledger-rows.js';
import { SavedViews } from './saved-views.js';

interface ToolsProps {
  readonly entries: readonly DeskEntry[];
  readonly filter: LedgerFilter;
  readonly onFilter: (filter: LedgerFilter) => void;
  readonly sums: LedgerSums;
}

/** Search, filters, and what the found rows add up to. */
export const LedgerTools = memo(function LedgerTools({ entries, filter, onFilter, sums }: ToolsProps) {
  const say = useSay();
  const counts = useMemo(() => {
    const of = (valueOf: (entry: IndexEntry) => string | null) => new Map(countBy(entries, valueOf).map(({ value, count }) => [value, count]));
    return { category: of((entry) => entry.category), village: of((entry) => entry.village), status: of((entry) => entry.status) };
  }, [entries]);
  const words = (list: typeof categories | typeof statuses, known: Map<string, number>) =>
    list.words.filter((word) => known.has(word.value)).map((word) => ({ value: word.value as string, label: say(word.label), count: known.get(word.value) ?? 0 }));
  return (
    <div className="page-tools">
      <SavedViews />
      <SearchBox value={filter.query} onChange={(query) => onFilter({ ...filter, query })} placeholder={say('找编号、名称、村，或拼音首字母', 'Find a code, name, village or pinyin')} />
      <ChipFilter label={say('类别', 'Category')} chosen={filter.category} onChange={(category) => onFilter({ ...filter, category })}
        options={words(categories, counts.category).map((option) => ({ ...option, sign: <CategoryBadge category={option.value as Category} size={18} /> }))} />
      <ChipFilter label={say('村', 'Village')} chosen={filter.village} onChange={(village) => onFilter({ ...filter, village })}
        options={[...counts.village].map(([value, count]) => ({ value, label: value || say('未填', 'Not given'), count }))} />
      <ChipFilter label={say('状态', 'Status')} chosen={filter.status} onChange={(status) => onFilter({ ...filter, status })} options={words(statuses, counts.status)} />
      {isFiltered(filter) && <Button tone="quiet" small icon="close" onPress={() => onFilter(noFilter)}>{say('清除筛选', 'Clear filters')}</Button>}
      <LedgerFigures sums={sums} filtered={isFiltered(filter)} />
    </div>
  );
});

function LedgerFigures({ sums, filtered }: { sums: LedgerSums; filtered: boolean }) {
  const say = useSay();
  const figure = (label: string, value: string, unit: string) => <span>{label} <b>{value}</b><small>{unit}</small></span>;
  return (
    <div className="page-figures" role="status" aria-live="polite" data-testid="ledger-sums">
      {figure(filtered ? say('找到', 'Found') : say('共', 'In all'), formatNumber(sums.count), say('宗', ''))}
      {sums.landArea > 0 && figure(say('山林田地', 'Woods and fields'), formatNumber(sums.landArea / squareMetresPerMu, 0), say('亩', 'mu'))}
      {sums.floorArea > 0 && figure(say('建筑', 'Floor'), formatNumber(sums.floorArea, 0), '㎡')}
      {sums.capacityKw > 0 && figure(say('装机', 'Capacity'), formatNumber(sums.capacityKw, 0), 'kW')}
    </div>
  );
}

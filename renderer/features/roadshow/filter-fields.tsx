import { useState } from 'react';
import { areaUnits, emptyFilter, type AreaUnit, type AssetFilter } from '../../../data/rules/filter.js';
import { categories, statuses, utilities, type Category, type Status } from '../../../data/schema/vocabularies.js';
import { useSay } from '../../state/language.js';
import { useProgram } from '../../state/program-store.js';
import { CategoryBadge } from '../../ui/category-badge.js';
import { ChipFilter } from '../../ui/chip-filter.js';
import { Segmented } from '../../ui/segmented.js';

/** What assets are asked for, in chips: category, village, status, area, utilities. */
export function FilterFields({ filter, onChange }: { filter: AssetFilter; onChange: (filter: AssetFilter) => void }) {
  const say = useSay();
  const villages = useProgram((state) => state.overview?.profile.villages) ?? [];
  const set = (change: Partial<AssetFilter>) => onChange({ ...filter, ...change });
  return (
    <div className="filter-fields">
      <ChipFilter label={say('类别', 'Category')} chosen={new Set(filter.categories)} onChange={(keys) => set({ categories: [...keys] as Category[] })} options={categories.values.map((value) => ({ value, label: say.word(categories, value), sign: <CategoryBadge category={value} size={20} /> }))} />
      <ChipFilter label={say('村', 'Village')} chosen={new Set(filter.villages)} onChange={(keys) => set({ villages: [...keys] })} options={villages.map((value) => ({ value, label: value }))} />
      <ChipFilter label={say('状态', 'Status')} chosen={new Set(filter.statuses)} onChange={(keys) => set({ statuses: [...keys] as Status[] })} options={statuses.values.filter((value) => value !== 'withdrawn').map((value) => ({ value, label: say.word(statuses, value) }))} />
      <ChipFilter label={say('配套', 'Utilities')} chosen={new Set(filter.utilities)} onChange={(keys) => set({ utilities: [...keys] })} options={utilities.values.map((value) => ({ value, label: say.word(utilities, value) }))} />
      <AreaField filter={filter} onChange={set} />
    </div>
  );
}

/** From how large on, in the unit that was asked in. */
function AreaField({ filter, onChange }: { filter: AssetFilter; onChange: (change: Partial<AssetFilter>) => void }) {
  const say = useSay();
  const [unit, setUnit] = useState<AreaUnit>(filter.area?.unit ?? 'mu');
  const put = (words: string, chosen: AreaUnit) => {
    const min = Number(words);
    onChange({ area: words.trim() === '' || !Number.isFinite(min) || min <= 0 ? null : { min, max: filter.area?.max ?? null, unit: chosen } });
  };
  return (
    <span className="filter-area">
      <input className="input figures" inputMode="decimal" aria-label={say('面积不小于', 'Area at least')} placeholder={say('面积 ≥', 'Area ≥')} value={filter.area?.min ?? ''} onChange={(event) => put(event.target.value, unit)} />
      <Segmented label={say('面积单位', 'Unit of area')} value={unit} onChange={(next) => { setUnit(next); if (filter.area) onChange({ area: { ...filter.area, unit: next } }); }} options={areaUnits.map((value) => ({ value, label: value === 'mu' ? say('亩', 'mu') : '㎡' }))} />
    </span>
  );
}
export { emptyFilter };

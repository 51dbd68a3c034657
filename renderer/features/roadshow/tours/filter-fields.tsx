import { useMemo, useState } from 'react';
import { Input, NumberField, ToggleButton } from 'react-aria-components';
import type { AssetFilter } from '../../../../data/rules/filter.js';
import { categories, statuses, utilities } from '../../../../data/schema/vocabularies.js';
import type { Vocabulary } from '../../../../data/schema/vocabulary.js';
import { useSay } from '../../../state/language.js';
import { useProgram } from '../../../state/program-store.js';
import { Button } from '../../../ui/button.js';
import { Segmented } from '../../../ui/segmented.js';
import { CategoryBadge } from '../../../ui/category-badge.js';

/** A filter with every choice in sight: in a dim room there is no time to open lists. */
export function FilterFields({ filter, brief = false, onChange }: { filter: AssetFilter; /** Status and village wait behind a button, so that what is found stays in sight. */ brief?: boolean; onChange: (filter: AssetFilter) => void }) {
  const say = useSay();
  const entries = useProgram((state) => state.publicEntries);
  const villages = useMemo(() => [...new Set(entries.flatMap(({ village }) => village ?? []))], [entries]);
  const held = useMemo(() => new Set(entries.map(({ status }) => status)), [entries]);
  const [whole, setWhole] = useState(!brief);
  const asked = filter.statuses.length + filter.villages.length;
  const [unit, setUnit] = useState(filter.area?.unit ?? 'mu');
  const turn = (list: readonly string[], value: string, on: boolean) => (on ? [...list, value] : list.filter((one) => one !== value));
  const row = (label: string, key: 'categories' | 'statuses' | 'utilities' | 'villages', options: readonly { value: string; label: string }[]) => (
    <div className="filter-row" role="group" aria-label={label}>
      <span className="label">{label}</span>
      <div>
        {options.map((option) => (
          <ToggleButton key={option.value} className="filter-choice" isSelected={(filter[key] as readonly string[]).includes(option.value)} onChange={(on) => onChange({ ...filter, [key]: turn(filter[key], option.value, on) })}>
            {key === 'categories' && <CategoryBadge category={option.value as never} size={16} />}{option.label}
          </ToggleButton>
        ))}
      </div>
    </div>
  );
  const words = (list: Vocabulary) => list.words.map((word) => ({ value: word.value, label: say(word.label) }));
  return (
    <div className="filter-fields">
      {row(say('类别', 'Category'), 'categories', words(categories))}
      <div className="filter-row" role="group" aria-label={say('面积', 'Area')}>
        <span className="label">{say('面积', 'Area')}</span>
        <div>
          <span className="soft">≥</span>
          <NumberField aria-label={say('面积不小于', 'Area at least')} minValue={0} value={filter.area?.min ?? NaN} onChange={(value) => onChange({ ...filter, area: Number.isNaN(value) ? null : { min: value, max: null, unit } })}>
            <Input className="input figures" placeholder={say('不限', 'Any')} />
          </NumberField>
          <Segmented label={say('单位', 'Unit')} value={unit} onChange={(next) => { setUnit(next); if (filter.area) onChange({ ...filter, area: { ...filter.area, unit: next } }); }} options={[{ value: 'mu', label: say('亩', 'mu') }, { value: 'm2', label: '㎡' }]} />
        </div>
      </div>
      {row(say('配套', 'Utilities'), 'utilities', words(utilities))}
      {!whole && <Button small tone="quiet" icon="down" className="filter-more" onPress={() => setWhole(true)}>{asked > 0 ? say(`状态、村（已选 ${asked}）`, `Status, village (${asked} chosen)`) : say('状态、村', 'Status, village')}</Button>}
      {whole && row(say('状态', 'Status'), 'statuses', words(statuses).filter(({ value }) => held.has(value as never) || (filter.statuses as readonly string[]).includes(value)))}
      {whole && row(say('村', 'Village'), 'villages', villages.map((name) => ({ value: name, label: name })))}
    </div>
  );
}

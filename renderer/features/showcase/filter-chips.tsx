import { cooperations, statuses, utilities, type Status } from '../../../data/schema/vocabularies.js';
import type { Vocabulary } from '../../../data/schema/vocabulary.js';
import { useSay } from '../../state/language.js';
import { Button } from '../../ui/button.js';
import { ChipFilter, type ChipOption } from '../../ui/chip-filter.js';
import { AreaChip } from './area-chip.js';
import { clearAll, setFilter } from './showcase-store.js';
import type { FoundAssets } from './use-found.js';

/** The filters that an investor's question needs, each with how many there are of every choice, and how many are found in all. */
export function FilterChips({ found }: { found: FoundAssets }) {
  const say = useSay();
  const { filter, result } = found;
  const words = (list: Vocabulary, counts: ReadonlyMap<string, number>, chosen: readonly string[]): ChipOption[] =>
    list.words.filter((word) => (counts.get(word.value) ?? 0) > 0 || chosen.includes(word.value)).map((word) => ({ value: word.value, label: say(word.label), count: counts.get(word.value) ?? 0 }));
  const villages = [...result.counts.villages].filter(([name, count]) => count > 0 || filter.villages.includes(name)).map(([name, count]) => ({ value: name, label: name, count }));
  return (
    <div className="showcase-chips" role="group" aria-label={say('筛选', 'Filters')}>
      <ChipFilter label={say('村', 'Village')} options={villages} chosen={new Set(filter.villages)} onChange={(chosen) => setFilter({ villages: [...chosen] })} />
      <ChipFilter label={say('状态', 'Status')} options={words(statuses, result.counts.statuses, filter.statuses)} chosen={new Set(filter.statuses)} onChange={(chosen) => setFilter({ statuses: [...chosen] as Status[] })} />
      <AreaChip range={filter.area} unknown={result.unknown.area} onChange={(area) => setFilter({ area })} />
      <ChipFilter label={say('合作', 'Terms')} options={words(cooperations, result.counts.cooperation, filter.cooperation)} chosen={new Set(filter.cooperation)} onChange={(chosen) => setFilter({ cooperation: [...chosen] })} />
      <ChipFilter label={say('水·电·路', 'Utilities')} options={words(utilities, result.counts.utilities, filter.utilities)} chosen={new Set(filter.utilities)} onChange={(chosen) => setFilter({ utilities: [...chosen] })} />
      {found.narrowed && (
        <Button className="showcase-clear" icon="close" onPress={clearAll}>
          {say('全部清除', 'Clear all')}
        </Button>
      )}
      <span className="visually-hidden" role="status">{say(`找到 ${found.found.length} 处资产`, `${found.found.length} assets found`)}</span>
    </div>
  );
}

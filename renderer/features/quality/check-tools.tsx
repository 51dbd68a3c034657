import { Button } from 'react-aria-components';
import { formatNumber } from '../../../data/rules/format.js';
import { ruleOf } from '../../../data/rules/quality/rules.js';
import { assetFields, fieldAt } from '../../../data/schema/fields.js';
import { categories } from '../../../data/schema/vocabularies.js';
import { useSay } from '../../state/language.js';
import { Icon } from '../../ui/icon.js';
import { SearchBox } from '../../ui/search-box.js';
import { isFiltered, noFilter, setFilter, useQuality, type CheckFilter } from './quality-store.js';

/** Over the list: the search, what it is narrowed to, and how many that leaves. */
export function CheckTools() {
  const say = useSay();
  const filter = useQuality((state) => state.filter);
  const total = useQuality((state) => state.total);
  const standings = { publishable: say('可发布', 'Publishable'), blocked: say('不可发布', 'Blocked'), doubtful: say('存疑', 'Doubtful'), complete: say('完整', 'Complete') };
  const finding = filter.finding ? ruleOf.get(filter.finding)?.label : undefined;
  const parts: readonly (readonly [keyof CheckFilter, string])[] = [
    ...(filter.standing ? [['standing', standings[filter.standing]] as const] : []),
    ...(filter.category ? [['category', say.word(categories, filter.category)] as const] : []),
    ...(finding ? [['finding', say(finding)] as const] : []),
    ...(filter.gap ? [['gap', say(`缺${fieldAt(assetFields, filter.gap).label.zh}`, `No ${fieldAt(assetFields, filter.gap).label.en.toLowerCase()}`)] as const] : []),
  ];
  const without = (part: keyof CheckFilter) => { const { [part]: _gone, ...rest } = filter; setFilter({ query: '', ...rest }); };
  return (
    <div className="quality-tools">
      <SearchBox value={filter.query} onChange={(query) => setFilter({ ...filter, query })} placeholder={say('名称、编号、村', 'Name or code')} />
      <div className="quality-chosen">
        {parts.map(([part, words]) => (
          <Button key={part} className="quality-chip" aria-label={say(`去掉「${words}」`, `Take off “${words}”`)} onPress={() => without(part)}>{words}<Icon name="close" size={14} /></Button>
        ))}
        {isFiltered(filter) && parts.length > 1 && <Button className="quality-chip quality-chip-all" onPress={() => setFilter(noFilter)}>{say('全部去掉', 'Clear all')}</Button>}
      </div>
      <p className="quality-count" role="status">{total === null ? '' : say(`${formatNumber(total)} 宗`, `${formatNumber(total)} asset${total === 1 ? '' : 's'}`)}</p>
    </div>
  );
}

import { bestToLoosen } from '../../../data/rules/filter-index.js';
import type { Facet } from '../../../data/rules/filter.js';
import { useSay, type Say } from '../../state/language.js';
import { openPage } from '../../state/program-store.js';
import { Button } from '../../ui/button.js';
import { EmptyState } from '../../ui/empty-state.js';
import { clearAll, setFilter, setQuery } from './showcase-store.js';
import type { FoundAssets } from './use-found.js';

/** What stands in the middle of the map while the ledger has no asset. */
export function EmptyLedger() {
  const say = useSay();
  return (
    <div className="showcase-centre panel">
      <EmptyState title={say('还没有资产', 'No assets yet')} action={<Button tone="primary" icon="import" onPress={() => openPage('ledger')}>{say('到一本账导入台账', 'Import a ledger')}</Button>}>
        {say('导入村里的台账表格，山林、田地、电站、老房就会出现在这张图上。', 'Import the villages’ spreadsheets: woods, fields, stations and houses will appear on this map.')}
      </EmptyState>
    </div>
  );
}

const namesOf = (say: Say): Readonly<Record<Facet | 'search', string>> => ({
  search: say('搜索词', 'the search'), categories: say('类别', 'the category'), villages: say('村', 'the village'), statuses: say('状态', 'the status'),
  area: say('面积', 'the area'), cooperation: say('合作方式', 'the terms'), utilities: say('水电路', 'the utilities'),
});

/** What stands there when nothing matches: which of the conditions to loosen, and what that would find. */
export function NothingFound({ found, inList = false }: { found: FoundAssets; inList?: boolean }) {
  const say = useSay();
  const loosen = bestToLoosen(found.result);
  const drop = () => { if (loosen === 'search') setQuery(''); else if (loosen) setFilter({ [loosen]: loosen === 'area' ? null : [] }); };
  return (
    <div className={inList ? 'showcase-inside' : 'showcase-centre panel'} role="status">
      <EmptyState
        title={say('没有符合条件的资产', 'Nothing matches')}
        action={<div className="showcase-centre-actions">{loosen && <Button tone="primary" onPress={drop}>{say(`不限${namesOf(say)[loosen]}`, `Drop ${namesOf(say)[loosen]}`)}</Button>}<Button onPress={clearAll}>{say('全部清除', 'Clear all')}</Button></div>}
      >
        {loosen ? say(`如果不限${namesOf(say)[loosen]}，有 ${found.result.without[loosen]} 处。`, `Without ${namesOf(say)[loosen]} there would be ${found.result.without[loosen]}.`) : say('几个条件合在一起太窄了，请清除后再试。', 'The conditions together are too narrow. Clear them and try again.')}
      </EmptyState>
    </div>
  );
}

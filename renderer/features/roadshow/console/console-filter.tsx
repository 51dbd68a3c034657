import { useState } from 'react';
import type { Finding, StageCommand } from '../../../../data/schema/stage.js';
import { assetFilterSchema } from '../../../../data/schema/asset-filter.js';
import { statuses } from '../../../../data/schema/vocabularies.js';
import { useSay } from '../../../state/language.js';
import type { IndexEntry } from '../../../state/index-entries.js';
import { Button } from '../../../ui/button.js';
import { CategoryBadge } from '../../../ui/category-badge.js';
import { emptyFilter, FilterFields } from '../filter-fields.js';
import { useFoundEntries } from '../use-found-entries.js';

/** Listed here at most; the rest is told by number. */
const mostListed = 60;

/**
 * An answer to a question from the room. It is put together here, out of the room's sight; the audience screen shows it when it is sent, and
 * not before.
 */
export function ConsoleFilter({ sent, openId, marked, onAct, onMark }: { sent: Finding | null; openId: string | null; marked: ReadonlySet<string>; onAct: (command: StageCommand) => void; onMark: (id: string) => void }) {
  const say = useSay();
  const [filter, setFilter] = useState(emptyFilter);
  const [query, setQuery] = useState('');
  const found = useFoundEntries(filter, query);
  const nameOf = (entry: IndexEntry) => (say.language === 'en' ? entry.nameEn || entry.name : entry.name);
  const send = () => onAct({ do: 'find', finding: { filter: assetFilterSchema.parse(filter), query } });
  return (
    <section className="console-filter" aria-label={say('快速筛选', 'Quick filter')}>
      <input className="input" data-console-filter="" aria-label={say('快速筛选', 'Quick filter')} placeholder={say('有人问什么？村、业态、拼音（按 / 到这里）', 'What was asked? (press /)')} value={query} onChange={(event) => setQuery(event.target.value)}
        onKeyDown={(event) => { if (event.key === 'Enter' && !event.nativeEvent.isComposing) { event.preventDefault(); send(); event.currentTarget.blur(); } if (event.key === 'Escape') event.currentTarget.blur(); }} />
      <FilterFields filter={filter} onChange={setFilter} />
      <div className="console-filter-foot">
        <span role="status"><b className="figures">{found.length}</b> {say('宗符合', 'fit')}</span>
        <span className="spacer" />
        {sent && <Button small onPress={() => onAct({ do: 'find', finding: null })}>{say('撤下答案', 'Take it off')}</Button>}
        <Button small tone="primary" icon="roadshow" onPress={send}>{say('投到观众屏', 'Put on screen')}</Button>
      </div>
      <ul className="console-found">
        {found.slice(0, mostListed).map((entry) => (
          <li key={entry.id}>
            <button type="button" className="console-asset" aria-pressed={openId === entry.id} onClick={() => onAct({ do: 'open', assetId: openId === entry.id ? null : entry.id })}>
              <CategoryBadge category={entry.category} size={20} /><b>{nameOf(entry)}</b><small>{[entry.village, say.word(statuses, entry.status)].filter(Boolean).join(' · ')}</small>
            </button>
            <Button small tone="quiet" icon="star" label={say(`标记「${nameOf(entry)}」`, `Mark “${nameOf(entry)}”`)} aria-pressed={marked.has(entry.id)} onPress={() => onMark(entry.id)} />
          </li>
        ))}
        {found.length > mostListed && <li className="soft">{say(`还有 ${found.length - mostListed} 宗，请再收窄`, `${found.length - mostListed} more; narrow it`)}</li>}
        {found.length === 0 && <li className="soft">{say('没有符合的。放宽一项再看。', 'None fits. Loosen one condition.')}</li>}
      </ul>
    </section>
  );
}

import { useVirtualizer } from '@tanstack/react-virtual';
import { useDeferredValue, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { createSearchIndex } from '../../../data/rules/search-query.js';
import { failureOf } from '../../client/call-failure.js';
import type { IndexEntry } from '../../state/index-entries.js';
import { useSay } from '../../state/language.js';
import { Button } from '../../ui/button.js';
import { CategoryBadge } from '../../ui/category-badge.js';
import { Icon } from '../../ui/icon.js';
import { Modal } from '../../ui/modal.js';

const rowHeight = 44;

/** Chooses the assets of a project; those already linked come first. */
export function LinkAssetsDialog({ title, entries, linked, save, onClose }: {
  title: string; entries: readonly IndexEntry[]; linked: readonly string[]; save: (ids: readonly string[]) => Promise<void>; onClose: () => void;
}) {
  const say = useSay();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(linked));
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const [fault, setFault] = useState<string | null>(null);
  const settled = useDeferredValue(query);
  const search = useMemo(() => createSearchIndex(entries.map((entry) => entry.search)), [entries]);
  const first = useMemo(() => new Set(linked), [linked]);
  const found = useMemo(() => {
    const flags = search.find(settled)?.flags;
    const rows = entries.filter((_, at) => !flags || flags[at] === 1);
    return [...rows.filter((entry) => first.has(entry.id)), ...rows.filter((entry) => !first.has(entry.id))];
  }, [search, settled, entries, first]);
  const frame = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({ count: found.length, getScrollElement: () => frame.current, estimateSize: () => rowHeight, overscan: 8 });
  const turn = (id: string | undefined) => { if (id === undefined) return; setChosen((now) => { const next = new Set(now); if (!next.delete(id)) next.add(id); return next; }); };
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const to = event.key === 'ArrowDown' ? Math.min(found.length - 1, active + 1) : event.key === 'ArrowUp' ? Math.max(0, active - 1) : null;
    if (to !== null) { event.preventDefault(); setActive(to); virtual.scrollToIndex(to); }
    else if (event.key === 'Enter') { event.preventDefault(); turn(found[active]?.id); }
  };
  const ids = [...linked.filter((id) => chosen.has(id)), ...entries.filter((entry) => chosen.has(entry.id) && !first.has(entry.id)).map((entry) => entry.id)];
  const store = () => { save(ids).then(onClose, (error: unknown) => setFault(say(failureOf(error).message))); };
  return (
    <Modal title={title} width={640} onClose={onClose}
      foot={<><span className="soft" role="status">{say(`已选 ${chosen.size} 宗`, `${chosen.size} chosen`)}</span><span className="spacer" /><Button onPress={onClose}>{say('取消', 'Cancel')}</Button><Button tone="primary" onPress={store}>{say('关联', 'Link')}</Button></>}>
      <input className="input" autoFocus role="combobox" aria-expanded="true" aria-controls="link-list" aria-activedescendant={found[active] ? `link-${found[active].id}` : undefined} aria-label={say('找资产', 'Find an asset')} placeholder={say('编号、名称、村，或拼音首字母；回车选中', 'Code, name, village or pinyin; Enter chooses')} value={query} onChange={(event) => { setQuery(event.target.value); setActive(0); }} onKeyDown={press} />
      {fault && <p className="fault" role="alert">{fault}</p>}
      <div id="link-list" className="projects-link-list" ref={frame} role="listbox" aria-multiselectable="true" aria-label={say('资产', 'Assets')}>
        {found.length === 0 && <p className="projects-link-none">{say('没有符合的资产。', 'No asset fits.')}</p>}
        <div style={{ height: virtual.getTotalSize(), position: 'relative' }} role="presentation">
          {virtual.getVirtualItems().map(({ index, start }) => {
            const entry = found[index]!;
            const on = chosen.has(entry.id);
            return (
              <div key={entry.id} id={`link-${entry.id}`} role="option" aria-selected={on} className={`projects-link ${index === active ? 'projects-link-active' : ''}`} style={{ transform: `translateY(${start}px)`, height: rowHeight }} onClick={() => { setActive(index); turn(entry.id); }}>
                <span className="tick">{on && <Icon name="check" size={16} />}</span><CategoryBadge category={entry.category} size={20} />
                <b>{say.language === 'en' ? entry.nameEn || entry.name : entry.name}</b><span className="soft figures">{[entry.village, entry.code].filter(Boolean).join(' · ')}</span>
              </div>
            );
          })}
        </div>
      </div>
    </Modal>
  );
}

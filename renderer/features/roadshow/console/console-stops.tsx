import { useEffect, useMemo, useRef, useState } from 'react';
import type { Passage } from '../../../../data/rules/stage/act.js';
import { clockText } from '../../../../data/rules/stage/clock.js';
import { matchesSearch, plainText, queryWords } from '../../../../data/rules/search-query.js';
import type { Stop } from '../../../../data/schema/tour.js';
import { stopKinds } from '../../../../data/schema/tour.js';
import { useSay } from '../../../state/language.js';
import type { StageContent } from '../../../stage/stage-content.js';
import { Icon } from '../../../ui/icon.js';
import { nameOfStop, scenesOfStop } from '../tours/stop-words.js';
import { Thumb } from '../tours/thumb.js';

const assetsOf = (stop: Stop): readonly string[] => (stop.kind === 'asset' ? [stop.assetId] : stop.kind === 'comparison' ? stop.assetIds : []);

/** All stops of the tour to jump to, found by name, kind, number or the pinyin of what they show; those passed over say so. */
export function ConsoleStops({ content, stops, passages, currentId, onGo }: { content: StageContent; stops: readonly Stop[]; passages: readonly Passage[]; currentId: string | null; onGo: (stopId: string) => void }) {
  const say = useSay();
  const [query, setQuery] = useState('');
  const list = useRef<HTMLOListElement>(null);
  const shown = useMemo(() => new Set(passages.map(({ stop }) => stop.id)), [passages]);
  const words = queryWords(query);
  const rows = stops.map((stop, at) => ({ stop, number: at + 1, name: nameOfStop(stop, content, say), kind: say.word(stopKinds, stop.kind) }))
    .filter(({ stop, number, name, kind }) => words.every((word) => [name, kind, String(number)].some((text) => plainText(text).includes(word))) || (words.length > 0 && assetsOf(stop).some((id) => matchesSearch(content.entry(id)?.search ?? '', query))));
  useEffect(() => { list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' }); }, [currentId]);
  return (
    <div className="console-panel">
      <input className="input" type="search" aria-label={say('找站点', 'Find a stop')} placeholder={say('站名、序号或拼音首字母', 'Name, number or pinyin')} value={query} onChange={(event) => setQuery(event.target.value)}
        onKeyDown={(event) => { const [first] = rows.filter(({ stop }) => shown.has(stop.id)); if (event.key === 'Enter' && first && !event.nativeEvent.isComposing) { onGo(first.stop.id); setQuery(''); event.currentTarget.blur(); } if (event.key === 'Escape') { setQuery(''); event.currentTarget.blur(); } }} />
      <ol ref={list} className="console-list">
        {rows.map(({ stop, number, name, kind }) => (
          <li key={stop.id}>
            <button type="button" className="console-stop" aria-current={stop.id === currentId ? 'step' : undefined} disabled={!shown.has(stop.id)} onClick={() => onGo(stop.id)}>
              <span className="figures soft">{number}</span>
              <Thumb content={content} stop={stop} scene={scenesOfStop(stop, content)[0]} />
              <span className="console-stop-words"><b>{name}</b><small>{stop.hidden ? say('已隐藏，略过', 'Hidden, passed over') : shown.has(stop.id) ? `${kind} · ${clockText(stop.seconds)}` : say('内容已不在，略过', 'Gone, passed over')}</small></span>
              {!shown.has(stop.id) && <Icon name="hidden" size={17} />}
            </button>
          </li>
        ))}
        {rows.length === 0 && <li className="console-none">{say('没有这样的站点，换个词试试。', 'No such stop; try another word.')}</li>}
      </ol>
    </div>
  );
}

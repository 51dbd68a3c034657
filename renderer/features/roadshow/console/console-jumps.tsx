import { useEffect, useMemo, useRef, useState } from 'react';
import { clockText } from '../../../../data/rules/stage/clock.js';
import type { Passage } from '../../../../data/rules/stage/act.js';
import { matchesSearch, plainText, queryWords } from '../../../../data/rules/search-query.js';
import type { Stop } from '../../../../data/schema/tour.js';
import { useSay } from '../../../state/language.js';
import type { StageContent } from '../../../stage/stage-content.js';
import { Icon } from '../../../ui/icon.js';
import { isGone, stopIcons, stopKinds, stopTitle } from '../editor/stop-words.js';

/** All stops, to jump to one: by its number, its words, or the pinyin of the asset it shows. What is passed over says why. */
export function ConsoleJumps({ stops, passages, content, currentId, onJump }: { stops: readonly Stop[]; passages: readonly Passage[]; content: StageContent; currentId: string | null; onJump: (stopId: string) => void }) {
  const say = useSay();
  const [query, setQuery] = useState('');
  const list = useRef<HTMLOListElement>(null);
  const shown = useMemo(() => new Set(passages.map(({ stop }) => stop.id)), [passages]);
  const rows = useMemo(() => {
    const words = queryWords(query);
    return stops.flatMap((stop, at) => {
      const name = stopTitle(stop, content, say.language);
      const texts = [name, stopTitle(stop, content, 'zh'), say.word(stopKinds, stop.kind), String(at + 1)];
      const search = stop.kind === 'asset' ? content.entry(stop.assetId)?.search ?? '' : '';
      const fits = words.length === 0 || words.every((word) => texts.some((one) => plainText(one).includes(word))) || (search !== '' && matchesSearch(search, query));
      return fits ? [{ stop, at, name }] : [];
    });
  }, [stops, content, say, query]);
  useEffect(() => { list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' }); }, [currentId]);
  return (
    <section className="console-jumps" aria-label={say('站点', 'Stops')}>
      <input className="input" aria-label={say('找一站', 'Find a stop')} placeholder={say('找一站：名称、序号、拼音', 'Find a stop')} value={query} onChange={(event) => setQuery(event.target.value)}
        onKeyDown={(event) => { const first = rows.find(({ stop }) => shown.has(stop.id)); if (event.key === 'Enter' && !event.nativeEvent.isComposing && first) { event.preventDefault(); onJump(first.stop.id); setQuery(''); event.currentTarget.blur(); } if (event.key === 'Escape') { setQuery(''); event.currentTarget.blur(); } }} />
      <ol ref={list}>
        {rows.map(({ stop, at, name }) => {
          const can = shown.has(stop.id);
          return (
            <li key={stop.id}>
              <button type="button" className="console-jump" aria-current={stop.id === currentId ? 'step' : undefined} disabled={!can} onClick={() => onJump(stop.id)}>
                <span className="figures">{at + 1}</span><Icon name={stopIcons[stop.kind]} size={18} /><b>{name}</b>
                <small className="figures">{stop.hidden ? say('已隐藏', 'hidden') : isGone(stop, content) ? say('略过', 'passed over') : clockText(stop.seconds)}</small>
              </button>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

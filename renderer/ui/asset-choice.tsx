import { useMemo, useState } from 'react';
import { createSearchIndex } from '../../data/rules/search-query.js';
import { categories } from '../../data/schema/vocabularies.js';
import { useSay } from '../state/language.js';
import { useProgram } from '../state/program-store.js';
import './asset-choice.css';
import { CategoryBadge } from './category-badge.js';

/** Rows that are drawn at most; words narrow the rest down. */
const mostRows = 200;

/** Picks the assets for one investor: found by words, ticked one by one. What is chosen stands first. */
export function AssetChoice({ chosen, onChange }: { chosen: ReadonlySet<string>; onChange: (chosen: ReadonlySet<string>) => void }) {
  const say = useSay();
  const entries = useProgram((state) => state.publicEntries);
  const [words, setWords] = useState('');
  const index = useMemo(() => createSearchIndex(entries.map(({ search }) => search)), [entries]);
  const found = useMemo(() => {
    const flags = index.find(words)?.flags;
    return entries.filter(({ id }, at) => chosen.has(id) || !flags || flags[at] === 1).toSorted((one, other) => Number(chosen.has(other.id)) - Number(chosen.has(one.id))).slice(0, mostRows);
  }, [entries, index, words, chosen]);
  const turn = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    onChange(next);
  };
  return (
    <div className="asset-choice">
      <input className="input" type="search" aria-label={say('找资产', 'Find assets')} placeholder={say('名称、村、拼音', 'Name, village, pinyin')} value={words} onChange={({ target }) => setWords(target.value)} />
      <ul tabIndex={0} aria-label={say('可选的资产', 'Assets to choose from')}>
        {found.map(({ id, name, nameEn, category, village }) => (
          <li key={id}><label><input type="checkbox" checked={chosen.has(id)} onChange={() => turn(id)} /><CategoryBadge category={category} size={18} /><span>{say.language === 'en' && nameEn ? nameEn : name}</span><small>{village ?? say.word(categories, category)}</small></label></li>
        ))}
      </ul>
    </div>
  );
}

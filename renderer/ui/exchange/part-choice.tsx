import { useMemo } from 'react';
import type { Part } from '../../../data/rules/merge/chosen-part.js';
import { formatNumber } from '../../../data/rules/format.js';
import { categories, type Category } from '../../../data/schema/vocabularies.js';
import type { IndexEntry } from '../../state/index-entries.js';
import { useSay } from '../../state/language.js';
import { CategoryBadge } from '../category-badge.js';
import { ChipFilter } from '../chip-filter.js';
import { countBy } from '../ledger-rows.js';
import { OutputRow } from '../output-row.js';
import { Segmented } from '../segmented.js';

export type PartHow = 'whole' | 'filtered' | 'villages' | 'categories';
/** What a person chose of the ledger. */
export interface PartChosen { readonly how: PartHow; readonly villages: ReadonlySet<string>; readonly categories: ReadonlySet<string> }
export const firstPart = (isFiltered: boolean): PartChosen => ({ how: isFiltered ? 'filtered' : 'whole', villages: new Set(), categories: new Set() });

/** The part as the host is asked for it; nothing while what was begun is not chosen yet. */
export function partOf(chosen: PartChosen, filtered: readonly string[] | null): Part | null {
  if (chosen.how === 'whole') return {};
  if (chosen.how === 'filtered') return filtered && filtered.length > 0 ? { ids: [...filtered] } : null;
  if (chosen.how === 'villages') return chosen.villages.size > 0 ? { villages: [...chosen.villages] } : null;
  return chosen.categories.size > 0 ? { categories: [...chosen.categories] as Category[] } : null;
}

/** Chooses a part of the ledger: all of it, what the table shows now, villages, or categories. */
export function PartChoice({ chosen, filtered, entries, onChange }: { chosen: PartChosen; filtered: readonly string[] | null; entries: readonly IndexEntry[]; onChange: (chosen: PartChosen) => void }) {
  const say = useSay();
  const villages = useMemo(() => countBy(entries, (entry) => entry.village), [entries]);
  const kinds = useMemo(() => new Map(countBy(entries, (entry) => entry.category).map(({ value, count }) => [value, count])), [entries]);
  const words = {
    whole: say(`整本账 ${formatNumber(entries.length)} 宗。`, `The whole ledger, ${formatNumber(entries.length)} assets.`),
    filtered: say(`表里现在筛选出的 ${formatNumber(filtered?.length ?? 0)} 宗。`, `The ${formatNumber(filtered?.length ?? 0)} assets that the table shows now.`),
    villages: say('选几个村。', 'Choose villages.'), categories: say('选几类资产。', 'Choose kinds of assets.'),
  }[chosen.how];
  const options: { value: PartHow; label: string }[] = [
    { value: 'whole', label: say('整本', 'All') }, ...(filtered ? [{ value: 'filtered' as const, label: say('筛选的', 'Filtered') }] : []),
    { value: 'villages', label: say('按村', 'Villages') }, { value: 'categories', label: say('按类别', 'Kinds') },
  ];
  return (
    <>
      <OutputRow label={say('范围', 'What')} words={words}>
        <Segmented label={say('范围', 'What')} value={chosen.how} onChange={(how) => onChange({ ...chosen, how })} options={options} />
      </OutputRow>
      {chosen.how === 'villages' && (
        <OutputRow label={say('哪些村', 'Villages')} words={wordsOf([...chosen.villages])}><ChipFilter label={say('选村', 'Choose')} chosen={chosen.villages} onChange={(next) => onChange({ ...chosen, villages: next })} options={villages.filter(({ value }) => value !== '').map(({ value, count }) => ({ value, label: value, count }))} /></OutputRow>
      )}
      {chosen.how === 'categories' && (
        <OutputRow label={say('哪几类', 'Kinds')} words={wordsOf(categories.words.filter((word) => chosen.categories.has(word.value)).map((word) => say(word.label)))}>
          <ChipFilter label={say('选类别', 'Choose')} chosen={chosen.categories} onChange={(next) => onChange({ ...chosen, categories: next })}
            options={categories.words.filter((word) => kinds.has(word.value)).map((word) => ({ value: word.value, label: say(word.label), count: kinds.get(word.value) ?? 0, sign: <CategoryBadge category={word.value as Category} size={18} /> }))} />
        </OutputRow>
      )}
    </>
  );
}

/** What is chosen, where the chip does not say it all. */
const wordsOf = (words: readonly string[]) => (words.length > 1 ? words.join('、') : '');

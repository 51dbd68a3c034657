import { useMemo } from 'react';
import { emptyDraft, withLine } from '../../../data/rules/matching/wish-draft.js';
import { useSay } from '../../state/language.js';
import { useProgram } from '../../state/program-store.js';
import { useMatches } from '../../state/use-matcher.js';
import { Button } from '../../ui/button.js';
import { CategoryBadge } from '../../ui/category-badge.js';

/** So many answers stand beside a lead; the page of matching has them all. */
const mostShown = 3;

/** What the ledger answers to the words of a lead, read as a wish: the best assets, each to be noted as liked. Nothing where the words ask for nothing that rules can read. */
export function LeadMatches({ words, liked, readOnly, onLike }: { words: string; liked: readonly string[]; readOnly: boolean; onLike: (id: string) => void }) {
  const say = useSay();
  const entries = useProgram((state) => state.publicEntries);
  const draft = useMemo(() => withLine(emptyDraft, words), [words]);
  const { answer, wish } = useMatches(draft, mostShown);
  const found = answer.assets.slice(0, mostShown).flatMap((match) => { const entry = entries.find(({ id }) => id === match.id); return entry ? [{ match, entry }] : []; });
  if (wish.conditions.length === 0 || found.length === 0) return null;
  return (
    <section>
      <h3>{say('按原话匹配', 'What fits their words')}</h3>
      <ul className="leads-matches">
        {found.map(({ match, entry }) => (
          <li key={entry.id}>
            <CategoryBadge category={entry.category} size={20} /><b>{say.language === 'en' ? entry.nameEn || entry.name : entry.name}</b>
            <small className="figures">{match.full ? say('全部符合', 'Meets all') : say(`${match.points} 分`, `${match.points} points`)}</small>
            {liked.includes(entry.id) ? <small>{say('已记下', 'Noted')}</small> : <Button small icon="add" isDisabled={readOnly} onPress={() => onLike(entry.id)}>{say('记为看中', 'Note it')}</Button>}
          </li>
        ))}
      </ul>
    </section>
  );
}

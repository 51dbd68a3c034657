import { useState, type RefObject } from 'react';
import { Checkbox } from 'react-aria-components';
import '../../../ui/matching/matching.css';
import { areaOf, emptyFilter } from '../../../../data/rules/filter.js';
import { formatArea } from '../../../../data/rules/format.js';
import { emptyDraft, withLine, type WishDraft } from '../../../../data/rules/matching/wish-draft.js';
import { mostAnswers, type StageCommand, type StageShow } from '../../../../data/schema/stage.js';
import { categories } from '../../../../data/schema/vocabularies.js';
import { wishSchema } from '../../../../data/schema/wish.js';
import { useSay } from '../../../state/language.js';
import { useProgram } from '../../../state/program-store.js';
import { useMatches } from '../../../state/use-matcher.js';
import { Button } from '../../../ui/button.js';
import { CategoryBadge } from '../../../ui/category-badge.js';
import { Icon } from '../../../ui/icon.js';
import { MatchCard } from '../../../ui/matching/match-card.js';
import { WishChips } from '../../../ui/matching/wish-chips.js';
import { WishLine } from '../../../ui/matching/wish-line.js';

/** More answers than this nobody reads out. */
const answersShown = 12;

/**
 * 意向匹配 during a show: what an investor in the room asks for, the ranking with reasons for the presenter alone, and the first three,
 * or those ticked, on the audience screen when they are sent. Only what was wished for and which assets goes there.
 */
export function ConsoleWish({ show, draft, field, onDraft, onCommand }: { show: StageShow; draft: WishDraft; field: RefObject<HTMLTextAreaElement | null>; onDraft: (draft: WishDraft) => void; onCommand: (command: StageCommand) => void }) {
  const say = useSay();
  const entries = useProgram((state) => state.publicEntries);
  const matches = useMatches(draft, answersShown);
  const { answer, wish } = matches;
  const villages = matches.matcher.lexicon.villages.map(({ name }) => name);
  // What was ticked by hand holds for the wish it was ticked for.
  const [picked, setPicked] = useState<{ readonly wish: object; readonly ids: readonly string[] } | null>(null);
  const ids = picked?.wish === wish ? picked.ids : answer.assets.slice(0, mostAnswers).map(({ id }) => id);
  const asks = wish.conditions.length > 0;
  const sent = show.finding?.match !== undefined && JSON.stringify(show.finding.match) === JSON.stringify({ ids, wish: wishSchema.parse(wish) });
  const send = () => { if (asks && ids.length > 0) onCommand({ do: 'find', finding: { filter: structuredClone(emptyFilter) as never, query: '', match: { ids: [...ids], wish: structuredClone(wish) as never } } }); };
  const turn = (id: string, on: boolean) => {
    const chosen = new Set(on ? [...ids, id] : ids.filter((one) => one !== id));
    setPicked({ wish, ids: answer.assets.flatMap((match) => (chosen.has(match.id) ? [match.id] : [])) });
  };
  return (
    <div className="console-panel console-wish">
      <WishLine line={draft.line} field={field} onLine={(line) => onDraft(withLine(draft, line))} />
      <WishChips draft={draft} read={matches} villages={villages} onDraft={onDraft} />
      <div className="console-send">
        <b className="figures" role="status">{asks ? say(`${answer.full} 宗全符合`, `${answer.full} meet all`) : say('说说意向', 'Say a wish')}</b>
        {sent && <span className="tag tag-good">{say('观众屏上', 'On screen')}</span>}
        <span className="spacer" />
        {(draft.line !== '' || asks) && <Button small tone="quiet" icon="close" label={say('清除意向', 'Clear the wish')} onPress={() => onDraft(emptyDraft)} />}
        <Button small tone="primary" icon="roadshow" isDisabled={!asks || ids.length === 0} onPress={send}>{say('投到观众屏', 'Send to screen')}</Button>
      </div>
      {!asks && <p className="console-none">{say('把台下的话记下来：要什么地、多大、做什么、预算多少。排序和理由只在这里看得到。', 'Note what the room says: what kind, how large, what for, what budget. The ranking and its reasons stay here.')}</p>}
      <ol className="match-list" aria-label={say('匹配的资产，最合适的在前', 'Assets that match, best first')}>
        {answer.assets.flatMap((match, at) => {
          const entry = entries.find(({ id }) => id === match.id);
          if (!entry) return [];
          const name = say.language === 'en' ? entry.nameEn ?? entry.name : entry.name;
          const area = areaOf(entry);
          const size = area === null ? '' : Object.values(formatArea(area, entry.category, say.language)).join(' ');
          const isOn = ids.includes(entry.id);
          return [
            <li key={match.id}>
              <MatchCard
                rank={String(at + 1)} match={match} title={name} under={[say.word(categories, entry.category), entry.village, size].filter(Boolean).join(' · ')} badge={<CategoryBadge category={entry.category} size={20} />} isChosen={show.assetId === entry.id} brief={at >= mostAnswers}
                onOpen={() => onCommand({ do: 'open', assetId: entry.id })}
                tools={<Checkbox className="match-tick" isSelected={isOn} isDisabled={!isOn && ids.length >= mostAnswers} onChange={(on) => turn(entry.id, on)}><i className="tick-box" aria-hidden="true"><Icon name="check" size={15} /></i>{say('上屏', 'On the screen')}<span className="visually-hidden">{name}</span></Checkbox>}
              />
            </li>,
          ];
        })}
      </ol>
    </div>
  );
}

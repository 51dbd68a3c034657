import { useMemo } from 'react';
import { conditionWords } from '../../../data/rules/matching/condition-words.js';
import type { Match, Reason } from '../../../data/rules/matching/match.js';
import { explainFew } from '../../../data/rules/matching/matcher.js';
import type { Finding } from '../../../data/schema/stage.js';
import { CategoryBadge } from '../../ui/category-badge.js';
import { Fit } from '../parts/fit.js';
import { Words } from '../parts/words.js';
import { nameSize } from '../pure/pieces.js';
import type { StageContent } from '../stage-content.js';
import type { StageSay } from '../stage-say.js';
import { stageUnits } from '../stage-units.js';
import { assetName } from './asset-scenes.js';

/** More conditions and more reasons than these nobody reads from a chair. */
const [chipsShown, reasonsShown] = [6, 3];

/** What speaks for it, the weightiest first; its kind is told by its sign, and that it can be had is taken for granted where it is so. */
const reasonsFor = (match: Match): readonly Reason[] => match.reasons.filter(({ standing, condition }) => standing === 'met' && condition.kind !== 'category' && !(condition.kind === 'status' && condition.implied)).slice(0, reasonsShown);
/** The first thing that it falls short in: a near miss is not passed off as a hit. */
const shortcoming = (match: Match): Reason | undefined => match.reasons.find(({ standing }) => standing === 'partly' || standing === 'missed');

/** The answer to an investor's wish: what was wished for, and the best of the township beside it, each with its reasons. */
export function MatchWords({ content, match: { ids, wish }, say }: { content: StageContent; match: NonNullable<Finding['match']>; say: StageSay }) {
  const found = useMemo(() => explainFew(wish, ids, content.entries, Number(content.today.slice(0, 4))), [wish, ids, content.entries, content.today]);
  const asked = wish.conditions.filter((condition) => !(condition.kind === 'status' && condition.implied));
  return (
    <Fit className="map-panel map-match">
      <Words lines={say(`照您的意向，看这 ${found.length} 处`, found.length === 1 ? 'What answers your wish' : `${found.length} that answer your wish`)} as="h1" className="map-match-title" />
      <ul className="chips map-match-asked">{asked.slice(0, chipsShown).map((condition, at) => <li key={at}>{conditionWords(condition)[say.first]}</li>)}{asked.length > chipsShown && <li>{say.one(`等 ${asked.length} 项`, `${asked.length} in all`)}</li>}</ul>
      <ol className="map-match-list">
        {found.map((match, at) => {
          const entry = content.entry(match.id);
          if (!entry) return null;
          const name = assetName(entry, say);
          const short = shortcoming(match);
          return (
            <li key={match.id}>
              <b className="map-match-rank">{at + 1}</b>
              <div>
                <Words lines={name} as="h2" className="map-match-name" style={{ fontSize: stageUnits(nameSize(name[0]?.text ?? '', 640, 1, 72)) }} />
                <p className="map-match-reasons" lang={say.first}><CategoryBadge category={entry.category} size={30} />{reasonsFor(match).map(({ text }, order) => <span key={order}>{text[say.first]}</span>)}</p>
                {short && <p className="map-match-short" lang={say.first}>{short.text[say.first]}</p>}
              </div>
            </li>
          );
        })}
      </ol>
    </Fit>
  );
}

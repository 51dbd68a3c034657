import type { ReactNode } from 'react';
import type { Match, Reason, Standing } from '../../../data/rules/matching/match.js';
import { useSay } from '../../state/language.js';
import { Icon, type IconName } from '../icon.js';

const signs: Readonly<Record<Standing, IconName>> = { met: 'check', partly: 'minus', missed: 'close', unknown: 'info' };

/** The sentence of one condition and its points. */
function ReasonLine({ reason }: { reason: Reason }) {
  const say = useSay();
  const names: Readonly<Record<Standing, string>> = { met: say('符合：', 'Meets: '), partly: say('差一点：', 'Nearly: '), missed: say('不符：', 'Misses: '), unknown: say('不详：', 'Not known: ') };
  return (
    <li data-standing={reason.standing}>
      <Icon name={signs[reason.standing]} size={16} /><span><span className="visually-hidden">{names[reason.standing]}</span>{say(reason.text)}</span>
      <small className="figures" aria-label={say(`${reason.of} 分中得 ${reason.points} 分`, `${reason.points} of ${reason.of} points`)}>{reason.points}<i>/{reason.of}</i></small>
    </li>
  );
}

/** How near an answer comes, in three words: all met, what is lacking, what is not known. */
function Verdict({ match }: { match: Match }) {
  const say = useSay();
  const count = (standing: Standing) => match.reasons.filter((reason) => reason.standing === standing).length;
  const [short, unknown] = [count('missed') + count('partly'), count('unknown')];
  if (match.full) return <span className="match-verdict" data-verdict="full">{say('全部符合', 'Meets all')}</span>;
  return <span className="match-verdict">{[short > 0 && say(`差 ${short} 项`, `${short} short`), unknown > 0 && say(`${unknown} 项不详`, `${unknown} not known`)].filter(Boolean).join(say('，', ', '))}</span>;
}

/** An answer as a card: its rank, its name, how many points and for what; what it falls short in stands with the rest. */
export function MatchCard({ rank, match, title, under, badge, isChosen = false, brief = false, tools, onOpen, onPoint }: {
  rank: string; match: Match; title: string; under: ReactNode; badge?: ReactNode; isChosen?: boolean;
  /** Only the first few sentences. */
  brief?: boolean; tools?: ReactNode; onOpen?: () => void; onPoint?: (isPointed: boolean) => void;
}) {
  const say = useSay();
  const shown = brief ? match.reasons.slice(0, 4) : match.reasons;
  return (
    <article className="match-card" data-chosen={isChosen || undefined} onPointerEnter={() => onPoint?.(true)} onPointerLeave={() => onPoint?.(false)}>
      <header>
        <b className="match-rank figures" aria-hidden="true">{rank}</b>
        <div>
          {onOpen ? <button type="button" className="match-name" onClick={onOpen}>{badge}{title}</button> : <h4 className="match-name">{badge}{title}</h4>}
          <p className="match-under">{under}</p>
        </div>
        <p className="match-points figures" aria-label={say(`${match.points} 分`, `${match.points} points`)}>{match.points}<Verdict match={match} /></p>
      </header>
      <ul className="match-reasons">{shown.map((reason, at) => <ReasonLine key={at} reason={reason} />)}</ul>
      {tools && <footer className="match-tools">{tools}</footer>}
    </article>
  );
}

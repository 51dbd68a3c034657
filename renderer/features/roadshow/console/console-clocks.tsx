import { useEffect, useState } from 'react';
import { clockText, dayTime, timeStanding } from '../../../../data/rules/stage/clock.js';
import type { StageDesk } from '../../../../data/contract.js';
import { useSay } from '../../../state/language.js';

/** The time of day, how long the show has been on, and what is left of the stop and of the tour; short and over stand out by word and colour. */
export function ConsoleClocks({ desk, stopSeconds, tourSeconds }: { desk: StageDesk | null; stopSeconds: number; tourSeconds: number }) {
  const say = useSay();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, []);
  const since = (moment: number | null | undefined) => (moment ? (now - moment) / 1_000 : 0);
  const left = (whole: number, gone: number) => {
    const rest = Math.ceil(whole - gone);
    const standing = timeStanding(rest, whole);
    return <dd data-standing={standing}>{clockText(rest)}{standing !== 'well' && <small>{standing === 'over' ? say('超时', 'over') : say('将尽', 'short')}</small>}</dd>;
  };
  return (
    <dl className="console-clocks figures">
      <div><dt>{say('现在', 'Now')}</dt><dd>{dayTime(new Date(now))}</dd></div>
      <div><dt>{say('已讲', 'Elapsed')}</dt><dd>{clockText(since(desk?.startedAt))}</dd></div>
      <div><dt>{say('本站还有', 'Stop, left')}</dt>{left(stopSeconds, since(desk?.stopSince))}</div>
      <div><dt>{say('全程还有', 'Tour, left')}</dt>{left(tourSeconds, since(desk?.startedAt))}</div>
    </dl>
  );
}

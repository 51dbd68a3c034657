import type { StageDesk } from '../../../../data/contract.js';
import { clockText, dayTime, timeStanding } from '../../../../data/rules/stage/clock.js';
import { useSay } from '../../../state/language.js';
import { useNow } from './use-now.js';

/** The presenter's clocks: the time of day, how long it has been, what is left of the stop and of the tour. All in seconds. */
export function ConsoleClocks({ desk, stopSeconds, tourSeconds }: { desk: StageDesk | null; stopSeconds: number; tourSeconds: number }) {
  const say = useSay();
  const now = useNow();
  const since = (from: number | null | undefined) => (from === null || from === undefined ? 0 : Math.max(0, Math.floor((now - from) / 1_000)));
  const elapsed = since(desk?.startedAt);
  const clock = (label: string, value: string, standing = 'well') => <div data-standing={standing}><dt>{label}</dt><dd>{value}</dd></div>;
  const left = (label: string, whole: number, gone: number) => clock(label, clockText(whole - gone), timeStanding(whole - gone, whole));
  return (
    <dl className="console-clocks figures">
      {clock(say('现在', 'Now'), dayTime(new Date(now)))}
      {clock(say('已讲', 'Elapsed'), clockText(elapsed))}
      {left(say('本站剩', 'Stop left'), stopSeconds, since(desk?.stopSince))}
      {left(say('全程剩', 'Tour left'), tourSeconds, elapsed)}
    </dl>
  );
}

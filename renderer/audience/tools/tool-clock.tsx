import { useEffect, useState } from 'react';
import { clockText, dayTime } from '../../../data/rules/stage/clock.js';
import { Said } from '../screen-language.js';

/** The time of day, and how long the show has been on in this window. */
export function ToolClock({ since }: { since: number | null }) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return (
    <dl className="tool-clock figures">
      <div><dt><Said zh="现在" en="Now" /></dt><dd>{dayTime(new Date(now))}</dd></div>
      {since !== null && <div><dt><Said zh="已讲" en="Elapsed" /></dt><dd>{clockText(Math.max(0, now - since) / 1_000)}</dd></div>}
    </dl>
  );
}

import { useEffect, useState } from 'react';
import { Said } from '../screen-language.js';

const two = (value: number) => String(value).padStart(2, '0');
/** 7:05, or 1:07:05 from an hour on. */
export function elapsedText(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1_000));
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor((seconds % 3_600) / 60)];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** The time of day, and how long the show has been on in this window. */
export function ToolClock({ since }: { since: number | null }) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  const day = new Date(now);
  return (
    <dl className="tool-clock figures">
      <div><dt><Said zh="现在" en="Now" /></dt><dd>{two(day.getHours())}:{two(day.getMinutes())}</dd></div>
      {since !== null && <div><dt><Said zh="已讲" en="Elapsed" /></dt><dd>{elapsedText(now - since)}</dd></div>}
    </dl>
  );
}

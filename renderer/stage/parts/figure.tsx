import { useEffect, useRef } from 'react';
import { isStill } from '../../ui/motion.js';
import { figureAt } from '../pure/shares.js';
import type { Line } from '../stage-say.js';
import { Words } from './words.js';

const climbMs = 1_100;

/** A number that counts up to what is written, once; the written figure is in the page from the start. */
export function Counted({ value, still }: { value: string; still: boolean }) {
  const node = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const shown = node.current;
    if (!shown || still || isStill()) return undefined;
    let frame = 0;
    let start = 0;
    const step = (now: number) => {
      if (start === 0) start = now;
      const share = Math.min(1, (now - start) / climbMs);
      shown.textContent = figureAt(value, 1 - (1 - share) ** 3);
      if (share < 1) frame = requestAnimationFrame(step);
    };
    frame = requestAnimationFrame(step);
    return () => { cancelAnimationFrame(frame); shown.textContent = value; };
  }, [value, still]);
  // The written figure holds the room, so that nothing moves while it counts.
  return <span className="counted"><span className="counted-room" aria-hidden="true">{value}</span><span ref={node} className="counted-now">{value}</span></span>;
}

/** A big figure with its unit and what it counts. */
export function Figure({ value, unit, label, still, className = '' }: { value: string; unit: string; label: readonly Line[]; still: boolean; className?: string }) {
  return (
    <div className={`figure ${className}`}>
      <p className="figure-value"><Counted value={value} still={still} />{unit && <span className="figure-unit">{unit}</span>}</p>
      <Words lines={label} className="figure-label" />
    </div>
  );
}

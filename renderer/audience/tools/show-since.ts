import { useEffect, useState } from 'react';
import type { StageShow } from '../../../data/schema/stage.js';

/** Kept in this window's own session, so that the clock survives a reload; the show's own clock is the presenter's affair. */
const key = 'xishan-show-since';

function sinceOf(tourId: string): number {
  const [known, at] = (sessionStorage.getItem(key) ?? '').split(' ');
  if (known === tourId && Number.isFinite(Number(at))) return Number(at);
  const now = Date.now();
  sessionStorage.setItem(key, `${tourId} ${now}`);
  return now;
}

/** Since when this window has shown the tour that is on, in milliseconds of the epoch; forgotten when the show has ended. `known` tells a show that is off from one not heard of yet. */
export function useShowSince({ on, tourId }: Pick<StageShow, 'on' | 'tourId'>, known: boolean): number | null {
  const [since, setSince] = useState<number | null>(null);
  useEffect(() => {
    if (on && tourId) { setSince(sinceOf(tourId)); return; }
    setSince(null);
    if (known) sessionStorage.removeItem(key);
  }, [on, tourId, known]);
  return since;
}

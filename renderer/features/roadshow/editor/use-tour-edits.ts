import { useCallback, useEffect, useRef, useState } from 'react';
import { sameValue } from '../../../../data/rules/apply-change.js';
import type { Text } from '../../../../data/schema/text.js';
import type { Stop, Tour } from '../../../../data/schema/tour.js';
import { failureOf } from '../../../client/call-failure.js';
import { useClient } from '../../../client/current-client.js';
import { applyEdits } from '../../../state/apply-edits.js';
import { tell, useProgram } from '../../../state/program-store.js';

/** A tour under the hands of its editor: what is shown is what was edited, also while it is on its way to the disk. */
export interface TourEdits {
  readonly stops: readonly Stop[];
  readonly readOnly: boolean;
  /** Changes the stops; `label` is what the history calls it. A change that changes nothing is none. */
  change(make: (stops: readonly Stop[]) => readonly Stop[], label: Text): void;
  /** Changes one stop. */
  set(id: string, make: (stop: Stop) => Stop, label: Text): void;
}

/** The edits of a tour, one after the other, each stored before the next. What is refused is told, and the stored tour shown again. */
export function useTourEdits(tour: Tour): TourEdits {
  const client = useClient();
  const readOnly = useProgram((state) => (state.status?.readOnly ?? true) || (state.status?.missing ?? false));
  const [stops, setStops] = useState<readonly Stop[]>(tour.stops);
  const latest = useRef<readonly Stop[]>(tour.stops);
  const stored = useRef(tour);
  const waiting = useRef(0);
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const revision = useRef(tour.revision);
  const { id } = tour;

  useEffect(() => {
    stored.current = tour;
    if (waiting.current > 0) return;
    latest.current = tour.stops;
    revision.current = tour.revision;
    setStops(tour.stops);
  }, [tour]);

  const change = useCallback<TourEdits['change']>((make, label) => {
    const next = make(latest.current);
    if (readOnly || next === latest.current || sameValue(next, latest.current)) return;
    latest.current = next;
    setStops(next);
    waiting.current += 1;
    queue.current = queue.current.then(async () => {
      try {
        await applyEdits(client, [{ kind: 'set', noun: 'tour', id, path: 'stops', value: next, revision: revision.current }], label);
        revision.current += 1;
      } catch (error) {
        const failure = failureOf(error);
        tell(failure.message, failure);
        latest.current = stored.current.stops;
        revision.current = stored.current.revision;
        setStops(stored.current.stops);
      } finally {
        waiting.current -= 1;
      }
    });
  }, [client, id, readOnly]);
  const set = useCallback<TourEdits['set']>((stopId, make, label) => change((list) => list.map((stop) => (stop.id === stopId ? make(stop) : stop)), label), [change]);
  return { stops, readOnly, change, set };
}

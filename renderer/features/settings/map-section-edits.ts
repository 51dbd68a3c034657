import { useCallback, useEffect, useRef, useState } from 'react';
import type { MapSheet } from '../../../data/contract.js';
import { sameValue } from '../../../data/rules/apply-change.js';
import { layersOf } from '../../../data/rules/map/sheet-edits.js';
import { profileId } from '../../../data/schema/ledger.js';
import type { Text } from '../../../data/schema/text.js';
import { failureOf } from '../../client/call-failure.js';
import { useClient } from '../../client/current-client.js';
import { applyEdits } from '../../state/apply-edits.js';
import { tell, useProgram } from '../../state/program-store.js';

/** Later than this the host's word is taken, whatever was wished. */
const patienceMs = 2_500;

/** The sheets as a person arranges them, from the lowest up. */
export interface MapEdits {
  readonly sheets: readonly MapSheet[];
  /** Shows a change and stores it as one that can be undone; false when it was refused and taken back. */
  readonly change: (next: readonly MapSheet[], label: Text) => Promise<boolean>;
  /** Shows a change that is not stored yet: an opacity while its handle is held. */
  readonly try: (next: readonly MapSheet[]) => void;
}

/** Follows the map's sheets and changes them, one change after the other; what is asked for is seen at once. */
export function useMapEdits(): MapEdits {
  const client = useClient();
  const stored = useProgram((state) => state.maps);
  const [draft, setDraft] = useState<readonly MapSheet[] | null>(null);
  const [isHeld, setIsHeld] = useState(false);
  const [inFlight, setInFlight] = useState(0);
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const underWay = useRef(0);

  // The draft has done its work once the host's sheets are the same, or have been changed by someone else.
  const lastStored = useRef(stored);
  useEffect(() => {
    const isNews = lastStored.current !== stored;
    lastStored.current = stored;
    if (!draft || isHeld || inFlight > 0) return undefined;
    if (isNews || (stored && sameValue(layersOf(stored), layersOf(draft)))) { setDraft(null); return undefined; }
    const timer = setTimeout(() => setDraft(null), patienceMs);
    return () => clearTimeout(timer);
  }, [stored, draft, isHeld, inFlight]);

  const change = useCallback((next: readonly MapSheet[], label: Text): Promise<boolean> => {
    setIsHeld(false);
    const before = useProgram.getState().maps;
    if (underWay.current === 0 && before && sameValue(layersOf(before), layersOf(next))) { setDraft(null); return Promise.resolve(true); }
    setDraft(next);
    setInFlight((underWay.current += 1));
    const mine = queue.current.then(() => applyEdits(client, [{ kind: 'set', noun: 'profile', id: profileId, path: 'maps', value: layersOf(next) }], label)).then(() => true, (error: unknown) => {
      const failure = failureOf(error);
      tell(failure.message, failure);
      setDraft(null);
      return false;
    }).finally(() => setInFlight((underWay.current -= 1)));
    queue.current = mine;
    return mine;
  }, [client]);
  const attempt = useCallback((next: readonly MapSheet[]) => { setDraft(next); setIsHeld(true); }, []);
  return { sheets: draft ?? stored ?? [], change, try: attempt };
}

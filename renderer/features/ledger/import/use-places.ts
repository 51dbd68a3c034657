import { useEffect, useState } from 'react';
import type { Failure } from '../../../../data/schema/failure.js';
import type { ImportPlace } from '../../../../data/schema/import-plan.js';
import type { Datum } from '../../../../data/schema/vocabularies.js';
import { failureOf } from '../../../client/call-failure.js';
import { useClient } from '../../../client/current-client.js';

export interface Places { readonly of: string; readonly datum: Datum | undefined; readonly places: readonly ImportPlace[]; readonly total: number }

/** The places of one sheet under a datum; the ones before stay until the new ones are there. */
export function usePlaces(planId: string, file: number, sheet: string, datum: Datum | undefined): { known: Places | null; waiting: boolean; failure: Failure | null } {
  const client = useClient();
  const of = `${file}:${sheet}`;
  const [known, setKnown] = useState<Places | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  useEffect(() => {
    let gone = false;
    client.call('import.places', { planId, file, sheet, ...(datum ? { datum } : {}) }).then(
      ({ places, total }) => { if (!gone) { setKnown({ of: `${file}:${sheet}`, datum, places, total }); setFailure(null); } },
      (error: unknown) => { if (!gone) setFailure(failureOf(error)); },
    );
    return () => { gone = true; };
  }, [client, planId, file, sheet, datum]);
  const mine = known?.of === of ? known : null;
  return { known: mine, waiting: mine === null || mine.datum !== datum, failure };
}

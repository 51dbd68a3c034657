import { useEffect, useMemo, useState } from 'react';
import type { CallOutput } from '../../../data/contract.js';
import type { Failure } from '../../../data/schema/failure.js';
import { failureOf } from '../../client/call-failure.js';
import { useClient } from '../../client/current-client.js';
import type { IndexEntry } from '../../state/index-entries.js';

export type AssetDetail = CallOutput<'public.asset'>;
interface Answer { readonly id: string; readonly detail: AssetDetail | null; readonly failure: Failure | null }

/** All that the public may know of an asset; asked again when its entry changes. Null while it is on its way. */
export function useAssetDetail(entry: IndexEntry | null): { readonly detail: AssetDetail | null; readonly failure: Failure | null } {
  const client = useClient();
  const [answer, setAnswer] = useState<Answer | null>(null);
  useEffect(() => {
    if (!entry) return;
    let left = false;
    const take = (next: Answer) => { if (!left) setAnswer(next); };
    client.call('public.asset', { id: entry.id }).then(
      (detail) => take({ id: entry.id, detail, failure: null }),
      (error: unknown) => take({ id: entry.id, detail: null, failure: failureOf(error) }),
    );
    return () => { left = true; };
  }, [client, entry]);
  return answer && answer.id === entry?.id ? answer : { detail: null, failure: null };
}

/** The same of several assets at once, by id; one that is not there yet is on its way, or could not be had. */
export function useAssetDetails(entries: readonly IndexEntry[]): ReadonlyMap<string, AssetDetail> {
  const client = useClient();
  const [answers, setAnswers] = useState<ReadonlyMap<IndexEntry, AssetDetail>>(new Map());
  useEffect(() => {
    let left = false;
    for (const entry of entries) {
      client.call('public.asset', { id: entry.id }).then(
        (detail) => { if (!left) setAnswers((before) => new Map([...[...before].filter(([known]) => entries.includes(known)), [entry, detail]])); },
        // A column without its facts says so by itself.
        () => undefined,
      );
    }
    return () => { left = true; };
  }, [client, entries]);
  return useMemo(() => new Map(entries.flatMap((entry) => { const detail = answers.get(entry); return detail ? [[entry.id, detail] as const] : []; })), [entries, answers]);
}

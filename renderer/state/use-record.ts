import { useCallback, useEffect, useRef, useState } from 'react';
import { sameValue } from '../../data/rules/apply-change.js';
import type { Failure } from '../../data/schema/failure.js';
import { valueAt } from '../../data/schema/fields.js';
import { CallFailure, failureOf } from '../client/call-failure.js';
import type { Client } from '../client/client.js';
import { applyEdits } from './apply-edits.js';

interface Kept { readonly id: string; readonly revision?: number }

/** A record that is being edited, field by field. */
export interface EditedRecord<R> {
  readonly record: R | null;
  /** True when it is known that there is no such record. */
  readonly gone: boolean;
  readonly failure: Failure | null;
  readonly reload: () => void;
  /** Stores one field; resolves when the host has it on disk and the record shown is the new one. */
  readonly save: (path: string, value: unknown) => Promise<void>;
}

const outOfDate = () => new CallFailure({ code: 'out-of-date', message: { zh: '这一项刚被别处改过，您写的还在框里。请看过最新内容再决定。', en: 'This field was changed elsewhere meanwhile; what you wrote is still in the box. Look at the newest first.' } });

/**
 * Follows one record of the ledger and saves its fields one after the other, each on the revision that the one before left.
 * `fetch` and `follows` must be stable; a field that changed elsewhere since it was shown is not overwritten silently.
 */
export function useRecord<R extends Kept>(client: Client, noun: 'asset' | 'project', id: string, fetch: (client: Client, id: string) => Promise<R | undefined>): EditedRecord<R> {
  const [state, setState] = useState<{ id: string; record: R | null; gone: boolean; failure: Failure | null }>({ id, record: null, gone: false, failure: null });
  const latest = useRef<R | null>(null);
  const queue = useRef<Promise<unknown>>(Promise.resolve());

  const refresh = useCallback(async () => {
    const record = (await fetch(client, id)) ?? null;
    latest.current = record;
    setState({ id, record, gone: record === null, failure: null });
  }, [client, id, fetch]);
  const reload = useCallback(() => { refresh().catch((error: unknown) => setState((now) => ({ ...now, id, failure: failureOf(error) }))); }, [refresh, id]);

  useEffect(() => {
    reload();
    return client.on('ledger.changed', (change) => { if ((noun === 'asset' ? change.assets : change.projects).includes(id)) reload(); });
  }, [client, noun, id, reload]);

  const current = state.id === id ? state : { record: null, gone: false, failure: null };
  const shown = current.record;
  const save = useCallback((path: string, value: unknown): Promise<void> => {
    const seen = shown === null ? undefined : valueAt(shown, path);
    const work = async () => {
      const now = latest.current;
      if (now && !sameValue(valueAt(now, path), seen)) throw outOfDate();
      try {
        await applyEdits(client, [{ kind: 'set', noun, id, path, ...(value === undefined ? {} : { value }), ...(now?.revision === undefined ? {} : { revision: now.revision }) }]);
      } finally {
        await refresh().catch(() => undefined);
      }
    };
    const mine = queue.current.then(work);
    queue.current = mine.catch(() => undefined);
    return mine;
  }, [client, noun, id, refresh, shown]);

  return { record: current.record, gone: current.gone, failure: current.failure, reload, save };
}

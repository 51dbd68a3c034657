import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure } from '../../../data/schema/failure.js';
import { failureOf } from '../../client/call-failure.js';

interface Page<T> { readonly total: number; readonly rows: readonly T[] }
export interface Paged<T> {
  readonly rows: readonly T[] | null;
  readonly total: number;
  readonly failure: Failure | null;
  /** Set while more are on their way. */
  readonly isLoading: boolean;
  readonly more: () => void;
}

/** Rows that the host gives a page at a time, from the first one anew whenever `fetch` changes; it must be stable otherwise. */
export function usePaged<T>(fetch: (offset: number) => Promise<Page<T>>): Paged<T> {
  const [state, setState] = useState<{ fetch: unknown; rows: readonly T[] | null; total: number; failure: Failure | null }>({ fetch, rows: null, total: 0, failure: null });
  const [isLoading, setIsLoading] = useState(false);
  const current = useRef(fetch);
  const load = useCallback((offset: number) => {
    setIsLoading(true);
    fetch(offset).then(
      ({ rows, total }) => { if (current.current === fetch) setState((old) => ({ fetch, rows: offset === 0 || old.fetch !== fetch ? rows : [...(old.rows ?? []), ...rows], total, failure: null })); },
      (error: unknown) => { if (current.current === fetch) setState((old) => ({ ...old, fetch, failure: failureOf(error) })); },
    ).finally(() => { if (current.current === fetch) setIsLoading(false); });
  }, [fetch]);
  useEffect(() => { current.current = fetch; load(0); }, [fetch, load]);
  const mine = state.fetch === fetch ? state : { rows: null, total: 0, failure: null };
  return { rows: mine.rows, total: mine.total, failure: mine.failure, isLoading, more: () => { if (!isLoading) load(mine.rows?.length ?? 0); } };
}

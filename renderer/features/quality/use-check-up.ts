import { useCallback, useEffect, useRef, useState } from 'react';
import type { CheckedAsset } from '../../../data/schema/quality.js';
import type { Failure } from '../../../data/schema/failure.js';
import { failureOf } from '../../client/call-failure.js';
import { useClient } from '../../client/current-client.js';
import { startAnew, useQuality, type CheckFilter } from './quality-store.js';

const pageSize = 100;
/** Many edits come in a row; the check is asked for once they pause, in ms. */
const settle = 250;

/** Fetches the check-up and the rows in sight, and fetches them again, quietly, whenever the ledger changes. */
export function useCheckUp(): { failure: Failure | null; retry: () => void; need: (from: number, to: number) => void } {
  const client = useClient();
  const filter = useQuality((state) => state.filter);
  const [failure, setFailure] = useState<Failure | null>(null);
  /** Answers to an older question are dropped. */
  const question = useRef(0);
  const asked = useRef(new Set<number>());
  const inSight = useRef({ from: 0, to: 0 });

  const fetchPage = useCallback(async (page: number, mine: number, isFresh: boolean) => {
    const { total, rows } = await client.call('quality.list', { ...given(filter), offset: page * pageSize, limit: pageSize });
    if (question.current !== mine) return;
    useQuality.setState((state) => {
      const merged = new Map<number, CheckedAsset>(isFresh ? [] : state.rows);
      rows.forEach((row, at) => merged.set(page * pageSize + at, row));
      return { total, rows: merged };
    });
  }, [client, filter]);

  const fail = useCallback((error: unknown) => setFailure(failureOf(error)), []);
  const refresh = useCallback(async () => {
    const mine = (question.current += 1);
    const { from, to } = inSight.current;
    const first = Math.floor(from / pageSize);
    const pages = [...new Set([first, Math.floor(to / pageSize)])];
    asked.current = new Set(pages);
    try {
      const [summary] = await Promise.all([client.call('quality.summary', {}), fetchPage(first, mine, true)]);
      if (question.current !== mine) return;
      useQuality.setState({ summary });
      await Promise.all(pages.filter((page) => page !== first).map((page) => fetchPage(page, mine, false)));
      setFailure(null);
    } catch (error) {
      if (question.current === mine) fail(error);
    }
  }, [client, fetchPage, fail]);

  useEffect(() => {
    void refresh();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const again = () => { clearTimeout(timer); timer = setTimeout(() => void refresh(), settle); };
    const stops = [client.on('ledger.changed', again), client.on('ledger.opened', () => { startAnew(); inSight.current = { from: 0, to: 0 }; again(); })];
    return () => { clearTimeout(timer); stops.forEach((stop) => stop()); question.current += 1; };
  }, [client, refresh]);

  const need = useCallback((from: number, to: number) => {
    inSight.current = { from, to };
    for (let page = Math.floor(from / pageSize); page <= Math.floor(to / pageSize); page += 1) {
      if (asked.current.has(page)) continue;
      asked.current.add(page);
      fetchPage(page, question.current, false).catch((error: unknown) => { asked.current.delete(page); fail(error); });
    }
  }, [fetchPage, fail]);

  return { failure, retry: () => void refresh(), need };
}

const given = ({ query, ...rest }: CheckFilter) => ({ ...rest, ...(query.trim() === '' ? {} : { query: query.trim() }) });

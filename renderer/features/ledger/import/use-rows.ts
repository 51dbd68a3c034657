import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ImportPlanSummary } from '../../../../data/contract.js';
import type { Failure } from '../../../../data/schema/failure.js';
import type { ImportRow } from '../../../../data/schema/import-plan.js';
import { failureOf } from '../../../client/call-failure.js';
import type { Client } from '../../../client/client.js';
import { useClient } from '../../../client/current-client.js';

/** The groups that rows are reviewed in. */
export const rowGroups = ['new', 'changed', 'same', 'doubtful', 'refused'] as const;
export type RowGroup = (typeof rowGroups)[number];
export interface FiledRow { readonly row: ImportRow; readonly file: number }

const pageSize = 200;
interface Stretch { readonly file: number; readonly start: number; readonly count: number }

/** Rows of several files on end: where each file's begin. */
export function stretchesOf(plan: Pick<ImportPlanSummary, 'files'>, group: RowGroup, only: number | null): { stretches: readonly Stretch[]; total: number } {
  let total = 0;
  const stretches: Stretch[] = [];
  plan.files.forEach((file, index) => {
    const count = only === null || only === index ? file.counts[group] : 0;
    if (count > 0) stretches.push({ file: index, start: total, count });
    total += count;
  });
  return { stretches, total };
}

/** The page of one file that holds the row at a place; nothing beyond the end. */
export function pageAt(stretches: readonly Stretch[], index: number): { readonly file: number; readonly page: number; readonly start: number } | undefined {
  const stretch = stretches.find(({ start, count }) => index >= start && index < start + count);
  if (!stretch) return undefined;
  const page = Math.floor((index - stretch.start) / pageSize);
  return { file: stretch.file, page, start: stretch.start + page * pageSize };
}

interface Fetched { readonly of: string; readonly total: number; readonly rows: ReadonlyMap<number, FiledRow> }
const nothingYet: Fetched = { of: '', total: 0, rows: new Map() };

/** The rows of a group, fetched page by page as they come into sight. Those of an older plan stay until the first new ones are there. */
export function useRows(plan: ImportPlanSummary, group: RowGroup, only: number | null) {
  const client = useClient();
  const { planId } = plan;
  const of = `${planId} ${group} ${only ?? 'all'}`;
  const { stretches, total } = useMemo(() => stretchesOf(plan, group, only), [plan, group, only]);
  const [shown, setShown] = useState<Fetched>(nothingYet);
  const [failure, setFailure] = useState<Failure | null>(null);
  const asked = useRef<{ of: string; pages: Set<string> }>({ of: '', pages: new Set() });

  const need = useCallback((index: number) => {
    const wanted = pageAt(stretches, index);
    if (!wanted) return;
    if (asked.current.of !== of) asked.current = { of, pages: new Set() };
    const mine = asked.current;
    const name = `${wanted.file} ${wanted.page}`;
    if (mine.pages.has(name)) return;
    mine.pages.add(name);
    const kind = group === 'doubtful' ? { doubtfulOnly: true } : { outcome: group };
    client.call('import.rows', { planId, file: wanted.file, ...kind, offset: wanted.page * pageSize, limit: pageSize }).then(
      (reply) => {
        if (asked.current !== mine) return;
        setFailure(null);
        setShown((now) => {
          const rows = new Map(now.of === of ? now.rows : []);
          reply.rows.forEach((row, at) => rows.set(wanted.start + at, { row, file: wanted.file }));
          return { of, total, rows };
        });
      },
      (error: unknown) => { mine.pages.delete(name); if (asked.current === mine) setFailure(failureOf(error)); },
    );
  }, [client, planId, group, stretches, total, of]);

  useEffect(() => {
    if (total > 0) need(0);
    else { asked.current = { of, pages: new Set() }; setShown({ of, total: 0, rows: new Map() }); }
  }, [need, total, of]);
  return { rows: shown.rows, total: shown.of === '' ? total : shown.total, stale: shown.of !== of, failure, need };
}

/** Every row of a group of one file; for taking a group that was left out apart. */
export async function fetchGroup(client: Client, planId: string, file: number, kind: { outcome?: ImportRow['outcome']; doubtfulOnly?: boolean }): Promise<ImportRow[]> {
  const found: ImportRow[] = [];
  for (;;) {
    const { rows, total } = await client.call('import.rows', { planId, file, ...kind, offset: found.length, limit: 500 });
    found.push(...rows);
    if (rows.length === 0 || found.length >= total) return found;
  }
}

import { useCallback, useEffect, useState } from 'react';
import type { CallInput } from '../../../data/contract.js';
import type { MergeResult, MergeRow, MergeSummary } from '../../../data/contract/exchange.js';
import type { Failure } from '../../../data/schema/failure.js';
import { failureOf } from '../../client/call-failure.js';
import { useClient } from '../../client/current-client.js';
import { knowOperator } from '../../state/operator.js';
import { useJob, type Work } from '../../state/use-job.js';

export type Decision = NonNullable<CallInput<'exchange.apply'>['decisions']>[number];
/** Decisions by what they are about. */
export type Decisions = ReadonlyMap<string, Decision>;
export const keyOf = (row: Pick<MergeRow, 'noun' | 'id'>, path?: string) => `${row.noun} ${row.id} ${path ?? ''}`;

/** The questions of a record that are open for a person now: its fields, or the record itself (without a path). */
export function questionsIn(row: MergeRow, decisions: Decisions): readonly (string | undefined)[] {
  if (row.kind === 'removal') return [undefined];
  if (row.kind === 'double' && decisions.get(keyOf(row))?.take !== 'theirs') return [];
  return row.cells.filter((cell) => cell.asked).map((cell) => cell.path);
}
export const openCount = (rows: readonly MergeRow[], decisions: Decisions) => rows.reduce((sum, row) => sum + questionsIn(row, decisions).filter((path) => !decisions.has(keyOf(row, path))).length, 0);

const pageRows = 500;

/** What is merged: an exchange file, or an offline copy of the ledger on a server, by its folder. */
export type MergeSource = File | { readonly copy: string };

export interface Merge {
  readonly opening: Work<MergeSummary>;
  readonly applying: Work<MergeResult>;
  readonly summary: MergeSummary | null;
  /** The records that a person is asked about; null until they are read. */
  readonly rows: readonly MergeRow[] | null;
  readonly failure: Failure | null;
  readonly decisions: Decisions;
  open(source: MergeSource): void;
  cancel(): void;
  decide(decision: Decision): void;
  /** Decides all questions alike; those that were typed stay. */
  decideAll(take: 'mine' | 'theirs'): void;
  apply(): void;
  stopApplying(): void;
}

/** A merge from the chosen file to its change. Leaving it throws the plan away. */
export function useMerge(): Merge {
  const client = useClient();
  const { work: opening, start: startOpening, cancel } = useJob<MergeSummary>();
  const { work: applying, start: startApplying, cancel: stopApplying } = useJob<MergeResult>();
  const [rows, setRows] = useState<readonly MergeRow[] | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [decisions, setDecisions] = useState<Decisions>(new Map());
  const summary = opening.at === 'done' ? opening.result : null;
  const mergeId = summary?.mergeId;
  useEffect(() => {
    if (!mergeId) return;
    let stale = false;
    const read = async () => {
      const found: MergeRow[] = [];
      for (let total = Infinity; found.length < total;) {
        const page = await client.call('exchange.rows', { mergeId, kinds: ['double', 'removal', 'clash'], offset: found.length, limit: pageRows });
        found.push(...page.rows);
        total = page.rows.length === 0 ? 0 : page.total;
      }
      if (!stale) setRows(found);
    };
    read().catch((error: unknown) => { if (!stale) setFailure(failureOf(error)); });
    return () => {
      stale = true;
      // Gone already where it was applied.
      client.call('exchange.discard', { mergeId }).catch(() => undefined);
    };
  }, [client, mergeId]);
  const open = useCallback((source: MergeSource) => {
    setRows(null);
    setFailure(null);
    setDecisions(new Map());
    startOpening(async () => ('copy' in source ? client.call('server.bringBack', { folder: source.copy }) : client.call('exchange.open', { uploadId: await client.upload(source) })));
  }, [client, startOpening]);
  const decide = (decision: Decision) => setDecisions((known) => new Map(known).set(keyOf(decision as Pick<MergeRow, 'noun' | 'id'>, decision.path), decision));
  return {
    opening, applying, summary, rows, failure, decisions, open, cancel, decide, stopApplying,
    decideAll: (take) => setDecisions((known) => {
      const next = new Map(known);
      for (const row of rows ?? []) for (const path of questionsIn(row, known)) if (next.get(keyOf(row, path))?.take !== 'typed') next.set(keyOf(row, path), { noun: row.noun, id: row.id, ...(path === undefined ? {} : { path }), take });
      return next;
    }),
    apply: () => {
      if (!mergeId) return;
      startApplying(async () => { await knowOperator(); return client.call('exchange.apply', { mergeId, decisions: [...decisions.values()] }); });
    },
  };
}

import { useCallback, useEffect, useState } from 'react';
import type { CallOutput } from '../../data/contract.js';
import type { LeadRow, LeadsStatus } from '../../data/contract/lead-calls.js';
import type { LeadCounts } from '../../data/rules/lead/counts.js';
import type { Failure } from '../../data/schema/failure.js';
import { failureOf } from '../client/call-failure.js';
import { useClient } from '../client/current-client.js';
import type { Client } from '../client/client.js';
import { useProgram } from './program-store.js';

/** Asks at once, and again whenever leads, ledger or projects changed. What is shown stays until the answer is there. */
function useFollowed<T>(ask: (client: Client) => Promise<T>): { readonly value: T | null; readonly failure: Failure | null; readonly reload: () => Promise<void> } {
  const client = useClient();
  const [state, setState] = useState<{ readonly value: T | null; readonly failure: Failure | null }>({ value: null, failure: null });
  const reload = useCallback(() => ask(client).then((value) => setState({ value, failure: null }), (error: unknown) => setState((now) => ({ ...now, failure: failureOf(error) }))), [ask, client]);
  useEffect(() => {
    void reload();
    const again = () => void reload();
    const stops = [client.on('leads.changed', again), client.on('ledger.opened', again), client.on('ledger.changed', ({ projects }) => { if (projects.length > 0) again(); }), client.onReturn(again)];
    return () => stops.forEach((stop) => stop());
  }, [client, reload]);
  return { ...state, reload };
}

const askAll = async (client: Client): Promise<{ status: LeadsStatus; rows: readonly LeadRow[] }> => {
  const [status, rows] = await Promise.all([client.call('leads.status', {}), client.call('leads.list', {})]);
  return { status, rows };
};
const askStatus = (client: Client) => client.call('leads.status', {});
const askDue = async (client: Client): Promise<number> => (await client.call('leads.status', {})).due;
const askNobody = (): Promise<number> => Promise.resolve(0);
const askCounts = (client: Client): Promise<CallOutput<'leads.counts'>> => client.call('leads.counts', {});
const noCounts: LeadCounts = { assets: {}, projects: {} };

/** The leads of the open ledger and how they stand; null until they are known. */
export const useLeads = () => useFollowed(askAll);
/** How the leads stand; null until it is known. */
export const useLeadsStatus = () => useFollowed(askStatus);
/** How many leads each asset and project has. A figure in the margin: where it cannot be had, the page of leads says why. */
export const useLeadCounts = (): LeadCounts => useFollowed(askCounts).value ?? noCounts;

/** How many leads are due today or overdue. Asked for only once the desk is used: a showcase needs no follow-up. */
export function useDueLeads(): number {
  const isShowcase = useProgram((state) => state.page === 'showcase');
  const [isAtDesk, setAtDesk] = useState(!isShowcase);
  if (!isShowcase && !isAtDesk) setAtDesk(true);
  return useFollowed(isAtDesk ? askDue : askNobody).value ?? 0;
}

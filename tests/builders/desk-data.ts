import type { CallInput, CallName, CallOutput } from '../../data/contract.js';
import type { LedgerData } from '../../data/schema/ledger.js';

/** Makes a call of the desk; throws what it fails with. */
export type Ask = <N extends CallName>(name: N, input: CallInput<N>) => Promise<CallOutput<N>>;

/** All records of the open ledger, gathered by calls as a page would. */
export async function deskData(ask: Ask): Promise<LedgerData> {
  const { rows, paths } = await ask('desk.index', {});
  const at = paths.indexOf('id');
  return {
    assets: [...(await ask('desk.assets', { ids: rows.map((row) => String(row[at])) }))], projects: (await ask('desk.projects', {})).map(({ project }) => project),
    profile: await ask('desk.profile', {}), tours: [...(await ask('desk.tours', {}))],
  };
}

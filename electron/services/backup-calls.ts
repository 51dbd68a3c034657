import type { Comparison, RestorePoint } from '../../data/contract.js';
import { momentText } from '../../data/rules/export/shown-text.js';
import { FailureError } from '../../data/schema/failure.js';
import type { Ledger } from '../storage/ledger.js';
import { comparedRow, inOrder, type ComparedRow } from './history/compared.js';
import type { Comparisons } from './history/comparisons.js';
import { entriesBetween, goBackTo } from './history/earlier-state.js';
import type { Jobs } from './jobs.js';
import type { Handlers } from './program.js';

type Calls = Pick<Handlers, 'backup.list' | 'backup.make' | 'backup.compare' | 'backup.restore'>;

const noSuchPoint = () => new FailureError('not-found', { zh: '没有这个恢复点，可能刚被清理。请刷新列表再选一个。', en: 'There is no such restore point; it may just have been thinned out. Refresh the list and choose another.' });

/** Restore points: kept, compared, put back. */
export function backupCalls(ledger: () => Ledger, jobs: Jobs, comparisons: Comparisons, by: () => string, today: () => string): Calls {
  const find = async (id: string): Promise<RestorePoint> => {
    const found = (await ledger().points()).find((point) => point.id === id);
    if (!found) throw noSuchPoint();
    return found;
  };
  return {
    'backup.list': () => ledger().points(),
    'backup.make': async () => find(await ledger().keepPoint()),
    'backup.compare': ({ id }) => ({
      jobId: jobs.start(async ({ signal, progress }): Promise<Comparison> => {
        const current = ledger();
        const { at } = await find(id);
        progress(0, null, { zh: '读取恢复点', en: 'Reading the restore point' });
        const rows: ComparedRow[] = [];
        for (const { noun, id: recordId, before, after } of await entriesBetween(current.data, await current.pointData(id), signal)) {
          const [from, to] = [before as object | null, after as object | null];
          const row = comparedRow({ noun, id: recordId, from: { record: from }, to: { record: to }, by: [] }, from, to);
          if (row) rows.push(row);
        }
        return comparisons.keep({ ledger: current, rows: inOrder(rows) }, { from: today(), to: momentText(at).slice(0, 10) });
      }),
    }),
    'backup.restore': ({ id }) => ({
      jobId: jobs.start(async ({ signal, progress }) => {
        const current = ledger();
        const at = momentText((await find(id)).at);
        progress(0, null, { zh: '读取恢复点', en: 'Reading the restore point' });
        const change = await goBackTo(current, await current.pointData(id), by(), { zh: `恢复到 ${at} 的备份`, en: `Restore the backup of ${at}` }, signal);
        return { seq: change.seq };
      }),
    }),
  };
}

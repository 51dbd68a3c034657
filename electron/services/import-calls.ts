import type { ImportPlanSummary } from '../../data/contract.js';
import { FailureError } from '../../data/schema/failure.js';
import type { Ledger } from '../storage/ledger.js';
import { changeOf, planImport, type ImportPlan } from './import/run-import.js';
import type { Jobs } from './jobs.js';
import { newKey } from './new-id.js';
import type { Handlers } from './program.js';
import type { SettingsStore } from './settings.js';
import type { Uploads } from './uploads.js';

type ImportCalls = Pick<Handlers, 'import.plan' | 'import.replan' | 'import.places' | 'import.rows' | 'import.apply' | 'import.discard'>;
interface KeptPlan { readonly plan: ImportPlan; readonly ledger: Ledger; readonly seq: number; readonly uploadIds: readonly string[] }

/** Plans that wait for a decision; older ones are dropped, so that a forgotten preview holds no memory. */
const keptPlans = 3;

/** Import as people see it: first a plan, then one undoable change. Until then not a byte of the ledger is touched. */
export function importCalls(ledger: () => Ledger, jobs: Jobs, uploads: Uploads, settings: SettingsStore, now: () => Date, workerFile?: string): ImportCalls {
  const plans = new Map<string, KeptPlan>();
  const find = (planId: string) => {
    const kept = plans.get(planId);
    if (!kept) throw new FailureError('not-found', { zh: '这次预览已失效，请重新选择文件导入。', en: 'This preview has expired; choose the files again.' });
    return kept;
  };
  const drop = async (planId: string) => {
    const kept = plans.get(planId);
    plans.delete(planId);
    if (kept) await uploads.discard(kept.uploadIds);
  };
  return {
    'import.plan': ({ uploadIds }) => ({
      jobId: jobs.start(async ({ signal, progress }): Promise<ImportPlanSummary> => {
        const target = ledger();
        const { seq } = target;
        const plan = await planImport(await uploads.files(uploadIds), { data: target.data }, { onProgress: progress, signal, now: now(), workerFile });
        const planId = newKey();
        plans.set(planId, { plan, ledger: target, seq, uploadIds });
        for (const old of [...plans.keys()].slice(0, -keptPlans)) await drop(old);
        return { planId, files: plan.files, photos: [] };
      }),
    }),
    'import.replan': () => { throw new FailureError('not-found', { zh: '这一步还没有做好。', en: 'This step is not there yet.' }); },
    'import.places': () => { throw new FailureError('not-found', { zh: '这一步还没有做好。', en: 'This step is not there yet.' }); },
    'import.rows': ({ planId, file, outcome, doubtfulOnly, offset, limit }) => {
      const rows = find(planId).plan.rows[file] ?? [];
      const chosen = rows.filter((row) => (!outcome || row.outcome === outcome) && (!doubtfulOnly || row.doubts.length > 0));
      return { total: chosen.length, rows: chosen.slice(offset, offset + limit) };
    },
    'import.apply': async ({ planId, skip }) => {
      const { plan, ledger: target, seq } = find(planId);
      if (target !== ledger() || target.seq !== seq) {
        throw new FailureError('out-of-date', { zh: '预览之后账本又有改动，请重新预览再导入，以免覆盖。', en: 'The ledger changed after this preview; preview again so that nothing is overwritten.' });
      }
      const entries = await changeOf(plan, new Set(skip), { at: now().toISOString(), by: settings.get().operator });
      const names = plan.files.filter((file) => !file.refusal).map((file) => file.file);
      const label = { zh: `导入 ${names.join('、')}`, en: `Import ${names.join(', ')}` };
      const change = entries.length > 0 ? await target.commit({ by: settings.get().operator, label, entries }) : undefined;
      await drop(planId);
      return { seq: change?.seq ?? seq, added: entries.filter((entry) => entry.before === null).length, changed: entries.filter((entry) => entry.before !== null).length, photos: 0 };
    },
    'import.discard': async ({ planId }) => { await drop(planId); return {}; },
  };
}

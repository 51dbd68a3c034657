import { useCallback, useEffect, useRef, useState } from 'react';
import type { ImportPlanSummary, JobState } from '../../../../data/contract.js';
import type { Failure } from '../../../../data/schema/failure.js';
import { failureOf } from '../../../client/call-failure.js';
import { useClient } from '../../../client/current-client.js';
import { followJob } from '../../../client/run-job.js';
import type { Choices } from './import-choices.js';
import { withFiles, type TakenFile } from './taken-files.js';

type Running = Extract<JobState, { state: 'running' }> | null;
/** What the program is doing about the files. */
export type PlanWork =
  | { readonly at: 'rest' }
  | { readonly at: 'uploading'; readonly done: number; readonly total: number; readonly name: string }
  | { readonly at: 'planning'; readonly job: Running }
  /** The plan in sight is the one before the last choice. */
  | { readonly at: 'replanning'; readonly job: Running }
  | { readonly at: 'failed'; readonly failure: Failure };

/** A plan together with the files it is of, by their keys in the plan's order, and what the program proposed before any choice. */
export interface Planned { readonly plan: ImportPlanSummary; readonly files: readonly string[]; readonly proposal: ImportPlanSummary }

interface Session { readonly abort: AbortController; jobId?: string; planId?: string; wanted: Choices; followed: Choices; busy: boolean }

/** A choice waits this long for the next one before the files are planned anew. */
const settleMs = 350;
const nothing: Choices = [];

/** Brings files to the program and keeps a plan of them that follows the person's choices. Nothing of the ledger changes. */
export function usePlan() {
  const client = useClient();
  const [files, setFiles] = useState<readonly TakenFile[]>([]);
  const [work, setWork] = useState<PlanWork>({ at: 'rest' });
  const [planned, setPlanned] = useState<Planned | null>(null);
  const session = useRef<Session | null>(null);
  const timer = useRef(0);

  /** Stops what runs and throws the plan away. */
  const stop = useCallback(() => {
    const now = session.current;
    session.current = null;
    window.clearTimeout(timer.current);
    now?.abort.abort();
    // What has ended or expired by itself needs no stopping.
    if (now?.jobId) client.call('job.cancel', { jobId: now.jobId }).catch(() => undefined);
    if (now?.planId) client.call('import.discard', { planId: now.planId }).catch(() => undefined);
  }, [client]);
  useEffect(() => stop, [stop]);

  /** Runs a planning job to its end. Throws CallFailure when it fails or is cancelled. */
  const follow = useCallback(async (mine: Session, begin: () => Promise<{ jobId: string }>, at: 'planning' | 'replanning'): Promise<ImportPlanSummary> => {
    const { jobId } = await begin();
    if (session.current !== mine) client.call('job.cancel', { jobId }).catch(() => undefined);
    mine.jobId = jobId;
    const plan = await followJob<ImportPlanSummary>(client, jobId, (job) => { if (session.current === mine && job.state === 'running') setWork({ at, job }); });
    delete mine.jobId;
    mine.planId = plan.planId;
    if (session.current !== mine) client.call('import.discard', { planId: plan.planId }).catch(() => undefined);
    return plan;
  }, [client]);

  /** Plans anew until the plan is the one of the last choices. */
  const catchUp = useCallback(async (mine: Session) => {
    if (mine.busy) {
      // The job under way is of no use any more; the loop below goes on with the newer choices.
      if (mine.jobId) client.call('job.cancel', { jobId: mine.jobId }).catch(() => undefined);
      return;
    }
    mine.busy = true;
    setWork({ at: 'replanning', job: null });
    try {
      while (session.current === mine && mine.followed !== mine.wanted && mine.planId) {
        const { wanted, planId } = mine;
        try {
          const plan = await follow(mine, () => client.call('import.replan', { planId, choices: [...wanted] }), 'replanning');
          if (session.current !== mine) return;
          mine.followed = wanted;
          setPlanned((now) => now && { ...now, plan });
        } catch (error) {
          delete mine.jobId;
          if (session.current !== mine || mine.wanted === wanted) throw error;
        }
      }
      if (session.current === mine) setWork({ at: 'rest' });
    } catch (error) {
      if (session.current === mine) setWork({ at: 'failed', failure: failureOf(error) });
    } finally {
      mine.busy = false;
    }
  }, [client, follow]);

  /** Uploads the files and plans them; those that are refused alone say so and the others go on. */
  const begin = useCallback(async (list: readonly TakenFile[], choicesFor: (keys: readonly string[]) => Choices) => {
    stop();
    const mine: Session = { abort: new AbortController(), wanted: nothing, followed: nothing, busy: false };
    session.current = mine;
    const isMine = () => session.current === mine;
    let now = list.map(({ key, file, failure }): TakenFile => ({ key, file, sent: 'waiting', ...(failure && failure.code !== 'internal' ? { failure } : {}) }));
    const update = (key: string, change: Partial<TakenFile>) => { now = now.map((item) => (item.key === key ? { ...item, ...change } : item)); if (isMine()) setFiles(now); };
    setFiles(now);
    const uploads = new Map<string, string>();
    const toSend = now.filter((item) => !item.failure);
    try {
      for (const [done, item] of toSend.entries()) {
        setWork({ at: 'uploading', done, total: toSend.length, name: item.file.name });
        update(item.key, { sent: 'sending' });
        try {
          uploads.set(item.key, await client.upload(item.file, mine.abort.signal));
          update(item.key, { sent: 'there' });
        } catch (error) {
          if (!isMine()) return;
          update(item.key, { failure: failureOf(error) });
        }
        if (!isMine()) return;
      }
      while (uploads.size > 0) {
        const keys = [...uploads.keys()];
        setWork({ at: 'planning', job: null });
        try {
          const plan = await follow(mine, () => client.call('import.plan', { uploadIds: [...uploads.values()] }), 'planning');
          if (!isMine()) return;
          mine.wanted = choicesFor(keys);
          setPlanned({ plan, files: keys, proposal: plan });
          if (mine.wanted.length > 0) await catchUp(mine);
          else setWork({ at: 'rest' });
          return;
        } catch (error) {
          if (!isMine()) return;
          delete mine.jobId;
          const failure = failureOf(error);
          // When every file is refused, the first one's reason comes as a failure: it is set aside, so that each is told its own.
          const named = failure.place?.file;
          const refused = now.find((item) => uploads.has(item.key) && item.file.name === named);
          if (!refused || failure.code === 'cancelled') throw error;
          uploads.delete(refused.key);
          update(refused.key, { failure });
        }
      }
      setPlanned(null);
      setWork({ at: 'rest' });
    } catch (error) {
      if (isMine()) { setPlanned(null); setWork({ at: 'failed', failure: failureOf(error) }); }
    }
  }, [client, stop, follow, catchUp]);

  /** The files to be planned with these choices, soon. */
  const choose = useCallback((choices: Choices) => {
    const mine = session.current;
    if (!mine?.planId) return;
    mine.wanted = choices;
    setWork((now) => (now.at === 'rest' || now.at === 'failed' ? { at: 'replanning', job: null } : now));
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => void catchUp(mine), settleMs);
  }, [catchUp]);

  /** Stops reading; what was handed over stays on the list. */
  const cancel = useCallback(() => { stop(); setFiles((list) => list.map(({ key, file, failure }) => ({ key, file, sent: 'waiting', ...(failure ? { failure } : {}) }))); setPlanned(null); setWork({ at: 'rest' }); }, [stop]);

  const take = useCallback((more: readonly File[]) => withFiles(files, more), [files]);

  /** The plan was applied: the host keeps it no longer. */
  const forget = useCallback(() => { if (session.current) delete session.current.planId; }, []);

  return { files, work, planned, begin, choose, cancel, take, forget };
}

import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { ImportPlanSummary, JobState } from '../../../../data/contract.js';
import type { Failure } from '../../../../data/schema/failure.js';
import { failureOf } from '../../../client/call-failure.js';
import { useClient } from '../../../client/current-client.js';
import { followJob } from '../../../client/run-job.js';
import { knowOperator } from '../../../state/operator.js';

/** Where an import stands. */
export type ImportStage =
  | { readonly at: 'sample' }
  | { readonly at: 'uploading'; readonly done: number; readonly name: string }
  | { readonly at: 'planning'; readonly job: Extract<JobState, { state: 'running' }> | null }
  | { readonly at: 'preview'; readonly plan: ImportPlanSummary }
  | { readonly at: 'applying' }
  | { readonly at: 'done'; readonly added: number; readonly changed: number }
  | { readonly at: 'failed'; readonly failure: Failure };

/** Takes files through an import: upload, plan, preview, apply. Nothing of the ledger changes before `apply`. */
export function useImport(files: readonly File[], askFirst: boolean) {
  const client = useClient();
  const [stage, setStage] = useState<ImportStage>(askFirst ? { at: 'sample' } : { at: 'uploading', done: 0, name: files[0]?.name ?? '' });
  /** What has to be stopped or thrown away when the dialog closes. */
  const under = useRef<{ abort: AbortController; jobId?: string; planId?: string } | null>(null);

  const drop = useCallback(() => {
    const now = under.current;
    under.current = null;
    now?.abort.abort();
    // What has ended or expired by itself needs no stopping.
    if (now?.jobId) client.call('job.cancel', { jobId: now.jobId }).catch(() => undefined);
    if (now?.planId) client.call('import.discard', { planId: now.planId }).catch(() => undefined);
  }, [client]);

  const begin = useCallback(async () => {
    drop();
    const mine: { abort: AbortController; jobId?: string; planId?: string } = { abort: new AbortController() };
    under.current = mine;
    const isMine = () => under.current === mine;
    try {
      const uploadIds: string[] = [];
      for (const [done, file] of files.entries()) {
        setStage({ at: 'uploading', done, name: file.name });
        uploadIds.push(await client.upload(file, mine.abort.signal));
        if (!isMine()) return;
      }
      setStage({ at: 'planning', job: null });
      const { jobId } = await client.call('import.plan', { uploadIds });
      if (!isMine()) { client.call('job.cancel', { jobId }).catch(() => undefined); return; }
      mine.jobId = jobId;
      const plan = await followJob<ImportPlanSummary>(client, jobId, (job) => { if (isMine() && job.state === 'running') setStage({ at: 'planning', job }); });
      if (!isMine()) { client.call('import.discard', { planId: plan.planId }).catch(() => undefined); return; }
      delete mine.jobId;
      mine.planId = plan.planId;
      setStage({ at: 'preview', plan });
    } catch (error) {
      if (isMine()) setStage({ at: 'failed', failure: failureOf(error) });
    }
  }, [client, drop, files]);

  // Begun once, when the dialog opens; later changes of the ledger do not begin it again.
  const open = useEffectEvent(() => { if (!askFirst) void begin(); });
  useEffect(() => { open(); return drop; }, [drop]);

  /** Makes a ledger of one's own and goes on in it; throws CallFailure when it cannot be made. */
  const createThenBegin = async (name: string) => { await client.call('ledger.create', { name }); await begin(); };

  const apply = async (skip: readonly string[]) => {
    const planId = under.current?.planId;
    if (planId === undefined) return;
    await knowOperator();
    setStage({ at: 'applying' });
    try {
      const { added, changed } = await client.call('import.apply', { planId, skip: [...skip] });
      if (under.current) delete under.current.planId;
      setStage({ at: 'done', added, changed });
    } catch (error) {
      setStage({ at: 'failed', failure: failureOf(error) });
    }
  };
  return { stage, begin, createThenBegin, apply, drop };
}

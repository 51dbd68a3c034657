import type { JobState } from '../../data/contract.js';
import { FailureError, type Failure } from '../../data/schema/failure.js';
import type { Text } from '../../data/schema/text.js';
import type { EventHub } from './event-hub.js';
import { newKey } from './new-id.js';

export interface JobContext {
  readonly signal: AbortSignal;
  progress(done: number, total: number | null, step: Text): void;
}
export interface Jobs {
  /** Starts work that may take more than a moment; answers at once with its id. */
  start(work: (context: JobContext) => Promise<unknown>): string;
  state(jobId: string): JobState;
  cancel(jobId: string): void;
  /** Cancels all that is under way and waits for it to end. */
  stopAll(): Promise<void>;
}

/** Finished jobs that are still answered for. */
const keptJobs = 200;
/** Progress is told at most this often. */
const progressEveryMs = 100;

const unexpected: Failure = { code: 'internal', message: { zh: '程序遇到意外，这一步没有完成，账本没有改变。请再试一次。', en: 'Something unexpected happened; this step was not finished and the ledger is unchanged. Please try again.' } };

export function createJobs(hub: EventHub): Jobs {
  const jobs = new Map<string, { job: JobState; control: AbortController; ended: Promise<void> }>();
  const find = (jobId: string) => {
    const found = jobs.get(jobId);
    if (!found) throw new FailureError('not-found', { zh: '没有这项任务，可能已经结束很久了。', en: 'There is no such job; it may have ended long ago.' });
    return found;
  };
  return {
    start(work) {
      const jobId = newKey();
      const control = new AbortController();
      const begun: JobState = { state: 'running', done: 0, total: null, step: { zh: '准备中', en: 'Preparing' } };
      const record = { job: begun as JobState, control, ended: Promise.resolve() };
      const become = (job: JobState) => { record.job = job; hub.emit('job.changed', { jobId, job }); };
      let lastTold = 0;
      const context: JobContext = {
        signal: control.signal,
        progress(done, total, step) {
          if (record.job.state !== 'running') return;
          record.job = { state: 'running', done, total, step };
          if (Date.now() - lastTold < progressEveryMs) return;
          lastTold = Date.now();
          become(record.job);
        },
      };
      jobs.set(jobId, record);
      record.ended = Promise.resolve().then(() => work(context)).then(
        (result) => become({ state: 'done', result }),
        (error: unknown) => {
          if (control.signal.aborted) become({ state: 'cancelled' });
          else if (error instanceof FailureError) become({ state: 'failed', failure: error.failure });
          else { console.error('A job failed:', error); become({ state: 'failed', failure: unexpected }); }
        },
      );
      for (const [id, old] of jobs) {
        if (jobs.size <= keptJobs) break;
        if (old.job.state !== 'running') jobs.delete(id);
      }
      return jobId;
    },
    state: (jobId) => find(jobId).job,
    cancel: (jobId) => find(jobId).control.abort(),
    async stopAll() {
      for (const { control } of jobs.values()) control.abort();
      await Promise.all([...jobs.values()].map(({ ended }) => ended));
    },
  };
}

import type { JobState } from '../../data/contract.js';
import { CallFailure } from './call-failure.js';
import type { Client } from './client.js';

/** Follows a job to its end, telling each step. Answers with the result; throws CallFailure when it failed or was cancelled. */
export function followJob<T>(client: Client, jobId: string, onStep: (job: JobState) => void): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    let over = false;
    const take = (job: JobState) => {
      if (over) return;
      onStep(job);
      if (job.state === 'running') return;
      over = true;
      stop();
      if (job.state === 'done') resolve(job.result as T);
      else if (job.state === 'failed') reject(new CallFailure(job.failure));
      else reject(new CallFailure({ code: 'cancelled', message: { zh: '已取消，什么都没有改变。', en: 'Cancelled; nothing was changed.' } }));
    };
    const stop = client.on('job.changed', (event) => { if (event.jobId === jobId) take(event.job); });
    // The job may have ended before we listened.
    client.call('job.state', { jobId }).then(take, reject);
  });
}

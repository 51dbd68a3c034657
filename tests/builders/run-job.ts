import { createEventHub } from '../../electron/services/event-hub.js';
import { createJobs, type Jobs } from '../../electron/services/jobs.js';
import type { JobState } from '../../data/contract.js';

/** Jobs with nobody listening. */
export const quietJobs = (): Jobs => createJobs(createEventHub());

/** How a job ended. */
export async function ended(jobs: Jobs, jobId: string): Promise<JobState> {
  for (;;) {
    const job = jobs.state(jobId);
    if (job.state !== 'running') return job;
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

/** What a job ended in; throws when it did not succeed. */
export async function resultOf<T>(jobs: Jobs, { jobId }: { jobId: string }): Promise<T> {
  const job = await ended(jobs, jobId);
  if (job.state !== 'done') throw new Error(`The job ${job.state}: ${job.state === 'failed' ? job.failure.message.en : ''}`);
  return job.result as T;
}

/** A job's context that nobody watches and nobody cancels. */
export const unwatched = { signal: new AbortController().signal, progress: () => undefined };

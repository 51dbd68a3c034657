import { useCallback, useEffect, useRef, useState } from 'react';
import type { JobState } from '../../data/contract.js';
import type { Failure } from '../../data/schema/failure.js';
import { failureOf } from '../client/call-failure.js';
import { useClient } from '../client/current-client.js';
import { followJob } from '../client/run-job.js';

/** Where a piece of work stands, as a page shows it. */
export type Work<T> =
  | { readonly at: 'rest' }
  | { readonly at: 'running'; readonly job: Extract<JobState, { state: 'running' }> | null }
  | { readonly at: 'done'; readonly result: T }
  | { readonly at: 'failed'; readonly failure: Failure };

/** Runs one job at a time: `start` begins it, `cancel` stops it, `reset` goes back to rest. Leaving the page stops it too. */
export function useJob<T>(): { work: Work<T>; start: (begin: () => Promise<{ jobId: string }>) => void; cancel: () => void; reset: () => void } {
  const client = useClient();
  const [work, setWork] = useState<Work<T>>({ at: 'rest' });
  const current = useRef<{ jobId: string | null } | null>(null);

  const stop = useCallback(() => {
    const jobId = current.current?.jobId;
    current.current = null;
    // A job that has ended meanwhile needs no cancelling.
    if (jobId) client.call('job.cancel', { jobId }).catch(() => undefined);
  }, [client]);
  useEffect(() => stop, [stop]);

  const start = useCallback((begin: () => Promise<{ jobId: string }>) => {
    const mine: { jobId: string | null } = { jobId: null };
    current.current = mine;
    const isMine = () => current.current === mine;
    setWork({ at: 'running', job: null });
    begin().then(({ jobId }) => {
      if (!isMine()) { client.call('job.cancel', { jobId }).catch(() => undefined); return undefined; }
      mine.jobId = jobId;
      return followJob<T>(client, jobId, (job) => { if (isMine() && job.state === 'running') setWork({ at: 'running', job }); })
        .then((result) => { if (isMine()) { mine.jobId = null; setWork({ at: 'done', result }); } });
    }).catch((error: unknown) => { if (isMine()) { mine.jobId = null; setWork({ at: 'failed', failure: failureOf(error) }); } });
  }, [client]);

  const cancel = useCallback(() => { stop(); setWork({ at: 'rest' }); }, [stop]);
  const reset = useCallback(() => { current.current = null; setWork({ at: 'rest' }); }, []);
  return { work, start, cancel, reset };
}

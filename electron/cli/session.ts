import type { CallInput, CallName, CallOutput, JobState } from '../../data/contract.js';
import { FailureError } from '../../data/schema/failure.js';
import { createDispatch } from '../host/dispatch.js';
import type { Program } from '../services/program.js';

/** A program as a command sees it: the same calls as the page makes, through the same dispatcher. */
export interface Session {
  readonly program: Program;
  /** Makes a call; throws the failure that it answers with. */
  ask<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>>;
  /** As `ask`, with a name and input that were typed. */
  askAnything(name: string, input: unknown): Promise<unknown>;
  /** Waits for a job to end and answers with its result; throws when it failed or was cancelled. */
  finish(jobId: string, onStep: (job: JobState & { state: 'running' }) => void): Promise<unknown>;
}

export function openSession(program: Program): Session {
  const dispatch = createDispatch(program.handlers);
  async function askAnything(name: string, input: unknown): Promise<unknown> {
    const reply = await dispatch(name, input, 'desk');
    if (!reply.ok) throw new FailureError(reply.failure.code, reply.failure.message, reply.failure.place);
    return reply.value;
  }
  const ask = <N extends CallName>(name: N, input: CallInput<N>) => askAnything(name, input) as Promise<CallOutput<N>>;
  return {
    program,
    ask,
    askAnything,
    finish: (jobId, onStep) => new Promise((resolve, reject) => {
      const take = (job: JobState) => {
        if (job.state === 'running') { onStep(job); return; }
        stop();
        if (job.state === 'done') resolve(job.result);
        else if (job.state === 'failed') reject(new FailureError(job.failure.code, job.failure.message, job.failure.place));
        else reject(new FailureError('cancelled', { zh: '已取消，什么都没有改变。', en: 'Cancelled; nothing was changed.' }));
      };
      const stop = program.on('job.changed', (event) => { if (event.jobId === jobId) take(event.job); });
      // The job may have ended before anyone listened.
      ask('job.state', { jobId }).then(take, (error: unknown) => { stop(); reject(error as Error); });
    }),
  };
}

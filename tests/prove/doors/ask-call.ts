import { setTimeout as wait } from 'node:timers/promises';
import { replySchema, type CallName, type JobState, type Reply } from '../../../data/contract.js';
import type { Dispatch } from '../../../electron/host/dispatch.js';
import { wordsOf } from '../finding.js';
import type { Vocabulary } from './vocabulary.js';

/** A call or a job that has not ended after so many milliseconds hangs. */
const patience = 60_000;

const isReadable = ({ zh, en }: { zh: string; en: string }) => zh.trim() !== '' && en.trim() !== '';
async function inTime<T>(work: Promise<T>): Promise<T | 'hangs'> {
  const over = new AbortController();
  try {
    return await Promise.race([work, wait(patience, 'hangs' as const, { signal: over.signal })]);
  } finally {
    over.abort();
  }
}

/** What is wrong with an answer; nothing when it is a result or a failure as the contract has them. */
function faultOf(reply: Reply): string | undefined {
  const parsed = replySchema.safeParse(JSON.parse(JSON.stringify(reply)));
  if (!parsed.success) return `no reply: ${JSON.stringify(reply).slice(0, 200)}`;
  if (!parsed.data.ok && !isReadable(parsed.data.failure.message)) return 'a failure without a sentence';
  return !parsed.data.ok && parsed.data.failure.code === 'internal' ? 'an exception inside the program' : undefined;
}

/** Waits for a job that a call has begun, or cancels it. */
async function faultOfJob(dispatch: Dispatch, jobId: string, isCancelled: boolean, words: Vocabulary): Promise<string | undefined> {
  if (isCancelled) await dispatch('job.cancel', { jobId }, 'desk');
  for (const since = Date.now(); Date.now() - since < patience; await wait(3)) {
    const reply = await dispatch('job.state', { jobId }, 'desk');
    // Long ended and forgotten.
    if (!reply.ok) return undefined;
    const job = reply.value as JobState;
    if (job.state === 'failed' && (job.failure.code === 'internal' || !isReadable(job.failure.message))) return 'an exception inside the job';
    if (job.state === 'done') words.learn(job.result);
    if (job.state !== 'running') return undefined;
  }
  return 'a job that hangs';
}

/** One call with one input; answers with what was wrong about it, and counts what was answered. */
export async function askCall(dispatch: Dispatch, name: CallName, input: unknown, isCancelled: boolean, words: Vocabulary, answers: Map<CallName, number>): Promise<string | undefined> {
  try {
    const reply = await inTime(dispatch(name, input, 'desk'));
    if (reply === 'hangs') return 'hangs';
    const fault = faultOf(reply);
    if (fault || !reply.ok) return fault;
    answers.set(name, (answers.get(name) ?? 0) + 1);
    words.learn(reply.value);
    const { jobId } = (reply.value ?? {}) as { jobId?: unknown };
    return typeof jobId === 'string' ? await faultOfJob(dispatch, jobId, isCancelled, words) : undefined;
  } catch (error) {
    return `throws ${wordsOf(error)}`;
  }
}

/** An input in a few words. */
export const shown = (input: unknown) => {
  try { return JSON.stringify(input, (_, value: unknown) => (typeof value === 'bigint' || typeof value === 'symbol' || typeof value === 'function' ? String(value) : typeof value === 'string' ? value.slice(0, 60) : value)).slice(0, 400); } catch { return String(input); }
};

import { Worker } from 'node:worker_threads';
import { FailureError } from '../../../data/schema/failure.js';
import type { Text } from '../../../data/schema/text.js';
import type { PackAnswers, PackReply, PackTask } from './pack-messages.js';
import { refusePack } from './pack-refusals.js';

/** One thread that reads packs, one request after the other: so it is known which one stopped it. */
export interface PackThread {
  /** Throws a FailureError: what the worker says, or that it took longer than `limit` ms without a sign of life, or failed. */
  ask<K extends PackTask['kind']>(task: Extract<PackTask, { kind: K }>, options?: { readonly limit?: number; readonly signal?: AbortSignal; readonly onProgress?: (done: number, total: number | null, step: Text) => void }): Promise<PackAnswers[K]>;
  close(): Promise<void>;
}

interface Waiting {
  readonly number: number;
  readonly task: PackTask;
  readonly limit: number;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((done: number, total: number | null, step: Text) => void) | undefined;
  readonly resolve: (value: never) => void;
  readonly reject: (error: unknown) => void;
}

/** The most memory that a pack may make the worker take, in MB, besides what SQLite has of its own. */
const memoryMb = 192;
const usualLimitMs = 6_000;
/** More requests than a screen of tiles over every sheet has are a mistake. */
const mostWaiting = 5_000;

const workerUrl = () => new URL('./pack-worker.js', import.meta.url);
const cancelled = () => new FailureError('cancelled', { zh: '已取消，账本没有改动。', en: 'Cancelled; the ledger is unchanged.' });
const busy = () => new FailureError('internal', { zh: '底图请求太多，请稍等再试。', en: 'Too many requests for maps; wait a moment and try again.' });
const pathOf = (task: PackTask) => (task.kind === 'inspect' ? task.path : task.kind === 'close' ? '' : task.source.path);

/** Starts no worker until something is asked; one that fails or hangs is ended and the next request has a new one. */
export function createPackThread(workerFile?: string): PackThread {
  const queue: Waiting[] = [];
  let current: Waiting | undefined;
  let timer: NodeJS.Timeout | undefined;
  let worker: Worker | undefined;
  let count = 0;
  let isClosed = false;

  function settle(act: (waiting: Waiting) => void): void {
    clearTimeout(timer);
    const done = current;
    current = undefined;
    // A thread without work holds up no exit.
    worker?.unref();
    if (done) {
      done.signal?.removeEventListener('abort', onAbort);
      act(done);
    }
    next();
  }
  function dropWorker(): void {
    const old = worker;
    worker = undefined;
    old?.removeAllListeners('message');
    old?.removeAllListeners('error');
    old?.on('error', () => undefined);
    void old?.terminate();
  }
  const fail = (error: FailureError) => { dropWorker(); settle(({ reject }) => reject(error)); };
  const watch = () => {
    clearTimeout(timer);
    const { limit = usualLimitMs, task } = current ?? {};
    timer = setTimeout(() => fail(refusePack.slow(task ? pathOf(task) : '')), limit);
    timer.unref();
  };
  const onAbort = () => { if (current?.signal?.aborted) fail(cancelled()); };

  function start(): Worker {
    const made = new Worker(workerFile ?? workerUrl(), { resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 16 } });
    made.on('message', (reply: PackReply) => {
      if (reply.number !== current?.number) return;
      if (reply.kind === 'progress') {
        watch();
        current.onProgress?.(reply.done, reply.total, reply.step);
      } else if (reply.kind === 'failed') settle(({ reject }) => reject(new FailureError(reply.failure.code, reply.failure.message, reply.failure.place)));
      else settle(({ resolve }) => resolve(reply.value as never));
    });
    made.on('error', (error) => {
      console.error('The reader of map packs failed:', error);
      if (worker !== made) return;
      worker = undefined;
      settle(({ reject, task }) => reject(refusePack.crashed(pathOf(task))));
    });
    made.on('exit', () => {
      if (worker !== made) return;
      worker = undefined;
      if (current) settle(({ reject, task }) => reject(refusePack.crashed(pathOf(task))));
    });
    return made;
  }
  function next(): void {
    if (current || isClosed) return;
    current = queue.shift();
    if (!current) return;
    if (current.signal?.aborted) return settle(({ reject }) => reject(cancelled()));
    current.signal?.addEventListener('abort', onAbort);
    worker ??= start();
    worker.ref();
    watch();
    worker.postMessage({ number: current.number, task: current.task });
  }
  return {
    ask: (task, { limit = usualLimitMs, signal, onProgress } = {}) => new Promise((resolve, reject) => {
      if (isClosed) return reject(cancelled());
      if (queue.length >= mostWaiting) return reject(busy());
      queue.push({ number: (count += 1), task, limit, signal, onProgress, resolve: resolve as (value: never) => void, reject });
      next();
    }),
    async close() {
      isClosed = true;
      clearTimeout(timer);
      for (const { reject } of [...(current ? [current] : []), ...queue.splice(0)]) reject(cancelled());
      current = undefined;
      const old = worker;
      worker = undefined;
      await old?.terminate();
    },
  };
}

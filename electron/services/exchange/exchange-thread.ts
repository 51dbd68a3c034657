import { Worker } from 'node:worker_threads';
import { FailureError } from '../../../data/schema/failure.js';
import type { ExchangeHead, ExchangeRecord } from './exchange-format.js';
import type { ExchangeAnswer, ExchangeTask } from './exchange-messages.js';

export interface ThreadOptions {
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
  /** What to say when the worker is silent for too long or runs out of memory. */
  readonly stuck: () => FailureError;
  /** The built worker, where it does not lie beside this bundle. */
  readonly workerFile?: URL | string | undefined;
  /** How long it may be silent, in milliseconds. */
  readonly patience?: number;
}
export interface ThreadResult { readonly head: ExchangeHead | undefined; readonly records: readonly ExchangeRecord[]; readonly media: readonly string[] }

const memoryMb = 2_048;
const usualPatience = 30_000;

/** Packs or unpacks an exchange file in a thread of its own. Rejects with a FailureError, with the disk's error, or with the signal's reason. */
export function runExchange(task: ExchangeTask, { signal, onProgress, stuck, workerFile, patience = usualPatience }: ThreadOptions): Promise<ThreadResult> {
  signal.throwIfAborted();
  const worker = new Worker(workerFile ?? new URL('./exchange-worker.js', import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: memoryMb } });
  const records: ExchangeRecord[] = [];
  return new Promise<ThreadResult>((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined;
    const listen = () => { clearTimeout(timer); timer = setTimeout(() => reject(stuck()), patience); };
    const cancel = () => reject(signal.reason instanceof Error ? signal.reason : new Error('cancelled'));
    const end = () => { clearTimeout(timer); signal.removeEventListener('abort', cancel); };
    signal.addEventListener('abort', cancel, { once: true });
    worker.on('message', (answer: ExchangeAnswer) => {
      listen();
      if (answer.kind === 'progress') onProgress(answer.done, answer.total);
      else if (answer.kind === 'records') {
        records.push(...answer.records);
        setImmediate(() => worker.postMessage('next'));
      }
      else if (answer.kind === 'done') { end(); resolve({ head: answer.head, records, media: answer.media ?? [] }); }
      else { end(); reject(answer.failure ? new FailureError(answer.failure.code, answer.failure.message, answer.failure.place) : Object.assign(new Error(answer.message), answer.code ? { code: answer.code } : {})); }
    });
    worker.on('error', (error) => { end(); reject((error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY' ? stuck() : error); });
    worker.on('exit', () => { end(); reject(new Error('The exchange worker ended before its work was done.')); });
    listen();
    worker.postMessage(task);
  }).finally(() => worker.terminate());
}

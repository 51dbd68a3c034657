import { Worker } from 'node:worker_threads';
import { throwIfCancelled } from '../export/finished-file.js';
import type { PictureWork, PictureWorkAnswer, PictureWorkResults } from './picture-work.js';

/** A thread that makes pictures one after the other, so that the program stays free to answer. */
export interface PictureThread {
  /** Null for a picture that cannot be read. Rejects when the work is cancelled or the thread fails. */
  make<K extends PictureWork['kind']>(work: PictureWork & { kind: K }): Promise<PictureWorkResults[K] | null>;
  end(): Promise<void>;
}

const memoryMb = 1_536;

/** Starts the thread; `signal` ends it in the middle of whatever it does. `workerFile`: the built worker, where it does not lie beside this bundle. */
export function startPictureThread(signal: AbortSignal, workerFile?: string | URL): PictureThread {
  const worker = new Worker(workerFile ?? new URL('./web-picture-worker.js', import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: memoryMb } });
  const end = async () => { await worker.terminate(); };
  const abort = () => { void end(); };
  signal.addEventListener('abort', abort, { once: true });
  let failure: Error | null = null;
  // Kept also while nothing is awaited: an error that nobody hears would end the program.
  worker.on('error', (error) => { failure = error; });
  return {
    make: (work) => new Promise((resolve, reject) => {
      const leave = () => { worker.off('message', take).off('exit', gone); };
      const take = (answer: PictureWorkAnswer) => { leave(); resolve(answer.kind === 'made' ? answer.result as PictureWorkResults[typeof work.kind] : null); };
      const gone = () => {
        leave();
        try { throwIfCancelled(signal); reject(failure ?? new Error('The thread that makes pictures ended.')); } catch (error) { reject(error as Error); }
      };
      if (signal.aborted || failure) { gone(); return; }
      worker.on('message', take).on('exit', gone);
      worker.postMessage(work);
    }),
    async end() { signal.removeEventListener('abort', abort); await end(); },
  };
}

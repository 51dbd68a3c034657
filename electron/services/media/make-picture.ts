import { Worker } from 'node:worker_threads';
import { refuseMedia } from './media-refusals.js';
import type { MadePicture, PictureAnswer, PictureTask } from './media-work.js';

export interface MakeOptions {
  readonly signal?: AbortSignal | undefined;
  /** The built media worker, where it does not lie beside this bundle. */
  readonly workerFile?: string | URL | undefined;
  /** How long one picture may take, in ms. */
  readonly patience?: number;
}

const memoryMb = 1_024;
/** 100 megapixels take about ten seconds on an old machine. */
const usualPatience = 90_000;

/**
 * Has one picture made in a thread of its own; `name` is what people know the file by. Fails with a FailureError when it is
 * broken, has too many pixels, takes too long, or the signal is given.
 */
export function makePicture(task: PictureTask, name: string, { signal, workerFile, patience = usualPatience }: MakeOptions): Promise<MadePicture> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(refuseMedia.cancelled(name));
    const worker = new Worker(workerFile ?? new URL('./media-worker.js', import.meta.url), { workerData: task, resourceLimits: { maxOldGenerationSizeMb: memoryMb } });
    let over = false;
    const finish = (then: () => void) => {
      if (over) return;
      over = true;
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
      void worker.terminate().then(then, then);
    };
    const timer = setTimeout(() => finish(() => reject(refuseMedia.slow(name))), patience);
    const abort = () => finish(() => reject(refuseMedia.cancelled(name)));
    signal?.addEventListener('abort', abort, { once: true });
    worker.on('message', (answer: PictureAnswer) => finish(() => {
      if (answer.kind === 'made') resolve(answer.picture);
      else if (answer.kind === 'too-many-pixels') reject(refuseMedia.tooManyPixels(name, answer.megapixels));
      else if (answer.kind === 'special') reject(refuseMedia[answer.special](name));
      else reject(refuseMedia.broken(name));
    }));
    worker.on('error', (error: Error & { code?: string }) => finish(() => reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? refuseMedia.broken(name) : error)));
    worker.on('exit', () => finish(() => reject(refuseMedia.broken(name))));
  });
}

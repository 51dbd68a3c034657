import { Worker } from 'node:worker_threads';

/** The most memory that reading and understanding may take, in MB. */
const memoryMb = 2_048;
/** How long a worker without work is kept, in ms: a plan made anew with a person's choices finds it warm. */
const keptMs = 60_000;

interface Spare { readonly worker: Worker; readonly file: string; readonly timer: NodeJS.Timeout }
let spare: Spare | undefined;

const fileOf = (file: URL | string) => String(file);

/** A worker for one import: the one that did the last, if it is still there, else a new one. It belongs to the caller until it is given back or ended. */
export function takeThread(file: URL | string): Worker {
  const kept = spare;
  if (kept?.file === fileOf(file)) {
    forget(kept);
    kept.worker.ref();
    return kept.worker;
  }
  return new Worker(file, { resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 128 } });
}

/** Keeps a worker that has finished its work and says nothing more. It holds up no exit, and ends by itself when nobody needs it. */
export function giveBack(worker: Worker, file: URL | string): void {
  unheard(worker);
  if (spare) {
    void worker.terminate();
    return;
  }
  worker.unref();
  const timer = setTimeout(() => {
    if (spare?.worker !== worker) return;
    forget(spare);
    void worker.terminate();
  }, keptMs);
  timer.unref();
  const kept: Spare = { worker, file: fileOf(file), timer };
  spare = kept;
  const gone = () => { if (spare === kept) forget(kept); };
  worker.on('exit', gone);
  worker.on('error', gone);
}

function forget(kept: Spare): void {
  clearTimeout(kept.timer);
  unheard(kept.worker);
  spare = undefined;
}

/** Takes off the listeners to what a worker says. Not all listeners: Node's own are among them, and it would never be heard again. */
function unheard(worker: Worker): void {
  for (const name of ['message', 'error', 'exit']) worker.removeAllListeners(name);
}

import type { PictureAnswer, PictureQuestion, PictureWork } from './picture-work.js';

interface Thread { readonly worker: Worker; readonly waiting: Map<number, { readonly done: (blobs: readonly Blob[] | null) => void; readonly broken: (error: Error) => void }> }

/** More threads than this would each hold a picture and wait for the same memory. */
const mostThreads = 4;
/** How many pictures are pressed at once. */
export const pictureThreads = Math.max(1, Math.min(mostThreads, navigator.hardwareConcurrency || 1));

/** The threads for pictures, each begun when those before it have work. */
const threads: Thread[] = [];
let count = 0;

function begin(): Thread {
  const worker = new Worker(new URL('./picture-worker.ts', import.meta.url), { type: 'module' });
  const thread: Thread = { worker, waiting: new Map() };
  worker.addEventListener('message', ({ data: { id, blobs } }: MessageEvent<PictureAnswer>) => {
    thread.waiting.get(id)?.done(blobs);
    thread.waiting.delete(id);
  });
  worker.addEventListener('error', ({ message }) => {
    // What it was asked for does not come any more; a later picture begins another.
    for (const { broken } of thread.waiting.values()) broken(new Error(`The thread for pictures ended: ${message}`));
    thread.waiting.clear();
    worker.terminate();
    threads.splice(threads.indexOf(thread), 1);
  });
  threads.push(thread);
  return thread;
}
/** The thread with the least to do. */
function freest(): Thread {
  const [first] = threads.toSorted((one, other) => one.waiting.size - other.waiting.size);
  return first && (first.waiting.size === 0 || threads.length >= pictureThreads) ? first : begin();
}

/**
 * Makes JPEGs of one source, one for each room, beside the page's own work: a document takes them in as they are, and nothing of what a
 * camera noted is in them. Null where the source is no picture that the engine reads; rejects where the thread ends.
 */
export function pressPictures(work: PictureWork): Promise<readonly Blob[] | null> {
  const { worker, waiting } = freest();
  const id = count += 1;
  const question: PictureQuestion = { ...work, id };
  const made = new Promise<readonly Blob[] | null>((done, broken) => { waiting.set(id, { done, broken }); });
  worker.postMessage(question, work.source instanceof ImageBitmap ? [work.source] : []);
  return made;
}

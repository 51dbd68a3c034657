import type { PictureAnswer, PictureQuestion, PictureWork } from './picture-work.js';

/** The one thread for pictures, begun with the first of them. */
let thread: Worker | null = null;
let count = 0;
const waiting = new Map<number, { readonly done: (blob: Blob | null) => void; readonly broken: (error: Error) => void }>();

function begin(): Worker {
  const begun = new Worker(new URL('./picture-worker.ts', import.meta.url), { type: 'module' });
  begun.addEventListener('message', ({ data: { id, blob } }: MessageEvent<PictureAnswer>) => {
    waiting.get(id)?.done(blob);
    waiting.delete(id);
  });
  begun.addEventListener('error', ({ message }) => {
    // What it was asked for does not come any more; the next picture begins another.
    for (const { broken } of waiting.values()) broken(new Error(`The thread for pictures ended: ${message}`));
    waiting.clear();
    begun.terminate();
    thread = null;
  });
  return begun;
}

/**
 * Makes a JPEG, beside the page's own work: a document takes that in as it is, and nothing of what a camera noted is in it. Null where the
 * source is no picture that the engine reads; rejects where the thread ends.
 */
export function pressPicture(work: PictureWork): Promise<Blob | null> {
  thread ??= begin();
  const id = count += 1;
  const question: PictureQuestion = { ...work, id };
  const made = new Promise<Blob | null>((done, broken) => { waiting.set(id, { done, broken }); });
  thread.postMessage(question, work.source instanceof ImageBitmap ? [work.source] : []);
  return made;
}

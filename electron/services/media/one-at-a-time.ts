let last: Promise<unknown> = Promise.resolve();

/**
 * Runs work after all that was handed in before it has ended: pictures are large once decoded, and two writers of the same
 * content would share a file name. What is cancelled while it waits is never begun and rejects with `cancelled()`.
 */
export function oneAtATime<T>(work: () => Promise<T>, signal: AbortSignal | undefined, cancelled: () => Error): Promise<T> {
  const turn = last.then(() => {
    if (signal?.aborted) throw cancelled();
    return work();
  });
  last = turn.catch(() => undefined);
  return turn;
}

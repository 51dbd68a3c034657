import { setImmediate } from 'node:timers/promises';

/** Bytes worked on at once: well under a millisecond of JSON, so that an edit never waits long for its turn. */
export const sliceBytes = 1 << 16;

/** Lets long work give way: call `rest` whenever `isDue`, so that nothing else waits longer than the budget. */
export interface Pace { readonly isDue: boolean; rest(): Promise<void> }

/** `budget` in milliseconds. */
export function pace(budget = 4): Pace {
  let since = performance.now();
  return {
    get isDue() { return performance.now() - since >= budget; },
    async rest() {
      await setImmediate();
      since = performance.now();
    },
  };
}

/** Does something to every item, giving way in between. */
export async function eachPaced<T>(items: readonly T[], work: (item: T, at: number) => void): Promise<void> {
  const steps = pace();
  for (let at = 0; at < items.length; at += 1) {
    work(items[at] as T, at);
    if ((at & 15) === 15 && steps.isDue) await steps.rest();
  }
}

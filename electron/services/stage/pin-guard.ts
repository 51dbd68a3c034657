/** Whoever guesses a PIN waits twice as long each time. */
const firstWaitMs = 400;
const longestWaitMs = 10_000;

/** What came of a PIN: let in, wrong, or not looked at because the last wrong one is too short a while ago. */
export type PinVerdict = { readonly kind: 'right' } | { readonly kind: 'wrong' } | { readonly kind: 'wait'; readonly milliseconds: number };

/**
 * Judges PINs, more slowly after each wrong one. While it waits nothing is compared, so that asking many times at once is worth no more
 * than asking once, and nobody is kept hanging: what comes too early is turned away at once. `clock` counts milliseconds and never goes back.
 */
export function pinGuard(clock: () => number = () => performance.now()): (pin: string, right: string) => PinVerdict {
  let missed = 0;
  let openAt = 0;
  return (pin, right) => {
    const now = clock();
    if (now < openAt) return { kind: 'wait', milliseconds: openAt - now };
    if (right === '' || pin === right) {
      missed = 0;
      return { kind: 'right' };
    }
    openAt = now + Math.min(longestWaitMs, firstWaitMs * 2 ** missed);
    missed += 1;
    return { kind: 'wrong' };
  };
}

/** So many leads in a row are a family at the booth; after that, one at a time. */
const atOnce = 4;
const refillMs = 20_000;
/** More in an hour than people can fill in. */
const mostInHour = 90;
const hourMs = 3_600_000;

/** Lets visitors leave leads as fast as people can, and no faster. `clock` counts milliseconds and never goes back. Answers whether this one may pass. */
export function boothGuard(clock: () => number = () => performance.now()): () => boolean {
  let left = atOnce;
  let at = clock();
  let taken: number[] = [];
  return () => {
    const now = clock();
    left = Math.min(atOnce, left + (now - at) / refillMs);
    at = now;
    taken = taken.filter((time) => now - time < hourMs);
    if (left < 1 || taken.length >= mostInHour) return false;
    left -= 1;
    taken.push(now);
    return true;
  };
}

/** What a booth waits for: the next scene of its loop, or a visitor who has left. */
export interface BoothClock {
  /** Does `then` after so many seconds, instead of whatever was waited for before; null waits for nothing. */
  set(seconds: number | null, then: () => void): void;
}

/** Waits by real seconds, or by shorter ones: tests let hours pass in a moment. */
export function boothClock(millisecondsOfSecond = 1_000): BoothClock {
  let timer: NodeJS.Timeout | undefined;
  return {
    set(seconds, then) {
      clearTimeout(timer);
      timer = undefined;
      if (seconds === null) return;
      timer = setTimeout(then, seconds * millisecondsOfSecond);
      timer.unref();
    },
  };
}

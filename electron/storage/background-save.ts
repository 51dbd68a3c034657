/** Bytes of ledger.json that lengthen the wait by as much as the wait of a small ledger. */
const bytesPerWait = 2_000_000;
const shortestWait = 2_000;
const longestWait = 10 * 60_000;
/** After a rewrite that failed, for want of room say, an edit does not start another one for so long. */
const patience = 60_000;

/**
 * Milliseconds without an edit after which ledger.json is rewritten: about 2 s for a township's usual ledger, more than a minute
 * at 50,000 assets (75 MB), so that a big ledger is not rewritten after every edit. No edit depends on it: the journal has them all.
 */
export const idleWait = (ledgerBytes: number) => Math.min(longestWait, shortestWait * (1 + ledgerBytes / bytesPerWait));

/** Rewrites ledger.json when nothing was edited for a while: one write at a time, tried again later when it failed. */
export class BackgroundSave {
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  #patientUntil = 0;

  /** `wait` gives the milliseconds without an edit to wait for. */
  constructor(private readonly save: () => Promise<void>, private readonly wait: () => number) {}

  /** An edit was made. `isUrgent` when the journal has grown so long that it should be cut now. */
  edited(isUrgent: boolean): void {
    clearTimeout(this.#timer);
    if (isUrgent && !this.#running && performance.now() > this.#patientUntil) return void this.now().catch(() => this.#later());
    this.#later();
  }

  #later(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.now().catch(() => this.#later()), this.wait());
    // The journal holds every edit, so a process that ends before the rewrite loses nothing.
    this.#timer.unref();
  }

  /** Saves now; rejects when that fails. */
  async now(): Promise<void> {
    clearTimeout(this.#timer);
    while (this.#running) await this.#running.catch(() => undefined);
    this.#running = this.save();
    try {
      await this.#running;
    } catch (error) {
      this.#patientUntil = performance.now() + patience;
      throw error;
    } finally {
      this.#running = undefined;
    }
  }

  /** Does something while no save runs, and keeps saves waiting meanwhile. */
  async between<T>(work: () => Promise<T>): Promise<T> {
    while (this.#running) await this.#running.catch(() => undefined);
    const working = work();
    this.#running = working.then(() => undefined, () => undefined);
    try {
      return await working;
    } finally {
      this.#running = undefined;
    }
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}

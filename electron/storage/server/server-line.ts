import type { ServerAddress } from './address.js';
import { listenTo } from './connection.js';

type Listening = Awaited<ReturnType<typeof listenTo>>;

/** What a line tells the ledger: that something changed, that it broke, that it is back. */
export interface LineEvents { readonly onWord: () => void; readonly onLost: () => void; readonly onBack: () => Promise<void> }
/** Milliseconds between two looks whether the line still carries, and between two tries to get it back. */
export interface LinePace { readonly heartbeatMs: number; readonly reconnectMs: number }
export const usualPace: LinePace = { heartbeatMs: 10_000, reconnectMs: 2_000 };

/** The line to a server: hears of changes, notices when it breaks, and gets itself back for as long as the ledger is open. */
export class ServerLine {
  #listening: Listening | undefined;
  #timer: NodeJS.Timeout | undefined;
  #isClosed = false;

  constructor(private readonly address: ServerAddress, private readonly events: LineEvents, private readonly pace: LinePace = usualPace) {}

  get isConnected(): boolean { return this.#listening !== undefined; }

  /** Opens it. Rejects with the driver's error. */
  async open(): Promise<void> {
    this.#listening = await listenTo(this.address, this.events.onWord, () => this.#broke());
    this.#beatLater();
  }

  /** It was noticed elsewhere that the server does not answer: makes sure of it. */
  async doubt(): Promise<void> {
    await this.#listening?.isAlive();
  }

  #beatLater(): void {
    clearTimeout(this.#timer);
    if (this.#isClosed) return;
    this.#timer = setTimeout(() => void this.#beat(), this.pace.heartbeatMs);
    this.#timer.unref();
  }

  async #beat(): Promise<void> {
    if (!(await this.#listening?.isAlive())) return;
    // A word may have been lost with a line that broke and came back unseen; asking is cheap.
    this.events.onWord();
    this.#beatLater();
  }

  #broke(): void {
    if (this.#isClosed || !this.#listening) return;
    const old = this.#listening;
    this.#listening = undefined;
    void old.close();
    this.events.onLost();
    this.#retryLater();
  }

  #retryLater(): void {
    clearTimeout(this.#timer);
    if (this.#isClosed) return;
    this.#timer = setTimeout(() => void this.#retry(), this.pace.reconnectMs);
    this.#timer.unref();
  }

  async #retry(): Promise<void> {
    try {
      await this.open();
      if (this.#isClosed) return void (await this.#listening?.close());
      await this.events.onBack();
    } catch {
      if (this.#listening) this.#broke();
      else this.#retryLater();
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    await this.#listening?.close();
  }
}

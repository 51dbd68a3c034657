import type { Log } from './log-file.js';
import type { BrowserWindow } from './window.js';

/** A page that is lost again and again is loaded less and less often, at last every ten seconds. */
const firstReloadMs = 200;
const longestReloadMs = 10_000;
/** After so long a page counts as well again. */
const wellAfterMs = 60_000;

export interface KeepAlive {
  /** The window's part in the log. */
  readonly part: 'desk' | 'audience';
  readonly log: Log;
  /** Loads the page, at first and again. */
  load(): Promise<void>;
  /** Told of every loss within a minute, counted from 1; answering false keeps the page from being loaded again by itself. */
  onLoss?(losses: number): boolean;
}

/** Loads a window's page, and again whenever its process is lost; the page asks the host for everything anew. */
export function keepAlive(window: BrowserWindow, { part, log, load, onLoss = () => true }: KeepAlive): void {
  let losses = 0;
  let lostAt = -Infinity;
  let timer: NodeJS.Timeout | undefined;
  const again = () => { if (!window.isDestroyed()) load().catch((error: unknown) => log.fault(`${part} load`, error)); };
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    log.note(`${part} page gone`, { reason, exitCode });
    if (reason === 'clean-exit') return;
    const now = performance.now();
    losses = now - lostAt > wellAfterMs ? 1 : losses + 1;
    lostAt = now;
    clearTimeout(timer);
    if (!onLoss(losses)) return;
    if (losses === 1) again();
    else timer = setTimeout(again, Math.min(longestReloadMs, firstReloadMs * 2 ** (losses - 2)));
  });
  window.on('closed', () => clearTimeout(timer));
  again();
}

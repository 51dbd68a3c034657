/** npm passes a terminal's Ctrl-C on, so one key press arrives twice within milliseconds. */
const echoMs = 1500;

const watchMs = 500;

/**
 * Calls `tell` when npm, told to end, has left this process alone: npm passes the signal to a shell, and the shell
 * dies of it without passing it on.
 */
function watchForOrphaning(tell: () => void): void {
  if (!process.env['npm_lifecycle_event'] || process.platform === 'win32') return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    tell();
  }, watchMs);
  timer.unref();
}

/**
 * Settles at the first sign that the program is to end. Asked again later, it ends at once: every acknowledged edit
 * is on disk already.
 */
export function endSignal(): Promise<NodeJS.Signals> {
  const signs: readonly NodeJS.Signals[] = process.platform === 'win32' ? ['SIGINT', 'SIGTERM', 'SIGBREAK'] : ['SIGINT', 'SIGTERM', 'SIGHUP'];
  return new Promise((resolve) => {
    let asked: number | undefined;
    for (const sign of signs) process.on(sign, () => {
      if (asked !== undefined && Date.now() - asked > echoMs) process.exit(130);
      asked ??= Date.now();
      resolve(sign);
    });
    watchForOrphaning(() => resolve('SIGHUP'));
  });
}

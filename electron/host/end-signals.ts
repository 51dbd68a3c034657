/** npm passes a terminal's Ctrl-C on, so one key press arrives twice within milliseconds. */
const echoMs = 1500;

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
  });
}

import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FailureError } from '../data/schema/failure.js';
import { startBrowserHost, type BrowserHostOptions } from './host/browser-host.js';
import { endSignal } from './host/end-signals.js';
import { hostUsage, parseHostArguments } from './host/host-arguments.js';
import { openLog } from './host/log-file.js';

export { developmentServing } from './host/development.js';
export { endSignal };
export { findBrowser } from './host/find-browser.js';

/** Runs the browser host until its window is closed or it is told to end; answers with the exit code. */
export async function run(words: readonly string[], serving?: BrowserHostOptions['serving']): Promise<number> {
  const given = parseHostArguments(words);
  if ('wrong' in given) {
    console.error(`${given.wrong}\n${hostUsage}`);
    return 2;
  }
  const ended = endSignal();
  const log = openLog(join(given.home, 'logs'));
  process.on('uncaughtExceptionMonitor', (error, origin) => log.fault(origin, error));
  try {
    const host = await startBrowserHost({ ...given, log, createProgram: async (options) => (await import('./services/create-program.js')).createProgram(options), say: (line) => console.log(line), ...(serving ? { serving } : {}) });
    await Promise.race([host.over, ended]);
    await host.close();
    return 0;
  } catch (error) {
    if (error instanceof FailureError) console.error(`${error.failure.message.zh} ${error.failure.message.en}`);
    else if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') console.error(`端口 ${given.port} 已被占用，请换一个或不写 --port。 Port ${given.port} is taken; name another or leave --port out.`);
    else console.error(error);
    return 1;
  }
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  process.exit(await run(process.argv.slice(2)));
}

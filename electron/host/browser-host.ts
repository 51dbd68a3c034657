import { join } from 'node:path';
import type { Program, ProgramOptions } from '../services/program.js';
import { openAppWindow } from './app-window.js';
import { audienceDoor } from './audience-door.js';
import { findBrowser, hasDisplay } from './find-browser.js';
import { printFault } from './dispatch.js';
import { silentLog, type Log } from './log-file.js';
import type { HostArguments } from './host-arguments.js';
import { pageFolder, programVersion, shippedFolder } from './locations.js';
import { readPage } from './page-files.js';
import { browserPrinter } from './print-browser.js';
import { serveHttp, type HttpHost, type HttpHostOptions } from './serve-http.js';

export interface BrowserHostOptions extends HostArguments {
  readonly createProgram: (options: ProgramOptions) => Promise<Program>;
  readonly say: (line: string) => void;
  readonly log?: Log;
  /** Stands in for the built page; for the development server alone. */
  readonly serving?: Pick<HttpHostOptions, 'page' | 'fallback'>;
}
export interface BrowserHost {
  readonly http: HttpHost;
  readonly program: Program;
  /** Settles when the window that the host opened is closed; never when it opened none. */
  readonly over: Promise<void>;
  close(): Promise<void>;
}

const pollMs = 500;
/** A browser that ends sooner than this has handed the page to one that runs already. */
const handOverMs = 4000;
/** How long no page may listen before its window counts as closed; a reload takes a fraction of it. */
const absenceMs = 6000;

/** Settles when a page has listened and then none has for a while. */
function lastPageGone(http: HttpHost, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    let seen = false;
    let goneSince = 0;
    const timer = setInterval(() => {
      if (signal.aborted) clearInterval(timer);
      if (http.listeners() > 0) { seen = true; goneSince = 0; return; }
      goneSince ||= Date.now();
      if (seen && Date.now() - goneSince > absenceMs) { clearInterval(timer); resolve(); }
    }, pollMs);
    timer.unref();
  });
}

/** Starts the program, serves it on 127.0.0.1, and opens it in the machine's browser where there is one and a screen. */
export async function startBrowserHost(options: BrowserHostOptions): Promise<BrowserHost> {
  const { say, home, log = silentLog } = options;
  log.note('start', { version: programVersion(), host: 'browser', platform: process.platform });
  const serving = options.serving ?? { page: readPage(pageFolder()) };
  const program = await options.createProgram({
    // What is printed is always the built page: the development server's is for looking at.
    home, ...(options.ledger ? { ledger: options.ledger } : {}), ...(options.boothSecondMs ? { boothSecondMs: options.boothSecondMs } : {}), shipped: shippedFolder(), createPrinter: browserPrinter({ page: () => (options.serving ? readPage(pageFolder()) : serving.page) }), createScreens: audienceDoor(() => serving), host: 'browser', version: programVersion(), ...(log.file ? { logFile: log.file } : {}),
  });
  const http = await serveHttp({ program, port: options.port, report: (name, error) => { printFault(name, error); log.fault(name, error); }, ...serving }).catch(async (error: unknown) => {
    await program.close();
    throw error;
  });
  const status = await program.handlers['ledger.status']({});
  say(`账本 Ledger: ${status.folder}`);

  const address = http.entrance('desk');
  const browser = options.open && hasDisplay() ? findBrowser() : undefined;
  const leaving = new AbortController();
  const printAddress = () => say(`在浏览器中打开 Open in a browser: ${address}`);
  let window: ReturnType<typeof openAppWindow> | undefined;
  let over = new Promise<void>(() => undefined);
  if (browser) {
    window = openAppWindow({ browser, address, profile: join(home, 'browser'), rootOnLinux: process.platform === 'linux' && process.getuid?.() === 0 });
    over = window.ended.then(async (end) => {
      const failed = 'error' in end || (end.ranMs < handOverMs && end.code !== 0);
      if (failed && http.listeners() === 0) { printAddress(); return new Promise<void>(() => undefined); }
      if (!('error' in end) && end.ranMs < handOverMs) await lastPageGone(http, leaving.signal);
    });
    // On macOS a browser lives on without a window, so there its silence is what tells.
    if (process.platform === 'darwin') over = Promise.race([over, lastPageGone(http, leaving.signal)]);
  } else {
    if (options.open && hasDisplay()) say('没有找到 Chromium、Chrome 或 Edge。 No Chromium, Chrome or Edge was found.');
    printAddress();
  }
  return {
    http, program, over,
    async close() {
      leaving.abort();
      window?.close();
      await http.close();
      await program.close();
      log.note('end');
    },
  };
}

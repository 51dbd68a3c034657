import { FailureError } from '../../data/schema/failure.js';
import { text } from '../../data/schema/text.js';
import type { CreatePrinter, Printer, PrintRun, PrintTask } from '../services/print/printer.js';
import { awaitPieces, cancelled, inches, paperDots, sheetHash, takeDrawn, wholePixels } from './await-sheet.js';
import type { EnginePipe } from './engine-pipe.js';
import { findBrowser } from './find-browser.js';
import type { PageSource } from './page-files.js';
import { withEngine, type EngineOptions } from './print-engine.js';
import { serveHttp } from './serve-http.js';

/** One page in the engine: the commands to it, and its end. */
interface EnginePage {
  send(method: string, params?: object): Promise<Record<string, unknown>>;
}

const noBrowser = () => new FailureError('not-found', text(
  '本机没有找到 Chromium、Chrome 或 Edge，印不成。请装好其中一个（或用 XISHAN_BROWSER 指明它在哪里），再印一次。',
  'No Chromium, Chrome or Edge was found on this machine, so nothing can be printed. Install one of them (or name it in XISHAN_BROWSER) and print again.'));

/** Opens an empty page whose requests are let through to one address alone. */
async function openPage(pipe: EnginePipe, origin: string): Promise<EnginePage> {
  const { targetId } = await pipe.send('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await pipe.send('Target.attachToTarget', { targetId, flatten: true }) as { sessionId: string };
  const send: EnginePage['send'] = (method, params) => pipe.send(method, params, sessionId);
  pipe.on(({ method, params, sessionId: from }) => {
    if (method !== 'Fetch.requestPaused' || from !== sessionId) return;
    const { requestId, request } = params as { requestId: string; request: { url: string } };
    const own = URL.canParse(request.url) && new URL(request.url).origin === origin;
    // The page may be gone by the time the answer comes.
    (own ? send('Fetch.continueRequest', { requestId }) : send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' })).catch(() => undefined);
  });
  await send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
  await send('Page.enable');
  return { send };
}

/** What an expression in the page comes to. */
async function asked({ send }: EnginePage, expression: string): Promise<unknown> {
  return ((await send('Runtime.evaluate', { expression, returnByValue: true, awaitPromise: true })) as { result?: { value?: unknown } }).result?.value;
}

async function open({ send }: EnginePage, address: string, task: PrintTask, density: number): Promise<void> {
  const [width, height] = [wholePixels(task.page.width), wholePixels(task.page.height)];
  await send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: density, mobile: false });
  const { errorText } = await send('Page.navigate', { url: address });
  if (errorText !== undefined) throw new Error(`The page did not open: ${String(errorText)}`);
}

/** Pieces of a stream that are asked for ahead: while one is read here, the engine makes the next ready. */
const piecesAhead = 3;

/** Reads a stream of the engine piece by piece: a document of a hundred pages would not fit into one message. */
async function readStream({ send }: EnginePage, handle: string): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  const next = () => send('IO.read', { handle, size: 1 << 20 }) as Promise<{ data: string; base64Encoded?: boolean; eof: boolean }>;
  const asked = Array.from({ length: piecesAhead }, next);
  for (let over = false; asked.length > 0;) {
    // They come in the order in which they were asked for; behind the end they are empty.
    const { data, base64Encoded, eof } = await asked.shift()!;
    parts.push(Buffer.from(data, base64Encoded ? 'base64' : 'utf8'));
    over ||= eof;
    if (!over) asked.push(next());
  }
  await send('IO.close', { handle });
  return Buffer.concat(parts);
}

export interface BrowserPrinterOptions extends Partial<EngineOptions> {
  /** The built page; asked for when something is printed. */
  readonly page: () => PageSource;
}

/**
 * Prints with the machine's own Chromium, Chrome or Edge, without a window. Every print has an engine and a profile of its own, and a door
 * of its own into the program, on a free port, of which the engine is told the token of the print's circle alone; all of them are gone when it ends.
 */
export const browserPrinter = ({ page, ...given }: BrowserPrinterOptions): CreatePrinter => (program): Printer => {
  async function printing<T>(task: PrintTask, run: PrintRun, density: number, dots: number | undefined, take: (page: EnginePage) => Promise<T>): Promise<T> {
    const browser = given.browser ?? findBrowser();
    if (browser === undefined) throw noBrowser();
    const rootOnLinux = given.rootOnLinux ?? (process.platform === 'linux' && process.getuid?.() === 0);
    const door = await serveHttp({ program, page: page() });
    try {
      return await withEngine({ ...given, browser, rootOnLinux }, run.signal, async (pipe) => {
        const opened = await openPage(pipe, door.origin);
        await open(opened, `${door.entrance(task.circle)}${sheetHash(task.sheetId, dots)}`, task, density);
        return take(opened);
      });
    } catch (error) {
      if (run.signal.aborted) throw cancelled();
      throw error;
    } finally {
      await door.close();
    }
  }
  /** A page as it stands once all of it is drawn. */
  const printed = (task: PrintTask, run: PrintRun, density: number, dots: number | undefined, take: (page: EnginePage) => Promise<Uint8Array>) =>
    printing(task, run, density, dots, (opened) => takeDrawn((question) => asked(opened, question), () => take(opened), run));
  return {
    pdf: (task, run) => printed(task, run, 1, task.dots ?? paperDots, async (opened) => {
      run.onStep(1, null, text('写成 PDF', 'Writing the PDF'));
      const { stream } = await opened.send('Page.printToPDF', {
        printBackground: true, paperWidth: inches(task.page.width), paperHeight: inches(task.page.height), marginTop: 0, marginBottom: 0, marginLeft: 0, marginRight: 0,
        generateTaggedPDF: task.tagged ?? true, generateDocumentOutline: task.tagged ?? true, transferMode: 'ReturnAsStream',
      });
      return readStream(opened, String(stream));
    }),
    picture: (task, density, run) => printed(task, run, density, undefined, async (opened) => {
      run.onStep(1, null, text('写成图片', 'Writing the picture'));
      const { data } = await opened.send('Page.captureScreenshot', { format: 'png', optimizeForSpeed: false });
      return Buffer.from(String(data), 'base64');
    }),
    film: (task, density, take, run) => printing(task, run, 1, density, (opened) => awaitPieces((question) => asked(opened, question), take, run)),
  };
};

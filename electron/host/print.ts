import type { BrowserWindow, Session } from 'electron';
import type { CallCircle } from '../../data/contract.js';
import { text } from '../../data/schema/text.js';
import type { CreatePrinter, Printer, PrintRun, PrintTask } from '../services/print/printer.js';
import { appOrigin } from './app-scheme.js';
import { awaitPieces, cancelled, inches, paperDots, sheetHash, takeDrawn, wholePixels } from './await-sheet.js';
import { circleSession } from './circle-session.js';
import type { PageSource } from './page-files.js';
import { entries } from './resolve-resource.js';
import { windowOptions, type ElectronParts } from './window.js';

export interface ElectronPrinterOptions {
  readonly page: () => PageSource;
  readonly preload: string;
  /** What each window may ask for, by the id of its contents; a window that prints is entered while it is there. */
  readonly circles: Map<number, CallCircle>;
}

/** Asks something of a page. */
type Ask = (question: string) => Promise<unknown>;

/** Prints in windows that nobody sees, each with the rights of its print's circle and gone when the print ends. */
export const electronPrinter = ({ BrowserWindow: Window, session }: Pick<ElectronParts, 'BrowserWindow' | 'session'>, { page, preload, circles }: ElectronPrinterOptions): CreatePrinter => (program): Printer => {
  const sessions = new Map<CallCircle, Session>();
  /** A circle's prints share a session in memory, whose files are those that the circle may have. */
  function sessionOf(circle: CallCircle): Session {
    const known = sessions.get(circle);
    if (known) return known;
    const made = circleSession({ session }, `print-${circle}`, circle, { page: page(), program });
    sessions.set(circle, made);
    return made;
  }

  async function printing<T>(task: PrintTask, run: PrintRun, density: number, dots: number | undefined, take: (ask: Ask, window: BrowserWindow) => Promise<T>): Promise<T> {
    const { webPreferences, ...options } = windowOptions(preload, false);
    const window = new Window({
      ...options, show: false, frame: false, useContentSize: true, minWidth: 0, minHeight: 0, width: wholePixels(task.page.width), height: wholePixels(task.page.height),
      // Drawn off the screen, so that neither the screen's size nor its density counts, and never put to sleep.
      webPreferences: { ...webPreferences, session: sessionOf(task.circle), offscreen: { deviceScaleFactor: density }, backgroundThrottling: false },
    });
    const { id } = window.webContents;
    circles.set(id, task.circle);
    const leave = () => { if (!window.isDestroyed()) window.destroy(); };
    run.signal.addEventListener('abort', leave);
    try {
      if (run.signal.aborted) throw cancelled();
      // A page that cannot be opened says nothing; waiting for it ends with a sentence.
      window.loadURL(`${appOrigin}${entries[task.circle]}${sheetHash(task.sheetId, dots)}`).catch(() => undefined);
      return await take(async (question) => (window.isDestroyed() ? '' : await window.webContents.executeJavaScript(question) as unknown), window);
    } catch (error) {
      if (run.signal.aborted) throw cancelled();
      throw error;
    } finally {
      run.signal.removeEventListener('abort', leave);
      circles.delete(id);
      leave();
    }
  }
  /** A page as it stands once all of it is drawn. */
  const printed = (task: PrintTask, run: PrintRun, density: number, dots: number | undefined, take: (window: BrowserWindow) => Promise<Uint8Array>) =>
    printing(task, run, density, dots, (ask, window) => takeDrawn(ask, () => take(window), run));
  return {
    pdf: (task, run) => printed(task, run, 1, task.dots ?? paperDots, (window) => {
      run.onStep(1, null, text('写成 PDF', 'Writing the PDF'));
      return window.webContents.printToPDF({
        printBackground: true, pageSize: { width: inches(task.page.width), height: inches(task.page.height) }, margins: { top: 0, bottom: 0, left: 0, right: 0 },
        generateTaggedPDF: task.tagged ?? true, generateDocumentOutline: task.tagged ?? true,
      });
    }),
    picture: (task, density, run) => printed(task, run, density, undefined, async (window) => {
      run.onStep(1, null, text('写成图片', 'Writing the picture'));
      const image = await window.webContents.capturePage();
      const wanted = { width: wholePixels(task.page.width) * density, height: wholePixels(task.page.height) * density };
      const { width, height } = image.getSize();
      return (width === wanted.width && height === wanted.height ? image : image.resize({ ...wanted, quality: 'best' })).toPNG();
    }),
    film: (task, density, take, run) => printing(task, run, 1, density, (ask) => awaitPieces(ask, take, run)),
  };
};

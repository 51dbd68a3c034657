import { join } from 'node:path';
import type { CallCircle } from '../../data/contract.js';
import { FailureError } from '../../data/schema/failure.js';
import type { Program, ProgramOptions } from '../services/program.js';
import { appOrigin, scheme, serveAppScheme } from './app-scheme.js';
import { recoverDesk } from './desk-recovery.js';
import { electronDesktop } from './desktop.js';
import { createDispatch, printFault } from './dispatch.js';
import { followMenu } from './follow-menu.js';
import type { HostArguments } from './host-arguments.js';
import { electronKeyStore } from './key-store.js';
import { handedLedger, ledgerRequests, tellFailure, type Handover } from './ledger-requests.js';
import { silentLog, type Log } from './log-file.js';
import type { PageSource } from './page-files.js';
import { electronPrinter } from './print.js';
import { relayToWindow, serveIpc } from './serve-ipc.js';
import { stageWindows } from './stage-windows.js';
import { rememberedPlace, rememberPlace } from './window-place.js';
import { guardContents, guardSession, raise, saveOwnDownloads, windowOptions, type BrowserWindow, type ElectronParts } from './window.js';

export interface ShellOptions {
  readonly arguments: HostArguments;
  /** The ledger that was double-clicked, if the program was started by that. */
  readonly asked?: string | undefined;
  readonly createProgram: (options: ProgramOptions) => Promise<Program>;
  readonly readPage: () => PageSource;
  readonly preload: string;
  /** The program's picture for windows, and the one that is seen under the pointer while a file is dragged out. */
  readonly icons?: { readonly window: string; readonly file: string };
  readonly shipped: string;
  /** Where fonts lie, if not in the page's own folder. */
  readonly fonts?: string | undefined;
  readonly version: string;
  readonly log?: Log;
  readonly platform?: NodeJS.Platform;
  /** The program's own file; for the jump list. */
  readonly execPath?: string;
}

/** By this name Windows knows our windows, our jump list and our notifications for one program; it is electron-builder's `appId`. */
export const appId = 'cn.xishan.desktop';

/** Everything that must be said before Electron is ready. */
function prepare({ app, protocol }: ElectronParts, home: string, platform: NodeJS.Platform, log: Log): void {
  app.setPath('userData', join(home, 'window'));
  if (platform === 'win32') app.setAppUserModelId(appId);
  // Root on Linux is let in without the sandbox only, and enabling it would take that switch back.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  app.commandLine.appendSwitch('disable-background-networking');
  app.commandLine.appendSwitch('disable-component-update');
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  protocol.registerSchemesAsPrivileged([{ scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } }]);
  app.on('web-contents-created', (_event, contents) => guardContents(contents));
  // Electron starts a helper anew by itself; that one was lost is only noted.
  app.on('child-process-gone', (_event, { type, reason, exitCode }) => log.note('helper gone', { type, reason, exitCode }));
}

/** Ends the program before the application ends, once. */
function closeBeforeQuit({ app }: ElectronParts, program: Program, log: Log): void {
  let closing = false;
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    if (closing) return;
    closing = true;
    event.preventDefault();
    void program.close().catch((error: unknown) => log.fault('close', error)).finally(() => { log.note('end'); app.exit(0); });
  });
}

/** The desk's window, where it last stood. */
function openDesk(electron: ElectronParts, { preload, arguments: { home }, icons }: ShellOptions, program: Program, circles: Map<number, CallCircle>, log: Log): BrowserWindow {
  const { bounds, maximized } = rememberedPlace(home, electron);
  const window = new electron.BrowserWindow({ ...windowOptions(preload, !electron.app.isPackaged), ...(icons ? { icon: icons.window } : {}), ...bounds });
  const { id } = window.webContents;
  circles.set(id, 'desk');
  relayToWindow(program, 'desk', window.webContents);
  window.webContents.once('destroyed', () => circles.delete(id));
  window.once('ready-to-show', () => { if (maximized) window.maximize(); window.show(); });
  rememberPlace(window, home);
  recoverDesk(electron, window, `${appOrigin}/`, program, log);
  return window;
}

/** The audience screen comes back with a show that was cut off, and goes with the desk: alone on a projector nobody could end it. */
async function joinScreens(window: BrowserWindow, program: Program, log: Log): Promise<void> {
  const say = (error: unknown) => log.fault('stage', error);
  const screen = async (open: boolean) => { await program.handlers['stage.screen']({ open }); };
  window.once('closed', () => { screen(false).catch(say); });
  const { show } = await program.handlers['public.stage']({});
  if (show.on) await screen(true).catch(say);
}

/** Makes the program on the ledger that was double-clicked; where that one cannot be opened, on the usual one, with the reason. */
async function createOn(asked: string | undefined, create: (ledger?: string) => Promise<Program>): Promise<{ readonly program: Program; readonly refused?: unknown }> {
  if (asked === undefined) return { program: await create() };
  try {
    return { program: await create(asked) };
  } catch (error) {
    if (!(error instanceof FailureError)) throw error;
    return { program: await create(), refused: error };
  }
}

/** Runs the program in Electron: one desk and one audience screen, one program, one copy of the application at a time. */
export async function startShell(electron: ElectronParts, options: ShellOptions): Promise<void> {
  const { app, dialog, protocol, session } = electron;
  const { log = silentLog, platform = process.platform, execPath = process.execPath, icons } = options;
  const { home, ledger } = options.arguments;
  prepare(electron, home, platform, log);
  if (!app.requestSingleInstanceLock({ ...(options.asked ?? ledger ? { ledger: options.asked ?? ledger } : {}) } satisfies Handover)) {
    app.quit();
    return;
  }
  log.note('start', { version: options.version, host: 'electron', platform });
  const circles = new Map<number, CallCircle>();
  let window: BrowserWindow | undefined;
  const desk = () => window;
  const requests = ledgerRequests(electron, log);
  if (options.asked !== undefined) requests.open(options.asked);
  app.on('second-instance', (_event, _words, _folder, data) => {
    const handed = handedLedger(data);
    if (handed === undefined) raise(window);
    else requests.open(handed);
  });
  await app.whenReady();
  guardSession(session.defaultSession);
  saveOwnDownloads(session.defaultSession, () => app.getPath('downloads'));
  try {
    const page = options.readPage();
    const windows = { page: () => page, preload: options.preload, circles };
    const { program, refused } = await createOn(ledger === undefined ? requests.take() : undefined, (asked) => options.createProgram({
      home, ...(ledger ?? asked ? { ledger: ledger ?? asked! } : {}), shipped: options.shipped, ...(options.fonts ? { fonts: options.fonts } : {}), host: 'electron', version: options.version, ...(log.file ? { logFile: log.file } : {}),
      createPrinter: electronPrinter(electron, windows),
      createScreens: stageWindows(electron, { ...windows, desk, log }),
      keyStore: electronKeyStore(electron, platform),
      createDesktop: electronDesktop(electron, { desk, dragIcon: icons?.file ?? '', platform }),
    }));
    closeBeforeQuit(electron, program, log);
    protocol.handle(scheme, (request) => serveAppScheme(request, { page, program }));
    serveIpc(electron.ipcMain, createDispatch(program.handlers, (name, error) => { printFault(name, error); log.fault(name, error); }), { circleOf: (contents) => circles.get(contents.id) });
    window = openDesk(electron, options, program, circles, log);
    log.note('window');
    await followMenu(electron, { program, desk, requests, log, platform, execPath });
    await joinScreens(window, program, log);
    if (refused !== undefined) await tellFailure(dialog, program, window, refused);
    await requests.serve(program, desk);
  } catch (error) {
    log.fault('start', error);
    const message = error instanceof FailureError ? `${error.failure.message.zh}\n${error.failure.message.en}` : String(error);
    dialog.showErrorBox('溪山', message);
    app.exit(1);
  }
}

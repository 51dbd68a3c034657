import { join } from 'node:path';
import type { CallCircle } from '../../data/contract.js';
import { FailureError } from '../../data/schema/failure.js';
import type { Program, ProgramOptions } from '../services/program.js';
import { appOrigin, scheme, serveAppScheme } from './app-scheme.js';
import { createDispatch } from './dispatch.js';
import type { HostArguments } from './host-arguments.js';
import type { PageSource } from './page-files.js';
import { electronPrinter } from './print.js';
import { relayToWindow, serveIpc } from './serve-ipc.js';
import { stageWindows } from './stage-windows.js';
import { guardContents, guardSession, raise, windowOptions, type ElectronParts } from './window.js';

export interface ShellOptions {
  readonly arguments: HostArguments;
  readonly createProgram: (options: ProgramOptions) => Promise<Program>;
  readonly readPage: () => PageSource;
  readonly preload: string;
  readonly shipped: string;
  readonly version: string;
}

/** Copy and paste live in the menu on macOS; elsewhere the page has all there is. */
function setMenu({ Menu }: ElectronParts): void {
  Menu.setApplicationMenu(process.platform === 'darwin' ? Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }]) : null);
}

/** Everything that must be said before Electron is ready. */
function prepare({ app, protocol }: ElectronParts, home: string): void {
  app.setPath('userData', join(home, 'window'));
  // Root on Linux is let in without the sandbox only, and enabling it would take that switch back.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  app.commandLine.appendSwitch('disable-background-networking');
  app.commandLine.appendSwitch('disable-component-update');
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  protocol.registerSchemesAsPrivileged([{ scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } }]);
  app.on('web-contents-created', (_event, contents) => guardContents(contents));
}

/** Ends the program before the application ends, once. */
function closeBeforeQuit({ app }: ElectronParts, program: Program): void {
  let closing = false;
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    if (closing) return;
    closing = true;
    event.preventDefault();
    void program.close().catch((error: unknown) => console.error('[close]', error)).finally(() => app.exit(0));
  });
}

function openWindow(electron: ElectronParts, options: ShellOptions, program: Program, circles: Map<number, CallCircle>) {
  const window = new electron.BrowserWindow(windowOptions(options.preload, !electron.app.isPackaged));
  const { id } = window.webContents;
  circles.set(id, 'desk');
  relayToWindow(program, 'desk', window.webContents);
  window.webContents.once('destroyed', () => circles.delete(id));
  window.once('ready-to-show', () => window.show());
  void window.loadURL(`${appOrigin}/`);
  return window;
}

/** The audience screen comes back with a show that was cut off, and goes with the desk: alone on a projector nobody could end it. */
async function joinScreens(window: ReturnType<typeof openWindow>, program: Program): Promise<void> {
  const say = (error: unknown) => console.error('[stage]', error);
  const screen = async (open: boolean) => { await program.handlers['stage.screen']({ open }); };
  window.once('closed', () => { screen(false).catch(say); });
  const { show } = await program.handlers['public.stage']({});
  if (show.on) await screen(true).catch(say);
}

/** Runs the program in Electron: one desk and one audience screen, one program, one copy of the application at a time. */
export async function startShell(electron: ElectronParts, options: ShellOptions): Promise<void> {
  const { app, dialog, protocol, session } = electron;
  prepare(electron, options.arguments.home);
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  const circles = new Map<number, CallCircle>();
  let window: ReturnType<typeof openWindow> | undefined;
  app.on('second-instance', () => raise(window));
  await app.whenReady();
  setMenu(electron);
  guardSession(session.defaultSession);
  session.defaultSession.on('will-download', (_event, item) => item.setSaveDialogOptions({ defaultPath: join(app.getPath('downloads'), item.getFilename()) }));
  try {
    const page = options.readPage();
    const { home, ledger } = options.arguments;
    const program = await options.createProgram({ home, ...(ledger ? { ledger } : {}), shipped: options.shipped, createPrinter: electronPrinter(electron, { page: () => page, preload: options.preload, circles }), createScreens: stageWindows(electron, { page: () => page, preload: options.preload, circles, desk: () => window }), host: 'electron', version: options.version });
    closeBeforeQuit(electron, program);
    protocol.handle(scheme, (request) => serveAppScheme(request, { page, program }));
    serveIpc(electron.ipcMain, createDispatch(program.handlers), { circleOf: (contents) => circles.get(contents.id) });
    window = openWindow(electron, options, program, circles);
    await joinScreens(window, program);
  } catch (error) {
    const message = error instanceof FailureError ? `${error.failure.message.zh}\n${error.failure.message.en}` : String(error);
    dialog.showErrorBox('溪山', message);
    app.exit(1);
  }
}

import type { CallCircle } from '../../data/contract.js';
import type { Program } from '../services/program.js';
import type { CreateScreens } from '../services/stage/screens.js';
import { appOrigin } from './app-scheme.js';
import { circleSession } from './circle-session.js';
import { audienceDisplay, isReachable } from './displays.js';
import { keepAlive } from './keep-alive.js';
import { silentLog, type Log } from './log-file.js';
import type { PageSource } from './page-files.js';
import { entries } from './resolve-resource.js';
import { relayToWindow } from './serve-ipc.js';
import { isStageShortcut, windowOptions, type BrowserWindow, type ElectronParts, type Rectangle, type Session } from './window.js';

export interface StageWindowsOptions {
  readonly page: () => PageSource;
  readonly preload: string;
  /** What each window may ask for, by the id of its contents. */
  readonly circles: Map<number, CallCircle>;
  /** The desk's window, once there is one. */
  readonly desk: () => BrowserWindow | undefined;
  readonly log?: Log;
}

type Parts = Pick<ElectronParts, 'BrowserWindow' | 'session' | 'screen' | 'powerSaveBlocker'>;

/** Fills a display. On macOS without a space of its own, which would be slid to and would hide the other display. */
function fill(window: BrowserWindow, { bounds }: { readonly bounds: Rectangle }): void {
  const set = (full: boolean) => (process.platform === 'darwin' ? window.setSimpleFullScreen(full) : window.setFullScreen(full));
  // A window in full screen stays on its display whatever bounds it is given.
  set(false);
  window.setBounds(bounds);
  set(true);
}

/** Keeps the displays awake while a show is on. */
function stayAwake({ powerSaveBlocker }: Parts, program: Program, log: Log): void {
  let blocker: number | undefined;
  const follow = (on: boolean) => {
    if (on) blocker ??= powerSaveBlocker.start('prevent-display-sleep');
    else if (blocker !== undefined) {
      powerSaveBlocker.stop(blocker);
      blocker = undefined;
    }
  };
  program.on('stage.shows', ({ on }) => follow(on));
  // A show that a crash cut off is on already, and says so to nobody.
  Promise.resolve(program.handlers['public.stage']({})).then(({ show }) => { if (show.on) follow(true); }, (error: unknown) => log.fault('stage', error));
}

/** The audience screen of Electron: a window of the public circle that fills the display which the desk is not on. */
export const stageWindows = (parts: Parts, { page, preload, circles, desk, log = silentLog }: StageWindowsOptions): CreateScreens => (program) => {
  const { BrowserWindow: Window, screen } = parts;
  let window: BrowserWindow | undefined;
  let session: Session | undefined;
  /** The display that the window fills. */
  let current: number | undefined;

  function target() {
    const displays = screen.getAllDisplays();
    const open = desk();
    const deskDisplay = open && !open.isDestroyed() ? screen.getDisplayMatching(open.getBounds()) : screen.getPrimaryDisplay();
    return audienceDisplay(displays, deskDisplay, current);
  }
  /** Brings the desk's window back where its display was taken away. */
  function keepDeskInReach(): void {
    const open = desk();
    if (!open || open.isDestroyed() || isReachable(open.getBounds(), screen.getAllDisplays())) return;
    const { x, y, width, height } = screen.getPrimaryDisplay().workArea;
    const size = open.getBounds();
    open.setBounds({ x, y, width: Math.min(size.width, width), height: Math.min(size.height, height) });
  }
  /** Fills the display that is the audience's now. `anew` also where it is the same one, since its size may be another. */
  function place(anew: boolean): void {
    if (!window || window.isDestroyed()) return;
    const display = target();
    if (display.id === current && !anew) return;
    current = display.id;
    fill(window, display);
  }
  stayAwake(parts, program, log);
  screen.on('display-added', () => place(false));
  screen.on('display-removed', () => { keepDeskInReach(); place(true); });
  screen.on('display-metrics-changed', (_event, { id }) => place(id === current));

  function make(): BrowserWindow {
    session ??= circleSession(parts, 'audience', 'public', { page: page(), program });
    const display = target();
    current = display.id;
    const { webPreferences, minWidth: _width, minHeight: _height, ...options } = windowOptions(preload, false);
    const made = new Window({
      ...options, ...display.bounds, title: '溪山 · 观众屏', frame: false, fullscreenable: true, backgroundColor: '#12201F',
      // Another window over it, on a laptop's only display, must not stop a flight in mid-air.
      webPreferences: { ...webPreferences, session, backgroundThrottling: false },
    });
    const { id } = made.webContents;
    circles.set(id, 'public');
    relayToWindow(program, 'public', made.webContents);
    made.webContents.once('destroyed', () => circles.delete(id));
    made.removeMenu();
    made.webContents.on('before-input-event', (event, input) => { if (isStageShortcut(input)) event.preventDefault(); });
    made.once('ready-to-show', () => {
      fill(made, display);
      // With a display of their own the audience must not take the keys from the presenter's console.
      if (screen.getAllDisplays().length > 1) made.showInactive();
      else made.show();
    });
    made.once('closed', () => { if (window === made) { window = undefined; current = undefined; } });
    keepAlive(made, { part: 'audience', log, load: () => made.loadURL(`${appOrigin}${entries.public}`) });
    // A page that hangs hears nothing, not even that it should load again.
    made.on('unresponsive', () => made.webContents.forcefullyCrashRenderer());
    return made;
  }
  return {
    open() {
      if (window && !window.isDestroyed()) {
        if (window.isMinimized()) window.restore();
        place(true);
        window.moveTop();
      } else window = make();
      return Promise.resolve({ address: null, displays: screen.getAllDisplays().length });
    },
    close() {
      if (window && !window.isDestroyed()) window.destroy();
      return Promise.resolve();
    },
  };
};

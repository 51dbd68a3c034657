import { EventEmitter } from 'node:events';
import type { ElectronParts } from '../../electron/host/window.js';

type Listener = (...words: never[]) => unknown;

class FakeContents extends EventEmitter {
  static count = 0;
  readonly id = ++FakeContents.count;
  readonly sent: unknown[][] = [];
  openHandler: ((details: { url: string }) => { action: string }) | undefined;
  send(...words: unknown[]) { this.sent.push(words); }
  isDestroyed() { return false; }
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }) { this.openHandler = handler; }
}

class FakeWindow extends EventEmitter {
  readonly webContents = new FakeContents();
  readonly log: string[] = [];
  loaded = '';
  constructor(readonly options: Record<string, unknown>, made: FakeWindow[], app: EventEmitter) {
    super();
    made.push(this);
    app.emit('web-contents-created', {}, this.webContents);
  }
  loadURL(address: string) { this.loaded = address; return Promise.resolve(); }
  show() { this.log.push('show'); }
  isMinimized() { return true; }
  restore() { this.log.push('restore'); }
  focus() { this.log.push('focus'); }
}

/** Stands in for Electron at its edge: remembers what the shell registers, and lets a test play the other side. */
export function fakeElectron(options: { readonly hasLock?: boolean; readonly packaged?: boolean } = {}) {
  const log: string[] = [];
  const windows: FakeWindow[] = [];
  const calls = new Map<string, Listener>();
  const schemes: unknown[] = [];
  const protocols = new Map<string, (request: Request) => Promise<Response>>();
  const guards: Record<string, Listener> = {};
  const session = Object.assign(new EventEmitter(), {
    setPermissionRequestHandler: (handler: Listener) => { guards['permissionRequest'] = handler; },
    setPermissionCheckHandler: (handler: Listener) => { guards['permissionCheck'] = handler; },
    setDevicePermissionHandler: (handler: Listener) => { guards['device'] = handler; },
    setSpellCheckerEnabled: (on: boolean) => log.push(`spelling ${on}`),
    webRequest: { onBeforeRequest: (handler: Listener) => { guards['request'] = handler; } },
  });
  const app = Object.assign(new EventEmitter(), {
    isPackaged: options.packaged ?? false,
    commandLine: { hasSwitch: () => false, appendSwitch: (name: string, value = '') => log.push(`switch ${name} ${value}`.trim()) },
    setPath: (name: string, path: string) => log.push(`path ${name} ${path}`),
    getPath: () => '/downloads',
    enableSandbox: () => log.push('sandbox'),
    requestSingleInstanceLock: () => options.hasLock ?? true,
    whenReady: () => { log.push('ready'); return Promise.resolve(); },
    quit: () => log.push('quit'),
    exit: (code: number) => log.push(`exit ${code}`),
  });
  const electron = {
    app,
    BrowserWindow: class { constructor(given: Record<string, unknown>) { return new FakeWindow(given, windows, app); } },
    dialog: { showErrorBox: (title: string, text: string) => log.push(`error ${title} ${text}`) },
    ipcMain: { handle: (channel: string, handler: Listener) => calls.set(channel, handler) },
    Menu: { setApplicationMenu: () => log.push('menu'), buildFromTemplate: (items: unknown) => items },
    protocol: {
      registerSchemesAsPrivileged: (list: unknown[]) => { log.push('schemes'); schemes.push(...list); },
      handle: (scheme: string, handler: (request: Request) => Promise<Response>) => protocols.set(scheme, handler),
    },
    session: { defaultSession: session },
  };
  return { electron: electron as unknown as ElectronParts, app, session, log, windows, calls, schemes, protocols, guards };
}

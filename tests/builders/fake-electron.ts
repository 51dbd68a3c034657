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
  readonly dragged: unknown[] = [];
  startDrag(item: unknown) { this.dragged.push(item); }
  address = '';
  getURL() { return this.address; }
  /** What a script in the page would answer, and what printing was asked for. */
  script = '';
  printed: unknown;
  onPrint: () => void = () => undefined;
  pictureSize = { width: 0, height: 0 };
  executeJavaScript() { return Promise.resolve(this.script); }
  printToPDF(options: unknown) { this.printed = options; this.onPrint(); return Promise.resolve(Buffer.from('%PDF')); }
  capturePage() {
    const image = ({ width, height }: { width: number; height: number }, resized = '') => ({
      getSize: () => ({ width, height }), resize: (size: { width: number; height: number }) => image(size, ' resized'), toPNG: () => Buffer.from(`PNG ${width}x${height}${resized}`),
    });
    return Promise.resolve(image(this.pictureSize));
  }
  forcefullyCrashRenderer() { this.emit('render-process-gone', {}, { reason: 'killed', exitCode: 9 }); }
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }) { this.openHandler = handler; }
}

interface Bounds { x: number; y: number; width: number; height: number }
/** A display of a size, with a bar of 40 at its foot. */
export const display = (id: number, x: number, width = 1920, height = 1080, internal = false) => ({ id, internal, bounds: { x, y: 0, width, height }, workArea: { x, y: 0, width, height: height - 40 } });
export type FakeDisplay = ReturnType<typeof display>;

class FakeWindow extends EventEmitter {
  readonly webContents = new FakeContents();
  readonly log: string[] = [];
  loaded = '';
  loads = 0;
  bounds: Bounds;
  full = false;
  constructor(readonly options: Record<string, unknown>, made: FakeWindow[], app: EventEmitter) {
    super();
    const { x = 0, y = 0, width = 800, height = 600 } = options as Partial<Bounds>;
    this.bounds = { x, y, width, height };
    made.push(this);
    app.emit('web-contents-created', {}, this.webContents);
  }
  loadURL(address: string) { this.loaded = address; this.loads += 1; return Promise.resolve(); }
  show() { this.log.push('show'); }
  showInactive() { this.log.push('show inactive'); }
  moveTop() { this.log.push('top'); }
  removeMenu() { this.log.push('no menu'); }
  setBounds(bounds: Bounds) { if (!this.full) this.bounds = { ...bounds }; }
  getBounds() { return this.bounds; }
  setFullScreen(full: boolean) { this.full = full; }
  setSimpleFullScreen(full: boolean) { this.full = full; }
  maximized = false;
  maximize() { this.maximized = true; }
  isMaximized() { return this.maximized; }
  getNormalBounds() { return this.bounds; }
  isMinimized() { return true; }
  restore() { this.log.push('restore'); }
  focus() { this.log.push('focus'); }
  get printed() { return this.webContents.printed; }
  isDestroyed() { return this.log.includes('destroy'); }
  /** As a person closes it. */
  close() { this.emit('close', {}); this.destroy(); }
  destroy() {
    this.log.push('destroy');
    this.webContents.emit('destroyed');
    this.emit('closed');
  }
}

/** An item of a menu as the shell made it. */
export interface MenuItem { readonly id?: string; readonly label?: string; readonly type?: string; readonly role?: string; readonly accelerator?: string; readonly registerAccelerator?: boolean; readonly checked?: boolean; readonly enabled?: boolean; readonly submenu?: MenuItem[]; readonly click?: () => void }
/** A message box as the shell showed it. */
export interface MessageBox { readonly message: string; readonly detail: string; readonly buttons: string[]; readonly cancelId?: number; readonly signal?: AbortSignal }
/** What a test plays: which button of a message box is pressed (none: it stays open), what is chosen in a dialog, what is printed. */
interface Played { answer: number | undefined; chosen: string[]; onPrint: () => void; pictureSize: { width: number; height: number } }

/** Every item of a menu, from all depths. */
export const itemsOf = (menu: readonly MenuItem[]): MenuItem[] => menu.flatMap((item) => [item, ...itemsOf(item.submenu ?? [])]);

/** The system's store of secrets of one machine: what it wraps another one cannot unwrap. */
export function fakeSafeStorage(backend = 'gnome_libsecret', machine = 'this machine') {
  const turned = (bytes: Buffer) => Buffer.from(bytes.map((byte, at) => byte ^ machine.charCodeAt(at % machine.length)));
  return {
    isEncryptionAvailable: () => true,
    getSelectedStorageBackend: () => backend,
    encryptString: (words: string) => turned(Buffer.from(`secret ${words}`)),
    decryptString: (box: Buffer) => {
      const words = turned(box).toString('utf8');
      if (!words.startsWith('secret ')) throw new Error('Error while decrypting the ciphertext provided to safeStorage.decryptString.');
      return words.slice('secret '.length);
    },
  };
}

/** Stands in for Electron at its edge: remembers what the shell registers, and lets a test play the other side. */
export function fakeElectron(options: { readonly hasLock?: boolean; readonly packaged?: boolean; readonly script?: string; readonly displays?: readonly FakeDisplay[]; readonly keyring?: string } = {}) {
  const log: string[] = [];
  const windows: FakeWindow[] = [];
  const calls = new Map<string, Listener>();
  const schemes: unknown[] = [];
  const protocols = new Map<string, (request: Request) => Promise<Response>>();
  const guards: Record<string, Listener> = {};
  /** What the shell told the system. */
  const system: { menu: MenuItem[]; jumpList: unknown; recents: string[]; handed: unknown } = { menu: [], jumpList: undefined, recents: [], handed: undefined };
  const boxes: MessageBox[] = [];
  const asked: Record<string, unknown>[] = [];
  const played: Played = { answer: undefined, chosen: [], onPrint: (): void => undefined, pictureSize: { width: 0, height: 0 } };
  const sessionWith = (guards: Record<string, Listener>, protocols: Map<string, (request: Request) => Promise<Response>>) => Object.assign(new EventEmitter(), {
    setPermissionRequestHandler: (handler: Listener) => { guards['permissionRequest'] = handler; },
    setPermissionCheckHandler: (handler: Listener) => { guards['permissionCheck'] = handler; },
    setDevicePermissionHandler: (handler: Listener) => { guards['device'] = handler; },
    setSpellCheckerEnabled: (on: boolean) => log.push(`spelling ${on}`),
    webRequest: { onBeforeRequest: (handler: Listener) => { guards['request'] = handler; } },
    protocol: { handle: (scheme: string, handler: (request: Request) => Promise<Response>) => protocols.set(scheme, handler) },
  });
  const session = sessionWith(guards, protocols);
  /** Sessions beside the usual one, by their names. */
  const partitions = new Map<string, { session: typeof session; guards: Record<string, Listener>; protocols: typeof protocols }>();
  const fromPartition = (name: string) => {
    const known = partitions.get(name);
    if (known) return known.session;
    const made = { guards: {}, protocols: new Map() };
    const session = sessionWith(made.guards, made.protocols);
    partitions.set(name, { ...made, session });
    return session;
  };
  const app = Object.assign(new EventEmitter(), {
    isPackaged: options.packaged ?? false,
    commandLine: { hasSwitch: () => false, appendSwitch: (name: string, value = '') => log.push(`switch ${name} ${value}`.trim()) },
    setPath: (name: string, path: string) => log.push(`path ${name} ${path}`),
    getPath: () => '/downloads',
    enableSandbox: () => log.push('sandbox'),
    requestSingleInstanceLock: (data: unknown) => { system.handed = data; return options.hasLock ?? true; },
    whenReady: () => { log.push('ready'); return Promise.resolve(); },
    quit: () => log.push('quit'),
    exit: (code: number) => log.push(`exit ${code}`),
    setAppUserModelId: (id: string) => log.push(`id ${id}`),
    setJumpList: (list: unknown) => { system.jumpList = list; },
    addRecentDocument: (path: string) => { system.recents.push(path); },
    clearRecentDocuments: () => { system.recents.length = 0; },
  });
  const displays = [...(options.displays ?? [display(1, 0)])];
  const screen = Object.assign(new EventEmitter(), {
    getAllDisplays: () => displays,
    getPrimaryDisplay: () => displays[0],
    getDisplayMatching: (bounds: Bounds) => displays.find(({ bounds: { x, width } }) => bounds.x >= x && bounds.x < x + width) ?? displays[0],
  });
  const plug = (added: FakeDisplay) => { displays.push(added); screen.emit('display-added', {}, added); };
  const unplug = (id: number) => {
    const [removed] = displays.splice(displays.findIndex((one) => one.id === id), 1);
    screen.emit('display-removed', {}, removed);
  };
  /** The blockers that hold sleep off now. */
  const awake = new Set<number>();
  let blockers = 0;
  const powerSaveBlocker = { start: (kind: string) => { log.push(`awake ${kind}`); awake.add(++blockers); return blockers; }, stop: (id: number) => awake.delete(id) };
  const electron = {
    app, screen, powerSaveBlocker, safeStorage: fakeSafeStorage(options.keyring ?? 'gnome_libsecret'),
    BrowserWindow: class {
      constructor(given: Record<string, unknown>) {
        const window = new FakeWindow(given, windows, app);
        Object.assign(window.webContents, { script: options.script ?? '', onPrint: () => played.onPrint(), pictureSize: played.pictureSize });
        return window;
      }
    },
    dialog: {
      showErrorBox: (title: string, text: string) => log.push(`error ${title} ${text}`),
      showMessageBox: (...words: unknown[]) => {
        const box = words.at(-1) as MessageBox;
        boxes.push(box);
        return new Promise((answered) => {
          box.signal?.addEventListener('abort', () => answered({ response: box.cancelId ?? 0 }));
          if (played.answer !== undefined) answered({ response: played.answer });
        });
      },
      showOpenDialog: (...words: unknown[]) => { asked.push(words.at(-1) as Record<string, unknown>); return Promise.resolve({ canceled: played.chosen.length === 0, filePaths: played.chosen }); },
    },
    shell: { showItemInFolder: (path: string) => log.push(`show ${path}`) },
    ipcMain: { handle: (channel: string, handler: Listener) => calls.set(channel, handler) },
    Menu: { setApplicationMenu: (items: MenuItem[]) => { log.push('menu'); system.menu = items; }, buildFromTemplate: (items: unknown) => items },
    protocol: {
      registerSchemesAsPrivileged: (list: unknown[]) => { log.push('schemes'); schemes.push(...list); },
      handle: (scheme: string, handler: (request: Request) => Promise<Response>) => protocols.set(scheme, handler),
    },
    session: { defaultSession: session, fromPartition },
  };
  return Object.assign(played, { electron: electron as unknown as ElectronParts, system, boxes, asked, app, session, log, windows, displays, screen, plug, unplug, awake, calls, schemes, protocols, guards, partitions });
}

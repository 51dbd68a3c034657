import { join } from 'node:path';
import type { BrowserWindow, BrowserWindowConstructorOptions, Input, Session, WebContents } from 'electron';
import { isOwnAddress } from './app-scheme.js';

/** Electron's own types for the parts of the shell that are handed everything they use. */
export type { BrowserWindow, Display, MenuItemConstructorOptions, MessageBoxOptions, OpenDialogOptions, Rectangle, Session } from 'electron';

/** The parts of Electron that the shell uses; handed in, so that a test can stand in for them. */
export type ElectronParts = Pick<typeof import('electron'), 'app' | 'BrowserWindow' | 'dialog' | 'ipcMain' | 'Menu' | 'powerSaveBlocker' | 'protocol' | 'safeStorage' | 'screen' | 'session' | 'shell'>;

/** How the window of the desk is made: the page has no Node, no other world's objects, and a sandbox around it. */
export const windowOptions = (preload: string, developing: boolean): BrowserWindowConstructorOptions => ({
  title: '溪山',
  width: 1440,
  height: 900,
  minWidth: 1024,
  minHeight: 640,
  show: false,
  backgroundColor: '#F6F1E5',
  webPreferences: {
    preload,
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    devTools: developing,
  },
});

/** Keeps contents where they are: no leaving the page, no new windows, no guests. */
export function guardContents(contents: Pick<WebContents, 'on' | 'setWindowOpenHandler'>): void {
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

const localSchemes = new Set(['blob:', 'data:', 'devtools:', 'chrome-extension:']);

/** True for what a page may load: itself, and what it made or what the developer tools bring. Nothing of any network. */
export const mayLoad = (address: string) => isOwnAddress(address) || (URL.canParse(address) && localSchemes.has(new URL(address).protocol));

/** Denies a session every permission and every request that is not to ourselves, spelling dictionaries included. */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest((details, decide) => decide({ cancel: !mayLoad(details.url) }));
}

/** Asks where a file of our own page is saved; anything else that would be saved is refused. `folder` is where the dialog begins. */
export function saveOwnDownloads(session: Session, folder: () => string): void {
  session.on('will-download', (event, item) => {
    if (isOwnAddress(item.getURL().replace(/^blob:/, ''))) item.setSaveDialogOptions({ defaultPath: join(folder(), item.getFilename()) });
    else event.preventDefault();
  });
}

/** True for the keys by which a browser reloads, zooms, prints or looks behind a page. On a stage none of them may do anything. */
export const isStageShortcut = ({ key, control, meta }: Pick<Input, 'key' | 'control' | 'meta'>): boolean =>
  key === 'F11' || key === 'F12' || ((control || meta) && /^([rwpntfgusoij0+=_-]|f5)$/i.test(key));

/** Brings a window that is there already to the front. */
export function raise(window: Pick<BrowserWindow, 'isMinimized' | 'restore' | 'focus'> | undefined): void {
  if (window?.isMinimized()) window.restore();
  window?.focus();
}

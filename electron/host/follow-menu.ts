import type { Program } from '../services/program.js';
import { menuTemplate } from './app-menu.js';
import { eventChannel } from './channels.js';
import type { LedgerRequests } from './ledger-requests.js';
import type { Log } from './log-file.js';
import { tellRecents } from './system-recents.js';
import { raise, type BrowserWindow, type ElectronParts } from './window.js';

export interface MenuMeans {
  readonly program: Program;
  readonly desk: () => BrowserWindow | undefined;
  readonly requests: Pick<LedgerRequests, 'open'>;
  readonly log: Log;
  readonly platform: NodeJS.Platform;
  /** The program's own file, for the jump list. */
  readonly execPath: string;
}

/** Keeps the menu and the system's list of recent ledgers true: at the start, in another language, when another ledger is opened or one is taken off the list. */
export async function followMenu(electron: Pick<ElectronParts, 'app' | 'Menu'>, { program, desk, requests, log, platform, execPath }: MenuMeans): Promise<void> {
  const { app, Menu } = electron;
  const guard = (work: () => unknown) => { void (async () => { try { await work(); } catch (error) { log.fault('menu', error); } })(); };
  let asked = 0;
  async function draw(): Promise<void> {
    const own = ++asked;
    const [{ language }, ledgers] = await Promise.all([program.handlers['settings.get']({}), program.handlers['ledger.list']({})]);
    // Another drawing was asked for meanwhile, and knows more.
    if (own !== asked) return;
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate({ language, platform, ledgers, developing: !app.isPackaged }, {
      command: (command) => {
        const window = desk();
        if (!window || window.isDestroyed()) return;
        raise(window);
        window.webContents.send(eventChannel, 'desktop.command', { command });
      },
      openLedger: (folder) => requests.open(folder),
      speak: (language) => guard(() => program.handlers['settings.set']({ language })),
      show: (what) => guard(() => program.handlers['desktop.show']({ what })),
    })));
    tellRecents(electron, ledgers, { language, platform, program: execPath });
  }
  let language = (await program.handlers['settings.get']({})).language;
  program.on('settings.changed', (settings) => {
    if (settings.language === language) return;
    language = settings.language;
    guard(draw);
  });
  program.on('ledger.opened', () => guard(draw));
  program.on('ledger.stands', () => guard(draw));
  await draw();
}

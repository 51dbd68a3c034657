import { app, BrowserWindow, dialog, ipcMain, Menu, powerSaveBlocker, protocol, safeStorage, screen, session, shell } from 'electron';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ledgerOfWords } from './host/asked-ledger.js';
import { hostUsage, parseHostArguments } from './host/host-arguments.js';
import { fontsFolder, pageFolder, programVersion, shippedFolder } from './host/locations.js';
import { openLog } from './host/log-file.js';
import { readPage } from './host/page-files.js';
import { startShell } from './host/shell.js';

// An installed program is started without arguments or with those of its system; ours stand behind a lone "--".
const words = process.argv.slice(app.isPackaged ? 1 : 2);
const own = words.indexOf('--');
const given = parseHostArguments(own < 0 ? [] : words.slice(own + 1));

if ('wrong' in given) {
  console.error(`${given.wrong}\n${hostUsage}`);
  app.exit(2);
} else {
  const log = openLog(join(given.home, 'logs'));
  process.on('uncaughtExceptionMonitor', (error, origin) => log.fault(origin, error));
  const built = (name: string) => fileURLToPath(new URL(name, import.meta.url));
  void startShell({ app, BrowserWindow, dialog, ipcMain, Menu, powerSaveBlocker, protocol, safeStorage, screen, session, shell }, {
    arguments: given,
    asked: ledgerOfWords(words, process.cwd()),
    // Loaded while Electron gets ready: the services are most of the program.
    createProgram: async (options) => (await import('./services/create-program.js')).createProgram(options),
    readPage: () => readPage(pageFolder(), fontsFolder(process.resourcesPath)),
    preload: built('./preload.cjs'),
    icons: { window: built('./icon.png'), file: built('./file-icon.png') },
    shipped: shippedFolder(process.resourcesPath),
    fonts: fontsFolder(process.resourcesPath),
    version: programVersion(),
    log,
  });
}

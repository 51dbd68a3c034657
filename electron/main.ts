import { app, BrowserWindow, dialog, ipcMain, Menu, powerSaveBlocker, protocol, screen, session } from 'electron';
import { fileURLToPath } from 'node:url';
import { hostUsage, parseHostArguments } from './host/host-arguments.js';
import { pageFolder, programVersion, shippedFolder } from './host/locations.js';
import { readPage } from './host/page-files.js';
import { startShell } from './host/shell.js';
import { createProgram } from './services/create-program.js';

// An installed program is started without arguments or with those of its system; ours stand behind a lone "--".
const own = process.argv.indexOf('--');
const given = parseHostArguments(own < 0 ? [] : process.argv.slice(own + 1));

if ('wrong' in given) {
  console.error(`${given.wrong}\n${hostUsage}`);
  app.exit(2);
} else {
  void startShell({ app, BrowserWindow, dialog, ipcMain, Menu, powerSaveBlocker, protocol, screen, session }, {
    arguments: given,
    createProgram,
    readPage: () => readPage(pageFolder()),
    preload: fileURLToPath(new URL('./preload.cjs', import.meta.url)),
    shipped: shippedFolder(process.resourcesPath),
    version: programVersion(),
  });
}

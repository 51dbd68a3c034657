import { text } from '../../data/schema/text.js';
import { doorEnding } from '../services/ledger-door.js';
import type { CreateDesktop } from '../services/desktop-calls.js';
import { ledgerOfWord } from './asked-ledger.js';
import { languageOf } from './program-language.js';
import type { BrowserWindow, ElectronParts, OpenDialogOptions } from './window.js';

const titles = { ledger: text('打开账本', 'Open a ledger'), folder: text('选择文件夹', 'Choose a folder'), file: text('选择文件', 'Choose a file') } as const;
const filterNames = { ledger: text('账本', 'Ledgers'), file: text('文件', 'Files') } as const;

/** The system's dialogs, dragging and file manager, for the desk's window. `dragIcon` is the picture under the pointer. */
export const electronDesktop = ({ dialog, shell }: Pick<ElectronParts, 'dialog' | 'shell'>, { desk, dragIcon, platform }: { readonly desk: () => BrowserWindow | undefined; readonly dragIcon: string; readonly platform: NodeJS.Platform }): CreateDesktop => (program) => ({
  async choose(what, endings) {
    const language = await languageOf(program);
    // A ledger is a folder. macOS shows folders and files in one dialog; elsewhere the folder is what can be chosen.
    const properties: OpenDialogOptions['properties'] = what === 'file' ? ['openFile'] : what === 'ledger' && platform === 'darwin' ? ['openDirectory', 'openFile'] : ['openDirectory', ...(what === 'folder' ? ['createDirectory' as const] : [])];
    const filters = what === 'file' && endings.length > 0 ? [{ name: filterNames.file[language], extensions: [...endings] }]
      : what === 'ledger' && platform === 'darwin' ? [{ name: filterNames.ledger[language], extensions: [doorEnding.slice(1)] }] : [];
    const options: OpenDialogOptions = { title: titles[what][language], properties, ...(filters.length > 0 ? { filters } : {}) };
    const window = desk();
    const { canceled, filePaths } = await (window && !window.isDestroyed() ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options));
    const [path] = filePaths;
    if (canceled || path === undefined) return null;
    return what === 'ledger' ? ledgerOfWord(path, path) ?? path : path;
  },
  drag(file) {
    const window = desk();
    if (window && !window.isDestroyed()) window.webContents.startDrag({ file, icon: dragIcon });
  },
  show: (path) => shell.showItemInFolder(path),
});

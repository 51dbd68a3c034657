import { join } from 'node:path';
import { shellWords } from '../../data/schema/commands.js';
import type { Language } from '../../data/schema/text.js';
import { doorName } from '../services/ledger-door.js';
import type { ListedLedger } from './app-menu.js';
import type { ElectronParts } from './window.js';

/** Windows shows about so many. */
const mostJumps = 8;

/** Tells the system which ledgers were open lately: the jump list of Windows, the dock and Apple menu of macOS. Linux desktops keep no such list for a folder. */
export function tellRecents({ app }: Pick<ElectronParts, 'app'>, ledgers: readonly ListedLedger[], { language, platform, program }: { readonly language: Language; readonly platform: NodeJS.Platform; readonly program: string }): void {
  const there = ledgers.filter(({ missing }) => !missing);
  // The file in front of a ledger stands for it, as in a double click: a folder's own path may end in a backslash, which would swallow the quotation mark.
  const door = (folder: string) => join(folder, doorName);
  if (platform === 'win32') {
    app.setJumpList([{
      type: 'custom', name: shellWords.recentLedgers[language],
      items: there.slice(0, mostJumps).map(({ name, folder }) => ({ type: 'task' as const, title: name, description: folder.slice(0, 255), program, args: `"${door(folder)}"`, iconPath: program, iconIndex: 0 })),
    }]);
  } else if (platform === 'darwin') {
    app.clearRecentDocuments();
    for (const { folder } of there.toReversed()) app.addRecentDocument(door(folder));
  }
}

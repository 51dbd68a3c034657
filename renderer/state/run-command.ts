import { pages, type CommandName, type Page } from '../../data/schema/commands.js';
import { failureOf } from '../client/call-failure.js';
import type { Client } from '../client/client.js';
import { openPage, tell, wantDialog } from './program-store.js';
import { undoOrRedo } from './undo.js';

/** True where a key press belongs to the text that is being written. */
export const isTyping = (target: EventTarget | null) => target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
const isPage = (name: CommandName): name is Page => (pages as readonly string[]).includes(name);

/** Does what the menu or a key asked for. While a dialog is open it has the word: only undoing inside its fields goes on. */
export async function runCommand(client: Client, name: CommandName): Promise<void> {
  if (name === 'undo' || name === 'redo') {
    // The menu cannot tell a text field from the ledger; the page can. The browser's own undo of a field has no other door than this one.
    if (isTyping(document.activeElement)) document.execCommand(name);
    else await undoOrRedo(client, name);
    return;
  }
  if (isPage(name)) return openPage(name);
  if (document.querySelector('[role="dialog"], [role="alertdialog"]')) return;
  if (name === 'print') return print();
  if (name === 'open-ledger') return openLedger(client);
  wantDialog(name);
}

/** Presses the page's own print button, so that what is printed is chosen in one place. */
function print(): void {
  const button = document.querySelector<HTMLButtonElement>('[data-page-print]:not([disabled])');
  if (button) button.click();
  else tell({ zh: '这一页没有要打印的。地图、一本账和一张表可以打印，其他成品在「出品」里。', en: 'There is nothing to print on this page. The map, the ledger and the project table can be printed; other outputs are under Outputs.' });
}

/** Opens a ledger by the system's own dialog where the host has one, and by the page's otherwise. */
async function openLedger(client: Client): Promise<void> {
  try {
    const { native } = await client.call('desktop.offers', {});
    if (!native) return wantDialog('open-ledger');
    const { path } = await client.call('desktop.choose', { what: 'ledger' });
    if (path === null) return;
    const status = await client.call('ledger.open', { folder: path });
    tell({ zh: `已打开「${status.name}」。`, en: `“${status.name}” is open.` });
  } catch (error) {
    const failure = failureOf(error);
    tell(failure.message, failure);
  }
}

import { text, type Text } from '../../data/schema/text.js';
import type { Program } from '../services/program.js';
import { keepAlive } from './keep-alive.js';
import type { Log } from './log-file.js';
import { languageOf } from './program-language.js';
import type { BrowserWindow, ElectronParts, MessageBoxOptions } from './window.js';

/** A page that is lost so often within a minute will be lost again: from then on a person decides. */
const patience = 3;

const words = {
  title: text('溪山', 'Xishan'),
  lost: text('页面接连几次出错，已经停下。', 'The page failed several times in a row and was stopped.'),
  lostMore: text('确认过的修改都已保存。可以重新载入；仍不行时退出，再打开溪山。', 'Every confirmed edit is saved. Load it again, or quit and open Xishan anew.'),
  hangs: text('页面没有反应。', 'The page does not answer.'),
  hangsMore: text('可以再等一会儿。重新载入会丢掉还没有确认的输入，确认过的修改都已保存。', 'You may wait a little. Loading it again loses what is not confirmed yet; every confirmed edit is saved.'),
  again: text('重新载入', 'Load again'), quit: text('退出', 'Quit'), wait: text('再等等', 'Wait'),
} as const;

/** Loads the desk's page and brings it back when it crashes or hangs: at first by itself, then as the person says. */
export function recoverDesk({ app, dialog }: Pick<ElectronParts, 'app' | 'dialog'>, window: BrowserWindow, address: string, program: Program, log: Log): void {
  const load = async () => { await window.loadURL(lastAddress(window, address)); };
  const ask = async (message: Text, detail: Text, buttons: readonly Text[], signal?: AbortSignal) => {
    const language = await languageOf(program);
    const options: MessageBoxOptions = { type: 'warning', noLink: true, title: words.title[language], message: message[language], detail: detail[language], buttons: buttons.map((button) => button[language]), defaultId: 0, cancelId: 0, ...(signal ? { signal } : {}) };
    return (await dialog.showMessageBox(window, options)).response;
  };
  keepAlive(window, {
    part: 'desk', log, load,
    onLoss(losses) {
      if (losses < patience) return true;
      ask(words.lost, words.lostMore, [words.again, words.quit]).then((answer) => (answer === 1 ? app.quit() : load())).catch((error: unknown) => log.fault('desk recovery', error));
      return false;
    },
  });
  let waiting: AbortController | undefined;
  window.on('unresponsive', () => {
    if (waiting) return;
    log.note('desk page hangs');
    const own = waiting = new AbortController();
    ask(words.hangs, words.hangsMore, [words.wait, words.again], own.signal)
      // Its process is ended, which loads the page again: a page that hangs hears no other word.
      .then((answer) => { if (answer === 1 && !own.signal.aborted) window.webContents.forcefullyCrashRenderer(); })
      .catch((error: unknown) => log.fault('desk recovery', error))
      .finally(() => { if (waiting === own) waiting = undefined; });
  });
  window.on('responsive', () => { waiting?.abort(); waiting = undefined; });
}

/** The page of the program that was open, so that a person finds the place again; the first page where there was none. */
function lastAddress(window: BrowserWindow, address: string): string {
  const last = window.webContents.getURL();
  return last.startsWith(`${address}#`) ? last : address;
}

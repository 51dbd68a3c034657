import { FailureError, type Failure } from '../../data/schema/failure.js';
import { text } from '../../data/schema/text.js';
import type { Program } from '../services/program.js';
import { ledgerOfWord } from './asked-ledger.js';
import type { Log } from './log-file.js';
import { languageOf } from './program-language.js';
import { raise, type BrowserWindow, type ElectronParts } from './window.js';

/** What a second start hands to the first. It comes from another process, so it is looked at before it is used. */
export interface Handover { readonly ledger?: string }
export function handedLedger(data: unknown): string | undefined {
  const ledger = (data as Handover | null | undefined)?.ledger;
  return typeof ledger === 'string' && ledger !== '' && ledger.length <= 1000 ? ledger : undefined;
}

export interface LedgerRequests {
  /** Opens a ledger, or says in a dialog why not; kept until the program is there. */
  open(folder: string): void;
  /** Opens what was asked for so far, and from now on at once. */
  serve(program: Program, window: () => BrowserWindow | undefined): Promise<void>;
  /** The ledger asked for last before the program was there; it is then not opened a second time. */
  take(): string | undefined;
}

const unknownFailure: Failure = { code: 'internal', message: text('账本没有打开，请在「设置 → 账本」里再试。', 'The ledger was not opened; try again under Settings → Ledgers.') };

/** Opening of ledgers from outside the page: a double click, a second start, the dock, the jump list. */
export function ledgerRequests({ app, dialog }: Pick<ElectronParts, 'app' | 'dialog'>, log: Log): LedgerRequests {
  let pending: string | undefined;
  let serving: { readonly program: Program; readonly window: () => BrowserWindow | undefined } | undefined;
  let last = Promise.resolve();

  async function openNow(folder: string): Promise<void> {
    const { program, window } = serving!;
    raise(window());
    try {
      await program.handlers['ledger.open']({ folder });
    } catch (error) {
      if (!(error instanceof FailureError)) log.fault('open ledger', error);
      await tellFailure(dialog, program, window(), error);
    }
  }
  const open = (folder: string) => {
    if (!serving) { pending = folder; return; }
    // One after the other: two double clicks must not cross.
    last = last.then(() => openNow(folder)).catch((error: unknown) => log.fault('open ledger', error));
  };
  // macOS hands over files by this event, and before everything else.
  app.on('open-file', (event, path) => {
    event.preventDefault();
    const folder = ledgerOfWord(path, '/');
    if (folder !== undefined) open(folder);
  });
  return {
    open,
    async serve(program, window) {
      serving = { program, window };
      const folder = pending;
      pending = undefined;
      if (folder !== undefined) { open(folder); await last; }
    },
    take() {
      const folder = pending;
      pending = undefined;
      return folder;
    },
  };
}

/** Says in the program's language why something could not be opened. */
export async function tellFailure(dialog: ElectronParts['dialog'], program: Pick<Program, 'handlers'>, window: BrowserWindow | undefined, error: unknown): Promise<void> {
  const language = await languageOf(program);
  const { message } = error instanceof FailureError ? error.failure : unknownFailure;
  const options = { type: 'warning' as const, title: text('溪山', 'Xishan')[language], message: text('账本没有打开', 'The ledger was not opened')[language], detail: message[language], buttons: [text('知道了', 'OK')[language]] };
  await (window && !window.isDestroyed() ? dialog.showMessageBox(window, options) : dialog.showMessageBox(options));
}

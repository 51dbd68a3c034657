import { FailureError } from '../../data/schema/failure.js';
import { text } from '../../data/schema/text.js';
import type { FileResource, Handlers, Program } from './program.js';

/** What of the system a host can use for the person at the desk. */
export interface Desktop {
  /** The path chosen in the system's own dialog; null where none was. Only files of the `endings` can be chosen, where any are given. */
  choose(what: 'ledger' | 'folder' | 'file', endings: readonly string[]): Promise<string | null>;
  /** Takes up a file under the pointer, which is held down. */
  drag(file: string): void;
  /** Shows a file or a folder where it lies. */
  show(path: string): void;
}
/** Makes the desktop of a program; a host without one makes none. */
export type CreateDesktop = (program: Program) => Desktop;

interface Means {
  readonly desktop: () => Desktop | undefined;
  readonly output: (fileId: string) => FileResource | undefined;
  readonly ledgerFolder: () => string;
  readonly logFile: string | undefined;
}
type DesktopCalls = Pick<Handlers, 'desktop.offers' | 'desktop.choose' | 'desktop.drag' | 'desktop.show'>;

const gone = () => new FailureError('not-found', text('这个文件已经不在了，请重新生成。', 'This file is gone; make it once more.'));

/** The calls that need the system's desktop. No path of the page's is ever dragged or shown: outputs go by id, the rest by name. */
export function desktopCalls({ desktop, output, ledgerFolder, logFile }: Means): DesktopCalls {
  const here = (): Desktop => {
    const found = desktop();
    if (!found) throw new FailureError('not-allowed', text('在浏览器里打开时没有这一项；请用页面上的按钮。', 'This is not there in a browser; use the buttons on the page.'));
    return found;
  };
  return {
    'desktop.offers': () => ({ native: desktop() !== undefined }),
    'desktop.choose': async ({ what, endings }) => ({ path: await here().choose(what, endings) }),
    'desktop.drag': ({ fileId }) => {
      const system = here();
      const found = output(fileId);
      if (!found) throw gone();
      system.drag(found.file);
      return {};
    },
    'desktop.show': ({ what }) => {
      const system = here();
      const path = what === 'ledger' ? ledgerFolder() : logFile;
      if (path === undefined) throw gone();
      system.show(path);
      return {};
    },
  };
}

import { stat } from 'node:fs/promises';
import { join } from 'node:path';

/** True while a ledger's folder can be reached. */
export const isReachable = (folder: string) => stat(join(folder, 'ledger.json')).then(() => true, () => false);

/** Looks now and then whether a folder is there; never two looks at once, for a drive that is away may be slow to say so. */
export interface FolderWatch {
  /** Looks now; resolves when what follows from it is done. */
  look(): Promise<void>;
  stop(): void;
}

/** `look` every so many milliseconds, told whether the folder can be reached. */
export function watchFolder(folder: () => string, every: number, tell: (isThere: boolean) => Promise<void>): FolderWatch {
  let looking: Promise<void> | undefined;
  const look = () => {
    looking ??= (async () => { await tell(await isReachable(folder())); })().catch((error: unknown) => console.error('The ledger folder could not be watched:', error)).finally(() => { looking = undefined; });
    return looking;
  };
  const timer = setInterval(() => void look(), every);
  timer.unref();
  return { look, stop: () => clearInterval(timer) };
}

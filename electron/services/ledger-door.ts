import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Ledger } from '../storage/ledger.js';

/**
 * The file in a ledger's folder that a person double-clicks. A ledger is a folder, which no system lets a program open by itself, and
 * `ledger.json` has an ending that belongs to every editor; so a small file of our own ending stands in front of it. It says nothing:
 * the ledger is the folder that it lies in, so that it is right wherever the folder is taken.
 */
export const doorName = '打开账本.xishan';
export const doorEnding = '.xishan';

const words = '{ "format": "xishan-ledger", "note": "双击这个文件，用溪山打开它所在的账本。 Double-click this file to open the ledger that it lies in." }\n';

/** Puts the file where it is missing. A folder that cannot be written to has none, and is opened in other ways. */
export async function placeDoor(ledger: Pick<Ledger, 'folder' | 'readOnly'>): Promise<void> {
  if (ledger.readOnly) return;
  await writeFile(join(ledger.folder, doorName), words, { flag: 'wx' }).catch(() => undefined);
}

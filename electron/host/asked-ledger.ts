import { existsSync } from 'node:fs';
import { dirname, extname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { doorEnding } from '../services/ledger-door.js';

/** A path as a system hands it over; Linux desktops hand over addresses. Nothing for a switch or an address of another kind. */
function pathOf(word: string): string | undefined {
  if (word === '' || word.startsWith('-') || word.includes('\0') || word.length > 2_000) return undefined;
  if (!/^[a-z][a-z0-9+.-]+:\/\//i.test(word)) return word;
  try {
    return new URL(word).protocol === 'file:' ? fileURLToPath(word) : undefined;
  } catch {
    return undefined;
  }
}

const isLedger = (folder: string) => existsSync(join(folder, 'ledger.json'));

/**
 * The folder of the ledger that a word means: the file that is double-clicked lies in it (whether or not it is still there, since only
 * its place counts), or it is the folder itself. Nothing for any other word. Relative words count from `folder`.
 */
export function ledgerOfWord(word: string, folder: string): string | undefined {
  const path = pathOf(word);
  if (path === undefined) return undefined;
  const whole = resolve(folder, path);
  if (extname(whole).toLowerCase() === doorEnding) return dirname(whole);
  return isLedger(whole) ? whole : undefined;
}

/** The ledger that a command line asks for by a file or a folder; words after a lone "--" are ours and not the system's. */
export function ledgerOfWords(words: readonly string[], folder: string): string | undefined {
  const own = words.indexOf('--');
  for (const word of own < 0 ? words : words.slice(0, own)) {
    const found = ledgerOfWord(word, folder);
    if (found !== undefined) return found;
  }
  return undefined;
}

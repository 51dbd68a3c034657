import { cp, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, sep } from 'node:path';
import { FailureError } from '../../data/schema/failure.js';
import { isServerAddress } from '../storage/server/address.js';

export type FolderKind = 'missing' | 'empty' | 'ledger' | 'server' | 'other';

/** What a folder is. A ledger whose main file is lost still is one: it is mended when it is opened. */
export async function folderKind(folder: string): Promise<FolderKind> {
  const found = await stat(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (!found) return 'missing';
  if (!found.isDirectory()) return 'other';
  const names = await readdir(folder);
  if (names.includes('ledger.json') || names.includes('journal.jsonl') || names.includes('snapshots')) return 'ledger';
  return names.length === 0 ? 'empty' : 'other';
}

const notALedger = (folder: string) => new FailureError('not-found', {
  zh: `「${folder}」里没有账本，却有别的东西；请指到账本文件夹，或换一个空文件夹。`,
  en: `“${folder}” holds no ledger but other things; name a ledger's folder, or an empty one.`,
}, { file: basename(folder) });

/** Refuses a folder that a command cannot work on. `mayBeNew`: an import fills a missing or empty one. */
export async function requireLedger(folder: string, mayBeNew: boolean): Promise<FolderKind> {
  if (isServerAddress(folder)) return 'server';
  const kind = await folderKind(folder);
  if (kind === 'other') throw notALedger(folder);
  if (kind !== 'ledger' && !mayBeNew) {
    throw new FailureError('not-found', {
      zh: `「${folder}」里没有账本；请核对 --ledger，或先用 import 建一个。`,
      en: `There is no ledger in “${folder}”; check --ledger, or make one with import first.`,
    }, { file: basename(folder) });
  }
  return kind;
}

/**
 * Copies a ledger's records to try something on: without pictures and maps, which no plan needs, and without the lock,
 * so that the ledger itself is not even opened.
 */
export async function copyForTrial(folder: string, copy: string): Promise<void> {
  const left = new Set(['media', 'maps', 'lock']);
  await cp(folder, copy, { recursive: true, filter: (source) => !left.has(source.slice(folder.length).split(sep).filter(Boolean)[0] ?? '') });
}

/** Takes a folder that this command made, or found empty, back to what it was. */
export async function emptyFolder(folder: string, wasMissing: boolean): Promise<void> {
  if (wasMissing) await rm(folder, { recursive: true, force: true });
  else for (const name of await readdir(folder)) await rm(join(folder, name), { recursive: true, force: true });
}

/** Runs `work` with a temporary folder and removes it afterwards. */
export async function withTemporaryFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'xishan-cli-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

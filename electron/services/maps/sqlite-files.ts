import fs from 'node:fs';
import { parse, resolve } from 'node:path';

// node-sqlite3-wasm reads files by Node's synchronous calls. It locks by making a folder beside the database, which fails on a
// read-only disk and stays behind for good when a program is killed, and cannot open files in WAL mode, for want of shared memory.
// A pack is only ever read. So its database is opened under a name that no file has, and the calls with that name are answered
// here: the file is opened for reading, its locks are always granted, nothing lies beside it, and the two bytes of its header that
// ask for a WAL (SQLite file format, 1.3.3) read as the older way. All other calls go on as they are. This holds for one thread.

const aliases = new Map<string, string>();
const files = new Set<number>();
let made = 0;
let isInPlace = false;

const aliasOf = (path: unknown) => (typeof path === 'string' ? [...aliases.keys()].find((alias) => path.startsWith(alias)) : undefined);
const missing = () => Object.assign(new Error('There is no such file.'), { code: 'ENOENT' });
const headerAt = 18;

/** Puts the answers in place of Node's calls; once in a thread. */
function putInPlace(): void {
  if (isInPlace) return;
  isInPlace = true;
  const { openSync, closeSync, readSync, accessSync, mkdirSync, rmdirSync } = fs;
  fs.openSync = (path, flags, mode) => {
    const alias = aliasOf(path);
    if (!alias) return openSync(path, flags, mode);
    if (path !== alias) throw missing();
    const file = openSync(aliases.get(alias) as string, 'r');
    files.add(file);
    return file;
  };
  fs.closeSync = (file) => { files.delete(file); closeSync(file); };
  fs.readSync = ((file: number, buffer: Uint8Array, offset: number, length: number, position: number | bigint) => {
    const read = readSync(file, buffer, offset, length, position);
    if (files.has(file)) {
      const from = Number(position);
      for (const at of [headerAt, headerAt + 1]) if (at >= from && at < from + read) buffer[offset + at - from] = Math.min(1, buffer[offset + at - from] ?? 1);
    }
    return read;
  }) as typeof fs.readSync;
  fs.accessSync = (path, mode) => {
    const alias = aliasOf(path);
    if (!alias) return accessSync(path, mode);
    if (path !== alias) throw missing();
  };
  fs.mkdirSync = ((path: string, ...rest: []) => (aliasOf(path) ? undefined : mkdirSync(path, ...rest))) as typeof fs.mkdirSync;
  fs.rmdirSync = ((path: string, ...rest: []) => (aliasOf(path) ? undefined : rmdirSync(path, ...rest))) as typeof fs.rmdirSync;
}

/** A name under which SQLite opens a file for reading without touching anything beside it; short, for Windows allows 260 letters. `release` forgets it. */
export function readOnlyName(path: string): { readonly name: string; release(): void } {
  putInPlace();
  const name = resolve(parse(process.cwd()).root, `xishan-pack-${(made += 1)}.`);
  aliases.set(name, path);
  return { name, release: () => void aliases.delete(name) };
}

import type { Disk, DiskFile } from '../../electron/storage/disk.js';

/** What goes wrong at the call that is due: an error, or a write that takes half the bytes and then fails. */
export type Fault = { readonly code: 'EIO' | 'ENOSPC' | 'EPERM' | 'EROFS' | 'EACCES' } | { readonly shortWrite: true };

export interface FaultyDisk extends Disk {
  /** Calls made so far. */
  readonly calls: () => number;
}

const failing = (code: string) => Object.assign(new Error(`${code}: put in by a test`), { code });

/**
 * A disk whose calls from number `first` on fail, `times` of them (counted from 1, files' calls included). `only` picks the calls
 * that count, by name: open, write, syncData, rename and so on.
 */
export function faultyDisk(under: Disk, fault: Fault, first: number, times = 1, only: (name: string, path: string) => boolean = () => true): FaultyDisk {
  let calls = 0;
  const isDue = (name: string, path: string) => {
    if (!only(name, path)) return false;
    calls += 1;
    return calls >= first && calls < first + times;
  };
  const guard = async <T>(name: string, path: string, run: () => Promise<T>): Promise<T> => {
    if (isDue(name, path) && 'code' in fault) throw failing(fault.code);
    return run();
  };
  const fileOf = (file: DiskFile, path: string): DiskFile => ({
    read: (position, length) => guard('read', path, () => file.read(position, length)),
    async write(bytes, position) {
      if (!isDue('write', path)) return file.write(bytes, position);
      if ('code' in fault) {
        // A failed write may still have put some of its bytes there.
        await file.write(bytes.subarray(0, bytes.byteLength >> 1), position);
        throw failing(fault.code);
      }
      return file.write(bytes.subarray(0, Math.ceil(bytes.byteLength / 2)), position);
    },
    syncData: () => guard('syncData', path, () => file.syncData()),
    sync: () => guard('sync', path, () => file.sync()),
    truncate: (length) => guard('truncate', path, () => file.truncate(length)),
    close: () => file.close(),
  });
  return {
    calls: () => calls,
    open: (path, how) => guard('open', path, async () => fileOf(await under.open(path, how), path)),
    readFile: (path) => guard('readFile', path, () => under.readFile(path)),
    stat: (path) => guard('stat', path, () => under.stat(path)),
    list: (folder) => guard('list', folder, () => under.list(folder)),
    makeFolder: (folder) => guard('makeFolder', folder, () => under.makeFolder(folder)),
    rename: (from, to) => guard('rename', to, () => under.rename(from, to)),
    link: (from, to) => guard('link', to, () => under.link(from, to)),
    remove: (path) => guard('remove', path, () => under.remove(path)),
    touch: (path, at) => guard('touch', path, () => under.touch(path, at)),
    syncFolder: (folder) => guard('syncFolder', folder, () => under.syncFolder(folder)),
  };
}

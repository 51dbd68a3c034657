import { dirname } from 'node:path';
import type { Disk, DiskFile } from '../../electron/storage/disk.js';

interface Inode { now: Buffer; durable: Buffer }
interface Folder { now: Map<string, Inode>; durable: Map<string, Inode> }

/** How much of what was never synced is found after the cut: nothing, half of each file's new bytes, or all lengths with zeros in them. */
export type Leftover = 'nothing' | 'half' | 'zeros';

/**
 * A disk in memory that forgets, at a power cut, what was not made durable: a file's bytes until it is synced, a name until its
 * folder is. At call number `cutAt` the power goes, and every later call fails. `after` is the disk as the next start finds it.
 */
export class PowerCutDisk implements Disk {
  calls = 0;
  readonly #folders = new Map<string, Folder>();
  #isOff = false;

  constructor(public cutAt = Infinity, private readonly leftover: Leftover = 'nothing', private readonly entriesSurvive = false) {}

  get isOff(): boolean {
    return this.#isOff;
  }

  /** The disk after the power came back. */
  after(): PowerCutDisk {
    const next = new PowerCutDisk(Infinity, this.leftover, this.entriesSurvive);
    const inodes = new Map<Inode, Inode>();
    for (const [path, folder] of this.#folders) {
      const names = new Map(folder.durable);
      // A file system may have written names on its own before the cut; contents are another matter.
      if (this.entriesSurvive) for (const [name, inode] of folder.now) names.set(name, inode);
      const kept = new Map([...names].map(([name, inode]) => {
        if (!inodes.has(inode)) inodes.set(inode, this.#survivor(inode));
        return [name, inodes.get(inode) as Inode] as const;
      }));
      next.#folders.set(path, { now: new Map(kept), durable: kept });
    }
    return next;
  }

  #survivor({ now, durable }: Inode): Inode {
    let bytes = durable;
    if (this.leftover === 'half' && now.length > durable.length) bytes = now.subarray(0, durable.length + ((now.length - durable.length) >> 1));
    if (this.leftover === 'zeros' && now.length > durable.length) bytes = Buffer.concat([durable, Buffer.alloc(now.length - durable.length)]);
    return { now: Buffer.from(bytes), durable: Buffer.from(bytes) };
  }

  #step(): void {
    if (this.#isOff) throw Object.assign(new Error('no power'), { code: 'EIO' });
    this.calls += 1;
    if (this.calls >= this.cutAt) {
      this.#isOff = true;
      throw Object.assign(new Error('the power went'), { code: 'EIO' });
    }
  }

  #folder(path: string): Folder {
    const folder = this.#folders.get(path);
    if (!folder) throw missing(path);
    return folder;
  }
  #name = (path: string) => path.slice(dirname(path).length + 1);
  #inode(path: string): Inode {
    const inode = this.#folder(dirname(path)).now.get(this.#name(path));
    if (!inode) throw missing(path);
    return inode;
  }

  async open(path: string, how: 'read' | 'change' | 'replace' | 'make'): Promise<DiskFile> {
    this.#step();
    const names = this.#folder(dirname(path)).now;
    const name = this.#name(path);
    if (how === 'make' && names.has(name)) throw Object.assign(new Error('there'), { code: 'EEXIST' });
    if (how === 'make' || (how === 'replace' && !names.has(name))) names.set(name, { now: Buffer.alloc(0), durable: Buffer.alloc(0) });
    const inode = this.#inode(path);
    if (how === 'replace') inode.now = Buffer.alloc(0);
    return {
      read: async (position, length) => Buffer.from(inode.now.subarray(position, position + length)),
      write: async (bytes, position) => {
        this.#step();
        const grown = Buffer.alloc(Math.max(inode.now.length, position + bytes.byteLength));
        inode.now.copy(grown);
        Buffer.from(bytes).copy(grown, position);
        inode.now = grown;
        return bytes.byteLength;
      },
      syncData: async () => {
        this.#step();
        inode.durable = Buffer.from(inode.now);
      },
      sync: async () => {
        this.#step();
        inode.durable = Buffer.from(inode.now);
      },
      truncate: async (length) => {
        this.#step();
        inode.now = Buffer.concat([inode.now.subarray(0, length), Buffer.alloc(Math.max(0, length - inode.now.length))]);
      },
      close: async () => undefined,
    };
  }
  async readFile(path: string): Promise<Buffer> {
    this.#step();
    return Buffer.from(this.#inode(path).now);
  }
  async stat(path: string) {
    this.#step();
    if (this.#folders.has(path)) return { size: 0, modified: 0 };
    const inode = this.#folders.get(dirname(path))?.now.get(this.#name(path));
    return inode && { size: inode.now.length, modified: 0 };
  }
  async list(folder: string): Promise<string[]> {
    this.#step();
    return [...this.#folder(folder).now.keys()];
  }
  /** Folders are taken as durable when made: what is looked at here is files. */
  async makeFolder(folder: string): Promise<void> {
    this.#step();
    for (let path = folder; !this.#folders.has(path); path = dirname(path)) this.#folders.set(path, { now: new Map(), durable: new Map() });
  }
  async rename(from: string, to: string): Promise<void> {
    this.#step();
    const inode = this.#inode(from);
    this.#folder(dirname(from)).now.delete(this.#name(from));
    this.#folder(dirname(to)).now.set(this.#name(to), inode);
  }
  async link(from: string, to: string): Promise<void> {
    this.#step();
    this.#folder(dirname(to)).now.set(this.#name(to), this.#inode(from));
  }
  async remove(path: string): Promise<void> {
    this.#step();
    this.#folder(dirname(path)).now.delete(this.#name(path));
  }
  async touch(): Promise<void> {
    this.#step();
  }
  async syncFolder(path: string): Promise<void> {
    this.#step();
    const folder = this.#folder(path);
    folder.durable = new Map(folder.now);
  }
}

const missing = (path: string) => Object.assign(new Error(`no ${path}`), { code: 'ENOENT' });

import { dirname } from 'node:path';
import type { Disk, DiskFile } from '../../electron/storage/disk.js';

interface Inode { now: Buffer; durable: Buffer }
interface Folder { now: Map<string, Inode>; durable: Map<string, Inode> }
/** A name that came, changed or went: an inode, or nothing. A rename is two of them, which come true together or not at all. */
type NameChange = readonly { readonly folder: string; readonly name: string; readonly inode?: Inode | undefined }[];

/**
 * How much of what was never synced is found after the cut: nothing, half of each file's new bytes, or all lengths with zeros in them;
 * or `torn`: of each sector by chance the old or the new bytes, whatever the order in which they were written.
 */
export type Leftover = 'nothing' | 'half' | 'zeros' | 'torn';
/** Names that no folder sync made durable are lost, or all there, or those up to some moment: file systems keep the order of names. */
export type Names = 'durable' | 'all' | 'some';

const sector = 512;

/**
 * A disk in memory that forgets, at a power cut, what was not made durable: a file's bytes until it is synced, a name until its
 * folder is. At call number `cutAt` the power goes, and every later call fails. `after` is the disk as the next start finds it.
 */
export class PowerCutDisk implements Disk {
  calls = 0;
  readonly #folders = new Map<string, Folder>();
  /** Changes of names since their folders were synced, in order. */
  #pending: NameChange[] = [];
  #isOff = false;

  /** `random` decides what is left by chance. */
  constructor(public cutAt = Infinity, private readonly leftover: Leftover = 'nothing', private readonly names: Names = 'durable', private readonly random: () => number = Math.random) {}

  get isOff(): boolean {
    return this.#isOff;
  }

  /** The disk after the power came back. */
  after(): PowerCutDisk {
    const next = new PowerCutDisk(Infinity, this.leftover, this.names, this.random);
    const inodes = new Map<Inode, Inode>();
    const survivors = new Map([...this.#folders].map(([path, folder]) => [path, new Map(folder.durable)]));
    for (const change of this.#pending.slice(0, this.#keptChanges())) {
      for (const { folder, name, inode } of change) {
        if (inode) survivors.get(folder)?.set(name, inode);
        else survivors.get(folder)?.delete(name);
      }
    }
    for (const [path, names] of survivors) {
      const kept = new Map([...names].map(([name, inode]) => {
        if (!inodes.has(inode)) inodes.set(inode, this.#survivor(inode));
        return [name, inodes.get(inode) as Inode] as const;
      }));
      next.#folders.set(path, { now: new Map(kept), durable: kept });
    }
    return next;
  }

  /** How many changes of names the file system had written on its own before the cut; contents are another matter. */
  #keptChanges(): number {
    return this.names === 'durable' ? 0 : this.names === 'all' ? this.#pending.length : Math.floor(this.random() * (this.#pending.length + 1));
  }

  #survivor({ now, durable }: Inode): Inode {
    let bytes = durable;
    if (this.leftover === 'half' && now.length > durable.length) bytes = now.subarray(0, durable.length + ((now.length - durable.length) >> 1));
    if (this.leftover === 'zeros' && now.length > durable.length) bytes = Buffer.concat([durable, Buffer.alloc(now.length - durable.length)]);
    if (this.leftover === 'torn') bytes = this.#torn(now, durable);
    return { now: Buffer.from(bytes), durable: Buffer.from(bytes) };
  }

  /** Each sector old or new by chance; one that was never there before and did not come reads as zeros. The length is the old or the new one. */
  #torn(now: Buffer, durable: Buffer): Buffer {
    const bytes = Buffer.alloc(Math.max(now.length, durable.length));
    durable.copy(bytes);
    for (let at = 0; at < now.length; at += sector) if (this.random() < 0.5) now.copy(bytes, at, at, at + sector);
    return bytes.subarray(0, this.random() < 0.5 ? now.length : durable.length);
  }

  #rename(change: NameChange): void {
    for (const { folder, name, inode } of change) {
      if (inode) this.#folder(folder).now.set(name, inode);
      else this.#folder(folder).now.delete(name);
    }
    this.#pending.push(change);
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
    if (how === 'make' || (how === 'replace' && !names.has(name))) this.#rename([{ folder: dirname(path), name, inode: { now: Buffer.alloc(0), durable: Buffer.alloc(0) } }]);
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
    this.#folder(dirname(to));
    this.#rename([{ folder: dirname(from), name: this.#name(from) }, { folder: dirname(to), name: this.#name(to), inode }]);
  }
  async link(from: string, to: string): Promise<void> {
    this.#step();
    this.#rename([{ folder: dirname(to), name: this.#name(to), inode: this.#inode(from) }]);
  }
  async remove(path: string): Promise<void> {
    this.#step();
    if (this.#folder(dirname(path)).now.has(this.#name(path))) this.#rename([{ folder: dirname(path), name: this.#name(path) }]);
  }
  async touch(): Promise<void> {
    this.#step();
  }
  async syncFolder(path: string): Promise<void> {
    this.#step();
    const folder = this.#folder(path);
    folder.durable = new Map(folder.now);
    this.#pending = this.#pending.map((change) => change.filter((one) => one.folder !== path)).filter((change) => change.length > 0);
  }
}

const missing = (path: string) => Object.assign(new Error(`no ${path}`), { code: 'ENOENT' });

import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { codeOf, writeAll, type Disk } from './disk.js';

/** Who writes to a ledger. `start` tells a process from a later one that was given the same number. */
export interface Holder {
  readonly host: string;
  readonly pid: number;
  readonly startedAt: string;
  readonly start?: string | undefined;
  readonly token: string;
}

/** What is known of processes; tests put other machines and reused numbers behind it. */
export interface Processes {
  readonly host: string;
  readonly pid: number;
  /** Something that no other process of this number has, this boot or another; nothing where it cannot be known. */
  startOf(pid: number): string | undefined;
  isAlive(pid: number): boolean;
}

export const realProcesses: Processes = {
  host: hostname(),
  pid: process.pid,
  startOf(pid) {
    if (process.platform !== 'linux') return undefined;
    try {
      const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
      // proc(5): field 22, counted after the name in brackets, is the start in ticks since boot.
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\)\s/s, '').split(' ');
      return `${boot}/${fields[19]}`;
    } catch {
      return undefined;
    }
  },
  isAlive(pid) {
    try {
      process.kill(pid, 0);
      return true;
    } catch (error) {
      return codeOf(error) === 'EPERM';
    }
  },
};

const heartbeat = 5_000;
/** A sign of life older than this is none: it bridges a machine that was busy, not one that was switched off. */
const silence = 60_000;
/** A lock without a readable name in it is being written at this moment, or is what a power cut left. */
const writingTime = 5_000;
/** How often such a lock is looked at, in ms, and at most how many times. */
const lookEvery = 50;
const mostLooks = 120;

async function isGone(disk: Disk, path: string, holder: Holder | undefined, processes: Processes, now: Date): Promise<boolean> {
  const found = await disk.stat(path);
  if (!found) return true;
  const age = now.getTime() - found.modified;
  const isSilent = age > silence;
  if (!holder) return age > writingTime;
  if (holder.host !== processes.host) return isSilent;
  if (!processes.isAlive(holder.pid)) return true;
  const start = processes.startOf(holder.pid);
  return start !== undefined && holder.start !== undefined ? start !== holder.start : isSilent;
}

async function holderAt(disk: Disk, path: string, now: Date): Promise<Holder | undefined> {
  // A holder that is just writing its name is given as long as that may take: one that was killed in that very moment never will, and the ledger must not open for reading only because of it.
  const begun = Date.now();
  for (let attempt = 0; attempt < mostLooks; attempt += 1) {
    try {
      const holder = JSON.parse((await disk.readFile(path)).toString('utf8')) as Holder;
      if (typeof holder.pid === 'number' && typeof holder.token === 'string') return holder;
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return undefined;
    }
    const found = await disk.stat(path);
    if (!found || now.getTime() + (Date.now() - begun) - found.modified > writingTime) return undefined;
    await wait(lookEvery);
  }
  return undefined;
}

/** The right to write to a ledger folder: a file that only one process can make. */
export class Lock {
  readonly #timer: NodeJS.Timeout;

  private constructor(readonly disk: Disk, readonly path: string, readonly holder: Holder, now: () => Date) {
    this.#timer = setInterval(() => { void disk.touch(path, now()).catch(() => undefined); }, heartbeat);
    this.#timer.unref();
  }

  /**
   * Takes the lock, or says who has it (nothing is known of a holder whose file cannot be read). A lock whose process is gone
   * is taken over. Rejects with the disk's error where the folder cannot be written to.
   */
  static async take(disk: Disk, folder: string, processes: Processes, now: () => Date): Promise<{ lock: Lock } | { heldBy: Holder | undefined }> {
    const path = join(folder, 'lock');
    const startedAt = now();
    const mine: Holder = {
      host: processes.host, pid: processes.pid, startedAt: startedAt.toISOString(), start: processes.startOf(processes.pid), token: crypto.randomUUID(),
    };
    for (let attempt = 0; attempt < 3; attempt += 1) {
      if (await make(disk, path, mine)) return { lock: new Lock(disk, path, mine, now) };
      const holder = await holderAt(disk, path, now());
      if (!(await isGone(disk, path, holder, processes, now()))) return { heldBy: holder };
      await clear(disk, path, holder, now());
    }
    return { heldBy: await holderAt(disk, path, now()) };
  }

  /** True while the lock is this process's; made again where somebody has only deleted the file. */
  async isHeld(): Promise<boolean> {
    const found = await this.disk.readFile(this.path).catch((error: unknown) => {
      if (codeOf(error) === 'ENOENT') return undefined;
      throw error;
    });
    // The content is compared, not the inode: a file system gives a deleted file's inode to the next file made.
    return found ? found.includes(this.holder.token) : make(this.disk, this.path, this.holder);
  }

  async release(): Promise<void> {
    clearInterval(this.#timer);
    const found = await this.disk.readFile(this.path).catch(() => undefined);
    if (found?.includes(this.holder.token)) await this.disk.remove(this.path);
  }
}

async function make(disk: Disk, path: string, holder: Holder): Promise<boolean> {
  try {
    const file = await disk.open(path, 'make');
    try {
      await writeAll(file, Buffer.from(`${JSON.stringify(holder)}\n`), 0);
    } catch (error) {
      await disk.remove(path).catch(() => undefined);
      throw error;
    } finally {
      await file.close();
    }
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Puts a dead process's lock away. Two that try at once: the second finds the first one's fresh lock in its hands and gives it back. */
async function clear(disk: Disk, path: string, judged: Holder | undefined, now: Date): Promise<void> {
  const aside = `${path}.${crypto.randomUUID()}`;
  try {
    await disk.rename(path, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  const taken = await holderAt(disk, aside, now);
  if (taken?.token !== judged?.token) await disk.link(aside, path).catch(() => undefined);
  await disk.remove(aside);
}

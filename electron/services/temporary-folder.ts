import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { realProcesses } from '../storage/lock.js';

/** What is put into the machine's folder for temporary files, and by which process. */
const ours = /^xishan-(?:upload|output|print)-(\d{1,10})-[A-Za-z0-9]+$/;

/** Folders of processes that ended before they could clear up: killed, or without power. */
async function clearAfterTheDead(): Promise<void> {
  const names = await readdir(tmpdir()).catch(() => []);
  for (const name of names) {
    const pid = Number(ours.exec(name)?.[1] ?? 0);
    // One that may not be removed is another person's.
    if (pid > 0 && !realProcesses.isAlive(pid)) await rm(join(tmpdir(), name), { recursive: true, force: true }).catch(() => undefined);
  }
}

/** A new folder for temporary files of this process. What processes that are gone have left behind is removed. */
export async function makeTemporary(kind: 'upload' | 'output' | 'print'): Promise<string> {
  await clearAfterTheDead();
  return mkdtemp(join(tmpdir(), `xishan-${kind}-${process.pid}-`));
}

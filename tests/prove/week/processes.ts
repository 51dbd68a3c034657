import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Reply } from '../../../data/contract.js';
import { findBrowser } from '../../../electron/host/find-browser.js';
import { startHost } from '../../bench/host-process.js';
import { temporaryFolder } from '../../builders/ledger.js';
import { isTimeUp, noneOf, wordsOf, type Finding, type Sample } from '../finding.js';

/** Makes calls of a host as its page does. */
async function pageOf(entrance: string) {
  const address = new URL(entrance);
  const token = address.searchParams.get('token') ?? '';
  const cookie = (await fetch(address, { redirect: 'manual' })).headers.get('set-cookie')?.split(';')[0] ?? '';
  return async <T>(name: string, input: object = {}): Promise<T> => {
    const response = await fetch(`${address.origin}/call`, { method: 'POST', headers: { cookie, origin: address.origin, 'x-xishan-token': token, 'content-type': 'application/json' }, body: JSON.stringify({ name, input }) });
    const reply = (await response.json()) as Reply<T>;
    if (!reply.ok) throw new Error(`${name}: ${reply.failure.message.en}`);
    return reply.value;
  };
}

/** The processes that name a folder in their command line or have it as their folder for temporary files. Nothing where the system has no /proc. */
async function processesOf(folder: string): Promise<string[]> {
  const found: string[] = [];
  for (const pid of (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)) {
    const read = (part: string) => readFile(`/proc/${pid}/${part}`, 'utf8').catch(() => '');
    const command = await read('cmdline');
    if (`${command}${await read('environ')}`.includes(folder)) found.push(command.replaceAll('\0', ' ').slice(0, 120));
  }
  return found;
}

/** Waits until nothing of the folder runs any more, a few seconds at most. */
async function leftRunning(folder: string): Promise<string[]> {
  let left = await processesOf(folder);
  for (let attempt = 0; attempt < 40 && left.length > 0; attempt += 1) {
    await wait(150);
    left = await processesOf(folder);
  }
  return left;
}

/** Ends the built host, in order or by kill -9, idle or in the middle of printing, and looks for what it left behind; the last start clears up after the killed ones. */
export async function proveProcesses(sample: Sample): Promise<Finding[]> {
  if (!findBrowser()) return [noneOf('Hosts ended: processes left', 0, ['no Chromium, Chrome or Edge was found, so nothing could be printed'])];
  const { path, remove } = await temporaryFolder();
  const [home, temporary] = [join(path, 'home'), join(path, 'temporary')];
  await mkdir(temporary);
  const faults: string[] = [];
  let tried = 0;
  try {
    for (; tried < sample.rounds && !isTimeUp(sample); tried += 1) {
      const signal = tried % 2 === 0 ? 'SIGKILL' : 'SIGTERM';
      const about = `round ${tried}, ${signal}`;
      try {
        const host = await startHost(home, { TMPDIR: temporary });
        const ask = await pageOf(host.address);
        const { jobId } = await ask<{ jobId: string }>('output.start', { kind: 'projects', format: 'pdf', audience: 'public', language: 'zh' });
        // Sometimes before it has begun to print, sometimes in the middle, sometimes after.
        const isAwaited = tried % 3 === 2;
        for (let state = 'running'; isAwaited && state === 'running'; ({ state } = await ask<{ state: string }>('job.state', { jobId }))) await wait(100);
        if (!isAwaited) await wait((tried % 3) * 1_200);
        await (signal === 'SIGKILL' ? host.kill() : host.stop());
      } catch (error) {
        faults.push(`${about}: ${wordsOf(error)}`);
      }
      for (const command of await leftRunning(path)) faults.push(`${about}: still runs ${command}`);
      const files = await readdir(temporary);
      if (signal === 'SIGTERM' && files.length > 0) faults.push(`${about}: ${files.join(', ')} is left over`);
    }
  } finally {
    await remove();
  }
  return [noneOf('Hosts ended or killed, idle and printing: processes and files left', tried, faults, sample.rounds)];
}

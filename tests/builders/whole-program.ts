import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { LedgerData } from '../../data/schema/ledger.js';
import { createProgram } from '../../electron/services/create-program.js';
import type { Program, ProgramOptions } from '../../electron/services/program.js';
import { createLedger } from '../../electron/storage/ledger.js';
import { root } from './bundle.js';
import { temporaryFolder } from './ledger.js';
import { everyWorker } from './workers.js';

/** A program with nothing left out, in a folder of its own that is also the machine's folder for temporary files and the person's home. */
export interface WholeProgram {
  readonly program: Program;
  /** All that it may write to. */
  readonly place: string;
  readonly home: string;
  readonly ledger: string;
  /** The machine's folder for temporary files, as this program sees it. */
  readonly temporary: string;
  /** Ends the program and begins it anew over the same ledger. */
  restart(): Promise<void>;
  /** Ends the program; the folder stays until `remove`. */
  close(): Promise<void>;
  remove(): Promise<void>;
}

/** Starts it. Until `remove`, this process has another working folder, home and folder for temporary files. */
export async function wholeProgram(data: LedgerData, more: Partial<ProgramOptions> = {}): Promise<WholeProgram> {
  const workerFiles = await everyWorker();
  const { path: place, remove } = await temporaryFolder();
  const [home, ledger, temporary, work] = [join(place, 'home'), join(place, 'ledger'), join(place, 'temporary'), join(place, 'work/a/b/c/d')];
  for (const folder of [home, temporary, work]) await mkdir(folder, { recursive: true });
  const before = { folder: process.cwd(), home: process.env['HOME'], profile: process.env['USERPROFILE'], temporary: process.env['TMPDIR'] };
  process.chdir(work);
  Object.assign(process.env, { HOME: home, USERPROFILE: home, TMPDIR: temporary });
  await (await createLedger(ledger, data)).close();
  const start = () => createProgram({ home, ledger, shipped: join(root, 'data'), host: 'test', version: '0.0.0', workerFiles, webPage: join(root, 'dist', 'web'), ...more });
  let program = await start();
  let isOpen = true;
  const close = async () => { if (isOpen) await program.close(); isOpen = false; };
  return {
    get program() { return program; },
    place, home, ledger, temporary, close,
    async restart() {
      await close();
      program = await start();
      isOpen = true;
    },
    async remove() {
      await close();
      process.chdir(before.folder);
      for (const [name, value] of [['HOME', before.home], ['USERPROFILE', before.profile], ['TMPDIR', before.temporary]] as const) {
        if (value === undefined) delete process.env[name];
        else process.env[name] = value;
      }
      await remove();
    },
  };
}

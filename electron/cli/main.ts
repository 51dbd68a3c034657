import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { endSignal } from '../host/end-signals.js';
import { callFolder } from '../host/locations.js';
import { createProgram } from '../services/create-program.js';
import { createEmptyLedger } from '../services/ledgers.js';
import { run, type Surroundings } from './run.js';

/** Settles when all of it has left this process, so that leaving then cuts nothing off. */
const write = (stream: NodeJS.WriteStream, text: string) => new Promise<void>((resolve) => { stream.write(text, () => resolve()); });

const real: Surroundings = {
  terminal: {
    out: (text) => write(process.stdout, text),
    say: (line) => write(process.stderr, `${line}\n`),
    step: (line) => { if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${line}`); },
  },
  env: process.env,
  folder: callFolder(),
  createProgram,
  createEmptyLedger,
};

/** Runs a command line in this process; an unforeseen error and a signal end it with a code as well. */
export async function runHere(words: readonly string[]): Promise<number> {
  // A reader that has seen enough closes the pipe; that is no fault.
  process.stdout.on('error', () => process.exit(0));
  const stopped = endSignal().then(() => 130);
  try {
    return await Promise.race([run(words, real), stopped]);
  } catch (error) {
    console.error(error);
    return 1;
  }
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  process.exit(await runHere(process.argv.slice(2)));
}

import { join } from 'node:path';
import { FailureError } from '../../data/schema/failure.js';
import { defaultHome, pageFolder, programVersion, shippedFolder } from '../host/locations.js';
import { readPage } from '../host/page-files.js';
import { browserPrinter } from '../host/print-browser.js';
import type { Program, ProgramOptions } from '../services/program.js';
import { parseCommand, WrongUsage } from './arguments.js';
import { runCommand, type Terminal } from './commands.js';
import { copyForTrial, emptyFolder, requireLedger, withTemporaryFolder } from './ledger-folder.js';
import { openSession } from './session.js';
import { said, speechOf } from './speech.js';
import { usage } from './usage.js';

/** What a command line runs in; a test puts its own there. */
export interface Surroundings {
  readonly terminal: Terminal;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly folder: string;
  readonly createProgram: (options: ProgramOptions) => Promise<Program>;
  readonly createEmptyLedger: (folder: string) => Promise<void>;
}

/** Runs one command line; answers with the exit code: 0 done, 1 refused, 2 wrong usage. */
export async function run(words: readonly string[], surroundings: Surroundings): Promise<number> {
  const { terminal, env, folder } = surroundings;
  const speech = speechOf(env);
  try {
    const command = parseCommand(words, folder);
    if (command.kind === 'help') {
      await terminal.out(`${said(usage, speech === 'both' ? 'zh' : speech)}\n`);
      if (speech === 'both') await terminal.out(`\n${usage.en}\n`);
      return 0;
    }
    const importing = command.kind === 'import';
    const kind = await requireLedger(command.ledger, importing);
    return await withTemporaryFolder(async (temporary) => {
      const isServer = kind === 'server';
      // A trial on a server plans and writes nothing, as everything that is dry.
      const ledger = importing && command.dryRun && !isServer ? join(temporary, 'ledger') : command.ledger;
      if (kind === 'missing' || kind === 'empty') await surroundings.createEmptyLedger(ledger);
      else if (!isServer && ledger !== command.ledger) await copyForTrial(command.ledger, ledger);
      // Settings of the person who uses the program on this machine are neither read nor changed: a command does the same everywhere.
      const program = await surroundings.createProgram({ home: join(temporary, 'home'), ...(importing && command.remembered ? { mappingsHome: defaultHome(process.platform, env) } : {}), ledger, shipped: shippedFolder(), createPrinter: browserPrinter({ page: () => readPage(pageFolder()) }), host: 'command-line', version: programVersion() });
      let code = 1;
      try {
        code = await runCommand(command, openSession(program), terminal, speech);
      } finally {
        await program.close();
        // A refused import leaves nothing behind, so not the new ledger that was to take it in either.
        if (code !== 0 && (kind === 'missing' || kind === 'empty') && ledger === command.ledger) await emptyFolder(ledger, kind === 'missing');
      }
      return code;
    });
  } catch (error) {
    if (error instanceof WrongUsage) {
      await terminal.say(`${said(error.text, speech)}\n${said(usage, speech === 'both' ? 'zh' : speech)}`);
      return 2;
    }
    if (!(error instanceof FailureError)) throw error;
    await terminal.say(said(error.failure.message, speech));
    return 1;
  }
}

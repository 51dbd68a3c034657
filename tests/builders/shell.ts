import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Events } from '../../data/contract.js';
import { openLog } from '../../electron/host/log-file.js';
import { readPage } from '../../electron/host/page-files.js';
import { startShell, type ShellOptions } from '../../electron/host/shell.js';
import type { Handlers, Program, ProgramOptions } from '../../electron/services/program.js';
import type { Desktop } from '../../electron/services/desktop-calls.js';
import type { Screens } from '../../electron/services/stage/screens.js';
import { fakeElectron } from './fake-electron.js';
import { fakeProgram, type FakeProgram } from './fake-program.js';
import { pageFolder } from './http-host.js';

export interface RunningShell {
  readonly shell: ReturnType<typeof fakeElectron>;
  readonly program: FakeProgram;
  /** What the shell asked the program to be made with, once for every attempt. */
  readonly made: readonly ProgramOptions[];
  readonly home: string;
  readonly desktop: () => Desktop;
  readonly screens: () => Screens;
  readonly desk: () => ReturnType<typeof fakeElectron>['windows'][number];
  /** The commands that were sent to the page. */
  readonly sent: () => readonly Events['desktop.command']['command'][];
  readonly end: () => void;
}

export interface ShellPlay {
  readonly electron?: Parameters<typeof fakeElectron>[0];
  readonly handlers?: Partial<Handlers>;
  readonly options?: Partial<ShellOptions>;
  /** Fails the making of the program for some ledgers. */
  readonly refuse?: (ledger: string | undefined) => Error | undefined;
  /** Done on the system's side before the shell starts. */
  readonly before?: (shell: ReturnType<typeof fakeElectron>) => void;
}

/** Runs the shell's real code over a fake Electron and a program of plain handlers, in a home of its own. */
export async function runShell({ electron, handlers = {}, options = {}, refuse = () => undefined, before }: ShellPlay = {}): Promise<RunningShell> {
  const home = await mkdtemp(join(tmpdir(), 'xishan-shell-'));
  const folder = pageFolder();
  const shell = fakeElectron(electron);
  before?.(shell);
  const made: ProgramOptions[] = [];
  let desktop: Desktop | undefined;
  let screens: Screens | undefined;
  const program = fakeProgram({ ...handlers });
  await startShell(shell.electron, {
    arguments: { home, port: 0, open: true }, readPage: () => readPage(join(folder, 'page')), preload: '/app/preload.cjs', icons: { window: '/app/icon.png', file: '/app/file.png' },
    shipped: '/app/data', version: '1.2.3', platform: 'linux', execPath: '/app/xishan', log: openLog(join(home, 'logs')),
    createProgram: (given: ProgramOptions): Promise<Program> => {
      made.push(given);
      const error = refuse(given.ledger);
      if (error) return Promise.reject(error);
      desktop = given.createDesktop?.(program);
      screens = given.createScreens?.(program);
      return Promise.resolve(program);
    },
    ...options,
  });
  return {
    shell, program, made, home, desktop: () => desktop!, screens: () => screens!, desk: () => shell.windows[0]!,
    sent: () => shell.windows[0]!.webContents.sent.flatMap(([, name, payload]) => (name === 'desktop.command' ? [(payload as Events['desktop.command']).command] : [])),
    end: () => { rmSync(folder, { recursive: true, force: true }); rmSync(home, { recursive: true, force: true }); },
  };
}

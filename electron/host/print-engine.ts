import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import type { Readable, Writable } from 'node:stream';
import { FailureError } from '../../data/schema/failure.js';
import { text } from '../../data/schema/text.js';
import { makeTemporary } from '../services/temporary-folder.js';
import { quietSwitches } from './app-window.js';
import { openEnginePipe, type EnginePipe } from './engine-pipe.js';

export interface EngineOptions {
  readonly browser: string;
  readonly rootOnLinux: boolean;
  /** Further switches; for tests. */
  readonly switches?: readonly string[];
}

/** The command line of an engine without a window, whose pages are as urgent as any that is seen. Nothing but this very machine can be reached: other names do not resolve, and other addresses go to a proxy that is not there. */
export const engineSwitches = (profile: string, { rootOnLinux, switches = [] }: Omit<EngineOptions, 'browser'>): readonly string[] => [
  '--headless', '--remote-debugging-pipe', `--user-data-dir=${profile}`, ...quietSwitches, '--proxy-server=http://127.0.0.1:9', '--proxy-bypass-list=127.0.0.1',
  '--hide-scrollbars', '--mute-audio', '--disable-gpu', '--disable-dev-shm-usage', '--disable-renderer-backgrounding', '--force-color-profile=srgb', '--font-render-hinting=none',
  ...(rootOnLinux ? ['--no-sandbox'] : []), ...switches, 'about:blank',
];

const startMs = 30_000;
const leaveMs = 3_000;

const cannotStart = (reason: string) => {
  const failure = new FailureError('internal', text('打印用的浏览器启动不了。请更新或重装 Chromium、Chrome 或 Edge，或用 XISHAN_BROWSER 指明另一个，再试一次。', 'The browser that prints does not start. Update or reinstall Chromium, Chrome or Edge, or name another one in XISHAN_BROWSER, then try again.'));
  failure.cause = new Error(reason);
  return failure;
};

/** Runs `work` with an engine of its own, which is ended and whose profile is deleted whatever happens. */
export async function withEngine<T>(options: EngineOptions, signal: AbortSignal, work: (pipe: EnginePipe) => Promise<T>): Promise<T> {
  const profile = await makeTemporary('print');
  // What the engine itself puts into the temporary folder goes into its profile, and away with it.
  // On Unix the engine and its helpers are a group of their own, so that all of them can be ended at once.
  const group = process.platform !== 'win32';
  const child = spawn(options.browser, engineSwitches(profile, options), { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'], detached: group, env: { ...process.env, TMPDIR: profile } });
  const pipe = openEnginePipe(child.stdio[3] as Writable, child.stdio[4] as Readable);
  const over = new Promise<void>((resolve) => {
    child.once('error', () => resolve());
    child.once('exit', () => resolve());
  });
  void over.then(() => pipe.end('The engine ended.'));
  const kill = () => {
    pipe.end('The engine was ended.');
    if (child.pid === undefined) return;
    try {
      if (group) process.kill(-child.pid, 'SIGKILL');
      else child.kill('SIGKILL');
    } catch {
      // It has ended by itself.
    }
  };
  signal.addEventListener('abort', kill);
  process.once('exit', kill);
  try {
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort(), startMs);
    const late = new Promise<never>((_resolve, reject) => { limit.signal.addEventListener('abort', () => reject(new Error('It did not answer.'))); });
    await Promise.race([pipe.send('Browser.getVersion'), late]).catch((error: unknown) => { throw cannotStart(String(error)); }).finally(() => clearTimeout(timer));
    return await work(pipe);
  } finally {
    signal.removeEventListener('abort', kill);
    process.off('exit', kill);
    kill();
    await Promise.race([over, new Promise((resolve) => setTimeout(resolve, leaveMs))]);
    // Helpers may still be writing for a moment after they were told to end.
    await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }).catch(() => undefined);
  }
}

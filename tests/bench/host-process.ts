import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../builders/bundle.js';

/** The built browser host in a process of its own, as a person runs it; `address` lets a browser in as the desk. `kill` ends it as a crash would. */
export async function startHost(home: string, env: NodeJS.ProcessEnv = {}): Promise<{ readonly address: string; stop(): Promise<void>; kill(): Promise<void> }> {
  const child = spawn(process.execPath, [join(root, 'dist', 'node', 'serve.js'), '--no-open', '--home', home], { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, ...env } });
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  const address = await new Promise<string>((found, failed) => {
    let said = '';
    child.stdout.on('data', (bytes: Buffer) => {
      said += bytes.toString('utf8');
      const match = /http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]+/.exec(said);
      if (match) found(match[0]);
    });
    child.once('exit', (code) => failed(new Error(`The host ended with ${code} before it served:\n${said}`)));
  });
  const end = async (signal: NodeJS.Signals) => { child.kill(signal); await ended; };
  return { address, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') };
}

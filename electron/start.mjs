// npm start: Electron, or the browser host where Electron cannot be had. `dev`: the browser host over Vite's server.
// `cli …`: the command line. Everything is built first, as far as it is older than its sources.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt, root } from './build.mjs';
import { findElectron, obtainElectron } from './electron-binary.mjs';

const built = (name) => pathToFileURL(join(root, 'dist/node', `${name}.js`)).href;
const [mode, ...rest] = process.argv.slice(2);

/** A program that ends sooner than this, and badly, never opened its window. */
const startMs = 5000;

/** Runs Electron to its end; nothing when it could not start on this machine, a number for its exit code otherwise. */
async function runElectron(program, words) {
  const { endSignal } = await import(built('serve'));
  const begun = Date.now();
  // Chromium refuses its sandbox to root on Linux.
  const switches = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(program, [...switches, root, '--', ...words], { stdio: 'inherit' });
  let told = false;
  void endSignal().then(() => { told = true; child.kill(); });
  return new Promise((resolve) => {
    child.once('error', () => resolve(undefined));
    child.once('exit', (code) => resolve(!told && code !== 0 && code !== 2 && Date.now() - begun < startMs ? undefined : (code ?? 1)));
  });
}

async function serve(words, serving) {
  const { run } = await import(built('serve'));
  process.exit(await run(words, serving));
}

async function start(words) {
  const own = words.filter((word) => word !== '--browser');
  // Without a screen, or when it is not wanted, there is nothing to fetch Electron for.
  const screen = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
  const wanted = own.length === words.length && !own.includes('--no-open');
  const obtaining = wanted ? (screen ? obtainElectron() : Promise.resolve(findElectron())).then((program) => {
    if (!program) console.error('Electron 的程序文件取不到，改用本机浏览器打开。 Electron’s binary cannot be had here; opening in this machine’s browser instead.');
    else if (!screen) console.error('没有显示器，不开 Electron 窗口。 There is no display, so Electron is not opened.');
    return screen ? program : undefined;
  }) : Promise.resolve(undefined);
  const [program] = await Promise.all([obtaining, ensureBuilt()]);
  if (program) {
    const code = await runElectron(program, own);
    if (code !== undefined) process.exit(code);
    console.error('Electron 在本机启动不了，改用浏览器打开。 Electron does not start on this machine; opening in the browser instead.');
  }
  await serve(own);
}

/** The page from Vite's development server, behind the very same doors, with changes shown as they are saved. */
async function develop(words) {
  await ensureBuilt({ only: ['node'] });
  const { createServer } = await import('vite');
  const { developmentServing } = await import(built('serve'));
  const vite = await createServer({ configFile: join(root, 'renderer/vite.config.ts'), base: '/', server: { middlewareMode: true, host: '127.0.0.1', hmr: { host: '127.0.0.1' } }, appType: 'custom' });
  await serve(words, developmentServing(vite));
}

async function cli(words) {
  // What is printed is a page of the program, so that has to be there too; so has the page that is handed out.
  const [prints, handsOut] = [['map', 'web'].includes(words[1]), words[1] === 'web'].map((wanted) => wanted && words[0] === 'export');
  await ensureBuilt({ quiet: true, only: ['node', ...(prints ? ['page'] : []), ...(handsOut ? ['web'] : [])] });
  const { runHere } = await import(built('cli'));
  process.exit(await runHere(words));
}

if (mode === 'cli') await cli(rest);
else if (mode === 'dev') await develop(rest);
else await start(mode === undefined ? [] : [mode, ...rest]);

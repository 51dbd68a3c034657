// Finds Electron's own program, or fetches it. From version 42 on the npm package comes without it.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const fromHere = createRequire(import.meta.url);
/** Fetching is given up when no byte has come after this, and later when none comes for so long. */
const firstByteMs = 3500;
const stallMs = 20_000;

const programNames = { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' };

function packageFolder() {
  try {
    return dirname(fromHere.resolve('electron/package.json'));
  } catch {
    return undefined;
  }
}

/** The path of Electron's program where it is installed whole, or nothing. */
export function findElectron(env = process.env, platform = process.platform) {
  const folder = packageFolder();
  if (!folder) return undefined;
  const dist = env.ELECTRON_OVERRIDE_DIST_PATH || join(folder, 'dist');
  const pathFile = join(folder, 'path.txt');
  // path.txt is written last, so without it an unpacking was cut short.
  if (!env.ELECTRON_OVERRIDE_DIST_PATH && !existsSync(pathFile)) return undefined;
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : (programNames[platform] ?? 'electron');
  const program = join(dist, name);
  return existsSync(program) ? program : undefined;
}

/** Downloads into the package's own cache, from its mirror if one is set; true when the archive is there and good. */
async function download(folder, onProgress) {
  const { downloadArtifact } = await import(pathToFileURL(createRequire(join(folder, 'package.json')).resolve('@electron/get')).href);
  const stop = new AbortController();
  let timer = setTimeout(() => stop.abort(), firstByteMs);
  const heard = () => {
    clearTimeout(timer);
    timer = setTimeout(() => stop.abort(), stallMs);
  };
  const givenUp = new Promise((_, reject) => stop.signal.addEventListener('abort', () => reject(new Error('no answer'))));
  try {
    await Promise.race([givenUp, downloadArtifact({
      version: fromHere('electron/package.json').version,
      artifactName: 'electron',
      platform: process.platform,
      arch: process.env.npm_config_arch || process.arch,
      cacheRoot: process.env.electron_config_cache,
      checksums: fromHere('electron/checksums.json'),
      downloadOptions: {
        quiet: true,
        signal: stop.signal,
        getProgressCallback: async ({ transferred, total }) => { heard(); onProgress(transferred, total); },
      },
    })]);
    return true;
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}

/** Unpacks what was downloaded, with the package's own script, in a process of its own. */
const unpack = (folder) => new Promise((resolve) => {
  const child = spawn(process.execPath, [join(folder, 'install.js')], { stdio: 'ignore' });
  child.once('error', () => resolve(false));
  child.once('exit', (code) => resolve(code === 0));
});

/** One line of progress, rewritten in place on a terminal and told every tenth elsewhere. */
function progressLine() {
  let told = -1;
  return (transferred, total) => {
    const tenth = total ? Math.floor((transferred / total) * 10) : 0;
    const line = `下载 Electron Downloading Electron: ${(transferred / 1e6).toFixed(0)}${total ? ` / ${(total / 1e6).toFixed(0)}` : ''} MB`;
    if (process.stderr.isTTY) process.stderr.write(`\r${line}`);
    else if (tenth > told) process.stderr.write(`${line}\n`);
    told = tenth;
    if (process.stderr.isTTY && total && transferred >= total) process.stderr.write('\n');
  };
}

/** The path of Electron's program, fetched first if need be; nothing, within a few seconds, where it cannot be had. */
export async function obtainElectron() {
  const found = findElectron();
  if (found) return found;
  const folder = packageFolder();
  if (!folder || process.env.ELECTRON_SKIP_BINARY_DOWNLOAD || process.env.ELECTRON_OVERRIDE_DIST_PATH) return undefined;
  if (!(await download(folder, progressLine()))) return undefined;
  return (await unpack(folder)) ? findElectron() : undefined;
}

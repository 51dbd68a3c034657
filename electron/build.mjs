// Builds what both hosts run: dist/node (main, serve, cli, preload, one file per worker) and dist/page; and dist/web, the page that is handed out.
// `node electron/build.mjs` builds everything anew; `ensureBuilt` only what is older than its sources.
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { licenceBook } from './licences.mjs';
import { buildWeb } from './build-web.mjs';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, 'dist');

const programs = { main: 'electron/main.ts', serve: 'electron/serve.ts', cli: 'electron/cli/main.ts' };

function filesBelow(folder, wanted) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(path, wanted);
    return entry.isFile() && wanted(entry.name) ? [path] : [];
  });
}
const isScript = (name) => /\.(ts|tsx|json)$/.test(name);
const domain = () => ['data/schema', 'data/rules', 'data/contract'].flatMap((folder) => filesBelow(join(root, folder), isScript)).concat(join(root, 'data/contract.ts'));
const always = () => ['package.json', 'package-lock.json', 'electron/build.mjs', 'electron/licences.mjs'].map((file) => join(root, file));

/** The things that are built, each with the files it is made of and one file that must be there afterwards. */
const parts = {
  node: {
    made: 'node/serve.js',
    sources: () => [...always(), ...domain(), ...filesBelow(join(root, 'electron'), isScript), ...windowPictures.map(([from]) => join(root, 'electron/icons', from))],
    build: buildNode,
  },
  page: {
    made: 'page/index.html',
    sources: () => [...always(), ...domain(), ...filesBelow(join(root, 'renderer'), () => true)],
    build: buildPage,
  },
  web: {
    made: 'web/page.js',
    sources: () => [...always(), join(root, 'electron/build-web.mjs'), ...domain(), ...['web-page', 'map', 'ui', 'state'].flatMap((folder) => filesBelow(join(root, 'renderer', folder), () => true))],
    build: () => inProduction(() => buildWeb(root, join(dist, 'web'))),
  },
};
/** The programs, and each worker as a file of its own beside them: that is where its caller looks for it. */
function nodeEntries() {
  const workers = filesBelow(join(root, 'electron/services'), (name) => name.endsWith('-worker.ts'));
  return Object.fromEntries([
    ...Object.entries(programs).map(([name, file]) => [name, join(root, file)]),
    ...workers.map((file) => [basename(file, '.ts'), file]),
  ]);
}
const stampFile = (name) => join(dist, `.stamp-${name}`);

/** A short word for the state of a part's sources: their names, sizes and times of change. */
function stateOf(name) {
  const hash = createHash('sha256');
  for (const file of parts[name].sources().sort()) {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${relative(root, file)} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

const isFresh = (name, state) => existsSync(join(dist, parts[name].made)) && existsSync(stampFile(name)) && readFileSync(stampFile(name), 'utf8') === state;

/** Packages that bring WebAssembly read it from beside themselves, so they stay as they are installed; Electron is the host itself. */
export const outsidePackages = ['electron', 'node-sqlite3-wasm', '@jsquash/jpeg', '@jsquash/png', '@jsquash/resize', '@jsquash/webp'];
const isOutside = (id) => outsidePackages.some((name) => id === name || id.startsWith(`${name}/`));
/** Every other package is put together with our own files, only as much of it as is used, and packed tightly: names stay, so that an error in the log can be found again. */
const minify = { compress: true, mangle: false, codegen: { removeWhitespace: true } };
/** Pictures that the shell hands to the system. */
const windowPictures = [['program.png', 'icon.png'], ['ledger-64.png', 'file-icon.png']];

async function buildNode() {
  const { rolldown } = await import('rolldown');
  const options = { external: isOutside, platform: 'node', cwd: root, logLevel: 'warn', checks: { circularDependency: false } };
  const target = join(dist, 'node');
  const program = await rolldown({ ...options, input: nodeEntries() });
  const preload = await rolldown({ ...options, input: { preload: join(root, 'electron/preload.ts') } });
  rmSync(target, { recursive: true, force: true });
  await program.write({ dir: target, format: 'esm', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js', minify });
  await preload.write({ dir: target, format: 'cjs', entryFileNames: '[name].cjs' });
  for (const [from, to] of windowPictures) copyFileSync(join(root, 'electron/icons', from), join(target, to));
  writeFileSync(join(target, 'licences.json'), JSON.stringify(licenceBook(root)));
  await Promise.all([program.close(), preload.close()]);
}

/**
 * What is built is the same whoever builds it: a test runner that says it is a test would have React's own checks built in, and the
 * places of its sources. What runs after the build here (the tests, the program) does not inherit that.
 */
async function inProduction(work) {
  const environment = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  try {
    await work();
  } finally {
    if (environment === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = environment;
  }
}

function buildPage() {
  return inProduction(async () => {
    const { build } = await import('vite');
    await build({ configFile: join(root, 'renderer/vite.config.ts'), logLevel: 'warn' });
  });
}

const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Runs `work` while no other process builds here; a lock that nobody holds any more is taken over. */
async function alone(work) {
  const lock = join(dist, '.building');
  mkdirSync(dist, { recursive: true });
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (!isRunning(lock)) rmSync(lock, { force: true });
      else await wait(100);
    }
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}
function isRunning(lock) {
  try {
    const pid = Number(readFileSync(lock, 'utf8'));
    if (!pid) return Date.now() - statSync(lock).mtimeMs < 5000;
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/**
 * Builds what is older than its sources. `only` names the parts wanted ('node', 'page', 'web'); `quiet` says nothing;
 * `force` builds even what is fresh.
 */
export async function ensureBuilt({ quiet = false, only = ['node', 'page', 'web'], force = false } = {}) {
  const stale = () => only.filter((name) => force || !isFresh(name, stateOf(name)));
  if (stale().length === 0) return;
  await alone(async () => {
    for (const name of stale()) {
      const begun = Date.now();
      const state = stateOf(name);
      rmSync(stampFile(name), { force: true });
      await parts[name].build();
      writeFileSync(stampFile(name), state);
      if (!quiet) console.error(`dist/${name}  ${((Date.now() - begun) / 1000).toFixed(1)} s`);
    }
  });
}

if (process.argv[1] && fileURLToPath(import.meta.url) === realpathSync(process.argv[1])) {
  await ensureBuilt({ force: true });
}

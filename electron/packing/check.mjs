// npm run pack:check: packs the program as an installer would hold it, looks at every name in it, and runs what was packed.
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { faultsOf, mostArchiveBytes } from './allowed-files.mjs';
import { filesOfArchive, fusesOf, hasElectron, packUnpacked, unpackArchive } from './unpacked.mjs';

const megabytes = (bytes) => `${(bytes / 1_048_576).toFixed(1)} MB`;
const filesBelow = (folder) => readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile())
  .map((entry) => { const file = join(entry.parentPath, entry.name); return { path: relative(folder, file).split(sep).join('/'), bytes: statSync(file).size }; });
const sum = (files) => files.reduce((total, { bytes }) => total + bytes, 0);

/** Where the bytes of an archive are: by its first two folders, the largest first. */
function sizes(files) {
  const parts = new Map();
  for (const { path, bytes } of files) {
    const part = path.split('/').slice(0, path.startsWith('fonts/') ? 1 : path.startsWith('node_modules/@') ? 3 : 2).join('/');
    parts.set(part, (parts.get(part) ?? 0) + bytes);
  }
  return [...parts].sort((one, other) => other[1] - one[1]).map(([part, bytes]) => `  ${part.padEnd(34)} ${megabytes(bytes).padStart(9)}`);
}

/** Lays the packed program out as plain files, since Node alone reads no archive: nothing of the repository is used any more. */
function layOut({ archive, resources }, folder) {
  unpackArchive(archive, folder);
  symlinkSync(join(resources, 'data'), join(folder, 'data'));
  mkdirSync(join(folder, 'dist/page'), { recursive: true });
  cpSync(join(resources, 'fonts'), join(folder, 'dist/page/fonts'), { recursive: true });
  cpSync(join(resources, 'fonts'), join(folder, 'dist/web/fonts'), { recursive: true });
}

function startPacked(folder, home) {
  const child = spawn(process.execPath, [join(folder, 'dist/node/serve.js'), '--no-open', '--home', home], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((done) => child.once('exit', done));
  const address = new Promise((found, failed) => {
    let said = '';
    child.stdout.on('data', (bytes) => { said += bytes; const match = /http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]+/.exec(said); if (match) found(match[0]); });
    child.once('exit', (code) => failed(new Error(`The packed program ended with ${code} before it served.`)));
  });
  return { address, stop: async () => { child.kill('SIGTERM'); await ended; } };
}

/** What a page of the packed program must be able to do: services, workers, WebAssembly and outputs. */
const tasks = {
  'a table as .xlsx': { kind: 'projects', format: 'xlsx', audience: 'public' },
  'slides': { kind: 'slides', format: 'pptx', audience: 'public' },
  'the map layer': { kind: 'geo', format: 'kml', audience: 'public' },
  'the project table as PDF': { kind: 'projects', format: 'pdf', audience: 'public' },
  'the web page with its fonts': { kind: 'web', format: 'zip' },
};

/** Opens the packed page and has it do its work; answers with the faults. */
async function tryProgram(folder, home) {
  const { findBrowser } = await import(pathToFileURL(join(folder, 'dist/node/serve.js')).href);
  const { chromium } = await import('@playwright/test');
  const executablePath = findBrowser();
  const host = startPacked(folder, home);
  const faults = [];
  const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
  try {
    const page = await browser.newPage();
    page.on('console', (message) => { if (message.type() === 'error') faults.push(`The page says: ${message.text()}`); });
    page.on('pageerror', (error) => faults.push(`The page fails: ${error.message}`));
    page.on('response', (response) => { if (response.status() >= 400) faults.push(`${response.status()} for ${new URL(response.url()).pathname}`); });
    page.on('request', (request) => { if (!/^(http:\/\/127\.0\.0\.1:|data:|blob:)/.test(request.url())) faults.push(`A request leaves the machine: ${request.url()}`); });
    await page.goto(await host.address);
    await page.locator('[data-testid="showcase-map"], .leaflet-container').first().waitFor({ timeout: 30_000 });
    for (const number of [2, 3, 4, 5, 6, 7, 8, 1]) { await page.keyboard.press(`Control+${number}`); await page.locator(`.rail-link:nth-of-type(${number + 1})[aria-current="page"], .rail-link[aria-current="page"]`).first().waitFor(); await page.waitForTimeout(300); }
    for (const [title, request] of Object.entries(tasks)) {
      const end = await page.evaluate(async (input) => {
        const token = document.querySelector('meta[name="xishan-token"]').content;
        const call = async (name, given) => (await fetch('/call', { method: 'POST', headers: { 'content-type': 'application/json', 'x-xishan-token': token }, body: JSON.stringify({ name, input: given }) })).json();
        const late = Date.now() + 600_000;
        const begun = await call('output.start', input);
        if (!begun.ok) return begun.failure.message.en;
        for (;;) {
          const { value } = await call('job.state', { jobId: begun.value.jobId });
          if (value.state === 'done') return (await fetch(`/outputs/${value.result.fileId}`)).ok && value.result.bytes > 500 ? '' : 'The file is not there.';
          if (value.state !== 'running') return value.failure?.message.en ?? value.state;
          if (Date.now() > late) return 'It was not done in ten minutes.';
          await new Promise((again) => setTimeout(again, 100));
        }
      }, request);
      if (end !== '') faults.push(`${title}: ${end}`);
      console.log(`${end === '' ? 'made' : 'NOT made'}  ${title}`);
    }
  } finally {
    await browser.close();
    await host.stop();
  }
  return faults;
}

const folder = mkdtempSync(join(tmpdir(), 'xishan-pack-'));
let faults = [];
try {
  const packed = await packUnpacked(folder);
  const archived = filesOfArchive(packed.archive);
  const beside = filesBelow(packed.resources);
  const bytes = statSync(packed.archive).size;
  console.log(`app.asar  ${megabytes(bytes)} in ${archived.length} files (at most ${megabytes(mostArchiveBytes)})\n${sizes(archived).join('\n')}`);
  console.log(`beside it ${megabytes(sum(beside) - bytes)} in ${beside.length - 1} files\n${sizes(beside.filter(({ path }) => path !== 'app.asar').map(({ path, bytes: size }) => ({ path, bytes: size }))).join('\n')}`);
  if (!hasElectron()) console.log('Electron’s own binary is not on this machine: a folder stood in for it, and what was packed is run in the browser host.');
  faults = faultsOf(archived.map(({ path }) => path), beside.map(({ path }) => path));
  if (bytes > mostArchiveBytes) faults.push(`app.asar has ${megabytes(bytes)}, more than ${megabytes(mostArchiveBytes)}.`);
  console.log(`fuses     ${Object.entries(await fusesOf(packed.binary)).map(([name, on]) => `${name} ${on ? 'on' : 'off'}`).join(', ')}`);
  const laidOut = join(folder, 'laid-out');
  layOut(packed, laidOut);
  faults.push(...await tryProgram(laidOut, join(folder, 'home')));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
for (const fault of faults) console.error(fault);
console.log(faults.length === 0 ? 'The packed program is whole, holds nothing else, and runs.' : `${faults.length} faults.`);
process.exit(faults.length === 0 ? 0 : 1);

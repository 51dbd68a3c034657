import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';
import { chromium, type Browser } from '@playwright/test';
import type { OutputFile } from '../../data/contract.js';
import { trimmedPage } from '../../data/rules/brochure/page-size.js';
import type { LedgerData } from '../../data/schema/ledger.js';
import { sheetHash } from '../../electron/host/await-sheet.js';
import { findBrowser } from '../../electron/host/find-browser.js';
import { readPage } from '../../electron/host/page-files.js';
import { browserPrinter } from '../../electron/host/print-browser.js';
import { serveHttp } from '../../electron/host/serve-http.js';
import { createProgram } from '../../electron/services/create-program.js';
import type { CreatePrinter } from '../../electron/services/print/printer.js';
import { manyAssets } from '../builders/many-assets.js';
import { preparedLedger } from '../builders/prepared-ledger.js';
import type { Figure } from './figure.js';

const assets = Number(process.env['XISHAN_BENCH_ASSETS'] ?? 100);
/** Photos of an asset, in turn. */
const photoCounts = [2, 1, 3, 0, 4];
const types: Readonly<Record<string, string>> = { '.html': 'text/html; charset=utf-8', '.css': 'text/css; charset=utf-8', '.js': 'text/javascript', '.woff2': 'font/woff2', '.jpg': 'image/jpeg' };
const page = () => readPage(resolve('dist/page'));
const launch = () => chromium.launch({ executablePath: findBrowser()!, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });

/** A hundred assets with the sample's own pictures. */
function benchLedger(media: readonly string[]): LedgerData {
  const sample = JSON.parse(readFileSync(resolve('data/sample/ledger-data.json'), 'utf8')) as LedgerData;
  let next = 0;
  const list = manyAssets(assets).map((asset, at) => ({ ...asset, photos: Array.from({ length: photoCounts[at % photoCounts.length]! }, () => ({ id: media[next++ % media.length]!, width: 1600, height: 1000 })) }));
  const ids = list.map(({ id }) => id);
  return { ...sample, assets: list, projects: sample.projects.map((project, at) => ({ ...project, assetIds: ids.slice(at * 4, at * 4 + 4) })), tours: [] } as LedgerData;
}

/** The most memory, in MB, that the printing engine's processes have at one time; null where the machine does not tell. */
function watchEngine(): () => number | null {
  let most = 0;
  const timer = setInterval(() => {
    if (process.platform !== 'linux') return;
    const numbers = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
    const read = (pid: string, file: string) => { try { return readFileSync(`/proc/${pid}/${file}`, 'utf8'); } catch { return ''; } };
    const groups = new Set(numbers.filter((pid) => read(pid, 'cmdline').includes('xishan-print-')).map((pid) => read(pid, 'stat').split(') ')[1]?.split(' ')[2]));
    const kilobytes = numbers.filter((pid) => groups.has(read(pid, 'stat').split(') ')[1]?.split(' ')[2])).reduce((sum, pid) => sum + Number(/RssAnon:\s+(\d+)/.exec(read(pid, 'status'))?.[1] ?? 0), 0);
    most = Math.max(most, kilobytes / 1024);
  }, 500);
  return () => { clearInterval(timer); return most || null; };
}

/** The page as it is when it is ready, without scripts: its pictures as files in a folder. */
async function keepFinished(browser: Browser, address: string, folder: string): Promise<void> {
  const opened = await browser.newPage({ viewport: { width: 794, height: 1123 } });
  await opened.goto(address);
  await opened.waitForFunction(() => ['ready', 'failed'].includes(document.documentElement.dataset['sheet'] ?? ''), undefined, { timeout: 1_200_000, polling: 500 });
  // The page may fetch no blob: its pictures are read off a canvas.
  const count = await opened.evaluate(() => {
    const images = [...document.querySelectorAll('img')].filter(({ src }) => src.startsWith('blob:'));
    (window as unknown as { kept: HTMLImageElement[] }).kept = images;
    document.querySelectorAll('script, link[rel=modulepreload]').forEach((part) => part.remove());
    return images.length;
  });
  for (let at = 0; at < count; at += 1) {
    const data = await opened.evaluate((number) => {
      const image = (window as unknown as { kept: HTMLImageElement[] }).kept[number]!;
      const canvas = Object.assign(document.createElement('canvas'), { width: image.naturalWidth, height: image.naturalHeight });
      canvas.getContext('2d')!.drawImage(image, 0, 0);
      image.src = `/pictures/${number}.jpg`;
      return canvas.toDataURL('image/jpeg', 0.88).split(',')[1]!;
    }, at);
    writeFileSync(join(folder, 'pictures', `${at}.jpg`), Buffer.from(data, 'base64'));
  }
  writeFileSync(join(folder, 'finished.html'), `<!doctype html>${await opened.evaluate(() => document.documentElement.outerHTML)}`);
  await opened.close();
}

/** What the same browser takes to print the finished page, from its start to the document. */
async function printFinished(folder: string): Promise<{ seconds: number; bytes: number }> {
  const server = createServer((request, response) => {
    const path = join(folder, decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname));
    try { const bytes = readFileSync(path); response.setHeader('content-type', types[extname(path)] ?? 'application/octet-stream'); response.end(bytes); } catch { response.statusCode = 404; response.end(); }
  });
  await new Promise<void>((ready) => { server.listen(0, '127.0.0.1', ready); });
  const { port } = server.address() as { port: number };
  const begun = performance.now();
  const browser = await launch();
  try {
    const opened = await browser.newPage();
    await opened.goto(`http://127.0.0.1:${port}/finished.html`, { waitUntil: 'load', timeout: 300_000 });
    await opened.evaluate(() => document.fonts.ready.then(() => true));
    const bytes = await opened.pdf({ printBackground: true, width: `${trimmedPage.width}mm`, height: `${trimmedPage.height}mm`, outline: true, tagged: true });
    return { seconds: (performance.now() - begun) / 1000, bytes: bytes.length };
  } finally {
    await browser.close();
    server.close();
  }
}

/** A brochure of a hundred assets: the whole job beside the same browser printing the same finished page. */
export default async function brochureBench(): Promise<readonly Figure[]> {
  const root = mkdtempSync(join(tmpdir(), 'xishan-bench-'));
  const finished = join(root, 'finished');
  cpSync(resolve('dist/page'), finished, { recursive: true });
  mkdirSync(join(finished, 'pictures'));
  let keep = false;
  const createPrinter: CreatePrinter = (program) => {
    const printer = browserPrinter({ page })(program);
    return { ...printer, async pdf(task, run) {
      if (!keep) return printer.pdf(task, run);
      const door = await serveHttp({ program, page: page() });
      const browser = await launch();
      try {
        await keepFinished(browser, `${door.entrance(task.circle)}${sheetHash(task.sheetId, task.dots)}`, finished);
      } finally {
        await browser.close();
        await door.close();
      }
      return new Uint8Array();
    } };
  };
  const media = readdirSync(resolve('data/sample/media'));
  const data = benchLedger(media);
  const program = await createProgram({ home: join(root, 'home'), ledger: await preparedLedger(root, data), shipped: resolve('data'), host: 'bench', version: '0.0.0', createPrinter });
  const make = async (): Promise<OutputFile> => {
    const { jobId } = await program.handlers['output.start']({ kind: 'brochure', format: 'pdf', audience: 'public', language: 'zh', bleed: false });
    for (;;) {
      const job = await program.handlers['job.state']({ jobId });
      if (job.state === 'done') return job.result as OutputFile;
      if (job.state !== 'running') throw new Error(job.state === 'failed' ? job.failure.message.en : job.state);
      await new Promise((turned) => { setTimeout(turned, 50); });
    }
  };
  try {
    const engine = watchEngine();
    const begun = performance.now();
    const { bytes } = await make();
    const seconds = (performance.now() - begun) / 1000;
    const memory = engine();
    keep = true;
    await make();
    const peer = await printFinished(finished);
    const mega = (value: number) => Math.round(value / 2 ** 20);
    return [
      { name: `brochure of ${assets} assets, the whole job; peer: the same browser prints the same finished page`, value: seconds, unit: 's', peer: peer.seconds, ratio: seconds / peer.seconds, wanted: '≤ 1.5' },
      { name: 'size of the document', value: mega(bytes), unit: 'MB', peer: mega(peer.bytes), ratio: bytes / peer.bytes, wanted: '–' },
      ...(memory === null ? [] : [{ name: 'most memory of the printing engine at one time', value: Math.round(memory), unit: 'MB', peer: null, ratio: null, wanted: '< 1,500' }]),
    ];
  } finally {
    await program.close();
    rmSync(root, { recursive: true, force: true });
  }
}

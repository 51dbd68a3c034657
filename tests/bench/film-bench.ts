import { readFile, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from '@playwright/test';
import { filmRequestSchema } from '../../data/contract.js';
import { ledgerSchema } from '../../data/schema/ledger.js';
import { filmSizes, framesPerSecond } from '../../data/schema/film.js';
import { findBrowser } from '../../electron/host/find-browser.js';
import { readPage } from '../../electron/host/page-files.js';
import { browserPrinter } from '../../electron/host/print-browser.js';
import { createProgram } from '../../electron/services/create-program.js';
import { preparedLedger } from '../builders/prepared-ledger.js';
import type { Figure } from './figure.js';

interface Spent { readonly drawing: number; readonly all: number }

/** Seconds that an empty page takes to encode plain frames of the same number, size and bit rate. */
async function encodePlain(frames: number): Promise<number> {
  const libraryAddress = '/library.mjs';
  const source = await readFile(resolve('node_modules/mediabunny/dist/bundles/mediabunny.mjs'));
  const server = createServer(({ url }, response) => {
    response.setHeader('content-type', url === libraryAddress ? 'text/javascript' : 'text/html');
    response.end(url === libraryAddress ? source : '<!doctype html>');
  });
  await new Promise<void>((listening) => { server.listen(0, '127.0.0.1', listening); });
  const executablePath = findBrowser();
  const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])] });
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    return await page.evaluate(async ({ library, count, width, height, rate }) => {
      const media = await import(library) as typeof import('mediabunny');
      const canvas = new OffscreenCanvas(width, height);
      const context = canvas.getContext('2d', { alpha: false })!;
      const codec = await media.canEncodeVideo('avc', { width, height }) ? 'avc' as const : 'vp9' as const;
      const output = new media.Output({ format: codec === 'avc' ? new media.Mp4OutputFormat({ fastStart: false }) : new media.WebMOutputFormat(), target: new media.NullTarget() });
      const pictures = new media.CanvasSource(canvas, { codec, quality: new media.Quality({ bitrate: width * height * rate * 0.08 }) });
      output.addVideoTrack(pictures, { frameRate: rate });
      const begun = performance.now();
      await output.start();
      for (let frame = 0; frame < count; frame += 1) {
        context.fillStyle = `rgb(${frame % 256} 120 90)`;
        context.fillRect(0, 0, width, height);
        await pictures.add(frame / rate, 1 / rate);
      }
      await output.finalize();
      return (performance.now() - begun) / 1_000;
    }, { library: libraryAddress, count: frames, ...filmSizes['1080p'], rate: framesPerSecond });
  } finally {
    await browser.close();
    server.close();
  }
}

/** The sample's tour as a film at 1080p, from the request to the finished file. */
export default async function filmBench(): Promise<readonly Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'xishan-bench-'));
  const data = ledgerSchema.parse(JSON.parse(await readFile(resolve('data/sample/ledger-data.json'), 'utf8')));
  let spent: Spent = { drawing: 0, all: 1 };
  const program = await createProgram({
    home: join(folder, 'home'), ledger: await preparedLedger(folder, data), shipped: resolve('data'), host: 'bench', version: '0.0.0',
    createPrinter: (served) => {
      const printer = browserPrinter({ page: () => readPage(resolve('dist/page')) })(served);
      return { ...printer, film: async (...given) => { const made = await printer.film(...given); spent = (made as { spent: Spent }).spent; return made; } };
    },
  });
  try {
    const request = filmRequestSchema.parse({ kind: 'film', format: 'mp4', audience: 'public' });
    const { frames } = await program.handlers['output.film'](request);
    const begun = performance.now();
    const { jobId } = await program.handlers['output.start'](request);
    for (;;) {
      const job = await program.handlers['job.state']({ jobId });
      if (job.state === 'done') break;
      if (job.state !== 'running') throw new Error(`The film ${job.state}: ${job.state === 'failed' ? job.failure.message.en : ''}`);
      await new Promise((waited) => { setTimeout(waited, 50); });
    }
    const took = (performance.now() - begun) / 1_000;
    const length = frames / framesPerSecond;
    const plain = await encodePlain(frames);
    const rounded = (value: number) => Math.round(value * 100) / 100;
    return [
      { name: 'film of the sample tour at 1080p, beside an empty page that encodes plain frames', value: rounded(length / took), unit: '× real time', peer: rounded(length / plain), ratio: rounded(plain / took), wanted: '≥ 2' },
      { name: 'drawing a frame of it, with all that is composed for it', value: rounded(spent.drawing / frames), unit: 'ms', peer: null, ratio: null, wanted: '' },
      { name: 'share of drawing in the time of the frames', value: rounded(spent.drawing / spent.all), unit: '', peer: null, ratio: null, wanted: '' },
    ];
  } finally {
    await program.close();
    await rm(folder, { recursive: true, force: true });
  }
}

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { outputRequestSchema, type CallInput, type JobState, type MapRequest, type OutputFile } from '../../data/contract.js';
import { mapPrintSchema } from '../../data/schema/map-print.js';
import type { LedgerData } from '../../data/schema/ledger.js';
import type { Text } from '../../data/schema/text.js';
import { findBrowser } from '../../electron/host/find-browser.js';
import { readPage } from '../../electron/host/page-files.js';
import { browserPrinter, type BrowserPrinterOptions } from '../../electron/host/print-browser.js';
import { createProgram } from '../../electron/services/create-program.js';
import type { Program } from '../../electron/services/program.js';
import { preparedLedger } from './prepared-ledger.js';

/** The machine's own temporary folder, whatever a desk puts in its place. */
const base = tmpdir();
const root = fileURLToPath(new URL('../../', import.meta.url));

/** Why nothing can be printed on this machine; nothing where it can. */
export const cannotPrint = findBrowser() ? undefined : 'no Chromium, Chrome or Edge on this machine';

/** Builds the page where it is older than its sources: it is what is printed. */
export async function pageBuilt(): Promise<void> {
  const build = await import(pathToFileURL(join(root, 'electron/build.mjs')).href) as { ensureBuilt(options: object): Promise<void> };
  await build.ensureBuilt({ quiet: true, only: ['page'] });
}

export type Printed = OutputFile & { readonly notices: readonly Text[]; readonly file: string; readonly content: Buffer };
export interface PrintDesk {
  readonly program: Program;
  /** Where everything temporary of the prints is made. */
  readonly temporary: string;
  start(request?: Partial<Omit<MapRequest, 'map'>> & { readonly map?: Partial<MapRequest['map']> }): Promise<string>;
  ended(jobId: string): Promise<JobState>;
  /** Makes any output, and reads it. */
  make(request: CallInput<'output.start'>): Promise<Printed>;
  print(request?: Parameters<PrintDesk['start']>[0]): Promise<Printed>;
  /** Any output, made to its end. */
  make(request: CallInput<'output.start'>): Promise<Printed>;
  close(): Promise<void>;
}

/** A program with a ledger of its own, which prints with this machine's browser, and a temporary folder that can be looked into. `media` are files as they lie in the ledger's folder, by id. */
export async function openPrintDesk(data: LedgerData, printing: Partial<BrowserPrinterOptions> = {}, media: Readonly<Record<string, Uint8Array>> = {}): Promise<PrintDesk> {
  const folder = mkdtempSync(join(base, 'xishan-desk-'));
  const temporary = join(folder, 'temporary');
  mkdirSync(temporary);
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = temporary;
  const ledger = await preparedLedger(folder, data);
  for (const [id, bytes] of Object.entries(media)) {
    mkdirSync(join(ledger, 'media'), { recursive: true });
    writeFileSync(join(ledger, 'media', id), bytes);
  }
  const program = await createProgram({
    home: join(folder, 'home'), ledger, shipped: join(root, 'data'), host: 'test', version: '0.0.0',
    createPrinter: browserPrinter({ page: () => readPage(join(root, 'dist/page')), ...printing }),
  });
  const start: PrintDesk['start'] = async ({ map, ...request } = {}) =>
    (await program.handlers['output.start']({ kind: 'map', format: 'pdf', audience: 'public', language: 'zh', ...request, map: { ...mapPrintSchema.parse({}), ...map } })).jobId;
  const ended: PrintDesk['ended'] = async (jobId) => {
    for (;;) {
      const job = await program.handlers['job.state']({ jobId });
      if (job.state !== 'running') return job;
      await new Promise((resolve) => { setTimeout(resolve, 20); });
    }
  };
  const finished = async (jobId: string): Promise<Printed> => {
    const job = await ended(jobId);
    if (job.state !== 'done') throw new Error(`The print ${job.state}: ${job.state === 'failed' ? job.failure.message.en : ''}`);
    const result = job.result as OutputFile & { notices: readonly Text[] };
    const resource = await program.resource(`outputs/${result.fileId}`);
    if (!resource || !('file' in resource)) throw new Error('The printed file is not there.');
    return { ...result, file: resource.file, content: readFileSync(resource.file) };
  };
  return {
    program, temporary, start, ended,
    print: async (request) => finished(await start(request)),
    make: async (request) => finished((await program.handlers['output.start'](outputRequestSchema.parse(request))).jobId),
    async close() {
      await program.close();
      if (before === undefined) delete process.env['TMPDIR'];
      else process.env['TMPDIR'] = before;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Profiles of engines that are still in a temporary folder, and processes whose command line names it (on Linux). */
export function tracesIn(temporary: string): { readonly profiles: readonly string[]; readonly processes: readonly string[] } {
  const processes = process.platform !== 'linux' ? [] : readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((name) => {
    try {
      const line = readFileSync(`/proc/${name}/cmdline`, 'utf8');
      return line.includes(temporary) ? [line.slice(0, 120)] : [];
    } catch {
      return [];
    }
  });
  return { profiles: readdirSync(temporary).filter((name) => /^xishan-print-|chrom/i.test(name)), processes };
}

/** Width and height of a PNG. */
export const pngSize = (bytes: Buffer) => ({ width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) });

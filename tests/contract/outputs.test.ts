import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { posterSize, sheetSize } from '../../data/rules/map/sheet-size.js';
import { mapPapers, posterPapers } from '../../data/schema/map-print.js';
import { outputRequestSchema, type CallInput, type JobState, type OutputFile } from '../../data/contract.js';
import { exportFile } from '../../electron/cli/export-file.js';
import { openSession, type Session } from '../../electron/cli/session.js';
import { createProgram } from '../../electron/services/create-program.js';
import type { Program } from '../../electron/services/program.js';
import type { Printer, PrintRun } from '../../electron/services/print/printer.js';
import { realDisk } from '../../electron/storage/disk.js';
import { FailureError } from '../../data/schema/failure.js';
import { bundleForNode } from '../builders/bundle.js';
import { buildLedgerData } from '../builders/ledger.js';
import { preparedLedger } from '../builders/prepared-ledger.js';

type Request = CallInput<'output.start'>;
type Kind = Request['kind'];

/** What is asked of every kind of output, in each form that it has. A kind without a case does not compile, and one that the contract has and this list has not fails below. */
const cases: Readonly<Record<Kind, readonly Request[]>> = {
  projects: (['xlsx', 'csv', 'pdf'] as const).map((format) => ({ kind: 'projects', format, audience: 'public' })),
  ledger: (['xlsx', 'csv', 'pdf'] as const).map((format) => ({ kind: 'ledger', format, audience: 'internal' })),
  changes: [{ kind: 'changes', format: 'xlsx', audience: 'internal', period: { from: '2026-01-01', to: '2026-12-31' } }],
  map: (['pdf', 'png'] as const).map((format) => ({ kind: 'map', format, audience: 'public' })),
  geo: (['geojson', 'kml'] as const).map((format) => ({ kind: 'geo', format, audience: 'internal' })),
  slides: [{ kind: 'slides', format: 'pptx', audience: 'public' }],
  web: [{ kind: 'web', format: 'zip', audience: 'public' }],
  poster: (['pdf', 'png'] as const).map((format) => ({ kind: 'poster', format })),
  brochure: [{ kind: 'brochure', format: 'pdf', audience: 'public' }],
  exchange: [{ kind: 'exchange', format: 'xishanpart', audience: 'internal' }],
  slice: [{ kind: 'slice', format: 'xlsx', audience: 'public' }],
  film: (['mp4', 'webm'] as const).map((format) => ({ kind: 'film', format, audience: 'public' })),
};
const all = Object.values(cases).flat().map((request) => ({ request, name: `${request.kind} as ${request.format}` }));

/** The kinds that the contract knows: one literal, or a few in one schema. */
const kindsOfContract = outputRequestSchema.options.flatMap(({ shape }) => {
  const { kind } = shape as { kind: z.ZodType };
  return kind instanceof z.ZodEnum ? kind.options as string[] : kind instanceof z.ZodLiteral ? [...kind.values] as string[] : [];
});

const root = fileURLToPath(new URL('../../', import.meta.url));
const base = tmpdir();
const folder = mkdtempSync(join(base, 'xishan-outputs-'));
const temporary = join(folder, 'temporary');
const before = process.env['TMPDIR'];

/** An engine that draws nothing: what a print does when its file cannot be written has nothing to do with what is on it. */
const blankPrinter: Printer = {
  pdf: (_task, run) => drawn(run, Buffer.from('%PDF-1.4 blank')),
  // The smallest PNG there is. The ground of a web page would have to be of its very size: that page is made without one, as where no engine is.
  picture: ({ page }, _density, run) => (papers.has(Math.round(page.width)) ? drawn(run, smallestPng) : Promise.reject(new FailureError('not-found', { zh: '没有绘图引擎。', en: 'No engine.' }))),
  async film({ sheetId }, _density, take, run) {
    const { request } = await program.handlers['output.sheet']({ id: sheetId });
    if (request.kind !== 'film') throw new Error('This is no film.');
    await take('poster', Buffer.from('a picture'), 0);
    await take('film', await drawn(run, Buffer.from('a film')), 0);
    return { container: request.format, frames: request.plan.frames, notices: [], spent: { drawing: 0, all: 0 } };
  },
};
const papers = new Set([...mapPapers.map((paper) => sheetSize({ paper, orientation: 'landscape' }).width), ...posterPapers.map((paper) => posterSize(paper).width)].map(Math.round));
const smallestPng = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
async function drawn(run: PrintRun, bytes: Uint8Array): Promise<Uint8Array> {
  run.onStep(0, 1, null);
  await new Promise((resolve) => { setTimeout(resolve, 5); });
  if (run.signal.aborted) throw new FailureError('cancelled', { zh: '打印已取消，没有留下文件。', en: 'The print was cancelled; no file was left.' });
  return bytes;
}

let program: Program;
let session: Session;
beforeAll(async () => {
  mkdirSync(temporary);
  process.env['TMPDIR'] = temporary;
  const built = await import(new URL('../../electron/build.mjs', import.meta.url).href) as { ensureBuilt(options: object): Promise<void> };
  await built.ensureBuilt({ quiet: true, only: ['web'] });
  const worker = (path: string) => bundleForNode(join(root, 'electron/services', path));
  program = await createProgram({
    home: join(folder, 'home'), ledger: await preparedLedger(folder, buildLedgerData({ assets: 30, projects: 4 })), shipped: join(root, 'data'), host: 'test', version: '0.0.0', createPrinter: () => blankPrinter, webPage: join(root, 'dist/web'),
    workerFiles: { exchange: await worker('exchange/exchange-worker.ts'), export: await worker('export/export-worker.ts'), slides: await worker('export/slides-worker.ts'), webPicture: await worker('web/web-picture-worker.ts') },
  });
  session = openSession(program);
}, 120_000);
afterAll(async () => {
  await program.close();
  if (before === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = before;
  rmSync(folder, { recursive: true, force: true });
});
afterEach(() => { vi.restoreAllMocks(); });

/** Every file below the folders in which outputs are made. */
const filesLeft = (): string[] => readdirSync(temporary).filter((name) => name.startsWith('xishan-output-')).flatMap((name) => readdirSync(join(temporary, name), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => entry.name));

async function ended(jobId: string): Promise<JobState> {
  for (;;) {
    const job = await program.handlers['job.state']({ jobId });
    if (job.state !== 'running') return job;
    await new Promise((resolve) => { setTimeout(resolve, 5); });
  }
}
const start = async (request: Request) => (await session.ask('output.start', request)).jobId;

/** The disk refuses a finished file its name, as full or locked ones do. */
const refuse = (code: string) => vi.spyOn(realDisk, 'rename').mockImplementation((from, to) => (/\.xishan-\w+\.tmp$/.test(from) ? Promise.reject(Object.assign(new Error(code), { code, path: to })) : Promise.resolve()));

const refusals = [
  { why: 'the disk is full', code: 'ENOSPC', zh: '磁盘已满', en: 'disk is full' },
  { why: 'the file is open in another program', code: 'EBUSY', zh: '正被其他程序打开', en: 'open in another program' },
  { why: 'the folder may not be written to', code: 'EACCES', zh: '无权写入', en: 'may not be written' },
] as const;

describe('the kinds of output', () => {
  it('are all tried here, and none that the contract does not know', () => {
    expect(Object.keys(cases).sort()).toEqual([...kindsOfContract].sort());
  });
  it('are each tried in every form that they have', () => {
    const formsOf = (format: z.ZodType): readonly string[] => (format instanceof z.ZodDefault ? formsOf(format.unwrap() as z.ZodType) : format instanceof z.ZodEnum ? format.options as string[] : [...(format as z.ZodLiteral).values].map(String));
    for (const { shape } of outputRequestSchema.options) {
      const tried = new Set(all.filter(({ request }) => shape.kind.safeParse(request.kind).success).map(({ request }) => request.format));
      expect([...tried].sort()).toEqual([...formsOf(shape.format)].sort());
    }
  });
});

describe.each(all)('$name', ({ request }) => {
  it('comes out whole under its name, and says how large it is', async () => {
    const job = await ended(await start(request));
    expect(job).toMatchObject({ state: 'done' });
    const { fileId, bytes, name } = (job as { result: OutputFile }).result;
    const resource = await program.resource(`outputs/${fileId}`);
    const file = resource && 'file' in resource ? resource.file : '';
    expect(file.endsWith(name)).toBe(true);
    expect(statSync(file).size).toBe(bytes);
    expect(bytes).toBeGreaterThan(0);
    rmSync(dirname(file), { recursive: true });
  });

  it.each(refusals)('when $why: says so in both languages with a next step, and leaves nothing behind', async ({ code, zh, en }) => {
    refuse(code);
    const job = await ended(await start(request));
    expect(job).toMatchObject({ state: 'failed', failure: { code: 'disk', place: { file: expect.stringMatching(/\.\w+$/) } } });
    const { message } = (job as { failure: { message: { zh: string; en: string } } }).failure;
    expect(message.zh).toContain(zh);
    expect(message.zh).toMatch(/请.*。$/);
    expect(message.en).toContain(en);
    expect(filesLeft()).toEqual([]);
  });

  it('when it is cancelled at once or on the way: ends as cancelled and leaves nothing behind', async () => {
    const atOnce = await start(request);
    program.handlers['job.cancel']({ jobId: atOnce });
    expect(await ended(atOnce)).toEqual({ state: 'cancelled' });
    // On the way: at the moment when all is written and only the name is missing.
    let jobId = '';
    const rename = realDisk.rename.bind(realDisk);
    vi.spyOn(realDisk, 'rename').mockImplementation(async (from, to) => {
      if (!/\.xishan-\w+\.tmp$/.test(from)) return rename(from, to);
      program.handlers['job.cancel']({ jobId });
      throw Object.assign(new Error('cancelled'), { code: 'EIO' });
    });
    jobId = await start(request);
    expect(await ended(jobId)).toEqual({ state: 'cancelled' });
    expect(filesLeft()).toEqual([]);
  });

  it('taken to a folder of its own: an older file of the name stays as it was when the disk refuses the new one', async () => {
    const target = mkdtempSync(join(folder, 'target-'));
    const out = join(target, `out.${request.format}`);
    await exportFile(session, request, out, () => undefined);
    const { size } = statSync(out);
    refuse('EBUSY');
    const failure = await exportFile(session, request, out, () => undefined).then(() => null, (error: unknown) => error);
    expect(failure).toBeInstanceOf(FailureError);
    expect(readdirSync(target)).toEqual([`out.${request.format}`]);
    expect(statSync(out).size).toBe(size);
    vi.restoreAllMocks();
    for (const left of filesLeft()) expect(left).not.toMatch(/\.tmp$/);
    for (const name of readdirSync(temporary).filter((one) => one.startsWith('xishan-output-'))) for (const id of readdirSync(join(temporary, name))) rmSync(join(temporary, name, id), { recursive: true });
  });
});

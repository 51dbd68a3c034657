import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { MapRequest } from '../../data/contract.js';
import { mapPrintSchema } from '../../data/schema/map-print.js';
import { FailureError } from '../../data/schema/failure.js';
import { awaitSheet, sheetHash } from '../../electron/host/await-sheet.js';
import { openEnginePipe } from '../../electron/host/engine-pipe.js';
import { browserPrinter } from '../../electron/host/print-browser.js';
import { engineSwitches } from '../../electron/host/print-engine.js';
import { electronPrinter } from '../../electron/host/print.js';
import { readPage } from '../../electron/host/page-files.js';
import { createSheets } from '../../electron/services/print/sheets.js';
import { fakeElectron } from '../builders/fake-electron.js';
import { fakeProgram } from '../builders/fake-program.js';
import { pageFolder } from '../builders/http-host.js';

const messageOf = async (work: Promise<unknown>) => work.then(() => 'no failure', (error: unknown) => (error instanceof FailureError ? error.failure : error));
const page = { width: 297, height: 210 };
const run = (control = new AbortController()) => ({ control, signal: control.signal, onStep: vi.fn() });
const ready = JSON.stringify({ sheet: 'ready' });

describe('waiting for a page that is drawn', () => {
  it('passes its steps on and ends when it is ready', async () => {
    const answers = ['', '{}', JSON.stringify({ sheet: 'drawing', sheetDone: '1', sheetTotal: '4', sheetStep: JSON.stringify({ zh: '排版', en: 'Laying out' }) }), ready];
    const { signal, onStep } = run();
    await awaitSheet(() => Promise.resolve(answers.shift()), { signal, onStep });
    expect(onStep).toHaveBeenCalledWith(1, 4, { zh: '排版', en: 'Laying out' });
  });
  it('fails with the page’s own sentence', async () => {
    const failure = { code: 'not-found', message: { zh: '没有这一页', en: 'No such page' } };
    const { signal, onStep } = run();
    expect(await messageOf(awaitSheet(() => Promise.resolve(JSON.stringify({ sheet: 'failed', sheetFailure: JSON.stringify(failure) })), { signal, onStep }))).toEqual(failure);
  });
  it('gives up a page that gets no further, also one that never answers', async () => {
    const { signal, onStep } = run();
    expect(await messageOf(awaitSheet(() => Promise.resolve('{"sheet":"drawing"}'), { signal, onStep }, 300))).toMatchObject({ code: 'internal', message: { zh: expect.stringContaining('没有反应') as string } });
    expect(await messageOf(awaitSheet(() => new Promise(() => undefined), { signal, onStep }, 300))).toMatchObject({ code: 'internal' });
  });
  it('ends at once when it is cancelled', async () => {
    const { control, signal, onStep } = run();
    const waiting = messageOf(awaitSheet(() => new Promise(() => undefined), { signal, onStep }));
    control.abort();
    expect(await waiting).toMatchObject({ code: 'cancelled' });
  });
});

describe('the engine’s pipe', () => {
  it('puts messages together that come in pieces, and tells answers from events', async () => {
    const [input, output] = [new PassThrough(), new PassThrough()];
    const pipe = openEnginePipe(input, output);
    const heard: string[] = [];
    pipe.on(({ method, sessionId }) => heard.push(`${method} ${sessionId}`));
    const first = pipe.send('A.one');
    const second = pipe.send('A.two', { x: 1 }, 's');
    const bytes = Buffer.from('{"id":2,"result":{"字":"青绿"}}\0{"method":"E.v","params":{},"sessionId":"s"}\0{"id":1,"error":{"message":"no"}}\0');
    for (const byte of bytes) output.write(Buffer.from([byte]));
    expect(await second).toEqual({ 字: '青绿' });
    await expect(first).rejects.toThrow('no');
    expect(heard).toEqual(['E.v s']);
    expect(input.read().toString()).toBe('{"id":1,"method":"A.one","params":{}}\0{"id":2,"method":"A.two","params":{"x":1},"sessionId":"s"}\0');
  });
  it('fails all that is waited for when the engine is gone', async () => {
    const output = new PassThrough();
    const pipe = openEnginePipe(new PassThrough(), output);
    const waiting = pipe.send('A.one');
    output.destroy();
    await expect(waiting).rejects.toThrow('closed');
    await expect(pipe.send('A.two')).rejects.toThrow('closed');
  });
});

describe('the engine', () => {
  it('has no window, talks by a pipe alone, reaches nothing but this machine, and keeps its sandbox unless it runs as root', () => {
    const switches = engineSwitches('/p', { rootOnLinux: false });
    for (const wanted of ['--headless', '--remote-debugging-pipe', '--user-data-dir=/p', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1', '--disable-background-networking']) expect(switches).toContain(wanted);
    expect(switches.some((one) => one.startsWith('--proxy-server='))).toBe(true);
    expect(switches).not.toContain('--no-sandbox');
    expect(switches.some((one) => one.startsWith('--remote-debugging-port'))).toBe(false);
    expect(engineSwitches('/p', { rootOnLinux: true })).toContain('--no-sandbox');
  });
});

describe('a machine without a browser', () => {
  afterEach(() => vi.unstubAllEnvs());
  it('is told what to install', async () => {
    vi.stubEnv('XISHAN_BROWSER', '/nowhere/chromium');
    const printer = browserPrinter({ page: () => { throw new Error('not asked for'); } })(fakeProgram());
    expect(await messageOf(printer.pdf({ sheetId: 'x', circle: 'public', page }, run()))).toMatchObject({ code: 'not-found', message: { zh: expect.stringContaining('Chromium、Chrome 或 Edge') as string } });
  });
  it('or with one that does not start, what to do about it', async () => {
    const folder = pageFolder();
    const printer = browserPrinter({ browser: process.execPath, page: () => readPage(join(folder, 'page')) })(fakeProgram());
    expect(await messageOf(printer.pdf({ sheetId: 'x', circle: 'public', page }, run()))).toMatchObject({ code: 'internal', message: { zh: expect.stringContaining('启动不了') as string } });
  });
});

describe('the pages that are being printed', () => {
  const request = (audience: MapRequest['audience']): MapRequest => ({ kind: 'map', format: 'pdf', audience, language: 'zh', map: mapPrintSchema.parse({}) });
  it('are told to who knows their id, only while they are printed, and to the public only its own', async () => {
    const { calls, during } = createSheets();
    let kept = '';
    await during(request('internal'), async (id) => {
      kept = id;
      expect(await calls['output.sheet']({ id })).toMatchObject({ request: { audience: 'internal' } });
      expect(() => calls['public.sheet']({ id })).toThrow(FailureError);
    });
    expect(() => calls['output.sheet']({ id: kept })).toThrow(FailureError);
    await during(request('public'), async (id) => { expect(await calls['public.sheet']({ id })).toMatchObject({ request: { audience: 'public' } }); });
  });
});

describe('Electron’s printer', () => {
  const made = (answer: string = ready) => {
    const folder = pageFolder();
    const shell = fakeElectron({ script: answer });
    const circles = new Map();
    return { shell, circles, printer: electronPrinter(shell.electron, { page: () => readPage(join(folder, 'page')), preload: '/app/preload.cjs', circles })(fakeProgram()) };
  };
  it('prints in a hidden window with the rights of the print alone, which is gone afterwards', async () => {
    const { shell, circles, printer } = made();
    const seen: unknown[] = [];
    shell.onPrint = () => seen.push([...circles.values()]);
    expect(Buffer.from(await printer.pdf({ sheetId: 'abc', circle: 'public', page: { width: 420, height: 297 } }, run())).toString()).toBe('%PDF');
    const [window] = shell.windows;
    expect(window!.options).toMatchObject({ show: false, width: 1587, height: 1123, webPreferences: { contextIsolation: true, sandbox: true, nodeIntegration: false, backgroundThrottling: false } });
    expect(window!.loaded).toBe(`app://xishan/audience${sheetHash('abc', 3)}`);
    expect(window!.printed).toMatchObject({ printBackground: true, generateTaggedPDF: true, margins: { top: 0, bottom: 0, left: 0, right: 0 } });
    const { width, height } = (window!.printed as { pageSize: { width: number; height: number } }).pageSize;
    expect([width * 25.4, height * 25.4].map(Math.round)).toEqual([420, 297]);
    expect(seen).toEqual([['public']]);
    expect([window!.log.at(-1), circles.size]).toEqual(['destroy', 0]);
  });
  it('gives a public print files of the public alone, and its session no network', async () => {
    const { shell, printer } = made();
    await printer.pdf({ sheetId: 'abc', circle: 'public', page }, run());
    const { protocols, guards } = shell.partitions.get('print-public')!;
    const get = (address: string) => protocols.get('app')!(new Request(address));
    expect((await get('app://xishan/audience')).status).toBe(200);
    expect((await get('app://xishan/')).status).toBe(404);
    expect((await get('app://xishan/outputs/abcdefghijkl')).status).toBe(404);
    let cancelled: unknown;
    (guards['request'] as (...words: unknown[]) => void)({ url: 'https://evil.example/' }, (answer: { cancel: boolean }) => { cancelled = answer.cancel; });
    expect(cancelled).toBe(true);
  });
  it('makes a picture of exactly the pixels wanted, whatever the engine gives', async () => {
    const { shell, printer } = made();
    shell.pictureSize = { width: 100, height: 50 };
    const screen = { width: 508, height: 285.75 };
    expect(Buffer.from(await printer.picture({ sheetId: 'abc', circle: 'desk', page: screen }, 2, run())).toString()).toBe('PNG 3840x2160 resized');
    expect(shell.windows[0]!.loaded).toBe(`app://xishan/${sheetHash('abc')}`);
    expect(shell.windows[0]!.options).toMatchObject({ webPreferences: { offscreen: { deviceScaleFactor: 2 } } });
    shell.pictureSize = { width: 3840, height: 2160 };
    expect(Buffer.from(await printer.picture({ sheetId: 'abc', circle: 'desk', page: screen }, 2, run())).toString()).toBe('PNG 3840x2160');
  });
  it('takes its window away at once when the print is cancelled', async () => {
    const { shell, printer } = made('{"sheet":"drawing"}');
    const job = run();
    const work = messageOf(printer.pdf({ sheetId: 'abc', circle: 'desk', page }, job));
    await new Promise((resolve) => { setTimeout(resolve, 20); });
    job.control.abort();
    expect(await work).toMatchObject({ code: 'cancelled' });
    expect(shell.windows[0]!.log).toEqual(['destroy']);
  });
});

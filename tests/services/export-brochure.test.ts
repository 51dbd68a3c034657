import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { brochureRequestSchema, type BrochureRequest } from '../../data/contract.js';
import type { BrochureSheet } from '../../data/rules/brochure/book.js';
import { FailureError } from '../../data/schema/failure.js';
import { exportBrochure, type BrochureMeans } from '../../electron/services/brochure/export-brochure.js';
import { withTrimBoxes } from '../../electron/services/brochure/trim-boxes.js';
import type { Printer } from '../../electron/services/print/printer.js';
import { createSheets } from '../../electron/services/print/sheets.js';
import { ledgerOfCanaries } from '../builders/canaries.js';
import { buildAsset, buildProfile } from '../builders/ledger.js';
import { readPdf } from '../builders/pdf.js';
import { cameraCanary, paintedPixels, phoneJpeg } from '../builders/pictures.js';
import { cannotPrint, openPrintDesk, pageBuilt, tracesIn, type Printed, type PrintDesk } from '../builders/print-desk.js';

const plain = (text: string) => text.replace(/\s+/g, '');
const poppler = spawnSync('pdftotext', ['-v']).error === undefined;
const { data, canaries, withdrawn } = ledgerOfCanaries();
/** Text of each page, as a reader's program finds it. */
const pagesOf = (file: string, ...options: string[]) => spawnSync('pdftotext', [...options, file, '-'], { encoding: 'utf8' }).stdout.split('\f').slice(0, -1).map(plain);
const points = (millimetres: number) => (millimetres / 25.4) * 72;

describe.skipIf(cannotPrint)(`a brochure${cannotPrint ? ` (${cannotPrint})` : ''}`, () => {
  let desk: PrintDesk;
  let handedOut: Printed;
  let internal: Printed;
  beforeAll(async () => {
    await pageBuilt();
    const photo = data.assets[0]!.photos[0]!.id;
    desk = await openPrintDesk(data, {}, { [photo]: await phoneJpeg(paintedPixels(1200, 800)) });
    handedOut = await desk.make({ kind: 'brochure', audience: 'public' });
    internal = await desk.make({ kind: 'brochure', audience: 'internal' });
  }, 300_000);
  afterAll(() => desk.close());

  it('for the public holds nothing of any internal or personal field: not in its streams, its words, its pictures or its name', () => {
    const { bytes, text } = readPdf(handedOut.content);
    const all = [handedOut.name, bytes, plain(text), handedOut.content.toString('latin1')].join('\n');
    expect(plain(text)).toContain('公开forest');
    expect(canaries.filter(({ word }) => all.includes(word)).map(({ path }) => path)).toEqual([]);
    expect(all).not.toContain('CANARY');
    expect(all).not.toContain(cameraCanary);
    expect(plain(text)).not.toContain('内部资料');
    expect(plain(text)).not.toContain(withdrawn.name);
  });

  it('has pages of A4 with a table of contents that leads to them, and bookmarks', () => {
    const { pages, bytes, text } = readPdf(handedOut.content);
    expect(pages.length).toBeGreaterThan(12);
    for (const { width, height } of pages) expect([Math.abs(width - points(210)) < 1, Math.abs(height - points(297)) < 1]).toEqual([true, true]);
    expect(bytes).toContain('/Outlines');
    expect((bytes.match(/\/Subtype\s*\/Link/g) ?? []).length).toBeGreaterThanOrEqual(data.assets.length);
    for (const words of ['目录', '乡情数字', '资产分布图', '项目一张表', '联系我们', '示例乡示意图', '无审图号']) expect(plain(text)).toContain(words);
  });

  it('has every letter in it as an outline with its sign', () => {
    const { fonts } = readPdf(handedOut.content);
    expect(fonts.length).toBeGreaterThan(0);
    expect(fonts.filter(({ embedded }) => !embedded)).toEqual([]);
    expect(fonts.filter(({ kind }) => kind === 'Type3')).toEqual([]);
  });

  it.skipIf(!poppler)('is numbered as its contents say, so that every asset is found on the page that names it (needs pdftotext)', () => {
    const pages = pagesOf(handedOut.file);
    // As it stands on the paper: a name, its leader, its number.
    const [contents] = pagesOf(handedOut.file, '-layout').filter((page) => page.startsWith('目录'));
    for (const { name } of data.assets.filter(({ id }) => id !== withdrawn.id)) {
      const [, number] = new RegExp(`${name}\\D*?(\\d+)`).exec(contents!) ?? [];
      expect(pages[Number(number) - 1], `${name} on ${number}`).toContain(name);
    }
  });

  it('for the staff says on every page that it is internal, and tells of owners and contacts', () => {
    const { pages, text } = readPdf(internal.content);
    expect(plain(text).split('内部资料注意保管').length - 1).toBe(pages.length);
    const owner = canaries.find(({ path }) => path === 'forest.owner')!;
    expect(plain(text)).toContain(owner.word);
    expect(internal.name).toContain('内部资料');
    if (poppler) for (const page of pagesOf(internal.file)) expect(page).toContain('内部资料');
  });

  it('for one investor holds what was chosen and to whom it is given', async () => {
    const [chosen, other] = data.assets as [typeof data.assets[number], typeof data.assets[number]];
    const made = await desk.make({ kind: 'brochure', audience: 'public', ids: [chosen.id], title: '溪边好地方', dedication: '某某文旅公司', bleed: true });
    const { pages, text, bytes } = readPdf(made.content);
    expect(plain(text)).toContain('某某文旅公司');
    expect(plain(text)).toContain(chosen.name);
    expect(plain(text)).not.toContain(other.name);
    expect(Math.abs(pages[0]!.width - points(216))).toBeLessThan(1);
    expect(bytes).toMatch(/\/TrimBox \[8\.504 8\.504 /);
    expect(made.name).toMatch(/^溪边好地方（专送）/);
  }, 120_000);

  it('that is cancelled leaves no file, no process and no profile', async () => {
    const { jobId } = await desk.program.handlers['output.start'](brochureRequestSchema.parse({ kind: 'brochure', audience: 'public' }));
    for (;;) {
      const job = await desk.program.handlers['job.state']({ jobId });
      if (job.state !== 'running' || job.done > 0) break;
      await new Promise((resolve) => { setTimeout(resolve, 10); });
    }
    await desk.program.handlers['job.cancel']({ jobId });
    expect(await desk.ended(jobId)).toEqual({ state: 'cancelled' });
    expect(tracesIn(desk.temporary)).toEqual({ profiles: [], processes: [] });
    const left = (await readdir(desk.temporary, { recursive: true })).filter((name) => name.endsWith('.tmp'));
    expect(left).toEqual([]);
  }, 60_000);
});

describe('making a brochure', () => {
  const document = (): Printer => ({ pdf: () => Promise.resolve(new TextEncoder().encode('%PDF-1.4')), picture: () => Promise.reject(new Error('not asked for')), film: () => Promise.reject(new Error('not asked for')) });
  async function meansOf(more: Partial<BrochureMeans> = {}): Promise<BrochureMeans & { folder: string }> {
    const folder = await mkdtemp(join(tmpdir(), 'xishan-brochure-'));
    return {
      printer: document(), sheets: createSheets(), layers: [{ id: 'shili', kind: 'schematic', shown: true, opacity: 1 }], folder, today: '2026-11-28', run: { signal: new AbortController().signal, onStep: () => undefined },
      data: { profile: buildProfile(), assets: [buildAsset('house', { name: '老屋' })], projects: [], tours: [] }, ...more,
    };
  }
  const request = (fields: Partial<BrochureRequest> = {}) => brochureRequestSchema.parse({ kind: 'brochure', audience: 'public', ...fields });
  const failureOf = (work: Promise<unknown>) => work.then(() => null, (error: unknown) => (error instanceof FailureError ? error.failure : error));

  it('is refused in a sentence where there is nothing to show, or nothing to print with', async () => {
    const means = await meansOf();
    expect(await failureOf(exportBrochure(request({ ids: ['nobody'] }), means))).toMatchObject({ code: 'wrong-input', message: { zh: expect.stringContaining('没有可以对外的资产') as string } });
    expect(await failureOf(exportBrochure(request(), { ...means, printer: undefined }))).toMatchObject({ code: 'not-found' });
    await rm(means.folder, { recursive: true });
  });
  it('tells of what was asked for and is not there, and of maps that need a number', async () => {
    const pack = { name: '影像', container: 'mbtiles' as const, format: 'jpeg' as const, bounds: [119, 29, 120, 30] as [number, number, number, number], minZoom: 8, maxZoom: 16, tileSize: 256 as const, scheme: 'xyz' as const, datum: 'WGS-84' as const, attribution: '', approvalNumber: '', licence: '' };
    const means = await meansOf({ layers: [{ id: 'pack1', kind: 'pictures', shown: true, opacity: 1, pack }] });
    const { notices } = await exportBrochure(request({ ids: [means.data.assets[0]!.id, 'gone'] }), means);
    expect(notices.map(({ zh }) => zh).join()).toMatch(/1 宗已下架或已删除.*「影像」没有审图号/);
    await rm(means.folder, { recursive: true });
  });
  it('that cannot be written says so and leaves neither a half file nor a temporary one', async () => {
    const means = await meansOf();
    const { name } = await exportBrochure(request(), means);
    await rm(join(means.folder, name));
    // A folder of that name cannot be replaced by a file, as a file cannot be that another program holds.
    await mkdir(join(means.folder, name, 'held'), { recursive: true });
    expect(await failureOf(exportBrochure(request(), means))).toMatchObject({ message: { zh: expect.stringContaining(name) as string }, place: { file: name } });
    expect(await readdir(means.folder)).toEqual([name]);
    await rm(means.folder, { recursive: true });
    expect(await failureOf(exportBrochure(request(), means))).toMatchObject({ code: 'disk', message: { zh: expect.stringContaining('文件夹不存在') as string } });
  });
  const disk = mkdtempSync(join(tmpdir(), 'xishan-full-'));
  const hasSmallDisk = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk]).status === 0;
  afterAll(async () => {
    if (hasSmallDisk) spawnSync('umount', [disk]);
    await rm(disk, { recursive: true, force: true });
  });
  it.skipIf(!hasSmallDisk)('on a disk that is full says so, and leaves nothing behind (needs a small disk that can be mounted)', async () => {
    const means = await meansOf({ folder: disk, printer: { ...document(), pdf: () => Promise.resolve(new Uint8Array(1 << 20)) } });
    expect(await failureOf(exportBrochure(request(), means))).toMatchObject({ code: 'disk', message: { zh: expect.stringContaining('磁盘已满') as string } });
    expect(await readdir(disk)).toEqual([]);
  });
  it('shows a public sheet to the public, and an internal one to the desk alone', async () => {
    const sheets = createSheets();
    const seen: string[] = [];
    const printer: Printer = { ...document(), pdf: ({ sheetId, circle }) => {
      const { request: sheet } = sheets.calls['output.sheet']({ id: sheetId }) as { request: BrochureSheet };
      let isPublic = true;
      try { void sheets.calls['public.sheet']({ id: sheetId }); } catch { isPublic = false; }
      seen.push(`${circle} ${sheet.audience} ${isPublic}`);
      return Promise.resolve(new Uint8Array());
    } };
    const means = await meansOf({ printer, sheets });
    await exportBrochure(request(), means);
    await exportBrochure(request({ audience: 'internal' }), means);
    expect(seen).toEqual(['public public true', 'desk internal false']);
    await rm(means.folder, { recursive: true });
  });
});

describe('the boxes of a document with bleed', () => {
  const pdf = '%PDF-1.4\n4 0 obj\n<</Type /Page\n/MediaBox [0 0 612.28 858.9]\n/Contents 5 0 R>>\nendobj\nxref\n0 5\ntrailer\n<</Size 5\n/Root 1 0 R\n/Info 2 0 R>>\nstartxref\n90\n%%EOF\n';
  it('say where every page is cut, in an appendix that leads back to the document', () => {
    const boxed = Buffer.from(withTrimBoxes(Buffer.from(pdf, 'latin1'))).toString('latin1');
    expect(boxed.startsWith(pdf)).toBe(true);
    expect(boxed).toContain('/TrimBox [8.504 8.504 603.776 850.396]');
    expect(boxed).toContain('/Prev 90');
    const at = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(boxed)?.[1]);
    expect(boxed.slice(at, at + 4)).toBe('xref');
    const [, place] = /xref\n4 1\n(\d{10}) 00000 n/.exec(boxed.slice(at)) ?? [];
    expect(boxed.slice(Number(place), Number(place) + 7)).toBe('4 0 obj');
  });
  it('are left out of a document of another form rather than break it', () => {
    const other = Buffer.from('%PDF-1.7\nno table of contents');
    expect(withTrimBoxes(other)).toBe(other);
  });
});

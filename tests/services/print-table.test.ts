import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CallInput } from '../../data/contract.js';
import { firstMaps } from '../../data/schema/map-pack.js';
import { joinPdfs } from '../../electron/services/print/join-pdf.js';
import { ledgerOfCanaries } from '../builders/canaries.js';
import { buildProfile, buildProject } from '../builders/ledger.js';
import { manyAssets } from '../builders/many-assets.js';
import { readPdf } from '../builders/pdf.js';
import { cannotPrint, openPrintDesk, pageBuilt, pngSize, type PrintDesk } from '../builders/print-desk.js';

const plain = (words: string) => words.replace(/\s+/g, '');
const times = (text: string, words: string) => text.split(words).length - 1;
const poppler = spawnSync('pdftotext', ['-v']).error === undefined;
const points = (millimetres: number) => (millimetres / 25.4) * 72;
const assets = manyAssets(700).map((asset) => ({ ...asset, notes: '内部备注' }));
const profile = { ...buildProfile(), name: { zh: '溪口乡', en: 'Xikou' }, maps: [...firstMaps], sample: false };
const data = { profile, assets, projects: [buildProject({ name: '溪口营地', investment: 1200, assetIds: [assets[0]!.id] })], tours: [] };

describe.skipIf(cannotPrint)(`a table on paper${cannotPrint ? ` (${cannotPrint})` : ''}`, () => {
  let desk: PrintDesk;
  beforeAll(async () => {
    await pageBuilt();
    desk = await openPrintDesk(data);
  }, 240_000);
  afterAll(() => desk.close());

  it('stands on A3 pages laid across, each with headers, number, day and marks, and holds every record once', async () => {
    const { content, name } = await desk.make({ kind: 'ledger', format: 'pdf', audience: 'internal', columns: ['code', 'name', 'village', 'status', 'siteArea', 'notes'], ids: assets.slice(0, 90).map(({ id }) => id) });
    const { pages, text, fonts } = readPdf(content);
    const said = plain(text);
    expect(pages.length).toBeGreaterThan(2);
    for (const { width, height } of pages) expect([Math.abs(width - points(420)) < 2, Math.abs(height - points(297)) < 2]).toEqual([true, true]);
    for (let page = 1; page <= pages.length; page += 1) expect(said).toContain(`第${page}页共${pages.length}页`);
    for (const words of ['占地面积（亩）', '注意保管']) expect(times(said, words)).toBeGreaterThanOrEqual(pages.length);
    for (const asset of assets.slice(0, 90)) expect([asset.code, times(said, plain(asset.code!))]).toEqual([asset.code, 1]);
    expect(said).toContain('合计（90宗）');
    expect(fonts.filter(({ embedded }) => !embedded)).toEqual([]);
    expect(name).toMatch(/^溪口乡闲置资产台账（内部资料）\d{4}-\d\d-\d\d\.pdf$/);
  }, 120_000);

  it('of many pages is printed in parts and joined, with nothing lost and the pages counted through', async () => {
    const { content, file } = await desk.make({ kind: 'ledger', format: 'pdf', audience: 'internal', group: 'none' });
    const { pages, text } = readPdf(content);
    const said = plain(text);
    expect(pages.length).toBeGreaterThan(30);
    for (let page = 1; page <= pages.length; page += 1) expect(times(said, `第${page}页共${pages.length}页`)).toBe(1);
    const codes = new Set(assets.map(({ code }) => plain(code!)));
    expect([...codes].filter((code) => times(said, code) !== 1)).toEqual([]);
    if (poppler) {
      const last = spawnSync('pdftotext', ['-f', String(pages.length), file, '-'], { encoding: 'utf8' });
      expect(last.stderr).toBe('');
      expect(plain(last.stdout)).toContain('合计（700宗）');
    }
  }, 240_000);

  it('goes with its field notes where that is asked for', async () => {
    const { content } = await desk.make({ kind: 'projects', format: 'pdf', audience: 'public', fieldNotes: true });
    const said = plain(readPdf(content).text);
    expect(said).toContain('溪口乡栏目说明');
    expect(said).toContain('程序算出');
    expect(said).not.toContain('责任领导');
  }, 120_000);
});

describe.skipIf(cannotPrint)('what is printed for the public', () => {
  const { data: planted, canaries, withdrawn } = ledgerOfCanaries();
  const placed = { ...planted, assets: planted.assets.map((asset) => (asset.id === withdrawn.id ? { ...asset, location: { lng: 119.94, lat: 29.832 } } : asset)) };
  let desk: PrintDesk;
  beforeAll(async () => {
    await pageBuilt();
    desk = await openPrintDesk(placed);
  }, 240_000);
  afterAll(() => desk.close());

  const requests: readonly CallInput<'output.start'>[] = [
    { kind: 'ledger', format: 'pdf', audience: 'public', fieldNotes: true, since: '2020-01-01' },
    { kind: 'ledger', format: 'pdf', audience: 'public', columns: ['name', 'owner', 'certificateNo', 'contact', 'notes', 'reservePrice', 'villageText', 'source', 'locationSource'] },
    { kind: 'projects', format: 'pdf', audience: 'public', language: 'en', fieldNotes: true },
    { kind: 'poster', format: 'pdf' }, { kind: 'poster', format: 'png', language: 'en' },
  ];
  it.each(requests)('holds nothing of any internal field: $kind as $format', async (request) => {
    const { content, name, notices } = await desk.make(request);
    const words = request.format === 'pdf' ? [readPdf(content).bytes, plain(readPdf(content).text)] : [content.toString('latin1')];
    if (request.format === 'pdf') expect(words[1]).toMatch(/公开(forest|项目)/);
    const all = [name, JSON.stringify(notices), ...words].join('\n');
    expect(canaries.filter(({ word }) => all.includes(word)).map(({ path }) => path)).toEqual([]);
    expect(all).not.toContain('CANARY');
  }, 120_000);

  it('could have been found out: the staff’s own table holds them', async () => {
    const { content } = await desk.make({ kind: 'ledger', format: 'pdf', audience: 'internal', columns: ['name', 'owner'] });
    const said = plain(readPdf(content).text);
    expect(said).toContain(canaries.find(({ path }) => path === 'forest.owner')!.word);
    expect(said).toContain('内部资料');
  }, 120_000);
});

describe.skipIf(cannotPrint)('a map poster', () => {
  let desk: PrintDesk;
  beforeAll(async () => {
    await pageBuilt();
    desk = await openPrintDesk({ ...data, assets: assets.slice(0, 50), profile: { ...profile, publicContact: { name: '溪口乡招商办', phone: '0571-00000000' } } });
  }, 240_000);
  afterAll(() => desk.close());

  it('is one upright page of its paper with title, figures, legend, every asset, contact, scale and credits', async () => {
    const { content, name } = await desk.make({ kind: 'poster', format: 'pdf', paper: 'A1' });
    const { pages, text } = readPdf(content);
    expect(pages).toHaveLength(1);
    expect([Math.abs(pages[0]!.width - points(594)) < 2, Math.abs(pages[0]!.height - points(841)) < 2]).toEqual([true, true]);
    const said = plain(text);
    for (const words of ['溪口乡招商地图', '图例', '资产名录', '图上共50宗', '0571-00000000', '溪口乡招商办', '比例尺1:', '无审图号', '计划总投资']) expect(said).toContain(words);
    for (const asset of assets.slice(0, 50)) expect(said).toContain(plain(asset.name));
    expect(name).toMatch(/^溪口乡招商地图 A1（公开）/);
  }, 120_000);

  it('as a picture has the dots that its paper is said to have', async () => {
    const { width, height } = pngSize((await desk.make({ kind: 'poster', format: 'png', paper: 'A2', title: '满乡待客' })).content);
    expect(Math.abs(width - (420 / 25.4) * 200)).toBeLessThan(3);
    expect(Math.abs(height - (594 / 25.4) * 200)).toBeLessThan(3);
  }, 120_000);

  it('of no assets is the map of the township', async () => {
    const { failure } = await desk.ended((await desk.program.handlers['output.start']({ kind: 'poster', format: 'pdf', audience: 'public', language: 'zh', paper: 'A2', ids: [] })).jobId).then((job) => ({ failure: job.state === 'failed' ? job.failure : null }));
    expect(failure).toBeNull();
  }, 120_000);
});

describe('joining documents', () => {
  it('leaves a single one as it is, and refuses what is none', () => {
    const one = Buffer.from('%PDF-1.4 anything');
    expect(joinPdfs([one])).toBe(one);
    expect(() => joinPdfs([one, one])).toThrow(/cannot be joined/);
  });
});

import { existsSync, readFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { firstMaps } from '../../data/schema/map-pack.js';
import { ledgerOfCanaries } from '../builders/canaries.js';
import { buildProfile } from '../builders/ledger.js';
import { manyAssets } from '../builders/many-assets.js';
import { readPdf } from '../builders/pdf.js';
import { cannotPrint, openPrintDesk, pageBuilt, pngSize, tracesIn, type PrintDesk } from '../builders/print-desk.js';

const township = '溪口乡';
const plain = (text: string) => text.replace(/\s+/g, '');
const poppler = spawnSync('pdftotext', ['-v']).error === undefined;
/** A3 in points, as its paper is: 420 × 297 mm. */
const a3 = { long: (420 / 25.4) * 72, short: (297 / 25.4) * 72 };

const dataOf = (count: number, more: object = {}) => ({ profile: { ...buildProfile(), name: { zh: township, en: 'Xikou' }, maps: [...firstMaps], sample: false, ...more }, assets: manyAssets(count), projects: [], tours: [] });

describe.skipIf(cannotPrint)(`a printed map${cannotPrint ? ` (${cannotPrint})` : ''}`, () => {
  let desk: PrintDesk;
  beforeAll(async () => {
    await pageBuilt();
    desk = await openPrintDesk(dataOf(40));
  }, 120_000);
  afterAll(() => desk.close());

  it('is one A3 page with the township, the scale and the credit line as text, all letters in it', async () => {
    const { content, name, file } = await desk.print({ map: { extent: [119.86, 29.76, 120, 29.88] } });
    const { pages, fonts, text } = readPdf(content);
    expect(pages).toHaveLength(1);
    expect(Math.abs(pages[0]!.width - a3.long)).toBeLessThan(1.5);
    expect(Math.abs(pages[0]!.height - a3.short)).toBeLessThan(1.5);
    for (const words of [`${township}闲置资产分布图`, '比例尺1:', '示例乡示意图', '无审图号', '图例', '资产名录', '制表日期']) expect(plain(text)).toContain(words);
    expect(fonts.length).toBeGreaterThan(0);
    expect(fonts.filter(({ embedded }) => !embedded)).toEqual([]);
    expect(name).toMatch(new RegExp(`^${township}闲置资产分布图（公开）\\d{4}-\\d\\d-\\d\\d\\.pdf$`));
    if (poppler) expect(plain(spawnSync('pdftotext', [file, '-'], { encoding: 'utf8' }).stdout)).toContain('示例乡示意图无审图号');
  });

  it('holds every asset of the list once, in text that can be found', async () => {
    const { content } = await desk.print({ map: { list: true } });
    const text = plain(readPdf(content).text);
    // Once in the list, and once on the map where the name found room.
    for (const { name } of manyAssets(40)) expect([name, text.split(name).length - 1 >= 1]).toEqual([name, true]);
  });

  it('stands upright on A4 where that is asked for, in English', async () => {
    const { content, name } = await desk.print({ language: 'en', map: { paper: 'A4', orientation: 'portrait', title: 'Idle assets of Xikou' } });
    const { pages, text } = readPdf(content);
    expect(pages).toHaveLength(1);
    expect(Math.abs(pages[0]!.width - (210 / 25.4) * 72)).toBeLessThan(1.5);
    expect(plain(text)).toContain('IdleassetsofXikou');
    expect(plain(text)).toContain('noapprovalnumber');
    expect(name).toMatch(/^Idle assets of Xikou \(Public\) /);
  });

  it('as a picture has exactly twice the pixels of its layout, wide or upright', async () => {
    expect(pngSize((await desk.print({ format: 'png', map: { paper: 'screen' } })).content)).toEqual({ width: 3840, height: 2160 });
    expect(pngSize((await desk.print({ format: 'png', map: { paper: 'screen', orientation: 'portrait', style: 'night' } })).content)).toEqual({ width: 2160, height: 3840 });
  });

  it('holds only the assets that are asked for', async () => {
    const [one, two] = manyAssets(40);
    const { content } = await desk.print({ ids: [one!.id], map: { list: true } });
    const text = plain(readPdf(content).text);
    expect(text).toContain(one!.name);
    expect(text).not.toContain(two!.name);
    expect(text).toContain('图上共1宗');
  });

  it('leaves no process and no profile behind, printed or cancelled', async () => {
    await desk.print({ map: { paper: 'A4' } });
    expect(tracesIn(desk.temporary)).toEqual({ profiles: [], processes: [] });
    const jobId = await desk.start();
    for (;;) {
      const job = await desk.program.handlers['job.state']({ jobId });
      if (job.state !== 'running' || job.done > 0) break;
      await new Promise((resolve) => { setTimeout(resolve, 10); });
    }
    await desk.program.handlers['job.cancel']({ jobId });
    expect(await desk.ended(jobId)).toEqual({ state: 'cancelled' });
    expect(tracesIn(desk.temporary)).toEqual({ profiles: [], processes: [] });
  });

  it('warns of a map without 审图号 before it is handed out, and says so on the sheet', async () => {
    const pack = { name: '水经注影像', container: 'mbtiles' as const, format: 'jpeg' as const, bounds: [119.8, 29.7, 120.1, 29.95] as [number, number, number, number], minZoom: 8, maxZoom: 16, tileSize: 256 as const, scheme: 'xyz' as const, datum: 'WGS-84' as const, attribution: '某某测绘', approvalNumber: '', licence: '' };
    const other = await openPrintDesk(dataOf(3, { maps: [{ id: 'pack1', shown: true, opacity: 1, pack }] }));
    try {
      const { content, notices } = await other.print({ map: { paper: 'A4' } });
      expect(notices.map(({ zh }) => zh).join()).toMatch(/「水经注影像」没有审图号/);
      const text = plain(readPdf(content).text);
      expect(text).toContain('水经注影像无审图号');
      expect(text).toContain('某某测绘');
    } finally {
      await other.close();
    }
  });
  it('prints the 审图号 that a pack has, and then warns of nothing', async () => {
    const pack = { name: '县域影像', container: 'mbtiles' as const, format: 'jpeg' as const, bounds: [119.8, 29.7, 120.1, 29.95] as [number, number, number, number], minZoom: 8, maxZoom: 16, tileSize: 256 as const, scheme: 'xyz' as const, datum: 'WGS-84' as const, attribution: '', approvalNumber: '浙S（2024）12号', licence: '' };
    const other = await openPrintDesk(dataOf(3, { maps: [{ id: 'pack1', shown: true, opacity: 1, pack }] }));
    try {
      const { content, notices } = await other.print({ map: { paper: 'A4' } });
      expect(notices).toEqual([]);
      expect(plain(readPdf(content).text)).toContain('审图号浙S（2024）12号');
    } finally {
      await other.close();
    }
  });

  it('asks nothing of any address but the program’s own', async () => {
    const log = join(desk.temporary, 'net.json');
    const other = await openPrintDesk(dataOf(5), { switches: [`--log-net-log=${log}`, '--net-log-capture-mode=IncludeSensitive'] });
    try {
      await other.print({ map: { paper: 'A4' } });
      expect(existsSync(log)).toBe(true);
      const seen = readFileSync(log, 'utf8');
      const events = (type: string) => {
        const number = new RegExp(`"${type}":(\\d+)`).exec(seen)?.[1];
        return seen.split('\n').filter((line) => line.startsWith('{"') && new RegExp(`"type":${number}[,}]`).test(line));
      };
      // The browser's own services do ask, in vain: they are sent to a proxy that is not there, and no name is looked up.
      const connected = new Set(events('TCP_CONNECT_ATTEMPT').flatMap((line) => /"address":"([^"]+):\d+"/.exec(line)?.[1] ?? []));
      expect([...connected]).toEqual(['127.0.0.1']);
      expect(events('UDP_BYTES_SENT')).toEqual([]);
    } finally {
      await other.close();
    }
  });
});

describe.skipIf(cannotPrint)('a map printed for the public', () => {
  const { data, canaries, withdrawn } = ledgerOfCanaries();
  // The withdrawn asset stands in the middle of the map, so that only its standing keeps it off.
  const placed = { ...data, assets: data.assets.map((asset) => (asset.id === withdrawn.id ? { ...asset, location: { lng: 119.94, lat: 29.832 } } : asset)) };
  let desk: PrintDesk;
  beforeAll(async () => {
    await pageBuilt();
    desk = await openPrintDesk(placed);
  }, 120_000);
  afterAll(() => desk.close());

  it.each(['pdf', 'png'] as const)('holds nothing of any internal field, as %s', async (format) => {
    const { content, name } = await desk.print({ format, map: { list: true, ...(format === 'png' ? { paper: 'screen' as const } : {}) } });
    const words = format === 'pdf' ? [readPdf(content).bytes, plain(readPdf(content).text)] : [content.toString('latin1')];
    if (format === 'pdf') expect(words[1]).toContain('公开forest');
    const all = [name, ...words].join('\n');
    expect(canaries.filter(({ word }) => all.includes(word)).map(({ path }) => path)).toEqual([]);
    expect(all).not.toContain('CANARY');
  });
  it('leaves out what was withdrawn, which the staff’s own map holds under a mark', async () => {
    const text = plain(readPdf((await desk.print({ audience: 'internal' })).content).text);
    expect(text).toContain('CANARY-WITHDRAWN-NAME');
    expect(text).toContain('内部资料');
  });
});

import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { filmRequestSchema, type FilmRequest, type FilmSheet, type MapSheet } from '../../data/contract.js';
import type { LedgerData } from '../../data/schema/ledger.js';
import { exportFilm } from '../../electron/services/film/export-film.js';
import type { Printer, PrintTask } from '../../electron/services/print/printer.js';
import { createSheets } from '../../electron/services/print/sheets.js';
import { ledgerOfCanaries } from '../builders/canaries.js';

const layers: readonly MapSheet[] = [{ id: 'shili', shown: true, opacity: 1, kind: 'schematic' }];
const { data: secret, canaries } = ledgerOfCanaries();

let folder: string;
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'xishan-film-')); });
afterEach(() => { rmSync(folder, { recursive: true, force: true }); });

interface Seen { sheet?: FilmSheet; task?: PrintTask; density?: number }
/** Makes a film with an engine that draws nothing: what it is asked for and what becomes of what it hands on. */
async function made(fields: Partial<FilmRequest>, film: Printer['film'], { data = secret, signal = new AbortController().signal, music }: { data?: LedgerData; signal?: AbortSignal; music?: string } = {}) {
  const sheets = createSheets();
  const seen: Seen = {};
  const nothing = () => Promise.reject(new Error('Nothing is printed here.'));
  const printer: Printer = {
    pdf: nothing, picture: nothing,
    async film(task, density, take, run) {
      const { request } = await sheets.calls['output.sheet']({ id: task.sheetId });
      Object.assign(seen, { sheet: request, task, density });
      return film(task, density, take, run);
    },
  };
  const result = exportFilm(filmRequestSchema.parse({ kind: 'film', format: 'mp4', audience: 'public', ...fields }), { data, printer, sheets, layers, music, folder, today: '2026-11-28', run: { signal, onStep: () => undefined } });
  return { seen, result };
}
/** An engine that hands on a film in two pieces, the later one first. */
const draws = (container: 'mp4' | 'webm', seen: () => Seen, frames?: number): Printer['film'] => async (_task, _density, take) => {
  await take('poster', Buffer.from('picture'), 0);
  await take('film', Buffer.from(' end'), 5);
  await take('film', Buffer.from('begin'), 0);
  return { container, frames: frames ?? seen().sheet!.plan.frames, notices: [], spent: { drawing: 1, all: 2 } };
};
async function drawn(fields: Partial<FilmRequest>, container: 'mp4' | 'webm' = 'mp4', frames?: number) {
  const held: { seen: Seen } = { seen: {} };
  const begun = await made(fields, (...given) => draws(container, () => held.seen, frames)(...given));
  held.seen = begun.seen;
  return begun;
}

describe('a film', () => {
  it('lies under its name with every piece in its place, and its picture beside it', async () => {
    const { result } = await drawn({});
    const { file, name, poster, bytes } = await result;
    expect(name).toBe('公开路线（公开）2026-11-28.mp4');
    expect(readFileSync(file, 'utf8')).toBe('begin end');
    expect(bytes).toBe(9);
    expect(readFileSync(poster.file, 'utf8')).toBe('picture');
    expect(readdirSync(folder).toSorted()).toEqual([name, poster.name].toSorted());
  });
  it('goes by the ending of what the engine could write, and says so', async () => {
    const { result } = await drawn({}, 'webm');
    const { name, notices } = await result;
    expect(name).toMatch(/\.webm$/);
    expect(notices.map(({ zh }) => zh).join()).toContain('H.264');
  });
  it('is asked for with the rights of those whom it is for', async () => {
    for (const [audience, circle] of [['public', 'public'], ['internal', 'desk']] as const) {
      const { seen, result } = await drawn({ audience });
      await result;
      expect(seen.task?.circle).toBe(circle);
      expect(seen.sheet?.plan.internal).toBe(audience === 'internal' ? '内部资料' : null);
    }
  });
  it('is laid out alike at every size', async () => {
    const sizes = [];
    for (const size of ['1080p', '4k', 'upright', 'draft'] as const) {
      const { seen, result } = await drawn({ size });
      await result;
      sizes.push([Math.round(seen.task!.page.width * 96 / 25.4), Math.round(seen.task!.page.height * 96 / 25.4), Math.round(seen.density! * 1000) / 1000]);
    }
    expect(sizes).toEqual([[1920, 1080, 1], [1920, 1080, 2], [1080, 1920, 1], [1920, 1080, 0.333]]);
  });
  it('tells its engine nothing internal or personal, in either edition and any language', async () => {
    for (const audience of ['public', 'internal'] as const) for (const language of ['zh', 'both', 'en'] as const) {
      const { seen, result } = await drawn({ audience, language });
      const { name } = await result;
      const words = JSON.stringify(seen.sheet) + name;
      expect(words).toContain('公开forest');
      expect(canaries.filter(({ word }) => words.includes(word)).map(({ path }) => path)).toEqual([]);
      expect(words).not.toContain('CANARY');
    }
  });
});

describe('a film that is not made', () => {
  it('leaves nothing when the disk is full, and says what to do', async () => {
    if (!existsSync('/dev/full')) return;
    symlinkSync('/dev/full', join(folder, '.xishan-drawing-film'));
    const { result } = await drawn({});
    await expect(result).rejects.toMatchObject({ failure: { code: 'disk', message: { zh: expect.stringContaining('磁盘已满') as string } } });
    expect(readdirSync(folder)).toEqual([]);
  });
  it('leaves nothing when it is cancelled', async () => {
    const stop = new AbortController();
    const { result } = await made({}, async (_task, _density, take) => {
      await take('film', Buffer.from('half'), 0);
      stop.abort();
      return { container: 'mp4', frames: 1, notices: [] };
    }, { signal: stop.signal });
    await expect(result).rejects.toMatchObject({ failure: { message: { zh: expect.any(String) as string } } });
    expect(readdirSync(folder)).toEqual([]);
  });
  it('is refused where frames are missing', async () => {
    const { result } = await drawn({}, 'mp4', 3);
    await expect(result).rejects.toMatchObject({ failure: { code: 'internal' } });
    expect(readdirSync(folder)).toEqual([]);
  });
  it('says that its tour is gone', async () => {
    const { result } = await drawn({ tourId: '01M1D8E7W0308XV2JRNZNYTAMZ' });
    await expect(result).rejects.toMatchObject({ failure: { code: 'not-found', message: { zh: expect.stringContaining('讲解路线') as string } } });
  });
  it('says that a program without an engine cannot draw it', async () => {
    await expect(exportFilm(filmRequestSchema.parse({ kind: 'film', format: 'mp4', audience: 'public' }), { data: secret, printer: undefined, sheets: createSheets(), layers, music: undefined, folder, today: '2026-11-28', run: { signal: new AbortController().signal, onStep: () => undefined } }))
      .rejects.toMatchObject({ failure: { code: 'not-found' } });
  });
});

describe('the music of a film', () => {
  it('can be had only while the film is drawn', async () => {
    const sheets = createSheets();
    let id = '';
    await sheets.during({ kind: 'ground', audience: 'public', language: 'zh', style: 'paper', zoom: 1, left: 0, top: 0, width: 256, height: 256, names: true }, async (sheetId) => { id = sheetId; expect(sheets.music(sheetId)).toBe('/music/song.mp3'); }, { music: '/music/song.mp3' });
    expect(sheets.music(id)).toBeUndefined();
  });
});

import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportRow } from '../../data/schema/import-plan.js';
import { FailureError } from '../../data/schema/failure.js';
import { run, type Surroundings } from '../../electron/cli/run.js';
import type { Handlers, ProgramOptions, Resource } from '../../electron/services/program.js';
import { fakeProgram, type FakeProgram } from '../builders/fake-program.js';

let folder: string;
let out: string;
let said: string;
let opened: ProgramOptions[];
let made: string[];
let program: FakeProgram;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'xishan-test-cli-'));
  opened = [];
  made = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function ledgerAt(name: string): string {
  mkdirSync(join(folder, name, 'media'), { recursive: true });
  writeFileSync(join(folder, name, 'ledger.json'), '{"assets":[]}');
  writeFileSync(join(folder, name, 'media', 'big.jpg'), 'picture');
  return name;
}

async function command(words: string[], handlers: Partial<Handlers> = {}, resources: Record<string, Resource> = {}, env: Record<string, string> = { LANG: 'zh_CN.UTF-8' }) {
  out = '';
  said = '';
  program = fakeProgram(handlers, resources);
  const surroundings: Surroundings = {
    terminal: { out: async (text) => { out += text; }, say: async (line) => { said += `${line}\n`; }, step: () => undefined },
    env, folder,
    createProgram: (options) => { opened.push(options); return Promise.resolve(program); },
    createEmptyLedger: async (place) => { made.push(place); mkdirSync(place, { recursive: true }); writeFileSync(join(place, 'ledger.json'), '{}'); },
  };
  return run(words, surroundings);
}

const row = (number: number, outcome: ImportRow['outcome'], more: Partial<ImportRow> = {}): ImportRow => ({ key: `k${number}`, sheet: '山林', row: number, outcome, noun: 'asset', name: `地块${number}`, cells: [], doubts: [], ...more });
const doubt = { field: 'location', code: 'swapped', level: 'doubt' as const, reason: { zh: '经纬度颠倒，已调换', en: 'Swapped, turned' } };
const refusedRow = (number: number) => row(number, 'refused', { reason: { zh: '没有名称', en: 'No name' } });

/** Handlers that plan one file of many rows. */
function planning(rows: readonly ImportRow[], log: string[] = []): Partial<Handlers> {
  const count = (outcome: string) => rows.filter((entry) => entry.outcome === outcome).length;
  return {
    'job.state': () => ({ state: 'done', result: { planId: 'p1', files: [{
      file: '台账.xlsx', format: 'xlsx', counts: { new: count('new'), changed: count('changed'), same: count('same'), doubtful: 0, refused: count('refused') },
      sheets: [{ name: '山林', noun: 'asset', reason: { zh: '表头相符', en: 'Headers match' }, headerRows: [2, 3], columns: [{ column: 'A', header: '名称', path: 'name', reason: { zh: '同名', en: 'Same' } }], skippedRows: [] }],
    }] } }),
    'import.rows': ({ outcome, remarkedOnly, offset, limit }) => {
      const chosen = rows.filter((entry) => (!outcome || entry.outcome === outcome) && (!remarkedOnly || entry.doubts.length > 0));
      return { total: chosen.length, rows: chosen.slice(offset, offset + limit) };
    },
    'import.apply': () => { log.push('apply'); return { jobId: 'j' }; },
    'import.discard': () => { log.push('discard'); return {}; },
  };
}
const aFile = () => { writeFileSync(join(folder, '台账.xlsx'), 'x'); return '台账.xlsx'; };

describe('import', () => {
  it('reports every refused and doubtful row, however many there are, with its place and reason', async () => {
    const rows = [row(4, 'new', { doubts: [doubt, { ...doubt, field: 'siteArea', level: 'note' }] }), ...Array.from({ length: 1203 }, (_, at) => refusedRow(at + 5))];
    expect(await command(['import', aFile(), '--ledger', ledgerAt('L'), '--json'], planning(rows))).toBe(0);
    const { files } = JSON.parse(out) as { files: { refused: unknown[] }[] };
    expect(files).toHaveLength(1);
    expect(files[0]).toMatchObject({
      file: '台账.xlsx', new: 1, changed: 0, same: 0, sheets: [{ name: '山林', noun: 'asset', headerRows: [2, 3] }],
      doubtful: [{ sheet: '山林', row: 4, field: 'location', level: 'doubt', reason: '经纬度颠倒，已调换' }, { sheet: '山林', row: 4, field: 'siteArea', level: 'note', reason: '经纬度颠倒，已调换' }],
    });
    expect(files[0]?.refused).toHaveLength(1203);
    expect(files[0]?.refused[1202]).toEqual({ sheet: '山林', row: 1207, reason: '没有名称' });
  });
  it('applies what is new or changed, once', async () => {
    const log: string[] = [];
    await command(['import', aFile(), '--ledger', ledgerAt('L')], planning([row(4, 'changed')], log));
    expect(log).toEqual(['apply']);
    expect(out).toContain('更新 1');
  });
  it('applies nothing when all rows are known already', async () => {
    const log: string[] = [];
    await command(['import', aFile(), '--ledger', ledgerAt('L')], planning([row(4, 'same')], log));
    expect(log).toEqual(['discard']);
  });
  it('makes a new ledger in a folder that is missing or empty', async () => {
    expect(await command(['import', aFile(), '--ledger', 'neu/L'], planning([row(4, 'new')]))).toBe(0);
    mkdirSync(join(folder, 'bare'));
    expect(await command(['import', aFile(), '--ledger', 'bare'], planning([row(4, 'new')]))).toBe(0);
    expect(made).toEqual([join(folder, 'neu/L'), join(folder, 'bare')]);
  });
  it('refuses a folder that holds other things, and leaves it alone', async () => {
    mkdirSync(join(folder, 'papers'));
    writeFileSync(join(folder, 'papers/letter.docx'), 'x');
    expect(await command(['import', aFile(), '--ledger', 'papers'], planning([]))).toBe(1);
    expect(said).toContain('papers');
    expect(readdirSync(join(folder, 'papers'))).toEqual(['letter.docx']);
    expect([opened, made]).toEqual([[], []]);
  });
  it('as a dry run opens a copy, so that not a byte of the ledger changes and no lock is taken', async () => {
    const log: string[] = [];
    const ledger = join(folder, ledgerAt('L'));
    writeFileSync(join(ledger, 'lock'), 'held');
    const times = () => readdirSync(ledger).map((name) => [name, statSync(join(ledger, name)).mtimeMs]);
    const before = times();
    expect(await command(['import', aFile(), '--ledger', 'L', '--dry-run', '--json'], planning([row(4, 'new')], log))).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ files: [{ new: 1 }] });
    expect(log).toEqual(['discard']);
    expect(times()).toEqual(before);
    expect(opened[0]?.ledger).not.toContain(folder);
    expect(existsSync(opened[0]?.ledger ?? '')).toBe(false);
  });
  it('as a dry run into a folder that is missing makes nothing there', async () => {
    await command(['import', aFile(), '--ledger', 'neu', '--dry-run'], planning([row(4, 'new')]));
    expect(existsSync(join(folder, 'neu'))).toBe(false);
  });
  it('says which file was not found, goes on with the others, and fails when none is left', async () => {
    expect(await command(['import', 'gone.xlsx', aFile(), '--ledger', ledgerAt('L'), '--json'], planning([row(4, 'new')]))).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ files: [{ file: 'gone.xlsx', refusal: expect.stringContaining('gone.xlsx') as string }, { file: '台账.xlsx', new: 1 }] });
    expect(said).toContain('gone.xlsx');
    expect(await command(['import', 'gone.xlsx', '--ledger', 'L'], planning([]))).toBe(1);
    expect(out).toBe('');
  });
  it('fails with the plan’s sentence when the import itself fails', async () => {
    const failing: Partial<Handlers> = { 'job.state': () => ({ state: 'failed', failure: { code: 'unreadable-file', message: { zh: '「台账.xlsx」不是表格', en: '“台账.xlsx” is no table' } } }) };
    expect(await command(['import', aFile(), '--ledger', ledgerAt('L')], failing)).toBe(1);
    expect(said).toBe('「台账.xlsx」不是表格\n');
  });
});

describe('the other commands', () => {
  it('refuse a folder without a ledger and do not make one', async () => {
    for (const words of [['list', 'assets'], ['check'], ['call', 'ledger.status'], ['export', 'ledger', '--format', 'csv', '--audience', 'public', '--out', 'x.csv']]) {
      expect(await command([...words, '--ledger', 'nowhere'])).toBe(1);
      expect(said).toContain('nowhere');
    }
    expect([existsSync(join(folder, 'nowhere')), opened]).toEqual([false, []]);
  });
  it('list prints every record, asked for in portions', async () => {
    const ids = Array.from({ length: 5001 }, (_, at) => `id${at}`);
    const handlers: Partial<Handlers> = {
      'desk.index': () => ({ paths: ['name', 'id'], rows: ids.map((id) => ['x', id]), search: [] }),
      'desk.assets': (input) => input.ids.map((id) => ({ id, cooperation: [] })) as unknown as ReturnType<Handlers['desk.assets']>,
    };
    expect(await command(['list', 'assets', '--ledger', ledgerAt('L'), '--json'], handlers)).toBe(0);
    expect((JSON.parse(out) as { id: string }[]).map(({ id }) => id)).toEqual(ids);
  });
  it('list gives cooperation by its words, as they came where that is known', async () => {
    const projects = [{ id: 'a', cooperation: ['lease'] }, { id: 'b', cooperation: ['lease'], cooperationText: '租赁、联营' }];
    const handlers: Partial<Handlers> = { 'desk.projects': () => projects.map((project) => ({ project })) as unknown as ReturnType<Handlers['desk.projects']> };
    await command(['list', 'projects', '--ledger', ledgerAt('L'), '--json'], handlers);
    expect((JSON.parse(out) as { cooperation: string[] }[]).map(({ cooperation }) => cooperation)).toEqual([['租赁'], ['租赁', '联营']]);
  });
  it('list prints an empty list of an empty ledger', async () => {
    expect(await command(['list', 'projects', '--ledger', ledgerAt('L'), '--json'])).toBe(0);
    expect(out).toBe('[]\n');
  });
  it('export puts the finished file at its place, over an older one, with nothing left beside it', async () => {
    writeFileSync(join(folder, 'made.csv'), 'new table');
    mkdirSync(join(folder, 'out'));
    writeFileSync(join(folder, 'out/t.csv'), 'old table, longer');
    const asked: unknown[] = [];
    const handlers: Partial<Handlers> = {
      'output.start': (input) => { asked.push(input); return { jobId: 'j' }; },
      'job.state': () => ({ state: 'done', result: { fileId: 'f1', name: 't.csv', bytes: 9 } }),
    };
    const words = ['export', 'projects', '--ledger', ledgerAt('L'), '--format', 'csv', '--audience', 'public', '--out', 'out/t.csv', '--json'];
    expect(await command(words, handlers, { 'outputs/f1': { file: join(folder, 'made.csv'), type: 'text/csv' } })).toBe(0);
    expect(asked).toEqual([{ kind: 'projects', format: 'csv', audience: 'public', language: 'zh', encoding: 'utf-8' }]);
    expect(readFileSync(join(folder, 'out/t.csv'), 'utf8')).toBe('new table');
    expect(readdirSync(join(folder, 'out'))).toEqual(['t.csv']);
    expect(JSON.parse(out)).toMatchObject({ out: join(folder, 'out/t.csv'), bytes: 9 });
  });
  it('export refuses a folder as its place, and one that is not there', async () => {
    mkdirSync(join(folder, 'out'));
    const done: Partial<Handlers> = { 'job.state': () => ({ state: 'done', result: { fileId: 'f1', name: 't.csv', bytes: 9 } }) };
    writeFileSync(join(folder, 'made.csv'), 'x');
    const resources = { 'outputs/f1': { file: join(folder, 'made.csv'), type: 'text/csv' } };
    const words = (place: string) => ['export', 'ledger', '--ledger', ledgerAt('L'), '--format', 'csv', '--audience', 'internal', '--out', place];
    expect(await command(words('out'), done, resources)).toBe(1);
    expect(await command(words('nowhere/t.csv'), done, resources)).toBe(1);
    expect(said).toContain('t.csv');
    expect(readdirSync(join(folder, 'out'))).toEqual([]);
  });
  it('check tells what is wrong and fails when anything is', async () => {
    expect(await command(['check', '--ledger', ledgerAt('L'), '--json'])).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ assets: 0, projects: 0, problems: [] });
    const problem = { code: 'damaged' as const, message: { zh: '第三条坏了', en: 'The third is broken' } };
    expect(await command(['check', '--ledger', 'L'], { 'ledger.check': () => ({ assets: 3, projects: 0, problems: [problem] }) })).toBe(1);
    expect(said).toContain('第三条坏了');
  });
  it('call prints what the call gives, or the sentence of its failure', async () => {
    expect(await command(['call', 'desk.profile', '{}', '--ledger', ledgerAt('L')])).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ name: { zh: '试验乡' } });
    expect(await command(['call', 'no.such', '--ledger', 'L'])).toBe(1);
    expect([out, said]).toEqual(['', expect.stringContaining('没有这个调用')]);
    expect(await command(['call', 'desk.history', '{"limit":0}', '--ledger', 'L'])).toBe(1);
    expect(said).toContain('limit');
  });
});

describe('every command', () => {
  it('works in a home of its own, closes the program, and leaves nothing in the temporary folder', async () => {
    await command(['list', 'assets', '--ledger', ledgerAt('L')]);
    expect(program.closed).toBe(true);
    expect(opened[0]?.home.startsWith(folder)).toBe(false);
    expect(existsSync(join(opened[0]?.home ?? '', '..'))).toBe(false);
  });
  it('answers wrong usage with 2, a sentence and the usage on standard error, and nothing on standard output', async () => {
    expect(await command(['list', 'assets', '--nonsense'])).toBe(2);
    expect(out).toBe('');
    expect(said).toContain('--nonsense');
    expect(said).toContain('import FILE');
  });
  it('speaks English where that is asked for, and both languages where nothing is', async () => {
    await command(['list', 'assets', '--ledger', 'nowhere'], {}, {}, { LANG: 'en_US.UTF-8' });
    expect(said).not.toMatch(/[一-龥]/);
    await command(['list', 'assets', '--ledger', 'nowhere'], {}, {}, {});
    expect(said).toMatch(/[一-龥].*There is no ledger/);
  });
  it('closes the program also when the call fails', async () => {
    await command(['list', 'assets', '--ledger', ledgerAt('L')], { 'desk.index': () => { throw new FailureError('damaged', { zh: '坏了', en: 'Broken' }); } });
    expect(said).toBe('坏了\n');
    expect(program.closed).toBe(true);
  });
  it('help prints the usage and exits with 0', async () => {
    expect(await command(['help'])).toBe(0);
    expect(out).toContain('export projects|ledger');
  });
});

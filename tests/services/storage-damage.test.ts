import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Asset } from '../../data/schema/asset.js';
import { FailureError } from '../../data/schema/failure.js';
import { createLedger, openLedger, type Ledger } from '../../electron/storage/ledger.js';
import { damageableLedger } from '../builders/damageable-ledger.js';
import { buildLedgerData, draftOf, seeded, setEntry, temporaryFolder } from '../builders/ledger.js';
import { faultsOf } from '../prove/finding.js';
import { proveDamages, proveJournalEnds } from '../prove/saving/damages.js';

let home: string;
let removeHome: () => Promise<void>;
/** A ledger with three restore points, two cut journals and a current one; `states` by change number. */
let pristine: string;
let states: readonly string[];
let folder: string;
let copies = 0;

const textOf = (ledger: Ledger) => JSON.stringify(ledger.data);

beforeAll(async () => {
  ({ path: home, remove: removeHome } = await temporaryFolder());
  ({ left: pristine, states } = await damageableLedger(home));
});
afterAll(() => removeHome());

beforeEach(async () => {
  copies += 1;
  folder = join(home, `copy-${copies}`);
  await cp(pristine, folder, { recursive: true });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const ledgerFile = () => join(folder, 'ledger.json');
const journalFile = () => join(folder, 'journal.jsonl');
const snapshots = async () => (await readdir(join(folder, 'snapshots'))).sort();
const alter = async (path: string, change: (bytes: Buffer) => Buffer) => writeFile(path, change(await readFile(path)));
const flipped = (bytes: Buffer, at: number, mask = 1) => {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] as number) ^ mask;
  return copy;
};
/** Opens, closes, and opens once more: what was mended must be good for good. */
async function opened(): Promise<{ seq: number; text: string; notice: string | undefined }> {
  const ledger = await openLedger(folder);
  const found = { seq: ledger.seq, text: textOf(ledger), notice: ledger.notice?.zh };
  expect(ledger.readOnly).toBe(false);
  await ledger.close();
  const again = await openLedger(folder);
  expect({ seq: again.seq, text: textOf(again), notice: again.notice }).toEqual({ seq: found.seq, text: found.text, notice: undefined });
  await again.close();
  return found;
}

describe('the ledger that these tests damage', () => {
  it('opens with every change when it is left alone, and has what recovery needs', async () => {
    expect(JSON.parse(await readFile(ledgerFile(), 'utf8'))).toMatchObject({ seq: 9 });
    expect((await snapshots()).filter((name) => name.startsWith('ledger-')).length).toBeGreaterThanOrEqual(3);
    expect((await snapshots()).filter((name) => name.startsWith('journal-'))).toEqual(['journal-1-4.jsonl', 'journal-5-8.jsonl']);
    expect(await opened()).toEqual({ seq: 11, text: states[11], notice: undefined });
  });
});

describe('a damaged ledger.json', () => {
  const damages: [string, (bytes: Buffer) => Buffer][] = [
    ['empty', () => Buffer.alloc(0)], ['filled with zeros', (bytes) => Buffer.alloc(bytes.length)], ['cut in half', (bytes) => bytes.subarray(0, bytes.length >> 1)],
    ['without its last byte', (bytes) => bytes.subarray(0, -1)], ['with a tail of zeros', (bytes) => Buffer.concat([bytes, Buffer.alloc(512)])],
    ['not JSON', () => Buffer.from('PK\u0003\u0004')], ['another JSON', () => Buffer.from('{"assets":[]}')], ['null', () => Buffer.from('null')],
    ['an empty ledger', () => Buffer.from('{"format":"xishan-ledger","schema":1,"seq":0,"profile":{},"projects":[],"assets":[]}')],
  ];
  it.each(damages)('that is %s is answered with the restore point and every change after it', async (_, damage) => {
    await alter(ledgerFile(), damage);
    const bad = await readFile(ledgerFile());
    const found = await opened();
    expect(found).toMatchObject({ seq: 11, text: states[11] });
    expect(found.notice).toContain('ledger.json 已损坏');
    const aside = (await snapshots()).find((name) => name.startsWith('damaged-'));
    expect(await readFile(join(folder, 'snapshots', aside!, 'ledger.json'))).toEqual(bad);
  });

  it('that is missing is recovered from what else the folder holds', async () => {
    await rm(ledgerFile());
    expect(await opened()).toMatchObject({ seq: 11, text: states[11], notice: expect.stringContaining('不见了') });
  });

  it('is passed over together with a damaged restore point, for the one before', async () => {
    await alter(ledgerFile(), () => Buffer.alloc(10));
    const newest = (await snapshots()).filter((name) => name.startsWith('ledger-')).at(-1)!;
    await alter(join(folder, 'snapshots', newest), (bytes) => flipped(bytes, bytes.length >> 1));
    expect(await opened()).toMatchObject({ seq: 11, text: states[11] });
  });

  it('whose restore points are all damaged is refused, and the folder is left as it is', async () => {
    await alter(ledgerFile(), (bytes) => flipped(bytes, 100));
    for (const name of await snapshots()) await alter(join(folder, 'snapshots', name), () => Buffer.alloc(5));
    const before = await Promise.all([readdir(folder, { recursive: true }), readFile(ledgerFile()), readFile(journalFile())]);
    const error = await openLedger(folder).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(FailureError);
    expect((error as FailureError).failure).toMatchObject({ code: 'damaged', place: { file: 'ledger.json' } });
    expect(await Promise.all([readdir(folder, { recursive: true }), readFile(ledgerFile()), readFile(journalFile())])).toEqual(before);
  });

  it('does not end the ledger: edits, history and undo go on after it was mended', async () => {
    await alter(ledgerFile(), () => Buffer.alloc(0));
    const ledger = await openLedger(folder);
    expect((await ledger.history(50)).map((change) => change.seq)).toEqual([11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
    for (let seq = 10; seq >= 0; seq -= 1) {
      await ledger.undo('x');
      expect(textOf(ledger)).toBe(states[seq]);
    }
    await ledger.close();
  });
});

describe('a damaged journal', () => {
  it('that ends in a line cut short loses only that line, without a word', async () => {
    const good = await readFile(journalFile());
    const lastLine = good.lastIndexOf(0x0a, good.length - 2) + 1;
    for (const end of [lastLine + 1, lastLine + 200, good.length - 60, good.length - 3]) {
      await writeFile(journalFile(), good.subarray(0, end));
      const ledger = await openLedger(folder);
      expect(ledger).toMatchObject({ seq: 10, notice: undefined });
      expect(textOf(ledger)).toBe(states[10]);
      await ledger.close();
      await rm(folder, { recursive: true });
      await cp(pristine, folder, { recursive: true });
    }
  });

  it('that lacks only its last line feed loses nothing', async () => {
    await alter(journalFile(), (bytes) => bytes.subarray(0, -1));
    const ledger = await openLedger(folder);
    expect(ledger).toMatchObject({ seq: 11, notice: undefined });
    const asset = ledger.data.assets[0] as Asset;
    await ledger.commit(draftOf(setEntry('asset', asset, { ...asset, name: '接着写' })));
    await ledger.close();
    expect(await opened()).toMatchObject({ seq: 12, notice: undefined });
  });

  it('that ends in zeros, as after a power cut, loses nothing', async () => {
    await alter(journalFile(), (bytes) => Buffer.concat([bytes, Buffer.alloc(4096)]));
    expect(await opened()).toEqual({ seq: 11, text: states[11], notice: undefined });
  });

  it('is noticed wherever a bit has flipped, and never costs more than the changes from there on', async () => {
    const good = await readFile(journalFile());
    const random = seeded(11);
    const starts = [0, ...[...good.entries()].filter(([, byte]) => byte === 0x0a).map(([at]) => at + 1)];
    expect(starts).toHaveLength(4);
    for (let turn = 0; turn < 60; turn += 1) {
      const at = turn < 3 ? (starts[turn + 1] as number) - 1 : Math.floor(random() * good.length);
      await rm(folder, { recursive: true });
      await cp(pristine, folder, { recursive: true });
      await writeFile(journalFile(), flipped(good, at, 1 << Math.floor(random() * 8)));
      const found = await opened();
      // Change 9 is in ledger.json too; 10 and 11 are in the journal alone.
      const line = starts.findLastIndex((start) => start <= at);
      const isLineFeed = good[at] === 0x0a;
      expect(found.seq, `byte ${at}`).toBe(isLineFeed || line === 0 ? 11 : line === 1 ? 9 : 10);
      expect(found.text, `byte ${at}`).toBe(states[found.seq]);
      if (!isLineFeed || line < 2) expect(found.notice, `byte ${at}`).toContain('修改记录有损坏');
    }
  });

  it('whose line was lost in the middle says how many changes could not be read, and keeps them aside', async () => {
    const good = await readFile(journalFile());
    await writeFile(journalFile(), flipped(good, good.indexOf(0x0a) + 50));
    const found = await opened();
    expect(found).toMatchObject({ seq: 9, text: states[9], notice: expect.stringContaining('2 次修改') });
    const aside = (await snapshots()).find((name) => name.startsWith('damaged-'));
    expect((await readFile(join(folder, 'snapshots', aside!, 'journal.jsonl'))).length).toBe(good.length);
  });

  it.each([['filled with zeros', (bytes: Buffer) => Buffer.alloc(bytes.length)], ['cut to nothing', () => Buffer.alloc(0)], ['cut in its first line', (bytes: Buffer) => bytes.subarray(0, 100)]])('that is %s is told of, though ledger.json holds what it held, and told of once', async (_, damage) => {
    await alter(journalFile(), damage);
    const found = await opened();
    expect(found).toMatchObject({ seq: 9, text: states[9], notice: expect.stringMatching(/修改记录(有损坏|缺了一段)/) });
    const ledger = await openLedger(folder);
    await ledger.commit(draftOf(setEntry('asset', ledger.data.assets[0]!, { ...ledger.data.assets[0]!, name: '接着写' })));
    expect((await ledger.history(50)).map((change) => change.seq)).toEqual([10, 8, 7, 6, 5, 4, 3, 2, 1]);
    await ledger.close();
  });

  it('that is missing leaves what ledger.json holds', async () => {
    await rm(journalFile());
    expect(await opened()).toMatchObject({ seq: 9, text: states[9] });
  });

  it('in a folder where nothing else is left still brings back a ledger that began empty', async () => {
    await rm(folder, { recursive: true });
    const data = buildLedgerData({ assets: 3 });
    const ledger = await createLedger(folder, { ...data, assets: [], projects: [], tours: [] });
    await ledger.commit(draftOf(...data.assets.map((asset) => ({ noun: 'asset' as const, id: asset.id, before: null, after: asset }))));
    const before = JSON.stringify(ledger.data.assets);
    await ledger.close();
    await rm(ledgerFile());
    for (const name of await snapshots()) await rm(join(folder, 'snapshots', name));
    const again = await openLedger(folder);
    expect(JSON.stringify(again.data.assets)).toBe(before);
    expect(again.notice?.en).toContain('missing');
    await again.close();
  });

  it('that was cut and then damaged is still bridged by a later restore point', async () => {
    await alter(join(folder, 'snapshots', 'journal-1-4.jsonl'), () => Buffer.alloc(100));
    expect(await opened()).toEqual({ seq: 11, text: states[11], notice: undefined });
    const ledger = await openLedger(folder);
    expect((await ledger.history(50)).map((change) => change.seq)).toEqual([11, 10, 9, 8, 7, 6, 5]);
    for (let seq = 10; seq >= 4; seq -= 1) await ledger.undo('x');
    expect(textOf(ledger)).toBe(states[4]);
    expect(ledger.canUndo).toBe(false);
    await ledger.close();
  });
});

describe('damage at random places of random files', () => {
  it('is told where it matters, mended where it can be, and never shown as a good or an empty ledger', async () => {
    expect(faultsOf(await proveDamages({ rounds: 60, seed: Date.now() % 1e9 }))).toEqual([]);
  });
  it('at the unsaved end of a journal costs that end and nothing else', async () => {
    expect(faultsOf(await proveJournalEnds({ rounds: 12, seed: Date.now() % 1e9 }))).toEqual([]);
  });
});

describe('a damaged ledger that somebody else has open', () => {
  it('is shown as far as it is good, and its folder is not touched', async () => {
    const holder = { host: 'elsewhere', pid: 1, startedAt: '2026-05-01T00:00:00Z', token: 't' };
    await writeFile(join(folder, 'lock'), JSON.stringify(holder));
    await alter(ledgerFile(), (bytes) => flipped(bytes, 500));
    const before = await readdir(folder, { recursive: true });
    const ledger = await openLedger(folder);
    expect(ledger).toMatchObject({ readOnly: true, seq: 11 });
    expect(textOf(ledger)).toBe(states[11]);
    expect(ledger.notice?.zh).toMatch(/elsewhere.*已损坏.*没有改动/s);
    await ledger.close();
    expect(await readdir(folder, { recursive: true })).toEqual(before);
  });
});

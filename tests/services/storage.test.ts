import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Asset } from '../../data/schema/asset.js';
import type { Change } from '../../data/schema/change.js';
import { FailureError } from '../../data/schema/failure.js';
import { createLedger, openLedger, type Ledger, type LedgerOptions } from '../../electron/storage/ledger.js';
import { outlived } from '../../electron/storage/restore-points.js';
import { addEntry, buildAsset, buildLedgerData, buildProject, draftOf, removeEntry, setEntry, temporaryFolder } from '../builders/ledger.js';

let folder: string;
let removeFolder: () => Promise<void>;
const opened: Ledger[] = [];

beforeEach(async () => {
  const made = await temporaryFolder();
  folder = join(made.path, 'ledger');
  removeFolder = made.remove;
});
afterEach(async () => {
  for (const ledger of opened.splice(0)) await ledger.close();
  await removeFolder();
});

const kept = async (promise: Promise<Ledger>) => {
  const ledger = await promise;
  opened.push(ledger);
  return ledger;
};
const create = (assets = 12, options?: LedgerOptions) => kept(createLedger(folder, buildLedgerData({ assets }), options));
const open = (options?: LedgerOptions) => kept(openLedger(folder, options));
const reopen = async (ledger: Ledger, options?: LedgerOptions) => {
  await ledger.close();
  return open(options);
};
const failureOf = async (promise: Promise<unknown>) => {
  const error = await promise.then(() => undefined, (reason: unknown) => reason);
  expect(error).toBeInstanceOf(FailureError);
  return (error as FailureError).failure;
};
const renamed = (ledger: Ledger, at: number, name: string) => {
  const asset = ledger.data.assets[at] as Asset;
  return draftOf(setEntry('asset', asset, { ...asset, name }));
};
const textOf = (ledger: Ledger) => JSON.stringify(ledger.data);

describe('a new ledger', () => {
  it('is one folder with its parts, and opens with the records it was given', async () => {
    const ledger = await create();
    expect(ledger.readOnly).toBe(false);
    expect(ledger.notice).toBeUndefined();
    expect(ledger.seq).toBe(0);
    expect(new Set(await readdir(folder))).toEqual(new Set(['ledger.json', 'journal.jsonl', 'media', 'maps', 'snapshots', 'lock']));
    expect(ledger.data).toEqual(buildLedgerData({ assets: 12 }));
  });

  it('is plain JSON that any reader understands', async () => {
    await create();
    const document = JSON.parse(await readFile(join(folder, 'ledger.json'), 'utf8')) as Record<string, unknown>;
    expect(document).toMatchObject({ format: 'xishan-ledger', schema: 1, seq: 0 });
    expect(document.assets).toEqual(buildLedgerData({ assets: 12 }).assets);
  });

  it('is never made over another one', async () => {
    await (await create()).close();
    expect((await failureOf(createLedger(folder, buildLedgerData({ assets: 1 })))).code).toBe('not-allowed');
    expect((await open()).data.assets).toHaveLength(12);
  });

  it('refuses records that do not satisfy their schema', async () => {
    const data = buildLedgerData({ assets: 2 });
    const bad = { ...data, assets: [{ ...data.assets[0], siteArea: -5 } as Asset] };
    await failureOf(createLedger(folder, bad));
    expect((await failureOf(openLedger(folder))).code).toBe('not-found');
  });

  it('is not opened where there is none, and nothing is made there', async () => {
    expect((await failureOf(openLedger(folder))).code).toBe('not-found');
    await mkdir(folder);
    expect((await failureOf(openLedger(folder))).code).toBe('not-found');
    expect(await readdir(folder)).toEqual([]);
  });

  it('may be empty of records', async () => {
    const ledger = await kept(createLedger(folder, { ...buildLedgerData({ assets: 0 }), projects: [] }));
    const again = await reopen(ledger);
    expect(again.data).toMatchObject({ assets: [], projects: [] });
  });
});

describe('a change', () => {
  it('is numbered, dated, told to listeners, and there after reopening', async () => {
    const ledger = await create(12, { now: () => new Date('2026-05-01T02:03:04Z') });
    const told: Change[] = [];
    const stop = ledger.onChange((change) => told.push(change));
    const change = await ledger.commit(renamed(ledger, 3, '新名字'));
    expect(change).toMatchObject({ seq: 1, at: '2026-05-01T02:03:04.000Z', by: '王小溪' });
    expect(told).toEqual([change]);
    expect(ledger.asset(change.entries[0]!.id)?.name).toBe('新名字');
    stop();
    await ledger.commit(renamed(ledger, 4, '又一个'));
    expect(told).toHaveLength(1);
    const before = textOf(ledger);
    const again = await reopen(ledger);
    expect(textOf(again)).toBe(before);
    expect(again.seq).toBe(2);
  });

  it('is in the journal before it is acknowledged, while ledger.json still waits', async () => {
    const ledger = await create();
    await ledger.commit(renamed(ledger, 0, '先记账'));
    const lines = (await readFile(join(folder, 'journal.jsonl'), 'utf8')).trimEnd().split('\n');
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0]!)).toMatchObject({ seq: 1, count: 1, checksum: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(JSON.parse(await readFile(join(folder, 'ledger.json'), 'utf8'))).toMatchObject({ seq: 0 });
    await ledger.flush();
    expect(JSON.parse(await readFile(join(folder, 'ledger.json'), 'utf8'))).toMatchObject({ seq: 1 });
  });

  it('finds records in constant time as others come and go', async () => {
    const ledger = await create(200);
    for (let turn = 0; turn < 100; turn += 1) {
      const victim = ledger.data.assets[(turn * 7) % ledger.data.assets.length] as Asset;
      await ledger.commit(draftOf(removeEntry('asset', victim), addEntry('asset', buildAsset('house'))));
      if (turn % 3 === 0) await ledger.undo('x');
      expect(ledger.data.assets.every((asset) => ledger.asset(asset.id) === asset)).toBe(true);
    }
    expect(ledger.asset('01J9Z3KA000000000000000ZZZ')).toBeUndefined();
    expect(ledger.project(ledger.data.projects[5]!.id)).toBe(ledger.data.projects[5]);
  });

  it('made together with others keeps its order, and shares their trip to the disk', async () => {
    const ledger = await create(50);
    const changes = await Promise.all(ledger.data.assets.map((asset, at) => ledger.commit(draftOf(setEntry('asset', asset, { ...asset, name: `第${at}` })))));
    expect(changes.map((change) => change.seq)).toEqual(changes.map((_, at) => at + 1));
    const again = await reopen(ledger);
    expect(again.data.assets.map((asset) => asset.name)).toEqual(changes.map((_, at) => `第${at}`));
  });

  it('that found a record otherwise is refused, and those made together with it are kept', async () => {
    const ledger = await create();
    const [one, two, three] = [renamed(ledger, 0, '甲'), renamed(ledger, 0, '乙'), renamed(ledger, 1, '丙')];
    const results = await Promise.allSettled([ledger.commit(one), ledger.commit(two), ledger.commit(three)]);
    expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(ledger.seq).toBe(2);
    expect(ledger.data.assets.slice(0, 2).map((asset) => asset.name)).toEqual(['甲', '丙']);
  });

  it('that breaks the schema is refused with the field named', async () => {
    const ledger = await create();
    const asset = ledger.data.assets[0] as Asset;
    const failure = await failureOf(ledger.commit(draftOf(setEntry('asset', asset, { ...asset, siteArea: -1 }))));
    expect(failure).toMatchObject({ code: 'wrong-input', place: { field: 'siteArea' } });
    expect((await failureOf(ledger.commit(draftOf()))).code).toBe('wrong-input');
    expect(ledger.seq).toBe(0);
  });

  it('of many thousand records is one line, and one undo', async () => {
    const ledger = await create(5);
    const { assets } = buildLedgerData({ assets: 6_000 });
    const start = textOf(ledger);
    await ledger.commit(draftOf(...assets.slice(5).map((asset) => addEntry('asset', asset))));
    const before = textOf(ledger);
    const again = await reopen(ledger);
    expect(textOf(again) === before).toBe(true);
    await again.undo('x');
    expect(textOf(again) === start).toBe(true);
    await again.redo('x');
    expect(textOf(again) === before).toBe(true);
  });

  it('asked for before the ledger is closed is still kept', async () => {
    const ledger = await create();
    const change = ledger.commit(renamed(ledger, 0, '赶上了'));
    await ledger.close();
    await change;
    expect((await open()).data.assets[0]?.name).toBe('赶上了');
  });

  it('is refused once the ledger is closed', async () => {
    const ledger = await create();
    const draft = renamed(ledger, 0, '晚了');
    await ledger.close();
    expect((await failureOf(ledger.commit(draft))).code).toBe('read-only');
  });
});

describe('undo and redo', () => {
  it('restore every record and the order byte for byte, across restarts', async () => {
    let ledger = await create();
    const states = [textOf(ledger)];
    const step = async (change: Promise<Change>) => {
      await change;
      states.push(textOf(ledger));
    };
    await step(ledger.commit(renamed(ledger, 3, '改名')));
    await step(ledger.commit(draftOf(removeEntry('asset', ledger.data.assets[5]!), removeEntry('asset', ledger.data.assets[0]!))));
    await step(ledger.commit(draftOf(addEntry('project', buildProject()), addEntry('asset', buildAsset('hydropower')))));
    for (let at = 2; at >= 0; at -= 1) {
      ledger = await reopen(ledger);
      expect(ledger.canUndo).toBe(true);
      await ledger.undo('李四');
      expect(textOf(ledger)).toBe(states[at]);
    }
    expect(ledger.canUndo).toBe(false);
    for (let at = 1; at <= 3; at += 1) {
      ledger = await reopen(ledger);
      expect(ledger.canRedo).toBe(true);
      await ledger.redo('李四');
      expect(textOf(ledger)).toBe(states[at]);
    }
    expect(ledger.canRedo).toBe(false);
    expect(ledger.seq).toBe(9);
  });

  it('are changes themselves, which name what they take back', async () => {
    const ledger = await create();
    await ledger.commit({ ...renamed(ledger, 0, '改'), label: { zh: '改名', en: 'Rename' } });
    expect(await ledger.undo('李四')).toMatchObject({ seq: 2, by: '李四', undoes: 1, label: { zh: '撤销：改名', en: 'Undo: Rename' } });
    expect(await ledger.redo('李四')).toMatchObject({ seq: 3, redoes: 2, label: { zh: '重做：改名', en: 'Redo: Rename' } });
    expect(await ledger.undo('李四')).toMatchObject({ seq: 4, undoes: 3, label: { zh: '撤销：改名', en: 'Undo: Rename' } });
  });

  it('behave like a stack through any sequence of edits, undos, redos and restarts', async () => {
    let ledger = await create(6);
    const past: string[] = [];
    let future: string[] = [];
    let now = textOf(ledger);
    const moves = 'eeuureuureeuuurrruerueuuuurrrreuu';
    for (const [at, move] of [...moves].entries()) {
      if (at % 5 === 4) ledger = await reopen(ledger);
      expect([ledger.canUndo, ledger.canRedo], `before move ${at}`).toEqual([past.length > 0, future.length > 0]);
      if (move === 'e') {
        await ledger.commit(renamed(ledger, at % 6, `第${at}步`));
        past.push(now);
        future = [];
      } else if (move === 'u' && past.length > 0) {
        await ledger.undo('x');
        future.push(now);
      } else if (move === 'r' && future.length > 0) {
        await ledger.redo('x');
        past.push(now);
      } else {
        expect((await failureOf(move === 'u' ? ledger.undo('x') : ledger.redo('x'))).code).toBe('wrong-input');
        continue;
      }
      const expected = move === 'e' ? textOf(ledger) : move === 'u' ? past.pop() : future.pop();
      expect(textOf(ledger), `after move ${at}`).toBe(expected);
      now = textOf(ledger);
    }
  });

  it('are known to be possible or not by the time that listeners hear of the change', async () => {
    const ledger = await create();
    const heard: boolean[][] = [];
    ledger.onChange(() => heard.push([ledger.canUndo, ledger.canRedo]));
    await ledger.commit(renamed(ledger, 0, '甲'));
    await ledger.undo('x');
    await ledger.redo('x');
    expect(heard).toEqual([[true, false], [false, true], [true, false]]);
  });

  it('wait for edits that were asked for before them', async () => {
    const ledger = await create();
    const before = textOf(ledger);
    await Promise.all([ledger.commit(renamed(ledger, 0, '甲')), ledger.commit(renamed(ledger, 1, '乙')), ledger.undo('x'), ledger.undo('x')]);
    expect(textOf(ledger)).toBe(before);
  });
});

describe('history', () => {
  it('lists changes newest first, in pages, and shows each with its records', async () => {
    const ledger = await create();
    for (let turn = 1; turn <= 7; turn += 1) await ledger.commit(renamed(ledger, 0, `第${turn}次`));
    expect((await ledger.history(3)).map((change) => change.seq)).toEqual([7, 6, 5]);
    expect((await ledger.history(3, 5)).map((change) => change.seq)).toEqual([4, 3, 2]);
    expect((await ledger.history(10, 2)).map((change) => change.seq)).toEqual([1]);
    expect(await ledger.change(4)).toMatchObject({ seq: 4, entries: [{ before: { name: '第3次' }, after: { name: '第4次' } }] });
    expect(await ledger.change(99)).toBeUndefined();
  });

  it('and undo go on over journals that were cut, also after reopening', async () => {
    let ledger = await create(400);
    const start = textOf(ledger);
    const long = 'x'.repeat(1_900);
    for (let turn = 0; turn < 8; turn += 1) {
      await ledger.commit(draftOf(...ledger.data.assets.map((asset) => setEntry('asset', asset, { ...asset, notes: `${turn}${long}` }))));
      await ledger.flush();
    }
    const cut = (await readdir(join(folder, 'snapshots'))).filter((name) => name.startsWith('journal-'));
    expect(cut.length).toBeGreaterThan(0);
    expect((await stat(join(folder, 'journal.jsonl'))).size).toBeLessThan(10 * 1024 * 1024);
    ledger = await reopen(ledger);
    expect((await ledger.history(100)).map((change) => change.seq)).toEqual([8, 7, 6, 5, 4, 3, 2, 1]);
    for (let turn = 0; turn < 8; turn += 1) await ledger.undo('x');
    expect(textOf(ledger)).toBe(start);
    expect(ledger.canUndo).toBe(false);
  });
});

describe('restore points', () => {
  it('are kept when ledger.json is replaced, at most one an hour', async () => {
    let clock = Date.parse('2026-05-01T08:00:00Z');
    const ledger = await create(5, { now: () => new Date(clock) });
    for (let turn = 1; turn <= 6; turn += 1) {
      clock += 20 * 60_000;
      await ledger.commit(renamed(ledger, 0, `${turn}`));
      await ledger.flush();
    }
    const names = (await readdir(join(folder, 'snapshots'))).sort();
    expect(names).toEqual(['ledger-0-20260501T080000Z.json', 'ledger-2-20260501T090000Z.json', 'ledger-5-20260501T100000Z.json']);
  });
});

describe('thinning out', () => {
  const day = 86_400_000;
  const now = new Date('2026-06-30T12:00:00Z');
  const every = (hours: number, count: number) => Array.from({ length: count }, (_, at) => (
    { name: `${at}`, seq: count - at, at: now.getTime() - at * hours * 3_600_000, isKept: false }
  ));
  it('keeps the ten newest restore points and one a day for a month', () => {
    const all = every(6, 400);
    const gone = outlived(all, new Map(), now);
    const left = all.filter((file) => !gone.includes(file.name));
    expect(left.slice(0, 10)).toEqual(all.slice(0, 10));
    expect(left).toHaveLength(10 + 27);
    expect(new Set(left.slice(10).map((file) => Math.floor((now.getTime() - file.at) / day))).size).toBe(27);
  });
  it('keeps ten whatever their size, and never one made before a migration', () => {
    const all = [...every(24, 20), { name: 'old', seq: 0, at: 0, isKept: true }];
    const gone = outlived(all, new Map(all.map((file) => [file.name, 400_000_000])), now);
    expect(gone).toEqual(all.slice(10, 20).map((file) => file.name));
  });
});

describe('a second opener', () => {
  it('reads but does not write, and is told who has the ledger', async () => {
    const ledger = await create();
    const other = await open();
    expect(other.readOnly).toBe(true);
    expect(other.notice?.zh).toContain(String(process.pid));
    expect(textOf(other)).toBe(textOf(ledger));
    const attempts = await Promise.all([0, 1].map((at) => failureOf(other.commit(renamed(other, at, '抢')))));
    expect(attempts.map((failure) => failure.code)).toEqual(['read-only', 'read-only']);
    await other.close();
    await ledger.commit(renamed(ledger, 0, '我的'));
    expect(ledger.data.assets[0]?.name).toBe('我的');
  });

  it('writes once the first has closed', async () => {
    const ledger = await create();
    await ledger.close();
    expect(await readdir(folder)).not.toContain('lock');
    expect((await open()).readOnly).toBe(false);
  });

  const processes = (changes: object) => ({ host: 'desk', pid: 10, startOf: () => 'boot/1', isAlive: () => true, ...changes });
  const lockedBy = async (holder: object) => {
    await (await create()).close();
    await writeFile(join(folder, 'lock'), JSON.stringify({ host: 'desk', pid: 10, startedAt: '2026-01-01T00:00:00Z', token: 't', start: 'boot/1', ...holder }));
  };

  it('takes over from a process that is gone', async () => {
    await lockedBy({});
    expect((await open({ processes: processes({ isAlive: () => false }) })).readOnly).toBe(false);
  });
  it('takes over when the number now belongs to another process', async () => {
    await lockedBy({});
    expect((await open({ processes: processes({ startOf: () => 'boot/2' }) })).readOnly).toBe(false);
  });
  it('does not take over from a process that runs, here or on another machine', async () => {
    await lockedBy({});
    expect((await open({ processes: processes({}) })).readOnly).toBe(true);
    const elsewhere = await open({ processes: processes({ host: 'elsewhere', isAlive: () => false }) });
    expect(elsewhere.readOnly).toBe(true);
    expect(elsewhere.notice?.en).toContain('desk');
  });
  it('takes over from another machine that has given no sign of life for a minute', async () => {
    await lockedBy({ host: 'elsewhere' });
    expect((await open({ processes: processes({}), now: () => new Date(Date.now() + 61_000) })).readOnly).toBe(false);
  });
  it('that takes over makes the first one stop writing', async () => {
    const first = await create();
    const second = await open({ processes: { ...processes({ host: 'other' }) }, now: () => new Date(Date.now() + 61_000) });
    expect(second.readOnly).toBe(false);
    await second.commit(renamed(second, 0, '接手'));
    expect((await failureOf(first.commit(renamed(first, 0, '还在')))).code).toBe('read-only');
    expect(first.readOnly).toBe(true);
    await first.close();
    await second.commit(renamed(second, 1, '继续'));
    expect((await reopen(second)).data.assets.slice(0, 2).map((asset) => asset.name)).toEqual(['接手', '继续']);
  });
});

describe('versions', () => {
  const fixture = new URL('fixtures/ledger-v1.json', import.meta.url);
  const older = { schemaVersion: 2, migrations: [{ from: 1, to: 2, migrate: (raw: { assets: readonly unknown[] }) => ({ ...raw, assets: raw.assets.map((asset) => ({ ...(asset as object), notes: '迁移' })) }) as never }] };

  it('opens the ledger that version 1 was released with', async () => {
    await mkdir(folder);
    await writeFile(join(folder, 'ledger.json'), await readFile(fixture));
    const ledger = await open();
    expect(ledger).toMatchObject({ readOnly: false, notice: undefined, seq: 7 });
    expect(ledger.data.assets.map((asset) => asset.category)).toEqual(['forest', 'farmland', 'hydropower', 'house', 'hall', 'other']);
    expect(ledger.data.projects).toHaveLength(2);
  });

  it('copies an older ledger before it migrates it, and replays its journal first', async () => {
    const ledger = await create();
    await ledger.flush();
    const old = await readFile(join(folder, 'ledger.json'));
    await ledger.commit(renamed(ledger, 2, '旧版里改的'));
    await ledger.close();
    await writeFile(join(folder, 'ledger.json'), old);
    const now = await open(older);
    expect(now.readOnly).toBe(false);
    expect(now.data.assets[2]).toMatchObject({ name: '旧版里改的', notes: '迁移' });
    expect(now.data.assets.every((asset) => asset.notes === '迁移')).toBe(true);
    const copy = (await readdir(join(folder, 'snapshots'))).find((name) => name.endsWith('-v1.json'));
    expect(await readFile(join(folder, 'snapshots', copy!))).toEqual(old);
    expect(JSON.parse(await readFile(join(folder, 'ledger.json'), 'utf8'))).toMatchObject({ schema: 2, seq: 1 });
    expect(now.canUndo).toBe(false);
    await now.commit(renamed(now, 0, '新版里改的'));
    expect((await reopen(now, older)).canUndo).toBe(true);
  });

  it('leaves an older ledger as it is when what comes out of the migration is not well formed', async () => {
    const ledger = await create();
    await ledger.close();
    const before = await readFile(join(folder, 'ledger.json'));
    const bad = { schemaVersion: 2, migrations: [{ from: 1, to: 2, migrate: (raw: object) => ({ ...raw, assets: [{ name: '坏' }] }) as never }] };
    expect((await failureOf(openLedger(folder, bad))).code).toBe('damaged');
    expect(await readFile(join(folder, 'ledger.json'))).toEqual(before);
    expect((await open()).data.assets).toHaveLength(12);
  });

  it('opens a newer ledger for reading only, and writes nothing', async () => {
    const newer = await create(12, { schemaVersion: 9 });
    await newer.commit(renamed(newer, 0, '新版'));
    await newer.close();
    const before = await readFile(join(folder, 'ledger.json'));
    const ledger = await open();
    expect(ledger.readOnly).toBe(true);
    expect(ledger.notice?.zh).toContain('9');
    expect(ledger.data.assets[0]?.name).toBe('新版');
    await ledger.close();
    expect(await readFile(join(folder, 'ledger.json'))).toEqual(before);
    expect(await readdir(folder)).not.toContain('lock');
  });
});

import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Change } from '../../data/schema/change.js';
import { outlived } from '../../electron/storage/restore-points.js';
import { addEntry, buildAsset, buildProject, draftOf, removeEntry, setEntry } from '../builders/ledger.js';
import { failureOf, ledgerPlace, renamed, textOf } from '../builders/ledger-place.js';
import { onBothStorages } from '../builders/storages.js';

onBothStorages(({ create, reopen }) => {
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
      await ledger.undo('王小溪');
      expect(textOf(ledger)).toBe(states[at]);
    }
    expect(ledger.canUndo).toBe(false);
    for (let at = 1; at <= 3; at += 1) {
      ledger = await reopen(ledger);
      expect(ledger.canRedo).toBe(true);
      await ledger.redo('王小溪');
      expect(textOf(ledger)).toBe(states[at]);
    }
    expect(ledger.canRedo).toBe(false);
    expect(ledger.seq).toBe(9);
  });

  it('are changes themselves, which name what they take back', async () => {
    const ledger = await create();
    await ledger.commit({ ...renamed(ledger, 0, '改'), label: { zh: '改名', en: 'Rename' } });
    expect(await ledger.undo('王小溪')).toMatchObject({ seq: 2, by: '王小溪', undoes: 1, label: { zh: '撤销：改名', en: 'Undo: Rename' } });
    expect(await ledger.redo('王小溪')).toMatchObject({ seq: 3, redoes: 2, label: { zh: '重做：改名', en: 'Redo: Rename' } });
    expect(await ledger.undo('王小溪')).toMatchObject({ seq: 4, undoes: 3, label: { zh: '撤销：改名', en: 'Undo: Rename' } });
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
});
});

const place = ledgerPlace();
const { create, reopen } = place;

describe('history in a folder', () => {
  it('and undo go on over journals that were cut, also after reopening', async () => {
    let ledger = await create(400);
    const start = textOf(ledger);
    const long = 'x'.repeat(1_900);
    for (let turn = 0; turn < 8; turn += 1) {
      await ledger.commit(draftOf(...ledger.data.assets.map((asset) => setEntry('asset', asset, { ...asset, notes: `${turn}${long}` }))));
      await ledger.flush();
    }
    const cut = (await readdir(join(place.folder, 'snapshots'))).filter((name) => name.startsWith('journal-'));
    expect(cut.length).toBeGreaterThan(0);
    expect((await stat(join(place.folder, 'journal.jsonl'))).size).toBeLessThan(10 * 1024 * 1024);
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
    const names = (await readdir(join(place.folder, 'snapshots'))).sort();
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

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Asset } from '../../data/schema/asset.js';
import type { Change } from '../../data/schema/change.js';
import { addEntry, buildAsset, buildLedgerData, draftOf, removeEntry, setEntry } from '../builders/ledger.js';
import { failureOf, ledgerPlace, renamed, textOf } from '../builders/ledger-place.js';
import { onBothStorages } from '../builders/storages.js';

onBothStorages(({ create, open, reopen }) => describe('a change', () => {
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
}));

describe('a change in a folder', () => {
  const place = ledgerPlace();
  it('is in the journal before it is acknowledged, while ledger.json still waits', async () => {
    const ledger = await place.create();
    await ledger.commit(renamed(ledger, 0, '先记账'));
    const lines = (await readFile(join(place.folder, 'journal.jsonl'), 'utf8')).trimEnd().split('\n');
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0]!)).toMatchObject({ seq: 1, count: 1, checksum: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(JSON.parse(await readFile(join(place.folder, 'ledger.json'), 'utf8'))).toMatchObject({ seq: 0 });
    await ledger.flush();
    expect(JSON.parse(await readFile(join(place.folder, 'ledger.json'), 'utf8'))).toMatchObject({ seq: 1 });
  });
});

import { mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Asset } from '../../data/schema/asset.js';
import { createLedger, openLedger } from '../../electron/storage/ledger.js';
import { buildLedgerData } from '../builders/ledger.js';
import { failureOf, ledgerPlace, renamed, textOf } from '../builders/ledger-place.js';
import { schemaVersion } from '../../data/schema/ledger.js';

const place = ledgerPlace();
const { create, open, reopen, kept } = place;

describe('a new ledger', () => {
  it('is one folder with its parts, and opens with the records it was given', async () => {
    const ledger = await create();
    expect(ledger.readOnly).toBe(false);
    expect(ledger.notice).toBeUndefined();
    expect(ledger.seq).toBe(0);
    expect(new Set(await readdir(place.folder))).toEqual(new Set(['ledger.json', 'journal.jsonl', 'media', 'maps', 'snapshots', 'lock']));
    expect(ledger.data).toEqual(buildLedgerData({ assets: 12 }));
  });

  it('is plain JSON that any reader understands', async () => {
    await create();
    const document = JSON.parse(await readFile(join(place.folder, 'ledger.json'), 'utf8')) as Record<string, unknown>;
    expect(document).toMatchObject({ format: 'xishan-ledger', schema: schemaVersion, seq: 0 });
    expect(document.assets).toEqual(buildLedgerData({ assets: 12 }).assets);
  });

  it('is never made over another one', async () => {
    await (await create()).close();
    expect((await failureOf(createLedger(place.folder, buildLedgerData({ assets: 1 })))).code).toBe('not-allowed');
    expect((await open()).data.assets).toHaveLength(12);
  });

  it('refuses records that do not satisfy their schema', async () => {
    const data = buildLedgerData({ assets: 2 });
    const bad = { ...data, assets: [{ ...data.assets[0], siteArea: -5 } as Asset] };
    await failureOf(createLedger(place.folder, bad));
    expect((await failureOf(openLedger(place.folder))).code).toBe('not-found');
  });

  it('is not opened where there is none, and nothing is made there', async () => {
    expect((await failureOf(openLedger(place.folder))).code).toBe('not-found');
    await mkdir(place.folder);
    expect((await failureOf(openLedger(place.folder))).code).toBe('not-found');
    expect(await readdir(place.folder)).toEqual([]);
  });

  it('may be empty of records', async () => {
    const ledger = await kept(createLedger(place.folder, { ...buildLedgerData({ assets: 0 }), projects: [], tours: [] }));
    const again = await reopen(ledger);
    expect(again.data).toMatchObject({ assets: [], projects: [], tours: [] });
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
    expect(await readdir(place.folder)).not.toContain('lock');
    expect((await open()).readOnly).toBe(false);
  });

  const processes = (changes: object) => ({ host: 'desk', pid: 10, startOf: () => 'boot/1', isAlive: () => true, ...changes });
  const lockedBy = async (holder: object) => {
    await (await create()).close();
    await writeFile(join(place.folder, 'lock'), JSON.stringify({ host: 'desk', pid: 10, startedAt: '2026-01-01T00:00:00Z', token: 't', start: 'boot/1', ...holder }));
  };

  it('takes over from a process that is gone', async () => {
    await lockedBy({});
    expect((await open({ processes: processes({ isAlive: () => false }) })).readOnly).toBe(false);
  });
  it('takes over when the number now belongs to another process', async () => {
    await lockedBy({});
    expect((await open({ processes: processes({ startOf: () => 'boot/2' }) })).readOnly).toBe(false);
  });
  it('takes over a lock whose process was killed before it had written its name', async () => {
    await (await create()).close();
    await writeFile(join(place.folder, 'lock'), '');
    const almostStale = new Date(Date.now() - 4_500);
    await utimes(join(place.folder, 'lock'), almostStale, almostStale);
    expect(await open()).toMatchObject({ readOnly: false, notice: undefined });
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
  const older = { schemaVersion: schemaVersion + 1, migrations: [{ from: schemaVersion, to: schemaVersion + 1, migrate: (raw: { assets: readonly unknown[] }) => ({ ...raw, assets: raw.assets.map((asset) => ({ ...(asset as object), notes: '迁移' })) }) as never }] };

  it('opens the ledger that version 1 was released with', async () => {
    await mkdir(place.folder);
    await writeFile(join(place.folder, 'ledger.json'), await readFile(fixture));
    const ledger = await open();
    expect(ledger).toMatchObject({ readOnly: false, notice: undefined, seq: 7 });
    expect(ledger.data.assets.map((asset) => asset.category)).toEqual(['forest', 'farmland', 'hydropower', 'house', 'hall', 'other']);
    expect(ledger.data.projects).toHaveLength(2);
    expect(ledger.data.profile.maps).toEqual([{ id: 'shili', shown: true, opacity: 1 }]);
    expect(ledger.data.profile).not.toHaveProperty('mapPack');
  });

  it('opens the ledger that version 2 was released with: copied first, its journal replayed, and with no tours yet', async () => {
    const frozen = (name: string) => readFile(new URL(`fixtures/${name}`, import.meta.url));
    await mkdir(place.folder);
    await writeFile(join(place.folder, 'ledger.json'), await frozen('ledger-v2.json'));
    await writeFile(join(place.folder, 'journal.jsonl'), await frozen('journal-v2.jsonl'));
    const ledger = await open();
    expect(ledger).toMatchObject({ readOnly: false, notice: undefined, seq: 8 });
    expect(ledger.data.tours).toEqual([]);
    expect(ledger.data.assets.map((asset) => asset.category)).toEqual(['forest', 'farmland', 'hydropower', 'house', 'hall', 'other']);
    expect(ledger.data.assets[0]).toMatchObject({ name: '改过名的林子', updatedBy: '王小溪' });
    expect(ledger.data.profile.maps).toEqual([{ id: 'shili', shown: true, opacity: 1 }, { id: 'abcd2345', shown: false, opacity: 0.6 }]);
    const copy = (await readdir(join(place.folder, 'snapshots'))).find((name) => name.endsWith('-v2.json'));
    expect(await readFile(join(place.folder, 'snapshots', copy!))).toEqual(await frozen('ledger-v2.json'));
    expect(JSON.parse(await readFile(join(place.folder, 'ledger.json'), 'utf8'))).toMatchObject({ schema: schemaVersion, seq: 8, tours: [] });
    await ledger.commit(renamed(ledger, 1, '新版里改的'));
    expect((await reopen(ledger)).data.assets.slice(0, 2).map((asset) => asset.name)).toEqual(['改过名的林子', '新版里改的']);
  });

  it('copies an older ledger before it migrates it, and replays its journal first', async () => {
    const ledger = await create();
    await ledger.flush();
    const old = await readFile(join(place.folder, 'ledger.json'));
    await ledger.commit(renamed(ledger, 2, '旧版里改的'));
    await ledger.close();
    await writeFile(join(place.folder, 'ledger.json'), old);
    const now = await open(older);
    expect(now.readOnly).toBe(false);
    expect(now.data.assets[2]).toMatchObject({ name: '旧版里改的', notes: '迁移' });
    expect(now.data.assets.every((asset) => asset.notes === '迁移')).toBe(true);
    const copy = (await readdir(join(place.folder, 'snapshots'))).find((name) => name.endsWith(`-v${schemaVersion}.json`));
    expect(await readFile(join(place.folder, 'snapshots', copy!))).toEqual(old);
    expect(JSON.parse(await readFile(join(place.folder, 'ledger.json'), 'utf8'))).toMatchObject({ schema: schemaVersion + 1, seq: 1 });
    expect(now.canUndo).toBe(false);
    await now.commit(renamed(now, 0, '新版里改的'));
    expect((await reopen(now, older)).canUndo).toBe(true);
  });

  it('leaves an older ledger as it is when what comes out of the migration is not well formed', async () => {
    const ledger = await create();
    await ledger.close();
    const before = await readFile(join(place.folder, 'ledger.json'));
    const bad = { schemaVersion: schemaVersion + 1, migrations: [{ from: schemaVersion, to: schemaVersion + 1, migrate: (raw: object) => ({ ...raw, assets: [{ name: '坏' }] }) as never }] };
    expect((await failureOf(openLedger(place.folder, bad))).code).toBe('damaged');
    expect(await readFile(join(place.folder, 'ledger.json'))).toEqual(before);
    expect((await open()).data.assets).toHaveLength(12);
  });

  it('opens a newer ledger for reading only, and writes nothing', async () => {
    const newer = await create(12, { schemaVersion: 9 });
    await newer.commit(renamed(newer, 0, '新版'));
    await newer.close();
    const before = await readFile(join(place.folder, 'ledger.json'));
    const ledger = await open();
    expect(ledger.readOnly).toBe(true);
    expect(ledger.notice?.zh).toContain('9');
    expect(ledger.data.assets[0]?.name).toBe('新版');
    await ledger.close();
    expect(await readFile(join(place.folder, 'ledger.json'))).toEqual(before);
    expect(await readdir(place.folder)).not.toContain('lock');
  });
});

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Asset } from '../../data/schema/asset.js';
import { schemaVersion } from '../../data/schema/ledger.js';
import type { Role } from '../../data/schema/person.js';
import { readAddress } from '../../electron/storage/server/address.js';
import { lookAtServer, makeServerLedger, openServerLedger, type ServerOptions } from '../../electron/storage/server/open-server.js';
import { eventually } from '../builders/eventually.js';
import { buildLedgerData, draftOf, setEntry, temporaryFolder } from '../builders/ledger.js';
import { failureOf, renamed, textOf } from '../builders/ledger-place.js';
import { writeTogether } from '../builders/many-writers.js';
import { ownerPassword, startPostgres, withoutPostgres, type TestServer } from '../builders/postgres.js';

const missing = withoutPostgres();

describe.skipIf(missing)(`a ledger on a server${missing ? ` (skipped: ${missing})` : ''}`, () => {
  let server: TestServer;
  let database: string;
  let cache: string;
  let removeCache: () => Promise<void>;
  const opened: { close(): Promise<void> }[] = [];
  beforeAll(async () => { server = await startPostgres(); });
  afterAll(() => server.stop());
  beforeEach(async () => {
    const made = await temporaryFolder();
    [cache, removeCache] = [join(made.path, 'servers'), made.remove];
    database = await server.ledger();
  });
  afterEach(async () => {
    for (const ledger of opened.splice(0)) await ledger.close();
    await removeCache();
  });
  const desk = async (login?: string, password?: string, more: ServerOptions = {}) => {
    const ledger = await openServerLedger(server.address(database, login, password), cache, { ...more, pace: { heartbeatMs: 200, reconnectMs: 100 } });
    opened.push(ledger);
    return ledger;
  };
  /** Somebody with a role of their own, at a desk of their own. Logins belong to the whole server, so each has another. */
  let people = 0;
  const deskOf = async (owner: Awaited<ReturnType<typeof desk>>, role: Role) => {
    const login = `person_${(people += 1)}`;
    await owner.setPerson({ login, name: `${role} ${people}`, role, password: 'eight letters' });
    return { login, ledger: await desk(login, 'eight letters') };
  };

  it('shows what another desk changed without being opened anew, and says who', async () => {
    const [one, other] = [await desk(), await desk()];
    const heard = new Promise((resolve) => { other.onChange(resolve); });
    await one.commit(renamed(one, 3, '别处改的'));
    expect(await heard).toMatchObject({ seq: 1, by: '王小溪' });
    expect(textOf(other)).toBe(textOf(one));
    expect(other.undoLabel).toEqual(one.undoLabel);
  });

  it('refuses the second of two edits of one record and shows the newest at once', async () => {
    const [one, other] = [await desk(), await desk()];
    const late = renamed(other, 0, '晚');
    // The other desk edits before word of the first edit has reached it, so that the server alone can know.
    const early = other.betweenChanges(() => one.commit(renamed(one, 0, '早')));
    const failure = await failureOf(other.commit(late));
    await early;
    expect(failure).toMatchObject({ code: 'out-of-date', message: { zh: expect.stringContaining('已为您显示最新内容') } });
    expect(other.data.assets[0]?.name).toBe('早');
    expect(one.seq).toBe(1);
  });

  it('numbers the edits of many desks without a gap, and each desk ends with the same records', async () => {
    const desks = await Promise.all(Array.from({ length: 6 }, () => desk()));
    const acknowledged = await Promise.all(desks.map(async (ledger, at) => {
      const done: number[] = [];
      for (let turn = 0; turn < 5; turn += 1) done.push((await ledger.commit(renamed(ledger, at, `第${at}桌第${turn}次`))).seq);
      return done;
    }));
    expect(acknowledged.flat().sort((one, other) => one - other)).toEqual(Array.from({ length: 30 }, (_, at) => at + 1));
    await eventually(() => expect(desks.map(({ seq }) => seq)).toEqual(desks.map(() => 30)));
    expect(new Set(desks.map(textOf)).size).toBe(1);
    expect(textOf(await desk())).toBe(textOf(desks[0]!));
  });

  it('loses no acknowledged edit of twenty desks that write into one table at once', async () => {
    const { acknowledged, faults } = await writeTogether(server, { writers: 20, milliseconds: 2_000, seed: 11 });
    expect(faults).toEqual([]);
    expect(acknowledged).toBeGreaterThan(0);
  });

  describe('roles', () => {
    it('let a viewer read and nothing more, at this desk and in the database', async () => {
      const owner = await desk();
      const { ledger, login } = await deskOf(owner, 'viewer');
      expect(ledger.data.assets).toHaveLength(12);
      expect(ledger.readOnly).toBe(true);
      expect((await failureOf(ledger.commit(renamed(ledger, 0, '不行')))).message.zh).toContain('查看人');
      const { default: pg } = await import('pg');
      const client = new pg.Client(server.address(database, login, 'eight letters').connection);
      await client.connect();
      await expect(client.query(`UPDATE xishan.records SET body = NULL`)).rejects.toMatchObject({ code: '42501' });
      await expect(client.query(`SELECT * FROM xishan.commit_change('edit', '{}', '[]', NULL, NULL, 3, NULL)`)).rejects.toMatchObject({ code: 'XS002' });
      await client.end();
    });

    it('let a keeper edit and undo what is theirs, and an approver undo what is others’', async () => {
      const owner = await desk();
      const { ledger } = await deskOf(owner, 'keeper');
      const before = textOf(owner);
      await ledger.commit(renamed(ledger, 0, '管理员改的'));
      await eventually(() => expect(owner.seq).toBe(1));
      expect([ledger.canUndo, owner.canUndo]).toEqual([true, true]);
      await owner.undo();
      expect(textOf(owner)).toBe(before);
      await owner.commit(renamed(owner, 1, '审核人改的'));
      await eventually(() => expect(ledger.seq).toBe(3));
      expect(ledger.canUndo).toBe(false);
      expect((await failureOf(ledger.undo())).code).toBe('not-allowed');
      expect((await failureOf(ledger.restore(renamed(ledger, 2, '恢复')))).code).toBe('not-allowed');
      expect((await failureOf(ledger.setPerson({ login: 'stranger', name: '外人', role: 'approver', password: 'eight letters' }))).code).toBe('not-allowed');
    });

    it('hold from the moment that they are changed, and end with the person’s being taken off', async () => {
      const owner = await desk();
      const { ledger, login } = await deskOf(owner, 'keeper');
      await owner.setPerson({ login, name: '小李', role: 'viewer' });
      await eventually(() => expect(ledger.server).toMatchObject({ person: '小李', role: 'viewer' }));
      await owner.removePerson(login);
      await eventually(() => expect(ledger.notice?.en).toContain('not among the people'));
      expect((await owner.people()).map((person) => person.login)).toEqual(['county']);
      expect((await failureOf(desk(login, 'eight letters'))).code).toBe('not-allowed');
    });

    it('leave the owner an approver, and the passwords of the server’s own logins alone', async () => {
      const owner = await desk();
      const { ledger } = await deskOf(owner, 'approver');
      expect((await failureOf(ledger.setPerson({ login: 'county', name: '别人', role: 'viewer' }))).code).toBe('not-allowed');
      expect((await failureOf(ledger.removePerson('county'))).code).toBe('not-allowed');
      await server.run('postgres', `CREATE ROLE elsewhere_${people} LOGIN`);
      expect((await failureOf(ledger.setPerson({ login: `elsewhere_${people}`, name: '旁人', role: 'viewer', password: 'eight letters' }))).message.en).toContain('was not made here');
    });
  });

  describe('a connection that is lost', () => {
    it('leaves what is known readable, refuses edits in a sentence, and comes back by itself with all that was acknowledged', async () => {
      const ledger = await desk();
      await ledger.commit(renamed(ledger, 0, '已确认'));
      await server.halt();
      try {
        await eventually(() => expect(ledger.server.connected).toBe(false));
        expect(ledger.readOnly).toBe(true);
        expect(ledger.data.assets[0]?.name).toBe('已确认');
        const failure = await failureOf(ledger.commit(renamed(ledger, 1, '断线时')));
        expect(failure.message.zh).toContain('没有保存');
      } finally {
        await server.resume();
      }
      await eventually(() => expect(ledger.readOnly).toBe(false));
      expect(ledger.notice).toBeUndefined();
      await ledger.commit(renamed(ledger, 1, '连上后'));
      const again = await desk();
      expect(again.data.assets.slice(0, 2).map(({ name }) => name)).toEqual(['已确认', '连上后']);
    });
  });

  describe('an address', () => {
    const secretless = async (promise: Promise<unknown>) => {
      const failure = await failureOf(promise);
      expect(JSON.stringify(failure)).not.toContain('secret');
      return failure.message.en;
    };
    it('that leads nowhere is answered with what to do, and never with the password', async () => {
      expect(await secretless(lookAtServer(readAddress(`postgres://county:secret@127.0.0.1:${server.port}/${database}`)))).toContain('password of “county” is wrong');
      expect(await secretless(lookAtServer(readAddress(`postgres://county@127.0.0.1:${server.port}/${database}`)))).toContain('asks for the password');
      expect(await secretless(lookAtServer(readAddress('postgres://county:secret@nowhere.invalid/x')))).toContain('There is no server');
      expect(await secretless(lookAtServer(readAddress('postgres://county:secret@127.0.0.1:1/x')))).toContain('no PostgreSQL listens');
      expect(await secretless(lookAtServer(server.address('no_such')))).toContain('no database');
      expect(await secretless(Promise.resolve().then(() => readAddress('postgres://county:secret@/'))))
        .toContain('not well formed');
      expect(server.address(database).shown).not.toContain(encodeURIComponent(ownerPassword));
      expect(readAddress('postgres://county@db/x?password=secret').shown).toBe('postgres://county@db/x');
    });
    it('of an empty database says so, and becomes a ledger once and not twice', async () => {
      database = await server.database(false);
      expect(await lookAtServer(server.address(database))).toMatchObject({ standing: 'empty', canMake: true });
      expect((await failureOf(desk())).code).toBe('not-found');
      const data = buildLedgerData({ assets: 5 });
      await makeServerLedger(server.address(database), data, '王小溪');
      expect(await lookAtServer(server.address(database))).toMatchObject({ standing: 'ledger', assets: 5, person: '王小溪', role: 'approver' });
      expect((await desk()).data).toEqual(data);
      expect((await failureOf(makeServerLedger(server.address(database), data, '又一次'))).code).toBe('not-allowed');
    });
    it('of a newer layout is left alone', async () => {
      await server.run(database, 'UPDATE xishan.about SET layout = 99');
      expect((await failureOf(desk())).message.en).toContain('newer version');
    });
  });

  it('of an older format is brought to the newer one by its owner and nobody else, and a desk of the older program then edits no more', async () => {
    const owner = await desk();
    const keeper = await deskOf(owner, 'keeper');
    const newer: ServerOptions = { schemaVersion: schemaVersion + 1, migrations: [{ from: schemaVersion, to: schemaVersion + 1, migrate: (raw: { assets: readonly unknown[] }) => ({ ...raw, assets: raw.assets.map((asset) => ({ ...(asset as object), notes: '迁移' })) }) as never }] };
    expect((await failureOf(desk(keeper.login, 'eight letters', newer))).message.en).toContain('of an older format');
    expect((await desk()).data).toEqual(owner.data);
    const upgraded = await desk(undefined, undefined, newer);
    expect(new Set(upgraded.data.assets.map(({ notes }) => notes))).toEqual(new Set(['迁移']));
    expect(await failureOf(owner.commit(renamed(owner, 0, '旧程序改的')))).toMatchObject({ code: 'read-only', message: { en: expect.stringContaining('newer version') as string } });
    expect((await failureOf(desk())).message.en).toContain('newer version');
    await upgraded.commit(renamed(upgraded, 0, '新程序改的'));
    expect((await desk(keeper.login, 'eight letters', newer)).data.assets[0]).toMatchObject({ name: '新程序改的', notes: '迁移' });
  });

  it('answers a map view with single assets where they are few and with cells where they are many, as they stand after every edit', async () => {
    database = await server.ledger(buildLedgerData({ assets: 3_000, projects: 0 }));
    const ledger = await desk();
    const land = { west: 119.7, south: 29.6, east: 120.2, north: 30, zoom: 11 };
    const count = async (more = {}) => (await ledger.view({ ...land, ...more })).reduce((sum, point) => sum + point.count, 0);
    expect(await count()).toBe(3_000);
    expect((await ledger.view(land)).length).toBeLessThan(2_000);
    const houses = ledger.data.assets.filter(({ category }) => category === 'house').length;
    const few = await ledger.view({ ...land, categories: ['house'] });
    expect([few.length, few.every(({ id }) => id !== undefined)]).toEqual([houses, true]);
    const [asset] = ledger.data.assets as [Asset];
    await ledger.commit(draftOf(setEntry('asset', asset, { ...asset, location: { lng: 10, lat: 10 } })));
    expect(await count()).toBe(2_999);
    await ledger.undo();
    expect(await count()).toBe(3_000);
  });

  it('carries the files that its records speak of from one desk to another', async () => {
    const ledger = await desk();
    const { mkdir, writeFile, rm } = await import('node:fs/promises');
    const id = `${'ab'.repeat(32)}.jpg`;
    const bytes = Buffer.alloc(2_500_000, 'photo');
    await mkdir(join(ledger.folder, 'media'), { recursive: true });
    await writeFile(join(ledger.folder, 'media', id), bytes);
    const [asset] = ledger.data.assets as [Asset];
    await ledger.commit(draftOf(setEntry('asset', asset, { ...asset, photos: [{ id, width: 10, height: 10 }] })));
    await rm(join(ledger.folder, 'media'), { recursive: true });
    expect(await (await desk()).fetchFile(id)).toBe(true);
    expect((await readFile(join(ledger.folder, 'media', id))).equals(bytes)).toBe(true);
    expect(await ledger.fetchFile(`${'cd'.repeat(32)}.jpg`)).toBe(false);
  });
});

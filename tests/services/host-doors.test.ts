import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resourceKinds } from '../../electron/host/resolve-resource.js';
import { fakeProgram, type FakeProgram } from '../builders/fake-program.js';
import { pageFolder, secret, startTestHost, type TestHost } from '../builders/http-host.js';
import { seeded } from '../builders/ledger.js';
import type { RawReply } from '../builders/raw-request.js';
import { isRefused, knockEverywhere, shutDoors, type Door } from '../prove/doors/knocks.js';
import { tryPaths } from '../prove/doors/path-tricks.js';

let program: FakeProgram;
let served: TestHost;
let calls = 0;
/** Something of every kind that lies behind an id. */
const resources: Readonly<Record<(typeof resourceKinds)[number], string>> = { media: 'media/abc.jpg', maps: 'maps/shili/1/2/3.png', music: 'music/sheet-1', outputs: 'outputs/job-1', files: 'files/abc.pdf', uploads: 'uploads/upload-1' };

beforeAll(async () => {
  const folder = pageFolder();
  const media = join(folder, 'picture.jpg');
  writeFileSync(media, secret);
  const stored = { file: media, type: 'image/jpeg' };
  program = fakeProgram(
    { 'desk.profile': () => { calls += 1; return { name: { zh: secret, en: secret }, villages: [], maps: [], sample: false }; } },
    Object.fromEntries(Object.values(resources).map((address) => [address, address.startsWith('outputs') ? { ...stored, saveAs: '一览表.jpg' } : stored])),
  );
  served = await startTestHost(program, folder);
});
afterAll(() => served.close());

/** Every door there is, as our own page would knock at it. */
const doors = (): readonly Door[] => [
  ...['/', '/assets/main-abc.js', '/icon.svg', '/events', ...resourceKinds.map((kind) => `/${resources[kind]}`)].map((target): Door => ({ name: `GET ${target}`, method: 'GET', target })),
  { name: 'GET /?token', method: 'GET', target: `/?token=${served.token.desk}`, headers: { Cookie: null } },
  { name: 'POST /call', method: 'POST', target: '/call', body: JSON.stringify({ name: 'desk.profile', input: {} }) },
  { name: 'POST /upload', method: 'POST', target: '/upload?name=a.csv', headers: { 'Content-Type': 'application/octet-stream' }, body: secret },
];
const expectRefused = (reply: RawReply) => expect([reply.status, reply.body, isRefused(reply, [secret])]).toEqual([reply.status, reply.body, true]);

describe('every door is shut to a request that is not plainly of our own page', () => {
  it('and open to our own', async () => expect(await shutDoors(served, doors())).toEqual([]));
  it('whatever is foreign, missing, short or old about it', async () => {
    const before = [calls, program.uploads.length];
    expect((await knockEverywhere(served, doors(), [secret])).faults).toEqual([]);
    // No service has run for any of these.
    expect([calls, program.uploads.length]).toEqual(before);
  });
  it('also with a missing, short, old or doubled token in the address, and sets no cookie', async () => {
    const right = served.token.desk;
    for (const query of ['token=', `token=${right.slice(1)}`, `token=${right}&token=${right}`, `token=${'B'.repeat(43)}`, `token=${served.token.public}`]) {
      expectRefused(await served.ask('GET', `/?${query}`, { Cookie: null }));
      expectRefused(await served.ask('GET', `/?${query}`));
    }
  });
});

describe('no spelling of a path leads out of the lists', () => {
  it('of those that are known, nor of those that chance makes of right ones', async () => {
    const targets = ['/icon.svg', '/assets/main-abc.js', ...Object.values(resources).map((address) => `/${address}`)];
    expect((await tryPaths(served, targets, [secret], 300, seeded(Date.now() % 1e9))).faults).toEqual([]);
  });
  it('refuses other methods', async () => {
    for (const method of ['PUT', 'DELETE', 'OPTIONS', 'TRACE', 'PATCH', 'PROPFIND']) expectRefused(await served.ask(method, '/icon.svg'));
    expectRefused(await served.ask('HEAD', '/events'));
    for (const target of ['/', '/icon.svg', '/media/abc.jpg', '/events', '/elsewhere']) expectRefused(await served.ask('POST', target, {}, '{}'));
  });
});

describe('an audience token opens public things only', () => {
  it('opens its own page and not the desk’s', async () => {
    const welcome = await served.ask('GET', `/audience?token=${served.token.public}`, { Cookie: null });
    expect(welcome.status).toBe(303);
    expect((await served.ask('GET', '/audience', {}, '', 'public')).status).toBe(200);
    expectRefused(await served.ask('GET', '/', {}, '', 'public'));
    expectRefused(await served.ask('GET', `/?token=${served.token.public}`, { Cookie: null }));
    expectRefused(await served.ask('GET', '/audience'));
  });
  it('makes public calls and no desk calls', async () => {
    expect(JSON.parse((await served.ask('POST', '/call', {}, JSON.stringify({ name: 'public.overview', input: {} }), 'public')).body)).toMatchObject({ ok: true });
    const reply = await served.ask('POST', '/call', {}, JSON.stringify({ name: 'desk.profile', input: {} }), 'public');
    expect(JSON.parse(reply.body)).toMatchObject({ ok: false, failure: { code: 'not-allowed' } });
    expect(reply.body).not.toContain(secret);
  });
  it('fetches media and maps, but no output and no upload', async () => {
    expect((await served.ask('GET', '/media/abc.jpg', {}, '', 'public')).body).toBe(secret);
    expectRefused(await served.ask('GET', '/outputs/job-1', {}, '', 'public'));
    expectRefused(await served.ask('POST', '/upload?name=a.csv', { 'Content-Type': 'application/octet-stream' }, secret, 'public'));
  });
  it('is not lifted to the desk by the desk’s page token, nor the other way round', async () => {
    expectRefused(await served.ask('POST', '/call', { 'X-Xishan-Token': served.token.desk }, '{"name":"desk.profile"}', 'public'));
  });
});

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fakeProgram, type FakeProgram } from '../builders/fake-program.js';
import { pageFolder, secret, startTestHost, type TestHost } from '../builders/http-host.js';
import type { RawReply } from '../builders/raw-request.js';

let program: FakeProgram;
let served: TestHost;
let calls = 0;

beforeAll(async () => {
  const folder = pageFolder();
  const media = join(folder, 'picture.jpg');
  writeFileSync(media, secret);
  const stored = { file: media, type: 'image/jpeg' };
  program = fakeProgram(
    { 'desk.profile': () => { calls += 1; return { name: { zh: secret, en: secret }, villages: [], maps: [], sample: false }; } },
    { 'media/abc.jpg': stored, 'maps/shili/1/2/3.png': stored, 'outputs/job-1': { ...stored, saveAs: '一览表.jpg' } },
  );
  served = await startTestHost(program, folder);
});
afterAll(() => served.close());

/** Every door there is, as our own page would knock at it. */
const doors: readonly { readonly name: string; knock(change: Record<string, string | null>): Promise<RawReply> }[] = [
  ...['/', '/assets/main-abc.js', '/icon.svg', '/media/abc.jpg', '/maps/shili/1/2/3.png', '/outputs/job-1', '/events'].map((target) => ({
    name: `GET ${target}`, knock: (change: Record<string, string | null>) => served.ask('GET', target, change),
  })),
  { name: 'GET /?token', knock: (change) => served.ask('GET', `/?token=${served.token.desk}`, { Cookie: null, ...change }) },
  { name: 'POST /call', knock: (change) => served.ask('POST', '/call', change, JSON.stringify({ name: 'desk.profile', input: {} })) },
  { name: 'POST /upload', knock: (change) => served.ask('POST', '/upload?name=a.csv', { 'Content-Type': 'application/octet-stream', ...change }, secret) },
];

function expectRefused(reply: RawReply) {
  expect(reply.status).toBeGreaterThanOrEqual(400);
  expect(reply.status).toBeLessThan(500);
  expect(reply.body).not.toContain(secret);
  expect(reply.body.length).toBeLessThan(120);
  expect(reply.setCookie).toBeUndefined();
}

describe('every door is shut to a request that is not plainly of our own page', () => {
  const foreignHosts = ['evil.example', 'localhost', '127.0.0.1', '127.0.0.1:1', 'evil.example:80', '[::1]:80', '0.0.0.0:80', ''];
  for (const door of doors) {
    it(`${door.name} refuses a foreign or missing host`, async () => {
      for (const host of [...foreignHosts, `127.0.0.1:${served.host.port}.evil.example`, `127.0.0.1:${served.host.port}@evil.example`]) expectRefused(await door.knock({ Host: host }));
      expectRefused(await door.knock({ Host: null }));
      expectRefused(await door.knock({ 'X-Forwarded-Host': `127.0.0.1:${served.host.port}`, Host: 'evil.example' }));
    });
    it(`${door.name} refuses two hosts at once`, async () => {
      expectRefused(await door.knock({ host: 'evil.example' }));
    });
    it(`${door.name} refuses a foreign origin`, async () => {
      for (const origin of ['http://evil.example', 'null', 'https://127.0.0.1', `http://127.0.0.1:${served.host.port + 1}`, `https://127.0.0.1:${served.host.port}`, `http://localhost:${served.host.port}`, '']) {
        expectRefused(await door.knock({ Origin: origin }));
      }
    });
    it(`${door.name} refuses what another site or another program on this machine embeds`, async () => {
      expectRefused(await door.knock({ 'Sec-Fetch-Site': 'cross-site' }));
      expectRefused(await door.knock({ 'Sec-Fetch-Site': 'same-site' }));
    });
  }
  it('refuses a missing, short, long or old token in the cookie at every door', async () => {
    const old = 'A'.repeat(43);
    for (const door of doors.filter(({ name }) => name !== 'GET /?token')) {
      expectRefused(await door.knock({ Cookie: null }));
      for (const value of ['', old, served.token.desk.slice(0, -1), `${served.token.desk}x`, served.token.public, served.token.desk.toLowerCase()]) expectRefused(await door.knock({ Cookie: `xishan-desk-${served.host.port}=${value}` }));
      expectRefused(await door.knock({ Cookie: `xishan-desk-1=${served.token.desk}` }));
    }
  });
  it('refuses a missing, short, old or doubled token in the address and sets no cookie', async () => {
    const right = served.token.desk;
    for (const query of ['token=', `token=${right.slice(1)}`, `token=${right}&token=${right}`, `token=${'B'.repeat(43)}`, `token=${served.token.public}`]) {
      expectRefused(await served.ask('GET', `/?${query}`, { Cookie: null }));
      expectRefused(await served.ask('GET', `/?${query}`));
    }
  });
  it('refuses a post without the page’s own token, even with the cookie', async () => {
    for (const door of doors.filter(({ name }) => name.startsWith('POST'))) {
      expectRefused(await door.knock({ 'X-Xishan-Token': null }));
      expectRefused(await door.knock({ 'X-Xishan-Token': served.token.desk.slice(0, 20) }));
      expectRefused(await door.knock({ 'X-Xishan-Token': served.token.public }));
      expectRefused(await door.knock({ Origin: null }));
    }
  });
  it('refuses the content types that a foreign form can send', async () => {
    for (const door of doors.filter(({ name }) => name.startsWith('POST'))) {
      for (const type of ['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain', 'text/plain; application/json', '', null]) expectRefused(await door.knock({ 'Content-Type': type }));
    }
  });
  it('runs no service for any of these', () => expect(calls).toBe(0));
});

describe('no spelling of a path leads out of the lists', () => {
  const tricks = [
    '/..%2foutside.txt', '/%2e%2e/outside.txt', '/../outside.txt', '/assets/../../outside.txt', '/./icon.svg', '//icon.svg', '//127.0.0.1/icon.svg', '/assets//main-abc.js',
    '/%69con.svg', '/icon.svg%00', '/icon.svg%00.png', '/media/..%2f..%2foutside.txt', '/media/../outside.txt', '/media/%2e%2e/outside.txt', '/media/abc.jpg/', '/media/', '/media',
    '/media//abc.jpg', '/media/.abc.jpg', '/maps/shili/../../outside.txt', '/maps/shili/%2e%2e%2fx', '/outputs/..%5c..%5coutside.txt', '/assets\\main-abc.js', '/..\\outside.txt', '/index.html',
    '/assets', '/assets/', '/__proto__', '/constructor', '/media/__proto__', '/toString', '/page/index.html', '/icon.svg;x=1', '/ICON.SVG', '/icon.svg.', '/icon.svg::$DATA', '/call', '/upload',
    'icon.svg', '*', '', 'http://127.0.0.1/icon.svg', `/${'a'.repeat(5000)}`, '/中文',
  ];
  for (const target of tricks) it(`refuses GET ${target.slice(0, 40) || '(nothing)'}`, async () => expectRefused(await served.ask('GET', target)));
  it('refuses a NUL and other control characters in the line itself', async () => {
    for (const letter of ['\0', '\t', '\x7f', '\x0b']) expectRefused(await served.ask('GET', `/icon.svg${letter}`));
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

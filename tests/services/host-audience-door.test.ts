import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { audienceDoor } from '../../electron/host/audience-door.js';
import { readPage } from '../../electron/host/page-files.js';
import type { Screens } from '../../electron/services/stage/screens.js';
import { fakeProgram } from '../builders/fake-program.js';
import { pageFolder, secret, startTestHost, type TestHost } from '../builders/http-host.js';
import { rawRequest } from '../builders/raw-request.js';

let desk: TestHost;
let screens: Screens;
let address: URL;
let calls = 0;

beforeAll(async () => {
  const folder = pageFolder();
  const stored = { file: join(folder, 'picture.jpg'), type: 'image/jpeg' };
  writeFileSync(stored.file, secret);
  const program = fakeProgram(
    { 'desk.profile': () => { calls += 1; return { name: { zh: secret, en: secret }, villages: [], maps: [], sample: false }; } },
    { 'media/abc.jpg': stored, 'outputs/job-1': { ...stored, saveAs: '一览表.jpg' }, 'files/abc.jpg': stored, 'uploads/u-1234567890': stored },
  );
  desk = await startTestHost(program, folder);
  screens = audienceDoor(() => ({ page: readPage(join(folder, 'page')) }))(program);
  address = new URL((await screens.open()).address!);
});
afterAll(async () => { await screens.close(); await desk.close(); });

const token = () => address.searchParams.get('token')!;
const port = () => Number(address.port);
/** A request to the audience's door with the cookie given and, where something is to happen, the token given. */
function knock(method: string, target: string, cookie: string, asToken = token(), body = '') {
  const headers = [`Host: ${address.host}`, `Cookie: ${cookie}`, 'Connection: close', ...(method === 'POST' ? [`Origin: ${address.origin}`, `X-Xishan-Token: ${asToken}`, 'Content-Type: application/json', `Content-Length: ${Buffer.byteLength(body)}`] : [])];
  return rawRequest(port(), [`${method} ${target} HTTP/1.1`, ...headers], body);
}
const own = () => `xishan-public-${port()}=${token()}`;
/** What the browser really sends, and what somebody who knows the desk's token could send. */
const desksCookies = () => [desk.cookie.desk, `xishan-desk-${port()}=${desk.token.desk}`, `${desk.cookie.desk}; ${own()}`];

describe('the door of the audience screen', () => {
  it('has an origin of its own and lets its own page in', async () => {
    expect(address.origin).not.toBe(desk.host.origin);
    expect(address.pathname).toBe('/audience');
    expect((await knock('GET', '/audience', own())).body).toContain(secret);
    expect((await knock('GET', '/media/abc.jpg', own())).status).toBe(200);
    expect(JSON.parse((await knock('POST', '/call', own(), token(), JSON.stringify({ name: 'public.stage', input: {} }))).body)).toMatchObject({ ok: true });
  });

  it('is the same door however often the screen is opened', async () => {
    expect((await screens.open()).address).toBe(address.href);
  });

  it('has no desk: neither its page, nor its files, nor its calls, whatever token or cookie is shown', async () => {
    for (const cookie of [...desksCookies(), own(), '']) {
      for (const target of ['/', `/?token=${desk.token.desk}`, `/?token=${token()}`, '/outputs/job-1', '/files/abc.jpg', '/uploads/u-1234567890']) {
        const reply = await knock('GET', target, cookie);
        expect([target, reply.status >= 400 && reply.status < 500, reply.body.includes(secret)]).toEqual([target, true, false]);
      }
      for (const asToken of [desk.token.desk, token(), '']) {
        const reply = await knock('POST', '/call', cookie, asToken, JSON.stringify({ name: 'desk.profile', input: {} }));
        expect(reply.body).not.toContain(secret);
      }
    }
    expect(calls).toBe(0);
  });

  it('tells the desk’s secrets to no event stream', async () => {
    const reply = await knock('GET', `/events?token=${desk.token.desk}`, desksCookies()[0]!);
    expect(reply.status).toBe(403);
  });

  it('lets a window in that the desk’s page opened, and nothing else that another origin asks for', async () => {
    const from = (target: string, mode: string, dest: string, site = 'same-site') => rawRequest(port(), [`GET ${target} HTTP/1.1`, `Host: ${address.host}`, 'Connection: close', `Cookie: ${own()}`, `Sec-Fetch-Site: ${site}`, `Sec-Fetch-Mode: ${mode}`, `Sec-Fetch-Dest: ${dest}`], '');
    expect((await from(`/audience?token=${token()}`, 'navigate', 'document')).status).toBe(303);
    expect((await from('/audience', 'navigate', 'document')).status).toBe(200);
    for (const [target, mode, dest, site] of [['/audience', 'navigate', 'iframe'], ['/audience', 'cors', 'empty'], ['/audience', 'navigate', 'document', 'cross-site'], ['/media/abc.jpg', 'no-cors', 'image'], ['/media/abc.jpg', 'navigate', 'document'], ['/events', 'cors', 'empty']] as const) {
      expect([target, mode, dest, (await from(target, mode, dest, site)).status]).toEqual([target, mode, dest, 403]);
    }
  });

  it('is gone once it is closed', async () => {
    await screens.close();
    await expect(knock('GET', '/audience', own())).rejects.toThrow();
  });
});

import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { firstSettings } from '../../data/contract.js';
import { FailureError } from '../../data/schema/failure.js';
import { eventually } from '../builders/eventually.js';
import { fakeProgram, type FakeProgram } from '../builders/fake-program.js';
import { pageFolder, secret, startTestHost, type TestHost } from '../builders/http-host.js';

let program: FakeProgram;
let served: TestHost;
const digits = '0123456789';

beforeAll(async () => {
  const folder = pageFolder();
  writeFileSync(join(folder, 'digits.bin'), digits);
  writeFileSync(join(folder, 'empty.bin'), '');
  const stored = (name: string) => ({ file: join(folder, name), type: 'application/octet-stream' });
  program = fakeProgram({}, {
    'media/digits.bin': stored('digits.bin'), 'media/empty.bin': stored('empty.bin'), 'media/gone.bin': stored('gone.bin'),
    'outputs/job-1': { ...stored('digits.bin'), saveAs: '示例乡 "一览表"（公开）\r\nX: y.xlsx' },
  });
  served = await startTestHost(program, folder);
});
afterAll(() => served.close());

describe('the entrance', () => {
  it('turns a right token into a cookie that scripts cannot read and other sites cannot send, and leaves the address', async () => {
    const reply = await served.ask('GET', `/?token=${served.token.desk}`, { Cookie: null });
    expect(reply.status).toBe(303);
    expect(reply.headers.get('location')).toBe('/');
    expect(reply.setCookie).toBe(`${served.cookie.desk}; Path=/; HttpOnly; SameSite=Strict`);
  });
  it('gives the page its token and a nonce of its own, under a policy that lets nothing else in', async () => {
    const reply = await served.ask('GET', '/');
    expect(reply.body).toContain(`<meta name="xishan-token" content="${served.token.desk}">`);
    const nonce = /<meta name="csp-nonce" content="([^"]+)">/.exec(reply.body)?.[1];
    const policy = reply.headers.get('content-security-policy') ?? '';
    expect(policy).toContain(`'nonce-${nonce}'`);
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/http|\*|script-src[^;]*unsafe|unsafe-eval/);
    expect((await served.ask('GET', '/')).body).not.toContain(nonce);
  });
  it('hands the audience page the audience’s token and never the desk’s', async () => {
    const reply = await served.ask('GET', '/audience', {}, '', 'public');
    expect(reply.body).toContain(served.token.public);
    expect(reply.body).not.toContain(served.token.desk);
  });
  it('lets the name localhost in as well', async () => {
    const host = `localhost:${served.host.port}`;
    expect((await served.ask('GET', '/', { Host: host })).status).toBe(200);
    expect((await served.ask('POST', '/call', { Host: host, Origin: `http://${host}` }, '{"name":"ledger.status"}')).status).toBe(200);
  });
  it('makes different tokens at every start', async () => {
    const other = await startTestHost(program);
    expect(other.token.desk).not.toBe(served.token.desk);
    expect(other.token.desk).not.toBe(other.token.public);
    expect(Buffer.from(other.token.desk, 'base64url')).toHaveLength(32);
    await other.close();
  });
  it('listens on 127.0.0.1 alone', async () => {
    expect(served.host.origin).toBe(`http://127.0.0.1:${served.host.port}`);
    await expect(fetch(`http://[::1]:${served.host.port}/`)).rejects.toThrow();
  });
});

describe('files', () => {
  it('serves the page’s files with their type and letters, hashed ones for good', async () => {
    const script = await served.ask('GET', '/assets/main-abc.js');
    expect(script.status).toBe(200);
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(script.headers.get('cache-control')).toContain('immutable');
    expect(script.body).toContain('中文');
    expect((await served.ask('GET', '/icon.svg')).headers.get('cache-control')).toBe('no-cache');
  });
  it('sends the guards with every answer', async () => {
    for (const target of ['/', '/icon.svg', '/media/digits.bin', '/nothing']) {
      const { headers } = await served.ask('GET', target);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(headers.get('content-security-policy')).toContain("object-src 'none'");
    }
  });
  const ranges: readonly [string, string, string][] = [
    ['bytes=0-3', '0123', 'bytes 0-3/10'], ['bytes=7-', '789', 'bytes 7-9/10'], ['bytes=-2', '89', 'bytes 8-9/10'], ['bytes=8-99', '89', 'bytes 8-9/10'], ['bytes=-99', digits, 'bytes 0-9/10'],
  ];
  for (const [range, body, contentRange] of ranges) {
    it(`answers ${range} with that part`, async () => {
      const reply = await served.ask('GET', '/media/digits.bin', { Range: range });
      expect([reply.status, reply.body, reply.headers.get('content-range'), reply.headers.get('content-length')]).toEqual([206, body, contentRange, String(body.length)]);
    });
  }
  it('refuses a range that begins behind the end, and ignores one it cannot read', async () => {
    const outside = await served.ask('GET', '/media/digits.bin', { Range: 'bytes=10-' });
    expect([outside.status, outside.headers.get('content-range')]).toEqual([416, 'bytes */10']);
    for (const range of ['bytes=0-1,4-5', 'lines=1-2', 'bytes=5-2', 'bytes=-', 'bytes=a-b']) expect((await served.ask('GET', '/media/digits.bin', { Range: range })).body).toBe(digits);
  });
  it('sends an unchanged file once, and a part only of the file that was meant', async () => {
    const etag = (await served.ask('GET', '/media/digits.bin')).headers.get('etag') ?? '';
    const again = await served.ask('GET', '/media/digits.bin', { 'If-None-Match': etag });
    expect([again.status, again.body]).toEqual([304, '']);
    expect((await served.ask('GET', '/media/digits.bin', { Range: 'bytes=0-1', 'If-Range': etag })).status).toBe(206);
    expect((await served.ask('GET', '/media/digits.bin', { Range: 'bytes=0-1', 'If-Range': '"other"' })).body).toBe(digits);
  });
  it('answers HEAD without a body, an empty file with nothing, and a file that is gone with 404', async () => {
    const head = await served.ask('HEAD', '/media/digits.bin');
    expect([head.status, head.headers.get('content-length'), head.body]).toEqual([200, '10', '']);
    const empty = await served.ask('GET', '/media/empty.bin');
    expect([empty.status, empty.headers.get('content-length'), empty.body]).toEqual([200, '0', '']);
    expect((await served.ask('GET', '/media/gone.bin')).status).toBe(404);
  });
  it('keeps media for good and an output not at all, which is saved under its own name in any language', async () => {
    expect((await served.ask('GET', '/media/digits.bin')).headers.get('cache-control')).toContain('immutable');
    const output = await served.ask('GET', '/outputs/job-1');
    expect(output.headers.get('cache-control')).toBe('no-store');
    const disposition = output.headers.get('content-disposition') ?? '';
    expect(decodeURIComponent(disposition.split("UTF-8''")[1] ?? '')).toBe('示例乡 "一览表"（公开）\r\nX: y.xlsx');
    expect(output.headers.has('x')).toBe(false);
  });
});

describe('calls and uploads', () => {
  it('carries a call there and back, with Chinese in it', async () => {
    const reply = await served.ask('POST', '/call', {}, JSON.stringify({ name: 'settings.set', input: { operator: '王小溪' } }));
    expect(JSON.parse(reply.body)).toEqual({ ok: true, value: { ...firstSettings, operator: '王小溪' } });
  });
  it('refuses a body that is no call', async () => {
    for (const body of ['', '{', 'null', '[]', '"x"', '7']) expect((await served.ask('POST', '/call', {}, body)).status).toBe(400);
  });
  it('refuses a body over 64 MB before reading it, announced or not', async () => {
    expect((await served.ask('POST', '/call', { 'Content-Length': String(65 * 1024 * 1024) }, '{')).status).toBe(413);
    // Sent in pieces, without a length; 66 of them, so that a host that reads on cannot fill the memory of the test.
    const piece = `100000\r\n${'x'.repeat(1024 * 1024)}\r\n`;
    const response = await served.ask('POST', '/call', { 'Content-Length': null, 'Transfer-Encoding': 'chunked' }, `${piece.repeat(66)}0\r\n\r\n`).then(({ status }) => status, () => 'cut off');
    expect([413, 'cut off']).toContain(response);
  });
  it('passes an upload’s bytes on under the last part of its name', async () => {
    const reply = await served.ask('POST', `/upload?name=${encodeURIComponent('../..\\闲置农房.csv')}`, { 'Content-Type': 'application/octet-stream' }, Buffer.from([0, 255, 1, 254]));
    expect(JSON.parse(reply.body)).toEqual({ ok: true, value: { uploadId: 'upload-1' } });
    expect(program.uploads[0]).toEqual({ name: '闲置农房.csv', bytes: Buffer.from([0, 255, 1, 254]) });
  });
  it('refuses an upload without a name, with a control character in it, or announced as over 512 MB', async () => {
    const raw = { 'Content-Type': 'application/octet-stream' };
    for (const query of ['', '?name=', '?name=a%00b', '?name=a%0ab', `?name=${'x'.repeat(256)}`]) expect((await served.ask('POST', `/upload${query}`, raw)).status).toBe(400);
    expect((await served.ask('POST', '/upload?name=a', { ...raw, 'Content-Length': String(513 * 1024 * 1024) }, 'x')).status).toBe(413);
    expect(program.uploads).toHaveLength(1);
  });
  it('answers with the program’s own sentence when it refuses a file', async () => {
    const refusing = { ...fakeProgram(), acceptUpload: () => Promise.reject(new FailureError('too-large', { zh: '太大', en: 'Too large' }, { file: 'a.csv' })) };
    const other = await startTestHost(refusing);
    const reply = await other.ask('POST', '/upload?name=a.csv', { 'Content-Type': 'application/octet-stream' }, 'x');
    expect(JSON.parse(reply.body)).toEqual({ ok: false, failure: { code: 'too-large', message: { zh: '太大', en: 'Too large' }, place: { file: 'a.csv' } } });
    await other.close();
  });
});

describe('events', () => {
  async function listen(circle: 'desk' | 'public', query = '') {
    const leave = new AbortController();
    const response = await fetch(`${served.host.origin}/events${query}`, { headers: { cookie: served.cookie[circle] }, signal: leave.signal });
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    const letters = new TextDecoder();
    let text = '';
    const until = async (mark: string) => {
      while (!text.includes(mark)) {
        const { done, value } = await reader.read();
        if (done) throw new Error(`the stream ended before ${mark}`);
        text += letters.decode(value, { stream: true });
      }
      return text;
    };
    await until(': ready');
    return { until, leave: () => leave.abort(), type: response.headers.get('content-type') };
  }
  it('reach a page in order, with their payload', async () => {
    const page = await listen('desk', `?token=${served.token.desk}`);
    expect(page.type).toBe('text/event-stream; charset=utf-8');
    program.say('ledger.opened', { sample: true });
    program.say('settings.changed', { ...firstSettings, language: 'en', theme: 'dark', operator: '王' });
    const text = await page.until('settings.changed');
    const messages = text.split('\n').filter((line) => line.startsWith('data: ')).map((line) => JSON.parse(line.slice(6)) as unknown);
    expect(messages).toEqual([{ name: 'ledger.opened', payload: { sample: true } }, { name: 'settings.changed', payload: { ...firstSettings, language: 'en', theme: 'dark', operator: '王' } }]);
    page.leave();
  });
  it('tell an audience nothing of jobs and settings', async () => {
    const page = await listen('public', `?token=${served.token.public}`);
    program.say('settings.changed', { ...firstSettings, language: 'en', theme: 'dark', operator: secret });
    program.say('job.changed', { jobId: secret, job: { state: 'cancelled' } });
    program.say('ledger.changed', { seq: 9, assets: [], projects: [], tours: [], profile: false });
    expect(await page.until('ledger.changed')).not.toContain(secret);
    page.leave();
  });
  it('stop listening to the program when the page leaves', async () => {
    await eventually(() => expect([program.listenerCount(), served.host.listeners()]).toEqual([0, 0]));
  });
});

it('closes at once, even while a page listens', async () => {
  const other = await startTestHost(fakeProgram());
  const response = await fetch(`${other.host.origin}/events`, { headers: { cookie: other.cookie.desk } });
  const ended = response.text().then(() => 'ended', () => 'ended');
  await other.close();
  expect(await ended).toBe('ended');
  await expect(fetch(`${other.host.origin}/`)).rejects.toThrow();
  rmSync(other.folder, { recursive: true, force: true });
});

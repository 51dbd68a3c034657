import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Program } from '../../electron/services/program.js';
import { readPage } from '../../electron/host/page-files.js';
import { serveHttp, type HttpHost } from '../../electron/host/serve-http.js';
import { rawRequest, type RawReply } from './raw-request.js';

/** A word that stands in every file a host under test serves; no refusal may hold it. */
export const secret = 'SECRET-CONTENT';

export interface TestHost {
  readonly host: HttpHost;
  readonly folder: string;
  /** The token of a circle, read from its entrance. */
  readonly token: Readonly<Record<'desk' | 'public', string>>;
  readonly cookie: Readonly<Record<'desk' | 'public', string>>;
  /** A request of our own page, with what is given changed; `null` takes a header away. */
  ask(method: string, target: string, change?: Record<string, string | null>, body?: string | Buffer, circle?: 'desk' | 'public'): Promise<RawReply>;
  close(): Promise<void>;
}

/** A folder with a built page of three files. */
export function pageFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'xishan-host-'));
  mkdirSync(join(folder, 'page/assets'), { recursive: true });
  writeFileSync(join(folder, 'page/index.html'), `<!doctype html><html><head><title>${secret}</title></head><body></body></html>`);
  writeFileSync(join(folder, 'page/assets/main-abc.js'), `export default '${secret} 中文';`);
  writeFileSync(join(folder, 'page/icon.svg'), `<svg>${secret}</svg>`);
  writeFileSync(join(folder, 'outside.txt'), secret);
  return folder;
}

/** A host as a test knocks at it: its tokens and cookies, and requests as our own page makes them. */
export function testHostOf(host: HttpHost, folder: string): Omit<TestHost, 'close'> {
  const tokenOf = (circle: 'desk' | 'public') => new URL(host.entrance(circle)).searchParams.get('token') ?? '';
  const token = { desk: tokenOf('desk'), public: tokenOf('public') };
  const cookie = { desk: `xishan-desk-${host.port}=${token.desk}`, public: `xishan-public-${host.port}=${token.public}` };
  return {
    host, folder, token, cookie,
    ask(method, target, change = {}, body = '', circle = 'desk') {
      const headers: Record<string, string | null> = {
        Host: `127.0.0.1:${host.port}`, Cookie: cookie[circle], Connection: 'close',
        ...(method === 'POST' ? { Origin: host.origin, 'X-Xishan-Token': token[circle], 'Content-Type': 'application/json', 'Content-Length': String(Buffer.byteLength(body)) } : {}),
        ...change,
      };
      return rawRequest(host.port, [`${method} ${target} HTTP/1.1`, ...Object.entries(headers).flatMap(([name, value]) => (value === null ? [] : [`${name}: ${value}`]))], body);
    },
  };
}

/** Serves a program with a small page over real HTTP. */
export async function startTestHost(program: Program, folder = pageFolder()): Promise<TestHost> {
  const host = await serveHttp({ program, page: readPage(join(folder, 'page')) });
  return {
    ...testHostOf(host, folder),
    async close() {
      await host.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

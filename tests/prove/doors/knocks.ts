import type { TestHost } from '../../builders/http-host.js';
import type { RawReply } from '../../builders/raw-request.js';

/** A request as our own page makes it, which is answered; what is changed about it makes a stranger's of it. `null` takes a header away. */
export interface Door {
  readonly name: string;
  readonly method: 'GET' | 'POST';
  readonly target: string;
  readonly headers?: Readonly<Record<string, string | null>>;
  readonly body?: string | Buffer;
}
type Change = Readonly<Record<string, string | null>>;
/** A way in which a request is not plainly of our own page. */
export interface Knock { readonly what: string; readonly change: Change; /** The doors that it is tried at. */ readonly at: (door: Door) => boolean }

const everywhere = () => true;
const isPost = ({ method }: Door) => method === 'POST';
/** The entrance with a token in its address needs no cookie. */
const needsCookie = ({ target }: Door) => !target.includes('token=');

const hosts = (port: number) => [
  'evil.example', 'localhost', '127.0.0.1', '127.0.0.1:1', 'evil.example:80', '[::1]:80', '0.0.0.0:80', '', `127.0.0.1:${port}.evil.example`, `127.0.0.1:${port}@evil.example`, `127.0.0.1.evil.example:${port}`, `0177.0.0.1:${port}`, `2130706433:${port}`, `[::ffff:127.0.0.1]:${port}`, `127.0.0.1:0${port}`, `LOCALHOST:${port}`,
];
const origins = (port: number) => ['http://evil.example', 'null', 'https://127.0.0.1', `http://127.0.0.1:${port + 1}`, `https://127.0.0.1:${port}`, `http://localhost:${port}`, `http://127.0.0.1:${port}.evil.example`, `http://127.0.0.1:${port}/`, 'app://xishan', 'file://', ''];
/** The content types that a form or a script of another site can send without asking first. */
const formTypes = ['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain', 'text/plain; application/json', '', null];
/** The token of some earlier start. */
const old = 'A'.repeat(43);

/** Every way of knocking that must be refused at a host, whoever else may come in. */
export function knocks({ host: { port }, token }: Pick<TestHost, 'host' | 'token'>): Knock[] {
  const cookie = (value: string, name = `xishan-desk-${port}`) => `${name}=${value}`;
  const { desk } = token;
  return [
    ...hosts(port).map((host): Knock => ({ what: `host ${host || '(empty)'}`, change: { Host: host }, at: everywhere })),
    { what: 'no host', change: { Host: null }, at: everywhere },
    { what: 'two hosts', change: { host: 'evil.example' }, at: everywhere },
    { what: 'a forwarded host', change: { 'X-Forwarded-Host': `127.0.0.1:${port}`, Host: 'evil.example' }, at: everywhere },
    ...origins(port).map((origin): Knock => ({ what: `origin ${origin || '(empty)'}`, change: { Origin: origin }, at: everywhere })),
    ...['cross-site', 'same-site', 'other'].map((site): Knock => ({ what: `fetched ${site}`, change: { 'Sec-Fetch-Site': site }, at: everywhere })),
    { what: 'no origin', change: { Origin: null }, at: isPost },
    { what: 'no cookie', change: { Cookie: null }, at: needsCookie },
    ...['', old, desk.slice(0, -1), desk.slice(1), `${desk}x`, token.public, desk.toLowerCase(), `"${desk}"`, desk.replace(/./g, '%61')].map((value, at): Knock => ({ what: `cookie ${at} (empty, old, short, long, of the audience, in small letters, quoted, encoded)`, change: { Cookie: cookie(value) }, at: needsCookie })),
    { what: 'a cookie of another port', change: { Cookie: cookie(desk, 'xishan-desk-1') }, at: needsCookie },
    { what: 'a cookie of another name', change: { Cookie: cookie(desk, `xishan-${port}`) }, at: needsCookie },
    ...[null, '', old, desk.slice(0, 20), `${desk}x`, token.public].map((value, at): Knock => ({ what: `page token ${at} (none, empty, old, short, long, of the audience)`, change: { 'X-Xishan-Token': value }, at: isPost })),
    ...formTypes.map((type): Knock => ({ what: `content type ${type ?? '(none)'}`, change: { 'Content-Type': type }, at: isPost })),
  ];
}

/** Words that no refusal may hold. */
export type Secrets = readonly string[];

/**
 * True when a request was refused with no data at all: a status of 400 to 499, no cookie, no way on, and for a body nothing or one
 * plain sentence in both languages of at most 120 characters that holds none of the secrets.
 */
export function isRefused({ status, headers, setCookie, body }: RawReply, secrets: Secrets): boolean {
  // An empty body in chunks is nothing either.
  const isEmpty = body === '' || (headers.get('transfer-encoding') === 'chunked' && body === '0\r\n\r\n');
  const isSentence = isEmpty || (headers.get('content-type') === 'text/plain; charset=utf-8' && /^[^\n]{1,119}\n$/.test(body) && /[\u4e00-\u9fff].*[A-Za-z]{3}/.test(body));
  return status >= 400 && status < 500 && setCookie === undefined && !headers.has('location') && isSentence && !secrets.some((secret) => body.includes(secret));
}

const knockAt = (served: Pick<TestHost, 'ask'>, { method, target, headers, body }: Door, change: Change) => served.ask(method, target, { ...headers, ...change }, body);
const shown = ({ status, body }: RawReply) => `${status} ${JSON.stringify(body.slice(0, 80))}`;

/** Knocks in every way at every door; answers with how often, and with every knock that was not refused. */
export async function knockEverywhere(served: Pick<TestHost, 'host' | 'token' | 'ask'>, doors: readonly Door[], secrets: Secrets): Promise<{ tried: number; faults: string[] }> {
  const faults: string[] = [];
  let tried = 0;
  for (const door of doors) {
    for (const { what, change, at } of knocks(served)) {
      if (!at(door)) continue;
      tried += 1;
      const reply = await knockAt(served, door, change);
      if (!isRefused(reply, secrets)) faults.push(`${door.name} with ${what}: ${shown(reply)}`);
    }
  }
  return { tried, faults };
}

/** The doors that do not open to our own page, at which knocking proves nothing. */
export async function shutDoors(served: Pick<TestHost, 'ask'>, doors: readonly Door[]): Promise<string[]> {
  const faults: string[] = [];
  for (const door of doors) {
    // An event stream stays open, so that it opens is seen by other means.
    if (door.target === '/events') continue;
    const reply = await knockAt(served, door, {});
    if (reply.status >= 400 || reply.status < 200) faults.push(`${door.name} does not open to our own page: ${shown(reply)}`);
  }
  return faults;
}

import type { CallCircle } from '../../data/contract.js';
import { refusal, type Answer } from './answer.js';
import { entries } from './resolve-resource.js';
import { circleOfToken, sameToken, type Tokens } from './tokens.js';

/** What the doors look at in a request; nothing here reads its body. */
export interface Knock {
  readonly method: string;
  /** The request target as it stood on the wire. */
  readonly target: string;
  /** Names and values alternating, as they stood on the wire. */
  readonly rawHeaders: readonly string[];
}
export interface House {
  readonly port: number;
  readonly tokens: Tokens;
}
export type Verdict =
  | { readonly kind: 'refused'; readonly answer: Answer }
  /** A right token in the address: the cookie is set and the address is left behind. */
  | { readonly kind: 'welcome'; readonly answer: Answer }
  | { readonly kind: 'resource'; readonly path: string; readonly circle: CallCircle }
  | { readonly kind: 'events'; readonly circle: CallCircle }
  | { readonly kind: 'call'; readonly circle: CallCircle }
  | { readonly kind: 'upload'; readonly name: string };

const refused = (status: number, sentence: string): Verdict => ({ kind: 'refused', answer: refusal(status, sentence, { connection: 'close' }) });

/** Every value of a header; a header that should stand once and stands twice is a trick, so nothing is joined. */
function valuesOf(rawHeaders: readonly string[], name: string): string[] {
  const values: string[] = [];
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) if (rawHeaders[at]?.toLowerCase() === name) values.push(rawHeaders[at + 1] ?? '');
  return values;
}
const onlyOne = (rawHeaders: readonly string[], name: string) => {
  const values = valuesOf(rawHeaders, name);
  return values.length === 1 ? values[0] : undefined;
};

/** Cookies of 127.0.0.1 are shared by all its ports, so the port is part of the name. */
export const cookieName = (circle: CallCircle, port: number) => `xishan-${circle}-${port}`;

function cookies(rawHeaders: readonly string[]): Map<string, string> {
  return new Map(valuesOf(rawHeaders, 'cookie').flatMap((line) => line.split(';')).flatMap((pair) => {
    const cut = pair.indexOf('=');
    return cut < 0 ? [] : [[pair.slice(0, cut).trim(), pair.slice(cut + 1).trim()] as const];
  }));
}

function circlesOfCookies(rawHeaders: readonly string[], { port, tokens }: House): ReadonlySet<CallCircle> {
  const jar = cookies(rawHeaders);
  return new Set((['desk', 'public'] as const).filter((circle) => sameToken(jar.get(cookieName(circle, port)) ?? '', tokens[circle])));
}

const needsEntry = '请从溪山程序打开本页。 Open this page from the Xishan program.';

function enter(path: string, query: URLSearchParams, house: House): Verdict {
  const given = query.getAll('token');
  const circle = circleOfToken(given.length === 1 ? given[0] : undefined, house.tokens);
  if (!circle || entries[circle] !== path) return refused(403, needsEntry);
  return { kind: 'welcome', answer: { status: 303, headers: {
    location: path,
    'set-cookie': `${cookieName(circle, house.port)}=${house.tokens[circle]}; Path=/; HttpOnly; SameSite=Strict`,
    'cache-control': 'no-store',
  } } };
}

/** A request that makes something happen: besides the cookie it shows the page's own token, origin and content type. */
function post(path: string, query: URLSearchParams, rawHeaders: readonly string[], own: string, circles: ReadonlySet<CallCircle>, house: House): Verdict {
  if (onlyOne(rawHeaders, 'origin') !== own) return refused(403, '来源不对。 Wrong origin.');
  const circle = circleOfToken(onlyOne(rawHeaders, 'x-xishan-token'), house.tokens);
  if (!circle || !circles.has(circle)) return refused(403, '令牌不对。 Wrong token.');
  const type = (onlyOne(rawHeaders, 'content-type') ?? '').split(';')[0]?.trim().toLowerCase();
  if (path === '/call') return type === 'application/json' ? { kind: 'call', circle } : refused(415, '只收 JSON。 JSON only.');
  if (path !== '/upload') return refused(404, '没有这一项。 There is no such thing.');
  if (circle !== 'desk') return refused(403, '观众屏不能上传。 An audience screen cannot upload.');
  if (type !== 'application/octet-stream') return refused(415, '只收原始字节。 Raw bytes only.');
  const name = uploadName(query);
  return name === undefined ? refused(400, '缺文件名。 A file name is missing.') : { kind: 'upload', name };
}

/** The name that a page gives a file: the last part of it, without control characters, at most 255 letters. */
export function uploadName(query: URLSearchParams): string | undefined {
  const name = query.get('name')?.split(/[/\\]/).at(-1)?.trim();
  return !name || name.length > 255 || /[\u0000-\u001f\u007f]/.test(name) ? undefined : name;
}

/** True for a request of a window of its own, as against a picture, a frame or a script of some other page. */
const opensWindow = (rawHeaders: readonly string[]) => onlyOne(rawHeaders, 'sec-fetch-mode') === 'navigate' && onlyOne(rawHeaders, 'sec-fetch-dest') === 'document';

/** Decides on a request by its first lines alone. Everything that is not plainly our own page's is refused. */
export function judge({ method, target, rawHeaders }: Knock, house: House): Verdict {
  if (method !== 'GET' && method !== 'HEAD' && method !== 'POST') return refused(405, '不支持这种请求。 Method not allowed.');
  const host = onlyOne(rawHeaders, 'host');
  if (host !== `127.0.0.1:${house.port}` && host !== `localhost:${house.port}`) return refused(403, '主机名不对。 Wrong host.');
  // The target is never decoded: an encoded slash, a backslash or a second slash at the start simply is not a path of ours.
  if (target.length > 2048 || !/^\/(?!\/)[\x21-\x7e]*$/.test(target) || target.includes('\\')) return refused(400, '地址不对。 Bad address.');
  const own = `http://${host}`;
  const origins = valuesOf(rawHeaders, 'origin');
  if (origins.some((origin) => origin !== own)) return refused(403, '来源不对。 Wrong origin.');
  const [path = '', ...rest] = target.split('?');
  // Other programs on this machine are "same-site" to a cookie; only the browser tells them from our own page. But the desk's page opens the
  // audience's window, which is another door: a window may come from there to the public's entrance, which shows what anybody may see.
  const mayCome = ['same-origin', 'none', ...(method === 'GET' && path === entries.public && opensWindow(rawHeaders) ? ['same-site'] : [])];
  if (valuesOf(rawHeaders, 'sec-fetch-site').some((site) => !mayCome.includes(site))) return refused(403, '来源不对。 Wrong origin.');

  const query = new URLSearchParams(rest.join('?'));
  const circles = circlesOfCookies(rawHeaders, house);
  if (method === 'POST') return post(path, query, rawHeaders, own, circles, house);
  const isEntry = path === entries.desk || path === entries.public;
  if (isEntry && query.has('token')) return enter(path, query, house);
  if (path === entries.public) return circles.has('public') ? { kind: 'resource', path, circle: 'public' } : refused(403, needsEntry);
  if (path === entries.desk) return circles.has('desk') ? { kind: 'resource', path, circle: 'desk' } : refused(403, needsEntry);
  if (circles.size === 0) return refused(403, needsEntry);
  if (path === '/events' && method === 'GET') return events(query, circles, house);
  return { kind: 'resource', path, circle: circles.has('desk') ? 'desk' : 'public' };
}

/** An event stream cannot send headers of its own, so a page of a circle names it by its token in the query. */
function events(query: URLSearchParams, circles: ReadonlySet<CallCircle>, house: House): Verdict {
  if (!query.has('token')) return { kind: 'events', circle: circles.has('desk') ? 'desk' : 'public' };
  const circle = circleOfToken(query.get('token') ?? '', house.tokens);
  return circle && circles.has(circle) ? { kind: 'events', circle } : refused(403, '令牌不对。 Wrong token.');
}

import { stat } from 'node:fs/promises';
import type { CallCircle } from '../../data/contract.js';
import type { Program, Resource } from '../services/program.js';
import { refusal, type Answer } from './answer.js';
import { byteRange } from './byte-range.js';
import { fillIndex, type PageFile, type PageSource } from './page-files.js';
import { contentPolicy, mintNonce } from './security.js';

/** What a page asks for by GET, the same for both hosts. */
export interface ResourceRequest {
  /** The path as it came, neither decoded nor cut, without the query. */
  readonly path: string;
  readonly circle: CallCircle;
  header(name: string): string | undefined;
  /** Given to the page for its calls; only where calls go over HTTP. */
  readonly token?: string;
}
export interface ResourceSources {
  readonly page: PageSource;
  readonly program: Pick<Program, 'resource'>;
}

/** Where the page of each circle begins. */
export const entries: Readonly<Record<CallCircle, string>> = { desk: '/', public: '/audience' };

const forever = 'private, max-age=31536000, immutable';
/** What lies behind an id; each is the first part of an address. */
export const resourceKinds = ['media', 'maps', 'music', 'outputs', 'files', 'uploads'] as const;
/** Ids and names only: no encoded letters, no backslash, no empty part, no part that starts with a dot. */
const address = new RegExp(`^/(${resourceKinds.join('|')})(?:/[A-Za-z0-9_~@-][A-Za-z0-9_~@.-]*){1,8}$`);

/** Never for an audience, and never kept by the browser. */
const deskOnly = new Set(['outputs', 'files', 'uploads']);

/** `attachment` with the name in both spellings (RFC 6266, RFC 8187). */
export function disposition(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

const notFound = () => refusal(404, '没有这一项。 There is no such thing.');

/** Sends a file, or the stretch of it that is asked for, or nothing when the copy at hand is still good. */
async function fileAnswer(request: ResourceRequest, file: string, headers: Record<string, string>): Promise<Answer> {
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) return notFound();
  const etag = `"${found.size.toString(36)}-${Math.round(found.mtimeMs).toString(36)}"`;
  const common = { ...headers, etag, 'accept-ranges': 'bytes' };
  if (request.header('if-none-match') === etag) return { status: 304, headers: common };
  const condition = request.header('if-range');
  const range = condition === undefined || condition === etag ? byteRange(request.header('range'), found.size) : undefined;
  if (range === 'outside') return refusal(416, '没有这一段。 There is no such range.', { 'content-range': `bytes */${found.size}` });
  const { start, end } = range ?? { start: 0, end: found.size - 1 };
  return {
    status: range ? 206 : 200,
    headers: { ...common, 'content-length': String(end - start + 1), ...(range ? { 'content-range': `bytes ${start}-${end}/${found.size}` } : {}) },
    body: { file, start, end },
  };
}

const pageAnswer = (request: ResourceRequest, page: PageFile) =>
  fileAnswer(request, page.file, { 'content-type': page.type, 'cache-control': page.hashed ? forever : 'no-cache' });

function resourceAnswer(request: ResourceRequest, kind: string, resource: Resource): Answer | Promise<Answer> {
  const headers = {
    'content-type': resource.type,
    'cache-control': deskOnly.has(kind) || kind === 'music' ? 'no-store' : forever,
    ...('saveAs' in resource && resource.saveAs ? { 'content-disposition': disposition(resource.saveAs) } : {}),
  };
  return 'file' in resource ? fileAnswer(request, resource.file, headers) : { status: 200, headers, body: resource.bytes };
}

/** Answers a GET: the page of the caller's circle, a file of the page, or a medium, a map part or an output by id. */
export async function resolveResource(request: ResourceRequest, { page, program }: ResourceSources): Promise<Answer> {
  const { path, circle } = request;
  if (path === entries[circle]) {
    const nonce = mintNonce();
    return {
      status: 200,
      headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', 'content-security-policy': page.policy ?? contentPolicy(nonce) },
      body: fillIndex(await page.index(path), { nonce, ...(request.token ? { token: request.token } : {}) }),
    };
  }
  const pageFile = page.files.get(path);
  if (pageFile) return pageAnswer(request, pageFile);
  const kind = address.exec(path)?.[1];
  if (!kind || (deskOnly.has(kind) && circle !== 'desk')) return notFound();
  const resource = await program.resource(path.slice(1));
  return resource ? resourceAnswer(request, kind, resource) : notFound();
}

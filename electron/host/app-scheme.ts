import type { CallCircle } from '../../data/contract.js';
import type { Program } from '../services/program.js';
import { refusal, toResponse } from './answer.js';
import { uploadName } from './doors.js';
import type { PageSource } from './page-files.js';
import { resolveResource } from './resolve-resource.js';
import { takeUpload } from './take-call.js';

export const scheme = 'app';
export const appOrigin = 'app://xishan';

/** True for an address of our own page, whatever its path. Custom schemes have no origin in Node, so the parts are compared. */
export function isOwnAddress(address: string): boolean {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  return url?.protocol === `${scheme}:` && url.host === 'xishan' && url.username === '' && url.port === '';
}

async function* chunks(body: ReadableStream<Uint8Array> | null): AsyncGenerator<Uint8Array> {
  const reader = body?.getReader();
  for (;;) {
    const part = await reader?.read();
    if (!part || part.done) return;
    yield part.value;
  }
}

/** Answers a request to `app://xishan` by the same lists and rules as the browser host; calls go by IPC and not here. The desk's windows ask, where `circle` does not say otherwise. */
export async function serveAppScheme(request: Request, sources: { readonly page: PageSource; readonly program: Pick<Program, 'resource' | 'acceptUpload'>; readonly circle?: CallCircle }): Promise<Response> {
  const { circle = 'desk' } = sources;
  try {
    const origin = request.headers.get('origin');
    if (!isOwnAddress(request.url) || (origin !== null && origin !== appOrigin)) return toResponse(refusal(403, '来源不对。 Wrong origin.'));
    const { pathname, searchParams } = new URL(request.url);
    if (request.method === 'POST') {
      const name = uploadName(searchParams);
      if (pathname !== '/upload' || name === undefined || circle !== 'desk') return toResponse(refusal(404, '没有这一项。 There is no such thing.'));
      if (request.headers.get('content-type') !== 'application/octet-stream') return toResponse(refusal(415, '只收原始字节。 Raw bytes only.'));
      return toResponse(await takeUpload(sources.program, name, chunks(request.body), undefined));
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') return toResponse(refusal(405, '不支持这种请求。 Method not allowed.'));
    const answer = await resolveResource({ path: pathname, circle, header: (name) => request.headers.get(name) ?? undefined }, sources);
    return toResponse(answer, request.method !== 'HEAD');
  } catch (error) {
    console.error('[app]', error);
    return toResponse(refusal(500, '程序内部出错。 Something went wrong.'));
  }
}

import { createReadStream } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { guardHeaders } from './security.js';

/** What a host sends back, before it is written to a socket or handed to Electron. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array | { readonly file: string; readonly start: number; readonly end: number };
}

/** A refusal: a status and one plain sentence, and none of the data. */
export const refusal = (status: number, sentence: string, headers: Record<string, string> = {}): Answer => ({
  status, headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', ...headers }, body: `${sentence}\n`,
});

/** A value as JSON. */
export const jsonAnswer = (value: unknown): Answer => ({
  status: 200, headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' }, body: JSON.stringify(value),
});

/** Writes an answer to an HTTP response. */
export async function writeAnswer(answer: Answer, response: ServerResponse, withBody = true): Promise<void> {
  const { body } = answer;
  const bytes = typeof body === 'string' ? Buffer.from(body, 'utf8') : body instanceof Uint8Array ? body : undefined;
  response.writeHead(answer.status, { ...guardHeaders, ...answer.headers, ...(bytes ? { 'content-length': bytes.length } : {}) });
  if (!withBody || body === undefined) response.end();
  else if (bytes) response.end(bytes);
  else if (typeof body === 'object' && 'file' in body) {
    if (body.end < body.start) response.end();
    else await pipeline(createReadStream(body.file, { start: body.start, end: body.end }), response);
  }
}

/** The same answer for `protocol.handle`. */
export function toResponse(answer: Answer, withBody = true): Response {
  const { body } = answer;
  const stream = !withBody || body === undefined ? null
    : typeof body === 'string' || body instanceof Uint8Array ? (body as Uint8Array<ArrayBuffer>)
    : body.end < body.start ? null
    : Readable.toWeb(createReadStream(body.file, { start: body.start, end: body.end })) as ReadableStream;
  return new Response(stream, { status: answer.status, headers: { ...guardHeaders, ...answer.headers } });
}

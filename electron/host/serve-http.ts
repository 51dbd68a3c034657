import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CallCircle } from '../../data/contract.js';
import type { Program } from '../services/program.js';
import { refusal, writeAnswer, type Answer } from './answer.js';
import { createDispatch, printFault, type Report } from './dispatch.js';
import { judge, type House, type Verdict } from './doors.js';
import { openEventStream } from './event-stream.js';
import type { PageSource } from './page-files.js';
import { entries, resolveResource, resourceKinds } from './resolve-resource.js';
import { takeCall, takeUpload } from './take-call.js';
import { mintTokens } from './tokens.js';

export interface HttpHostOptions {
  readonly program: Program;
  readonly page: PageSource;
  /** The circles that are let in; left out: all. Nobody is ever told the token of another, so its pages, calls and files are not there. */
  readonly circles?: readonly CallCircle[];
  /** 0 or nothing: any free port. */
  readonly port?: number;
  /** Told of errors that nothing foresaw; left out: they are printed. */
  readonly report?: Report;
  /** Answers what is neither a call nor a file of the program; for the development server alone. */
  readonly fallback?: (request: IncomingMessage, response: ServerResponse) => void;
}
export interface HttpHost {
  readonly port: number;
  readonly origin: string;
  /** The address that lets a browser in as a circle. Throws for one that this door does not let in. */
  entrance(circle: CallCircle): string;
  /** How many pages listen for events now. */
  listeners(): number;
  close(): Promise<void>;
}

/** What is the program's own and never the development server's. */
const reserved = new RegExp(`^/(${[...resourceKinds, 'call', 'upload', 'events', 'audience'].join('|')})(/|$)`);
const isReserved = (path: string) => reserved.test(path) || path === '/';

/** Serves the page, the calls, the events and the files to browsers on this machine, and to nobody else. */
export async function serveHttp({ program, page, circles = ['desk', 'public'], port = 0, report = printFault, fallback }: HttpHostOptions): Promise<HttpHost> {
  const tokens = mintTokens();
  const dispatch = createDispatch(program.handlers, report);
  const streams = new Set<ServerResponse>();
  let house: House = { port, tokens };

  async function answerTo(verdict: Exclude<Verdict, { kind: 'events' }>, request: IncomingMessage): Promise<Answer> {
    const declared = request.headers['content-length'] === undefined ? undefined : Number(request.headers['content-length']);
    switch (verdict.kind) {
      case 'refused':
      case 'welcome': return verdict.answer;
      case 'call': return takeCall(dispatch, verdict.circle, request, declared);
      case 'upload': return takeUpload(program, verdict.name, request, declared);
      case 'resource': return resolveResource({
        path: verdict.path, circle: verdict.circle, token: tokens[verdict.circle],
        header: (name) => { const value = request.headers[name]; return Array.isArray(value) ? undefined : value; },
      }, { page, program });
    }
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const verdict = judge({ method: request.method ?? '', target: request.url ?? '', rawHeaders: request.rawHeaders }, house);
    if (verdict.kind === 'events') {
      streams.add(response);
      response.on('close', () => streams.delete(response));
      openEventStream(program, verdict.circle, response);
    } else if (verdict.kind === 'resource' && fallback && !isReserved(verdict.path)) {
      fallback(request, response);
    } else {
      await writeAnswer(await answerTo(verdict, request), response, request.method !== 'HEAD');
    }
  }

  const server = createServer((request, response) => {
    response.on('error', () => undefined);
    answer(request, response).catch((error: unknown) => {
      // A browser that leaves in the middle of a file is no fault of ours.
      if (!request.destroyed && !response.destroyed) report('http', error);
      if (response.headersSent) response.destroy();
      else void writeAnswer(refusal(500, '程序内部出错。 Something went wrong.'), response);
    });
  });
  server.on('clientError', (_error, socket) => { if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n'); });

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host: '127.0.0.1', exclusive: true }, resolve);
  });
  house = { port: (server.address() as AddressInfo).port, tokens };
  const origin = `http://127.0.0.1:${house.port}`;
  return {
    port: house.port,
    origin,
    entrance: (circle) => {
      if (!circles.includes(circle)) throw new Error(`This door does not let the circle ${circle} in.`);
      return `${origin}${entries[circle]}?token=${tokens[circle]}`;
    },
    listeners: () => streams.size,
    close: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
  };
}

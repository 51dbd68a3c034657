import type { Readable, Writable } from 'node:stream';

/** A message of the engine that answers no command: what happened, and in which page. */
export interface EngineEvent { readonly method: string; readonly params: Readonly<Record<string, unknown>>; readonly sessionId: string | undefined }

/** Chromium's own debugging protocol over two pipes: messages are JSON, each ended by a zero byte. */
export interface EnginePipe {
  /** Sends a command, to the whole engine or to one page; fails with the engine's words when it refuses or is gone. */
  send(method: string, params?: object, sessionId?: string): Promise<Record<string, unknown>>;
  on(listener: (event: EngineEvent) => void): void;
  /** Fails all that is still waited for. */
  end(reason: string): void;
}

interface Message { readonly id?: number; readonly method?: string; readonly params?: Record<string, unknown>; readonly sessionId?: string; readonly result?: Record<string, unknown>; readonly error?: { readonly message: string } }

/** Speaks with an engine that was started with --remote-debugging-pipe: it reads from `input`, we read from `output`. */
export function openEnginePipe(input: Writable, output: Readable): EnginePipe {
  const waiting = new Map<number, { resolve: (result: Record<string, unknown>) => void; reject: (error: Error) => void }>();
  const listeners = new Set<(event: EngineEvent) => void>();
  let count = 0;
  let gone: string | undefined;
  let parts: Buffer[] = [];

  function take(text: string): void {
    const { id, method, params = {}, sessionId, result, error } = JSON.parse(text) as Message;
    if (id === undefined) {
      if (method !== undefined) for (const listener of listeners) listener({ method, params, sessionId });
      return;
    }
    const asked = waiting.get(id);
    waiting.delete(id);
    if (error) asked?.reject(new Error(error.message));
    else asked?.resolve(result ?? {});
  }
  function end(reason: string): void {
    gone ??= reason;
    for (const { reject } of waiting.values()) reject(new Error(gone));
    waiting.clear();
  }
  // A PDF comes as one message of many megabytes: its pieces are put together once, at the end.
  output.on('data', (chunk: Buffer) => {
    let from = 0;
    for (let at = chunk.indexOf(0); at >= 0; at = chunk.indexOf(0, from)) {
      parts.push(chunk.subarray(from, at));
      take(Buffer.concat(parts).toString('utf8'));
      parts = [];
      from = at + 1;
    }
    if (from < chunk.length) parts.push(chunk.subarray(from));
  });
  output.on('close', () => end('The engine closed its pipe.'));
  output.on('error', () => end('The engine closed its pipe.'));
  input.on('error', () => end('The engine closed its pipe.'));

  return {
    send(method, params = {}, sessionId) {
      if (gone !== undefined) return Promise.reject(new Error(gone));
      const id = ++count;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        input.write(`${JSON.stringify({ id, method, params, ...(sessionId ? { sessionId } : {}) })}\0`);
      });
    },
    on: (listener) => { listeners.add(listener); },
    end,
  };
}

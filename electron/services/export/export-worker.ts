import './old-buffers.js';
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { parentPort } from 'node:worker_threads';
import type { SheetHead, SheetRow } from '../../../data/rules/export/sheet.js';
import { openBook, type BookWriter } from './xlsx-sheet.js';

/** What the program sends to the worker, in this order: one start, then each sheet with its rows in slices, one end. */
export type ToWorker =
  | { readonly kind: 'start'; readonly file: string; readonly today: string }
  | { readonly kind: 'sheet'; readonly head: SheetHead }
  | { readonly kind: 'rows'; readonly rows: readonly SheetRow[] }
  | { readonly kind: 'end' };
/** What the worker answers: `taken` for each slice, then `done` or `failed` once. */
export type FromWorker =
  | { readonly kind: 'taken' }
  | { readonly kind: 'done'; readonly cut: number }
  | { readonly kind: 'failed'; readonly code: string; readonly message: string };

/** Writes one workbook in a thread of its own, so that the program stays free to answer. */
export function serveExport(port: NonNullable<typeof parentPort>): void {
  let writer: BookWriter | undefined;
  let closed: Promise<unknown> | undefined;
  const say = (message: FromWorker) => port.postMessage(message);
  const fail = (error: unknown) => {
    const { code, message } = error as NodeJS.ErrnoException;
    say({ kind: 'failed', code: code ?? '', message: message ?? String(error) });
  };
  port.on('message', (message: ToWorker) => {
    void (async () => {
      if (message.kind === 'start') {
        const stream = createWriteStream(message.file, { flags: 'wx' });
        stream.on('error', fail);
        closed = once(stream, 'close');
        writer = openBook(stream, message.today);
      } else if (message.kind === 'sheet') {
        writer?.begin(message.head);
      } else if (message.kind === 'rows') {
        for (const row of message.rows) writer?.add(row);
        say({ kind: 'taken' });
      } else if (writer) {
        const { cut } = await writer.finish();
        await closed;
        say({ kind: 'done', cut });
      }
    })().catch(fail);
  });
}

if (parentPort) serveExport(parentPort);

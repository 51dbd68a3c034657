import { Worker } from 'node:worker_threads';
import type { SheetRow, StreamedSheet, TableSheet } from '../../../data/rules/export/sheet.js';
import { text, type Text } from '../../../data/schema/text.js';
import type { FromWorker, ToWorker } from './export-worker.js';
import { pace } from '../../storage/slices.js';
import { throwIfCancelled } from './finished-file.js';

export interface XlsxOptions {
  /** The day of making, 2026-11-23. */
  readonly today: string;
  /** The built `export-worker.js`; it lies beside the program's own bundle. */
  readonly workerFile?: URL | string | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** About 2 ms of making and copying rows. */
const rowsInOneGo = 50;
/** Slices on the way to the worker at one time; more would only fill memory. */
const mostUnderWay = 4;

/** Writes tables as the sheets of an .xlsx workbook, in a worker thread, and tells of the first one's records as they are done; rows are made and sent in slices, so that the event loop stays free. */
export async function writeXlsx(file: string, tables: readonly (TableSheet | StreamedSheet)[], { today, workerFile, onProgress, signal }: XlsxOptions): Promise<Text[]> {
  throwIfCancelled(signal);
  const worker = new Worker(workerFile ?? new URL('./export-worker.js', import.meta.url));
  const conversation = follow(worker, signal);
  try {
    const send = (message: ToWorker) => worker.postMessage(message);
    send({ kind: 'start', file, today });
    const steps = pace();
    const total = tables[0]?.recordCount ?? 0;
    let done = 0;
    let slice: SheetRow[] = [];
    const sendSlice = async () => {
      send({ kind: 'rows', rows: slice });
      slice = [];
      await conversation.roomFor(mostUnderWay);
      onProgress?.(done, total);
      if (steps.isDue) await steps.rest();
    };
    for (const [at, table] of tables.entries()) {
      send({ kind: 'sheet', head: table.head });
      for await (const row of table.rows()) {
        slice.push(row);
        if (row.kind === 'record' && at === 0) done += 1;
        if (slice.length >= rowsInOneGo) await sendSlice();
      }
      await sendSlice();
    }
    send({ kind: 'end' });
    const cut = await conversation.done;
    return cut === 0 ? [] : [text(
      `有 ${cut} 格文字超过 Excel 单元格上限（32767 字），末尾已截去，以「…」为记。要保全请导出 CSV。`,
      `${cut} texts were longer than an Excel cell can hold (32,767 characters) and were cut, marked with “…”. Export as CSV to keep them whole.`,
    )];
  } finally {
    await worker.terminate();
  }
}

/** Listens to the worker: lets the sender wait for room, and tells how it ended. */
function follow(worker: Worker, signal: AbortSignal | undefined) {
  let underWay = 0;
  let wake: (() => void) | undefined;
  let settleDone!: (cut: number) => void;
  let settleFailed!: (error: unknown) => void;
  const done = new Promise<number>((resolve, reject) => { settleDone = resolve; settleFailed = reject; });
  done.catch(() => undefined); // It may fail while the sender waits for room; the failure is then thrown from there.
  const failed = (error: unknown) => settleFailed(error);
  worker.on('message', (message: FromWorker) => {
    if (message.kind === 'taken') { underWay -= 1; wake?.(); }
    else if (message.kind === 'done') settleDone(message.cut);
    else failed(Object.assign(new Error(message.message), message.code ? { code: message.code } : {}));
  });
  worker.on('error', failed);
  worker.on('exit', () => failed(new Error('The export worker ended before its work was done.')));
  const cancel = () => { try { throwIfCancelled(signal); } catch (error) { failed(error); } };
  signal?.addEventListener('abort', cancel, { once: true });
  void done.finally(() => signal?.removeEventListener('abort', cancel)).catch(() => undefined);
  return {
    done,
    /** Counts a slice as sent and waits until fewer than `most` are under way. */
    async roomFor(most: number): Promise<void> {
      underWay += 1;
      while (underWay >= most) await Promise.race([new Promise<void>((resolve) => { wake = resolve; }), done]);
      throwIfCancelled(signal);
    },
  };
}

import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { open, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { carriesNoun } from '../../../data/rules/merge/carried.js';
import { FailureError } from '../../../data/schema/failure.js';
import { recordSchemas } from '../../../data/schema/ledger.js';
import { checkZip, unpackZip } from '../import/check-zip.js';
import { writeZip } from '../web/zip-file.js';
import { exchangeFormat, exchangeHeadSchema, exchangeRecordSchema, isNewer, mediaEntry, names, type ExchangeHead, type ExchangeRecord } from './exchange-format.js';
import type { ExchangeAnswer, ExchangeTask } from './exchange-messages.js';
import { refuseExchange } from './exchange-refusals.js';

// Packing and unpacking run here, apart from the main thread: neither a large file nor a hostile one holds up the program.
const port = parentPort;
if (!port) throw new Error('This file runs as a worker only.');
const say = (message: ExchangeAnswer) => port.postMessage(message);
/** Records told at once: a few milliseconds of the main thread. */
const portion = 100;
/** Media unpacked in one pass through the archive. */
const mediaAtOnce = 40;

const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');

async function pack({ file, head, records, media }: ExchangeTask & { kind: 'pack' }): Promise<void> {
  const handle = await open(file, 'wx');
  try {
    await writeZip(handle, (async function* () {
      const lines = await readFile(records);
      const unsigned = { ...(JSON.parse(head) as object), records: sha256(lines) };
      yield { name: names.head, bytes: Buffer.from(JSON.stringify({ ...unsigned, checksum: sha256(JSON.stringify(unsigned)) })) };
      yield { name: names.records, bytes: lines };
      for (const [at, { name, path }] of media.entries()) {
        say({ kind: 'progress', done: at, total: media.length });
        yield { name, bytes: await readFile(path) };
      }
    })());
  } finally {
    await handle.close();
  }
  say({ kind: 'done' });
}

/** The head, when it is one of ours, of a version that we know, and as it was written. */
function headOf(bytes: Buffer | undefined, name: string): ExchangeHead {
  const found = (() => { try { return JSON.parse(bytes?.toString('utf8') ?? '') as Record<string, unknown>; } catch { return undefined; } })();
  if (found?.['format'] !== exchangeFormat) throw bytes && bytes.includes(exchangeFormat) ? refuseExchange.damaged(name) : refuseExchange.foreign(name);
  if (isNewer(found)) throw refuseExchange.newer(name);
  const { checksum, ...unsigned } = found;
  const head = exchangeHeadSchema.safeParse(found);
  if (!head.success || checksum !== sha256(JSON.stringify(unsigned))) throw refuseExchange.damaged(name);
  return head.data;
}

/** The records of the file; each satisfies its schema, and none is of a kind that the file may not hold. */
function recordsOf(bytes: Buffer | undefined, head: ExchangeHead, name: string): ExchangeRecord[] {
  if (!bytes || sha256(bytes) !== head.records) throw refuseExchange.damaged(name);
  const lines = bytes.toString('utf8').split('\n').filter((line) => line !== '');
  return lines.map((line, at) => {
    if (at % 500 === 0) say({ kind: 'progress', done: at, total: lines.length });
    const read = exchangeRecordSchema.safeParse(parsed(line));
    if (!read.success || !carriesNoun(head.circle, read.data.noun)) throw refuseExchange.damaged(name);
    const { noun, id, record } = read.data;
    const isSound = record === null || (recordSchemas[noun].safeParse(record).success && (noun === 'profile' || record['id'] === id));
    if (!isSound) throw refuseExchange.damaged(name);
    return read.data;
  });
}

function parsed(line: string): unknown {
  try { return JSON.parse(line); } catch { return undefined; }
}

async function unpack({ file, name, folder }: ExchangeTask & { kind: 'unpack' }): Promise<void> {
  const bytes = await readFile(file);
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw refuseExchange.foreign(name);
  const { entries } = await checkZip(bytes, name, (found) => found.includes(names.head));
  if (!entries.includes(names.head)) throw refuseExchange.foreign(name);
  const stranger = entries.find((entry) => entry !== names.head && entry !== names.records && !mediaEntry.test(entry));
  const inside = await unpackZip(bytes, name, (entry) => entry === names.head || entry === names.records);
  const head = headOf(inside.get(names.head), name);
  if (stranger !== undefined) throw refuseExchange.stranger(name, stranger);
  const records = recordsOf(inside.get(names.records), head, name);
  const media = entries.filter((entry) => mediaEntry.test(entry));
  for (let from = 0; from < media.length; from += mediaAtOnce) {
    say({ kind: 'progress', done: from, total: media.length });
    const wanted = new Set(media.slice(from, from + mediaAtOnce));
    for (const [entry, content] of await unpackZip(bytes, name, (other) => wanted.has(other))) {
      // Its name is what it holds: any other would be shown as somebody's photo.
      if (sha256(content) !== basename(entry).slice(0, 64)) throw refuseExchange.damaged(name);
      await writeFile(join(folder, entry.replaceAll('/', '-')), content, { mode: 0o600 });
    }
  }
  for (let from = 0; from < records.length; from += portion) {
    say({ kind: 'records', records: records.slice(from, from + portion) });
    // Asked for one by one: many at once would be taken over in one go, and the program would stand still meanwhile.
    await once(port as NonNullable<typeof port>, 'message');
  }
  say({ kind: 'done', head, media });
}

async function slice({ file, book }: ExchangeTask & { kind: 'slice' }): Promise<void> {
  // The library that writes workbooks is large, and the other two tasks do without it.
  const { writeSlice } = await import('./write-slice.js');
  await writeFile(file, await writeSlice(book, (done, total) => say({ kind: 'progress', done, total })), { flag: 'wx' });
  say({ kind: 'done' });
}

port.once('message', (task: ExchangeTask) => {
  const work = task.kind === 'pack' ? pack(task) : task.kind === 'slice' ? slice(task) : unpack(task);
  work.catch((error: unknown) => say(error instanceof FailureError
    ? { kind: 'failed', failure: error.failure, message: error.message }
    : { kind: 'failed', ...((error as { code?: string }).code ? { code: (error as { code: string }).code } : {}), message: String(error) }))
    // Nothing more is asked of it.
    .finally(() => port.close());
});

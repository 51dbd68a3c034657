import { createHash } from 'node:crypto';
import type { Adapter } from 'lowdb';
import type { RawLedger } from '../../data/schema/migrations.js';
import { writeDurably, type Disk } from './disk.js';
import { pace, sliceBytes } from './slices.js';

/*
 * ledger.json is plain JSON for any reader. It is laid out so that it can be written and read in slices: one record to a
 * line, and as the last member a sha-256 over all the bytes before it.
 */

const format = 'xishan-ledger';

/** What ledger.json holds: the data and the number of the last change in it. Records of an older schema are not checked yet. */
export interface LedgerDocument extends RawLedger {
  readonly schema: number;
  readonly seq: number;
}

/** ledger.json is there but cannot be trusted; `reason` is for the log and the tests. */
export class DamagedFile extends Error {
  constructor(readonly reason: string) {
    super(reason);
    this.name = 'DamagedFile';
  }
}

/** The lists in the order in which they stand in the file; versions before the third have no tours. */
const listOrder = ['tours', 'projects', 'assets'] as const;
const firstWithTours = 3;

const trailerStart = '"checksum":"';
const trailer = (hash: string) => `${trailerStart}${hash}"}\n`;
const trailerLength = trailer('0'.repeat(64)).length;

/** The bytes of ledger.json, in slices. */
export function* ledgerBytes(document: LedgerDocument): Generator<Uint8Array> {
  const hash = createHash('sha256');
  let text = `{"format":"${format}","schema":${document.schema},"seq":${document.seq},\n"profile":${JSON.stringify(document.profile)},\n`;
  const slice = () => {
    const bytes = Buffer.from(text);
    hash.update(bytes);
    text = '';
    return bytes;
  };
  for (const list of listOrder) {
    text += `"${list}":[\n`;
    const records = document[list];
    for (let at = 0; at < records.length; at += 1) {
      text += JSON.stringify(records[at]);
      text += at + 1 < records.length ? ',\n' : '\n';
      if (text.length >= sliceBytes) yield slice();
    }
    text += '],\n';
  }
  yield slice();
  yield Buffer.from(trailer(hash.digest('hex')));
}

async function checkWhole(bytes: Buffer): Promise<void> {
  const end = bytes.length - trailerLength;
  if (end < 0) throw new DamagedFile(bytes.length === 0 ? 'empty' : 'too short');
  const hash = createHash('sha256');
  const steps = pace();
  for (let from = 0; from < end; from += sliceBytes) {
    hash.update(bytes.subarray(from, Math.min(from + sliceBytes, end)));
    if (steps.isDue) await steps.rest();
  }
  if (bytes.toString('latin1', end) !== trailer(hash.digest('hex'))) throw new DamagedFile('checksum');
}

/** The records of the list that begins at `from`, and where it ended. A line of `],` ends it: inside a record no line breaks. */
async function parseList(bytes: Buffer, from: number): Promise<{ records: unknown[]; end: number }> {
  const close = bytes.indexOf('\n],\n', from - 1);
  if (close === -1) throw new DamagedFile('unfinished list');
  const records: unknown[] = [];
  const steps = pace();
  for (let at = from; at < close;) {
    const lineEnd = bytes.indexOf(0x0a, Math.min(at + sliceBytes, close));
    const text = bytes.toString('utf8', at, lineEnd);
    for (const record of JSON.parse(`[${text.endsWith(',') ? text.slice(0, -1) : text}]`) as unknown[]) records.push(record);
    at = lineEnd + 1;
    if (steps.isDue) await steps.rest();
  }
  return { records, end: close + 4 };
}

const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value) && value >= 0;

/**
 * Reads the bytes of a ledger.json. Throws `DamagedFile` when a bit of it is not as it was written.
 * `newest` is the schema version that the layout is known of; a later one is parsed as a whole.
 */
export async function parseLedger(bytes: Buffer, newest: number): Promise<LedgerDocument> {
  await checkWhole(bytes);
  try {
    const headEnd = bytes.indexOf(0x0a);
    const head = JSON.parse(`${bytes.toString('utf8', 0, headEnd).slice(0, -1)}}`) as { format?: unknown; schema?: unknown; seq?: unknown };
    if (head.format !== format || !isCount(head.schema) || !isCount(head.seq)) throw new DamagedFile('not a ledger');
    const { schema, seq } = head;
    if (schema > newest) {
      const whole = JSON.parse(bytes.toString('utf8')) as Partial<RawLedger>;
      return { schema, seq, profile: whole.profile, assets: whole.assets ?? [], projects: whole.projects ?? [], tours: whole.tours ?? [] };
    }
    const profileEnd = bytes.indexOf(0x0a, headEnd + 1);
    const profile = (JSON.parse(`{${bytes.toString('utf8', headEnd + 1, profileEnd - 1)}}`) as { profile: unknown }).profile;
    const records: Record<(typeof listOrder)[number], unknown[]> = { tours: [], projects: [], assets: [] };
    let end = profileEnd + 1;
    for (const list of listOrder) {
      if (list === 'tours' && schema < firstWithTours) continue;
      const parsed = await parseList(bytes, bytes.indexOf(0x0a, end) + 1);
      records[list] = parsed.records;
      end = parsed.end;
    }
    return { schema, seq, profile, ...records };
  } catch (error) {
    throw error instanceof DamagedFile ? error : new DamagedFile('unparsable');
  }
}

/** lowdb's door to ledger.json, durable where lowdb's own is not: its writer never calls fsync (see the facts on saving). */
export class LedgerFile implements Adapter<LedgerDocument> {
  /** The length of the file in bytes, as far as it is known. */
  length = 0;

  /** `beforeReplacing` runs when the new file is safe on disk and the old one is still in its place; it may refuse by throwing. */
  constructor(readonly disk: Disk, readonly path: string, readonly newestSchema: number, readonly beforeReplacing?: () => Promise<void>) {}

  /** The document; `null` when there is no file. Throws `DamagedFile`. */
  async read(): Promise<LedgerDocument | null> {
    if (!(await this.disk.stat(this.path))) return null;
    const bytes = await this.disk.readFile(this.path);
    this.length = bytes.length;
    return parseLedger(bytes, this.newestSchema);
  }

  async write(document: LedgerDocument): Promise<void> {
    const write = async (append: (bytes: Uint8Array) => Promise<void>) => {
      // Each append waits for the disk, so the loop of events turns between two slices.
      for (const bytes of ledgerBytes(document)) await append(bytes);
    };
    this.length = await writeDurably(this.disk, this.path, write, this.beforeReplacing);
  }
}

import { createHash } from 'node:crypto';
import type { Change, ChangeEntry } from '../../data/schema/change.js';
import type { Text } from '../../data/schema/text.js';
import { pace, sliceBytes } from './slices.js';

/*
 * One change is one line of JSON: a short head, the entries, and a sha-256 over all the bytes of the line before it.
 * A tab, which JSON allows between values and never inside a string, stands before the first entry, between two entries and
 * after the last: so the head is read without the entries, and a change of 60,000 entries is written and read in slices.
 */

/** What a line says before its entries. `schema` is the version that its records are written in, `count` the number of entries. */
export interface LineHead {
  readonly seq: number;
  readonly at: string;
  readonly by: string;
  readonly label: Text;
  readonly undoes?: number;
  readonly redoes?: number;
  readonly schema: number;
  readonly count: number;
}

/** A line found in a file: its head, and where it stands, without the line feed. */
export interface Line extends LineHead {
  readonly offset: number;
  readonly length: number;
}

const trailerStart = ',"checksum":"';
const trailer = (hash: string) => `${trailerStart}${hash}"}`;
const trailerLength = trailer('0'.repeat(64)).length;
const lineFeed = 0x0a;

/** The bytes of a change's line, line feed included, in slices. */
export async function lineOf(change: Change, schema: number): Promise<Buffer[]> {
  const { entries, ...rest } = change;
  const head: LineHead = { ...rest, schema, count: entries.length };
  const hash = createHash('sha256');
  const slices: Buffer[] = [];
  const steps = pace();
  let text = `${JSON.stringify(head).slice(0, -1)},"entries":[\t`;
  const cut = () => {
    const bytes = Buffer.from(text);
    hash.update(bytes);
    slices.push(bytes);
    text = '';
  };
  for (let at = 0; at < entries.length; at += 1) {
    text += at === 0 ? JSON.stringify(entries[at]) : `,\t${JSON.stringify(entries[at])}`;
    if (text.length >= sliceBytes) cut();
    if ((at & 15) === 15 && steps.isDue) await steps.rest();
  }
  text += '\t]';
  cut();
  slices.push(Buffer.from(`${trailer(hash.digest('hex'))}\n`));
  return slices.length <= 4 ? [Buffer.concat(slices)] : slices;
}

/** True when a line's bytes, without the line feed, are as they were written. */
export async function isWhole(line: Buffer): Promise<boolean> {
  const end = line.length - trailerLength;
  if (end < 0) return false;
  const hash = createHash('sha256');
  const steps = pace();
  for (let from = 0; from < end; from += sliceBytes) {
    hash.update(line.subarray(from, Math.min(from + sliceBytes, end)));
    if (steps.isDue) await steps.rest();
  }
  return line.toString('latin1', end) === trailer(hash.digest('hex'));
}

function headOf(line: Buffer): LineHead | undefined {
  const tab = line.indexOf(0x09);
  try {
    const { entries: _, ...head } = JSON.parse(`${line.toString('utf8', 0, tab)}]}`) as LineHead & { entries: unknown };
    return Number.isInteger(head.seq) && head.seq > 0 ? head : undefined;
  } catch {
    return undefined;
  }
}

/** Puts records that are at hand in place of an entry's copies of them, so that those of a big change need no room. */
export type Share = (entry: ChangeEntry) => ChangeEntry;

/** The change of a line's bytes, without the line feed; nothing when they are not as they were written. */
export async function parseLine(line: Buffer, share?: Share): Promise<Change | undefined> {
  const head = (await isWhole(line)) ? headOf(line) : undefined;
  return head && { ...changeHead(head), entries: await entriesOf(line, share) };
}

/** A line's head without what only the file needs. */
export function changeHead({ seq, at, by, label, undoes, redoes }: LineHead): Omit<Change, 'entries'> {
  return { seq, at, by, label, ...(undoes === undefined ? {} : { undoes }), ...(redoes === undefined ? {} : { redoes }) };
}

/** Where the entries of a line stand in it, one after the other. */
export function* entrySpans(line: Buffer): Generator<{ readonly at: number; readonly length: number }> {
  const end = line.length - trailerLength - 2;
  for (let at = line.indexOf(0x09) + 1; at < end;) {
    const comma = line.indexOf(',\t', at);
    const entryEnd = comma === -1 || comma > end ? end : comma;
    yield { at, length: entryEnd - at };
    at = entryEnd + 2;
  }
}

/** The entries of a line whose checksum has been verified. */
export async function entriesOf(line: Buffer, share: Share = (entry) => entry): Promise<ChangeEntry[]> {
  const entries: ChangeEntry[] = [];
  const end = line.length - trailerLength - 2;
  const steps = pace();
  for (let at = line.indexOf(0x09) + 1; at < end;) {
    const comma = at + sliceBytes < end ? line.indexOf(',\t', at + sliceBytes) : -1;
    const sliceEnd = comma === -1 || comma > end ? end : comma;
    for (const entry of JSON.parse(`[${line.toString('utf8', at, sliceEnd)}]`) as ChangeEntry[]) entries.push(share(entry));
    at = sliceEnd + 2;
    if (steps.isDue) await steps.rest();
  }
  return entries;
}

/**
 * What a journal file holds. `whole`: every byte belongs to a good line. `torn`: the end is an append that was cut short, which
 * nobody was told had succeeded. `broken`: bytes that were once good are not any more.
 */
export interface JournalScan {
  readonly lines: readonly Line[];
  readonly state: 'whole' | 'torn' | 'broken';
  /** Bytes up to the end of the last good line before the first bad byte, its line feed included. */
  readonly goodLength: number;
  /** The last good line lacks its line feed. */
  readonly isUnfinished: boolean;
}

const sectorBytes = 512;

/**
 * True when the zeros from a place on are such as an append leaves whose sectors did not all come: each run begins where the append or
 * a sector does, and ends with a sector or the file. Text has no zeros, so any others were put there later.
 */
function lacksWholeSectors(bytes: Buffer, from: number): boolean {
  for (let at = bytes.indexOf(0, from); at !== -1;) {
    let end = at;
    while (end < bytes.length && bytes[end] === 0) end += 1;
    if ((at !== from && at % sectorBytes !== 0) || (end !== bytes.length && end % sectorBytes !== 0)) return false;
    at = bytes.indexOf(0, end);
  }
  return true;
}

/** Finds the good lines of a journal. A line feed that was itself damaged is bridged by looking for the checksum before it. */
export async function scanJournal(bytes: Buffer): Promise<JournalScan> {
  const lines: Line[] = [];
  const steps = pace();
  let state: JournalScan['state'] = 'whole';
  let goodLength = 0;
  let isUnfinished = false;
  for (let from = 0; from < bytes.length;) {
    if (steps.isDue) await steps.rest();
    const feed = bytes.indexOf(lineFeed, from);
    const end = feed === -1 ? bytes.length : feed;
    const line = bytes.subarray(from, end);
    const head = (await isWhole(line)) ? headOf(line) : undefined;
    if (head) {
      lines.push({ ...head, offset: from, length: line.length });
      isUnfinished = feed === -1;
      if (state === 'whole') goodLength = isUnfinished ? end : end + 1;
      from = end + 1;
      continue;
    }
    const mark = bytes.subarray(from, end).indexOf(trailerStart);
    const markEnd = from + mark + trailerLength;
    const first = mark === -1 || markEnd >= end ? undefined : bytes.subarray(from, markEnd);
    const firstHead = first && (await isWhole(first)) ? headOf(first) : undefined;
    if (first && firstHead) {
      // Two lines with a damaged line feed between, or a good line with something after it.
      lines.push({ ...firstHead, offset: from, length: first.length });
      if (state === 'whole') goodLength = markEnd;
      isUnfinished = true;
      from = markEnd + (bytes[markEnd] === 0x7b ? 0 : 1);
      state = from >= bytes.length && feed === -1 ? 'torn' : 'broken';
      continue;
    }
    // An append that was cut short ends without a line feed, or its last blocks never came and read as zeros.
    const isTail = feed === -1 || feed === bytes.length - 1;
    if (isTail && (feed === -1 || line.includes(0)) && lacksWholeSectors(bytes, from) && state !== 'broken') state = 'torn';
    else state = 'broken';
    from = end + 1;
  }
  return { lines, state, goodLength, isUnfinished };
}

import type { ChangeEntry } from '../../data/schema/change.js';
import type { Disk, DiskFile } from './disk.js';
import type { History, Part } from './history.js';
import { entrySpans, isWhole, type Line } from './journal-line.js';
import type { ChangeReader, EntryPlace, PlacedEntry } from './kept-ledger.js';
import { pace } from './slices.js';


/** Bytes looked through at once for an identity: a few milliseconds. */
const windowBytes = 1 << 20;
/** Bytes taken around a find at first; most entries are far smaller. */
const aroundBytes = 1 << 15;

/**
 * Reads single entries out of a ledger's journals, so that what lies between two days or belongs to one record can be told
 * without holding it all in memory. Files stay open until `close`.
 */
export class JournalReader implements ChangeReader {
  readonly #files = new Map<Part, Promise<DiskFile | undefined>>();

  constructor(private readonly disk: Disk, private readonly history: History) {}

  async close(): Promise<void> {
    for (const opening of this.#files.values()) await (await opening)?.close().catch(() => undefined);
    this.#files.clear();
  }

  #fileOf(part: Part): Promise<DiskFile | undefined> {
    let opening = this.#files.get(part);
    if (!opening) this.#files.set(part, (opening = this.disk.open(part.path, 'read').catch(() => undefined)));
    return opening;
  }

  /** So many entries of a change from one on; nothing when the change cannot be read. */
  async page(seq: number, offset: number, limit: number): Promise<ChangeEntry[] | undefined> {
    const bytes = await this.#line(seq);
    if (!bytes) return undefined;
    const entries: ChangeEntry[] = [];
    const steps = pace();
    let number = 0;
    for (const { at, length } of entrySpans(bytes)) {
      if (number >= offset + limit) break;
      if (number >= offset) entries.push(JSON.parse(bytes.toString('utf8', at, at + length)) as ChangeEntry);
      number += 1;
      if ((number & 255) === 0 && steps.isDue) await steps.rest();
    }
    return entries;
  }

  /** The bytes of a change's line; nothing when it is not on record or not as it was written. */
  async #line(seq: number): Promise<Buffer | undefined> {
    const found = await this.history.find(seq);
    const file = found && (await this.#fileOf(found.part));
    const bytes = found && (await file?.read(found.line.offset, found.line.length));
    return bytes && bytes.length === found.line.length && (await isWhole(bytes)) ? bytes : undefined;
  }

  /** The entries of a change, one after the other; nothing (false) when the line is not on record or not as it was written. */
  async eachEntry(seq: number, take: (placed: PlacedEntry) => void): Promise<boolean> {
    const bytes = await this.#line(seq);
    if (!bytes) return false;
    const steps = pace();
    for (const { at, length } of entrySpans(bytes)) {
      take({ entry: JSON.parse(bytes.toString('utf8', at, at + length)) as ChangeEntry, place: { seq, at, length } });
      if (steps.isDue) await steps.rest();
    }
    return true;
  }

  /** One entry again; nothing when its journal is gone by now. */
  async entry({ seq, at, length }: EntryPlace): Promise<ChangeEntry | undefined> {
    const found = await this.history.find(seq);
    const file = found && (await this.#fileOf(found.part));
    const bytes = found && (await file?.read(found.line.offset + at, length));
    try {
      return bytes ? (JSON.parse(bytes.toString('utf8')) as ChangeEntry) : undefined;
    } catch {
      return undefined;
    }
  }

  /** The changes below number `before` that touched a record, newest first, each with the entry about it. */
  async *about(noun: ChangeEntry['noun'], id: string, before = Infinity): AsyncGenerator<{ readonly line: Line; readonly entry: ChangeEntry }> {
    for await (const { part, lines } of this.history.parts()) {
      if (part.first >= before) continue;
      const file = await this.#fileOf(part);
      if (!file) continue;
      const inOrder = [...lines.values()].filter((line) => line.seq < before).sort((one, other) => one.offset - other.offset);
      const hits = await hitsIn(file, Buffer.from(`"id":${JSON.stringify(id)}`), inOrder);
      for (const line of [...hits.keys()].sort((one, other) => other.seq - one.seq)) {
        for (const hit of hits.get(line) ?? []) {
          const entry = await entryAround(file, line, hit);
          if (entry?.noun !== noun || entry.id !== id) continue;
          yield { line, entry };
          break;
        }
      }
    }
  }
}

/** Where the needle stands in the lines of a file: for each line that has it, the places in the file. */
async function hitsIn(file: DiskFile, needle: Buffer, lines: readonly Line[]): Promise<Map<Line, number[]>> {
  const hits = new Map<Line, number[]>();
  const last = lines.at(-1);
  const end = last ? last.offset + last.length : 0;
  let next = 0;
  for (let from = 0; from < end; from += windowBytes) {
    // Windows overlap by the needle, so that one on the border is seen once.
    const bytes = await file.read(from, Math.min(windowBytes + needle.length - 1, end - from));
    for (let found = bytes.indexOf(needle); found !== -1; found = bytes.indexOf(needle, found + 1)) {
      const position = from + found;
      while (next < lines.length && position >= (lines[next] as Line).offset + (lines[next] as Line).length) next += 1;
      const line = lines[next];
      if (line && position >= line.offset) hits.set(line, [...(hits.get(line) ?? []), position]);
    }
  }
  return hits;
}

/** The entry that stands around a place of a file. A tab is before and after each entry and never within one. */
async function entryAround(file: DiskFile, line: Line, position: number): Promise<ChangeEntry | undefined> {
  const lineEnd = line.offset + line.length;
  for (let around = aroundBytes; ; around *= 8) {
    const from = Math.max(line.offset, position - around);
    const to = Math.min(lineEnd, position + around);
    const bytes = await file.read(from, to - from);
    const start = bytes.lastIndexOf(0x09, position - from);
    const end = bytes.indexOf(0x09, position - from);
    if (start !== -1 && end !== -1) {
      const text = bytes.toString('utf8', start + 1, end);
      try {
        return JSON.parse(text.endsWith(',') ? text.slice(0, -1) : text) as ChangeEntry;
      } catch {
        return undefined;
      }
    }
    if (from === line.offset && to === lineEnd) return undefined;
  }
}

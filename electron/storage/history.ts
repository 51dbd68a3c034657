import { join } from 'node:path';
import type { ChangeSummary } from '../../data/contract.js';
import type { Change } from '../../data/schema/change.js';
import type { Disk } from './disk.js';
import { ChangeTrail } from './change-trail.js';
import type { JournalFile } from './folder-names.js';
import { changeHead, parseLine, scanJournal, type Line, type LineHead, type Share } from './journal-line.js';

/** A journal file and what is known of its lines. */
export interface Part { readonly path: string; readonly first: number; readonly last: number; lines?: Map<number, Line> }

/**
 * The changes of a ledger, read from its journals: the current one is known from opening, older files are read when somebody
 * asks for what they hold. Also answers which change undo or redo would take back, which follows from the journal alone.
 */
export class History extends ChangeTrail {
  /** Moved journals, oldest first. */
  #parts: Part[];
  #current: Part;

  constructor(readonly disk: Disk, readonly folder: string, rotated: readonly JournalFile[], lines: readonly Line[], schemaVersion: number) {
    super(schemaVersion);
    this.#parts = rotated.map(({ name, first, last }) => ({ path: join(folder, 'snapshots', name), first, last }));
    this.#current = this.#begin(lines);
  }

  #begin(lines: readonly Line[]): Part {
    return { path: join(this.folder, 'journal.jsonl'), first: 0, last: Infinity, lines: new Map(lines.map((line) => [line.seq, line])) };
  }

  /** The lowest and highest change in the current journal, or nothing when it is empty. */
  get span(): { first: number; last: number } | undefined {
    const seqs = [...(this.#current.lines?.keys() ?? [])];
    return seqs.length === 0 ? undefined : { first: seqs[0] as number, last: seqs[seqs.length - 1] as number };
  }

  add(line: Line): void {
    this.#current.lines?.set(line.seq, line);
  }

  /** The current journal was moved to `path` and begun anew. */
  rotate(path: string, first: number, last: number): void {
    const lines = this.#current.lines;
    this.#parts.push({ path, first, last, ...(lines ? { lines } : {}) });
    this.#current = this.#begin([]);
  }

  forget(names: readonly string[]): void {
    this.#parts = this.#parts.filter((part) => !names.some((name) => part.path.endsWith(name)));
  }

  async #linesOf(part: Part): Promise<Map<number, Line>> {
    if (!part.lines) {
      const bytes = await this.disk.readFile(part.path).catch(() => undefined);
      part.lines = new Map(bytes ? (await scanJournal(bytes)).lines.map((line) => [line.seq, line]) : []);
    }
    return part.lines;
  }

  /** The journal files, newest first, each with its lines by number. */
  async *parts(): AsyncGenerator<{ readonly part: Part; readonly lines: ReadonlyMap<number, Line> }> {
    for (const part of [this.#current, ...this.#parts.toReversed()]) yield { part, lines: await this.#linesOf(part) };
  }

  /** The file and the line of a change; nothing when it is not, or no longer, on record. */
  async find(seq: number): Promise<{ part: Part; line: Line } | undefined> {
    for (const part of [this.#current, ...this.#parts.toReversed()]) {
      if (seq < part.first || seq > part.last) continue;
      const line = (await this.#linesOf(part)).get(seq);
      if (line) return { part, line };
    }
    return undefined;
  }

  async head(seq: number): Promise<LineHead | undefined> {
    return (await this.find(seq))?.line;
  }

  /** A change with its records; nothing when it is no longer on record or cannot be read. */
  async change(seq: number, share?: Share): Promise<Change | undefined> {
    // The journal may be moved between looking up and reading; then it is found at its new place.
    for (let attempt = 0; attempt < 2; attempt += 1) {
      const found = await this.find(seq);
      if (!found) return undefined;
      const file = await this.disk.open(found.part.path, 'read').catch(() => undefined);
      if (!file) continue;
      try {
        const change = await parseLine(await file.read(found.line.offset, found.line.length), share);
        if (change?.seq === seq) return change;
      } finally {
        await file.close();
      }
    }
    return undefined;
  }

  /** Changes with a number below `before`, newest first. */
  async list(limit: number, before = Infinity): Promise<ChangeSummary[]> {
    const found: ChangeSummary[] = [];
    let below = before;
    for (const part of [this.#current, ...this.#parts.toReversed()]) {
      if (found.length >= limit) break;
      if (part.first >= below) continue;
      const lines = [...(await this.#linesOf(part)).values()].sort((one, other) => other.seq - one.seq);
      for (const line of lines) {
        if (line.seq >= below || found.length >= limit) continue;
        found.push({ ...changeHead(line), count: line.count });
        below = line.seq;
      }
    }
    return found;
  }
}

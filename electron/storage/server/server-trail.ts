import type { ChangeSummary } from '../../../data/contract.js';
import type { Change, ChangeEntry } from '../../../data/schema/change.js';
import { ChangeTrail, type TrailPart } from '../change-trail.js';
import { changeHead, type LineHead, type Share } from '../journal-line.js';
import type { ChangeReader, EntryPlace, PlacedEntry } from '../kept-ledger.js';
import type { Queries } from './connection.js';

/** Heads read in one trip, and entries. */
const headsAtOnce = 1_000;
const entriesAtOnce = 500;
const changesAtOnce = 50;
const headColumns = 'seq, at, by, label, undoes, redoes, schema, count';

/** A row says null for what is not there. */
type HeadRow = Omit<LineHead, 'undoes' | 'redoes'> & { readonly undoes: number | null; readonly redoes: number | null };
const headOf = ({ undoes, redoes, ...head }: HeadRow): LineHead => (
  { ...head, ...(undoes === null ? {} : { undoes }), ...(redoes === null ? {} : { redoes }) }
);

/** The changes of a ledger on a server. What is on record there is never altered, so what was read once is known for good. */
export class ServerTrail extends ChangeTrail implements ChangeReader {
  readonly #heads = new Map<number, LineHead>();

  constructor(private readonly queries: Queries, schemaVersion: number) {
    super(schemaVersion);
  }

  async #below(before: number, limit: number): Promise<LineHead[]> {
    const heads = (await this.queries.rows<HeadRow>(`SELECT ${headColumns} FROM xishan.changes WHERE seq < $1 ORDER BY seq DESC LIMIT $2`, [Math.min(before, 2 ** 31 - 1), limit])).map(headOf);
    for (const head of heads) this.#heads.set(head.seq, head);
    return heads;
  }

  /** A change that was just made, so that it need not be asked for. */
  add(head: LineHead): void { this.#heads.set(head.seq, head); }

  /** The next changes after number `seq` with all that they hold, in order; none when it is the last. */
  async after(seq: number): Promise<Change[]> {
    const found = await this.queries.rows<HeadRow & { entry: ChangeEntry }>(
      `SELECT c.seq, c.at, c.by, c.label, c.undoes, c.redoes, c.schema, c.count, e.entry FROM xishan.changes c JOIN xishan.entries e ON e.seq = c.seq WHERE c.seq > $1 AND c.seq <= $2 ORDER BY c.seq, e.ordinal`, [seq, seq + changesAtOnce]);
    const changes = new Map<number, Change>();
    for (const { entry, ...row } of found) {
      const head = headOf(row);
      if (!changes.has(head.seq)) changes.set(head.seq, { ...changeHead(head), entries: [] });
      changes.get(head.seq)?.entries.push(entry);
    }
    return [...changes.values()];
  }

  async *parts(): AsyncGenerator<TrailPart> {
    for (let before = Infinity; ;) {
      const heads = await this.#below(before, headsAtOnce);
      const [newest, oldest] = [heads[0], heads.at(-1)];
      if (!newest || !oldest) return;
      yield { part: { first: oldest.seq, last: newest.seq }, lines: new Map(heads.map((head) => [head.seq, head])) };
      before = oldest.seq;
    }
  }

  async head(seq: number): Promise<LineHead | undefined> {
    if (seq < 1) return undefined;
    if (!this.#heads.has(seq)) await this.#below(seq + 1, 50);
    return this.#heads.get(seq);
  }

  async list(limit: number, before = Infinity): Promise<ChangeSummary[]> {
    return (await this.#below(before, limit)).map((head) => ({ ...changeHead(head), count: head.count }));
  }

  async change(seq: number, share: Share = (entry) => entry): Promise<Change | undefined> {
    const head = await this.head(seq);
    if (!head) return undefined;
    const entries: ChangeEntry[] = [];
    return (await this.eachEntry(seq, ({ entry }) => entries.push(share(entry)))) ? { ...changeHead(head), entries } : undefined;
  }

  async page(seq: number, offset: number, limit: number): Promise<ChangeEntry[] | undefined> {
    if (!(await this.head(seq))) return undefined;
    const found = await this.queries.rows<{ entry: ChangeEntry }>('SELECT entry FROM xishan.entries WHERE seq = $1 AND ordinal > $2 ORDER BY ordinal LIMIT $3', [seq, offset, limit]);
    return found.map(({ entry }) => entry);
  }

  async eachEntry(seq: number, take: (placed: PlacedEntry) => void): Promise<boolean> {
    for (let offset = 0; ; offset += entriesAtOnce) {
      const entries = await this.page(seq, offset, entriesAtOnce);
      if (!entries) return false;
      entries.forEach((entry, at) => take({ entry, place: { seq, at: offset + at + 1, length: 0 } }));
      if (entries.length < entriesAtOnce) return true;
    }
  }

  async entry({ seq, at }: EntryPlace): Promise<ChangeEntry | undefined> {
    return (await this.queries.rows<{ entry: ChangeEntry }>('SELECT entry FROM xishan.entries WHERE seq = $1 AND ordinal = $2', [seq, at]))[0]?.entry;
  }

  async *about(noun: ChangeEntry['noun'], id: string, before = Infinity): AsyncGenerator<{ readonly line: LineHead; readonly entry: ChangeEntry }> {
    for (let below = Math.min(before, 2 ** 31 - 1); ;) {
      const found = await this.queries.rows<{ seq: number; entry: ChangeEntry }>('SELECT seq, entry FROM xishan.entries WHERE noun = $1 AND id = $2 AND seq < $3 ORDER BY seq DESC LIMIT 50', [noun, id, below]);
      for (const { seq, entry } of found) {
        const line = await this.head(seq);
        if (line) yield { line, entry };
        below = seq;
      }
      if (found.length < 50) return;
    }
  }

  /** Nothing stays open between two questions. */
  close(): Promise<void> { return Promise.resolve(); }
}

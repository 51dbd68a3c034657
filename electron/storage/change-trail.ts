import type { ChangeSummary } from '../../data/contract.js';
import type { Change } from '../../data/schema/change.js';
import type { LineHead, Share } from './journal-line.js';

/** Numbers of changes, both included. */
export interface Span { readonly first: number; readonly last: number }
/** A stretch of the record of changes, and the heads of those in it by number. */
export interface TrailPart { readonly part: Span; readonly lines: ReadonlyMap<number, LineHead> }

/**
 * The changes of a ledger on record, wherever they are kept; and what follows from them alone: which do not hold any more, and
 * which one undo or redo would take back.
 */
export abstract class ChangeTrail {
  constructor(readonly schemaVersion: number) {}

  /** The record of changes, newest part first. */
  abstract parts(): AsyncGenerator<TrailPart>;
  /** What is said of a change; nothing when it is not, or no longer, on record. */
  abstract head(seq: number): Promise<LineHead | undefined>;
  /** A change with its records; nothing when it is no longer on record or cannot be read. */
  abstract change(seq: number, share?: Share): Promise<Change | undefined>;
  /** Changes with a number below `before`, newest first. */
  abstract list(limit: number, before?: number): Promise<ChangeSummary[]>;

  /**
   * The spans of changes above `lowest` that do not hold any more when change `newest` is the last: they were taken back and not
   * made again. Newest first.
   */
  async undoneSpans(newest: number, lowest: number): Promise<Span[]> {
    const spans: Span[] = [];
    for (let seq = newest; seq > lowest;) {
      const head = await this.head(seq);
      if (!head) break;
      const target = head.undoes ?? head.redoes;
      if (target !== undefined && target < seq) spans.push({ first: target, last: seq - 1 });
      seq = (target ?? seq) - 1;
    }
    return spans;
  }

  /*
   * After a plain change or a redo, that change is the one to undo. After an undo of change t, it is whatever was before t was
   * made. So no stack is kept: the journal is followed back, and an undo survives a restart by itself. Redo is the mirror image.
   */

  /** The change that undo takes back when change `seq` is the newest; nothing when there is none left on record. */
  async undoableAt(seq: number): Promise<number | undefined> {
    let head = await this.head(seq);
    while (head?.undoes !== undefined) head = await this.head(head.undoes - 1);
    // Records written before a migration have another shape and cannot be put back as they were.
    return head && head.schema === this.schemaVersion ? head.seq : undefined;
  }

  /** The undo that redo takes back when change `seq` is the newest. */
  async redoableAt(seq: number): Promise<number | undefined> {
    let head = await this.head(seq);
    while (head?.redoes !== undefined) head = await this.head(head.redoes - 1);
    return head?.undoes !== undefined && head.schema === this.schemaVersion ? head.seq : undefined;
  }

  /** The label of the change that an undo or redo is about, in the words of whoever made it. */
  async labelAt(seq: number): Promise<LineHead['label'] | undefined> {
    let head = await this.head(seq);
    for (let about = head?.undoes ?? head?.redoes; head && about !== undefined; about = head?.undoes ?? head?.redoes) {
      const next = await this.head(about);
      if (!next) break;
      head = next;
    }
    return head?.label;
  }

  /** `list`, with those marked that were taken back when change `newest` is the last. */
  async summaries(limit: number, newest: number, before?: number): Promise<readonly ChangeSummary[]> {
    const list = await this.list(limit, before);
    const spans = await this.undoneSpans(newest, (list.at(-1)?.seq ?? newest) - 1);
    const isUndone = ({ seq }: ChangeSummary) => spans.some((span) => seq >= span.first && seq <= span.last);
    return list.map((summary) => (isUndone(summary) && summary.undoes === undefined && summary.redoes === undefined ? { ...summary, undone: true } : summary));
  }
}

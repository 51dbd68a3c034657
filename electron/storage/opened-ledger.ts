import { join } from 'node:path';
import { Low } from 'lowdb';
import type { ChangeSummary, RestorePoint } from '../../data/contract.js';
import type { Asset } from '../../data/schema/asset.js';
import type { Change, ChangeDraft } from '../../data/schema/change.js';
import { FailureError } from '../../data/schema/failure.js';
import type { LedgerData } from '../../data/schema/ledger.js';
import type { Migration } from '../../data/schema/migrations.js';
import type { Project } from '../../data/schema/project.js';
import type { Tour } from '../../data/schema/tour.js';
import type { Text } from '../../data/schema/text.js';
import { BackgroundSave, idleWait } from './background-save.js';
import { diskFailure, isAway } from './disk-failure.js';
import type { Disk } from './disk.js';
import type { History } from './history.js';
import { JournalReader } from './journal-reader.js';
import { LedgerFile, type LedgerDocument } from './ledger-file.js';
import type { LedgerIndex } from './ledger-index.js';
import type { Ledger } from './kept-ledger.js';
import { gone, nothingTo, readOnly, takenOver, unreadable } from './ledger-notices.js';
import { Listeners } from './listeners.js';
import { takeableAt, type JournalLimit, type LedgerState, type LedgerWriter, type Reach, type Takeable } from './ledger-state.js';
import { inverted, isStructural, prepareChange, sharing, type PreparedChange } from './prepare-change.js';
import { keepRestorePoint, keepRestorePointNow, readRestorePoint, restorePoints, thinOut } from './restore-points.js';

interface CommitJob {
  readonly draft: ChangeDraft;
  /** Set when records are put back as they were: what undo and redo can reach after the change of this number. */
  readonly restoring?: (seq: number) => Reach;
  /** The records were stored before as they are: they are not passed through their schema again. */
  readonly asTheyWere?: boolean;
  readonly resolve: (change: Change) => void;
  readonly reject: (error: unknown) => void;
}
type Job = CommitJob | { readonly run: () => Promise<void> };

/** Milliseconds for which a look at the lock counts: nobody takes it over before a minute of silence. */
const lockTrust = 2_000;
/** Changes that wait for one fsync together. */
const largestBatch = 200;

/**
 * A ledger that is open: the records in memory, and the folder that they are kept in. Every change goes through `commit`, one
 * after the other; it is in memory, and the caller is told, only when its journal line is on the medium.
 */
export class FolderLedger implements Ledger {
  readonly folder: string;
  readonly #disk: Disk;
  readonly #now: () => Date;
  readonly #schemaVersion: number;
  /** The changes on record. */
  readonly changes: History;
  readonly #migrations: readonly Migration[];
  readonly #longestJournal: JournalLimit;
  readonly #backupHours: () => number;
  readonly #low: Low<LedgerDocument>;
  readonly #file: LedgerFile;
  readonly #saving: BackgroundSave;
  readonly #listeners = new Listeners<Change>();
  readonly #troubled = new Listeners();
  readonly #jobs: Job[] = [];
  #index: LedgerIndex;
  #data: LedgerData;
  #seq: number;
  #savedSeq: number;
  #reach: Reach;
  #writer: LedgerWriter | undefined;
  #notice: Text | undefined;
  #isWorking = false;
  #isThinningDue = false;
  /** The folder went away; nothing is written until the ledger is opened anew, for others may have written in between. */
  #isGone = false;
  /** Why edits are not taken for the moment. */
  #held: Text | undefined;
  #lockSeen = -Infinity;
  #closing: Promise<void> | undefined;

  constructor(state: LedgerState) {
    this.folder = state.folder;
    this.#disk = state.disk;
    this.#now = state.now;
    this.#schemaVersion = state.schemaVersion;
    this.#longestJournal = state.longestJournal;
    this.#data = state.data;
    this.#seq = state.seq;
    this.#savedSeq = state.savedSeq;
    this.changes = state.history;
    this.#migrations = state.migrations;
    this.#backupHours = state.backupHours;
    this.#reach = state.reach;
    this.#writer = state.writer;
    this.#notice = state.notice;
    this.#index = state.index;
    this.#file = new LedgerFile(state.disk, join(state.folder, 'ledger.json'), state.schemaVersion, () => this.#beforeReplacing());
    this.#file.length = state.ledgerBytes;
    this.#low = new Low<LedgerDocument>(this.#file, this.#document());
    this.#saving = new BackgroundSave(() => this.#save(), () => idleWait(this.#file.length));
    if (state.writer && state.seq > state.savedSeq) this.#saving.edited(this.#isJournalLong());
  }

  get readOnly(): boolean { return this.#writer === undefined; }
  /** Why the ledger is read-only, or what was mended at opening; nothing when all is well. */
  get notice(): Text | undefined { return this.#notice; }
  /** The number of the last change. */
  get seq(): number { return this.#seq; }
  /** The records now. A change puts a new value in its place and never alters this one. */
  get data(): LedgerData { return this.#data; }
  get canUndo(): boolean { return this.#writer !== undefined && this.#reach.undoable !== undefined; }
  get canRedo(): boolean { return this.#writer !== undefined && this.#reach.redoable !== undefined; }
  /** What undo and redo would take back, as its maker called it. */
  get undoLabel(): Text | undefined { return this.canUndo ? this.#reach.undoable?.label : undefined; }
  get redoLabel(): Text | undefined { return this.canRedo ? this.#reach.redoable?.label : undefined; }

  asset(id: string): Asset | undefined { return this.#data.assets[this.#index.finder(this.#data)('asset', id)]; }
  project(id: string): Project | undefined { return this.#data.projects[this.#index.finder(this.#data)('project', id)]; }
  tour(id: string): Tour | undefined { return this.#data.tours[this.#index.finder(this.#data)('tour', id)]; }

  /**
   * Numbers, dates and keeps a change. Resolves when it is durable and in memory. Rejects with a `FailureError`, nothing changed:
   * `out-of-date` when a record is not as the draft's `before` has it, `wrong-input` when one does not satisfy its schema,
   * `read-only`, or `disk` when it could not be written.
   */
  commit(draft: ChangeDraft): Promise<Change> {
    const refused = this.#refusal();
    if (refused) return Promise.reject(refused);
    return new Promise((resolve, reject) => { this.#enqueue({ draft, resolve, reject }); });
  }

  /** Commits records that were stored before, byte for byte as they were: a restore point, an earlier state. */
  restore(draft: ChangeDraft): Promise<Change> {
    const refused = this.#refusal();
    if (refused) return Promise.reject(refused);
    return new Promise((resolve, reject) => { this.#enqueue({ draft, asTheyWere: true, resolve, reject }); });
  }

  #refusal(): FailureError | undefined {
    if (this.#closing) return this.#isGone ? gone(this.folder) : readOnly(this.#notice);
    return this.#held && new FailureError('not-allowed', this.#held);
  }

  /** Takes back the newest change that was not taken back yet. That is a change itself, so it survives a restart. */
  undo(by: string): Promise<Change> {
    return this.#takeBack(by, () => this.#reach.undoable, nothingTo('撤销', 'undo'), async (target) => {
      const undoable = await takeableAt(this.changes, await this.changes.undoableAt(target.seq - 1));
      return { label: ['撤销：', 'Undo: '], about: { undoes: target.seq }, reach: (seq) => ({ undoable, redoable: { seq, label: target.label } }) };
    });
  }

  /** Makes the change that was undone last once more; possible until something else is edited. */
  redo(by: string): Promise<Change> {
    return this.#takeBack(by, () => this.#reach.redoable, nothingTo('重做', 'redo'), async (target) => {
      const redoable = await takeableAt(this.changes, await this.changes.redoableAt(target.seq - 1));
      return { label: ['重做：', 'Redo: '], about: { redoes: target.seq }, reach: (seq) => ({ undoable: { seq, label: target.label }, redoable }) };
    });
  }

  /** The changes below number `before`, newest first. */
  history(limit: number, before?: number): Promise<readonly ChangeSummary[]> {
    return this.changes.summaries(limit, this.#seq, before);
  }

  /** A change with its records before and after; nothing when it is not, or no longer, on record. */
  change(seq: number): Promise<Change | undefined> { return this.changes.change(seq); }

  /** A reader of single entries of the journals; close it after use. */
  reader(): JournalReader { return new JournalReader(this.#disk, this.changes); }

  /** The restore points, newest first. */
  points(): Promise<RestorePoint[]> { return restorePoints(this.#disk, this.folder); }

  /** The records that a restore point holds. Throws `not-found` or `damaged`; nothing changes. */
  pointData(id: string): Promise<LedgerData> { return readRestorePoint(this.#disk, this.folder, id, this.#schemaVersion, this.#migrations); }

  /** Keeps a restore point of the records as they are now. Answers with its name. */
  async keepPoint(): Promise<string> {
    if (!this.#writer) throw readOnly(this.#notice);
    await this.flush();
    try {
      return await this.#saving.between(() => keepRestorePointNow(this.#disk, this.folder, this.#savedSeq, this.#now()));
    } catch (error) {
      throw diskFailure(error, this.folder);
    }
  }

  /** Calls the listener after every change, in order. Answers with what stops it. */
  onChange(listener: (change: Change) => void): () => void { return this.#listeners.add(listener); }

  /** Calls the listener when the disk has refused a change. Answers with what stops it. */
  onTrouble(listener: () => void): () => void { return this.#troubled.add(listener); }

  /** The folder was found to be away: nothing is written from now on. Open it anew when it is back. */
  lose(): void {
    this.#isGone = true;
    this.#saving.stop();
  }

  /** Refuses edits, saying why, once those asked for are done; until the answer is called. */
  async hold(why: Text): Promise<() => void> {
    this.#held = why;
    await this.#task(async () => undefined);
    return () => { this.#held = undefined; };
  }

  /** Does something while no change is being written. Changes wait for it, so it must be short. */
  betweenChanges<T>(work: () => Promise<T>): Promise<T> { return this.#task(work); }

  /**
   * Writes what lies beside the records (the leads) between two changes and by the rules of a change: refused while the ledger may only be
   * read, is held, or its folder is away. Rejects with a `FailureError`.
   */
  writeBeside<T>(work: (disk: Disk) => Promise<T>): Promise<T> {
    const refused = this.#refusal();
    if (refused) return Promise.reject(refused);
    return this.#task(async () => {
      await this.#checkWritable();
      try {
        return await work(this.#disk);
      } catch (error) {
        throw error instanceof FailureError ? error : await this.#trouble(error);
      }
    });
  }

  /** Reads what lies beside the records. */
  async readBeside<T>(read: (disk: Disk) => Promise<T>): Promise<T> {
    try {
      return await read(this.#disk);
    } catch (error) {
      throw diskFailure(error, this.folder, 'read');
    }
  }

  /** Rewrites ledger.json now. Rejects with a `FailureError` when that fails; the edits are safe in the journal all the same. */
  async flush(): Promise<void> {
    if (!this.#writer) return;
    if (this.#isGone) throw gone(this.folder);
    try {
      await this.#saving.now();
    } catch (error) {
      throw diskFailure(error, this.folder);
    }
  }

  /** Waits for what is being written, rewrites ledger.json (unless the folder went away) and gives the folder free. */
  close(): Promise<void> {
    this.#closing ??= (async () => {
      await this.#task(async () => undefined);
      // When the rewrite fails, opening will replay the journal instead.
      await this.flush().catch(() => undefined);
      this.#saving.stop();
      const writer = this.#writer;
      this.#writer = undefined;
      await writer?.journal.close();
      await writer?.lock.release().catch(() => undefined);
    })();
    return this.#closing;
  }

  /** Runs something between two commits. */
  #task<T>(run: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => { this.#enqueue({ run: () => run().then(resolve, reject) }); });
  }

  #enqueue(job: Job): void {
    this.#jobs.push(job);
    if (!this.#isWorking) void this.#work();
  }

  async #work(): Promise<void> {
    this.#isWorking = true;
    // Commits made in the same turn go into one batch, and so share one fsync.
    await undefined;
    for (let job = this.#jobs.shift(); job; job = this.#jobs.shift()) {
      if ('run' in job) {
        await job.run();
        continue;
      }
      const batch = [job];
      while (batch.length < largestBatch) {
        const next = this.#jobs[0];
        if (!next || 'run' in next) break;
        batch.push(next);
        this.#jobs.shift();
      }
      await this.#commitAll(batch);
    }
    this.#isWorking = false;
  }

  /** Prepares the drafts one upon the other, writes their lines together, and only then takes them over. */
  async #commitAll(batch: readonly CommitJob[]): Promise<void> {
    for (let rest = batch; rest.length > 0;) {
      try {
        await this.#checkWritable();
      } catch (error) {
        for (const job of rest) job.reject(error);
        return;
      }
      const ready: { job: CommitJob; prepared: PreparedChange }[] = [];
      let data = this.#data;
      let taken = 0;
      for (const job of rest) {
        taken += 1;
        try {
          const seq = this.#seq + ready.length + 1;
          const prepared = await prepareChange(job.draft, job.restoring !== undefined || job.asTheyWere === true, seq, this.#now().toISOString(), data, this.#index, this.#schemaVersion);
          data = prepared.data;
          ready.push({ job, prepared });
          // The index cannot follow a change of places before it is durable, so such a change ends its batch.
          if (isStructural(prepared.change.entries)) break;
        } catch (error) {
          job.reject(diskFailure(error, this.folder));
        }
      }
      rest = rest.slice(taken);
      await this.#write(ready);
    }
  }

  async #write(ready: readonly { job: CommitJob; prepared: PreparedChange }[]): Promise<void> {
    if (ready.length === 0) return;
    const { journal } = this.#writer as LedgerWriter;
    try {
      await journal.append(ready.flatMap(({ prepared }) => prepared.line), ready.length);
    } catch (error) {
      const failure = await this.#trouble(error);
      for (const { job } of ready) job.reject(failure);
      return;
    }
    // Durable now. Nothing below waits or fails, so memory and journal never part.
    let offset = journal.length - ready.reduce((sum, { prepared }) => sum + prepared.bytes, 0);
    for (const { job, prepared: { change, bytes, data, index } } of ready) {
      const { entries, ...head } = change;
      this.changes.add({ ...head, schema: this.#schemaVersion, count: entries.length, offset, length: bytes - 1 });
      offset += bytes;
      this.#data = data;
      this.#seq = change.seq;
      if (index) this.#index = index;
      else this.#index.follow(data, entries);
      this.#reach = job.restoring?.(change.seq) ?? { undoable: { seq: change.seq, label: change.label }, redoable: undefined };
    }
    this.#saving.edited(this.#isJournalLong());
    for (const { job, prepared } of ready) {
      job.resolve(prepared.change);
      this.#listeners.tell(prepared.change);
    }
  }

  /** Commits the inverse of the change that `target` names when its turn has come. */
  #takeBack(
    by: string, target: () => Takeable | undefined, nothing: FailureError,
    how: (target: Takeable) => Promise<{ label: readonly [string, string]; about: Pick<ChangeDraft, 'undoes' | 'redoes'>; reach: (seq: number) => Reach }>,
  ): Promise<Change> {
    const refused = this.#refusal();
    if (refused) return Promise.reject(refused);
    return this.#task(async () => {
      const found = target();
      if (!found) throw nothing;
      const change = await this.changes.change(found.seq, sharing(this.#data, this.#index));
      if (!change) throw await this.#trouble(unreadable(found.seq));
      const { label: [zh, en], about, reach } = await how(found);
      const { label } = found;
      const draft: ChangeDraft = { ...(await inverted(change)), by, label: { zh: zh + label.zh, en: en + label.en }, ...about };
      return new Promise<Change>((resolve, reject) => { void this.#commitAll([{ draft, restoring: reach, resolve, reject }]); });
    });
  }

  /** Throws when this process may not write, or would write to something else than it read. */
  async #checkWritable(): Promise<void> {
    const writer = this.#writer;
    if (this.#isGone) throw await this.#trouble(gone(this.folder));
    if (!writer) throw readOnly(this.#notice);
    try {
      await writer.journal.settle();
      const isDue = this.#now().getTime() - this.#lockSeen > lockTrust;
      const [isHeld, journal] = await Promise.all([isDue ? writer.lock.isHeld() : true, this.#disk.stat(writer.journal.path)]);
      if (isDue) this.#lockSeen = this.#now().getTime();
      if (!journal) throw Object.assign(new Error('The journal is gone.'), { code: 'ENOENT' });
      if (isHeld && journal.size === writer.journal.length) return;
    } catch (error) {
      throw await this.#trouble(error);
    }
    this.#writer = undefined;
    this.#saving.stop();
    this.#notice = takenOver;
    await writer.journal.close();
    await writer.lock.release().catch(() => undefined);
    throw readOnly(takenOver);
  }

  /** What a failed write means to the person; a folder that is not there any more is remembered as gone. */
  async #trouble(error: unknown): Promise<FailureError> {
    const isThere = await this.#disk.stat(join(this.folder, 'ledger.json')).then(Boolean, (reason: unknown) => !isAway(reason));
    if (!isThere) this.lose();
    this.#troubled.tell();
    return isThere ? diskFailure(error, this.folder) : gone(this.folder);
  }

  #document(): LedgerDocument {
    return { schema: this.#schemaVersion, seq: this.#seq, ...this.#data };
  }

  #isJournalLong(): boolean {
    const journal = this.#writer?.journal;
    return journal !== undefined && (journal.lines > this.#longestJournal.lines || journal.length > this.#longestJournal.bytes);
  }

  /** Writes the records as they are at this moment; edits made meanwhile stay in the journal. */
  async #save(): Promise<void> {
    if (!this.#writer || this.#isGone) return;
    const document = this.#document();
    if (document.seq > this.#savedSeq) {
      this.#low.data = document;
      await this.#low.write();
      this.#savedSeq = document.seq;
    }
    if (this.#isJournalLong()) await this.#task(() => this.#cutJournal());
    if (this.#isThinningDue) {
      this.#isThinningDue = false;
      // Room that cannot be freed now is freed next time.
      this.changes.forget(await thinOut(this.#disk, this.folder, this.#now()).catch(() => []));
    }
  }

  async #beforeReplacing(): Promise<void> {
    if (!(await this.#writer?.lock.isHeld())) throw readOnly(takenOver);
    if (await keepRestorePoint(this.#disk, this.folder, this.#savedSeq, this.#now(), this.#backupHours())) this.#isThinningDue = true;
  }

  async #cutJournal(): Promise<void> {
    const span = this.changes.span;
    const journal = this.#writer?.journal;
    if (!journal || !span) return;
    try {
      await journal.rotate(span.first, span.last);
    } finally {
      // It may have been cut although the last step, making that durable, failed.
      if (journal.lines === 0) this.changes.rotate(journal.keptPath(span.first, span.last), span.first, span.last);
    }
    this.#isThinningDue = true;
  }
}

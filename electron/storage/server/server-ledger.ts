import type { ChangeSummary, RestorePoint } from '../../../data/contract.js';
import type { LedgerPerson, MapView, ServerStanding, ViewPoint } from '../../../data/contract/server.js';
import { differenceBetween } from '../../../data/rules/changes/difference.js';
import type { Asset } from '../../../data/schema/asset.js';
import type { Change, ChangeDraft, ChangeEntry } from '../../../data/schema/change.js';
import { FailureError } from '../../../data/schema/failure.js';
import type { LedgerData } from '../../../data/schema/ledger.js';
import { isAtLeast, type Role } from '../../../data/schema/person.js';
import type { Project } from '../../../data/schema/project.js';
import type { Text } from '../../../data/schema/text.js';
import type { Tour } from '../../../data/schema/tour.js';
import { diskFailure } from '../disk-failure.js';
import { realDisk, type Disk } from '../disk.js';
import type { ChangeReader, Ledger } from '../kept-ledger.js';
import { applyPaced, LedgerIndex } from '../ledger-index.js';
import { nothingTo, readOnly, unreadable } from '../ledger-notices.js';
import { Listeners } from '../listeners.js';
import { takeableAt, type Reach, type Takeable } from '../ledger-state.js';
import { indexAfter, inverted, prepareEntries, sharing } from '../prepare-change.js';
import { stateAfter } from '../state-after.js';
import type { ServerAddress } from './address.js';
import { NotSent, type Connections } from './connection.js';
import { mapView } from './map-view.js';
import { ServerPeople, type NewPerson } from './people.js';
import { actFailure, isConnectionLost, lostFailure, lostNotice, notMember, outOfDate, roleForbids, unsureCommit, viewerNotice } from './server-failures.js';
import { ServerFiles } from './server-files.js';
import { ServerLine, type LinePace } from './server-line.js';
import { membership, readRecords } from './server-records.js';
import { ServerTrail } from './server-trail.js';

/** What opening found. */
export interface ServerState {
  readonly address: ServerAddress;
  readonly connections: Connections;
  readonly id: string;
  readonly folder: string;
  readonly person: string;
  readonly role: Role;
  readonly data: LedgerData;
  readonly index: LedgerIndex;
  readonly seq: number;
  readonly schemaVersion: number;
  /** A clock of the caller's own; without it the server dates changes, so that desks whose clocks differ agree. */
  readonly now?: (() => Date) | undefined;
  readonly pace?: LinePace | undefined;
}

type Kind = 'edit' | 'undo' | 'restore';

/**
 * A ledger kept on a PostgreSQL server. The records are mirrored here, so that reading is as quick as from a folder and goes on
 * without the server; every change is the server's to accept, and those of other desks come in as they are made.
 */
export class ServerLedger implements Ledger {
  readonly folder: string;
  readonly changes: ServerTrail;
  readonly id: string;
  readonly #state: ServerState;
  readonly #connections: Connections;
  readonly #files: ServerFiles;
  readonly #people: ServerPeople;
  readonly #line: ServerLine;
  readonly #listeners = new Listeners<Change>();
  readonly #troubled = new Listeners();
  #person: string;
  #role: Role;
  #data: LedgerData;
  #index: LedgerIndex;
  #seq: number;
  #reach: Reach = { undoable: undefined, redoable: undefined };
  #mayUndo = false;
  #mayRedo = false;
  #isCurrent = true;
  #fault: Text | undefined;
  #held: Text | undefined;
  #queue: Promise<unknown> = Promise.resolve();
  #isCatchingUp = false;
  #closing: Promise<void> | undefined;

  private constructor(state: ServerState) {
    this.#state = state;
    this.folder = state.folder;
    this.id = state.id;
    this.#connections = state.connections;
    this.changes = new ServerTrail(state.connections, state.schemaVersion);
    this.#files = new ServerFiles(state.connections, state.folder);
    this.#people = new ServerPeople(state.connections);
    this.#person = state.person;
    this.#role = state.role;
    this.#data = state.data;
    this.#index = state.index;
    this.#seq = state.seq;
    this.#line = new ServerLine(state.address, { onWord: () => this.#heard(), onLost: () => this.#lost(), onBack: () => this.#back() }, state.pace);
  }

  /** Listens first and then makes good what was changed since the records were read: so nothing falls in between. */
  static async begin(state: ServerState): Promise<ServerLedger> {
    const ledger = new ServerLedger(state);
    await ledger.#line.open();
    try {
      await ledger.#catchUp();
      await ledger.#reckonReach();
      return ledger;
    } catch (error) {
      await ledger.#line.close();
      throw error;
    }
  }

  get server(): ServerStanding { return { address: this.#state.address.shown, person: this.#person, role: this.#role, connected: this.#line.isConnected && this.#isCurrent }; }
  get readOnly(): boolean { return this.#fault !== undefined || !this.server.connected || this.#role === 'viewer' || this.#closing !== undefined; }
  get notice(): Text | undefined { return this.#fault ?? (!this.server.connected ? lostNotice : this.#role === 'viewer' ? viewerNotice : undefined); }
  get seq(): number { return this.#seq; }
  get data(): LedgerData { return this.#data; }
  get canUndo(): boolean { return !this.readOnly && this.#mayUndo; }
  get canRedo(): boolean { return !this.readOnly && this.#mayRedo; }
  get undoLabel(): Text | undefined { return this.canUndo ? this.#reach.undoable?.label : undefined; }
  get redoLabel(): Text | undefined { return this.canRedo ? this.#reach.redoable?.label : undefined; }

  asset(id: string): Asset | undefined { return this.#data.assets[this.#index.finder(this.#data)('asset', id)]; }
  project(id: string): Project | undefined { return this.#data.projects[this.#index.finder(this.#data)('project', id)]; }
  tour(id: string): Tour | undefined { return this.#data.tours[this.#index.finder(this.#data)('tour', id)]; }

  commit(draft: ChangeDraft): Promise<Change> { return this.#whenFree(() => this.#keep(draft, 'edit')); }

  restore(draft: ChangeDraft): Promise<Change> {
    return this.#whenFree(() => {
      if (!isAtLeast(this.#role, 'approver')) throw roleForbids('回到从前的状态', 'go back to an earlier state');
      return this.#keep(draft, 'restore');
    });
  }

  undo(): Promise<Change> { return this.#takeBack(() => this.#reach.undoable, nothingTo('撤销', 'undo'), ['撤销：', 'Undo: '], (seq) => ({ undoes: seq })); }
  redo(): Promise<Change> { return this.#takeBack(() => this.#reach.redoable, nothingTo('重做', 'redo'), ['重做：', 'Redo: '], (seq) => ({ redoes: seq })); }

  history(limit: number, before?: number): Promise<readonly ChangeSummary[]> { return this.changes.summaries(limit, this.#seq, before).catch((error: unknown) => { throw this.#failure(error); }); }
  change(seq: number): Promise<Change | undefined> { return this.changes.change(seq).catch((error: unknown) => { throw this.#failure(error); }); }
  reader(): ChangeReader { return this.changes; }

  async points(): Promise<RestorePoint[]> {
    const points = await this.#connections.rows<{ seq: number; at: string }>('SELECT seq, at FROM xishan.points ORDER BY seq DESC').catch((error: unknown) => { throw this.#failure(error); });
    // A point is a number: the record of changes, which is never cut on a server, leads back to it. So it takes no room of its own.
    return points.map(({ seq, at }, rank) => ({ id: `change-${seq}`, at, seq, bytes: 0, newest: rank === 0 }));
  }

  async pointData(id: string): Promise<LedgerData> {
    const point = (await this.points()).find((one) => one.id === id);
    if (!point) throw new FailureError('not-found', { zh: '没有这个恢复点。请刷新列表再选一个。', en: 'There is no such restore point. Refresh the list and choose another.' });
    return stateAfter(this, point.seq).catch((error: unknown) => { throw this.#failure(error); });
  }

  async keepPoint(): Promise<string> {
    const at = (this.#state.now?.() ?? new Date()).toISOString();
    const [kept] = await this.#act<{ keep_point: number }>('SELECT xishan.keep_point($1)', [at]);
    return `change-${kept?.keep_point}`;
  }

  onChange(listener: (change: Change) => void): () => void { return this.#listeners.add(listener); }

  onTrouble(listener: () => void): () => void { return this.#troubled.add(listener); }

  async fetchFile(id: string): Promise<boolean> { return this.#files.fetch(id).catch(() => false); }
  /** Brings the files of a medium into the folder of an offline copy. */
  async fetchInto(id: string, folder: string, signal?: AbortSignal): Promise<boolean> { return this.#files.fetch(id, folder, signal).catch((error: unknown) => { throw this.#failure(error); }); }

  /** What a map shows of a stretch of land, worked out by the server. */
  view(view: MapView): Promise<readonly ViewPoint[]> { return mapView(this.#connections, view).catch((error: unknown) => { throw this.#failure(error); }); }

  people(): Promise<readonly LedgerPerson[]> { return this.#people.list().catch((error: unknown) => { throw this.#failure(error); }); }
  async setPerson(person: NewPerson): Promise<void> { await this.#people.set(person).catch((error: unknown) => { throw this.#failure(error); }); }
  async removePerson(login: string): Promise<void> { await this.#people.remove(login).catch((error: unknown) => { throw this.#failure(error); }); }

  /** The folder only holds copies of files; that it is away is no loss. */
  lose(): void { /* nothing to stop */ }

  async hold(why: Text): Promise<() => void> {
    this.#held = why;
    await this.#task(() => Promise.resolve());
    return () => { this.#held = undefined; };
  }

  betweenChanges<T>(work: () => Promise<T>): Promise<T> { return this.#task(work); }
  /** What lies beside the records stays on the machine that wrote it: names and phones of leads never travel to the server. A lost line is no reason to refuse it. */
  writeBeside<T>(work: (disk: Disk) => Promise<T>): Promise<T> {
    const refused = this.#held || this.#closing || this.#role === 'viewer' ? this.#refusal() : undefined;
    return refused ? Promise.reject(refused) : this.#task(() => work(realDisk).catch((error: unknown) => { throw error instanceof FailureError ? error : diskFailure(error, this.folder); }));
  }
  readBeside<T>(read: (disk: Disk) => Promise<T>): Promise<T> { return read(realDisk).catch((error: unknown) => { throw diskFailure(error, this.folder, 'read'); }); }
  /** Whatever was acknowledged is on the server's medium. */
  flush(): Promise<void> { return Promise.resolve(); }

  close(): Promise<void> {
    this.#closing ??= (async () => {
      await this.#task(() => Promise.resolve());
      await this.#line.close();
      await this.#connections.close();
    })();
    return this.#closing;
  }

  /** Runs something when all before it is done. */
  #task<T>(run: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(run);
    this.#queue = result.catch(() => undefined);
    return result;
  }

  #whenFree(run: () => Promise<Change>): Promise<Change> {
    const refused = this.#refusal();
    return refused ? Promise.reject(refused) : this.#task(run);
  }

  #refusal(): FailureError | undefined {
    if (this.#held) return new FailureError('not-allowed', this.#held);
    if (!this.readOnly) return undefined;
    if (this.#closing) return readOnly(undefined);
    if (this.#fault) return new FailureError('read-only', this.#fault);
    return this.server.connected ? new FailureError('not-allowed', viewerNotice) : lostFailure();
  }

  async #keep(draft: ChangeDraft, kind: Kind): Promise<Change> {
    const refused = this.#refusal();
    if (refused && !this.#closing) throw refused;
    const { entries, data, index } = await prepareEntries(draft, kind !== 'edit', this.#data, this.#index);
    await this.#files.send(entries.map(({ after }) => after)).catch((error: unknown) => { throw this.#failure(error); });
    const { label, undoes, redoes } = draft;
    const [kept] = await this.#act<{ seq: number; at: string; by: string }>('SELECT * FROM xishan.commit_change($1, $2, $3, $4, $5, $6, $7)', [
      kind, JSON.stringify(label), JSON.stringify(entries), undoes ?? null, redoes ?? null, this.#state.schemaVersion, this.#state.now?.().toISOString() ?? null,
    ], entries);
    if (!kept) throw unsureCommit();
    const change: Change = { ...kept, label, ...(undoes === undefined ? {} : { undoes }), ...(redoes === undefined ? {} : { redoes }), entries: [...entries] };
    if (change.seq === this.#seq + 1) await this.#adopt(change, data, index);
    // Other desks were quicker: theirs first, then this one, in the order that holds for everybody. Kept it is in any case.
    else await this.#catchUp().catch(() => this.#lost());
    return change;
  }

  /** Asks for something that alters the ledger; a refusal comes as a sentence. */
  async #act<R extends object>(sql: string, values: readonly unknown[], entries: readonly ChangeEntry[] = []): Promise<R[]> {
    try {
      return await this.#connections.act<R>(sql, values);
    } catch (error) {
      if ((error as { code?: unknown }).code === 'XS001') {
        const wrong = String((error as { detail?: unknown }).detail);
        const entry = entries.find(({ noun, id }) => `${noun} ${id}` === wrong);
        await this.#catchUp().catch(() => this.#lost());
        throw outOfDate(String(((entry?.before ?? entry?.after) as { name?: unknown } | null | undefined)?.name ?? ''));
      }
      if (isConnectionLost(error)) {
        void this.#line.doubt();
        throw unsureCommit();
      }
      throw this.#failure(error);
    }
  }

  #failure(error: unknown): unknown {
    if (error instanceof NotSent || isConnectionLost(error)) {
      void this.#line.doubt();
      return lostFailure();
    }
    return actFailure(error);
  }

  async #takeBack(target: () => Takeable | undefined, nothing: FailureError, [zh, en]: readonly [string, string], about: (seq: number) => Pick<ChangeDraft, 'undoes' | 'redoes'>): Promise<Change> {
    return this.#whenFree(async () => {
      const found = target();
      if (!found) throw nothing;
      if (!(await this.#isMine(found))) throw roleForbids('撤销或重做别人的修改', 'undo or redo what others did');
      const change = await this.changes.change(found.seq, sharing(this.#data, this.#index)).catch((error: unknown) => { throw this.#failure(error); });
      if (!change) throw unreadable(found.seq);
      return this.#keep({ ...(await inverted(change)), label: { zh: zh + found.label.zh, en: en + found.label.en }, ...about(found.seq) }, 'undo');
    });
  }

  /** Takes a change over that is durable: in memory, and told to whoever listens. */
  async #adopt(change: Change, data: LedgerData, index: LedgerIndex | undefined): Promise<void> {
    const { entries, ...head } = change;
    this.changes.add({ ...head, schema: this.#state.schemaVersion, count: entries.length });
    this.#data = data;
    this.#seq = change.seq;
    if (index) this.#index = index;
    else this.#index.follow(data, entries);
    await this.#reckonReach();
    this.#listeners.tell(change);
  }

  /** What undo and redo would take back follows from the record of changes alone, most of which is known here. */
  async #reckonReach(): Promise<void> {
    const { changes } = this;
    try {
      this.#reach = { undoable: await takeableAt(changes, await changes.undoableAt(this.#seq)), redoable: await takeableAt(changes, await changes.redoableAt(this.#seq)) };
      this.#mayUndo = await this.#isMine(this.#reach.undoable);
      this.#mayRedo = await this.#isMine(this.#reach.redoable);
    } catch {
      this.#reach = { undoable: undefined, redoable: undefined };
      this.#mayUndo = this.#mayRedo = false;
    }
  }

  async #isMine(target: Takeable | undefined): Promise<boolean> {
    return target !== undefined && (this.#role === 'approver' || (await this.changes.head(target.seq))?.by === this.#person);
  }

  /** Word came of a change; several words in a row are one look. */
  #heard(): void {
    if (this.#isCatchingUp || this.#closing) return;
    this.#isCatchingUp = true;
    void this.#task(async () => {
      this.#isCatchingUp = false;
      await this.#catchUp();
    }).catch(() => void this.#line.doubt());
  }

  /** Takes over what other desks changed, change by change. */
  async #catchUp(): Promise<void> {
    await this.#lookWhoIAm();
    for (;;) {
      const next = await this.changes.after(this.#seq);
      if (next.length === 0) return;
      for (const change of next) {
        if (change.seq !== this.#seq + 1) return this.#readAnew();
        try {
          const data = await applyPaced(this.#data, change.entries, this.#index);
          await this.#adopt(change, data, await indexAfter(change.entries, data));
        } catch {
          // The mirror is not as the server has it: it is made anew rather than guessed at.
          return this.#readAnew();
        }
      }
    }
  }

  async #readAnew(): Promise<void> {
    const { data, seq } = await readRecords(this.#connections);
    const entries = [...differenceBetween(this.#data, data)].filter((entry) => entry !== undefined);
    const head = await this.changes.head(seq);
    this.#index = await LedgerIndex.of(data);
    if (head) await this.#adopt({ seq, at: head.at, by: head.by, label: head.label, entries }, data, this.#index);
  }

  async #lookWhoIAm(): Promise<void> {
    const before = `${this.#role} ${this.#person} ${this.#fault?.en}`;
    try {
      const { person, role } = await membership(this.#connections, this.#state.address);
      [this.#person, this.#role, this.#fault] = [person, role, undefined];
    } catch (error) {
      // Rights taken away, or the login itself, which then has no number any more.
      const isOut = error instanceof FailureError || ['42501', '42704'].includes(String((error as { code?: unknown }).code));
      if (!isOut) throw error;
      // What is known stays readable until the ledger is closed; nothing new comes, and nothing can be edited.
      this.#fault = error instanceof FailureError ? error.failure.message : notMember(this.#state.address.login).failure.message;
    }
    if (before !== `${this.#role} ${this.#person} ${this.#fault?.en}`) { await this.#reckonReach(); this.#tellTrouble(); }
    if (this.#fault) throw new FailureError('read-only', this.#fault);
  }

  #lost(): void {
    this.#isCurrent = false;
    this.#tellTrouble();
    void this.#line.doubt();
  }

  async #back(): Promise<void> {
    await this.#task(() => this.#catchUp());
    this.#isCurrent = true;
    await this.#reckonReach();
    this.#tellTrouble();
  }

  #tellTrouble(): void {
    this.#troubled.tell();
  }
}
